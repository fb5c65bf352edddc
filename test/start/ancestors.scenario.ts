import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { ancestorsUpToNpm, whenAncestorIsGone } from '../../scripts/lib/ancestors.mjs';
import { processInfo, thisProcess } from '../../scripts/lib/process-info.mjs';

it('watches nobody when npm did not start us', () => {
  expect(ancestorsUpToNpm({ env: {} })).toEqual([]);
});

it('watches at least our own parent when npm did', () => {
  expect(ancestorsUpToNpm({ env: { npm_lifecycle_event: 'start' } }).map(({ pid }) => pid)).toContain(process.ppid);
});

it('knows a process by its pid and its start', () => {
  expect(thisProcess()).toMatchObject({ pid: process.pid, parent: process.ppid });
  expect(thisProcess().command).toContain('node');
  expect(processInfo(4_000_000)).toBeUndefined();
});

it('calls back when an ancestor is killed', async () => {
  const ancestor = spawn('sleep', ['60']);
  const info = processInfo(Number(ancestor.pid));
  if (!info) throw new Error('sleep did not start');
  const gone = new Promise<void>((resolve) => whenAncestorIsGone([info], resolve, { everyMs: 20 }));
  const keepAlive = setTimeout(() => {}, 20_000); // the watch itself keeps no process alive
  ancestor.kill('SIGKILL');
  await Promise.all([gone, once(ancestor, 'exit')]);
  clearTimeout(keepAlive);
});
