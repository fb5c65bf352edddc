import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Children } from '../../scripts/lib/children.mjs';
import { freshLog } from '../../scripts/lib/log-files.mjs';
import { checkRedis, socketFolder, startRedis } from '../../scripts/lib/redis.mjs';
import { findSystemPrograms } from '../../scripts/lib/system-programs.mjs';
import { scratchFolder } from './scratch.js';

let children: Children;
let folder: string;
let sockets: string;

beforeEach(() => {
  children = new Children();
  folder = scratchFolder();
  sockets = socketFolder(folder);
  children.clearAtEnd(sockets);
});
afterEach(() => children.stopAll());

const start = async () => {
  const { found } = await findSystemPrograms(['redis']);
  const how = {
    folder: path.join(folder, 'redis'),
    socket: path.join(sockets, 'redis.sock'),
    log: freshLog(folder, 'redis'),
  };
  return startRedis({ ...how, children, program: String(found.redis?.path) });
};

it('keeps what it was given over a stop, on a socket and on no port', async () => {
  const first = await start();
  await checkRedis(first.url);
  const before = new Redis(first.url.slice('unix:'.length));
  await before.set('run', 'October');
  expect(await before.config('GET', 'port')).toEqual(['port', '0']);
  expect(await before.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
  before.disconnect();
  process.kill(first.child.pid, 'SIGTERM');
  await first.child.ended;

  const second = await start();
  const after = new Redis(second.url.slice('unix:'.length));
  expect(await after.get('run')).toBe('October');
  after.disconnect();
});

it('tells of data that it can not read in one line with the mend', async () => {
  const { child } = await start();
  process.kill(child.pid, 'SIGTERM');
  await child.ended;
  const aof = path.join(folder, 'redis/appendonlydir');
  for (const file of readdirSync(aof).filter((name) => name.endsWith('.manifest')))
    writeFileSync(path.join(aof, file), 'rubbish');
  await expect(start()).rejects.toThrow(
    /^Redis could not open its data in \S+: .+ Restore it from a copy, or go on without the queue's history after: mv \S+ \S+\.broken$/,
  );
});

it('puts its socket where a path is short enough, and trusts no folder that others may open', () => {
  const ofLongPath = socketFolder(path.join(folder, 'long/'.repeat(60)));
  children.clearAtEnd(ofLongPath);
  expect(path.join(ofLongPath, 'redis.sock').length).toBeLessThanOrEqual(100);
  chmodSync(sockets, 0o755);
  expect(() => socketFolder(folder)).toThrow('is not a private folder of this user');
});

it.each([
  ['mysql://localhost', 'REDIS_URL must look like'],
  ['redis://127.0.0.1:1', 'Redis of REDIS_URL does not answer: '],
  ['unix:/nowhere/redis.sock', 'Redis of REDIS_URL does not answer: '],
])('tells that %s will not do', async (url, message) => {
  await expect(checkRedis(url)).rejects.toThrow(message);
});
