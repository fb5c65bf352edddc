import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A Redis of a test's own, to be wiped and killed at will: queues of several test files never meet. */
export interface TestRedis {
  readonly url: string;
  /** Everything in it is gone, the server stays. */
  wipe(): Promise<void>;
  /** As if the power went. */
  kill(): Promise<void>;
  /** Up again, empty, at the same address. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const PROGRAMS = ['redis-server', 'valkey-server'];

export async function startTestRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'dvor-redis-'));
  const socket = join(folder, 'redis.sock');
  let server: ChildProcess | null = await launch(folder, socket);

  const kill = async () => {
    const ended = server && server.exitCode === null && server.signalCode === null ? once(server, 'exit') : null;
    server?.kill('SIGKILL');
    server = null;
    await ended;
  };
  return {
    url: `unix:${socket}`,
    wipe: async () => {
      if ((await ask(socket, 'FLUSHALL')) !== '+OK') throw new Error('Redis was not wiped');
    },
    kill,
    start: async () => {
      server = await launch(folder, socket);
    },
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(folder: string, socket: string): Promise<ChildProcess> {
  await rm(socket, { force: true });
  const settings = ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', '', '--appendonly', 'no'];
  for (const program of PROGRAMS) {
    const server = spawn(program, settings, { stdio: 'ignore' });
    const running = await once(server, 'spawn').then(
      () => true,
      () => false,
    );
    if (!running) continue;
    while ((await ask(socket, 'PING')) !== '+PONG') {
      if (server.exitCode !== null) throw new Error(`${program} ended with code ${server.exitCode}`);
      await pause(10);
    }
    return server;
  }
  throw new Error(`neither ${PROGRAMS.join(' nor ')} is on the PATH`);
}

/** The first line of Redis's answer, '' for none. */
function ask(socket: string, command: string): Promise<string> {
  return new Promise((resolve) => {
    const connection = net.connect(socket, () => connection.write(`${command}\r\n`));
    connection.once('data', (data) => {
      resolve(data.toString().split('\r\n')[0]!);
      connection.destroy();
    });
    connection.once('error', () => resolve(''));
    connection.once('close', () => resolve(''));
  });
}
