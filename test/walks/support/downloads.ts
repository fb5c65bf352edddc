import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

/** Waits until a file of such a name has come down whole. */
export async function downloaded(folder: string, name: RegExp): Promise<string> {
  for (const end = Date.now() + PATIENCE_MS; ; await pause(50)) {
    const files = await readdir(folder);
    const file = files.find((one) => name.test(one));
    if (file) return path.join(folder, file);
    if (Date.now() > end) throw new Error(`${name} did not come down; there is: ${files.join(', ')}`);
  }
}
