// @ts-check
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastWord } from './log-files.mjs';
import { isStillAlive, processInfo } from './process-info.mjs';
import { Trouble } from './trouble.mjs';

// The kernel's limit is 104 bytes on macOS and 108 on Linux.
const LONGEST_SOCKET_PATH = 100;

/**
 * A folder for the socket, for us alone. Not inside the project: its path may be too long for a socket.
 *
 * @param {string} of  what the folder is for: one name, one folder
 */
export function socketFolder(of) {
  const name = `dvor-${createHash('sha256').update(`${process.getuid?.()} ${of}`).digest('hex').slice(0, 12)}`;
  const inTemporary = path.join(tmpdir(), name);
  const folder =
    inTemporary.length + '/redis.sock'.length <= LONGEST_SOCKET_PATH ? inTemporary : path.join('/tmp', name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== process.getuid?.() || (stat.mode & 0o077) !== 0) {
    throw new Trouble(`${folder} is not a private folder of this user. Remove it and start again.`);
  }
  return folder;
}

/**
 * Our own Redis: on a socket, on no port, and keeping its data, because a queue is not a cache.
 *
 * @param {object} how
 * @param {import('./children.mjs').Children} how.children
 * @param {string} how.program
 * @param {string} how.folder  where its data lives
 * @param {string} how.socket
 * @param {string} how.log
 * @param {boolean} [how.lasting]  false for a test run, whose data may be lost
 * @returns {Promise<{ child: import('./children.mjs').Child, url: string }>}
 */
export async function startRedis({ children, program, folder, socket, log, lasting = true }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await stopLeftRedis(folder, socket);
  rmSync(socket, { force: true });
  const settings = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: folder,
    pidfile: path.join(folder, 'redis.pid'),
    daemonize: 'no',
    appendonly: lasting ? 'yes' : 'no',
    appendfsync: 'everysec',
    save: '',
    // BullMQ loses jobs when Redis makes room for others.
    'maxmemory-policy': 'noeviction',
  };
  const child = children.start({
    name: 'Redis',
    command: program,
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    cwd: folder,
    log,
    rank: 1,
    graceMs: 20_000,
  });
  // While it reads its data from disk it answers `-LOADING`.
  while (!child.ending && !(await ping(socket)).startsWith('+PONG')) await sleep(30);
  if (child.ending) {
    const shown = path.relative(process.cwd(), folder);
    throw new Trouble(
      `Redis could not open its data in ${shown}: ${lastWord(log)} (more in ${path.relative(process.cwd(), log)}). Restore it from a copy, or go on without the queue's history after: mv ${shown} ${shown}.broken`,
    );
  }
  return { child, url: `unix:${socket}` };
}

/** @param {string} socket @returns {Promise<string>} the answer, '' for none */
function ping(socket) {
  return new Promise((resolve) => {
    const connection = net.connect(socket, () => connection.write('PING\r\n'));
    connection.setTimeout(1000, () => connection.destroy());
    connection.once('data', (data) => {
      resolve(data.toString());
      connection.destroy();
    });
    connection.on('error', () => resolve(''));
    connection.on('close', () => resolve(''));
  });
}

/** An earlier start was killed together with its watcher. @param {string} folder @param {string} socket */
async function stopLeftRedis(folder, socket) {
  const left = processInfo(readPid(path.join(folder, 'redis.pid')));
  // Redis shows its socket where it had its arguments: `redis-server unixsocket:/tmp/…/redis.sock`
  if (!left?.command.includes(socket)) return;
  process.kill(left.pid, 'SIGTERM');
  for (const end = Date.now() + 20_000; isStillAlive(left) && Date.now() < end;) await sleep(50);
}

/** @param {string} file */
function readPid(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
}

/**
 * Looks whether a Redis that was named to us answers.
 *
 * @param {string} url
 */
export async function checkRedis(url) {
  const match = /^(?:unix:(?:\/\/)?(?<path>\/[^?]+)|rediss?:\/\/)/.exec(url);
  if (!match || (!match.groups?.path && !URL.canParse(url)))
    throw new Trouble('REDIS_URL must look like redis://:password@host:6379/0 or unix:/path/to/redis.sock');
  const { hostname, port } = match.groups?.path ? { hostname: '', port: '' } : new URL(url);
  const where = match.groups?.path
    ? { path: match.groups.path }
    : { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379) };
  const connection = net.connect(where);
  try {
    await new Promise((resolve, reject) => {
      connection.once('connect', resolve).once('error', reject);
      connection.setTimeout(10_000, () => reject(new Error('no answer in 10 s')));
    });
  } catch (error) {
    throw new Trouble(`Redis of REDIS_URL does not answer: ${/** @type {Error} */ (error).message}`);
  } finally {
    connection.destroy();
  }
}
