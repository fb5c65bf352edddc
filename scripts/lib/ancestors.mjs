// @ts-check
import { isStillAlive, processInfo } from './process-info.mjs';

/** @typedef {import('./process-info.mjs').ProcessInfo} ProcessInfo */

const NPM = /\b(npm|pnpm|yarn)\b/;
// npm, and at most a shell or two between it and us.
const MOST_GENERATIONS = 4;

/**
 * The processes between us and the `npm` that started us, npm included: when one of them is killed we are to stop.
 * Nothing above npm counts, so `nohup npm start &` outlives its terminal; nor does a start without npm.
 *
 * @param {{ pid?: number, env?: NodeJS.ProcessEnv }} [of]
 * @returns {ProcessInfo[]}
 */
export function ancestorsUpToNpm({ pid = process.pid, env = process.env } = {}) {
  if (!env.npm_lifecycle_event) return [];
  /** @type {ProcessInfo[]} */
  const chain = [];
  let info = processInfo(pid);
  while (chain.length < MOST_GENERATIONS) {
    info = info && processInfo(info.parent);
    if (!info || info.pid <= 1) break;
    chain.push(info);
    if (NPM.test(info.command) && !isShell(info.command)) return chain;
  }
  // npm could not be told apart (a wrapper, another manager): our own parent is still a parent.
  return chain.slice(0, 1);
}

/**
 * Calls back once, when one of the ancestors is gone. A killed process tells its children nothing, so they are looked at.
 *
 * @param {readonly ProcessInfo[]} ancestors
 * @param {() => void} onGone
 * @param {{ everyMs?: number }} [options]
 * @returns {() => void} stops looking
 */
export function whenAncestorIsGone(ancestors, onGone, { everyMs = 1000 } = {}) {
  const timer = setInterval(() => {
    if (ancestors.every(isStillAlive)) return;
    clearInterval(timer);
    onGone();
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** `sh -c "npm start"` speaks of npm and is none. @param {string} command */
function isShell(command) {
  return /^(\S*\/)?(ba|da|z|a)?sh\s/.test(command);
}
