// @ts-check
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { OUTSIDE, POSTGRES_MAJOR } from './postgres-binaries.mjs';
import { processInfo } from './process-info.mjs';
import { Trouble } from './trouble.mjs';

// The parts of a cluster that PostgreSQL can't start without. Copying tools like to drop the empty ones.
const NEEDED_FOLDERS = [
  'base',
  'global',
  'pg_wal',
  'pg_xact',
  'pg_multixact',
  'pg_subtrans',
  'pg_tblspc',
  'pg_twophase',
  'pg_notify',
  'pg_logical',
  'pg_replslot',
  'pg_stat',
  'pg_dynshmem',
  'pg_commit_ts',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
];
const CONTROL_BYTES = 8192;

/**
 * Puts a link in place of a data folder that is still to be made, to where PostgreSQL's user can come.
 *
 * @param {string} folder
 * @returns {string} the place outside
 */
export function linkOutside(folder) {
  const target = placeOutside(folder);
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
  rmSync(folder, { force: true }); // at most a link that points nowhere
  symlinkSync(target, folder);
  return target;
}

/**
 * The data folder itself, behind a link if there is one. A link that came along in a copied project leads to the data
 * of the original, which may be running.
 *
 * @param {string} folder
 */
export function realDataFolder(folder) {
  const target = realpathSync(folder);
  const own = placeOutside(folder);
  if (path.dirname(target) === OUTSIDE && target !== own) {
    throw new Trouble(
      `${shown(folder)} points to the data of a project in another place. Was this one copied: rm ${shown(folder)}. Was it moved: mv ${target} ${own} && ln -sfn ${own} ${shown(folder)}`,
    );
  }
  return target;
}

/** A name that belongs to this folder alone. @param {string} folder */
function placeOutside(folder) {
  const place = path.join(realpathSync(path.dirname(folder)), path.basename(folder));
  return path.join(OUTSIDE, createHash('sha256').update(place).digest('hex').slice(0, 12));
}

/**
 * Whether the folder holds a cluster. Throws a Trouble with the mend when it holds a broken one.
 *
 * @param {string} folder
 * @returns {boolean} false when there is nothing yet
 */
export function checkDataFolder(folder) {
  if (!existsSync(folder)) {
    // A link of ours whose data is not made yet points to nothing; so does one whose disk is not mounted.
    const link = lstatSync(folder, { throwIfNoEntry: false });
    if (link && readlinkSync(folder) !== placeOutside(folder)) {
      throw new Trouble(
        `${shown(folder)} points to a folder that is not there. Bring its data back, or start anew after: rm ${shown(folder)}`,
      );
    }
    return false;
  }
  const stat = statSync(folder);
  if (!stat.isDirectory()) throw broken(folder, 'is not a folder');
  if (process.getuid?.() !== 0 && stat.uid !== process.getuid?.()) {
    throw new Trouble(
      `The data folder ${shown(folder)} belongs to another user. Start Dvor as the user who made it (or as root), or: sudo chown -R ${userInfo().username} ${shown(folder)}`,
    );
  }
  const versionFile = path.join(folder, 'PG_VERSION');
  if (!existsSync(versionFile)) throw broken(folder, 'is not a whole PostgreSQL folder (PG_VERSION is missing)');
  const major = readFileSync(versionFile, 'utf8').trim();
  if (major !== String(POSTGRES_MAJOR)) {
    throw broken(
      folder,
      `was written by PostgreSQL ${/^\d+$/.test(major) ? major : '(unknown version)'}, and this Dvor brings PostgreSQL ${POSTGRES_MAJOR}`,
    );
  }
  const lost = NEEDED_FOLDERS.find((name) => !existsSync(path.join(folder, name)));
  if (lost) throw broken(folder, `is damaged (${lost} is missing)`);
  const control = statSync(path.join(folder, 'global', 'pg_control'), { throwIfNoEntry: false });
  if (control?.size !== CONTROL_BYTES)
    throw broken(folder, `is damaged (global/pg_control is ${control ? 'cut short' : 'missing'})`);
  return true;
}

/**
 * @param {string} folder
 * @param {string} what  said of the folder
 */
export function broken(folder, what) {
  const real = shown(realpathSync(folder)); // moving a link away would leave the data where it is
  return new Trouble(
    `The data folder ${shown(folder)} ${what}. Restore it from a copy, or start anew after: mv ${real} ${real}.broken`,
  );
}

/**
 * The postmaster that an earlier start left behind, if it still runs.
 *
 * @param {string} folder
 * @returns {number | undefined} its pid
 */
export function leftPostmaster(folder) {
  const pid = Number(postmasterFile(folder)[0]);
  const command = Number.isInteger(pid) && pid > 0 ? processInfo(pid)?.command : undefined;
  return command?.includes('postgres') && command.includes(realpathSync(folder)) ? pid : undefined;
}

/**
 * The server writes its state into the eighth line of postmaster.pid; `pg_ctl -w` reads it as well.
 *
 * @param {string} folder
 * @param {number} pid
 */
export function isReady(folder, pid) {
  const lines = postmasterFile(folder);
  return Number(lines[0]) === pid && lines[7] === 'ready';
}

/** @param {string} folder */
function postmasterFile(folder) {
  try {
    return readFileSync(path.join(folder, 'postmaster.pid'), 'utf8')
      .split('\n')
      .map((line) => line.trim());
  } catch {
    return [];
  }
}

/** @param {string} file */
function shown(file) {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}
