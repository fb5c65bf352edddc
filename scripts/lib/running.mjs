// @ts-check
import { rmSync, writeFileSync } from 'node:fs';

/**
 * Leaves a note for tools that work on the running system (a bench, a synthetic city): where it is and with what
 * settings its worker runs. It holds passwords, so it is its owner's alone, and is gone when the system stops.
 *
 * @param {string} file
 * @param {{ url: string, env: NodeJS.ProcessEnv }} running
 * @returns {() => void} takes the note away
 */
export function noteRunning(file, running) {
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(running, null, 2)}\n`, { mode: 0o600 });
  return () => rmSync(file, { force: true });
}
