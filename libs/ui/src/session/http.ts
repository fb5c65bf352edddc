import { currentLanguage } from '../i18n/i18n.js';
import { readEvents } from './event-stream.js';
import { ApiProblem } from './problem.js';
import type { Session } from './session.js';

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface ListPage<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly total?: number;
}

interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Query;
  readonly body?: object;
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

/** Requests to the API on behalf of the person who is signed in. */
export class Http {
  constructor(private readonly session: Session) {}

  async get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
    return (await this.#call(path, { query, signal })).json() as Promise<T>;
  }

  /** Every write names itself, so that a repeat after a broken connection does nothing twice. */
  async post<T = void>(path: string, body?: object): Promise<T> {
    return this.#answer<T>(await this.#call(path, { method: 'POST', body: body ?? {} }));
  }

  async delete<T = void>(path: string): Promise<T> {
    return this.#answer<T>(await this.#call(path, { method: 'DELETE' }));
  }

  async file(path: string): Promise<{ readonly blob: Blob; readonly name: string | null }> {
    const response = await this.#call(path, { accept: '*/*' });
    return { blob: await response.blob(), name: nameOfFile(response.headers.get('content-disposition')) };
  }

  /** Follows a server's events until it ends the stream or `signal` says enough. */
  async events<T>(path: string, onEvent: (event: T) => void, signal: AbortSignal): Promise<void> {
    const response = await this.#call(path, { accept: 'text/event-stream', signal });
    if (response.body) await readEvents(response.body, (data) => onEvent(JSON.parse(data) as T));
  }

  async #call(path: string, call: Call): Promise<Response> {
    const key = call.method && call.method !== 'GET' ? newKey() : null;
    let response = await this.#send(path, call, key);
    if (response.status === 401 && (await this.session.refresh())) response = await this.#send(path, call, key);
    if (!response.ok) throw await ApiProblem.of(response);
    return response;
  }

  async #send(path: string, call: Call, key: string | null): Promise<Response> {
    const headers: Record<string, string> = {
      Accept: call.accept ?? 'application/json',
      'Accept-Language': currentLanguage(),
    };
    const token = this.session.accessToken();
    if (token) headers.Authorization = `Bearer ${token}`;
    if (call.body) headers['Content-Type'] = 'application/json';
    if (key) headers['Idempotency-Key'] = key;
    try {
      return await fetch(this.session.baseUrl + path + queryText(call.query), {
        method: call.method ?? 'GET',
        headers,
        body: call.body ? JSON.stringify(call.body) : undefined,
        signal: call.signal,
      });
    } catch (error) {
      if (call.signal?.aborted) throw error;
      throw ApiProblem.unreachable();
    }
  }

  async #answer<T>(response: Response): Promise<T> {
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }
}

function queryText(query: Query | undefined): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

function nameOfFile(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? null;
}

/** `crypto.randomUUID` is there on https and localhost only; an office may open the console by an address. */
function newKey(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
