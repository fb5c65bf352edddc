// @ts-check
import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counts processor time in, whatever the machine. */
const TICKS_A_SECOND = 100;

/**
 * Processor time that a process has taken so far, and all that have come of it; `null` where the system does not tell.
 *
 * @param {number} pid
 * @returns {number | null} milliseconds
 */
export function processorMs(pid) {
  const own = readStat(pid);
  if (own === null) return null;
  const living = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(Number(name)))
    .filter((stat) => stat?.parent === pid)
    .reduce((sum, stat) => sum + (stat?.ms ?? 0), 0);
  return own.ms + own.endedMs + living;
}

/** Processor time that this process has taken: it alone, not those it has started. */
export function ownMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The process that started another. @param {number} pid */
export function parentOf(pid) {
  return readStat(pid)?.parent ?? null;
}

/** @param {number} pid */
function readStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may hold anything; what follows it is parted by blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ms = (/** @type {number[]} */ ...places) =>
      places.reduce((sum, place) => sum + (1000 * Number(fields[place])) / TICKS_A_SECOND, 0);
    return { parent: Number(fields[1]), ms: ms(11, 12), endedMs: ms(13, 14) };
  } catch {
    return null;
  }
}
