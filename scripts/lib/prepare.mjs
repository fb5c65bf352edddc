// @ts-check
import path from 'node:path';
import { build, isBuilt } from './build.mjs';
import { dependenciesMatch, installDependencies } from './dependencies.mjs';
import { freshLog } from './log-files.mjs';
import { waitForLock } from './lock.mjs';
import { findSystemPrograms, planInstallation, SYSTEM_PROGRAMS } from './system-programs.mjs';
import { Trouble } from './trouble.mjs';

/**
 * @typedef {object} Workplace
 * @property {string} root
 * @property {string} state  the folder for all that is made here: `.dvor`
 * @property {string} logs
 * @property {import('./children.mjs').Children} children
 * @property {import('./progress.mjs').Progress} progress
 */

/**
 * Sees first what is missing and whether it can be had, and only then installs: nobody is surprised half-way.
 *
 * @param {Workplace} place
 * @param {{ wanted: import('./system-programs.mjs').ProgramKey[], env: NodeJS.ProcessEnv }} what
 * @returns {Promise<Partial<Record<import('./system-programs.mjs').ProgramKey, string>>>} paths of the wanted programs
 */
export async function installWhatIsMissing(place, { wanted, env }) {
  const { root, progress } = place;
  const { missing } = await findSystemPrograms(wanted, env);
  const plan = missing.length ? planInstallation(missing) : [];
  const installs = plan.map(({ title, ...command }) => {
    progress.note(`installing ${title}`);
    return () => progress.step(`installed ${title}`, () => installSystemPrograms(place, { title, ...command }));
  });
  const oneAfterAnother = installs.reduce((before, install) => before.then(install), Promise.resolve());
  await Promise.all([oneAfterAnother, alone(place, matchDependencies)]);

  const { found, missing: still } = await findSystemPrograms(wanted, env);
  const lost = still[0];
  if (lost)
    throw new Trouble(
      `${SYSTEM_PROGRAMS[lost].title} was installed but does not run. Install one that does, and name it: ${SYSTEM_PROGRAMS[lost].variable}=/path/to/it npm start`,
    );
  progress.done(wanted.map((key) => `${SYSTEM_PROGRAMS[key].title} ${found[key]?.version}`).join(', '));
  return Object.fromEntries(wanted.map((key) => [key, found[key]?.path]));

  async function matchDependencies() {
    const { children, logs } = place;
    if (dependenciesMatch(root)) return;
    progress.note('installing dependencies with npm ci');
    await progress.step('installed dependencies', () =>
      installDependencies(root, { children, log: freshLog(logs, 'npm-ci') }),
    );
  }
}

/**
 * Builds unless the very same sources were built before.
 *
 * @param {Workplace} place
 */
export async function buildIfNeeded(place) {
  await alone(place, async ({ root, state, logs, children, progress }) => {
    const stamp = path.join(state, 'build.json');
    if (isBuilt(root, stamp)) return;
    progress.note('building');
    await progress.step('built', () => build(root, { children, stamp, log: freshLog(logs, 'build') }));
  });
}

/**
 * @param {Workplace} place
 * @param {{ title: string, command: string, args: string[], env: NodeJS.ProcessEnv }} install
 */
async function installSystemPrograms({ children, logs }, { title, command, args, env }) {
  await children.run({
    name: `Installing ${title}`,
    command,
    args,
    env: { ...process.env, ...env },
    log: freshLog(logs, 'system-packages'),
    // A package manager that is cut short leaves the system half-installed: it is waited for instead.
    signal: null,
    graceMs: 15 * 60_000,
  });
}

/**
 * `npm start` and `npm test` of one folder may run at once, but not install or build at once.
 *
 * @param {Workplace} place
 * @param {(place: Workplace) => Promise<void>} work
 */
async function alone(place, work) {
  const lock = await waitForLock(path.join(place.state, 'prepare.lock'), ({ pid }) =>
    place.progress.note(`waiting for another Dvor command (pid ${pid}) that is preparing this folder`),
  );
  try {
    await work(place);
  } finally {
    lock.release();
  }
}
