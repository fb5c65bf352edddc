// @ts-check

/** What the terminal shows while things come up: one calm line a step, with its time. */
export class Progress {
  #out;
  #colours;

  /** @param {NodeJS.WriteStream} [out] */
  constructor(out = process.stdout) {
    this.#out = out;
    this.#colours = Boolean(out.isTTY) && !process.env.NO_COLOR;
  }

  /** @param {string} [text] */
  line(text = '') {
    this.#out.write(`${text}\n`);
  }

  /** @param {string} text */
  note(text) {
    this.line(`  ${this.#dim('·')} ${text}`);
  }

  /** @param {string} text @param {number} [ms] */
  done(text, ms) {
    this.line(`  ${this.#green('✓')} ${text}${ms === undefined ? '' : this.#dim(` (${duration(ms)})`)}`);
  }

  /**
   * @template T
   * @param {string} title
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async step(title, work) {
    const begun = performance.now();
    const result = await work();
    this.done(title, performance.now() - begun);
    return result;
  }

  /** @param {string} text */
  #green(text) {
    return this.#colours ? `\u001b[32m${text}\u001b[39m` : text;
  }

  /** @param {string} text */
  #dim(text) {
    return this.#colours ? `\u001b[2m${text}\u001b[22m` : text;
  }
}

/**
 * `1.9 s`, `2 min 05 s`
 *
 * @param {number} ms
 */
export function duration(ms) {
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
