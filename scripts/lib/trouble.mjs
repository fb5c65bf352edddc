// @ts-check

/**
 * Something the person at the terminal can mend. Its message is one line that says what is wrong and what to do;
 * every other error is a fault of ours and shows its stack.
 */
export class Trouble extends Error {
  /** @param {string} message @param {{ exitCode?: number, cause?: unknown }} [options] */
  constructor(message, { exitCode = 1, cause } = {}) {
    super(message, { cause });
    this.name = 'Trouble';
    this.exitCode = exitCode;
  }
}
