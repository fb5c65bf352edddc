// @ts-check
/** Writes `docs/payment-channels.md` from the presets of channels and the trials of their protocols. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), 'server'], { stdio: ['ignore', 'ignore', 'inherit'] });
const built = (/** @type {string} */ name) => import(pathToFileURL(join(root, 'libs/formats/dist/billers', name)).href);
const { channelTable } = await built('channel-table.js');
const { tryDialects } = await built('trials.js');
await writeFile(join(root, 'docs/payment-channels.md'), channelTable(tryDialects()));
