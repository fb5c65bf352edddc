// @ts-check
/** `npm start`: from a fresh clone to a running Dvor, and back to nothing on Ctrl-C. */
import './lib/require-node.mjs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { API_ARGS, PROGRAMS, WORKER_ARGS } from './lib/build.mjs';
import { environments } from './lib/environments.mjs';
import { guardedRun } from './lib/guarded-run.mjs';
import { freshLog } from './lib/log-files.mjs';
import { checkPortIsFree, parsePort } from './lib/ports.mjs';
import { checkDataFolder } from './lib/postgres-folder.mjs';
import { buildIfNeeded, installWhatIsMissing } from './lib/prepare.mjs';
import { Progress } from './lib/progress.mjs';
import { noteRunning } from './lib/running.mjs';
import { readOrMakeSecrets } from './lib/secrets.mjs';
import { dataFolder, provideDatabase, provideRedis } from './lib/servers.mjs';
import { readSettings } from './lib/settings.mjs';
import { makeStateFolder } from './lib/state-folder.mjs';
import { takeOnlyStart } from './lib/only-start.mjs';
import { Trouble } from './lib/trouble.mjs';
import { waitUntilReady } from './lib/wait-until-ready.mjs';
import { welcome } from './lib/welcome.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const state = path.join(root, '.dvor');
const logs = path.join(state, 'logs');
const progress = new Progress();

process.chdir(root);
await guardedRun(start, { onStop: () => progress.line('\nStopping. Data stays in .dvor') });

/** @param {import('./lib/guarded-run.mjs').Guard} guard @returns {Promise<number>} */
async function start({ children, atEnd }) {
  const begun = performance.now();
  const place = { root, state, logs, children, progress };

  // What can be refused is refused first.
  const { empty } = parseOptions(process.argv.slice(2));
  const env = readSettings(root);
  const port = parsePort(env.PORT);
  const url = `http://localhost:${port}`;
  makeStateFolder(state);
  atEnd(await takeOnlyStart(place, url));
  await checkPortIsFree(port);
  if (!env.DATABASE_URL) checkDataFolder(dataFolder(place));

  progress.line('Dvor is starting');
  const programs = await installWhatIsMissing(place, {
    wanted: env.REDIS_URL ? ['chromium'] : ['redis', 'chromium'],
    env,
  });
  const { secrets, areNew } = readOrMakeSecrets(path.join(state, 'secrets.json'));
  const [ownerUrl, redisUrl] = await Promise.all([
    provideDatabase(place, {
      url: env.DATABASE_URL,
      password: secrets.databaseOwnerPassword,
      passwordIsNew: areNew,
    }),
    provideRedis(place, { url: env.REDIS_URL, program: programs.redis }),
    buildIfNeeded(place),
  ]);

  const told = environments({ env, state, url, port, ownerUrl, redisUrl, chromium: programs.chromium, secrets });
  await progress.step('database up to date', () =>
    children.run({ ...node('migrate', PROGRAMS.cli, 'migrate'), name: 'The migration', env: told.owner }),
  );
  await progress.step('api and worker', async () => {
    const api = children.start({ ...node('api', ...API_ARGS), env: told.api, channel: true, graceMs: 15_000 });
    children.need(api);
    children.keepAlive({ ...node('worker', ...WORKER_ARGS), env: told.worker, channel: true, graceMs: 30_000 }, () =>
      progress.note('the worker died and is started again; what it was doing goes on'),
    );
    await waitUntilReady(`http://127.0.0.1:${port}/health/ready`, api);
  });
  const worksAs = { ...told.owner, DATABASE_URL: told.worker.DATABASE_URL };
  noteRunning(path.join(state, 'running.json'), { url, env: worksAs }, children);

  if (!empty) {
    await children.run({ ...node('demo', PROGRAMS.cli, 'demo'), env: told.worker, onLine: showDemoLine });
  }
  welcome({ url, empty, ms: performance.now() - begun }).forEach((line) => progress.line(line));
  return new Promise(() => {}); // until somebody asks to stop, or a child is lost
}

/** @param {readonly string[]} options */
function parseOptions(options) {
  const unknown = options.find((option) => option !== '--empty');
  if (unknown) {
    throw new Trouble(`Unknown option ${unknown}. There is one: npm start -- --empty (without the demo organisation)`);
  }
  return { empty: options.includes('--empty') };
}

/** A program of ours and the log it writes. @param {string} name @param {...string} args */
function node(name, ...args) {
  return { name: `The ${name}`, command: process.execPath, args, cwd: root, log: freshLog(logs, name) };
}

/** What is meant for the log alone is JSON. @param {string} line */
function showDemoLine(line) {
  if (!line.startsWith('{')) progress.line(line && `  ${line}`);
}
