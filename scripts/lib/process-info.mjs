// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/**
 * @typedef {object} ProcessInfo
 * @property {number} pid
 * @property {number} parent
 * @property {string} startedAt  with the pid it names one process for ever: pids are given out anew
 * @property {string} command
 */

/**
 * What the system knows of a living process; undefined when there is none (a zombie is none: it only waits to be counted).
 *
 * @param {number} pid
 * @returns {ProcessInfo | undefined}
 */
export function processInfo(pid) {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

/**
 * Whether the very process that was seen before still lives.
 *
 * @param {{ pid: number, startedAt: string }} seen
 */
export function isStillAlive({ pid, startedAt }) {
  return processInfo(pid)?.startedAt === startedAt;
}

/** @returns {ProcessInfo} */
export function thisProcess() {
  const info = processInfo(process.pid);
  if (!info) throw new Error('The system does not show this very process');
  return info;
}

/**
 * Pids of every process whose environment was given `name=value`, however far down the family it is.
 * Only Linux tells; elsewhere the list is empty.
 *
 * @param {string} name
 * @param {string} value
 * @returns {number[]}
 */
export function processesMarked(name, value) {
  if (process.platform !== 'linux') return [];
  const mark = `${name}=${value}`;
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => readOrEmpty(`/proc/${pid}/environ`).split('\0').includes(mark))
    .map(Number);
}

/** @param {number} pid @returns {ProcessInfo | undefined} */
function fromProc(pid) {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  // The name in brackets may itself hold brackets and spaces, so the fields are counted from its last one.
  const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (!stat || state === 'Z' || state === 'X') return undefined;
  return {
    pid,
    parent: Number(parent),
    startedAt: `${bootId()}/${rest[17]}`,
    command: readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim(),
  };
}

/** @type {string | undefined} */
let knownBootId;

/** The start time is counted from boot, so it names the boot too. */
function bootId() {
  return (knownBootId ??= readOrEmpty('/proc/sys/kernel/random/boot_id').trim());
}

/** @param {number} pid @returns {ProcessInfo | undefined} */
function fromPs(pid) {
  let line;
  try {
    line = execFileSync('ps', ['-o', 'ppid=,stat=,lstart=,command=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
  // `  1 Ss   Mon Nov  2 22:53:00 2026     /sbin/launchd`
  const match = /^\s*(\d+)\s+(\S+)\s+(\S+\s+\S+\s+\d+\s+[\d:]+\s+\d{4})\s+(.*)$/.exec(line.trimEnd());
  if (!match || match[2]?.startsWith('Z')) return undefined;
  return { pid, parent: Number(match[1]), startedAt: String(match[3]), command: String(match[4]) };
}

/** @param {string} file */
function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
