// @ts-check
import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeEnding } from './children.mjs';
import { lastLines, lastWord } from './log-files.mjs';
import { freePort } from './ports.mjs';
import { outsideBinaries, postgresBinaries } from './postgres-binaries.mjs';
import { broken, checkDataFolder, isReady, leftPostmaster, linkOutside, realDataFolder } from './postgres-folder.mjs';
import { canEnter, canRun, postgresUser } from './postgres-user.mjs';
import { isStillAlive, processInfo } from './process-info.mjs';

/** The superuser of an embedded server: runs the migrations, and nothing else. */
export const OWNER = 'dvor_owner';

/**
 * A cluster on disk and what is needed to run it.
 *
 * @typedef {object} Cluster
 * @property {string} folder
 * @property {import('./postgres-binaries.mjs').PostgresBinaries} binaries
 * @property {import('./postgres-user.mjs').PostgresUser} user
 * @property {boolean} exists
 */

/**
 * Finds out where a data folder lives and who may run it. Nothing is started, so that a broken folder is told early.
 *
 * @param {{ root: string, folder: string, onNote?: (line: string) => void }} where
 * @returns {Cluster}
 */
export function locateCluster({ root, folder, onNote = () => {} }) {
  const binaries = postgresBinaries(root);
  const exists = checkDataFolder(folder);
  const user = postgresUser(folder);
  const usable = canRun(user, binaries.postgres) ? binaries : outsideBinaries(binaries);
  const cluster = { binaries: usable, user, exists };
  if (exists) {
    const real = realDataFolder(folder);
    if (!canEnter(user, real)) throw broken(folder, 'lies where the user that owns it may not go');
    return { ...cluster, folder: real };
  }
  if (canEnter(user, path.dirname(folder))) return { ...cluster, folder };
  const target = linkOutside(folder);
  const found = checkDataFolder(target);
  onNote(
    `PostgreSQL's user may not enter this folder, so its data lives in ${target}${found ? ', where it was found from before' : ''}`,
  );
  return { ...cluster, folder: target, exists: found };
}

/**
 * Makes the cluster, whole or not at all.
 *
 * @param {Cluster} cluster
 * @param {{ children: import('./children.mjs').Children, password: string, log: string }} how
 */
export async function initialise({ folder, binaries, user }, { children, password, log }) {
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const secret = mkdtempSync(path.join(tmpdir(), 'dvor-secret-'));
  const passwordFile = path.join(secret, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  for (const place of [half, secret, passwordFile]) giveTo(user, place);
  try {
    await children.run({
      ...user,
      name: 'initdb',
      command: binaries.initdb,
      // Without these, a machine with no LANG gets SQL_ASCII, in which Cyrillic has no upper and lower case.
      args: [
        `--pgdata=${half}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        '--no-instructions',
      ],
      cwd: '/',
      log,
      graceMs: 3000,
    });
    renameSync(half, folder);
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}

/**
 * Starts the server and waits until it answers.
 *
 * @param {Cluster} cluster
 * @param {object} how
 * @param {import('./children.mjs').Children} how.children
 * @param {(where: { port: number }) => Record<string, string>} how.settings
 * @param {string} how.log
 * @returns {Promise<{ child: import('./children.mjs').Child, port: number }>}
 */
export async function startPostgres(cluster, { children, settings, log }) {
  await stopLeftPostmaster(cluster.folder);
  forgetDeadPostmaster(cluster.folder);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const child = children.start({
      ...cluster.user,
      name: 'PostgreSQL',
      command: cluster.binaries.postgres,
      args: [
        '-D',
        cluster.folder,
        ...Object.entries(settings({ port })).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      cwd: '/',
      env: { ...process.env, LC_MESSAGES: 'C', PGDATA: undefined },
      log,
      rank: 2,
      signal: 'SIGINT', // a fast stop: sessions are ended, data is whole
      graceMs: 60_000,
    });
    while (!child.ending && !isReady(cluster.folder, child.pid)) await sleep(50);
    if (!child.ending) return { child, port };
    // Somebody took the port between our look and the server's.
    if (attempt < 3 && lastLines(log).some((line) => line.includes('could not create any TCP/IP sockets'))) continue;
    if (children.stopping) throw new Error(describeEnding(child, child.ending));
    throw broken(
      cluster.folder,
      `could not be opened by PostgreSQL (${lastWord(log)
        .replace(/^.*?(FATAL|PANIC|LOG|DETAIL):\s*/, '')
        .replace(/\.$/, '')}; more in ${path.relative(process.cwd(), log)})`,
    );
  }
}

/**
 * Sets the owner's password from inside, for a folder whose secrets were lost. The server must not run.
 *
 * @param {Cluster} cluster
 * @param {string} password
 */
export function resetOwnerPassword({ folder, binaries, user }, password) {
  spawnSync(binaries.postgres, ['--single', '-D', folder, 'postgres'], {
    ...user,
    cwd: '/',
    input: `ALTER ROLE ${OWNER} PASSWORD '${password}'\n`,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
}

/** An earlier start was killed together with its watcher. @param {string} folder */
async function stopLeftPostmaster(folder) {
  const pid = leftPostmaster(folder);
  const left = pid && processInfo(pid);
  if (!left) return;
  process.kill(left.pid, 'SIGINT');
  for (const end = Date.now() + 60_000; isStillAlive(left) && Date.now() < end;) await sleep(100);
}

/** The start's lock says that nobody else runs here; a power cut may leave a file that PostgreSQL itself can't read. @param {string} folder */
function forgetDeadPostmaster(folder) {
  if (leftPostmaster(folder) === undefined) rmSync(path.join(folder, 'postmaster.pid'), { force: true });
}

/** @param {import('./postgres-user.mjs').PostgresUser} user @param {string} place */
function giveTo({ uid, gid }, place) {
  if (uid !== undefined && gid !== undefined) chownSync(place, uid, gid);
}
