import type { Walk } from './walk.js';

/** What somebody asks of the API past the screens: to bring about what a walk then looks at. */
export async function asks<Answer>(
  { demo }: Walk,
  { email, method = 'GET', path, body }: { email: string; method?: string; path: string; body?: object },
): Promise<Answer> {
  const at = `${demo.url}/api/v1`;
  const signedIn = await fetch(`${at}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'dvor-demo' }),
  });
  const { accessToken } = (await signedIn.json()) as { accessToken: string };
  const answered = await fetch(at + path, {
    method,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answered.text();
  if (!answered.ok) throw new Error(`${method} ${path}: ${answered.status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as Answer;
}
