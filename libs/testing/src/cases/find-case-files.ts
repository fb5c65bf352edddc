import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The case files of a file or folder, folders to any depth, by name. A path that isn't there is an Error. */
export async function findCaseFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Error(`there is no file or folder ${path}`);
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true });
  return entries
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(path, name));
}
