// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, startTestRedis } from '@dvor/testing';
import { PROGRAMS } from '../../../scripts/lib/build.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { waitUntilReady } from '../../../scripts/lib/wait-until-ready.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const START_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 20_000;

/**
 * Dvor as people have it: the built api and worker, each a process of its own, over a database, a Redis and a folder of
 * files that nobody else uses.
 *
 * @typedef {object} RunningSystem
 * @property {string} url
 * @property {import('@dvor/testing').TestDatabase} database
 * @property {string} files  where documents are kept
 * @property {{ name: string, kill(signal: NodeJS.Signals): void }} worker
 * @property {(command: string) => Promise<void>} runCommand  of the worker's command line, such as `demo`
 * @property {() => Promise<void>} stopPrograms  and leave what they made
 * @property {() => Promise<void>} stop  and leave nothing
 */

/**
 * @param {{ database?: string, files?: string }} [from]  a database to clone and files to begin with; else it is empty
 * @returns {Promise<RunningSystem>}
 */
export async function startSystem({ database: template, files: begun } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'dvor-system-'));
  const files = path.join(folder, 'files');
  if (begun) await cp(begun, files, { recursive: true });
  const [database, redis, port] = await Promise.all([
    createTestDatabase(/** @type {'dvor_template' | undefined} */ (template)),
    startTestRedis(),
    freePort(),
  ]);
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NODE_OPTIONS: '',
    PORT: String(port),
    PUBLIC_URL: url,
    REDIS_URL: redis.url,
    STORAGE_DIR: files,
    AUTH_SECRET: 'a secret of thirty-two characters',
    LOG_LEVEL: 'warn',
  };
  const api = program('api', PROGRAMS.api, { ...env, DATABASE_URL: database.apiUrl }, folder);
  const worker = program('worker', PROGRAMS.worker, { ...env, DATABASE_URL: database.workerUrl }, folder);

  const stopPrograms = async () => void (await Promise.all([api.stop(), worker.stop()]));
  const stop = async () => {
    await stopPrograms();
    await Promise.all([database.drop(), redis.stop(), rm(folder, { recursive: true, force: true })]);
  };
  try {
    await Promise.all([
      worker.ready(),
      api.ready().then(() => waitUntilReady(`${url}/health/ready`, { log: api.log, ms: START_WITHIN_MS })),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    database,
    files,
    worker,
    runCommand: (command) => {
      const chore = program(command, PROGRAMS.cli, { ...env, DATABASE_URL: database.workerUrl }, folder, command);
      return chore.success();
    },
    stopPrograms,
    stop,
  };
}

/**
 * A program of ours. One that serves ends by itself when the test's process does: it is on an IPC channel.
 *
 * @param {string} name
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder  for its log
 * @param {string} [command]  for one that does it and ends
 */
function program(name, file, env, folder, command) {
  const log = path.join(folder, `${name}.log`);
  const output = openSync(log, 'a');
  const child = spawn(process.execPath, [file, ...(command ? [command] : [])], {
    cwd: root,
    env,
    stdio: ['ignore', output, output, ...(command ? [] : [/** @type {const} */ ('ipc')])],
  });
  closeSync(output);
  const ended = once(child, 'exit');
  const mustNotEnd = ended.then(([code, signal]) => {
    throw new Error(`${name} ended (${signal ?? `code ${code}`}):\n${readFileSync(log, 'utf8').slice(-4000)}`);
  });
  mustNotEnd.catch(() => {}); // whoever waits for it hears of it
  return {
    name,
    log,
    /** @param {NodeJS.Signals} signal */
    kill: (signal) => void child.kill(signal),
    ready: () => Promise.race([once(child, 'message'), mustNotEnd]),
    success: async () => {
      const [code] = await ended;
      if (code !== 0) await mustNotEnd;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGCONT'); // who was held can't end
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      await ended;
      clearTimeout(patience);
    },
  };
}
