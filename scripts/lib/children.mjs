// @ts-check
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { lastWord } from './log-files.mjs';
import { processInfo } from './process-info.mjs';
import { RUN_MARK, clearAway, killAtOnce, stopInOrder } from './stop-in-order.mjs';
import { Trouble } from './trouble.mjs';

/** @typedef {import('./stop-in-order.mjs').Member} Member */

/**
 * @typedef {object} ChildOptions
 * @property {string} name
 * @property {string} command
 * @property {readonly string[]} args
 * @property {string} log  where its output goes
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]  instead of our own environment
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {number} [rank]  see Member
 * @property {NodeJS.Signals | null} [signal]
 * @property {boolean} [wholeGroup]
 * @property {number} [graceMs]
 * @property {boolean} [channel]  whether it gets an IPC channel, whose end tells it that we are gone
 * @property {(line: string) => void} [onLine]  also called with each line it prints
 * @property {'log' | 'terminal'} [output]  the terminal, for a tool whose output is the very thing asked for
 */

/** @typedef {{ code?: number | null, signal?: NodeJS.Signals | null, error?: Error }} Ending */
/** @typedef {{ name: string, pid: number, log: string, ended: Promise<Ending>, ending?: Ending }} Child `ending` is set once it has ended */

const WATCHER = fileURLToPath(new URL('watcher.mjs', import.meta.url));

/**
 * The processes of one run. Each leads a process group of its own, so that Ctrl-C at the terminal reaches us alone and
 * we decide the order; each is made known to a watcher, so that none outlives us even when we are killed.
 */
export class Children {
  #mark = randomUUID();
  /** @type {Map<number, Member>} */
  #members = new Map();
  /** @type {Set<string>} */
  #places = new Set();
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #watcher;
  #stopping = false;
  /** @type {(trouble: Trouble) => void} */
  #lose = () => {};

  /** Rejects when a child that is needed has ended. @type {Promise<never>} */
  lost = new Promise((_, reject) => (this.#lose = reject));

  constructor() {
    this.lost.catch(() => {}); // whoever runs the children asks
    this.#watch();
  }

  /** Whether the end was asked for, so that a child that ends is no news. */
  get stopping() {
    return this.#stopping;
  }

  /** Who stops the children when we are killed. @returns {{ pid: number, startedAt: string } | undefined} */
  get watcher() {
    return processInfo(this.#watcher?.pid ?? 0);
  }

  /**
   * Starts a child that is to live until `stopAll`.
   *
   * @param {ChildOptions} options
   * @returns {Child}
   */
  start(options) {
    // After the end has begun nothing may start: it would be forgotten.
    if (this.#stopping) throw new Trouble('Dvor is stopping.');
    const { name, command, args, log, cwd, uid, gid, onLine } = options;
    const out = options.output === 'terminal' ? 'inherit' : openSync(log, 'a');
    try {
      const child = spawn(command, args, {
        cwd,
        uid,
        gid,
        env: { ...withoutLifecycle(options.env ?? process.env), [RUN_MARK]: this.#mark },
        detached: true,
        stdio: ['ignore', onLine ? 'pipe' : out, out, ...(options.channel ? [/** @type {const} */ ('ipc')] : [])],
      });
      /** @type {Promise<Ending>} */
      const ended = new Promise((resolve) => {
        child.once('error', (error) => resolve({ error }));
        child.once('close', (code, signal) => resolve({ code, signal }));
      });
      if (onLine && child.stdout) {
        createInterface({ input: child.stdout }).on('line', (line) => {
          appendFileSync(log, `${line}\n`);
          onLine(line);
        });
      }
      if (child.pid !== undefined) this.#register(child.pid, options, ended);
      /** @type {Child} */
      const started = { name, pid: child.pid ?? 0, log, ended };
      ended.then((ending) => (started.ending = ending));
      return started;
    } finally {
      if (typeof out === 'number') closeSync(out);
    }
  }

  /**
   * From now on the run can't do without this child: its end is the end of all.
   *
   * @param {Child} child
   */
  need(child) {
    child.ended.then((ending) => {
      if (!this.#stopping) this.#lose(new Trouble(describeEnding(child, ending)));
    });
  }

  /**
   * A child that is started again when it dies by itself: its work waits for it. One that dies three times in a minute
   * has a reason that another start does not mend, and takes the run down.
   *
   * @param {ChildOptions} options
   * @param {(child: Child, ending: Ending) => void} onRestart
   */
  keepAlive(options, onRestart) {
    /** @type {number[]} */
    const deaths = [];
    const watch = (/** @type {Child} */ child) => {
      child.ended.then((ending) => {
        if (this.#stopping) return;
        const now = performance.now();
        deaths.push(now);
        if (deaths.filter((death) => death > now - 60_000).length >= 3) {
          this.#lose(new Trouble(describeEnding(child, ending)));
          return;
        }
        onRestart(child, ending);
        watch(this.start(options));
      });
    };
    const first = this.start(options);
    watch(first);
    return first;
  }

  /**
   * Runs a child to its end; throws a Trouble with its last word when it fails.
   *
   * @param {ChildOptions} options
   */
  async run(options) {
    const child = this.start({ rank: 0, wholeGroup: true, ...options });
    const ending = await child.ended;
    if (ending.code !== 0) throw new Trouble(describeEnding(child, ending));
  }

  /**
   * A folder or file to be removed at the end of the run, however the run ends.
   *
   * @param {string} place
   */
  clearAtEnd(place) {
    this.#places.add(place);
    this.#tell({ clear: place });
  }

  /** Asks all to stop, in order, and waits for it. */
  async stopAll() {
    this.#stopping = true;
    await stopInOrder([...this.#members.values()]);
    this.#clear();
  }

  /** Asks nobody. */
  killAll() {
    this.#stopping = true;
    killAtOnce([...this.#members.values()]);
    this.#clear();
  }

  #clear() {
    clearAway({ mark: this.#mark, places: this.#places });
    for (const place of this.#places) this.#tell({ keep: place });
  }

  /** @param {number} pid @param {ChildOptions} options @param {Promise<Ending>} ended */
  #register(pid, { name, rank = 0, signal = 'SIGTERM', wholeGroup = false, graceMs = 10_000 }, ended) {
    const startedAt = processInfo(pid)?.startedAt;
    if (!startedAt) return; // it has ended already
    const member = { name, pid, startedAt, rank, signal, wholeGroup, graceMs };
    this.#members.set(pid, member);
    this.#tell({ watch: member });
    ended.then(() => {
      this.#members.delete(pid);
      this.#tell({ forget: pid });
    });
  }

  #watch() {
    const watcher = spawn(process.execPath, [WATCHER, this.#mark], {
      cwd: path.parse(process.cwd()).root, // holds no folder of the project
      // When we are ourselves a child of such a run, its sweep must leave our watcher to do its work.
      env: { ...process.env, [RUN_MARK]: undefined },
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    watcher.unref();
    /** @type {import('node:net').Socket} */ (watcher.stdin).unref();
    watcher.stdin?.on('error', () => {}); // told below
    watcher.once('exit', () => {
      if (!this.#stopping) this.#watch();
    });
    this.#watcher = watcher;
    for (const place of this.#places) this.#tell({ clear: place });
    for (const member of this.#members.values()) this.#tell({ watch: member });
  }

  /** @param {import('./watcher.mjs').Message} message */
  #tell(message) {
    this.#watcher?.stdin?.write(`${JSON.stringify(message)}\n`);
  }
}

/**
 * One line on a child that ended when it should not have.
 *
 * @param {Child} child
 * @param {Ending} ending
 */
export function describeEnding({ name, log }, { code, signal, error }) {
  if (error) return `${name} could not be started: ${error.message}`;
  const how = signal ? `was killed (${signal})` : `ended with code ${code}`;
  const word = lastWord(log);
  return `${name} ${how}${word ? `: ${shortened(word)}` : ''} — its log: ${path.relative(process.cwd(), log)}`;
}

/** @param {string} text */
function shortened(text) {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

/** What npm says of the script it runs would mislead a script further down; its settings (npm_config_…) stay. @param {NodeJS.ProcessEnv} env */
function withoutLifecycle(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_(?!config_)/i.test(name)));
}
