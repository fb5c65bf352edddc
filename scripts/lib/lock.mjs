// @ts-check
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isStillAlive, thisProcess } from './process-info.mjs';

/**
 * @typedef {object} Holder
 * @property {number} pid
 * @property {string} startedAt
 * @property {string} [url]  where it is reached
 * @property {{ pid: number, startedAt: string }} [watcher]  who stops its children if it is killed
 */

/** @typedef {{ release: () => void }} Lock */

/**
 * Takes the lock, or says who has it. A lock whose holder is dead (pid and start time are compared) is taken over.
 *
 * @param {string} file
 * @param {Pick<Holder, 'url' | 'watcher'>} [about]
 * @returns {{ lock: Lock, holder?: undefined, former?: Holder } | { lock?: undefined, holder: Holder, former?: undefined }} `former` died with the lock in hand
 */
export function tryLock(file, about = {}) {
  const { pid, startedAt } = thisProcess();
  const content = JSON.stringify({ pid, startedAt, ...about });
  const own = `${file}.${pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  // A lock appears whole: the content is written first and then linked to the name, which fails if the name is taken.
  writeFileSync(own, content);
  /** @type {Holder | undefined} */
  let former;
  try {
    for (;;) {
      if (links(own, file)) return { lock: { release: () => releaseLock(file, content) }, former };
      const found = readOrUndefined(file);
      if (found === undefined) continue;
      const holder = parseHolder(found);
      if (holder && isStillAlive(holder)) return { holder };
      former = holder;
      removeStale(file, found);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Waits for the lock as long as another holds it.
 *
 * @param {string} file
 * @param {(holder: Holder) => void} onWait  called once, if there is someone to wait for
 * @returns {Promise<Lock>}
 */
export async function waitForLock(file, onWait) {
  for (let told = false; ; told = true) {
    const { lock, holder } = tryLock(file);
    if (lock) return lock;
    if (!told) onWait(holder);
    await sleep(500);
  }
}

/** @param {string} from @param {string} to */
function links(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Two starts may find the same stale lock at once. Each moves it away under a name of its own and looks at what it
 * moved: had the other one already put its fresh lock there, that is put back.
 *
 * @param {string} file @param {string} stale
 */
function removeStale(file, stale) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readOrUndefined(aside) !== stale) links(aside, file);
  rmSync(aside, { force: true });
}

/** Only our own lock is removed. @param {string} file @param {string} content */
function releaseLock(file, content) {
  if (readOrUndefined(file) === content) rmSync(file, { force: true });
}

/** @param {string} text @returns {Holder | undefined} */
function parseHolder(text) {
  try {
    const holder = JSON.parse(text);
    return Number.isInteger(holder?.pid) && typeof holder.startedAt === 'string' ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function readOrUndefined(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
