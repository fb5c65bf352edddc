import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { inspectFile } from './inspect-file.js';

/** `npm run -s inspect -- FILE`: prints one JSON object that tells what the file is, its totals and what is wrong with it. */
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('npm run -s inspect -- FILE');
  process.exit(2);
}
const bytes = await readFile(resolve(process.env['INIT_CWD'] ?? process.cwd(), file)).catch((error: Error) => error);
if (bytes instanceof Error) {
  console.error(`${basename(file)} can't be read: ${bytes.message}`);
  process.exit(1);
}
console.log(JSON.stringify(await inspectFile(bytes), null, 2));
