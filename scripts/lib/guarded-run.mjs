// @ts-check
import { ancestorsUpToNpm, whenAncestorIsGone } from './ancestors.mjs';
import { Children } from './children.mjs';
import { Trouble } from './trouble.mjs';

/**
 * @typedef {object} Guard
 * @property {Children} children
 * @property {(clean: () => void) => void} atEnd  what to do last of all, however the run ends
 */

// npm passes on the very Ctrl-C that the terminal has already sent us: one press, two signals.
const SAME_PRESS_MS = 700;

/**
 * Runs `body` and then ends this process, leaving no child behind: when the body is done or fails, on Ctrl-C, SIGTERM
 * or SIGHUP (a second one kills), and when the npm that started us is killed.
 *
 * @param {(guard: Guard) => Promise<number>} body  gives the exit code
 * @param {{ onStop?: () => void, stoppedCode?: number }} [options]
 */
export async function guardedRun(body, { onStop = () => {}, stoppedCode = 0 } = {}) {
  ignoreLostTerminal();
  const children = new Children();
  /** @type {(() => void)[]} */
  const cleaners = [];
  const end = (/** @type {number} */ code) => {
    for (const clean of cleaners.reverse()) clean();
    process.exit(code);
  };

  const stopAsked = whenStopIsAsked(() => {
    children.killAll();
    end(stoppedCode);
  });
  let code = stoppedCode;
  try {
    const outcome = await Promise.race([
      body({ children, atEnd: (clean) => cleaners.push(clean) }),
      children.lost,
      unexpectedError(),
      stopAsked,
    ]);
    if (outcome === 'stop') onStop();
    else code = outcome;
  } catch (error) {
    code = error instanceof Trouble ? error.exitCode : 1;
    console.error(error instanceof Trouble ? `\n  ✗ ${error.message}\n` : error);
  }
  await children.stopAll();
  end(code);
}

/**
 * @param {() => void} onSecond
 * @returns {Promise<'stop'>}
 */
function whenStopIsAsked(onSecond) {
  return new Promise((resolve) => {
    let first = 0;
    const ask = () => {
      first ||= Date.now();
      resolve('stop');
    };
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        if (first && Date.now() - first > SAME_PRESS_MS) onSecond();
        ask();
      });
    }
    whenAncestorIsGone(ancestorsUpToNpm(), ask);
  });
}

/** @returns {Promise<never>} */
function unexpectedError() {
  return new Promise((_, reject) => {
    process.on('uncaughtException', reject);
    process.on('unhandledRejection', reject);
  });
}

/** A closed terminal or a broken pipe must not keep us from stopping in order. */
function ignoreLostTerminal() {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
