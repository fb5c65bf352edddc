// @ts-check
/**
 * `npm run bench -- WHAT …`: measures on servers of its own, which end with it. What is measured stands in
 * `test/bench/WHAT.mjs`; its last line is one JSON object.
 */
import './lib/require-node.mjs';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { guardedRun } from './lib/guarded-run.mjs';
import { lastingSettings } from './lib/postgres-settings.mjs';
import { Progress } from './lib/progress.mjs';
import { scratchServers } from './lib/scratch-servers.mjs';
import { makeStateFolder } from './lib/state-folder.mjs';
import { Trouble } from './lib/trouble.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const state = path.join(root, '.dvor');
const logs = path.join(state, 'logs');
const progress = new Progress();
const [what = '', ...args] = process.argv.slice(2);

process.chdir(root);
await guardedRun(
  async ({ children }) => {
    const program = path.join(root, 'test/bench', `${what}.mjs`);
    if (!existsSync(program)) {
      const known = readdirSync(path.join(root, 'test/bench')).map((file) => path.basename(file, '.mjs'));
      throw new Trouble(`There is no bench "${what}". There is: ${known.join(', ')}.`);
    }
    makeStateFolder(state);
    // As durable as in earnest: a bench with the safety off measures another program.
    const servers = await scratchServers(
      { root, state, logs, children, progress },
      { purpose: 'bench', database: 'dvor', settings: lastingSettings },
    );
    const { bench } = await import(program);
    console.log(JSON.stringify(await bench({ ...servers, root, children, logs, args })));
    await children.stopAll();
    return 0;
  },
  { stoppedCode: 130 },
);
