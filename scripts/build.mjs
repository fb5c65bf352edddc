// @ts-check
/**
 * Builds everything that runs: libs by swc (types are checked by `npm run typecheck`), the two server apps by the
 * Nest CLI, the two single-page apps by Vite. `node scripts/build.mjs server` leaves the single-page apps out.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transformFile } from '@swc/core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const run = promisify(execFile);
const serverOnly = process.argv.includes('server');

const serverLibs = (await readdir(join(root, 'libs'))).filter((name) => name !== 'ui'); // Vite bundles ui from its sources
await Promise.all(serverLibs.map(buildLib));
await Promise.all([
  ...['api', 'worker'].map(buildServerApp),
  ...(serverOnly ? [] : ['admin', 'resident'].map(buildSinglePageApp)),
]);

async function buildLib(/** @type {string} */ name) {
  const source = join(root, 'libs', name, 'src');
  const dist = join(root, 'libs', name, 'dist');
  const files = await readdir(source, { recursive: true, withFileTypes: true });
  const paths = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const assets = paths.filter((path) => /\.(hbs|css)$/.test(path)); // read at run time, beside the code
  await Promise.all(
    assets.map(async (path) => {
      const target = join(dist, relative(source, path));
      await mkdir(dirname(target), { recursive: true });
      await copyFile(path, target);
    }),
  );
  await Promise.all(
    paths
      .filter((path) => path.endsWith('.ts') && !/\.(spec|scenario)\.ts$/.test(path))
      .map(async (path) => {
        const target = join(dist, relative(source, path)).replace(/\.ts$/, '.js');
        const { code, map } = await transformFile(path, { root });
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, `${code}\n//# sourceMappingURL=${relative(dirname(target), target)}.map\n`);
        if (map) await writeFile(`${target}.map`, map);
      }),
  );
  await removeStale(source, dist);
}

/** What was built from a source that is gone goes too. Nothing else does: a program may be running from there. */
async function removeStale(/** @type {string} */ source, /** @type {string} */ dist) {
  const built = await readdir(dist, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of built) {
    const path = join(entry.parentPath, entry.name);
    if (!/\.js(\.map)?$/.test(path)) continue;
    const from = join(source, relative(dist, path)).replace(/\.js(\.map)?$/, '.ts');
    if (!existsSync(from)) await rm(path);
  }
}

async function buildServerApp(/** @type {string} */ name) {
  await runTool('nest', ['build', name], root);
  await removeStale(join(root, 'apps', name, 'src'), join(root, 'dist', 'apps', name, 'src'));
}

async function buildSinglePageApp(/** @type {string} */ name) {
  await runTool('vite', ['build', '--logLevel', 'warn'], join(root, 'apps', name));
}

async function runTool(/** @type {string} */ tool, /** @type {string[]} */ args, /** @type {string} */ cwd) {
  try {
    await run(join(root, 'node_modules', '.bin', tool), args, { cwd });
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout?: string, stderr?: string }} */ (error);
    console.error(`${tool} ${args.join(' ')} failed\n${stdout ?? ''}${stderr ?? ''}`);
    process.exit(1);
  }
}
