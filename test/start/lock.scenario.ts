import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { tryLock, waitForLock } from '../../scripts/lib/lock.mjs';
import { thisProcess } from '../../scripts/lib/process-info.mjs';
import { scratchFolder } from './scratch.js';

const aLock = () => path.join(scratchFolder(), 'start.lock');

it('gives the lock to the first and tells the second who has it', () => {
  const file = aLock();
  const first = tryLock(file, { url: 'http://localhost:3000' });
  expect(first.lock).toBeDefined();
  expect(tryLock(file).holder).toMatchObject({ pid: process.pid, url: 'http://localhost:3000' });
  first.lock?.release();
  expect(existsSync(file)).toBe(false);
  expect(tryLock(file).lock).toBeDefined();
});

it('takes over the lock of a dead process and tells who it was', () => {
  const file = aLock();
  writeFileSync(file, JSON.stringify({ pid: 4_000_000, startedAt: 'long ago', url: 'http://localhost:3000' }));
  const { lock, former } = tryLock(file);
  expect(lock).toBeDefined();
  expect(former).toMatchObject({ pid: 4_000_000 });
});

it('does not mistake another process with the same pid for the holder', () => {
  const file = aLock();
  writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: 'before the last reboot' }));
  expect(tryLock(file).lock).toBeDefined();
});

it.each(['', '{"pid":', 'null'])('takes over a lock that a crash left as %j', (content) => {
  const file = aLock();
  writeFileSync(file, content);
  expect(tryLock(file).lock).toBeDefined();
});

it('releases only its own lock', () => {
  const file = aLock();
  const { lock } = tryLock(file);
  writeFileSync(file, JSON.stringify({ pid: 1, startedAt: 'another' }));
  lock?.release();
  expect(existsSync(file)).toBe(true);
});

it('leaves nothing beside the lock', () => {
  const file = aLock();
  writeFileSync(file, JSON.stringify({ pid: 4_000_000, startedAt: 'long ago' }));
  tryLock(file);
  expect(readdirSync(path.dirname(file))).toEqual(['start.lock']);
});

it('waits for a lock that is held', async () => {
  const file = aLock();
  const { lock } = tryLock(file);
  let waitedFor: number | undefined;
  const waiting = waitForLock(file, ({ pid }) => {
    waitedFor = pid;
    lock?.release();
  });
  expect(await waiting).toBeDefined();
  expect(waitedFor).toBe(thisProcess().pid);
});
