import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { guardedLookup, mayReach, PrivateAddress } from './guarded-lookup.js';

export interface Posted {
  readonly status: number | null;
  /** Why there was no answer: `timeout`, `private-address`, `ECONNREFUSED`, `CERT_HAS_EXPIRED` … */
  readonly error: string | null;
  /** The first bytes of the answer. */
  readonly answer: string | null;
}

const PATIENCE_MS = 15_000;
const ANSWER_READ = 64 * 1024;
const ANSWER_KEPT = 500;

/**
 * One attempt: connects to an address that is looked at just then, follows no redirect, waits a quarter of a minute and
 * reads no long answer. Never throws: what went wrong is the answer.
 */
export async function postMessage(
  url: string,
  { headers, body }: { headers: Readonly<Record<string, string>>; body: string },
  {
    privateNetworks,
    lookup,
    patienceMs = PATIENCE_MS,
  }: { privateNetworks: readonly string[]; lookup?: LookupFunction; patienceMs?: number },
): Promise<Posted> {
  const { protocol, hostname } = new URL(url);
  const reach = { secure: protocol === 'https:', privateNetworks };
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) && !mayReach(literal, reach)) return failed('private-address'); // no name, no lookup
  return new Promise((resolve) => {
    const send = protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        lookup: lookup ?? guardedLookup(reach),
        agent: false,
        signal: AbortSignal.timeout(patienceMs),
      },
      (response) => {
        const chunks: Buffer[] = [];
        let read = 0;
        const done = () =>
          resolve({ status: response.statusCode ?? null, error: null, answer: textOf(Buffer.concat(chunks)) });
        response.on('data', (chunk: Buffer) => {
          if (read < ANSWER_KEPT) chunks.push(chunk);
          read += chunk.length;
          if (read < ANSWER_READ) return;
          done();
          request.destroy();
        });
        response.on('end', done);
        response.on('error', (error) => resolve(failed(wordOf(error))));
      },
    );
    request.on('error', (error) => resolve(failed(wordOf(error))));
    request.end(body);
  });
}

function failed(error: string): Posted {
  return { status: null, error, answer: null };
}

function wordOf(error: Error): string {
  if (error instanceof PrivateAddress) return 'private-address';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
  return (error as NodeJS.ErrnoException).code ?? error.name;
}

/** The database takes no zero bytes. */
function textOf(bytes: Buffer): string | null {
  const text = bytes.subarray(0, ANSWER_KEPT).toString('utf8').replaceAll('\0', '').trim();
  return text === '' ? null : text;
}
