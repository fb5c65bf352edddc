// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// What `npm run build` reads. Files of the root (configuration of the build tools) count as well.
const SOURCE_FOLDERS = ['libs', 'apps', 'database'];
const BUILD_SCRIPT = 'scripts/build.mjs';
const CONFIGURATION =
  /^(\.swcrc|package\.json|package-lock\.json|tsconfig.*\.json|nest-cli\.json|.*\.config\.[cm]?[jt]s)$/;
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'coverage', '.vite']);
const TEST_FILE = /\.(spec|scenario|walk)\.tsx?$/;

/** What the build makes and we run. */
export const PROGRAMS = {
  api: 'dist/apps/api/src/main.js',
  worker: 'dist/apps/worker/src/main.js',
  cli: 'dist/apps/worker/src/cli.js',
};
/**
 * How the worker is run. A month-end makes many small objects that die young: a nursery of 64 MB in place of 16 takes a
 * quarter off its time.
 */
export const WORKER_ARGS = ['--max-semi-space-size=64', PROGRAMS.worker];
/** How the api is run: with such a nursery a sixth of what terminals cost it, gone to collecting, becomes a tenth. */
export const API_ARGS = ['--max-semi-space-size=64', PROGRAMS.api];
const PRODUCTS = [...Object.values(PROGRAMS), 'apps/admin/dist/index.html', 'apps/resident/dist/index.html'];

/**
 * A fingerprint of everything the build reads: times and places of files don't matter, only what is in them.
 *
 * @param {string} root
 */
export function sourceHash(root) {
  const hash = createHash('sha256');
  for (const file of sourceFiles(root)) {
    hash.update(`${file}\0`).update(
      createHash('sha256')
        .update(readFileSync(path.join(root, file)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} stamp  the file that remembers what was built
 */
export function isBuilt(root, stamp) {
  return PRODUCTS.every((product) => existsSync(path.join(root, product))) && readStamp(stamp) === sourceHash(root);
}

/**
 * @param {string} root
 * @param {{ children: import('./children.mjs').Children, stamp: string, log: string }} how
 */
export async function build(root, { children, stamp, log }) {
  // The hash is taken first: a file edited during the build makes the next start build again.
  const hash = sourceHash(root);
  rmSync(stamp, { force: true });
  await children.run({
    name: 'The build',
    command: process.execPath,
    args: [path.join(root, BUILD_SCRIPT)],
    cwd: root,
    log,
  });
  writeFileSync(stamp, `${JSON.stringify({ hash }, null, 2)}\n`);
}

/** @param {string} root @returns {string[]} in an order that is the same everywhere */
function sourceFiles(root) {
  const configuration = readdirSync(root).filter((name) => CONFIGURATION.test(name));
  return [...configuration, BUILD_SCRIPT, ...SOURCE_FOLDERS.flatMap((folder) => filesUnder(root, folder))]
    .sort()
    .filter((file) => existsSync(path.join(root, file)));
}

/** @param {string} root @param {string} folder @returns {string[]} */
function filesUnder(root, folder) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : filesUnder(root, file);
    return entry.isFile() && !TEST_FILE.test(entry.name) ? [file] : [];
  });
}

/** @param {string} stamp @returns {string | undefined} */
function readStamp(stamp) {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8')).hash;
  } catch {
    return undefined;
  }
}
