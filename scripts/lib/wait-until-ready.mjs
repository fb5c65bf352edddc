// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';
import { lastWord } from './log-files.mjs';
import { Trouble } from './trouble.mjs';

/**
 * Waits until the address answers 200.
 *
 * @param {string} url
 * @param {{ log: string, ms?: number }} options  whose log tells why, if it never does
 */
export async function waitUntilReady(url, { log, ms = 90_000 }) {
  let last = 'no answer';
  for (const end = Date.now() + ms; Date.now() < end; await sleep(100)) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      const text = await response.text();
      if (response.ok) return;
      last = `${response.status} ${text}`;
    } catch {
      // Not listening yet.
    }
  }
  throw new Trouble(`${url} did not become ready: ${last.slice(0, 200)}. ${lastWord(log)}`);
}
