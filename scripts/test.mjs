// @ts-check
/** `npm test`: sets up all that the tests need, runs them, and leaves nothing behind. What follows `--` goes to Jest. */
import './lib/require-node.mjs';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { guardedRun } from './lib/guarded-run.mjs';
import { hasFailed, readSuites, summaryLine, summaryOf } from './lib/jest-summary.mjs';
import { passingSettings } from './lib/postgres-settings.mjs';
import { Progress } from './lib/progress.mjs';
import { scratchServers } from './lib/scratch-servers.mjs';
import { makeStateFolder } from './lib/state-folder.mjs';
import { Trouble } from './lib/trouble.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const state = path.join(root, '.dvor');
const logs = path.join(state, 'logs');
const progress = new Progress();
// A test that leaves something open keeps Jest from ending after its last test.
const LINGER_MS = 30_000;
// More of them than this are no stumble.
const SECOND_WALKS_AT_MOST = 5;

process.chdir(root);
await guardedRun(test, { stoppedCode: 130 });

/** @param {import('./lib/guarded-run.mjs').Guard} guard @returns {Promise<number>} */
async function test({ children }) {
  let summary = summaryOf(null);
  try {
    summary = await setUpAndRun(children);
  } catch (error) {
    console.error(error instanceof Trouble ? `\n  ✗ ${error.message}\n` : error);
  }
  await children.stopAll(); // whatever it says, it says before the last line
  progress.line(summaryLine(summary));
  return summary.failed > 0 || summary.passed === 0 ? 1 : 0;
}

/** @param {import('./lib/children.mjs').Children} children */
async function setUpAndRun(children) {
  const place = { root, state, logs, children, progress };
  makeStateFolder(state);

  progress.line('Setting up the tests');
  const servers = await scratchServers(place, {
    purpose: 'test',
    database: 'dvor_template',
    settings: passingSettings,
  });

  const env = {
    ...process.env,
    ...servers.logins,
    TEST_DATABASE_URL: servers.serverUrl,
    TEST_REDIS_URL: servers.redisUrl,
    CHROMIUM_PATH: servers.chromium,
    NODE_ENV: 'test',
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim(),
  };
  const suites = await runJest('jest', process.argv.slice(2));
  const stumbled = suites?.filter((suite) => isWalk(suite) && hasFailed(suite)).map(({ name }) => name) ?? [];
  if (!suites || stumbled.length === 0 || stumbled.length > SECOND_WALKS_AT_MOST) return summaryOf(suites);

  progress.line();
  progress.note('Walked once more, alone: a browser on a busy machine stumbles where nobody else would.');
  const again = (await runJest('jest-again', ['--runTestsByPath', ...stumbled])) ?? [];
  const walked = new Map(again.map((suite) => [suite.name, suite]));
  for (const { name } of again.filter((suite) => !hasFailed(suite)))
    progress.note(`Went well the second time only: ${path.relative(root, name)}`);
  return summaryOf(suites.map((suite) => walked.get(suite.name) ?? suite));

  /** @param {string} name @param {string[]} args */
  async function runJest(name, args) {
    const output = path.join(servers.folder, `${name}.json`);
    progress.line();
    const jest = children.start({
      name: 'Jest',
      command: process.execPath,
      args: ['node_modules/jest/bin/jest.js', ...args, '--json', `--outputFile=${output}`],
      cwd: root,
      env,
      log: path.join(logs, `${name}.log`),
      output: 'terminal',
      wholeGroup: true,
      graceMs: 5000,
    });
    while (!jest.ending && !existsSync(output)) await sleep(200);
    if (!(await Promise.race([jest.ended, sleep(LINGER_MS)])))
      progress.note(
        'Jest did not end after its last test: something was left open. Find it with: npm test -- --detectOpenHandles',
      );
    return readSuites(output);
  }
}

/** @param {import('./lib/jest-summary.mjs').SuiteResult} suite */
function isWalk({ name }) {
  return name.endsWith('.walk.ts');
}
