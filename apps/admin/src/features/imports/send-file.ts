import { ApiProblem, currentLanguage, type Session } from '@dvor/ui';

interface Sending {
  readonly path: string;
  readonly form: FormData;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes on their way. */
  readonly onProgress: (sent: number, total: number) => void;
}

/** Sends a form with a file and counts the bytes, which fetch cannot; a token that ran out is renewed and it is sent again. */
export async function sendFile<Answer>(session: Session, sending: Sending): Promise<Answer> {
  let response = await send(session, sending);
  if (response.status === 401 && (await session.refresh())) response = await send(session, sending);
  if (!response.ok) throw await ApiProblem.of(response);
  return (await response.json()) as Answer;
}

function send(session: Session, { path, form, headers, onProgress }: Sending): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    const token = session.accessToken();
    const all = {
      ...headers,
      Accept: 'application/json',
      'Accept-Language': currentLanguage(),
      ...(token && { Authorization: `Bearer ${token}` }),
    };
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onerror = () => reject(ApiProblem.unreachable());
    request.onload = () => {
      const requestId = request.getResponseHeader('x-request-id');
      resolve(
        new Response(request.responseText, {
          status: request.status,
          headers: requestId ? { 'x-request-id': requestId } : {},
        }),
      );
    };
    request.send(form);
  });
}
