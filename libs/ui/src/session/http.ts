import { currentLanguage } from '../i18n/i18n.js';
import { readEvents } from './event-stream.js';
import { ApiProblem } from './problem.js';
import type { Session } from './session.js';

/** What the generated client can't do: files to save and streams of events, on behalf of the person signed in. */
export class Http {
  constructor(private readonly session: Session) {}

  async file(path: string): Promise<{ readonly blob: Blob; readonly name: string | null }> {
    const response = await this.#call(path, '*/*');
    return { blob: await response.blob(), name: nameOfFile(response.headers.get('content-disposition')) };
  }

  /** Follows a server's events until it ends the stream or `signal` says enough. */
  async events<T>(path: string, onEvent: (event: T) => void, signal: AbortSignal): Promise<void> {
    const response = await this.#call(path, 'text/event-stream', signal);
    if (response.body) await readEvents(response.body, (data) => onEvent(JSON.parse(data) as T));
  }

  async #call(path: string, accept: string, signal?: AbortSignal): Promise<Response> {
    let response = await this.#send(path, accept, signal);
    if (response.status === 401 && (await this.session.refresh())) response = await this.#send(path, accept, signal);
    if (!response.ok) throw await ApiProblem.of(response);
    return response;
  }

  async #send(path: string, accept: string, signal?: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { Accept: accept, 'Accept-Language': currentLanguage() };
    const token = this.session.accessToken();
    if (token) headers.Authorization = `Bearer ${token}`;
    try {
      return await fetch(path, { headers, signal });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw ApiProblem.unreachable();
    }
  }
}

function nameOfFile(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null;
}
