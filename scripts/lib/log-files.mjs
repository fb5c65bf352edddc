// @ts-check
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

const KEPT = 5;
const TAIL_BYTES = 16 * 1024;
const ERROR = /\b(fatal|panic|\w*error)\b|^E: |"level":(50|60)\b/i;
// Lines of a stack, and npm's word that it has a log too.
const CHATTER = /^at |^npm error A complete log|^npm error *$/;

/**
 * A fresh log named `<name>.log`; those of the starts before become `<name>.1.log`, `<name>.2.log` and so on.
 *
 * @param {string} folder
 * @param {string} name
 * @returns {string} the file
 */
export function freshLog(folder, name) {
  mkdirSync(folder, { recursive: true });
  const numbered = (/** @type {number} */ n) => path.join(folder, n === 0 ? `${name}.log` : `${name}.${n}.log`);
  rmSync(numbered(KEPT - 1), { force: true });
  for (let n = KEPT - 2; n >= 0; n--) {
    if (existsSync(numbered(n))) renameSync(numbered(n), numbered(n + 1));
  }
  closeSync(openSync(numbered(0), 'a'));
  return numbered(0);
}

/**
 * The last lines of a log that say something; only its end is read, however long it is.
 *
 * @param {string} file
 * @returns {string[]}
 */
export function lastLines(file) {
  let handle;
  try {
    handle = openSync(file, 'r');
    const { size } = fstatSync(handle);
    const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(handle, buffer, 0, buffer.length, size - buffer.length);
    return buffer
      .toString('utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  } catch {
    return [];
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/**
 * The line that most likely tells why a program ended: its last error, or else its last word.
 *
 * @param {string} file
 * @returns {string} '' when the log is empty
 */
export function lastWord(file) {
  const lines = lastLines(file);
  const error = lines.findLast((line) => ERROR.test(line) && !CHATTER.test(line));
  return readable(error ?? lines.at(-1) ?? '');
}

/** A JSON line of the log in words. @param {string} line */
function readable(line) {
  try {
    const { msg, err } = JSON.parse(line);
    return [msg, err?.message].filter((part, index, parts) => part && parts.indexOf(part) === index).join(': ') || line;
  } catch {
    return line;
  }
}
