import { type RunningSystem, startSystem } from '../../scenarios/support/running-system.mjs';

/** The demo of this run, on the morning of 2 November 2026, for one file of walks alone. */
export function startDemo(): Promise<RunningSystem> {
  const { DEMO_DATABASE: database, DEMO_FILES: files } = process.env;
  if (!database || !files) throw new Error('The demo is not made: fill-demo.mjs is to run before the walks');
  return startSystem({ database, files });
}
