// @ts-check
/**
 * Builds the server half and runs one of its programs: `node scripts/run-built.mjs FILE ARGS…`, in the folder it was
 * called from. It works on the running system (`npm start`) where there is one and the environment names no other.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [program = '', ...args] = process.argv.slice(2);
execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), 'server'], { stdio: ['ignore', 'ignore', 'inherit'] });
const running = join(root, '.dvor', 'running.json');
const ofRunning = !process.env.DATABASE_URL && existsSync(running) ? JSON.parse(readFileSync(running, 'utf8')).env : {};
const { status } = spawnSync(process.execPath, [join(root, program), ...args], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: { ...process.env, ...ofRunning },
});
process.exit(status ?? 1);
