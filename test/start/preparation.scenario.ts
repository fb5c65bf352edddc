import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isBuilt, sourceHash } from '../../scripts/lib/build.mjs';
import { dependenciesMatch } from '../../scripts/lib/dependencies.mjs';
import { readSuites, summaryLine, summaryOf } from '../../scripts/lib/jest-summary.mjs';
import { freshLog, lastWord } from '../../scripts/lib/log-files.mjs';
import { readOrMakeSecrets } from '../../scripts/lib/secrets.mjs';
import { readSettings } from '../../scripts/lib/settings.mjs';
import { scratchFolder } from './scratch.js';

/** Lays files by their paths below a fresh folder. */
function project(files: Record<string, string>): string {
  const folder = scratchFolder();
  for (const [file, content] of Object.entries(files)) write(folder, file, content);
  return folder;
}

function write(folder: string, file: string, content: string) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

describe('the hash of the sources', () => {
  const sources = { 'package.json': '{}', 'libs/kernel/src/money.ts': 'export {}', 'apps/api/src/main.ts': 'start()' };

  it('changes with what is in a file, its name, and a new file', () => {
    const folder = project(sources);
    const before = sourceHash(folder);
    write(folder, 'libs/kernel/src/money.ts', 'export const kopeck = 1');
    const edited = sourceHash(folder);
    write(folder, 'libs/kernel/src/rate.ts', '');
    expect(new Set([before, edited, sourceHash(folder)]).size).toBe(3);
  });

  it('stays when times change, and with products, packages and tests', () => {
    const folder = project(sources);
    const before = sourceHash(folder);
    utimesSync(path.join(folder, 'package.json'), 0, 0);
    write(folder, 'apps/api/dist/main.js', 'built');
    write(folder, 'apps/api/node_modules/x/index.js', 'foreign');
    write(folder, 'libs/kernel/src/money.spec.ts', 'it()');
    expect(sourceHash(folder)).toBe(before);
    expect(sourceHash(project(sources))).toBe(before);
  });

  it('is not enough for a build whose products are gone', () => {
    const folder = project(sources);
    write(folder, '.dvor/build.json', JSON.stringify({ hash: sourceHash(folder) }));
    expect(isBuilt(folder, path.join(folder, '.dvor/build.json'))).toBe(false);
  });
});

describe('the dependencies', () => {
  const lock = (packages: object) => JSON.stringify({ packages });
  const pg = { version: '8.0.0', integrity: 'sha512-a' };

  it('match when npm laid what the lock asks for', () => {
    const packages = {
      '': {},
      'node_modules/pg': pg,
      'libs/kernel': {},
      'node_modules/fsevents': { version: '2.0.0', optional: true, os: ['beos'], cpu: ['x64'] },
    };
    const folder = project({
      'package-lock.json': lock(packages),
      'node_modules/.package-lock.json': lock({ 'node_modules/pg': pg }),
      'node_modules/pg/package.json': '{}',
    });
    expect(dependenciesMatch(folder)).toBe(true);
    rmSync(path.join(folder, 'node_modules/pg'), { recursive: true });
    expect(dependenciesMatch(folder)).toBe(false);
  });

  it.each([
    ['nothing is laid', {}],
    [
      'another version is laid',
      {
        'node_modules/.package-lock.json': lock({ 'node_modules/pg': { ...pg, version: '7.0.0' } }),
        'node_modules/pg/package.json': '{}',
      },
    ],
    ['npm was cut short', { 'node_modules/pg/package.json': '{}' }],
  ])('do not match when %s', (_, laid) => {
    expect(dependenciesMatch(project({ 'package-lock.json': lock({ 'node_modules/pg': pg }), ...laid }))).toBe(false);
  });

  it('must hold an optional package that is made for this very system', () => {
    const packages = {
      'node_modules/postgres-here': { version: '18.0.0', optional: true, os: [process.platform], cpu: [process.arch] },
    };
    expect(
      dependenciesMatch(project({ 'package-lock.json': lock(packages), 'node_modules/.package-lock.json': lock({}) })),
    ).toBe(false);
  });
});

describe('the last line of the tests', () => {
  const suite = (status: string, ...tests: string[]) => ({
    name: 'one.spec.ts',
    status,
    assertionResults: tests.map((status) => ({ status })),
  });
  const lineOf = (...testResults: ReturnType<typeof suite>[]) => lastLine(JSON.stringify({ testResults }));
  const lastLine = (content: string) =>
    summaryLine(summaryOf(readSuites(path.join(project({ 'jest.json': content }), 'jest.json'))));

  it('counts tests, and a suite that could not run as a failure', () =>
    expect(lineOf(suite('passed', 'passed', 'passed'), suite('failed', 'failed', 'passed'), suite('failed'))).toBe(
      '3 passed, 2 failed',
    ));
  it('tells of skipped tests only when there are some', () =>
    expect(lineOf(suite('passed', 'passed', 'pending', 'todo'))).toBe('1 passed, 0 failed, 2 skipped'));
  it('is a failure when Jest left no results', () => expect(lastLine('')).toBe('0 passed, 1 failed'));
});

describe('logs', () => {
  it('keep the logs of a few starts before', () => {
    const folder = scratchFolder();
    for (let start = 0; start < 8; start++) writeFileSync(freshLog(folder, 'api'), `start ${start}`);
    const kept = ['api.log', 'api.1.log', 'api.2.log', 'api.3.log', 'api.4.log'].map((file) =>
      readFileSync(path.join(folder, file), 'utf8'),
    );
    expect(kept).toEqual(['start 7', 'start 6', 'start 5', 'start 4', 'start 3']);
  });

  it.each([
    [
      'the message of the last JSON error',
      '{"level":50,"msg":"cannot start","err":{"message":"no such table"}}\n{"level":30,"msg":"bye"}\n',
      'cannot start: no such table',
    ],
    [
      'an error of plain text rather than its stack',
      'Error: REDIS_URL is not set\n    at start (main.js:1:1)\n',
      'Error: REDIS_URL is not set',
    ],
    [
      'the error of a program that could not be loaded',
      "import { a } from './b.js';\nSyntaxError: no export named 'a'\n    at run (main.js:1:1)\n\nNode.js v20.20.2\n",
      "SyntaxError: no export named 'a'",
    ],
    ['the last line when nothing speaks of an error', 'one\ntwo\n\n', 'two'],
    ['nothing of an empty log', '', ''],
  ])('give %s', (_, content, expected) => {
    expect(lastWord(path.join(project({ 'api.log': content }), 'api.log'))).toBe(expected);
  });
});

describe('secrets and settings', () => {
  it('makes secrets once, for their owner only', () => {
    const file = path.join(scratchFolder(), 'secrets.json');
    const first = readOrMakeSecrets(file);
    expect(first.areNew).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readOrMakeSecrets(file)).toEqual({ secrets: first.secrets, areNew: false });
    expect(first.secrets.authSecret.length).toBeGreaterThanOrEqual(32);
  });

  it('completes the environment by .env, and takes an empty setting for none', () => {
    const folder = project({ '.env': '# ours\nPORT=4000\nREDIS_URL=\nLOG_LEVEL="debug"\n' });
    expect(readSettings(folder, { PORT: '5000', DATABASE_URL: '' })).toEqual({ PORT: '5000', LOG_LEVEL: 'debug' });
  });
});
