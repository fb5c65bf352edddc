import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type ApiClient = Client<paths>;
export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

export interface ApiClientOptions {
  /** Empty for the same origin. */
  readonly baseUrl?: string;
  readonly getAccessToken?: () => string | null | Promise<string | null>;
  /** Called once for a request that was refused with 401; `true` when there is a new access token to try again with. */
  readonly onUnauthorized?: () => boolean | Promise<boolean>;
  readonly language?: () => 'ru' | 'en';
}

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** The API with types of its own OpenAPI document: a token on every request, a name (`Idempotency-Key`) on every write. */
export function createApiClient(options: ApiClientOptions = {}): ApiClient {
  const client = createClient<paths>({ baseUrl: options.baseUrl ?? '', credentials: 'same-origin' });
  client.use(dress(options));
  return client;
}

function dress({ getAccessToken, onUnauthorized, language }: ApiClientOptions): Middleware {
  const spares = new WeakMap<Request, Request>();
  return {
    async onRequest({ request }) {
      const token = await getAccessToken?.();
      if (token) request.headers.set('Authorization', `Bearer ${token}`);
      if (language) request.headers.set('Accept-Language', language());
      if (WRITES.has(request.method) && !request.headers.has('Idempotency-Key'))
        request.headers.set('Idempotency-Key', newKey());
      if (onUnauthorized) spares.set(request, request.clone()); // a body can be read only once
      return request;
    },
    async onResponse({ request, response, options }) {
      const spare = spares.get(request);
      if (response.status !== 401 || !spare || !(await onUnauthorized?.())) return undefined;
      const token = await getAccessToken?.();
      if (token) spare.headers.set('Authorization', `Bearer ${token}`);
      return options.fetch(spare);
    },
  };
}

/** A random UUID; `crypto.randomUUID` is missing where the console is reached over plain HTTP, as in an office network. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
