// @ts-check
import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { findProgram } from './find-program.mjs';
import { Trouble } from './trouble.mjs';

/** Whom PostgreSQL runs as; nothing means: as ourselves. @typedef {{ uid?: number, gid?: number }} PostgresUser */

/**
 * PostgreSQL refuses to run as root. Then it runs as the owner of the data folder there is, or as `postgres`, a system
 * user made here when the system has none.
 *
 * @param {string} dataFolder
 * @returns {PostgresUser}
 */
export function postgresUser(dataFolder) {
  if (process.getuid?.() !== 0) return {};
  const owner = ownerOf(dataFolder);
  if (owner && owner.uid !== 0) return owner;
  return systemUser() ?? makeSystemUser();
}

/**
 * Whether that user can run a program, tried in earnest: modes, mounts and lists of rights all count.
 *
 * @param {PostgresUser} user
 * @param {string} program
 */
export function canRun(user, program) {
  return (
    user.uid === undefined || spawnSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

/**
 * @param {PostgresUser} user
 * @param {string} folder
 */
export function canEnter(user, folder) {
  return (
    user.uid === undefined ||
    spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

/** @param {string} folder @returns {PostgresUser | undefined} */
function ownerOf(folder) {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat && { uid: stat.uid, gid: stat.gid };
}

/** @returns {PostgresUser | undefined} */
function systemUser() {
  const id = (/** @type {string} */ flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** @returns {PostgresUser} */
function makeSystemUser() {
  const useradd = findProgram(['useradd']);
  if (useradd) {
    spawnSync(
      useradd,
      [
        '--system',
        '--user-group',
        '--no-create-home',
        '--home-dir',
        '/var/lib/postgresql',
        '--shell',
        '/bin/sh',
        'postgres',
      ],
      { stdio: 'ignore' },
    );
  }
  const user = systemUser();
  if (!user)
    throw new Trouble(
      'PostgreSQL does not run as root, and a user "postgres" could not be made. Start Dvor as an ordinary user.',
    );
  return user;
}
