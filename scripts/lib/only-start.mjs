// @ts-check
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryLock } from './lock.mjs';
import { isStillAlive } from './process-info.mjs';
import { Trouble } from './trouble.mjs';

const LONGEST_STOP_MS = 90_000;

/**
 * Makes sure that only one Dvor runs in this folder.
 *
 * @param {import('./prepare.mjs').Workplace} place
 * @param {string} url  told to whoever tries to start a second one
 * @returns {Promise<() => void>} gives the place free
 */
export async function takeOnlyStart({ state, children, progress }, url) {
  const { lock, holder, former } = tryLock(path.join(state, 'start.lock'), { url, watcher: children.watcher });
  if (holder) throw new Trouble(`Dvor already runs here (pid ${holder.pid}), ${holder.url}`);
  // A start that was killed a moment ago has a watcher that may still be putting its children down.
  if (former?.watcher && isStillAlive(former.watcher)) {
    progress.note('waiting for the earlier Dvor to stop');
    for (const end = Date.now() + LONGEST_STOP_MS; isStillAlive(former.watcher) && Date.now() < end;) await sleep(100);
  }
  return lock.release;
}
