// @ts-check
import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Trouble } from './trouble.mjs';

/**
 * Makes the folder for all that is made here, `.dvor`.
 *
 * @param {string} state
 */
export function makeStateFolder(state) {
  try {
    // PostgreSQL may run as another user, who has to pass through it. What the rest holds is for its owner alone.
    mkdirSync(state, { mode: 0o711, recursive: true });
    for (const folder of ['logs', 'files']) mkdirSync(path.join(state, folder), { mode: 0o700, recursive: true });
    accessSync(state, constants.W_OK);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Trouble(
      `${path.basename(state)} can't be written (${code}). Start Dvor as the user who started it before, or give the folder to this one.`,
    );
  }
}
