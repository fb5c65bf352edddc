// @ts-check
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isStillAlive, processesMarked } from './process-info.mjs';

/**
 * A child that leads a process group of its own.
 *
 * @typedef {object} Member
 * @property {string} name
 * @property {number} pid
 * @property {string} startedAt
 * @property {number} rank  lower ranks stop first, equal ones together
 * @property {NodeJS.Signals | null} signal  how it is asked to stop; null: it ends by itself and is only waited for
 * @property {boolean} wholeGroup  whether its own children are asked as well
 * @property {number} graceMs  how long it may take before it is killed
 */

/** The environment variable by which even a grandchild in a session of its own (Chromium) is known as ours. */
export const RUN_MARK = 'DVOR_RUN';

/**
 * Stops the members rank after rank, so that nobody loses the database before having put its work down.
 *
 * @param {readonly Member[]} members
 */
export async function stopInOrder(members) {
  const ranks = [...new Set(members.map(({ rank }) => rank))].sort((a, b) => a - b);
  for (const rank of ranks) {
    await Promise.all(members.filter((member) => member.rank === rank).map(stop));
  }
}

/**
 * The last resort: no member is asked.
 *
 * @param {readonly Member[]} members
 */
export function killAtOnce(members) {
  for (const member of members) {
    if (member.signal !== null && isStillAlive(member)) send(-member.pid, 'SIGKILL');
  }
}

/**
 * What a run leaves to clean when its processes are stopped: strays that left their group, temporary folders and files.
 *
 * @param {{ mark: string, places: Iterable<string> }} left
 */
export function clearAway({ mark, places }) {
  for (const pid of processesMarked(RUN_MARK, mark)) send(pid, 'SIGKILL');
  for (const place of places) rmSync(place, { recursive: true, force: true, maxRetries: 3 });
}

/** @param {Member} member */
async function stop(member) {
  const { pid, signal, wholeGroup, graceMs } = member;
  if (isStillAlive(member)) {
    if (signal) send(wholeGroup ? -pid : pid, signal);
    await untilGone(member, graceMs);
  }
  if (signal === null) return;
  // Kills a member that did not stop in time, and what it left behind in its group.
  send(-pid, 'SIGKILL');
  await untilGone(member, 5000);
}

/** @param {Member} member @param {number} ms */
async function untilGone(member, ms) {
  const end = Date.now() + ms;
  while (isStillAlive(member) && Date.now() < end) await sleep(50);
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}
