// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from './find-program.mjs';
import { lastLines } from './log-files.mjs';
import { Trouble } from './trouble.mjs';

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Locked */

/**
 * Whether node_modules holds what package-lock.json asks for. npm keeps its own record of what it laid, and writes it
 * last, so an installation that was cut short doesn't count.
 *
 * @param {string} root
 */
export function dependenciesMatch(root) {
  const wanted = lockedPackages(path.join(root, 'package-lock.json'));
  if (!wanted)
    throw new Trouble('package-lock.json is missing or not readable. Bring it back: git checkout package-lock.json');
  const laid = lockedPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (!laid) return false;
  return Object.entries(wanted).every(([place, locked]) => {
    if (!place.includes('node_modules/')) return true; // the project's own packages
    const found = laid[place];
    if (!found) return Boolean(locked.optional) && !isForThisSystem(locked);
    const same =
      found.version === locked.version &&
      found.integrity === locked.integrity &&
      Boolean(found.link) === Boolean(locked.link);
    return same && existsSync(path.join(root, place));
  });
}

/**
 * @param {string} root
 * @param {{ children: import('./children.mjs').Children, log: string }} how
 */
export async function installDependencies(root, { children, log }) {
  // The npm that runs us, if one does; else the one on the PATH.
  const script = process.env.npm_execpath;
  const ours = script?.endsWith('npm-cli.js') ? script : undefined;
  const command = ours ? process.execPath : findProgram(['npm']);
  if (!command)
    throw new Trouble(
      'npm was not found. It comes with Node.js: install that from nodejs.org or by the package manager.',
    );
  const npm = (/** @type {string[]} */ ...args) =>
    children.run({
      name: `npm ${args[0]}`,
      command,
      // The build tools are development dependencies, so NODE_ENV=production must not leave them out.
      args: [...(ours ? [ours] : []), ...args, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      cwd: root,
      env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
      log,
    });
  try {
    await npm('ci');
  } catch (error) {
    // A lock written where the registry lacks packages made for other systems is incomplete to `npm ci`, though it
    // has all that this system needs. Installing without saving keeps to its versions and leaves it as it is.
    if (!lastLines(log).some((line) => line.includes('from lock file'))) throw error;
    await npm('install', '--no-save');
  }
}

/** An optional package that names this very system (PostgreSQL's binaries do) must be there. @param {Locked} locked */
function isForThisSystem({ os, cpu, libc }) {
  return Boolean(os?.includes(process.platform) && cpu?.includes(process.arch) && !libc);
}

/** @param {string} file @returns {Record<string, Locked> | undefined} */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
