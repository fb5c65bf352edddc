// @ts-check
import { startSystem } from '../../scenarios/support/running-system.mjs';

/**
 * Before the first walk: the demo organisation, made once by the very command that `npm start` runs. Each walk then
 * clones it, so that walks side by side, one of which closes a month, never meet.
 */
export default async function fillDemo() {
  const system = await startSystem();
  Object.assign(globalThis, { demo: system });
  await system.runCommand('demo');
  await system.stopPrograms(); // a database in use can't be cloned
  process.env.DEMO_DATABASE = new URL(system.database.ownerUrl).pathname.slice(1);
  process.env.DEMO_FILES = system.files;
}
