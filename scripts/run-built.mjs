// @ts-check
/** Builds the server half and runs one of its programs: `node scripts/run-built.mjs FILE ARGS…`, in the folder it was called from. */
import { execFileSync, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [program = '', ...args] = process.argv.slice(2);
execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), 'server'], { stdio: ['ignore', 'ignore', 'inherit'] });
const { status } = spawnSync(process.execPath, [join(root, program), ...args], { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() });
process.exit(status ?? 1);
