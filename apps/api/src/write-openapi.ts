import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Generator from 'openapi-typescript';
import { describeOffline } from './describe-offline.js';
import { workspaceRoot } from './door/static-apps.js';

/**
 * Writes `apps/api/openapi.json` and the types of `libs/api-client` from the code of the controllers.
 * `--check` writes nothing and fails when either is out of date.
 */
const HEADER =
  '/** Generated from apps/api/openapi.json by `node dist/apps/api/src/write-openapi.js`. Never edited. */\n\n';

const document = await describeOffline();
const root = workspaceRoot();
const files = [
  { path: join(root, 'apps/api/openapi.json'), content: `${JSON.stringify(document, null, 2)}\n` },
  { path: join(root, 'libs/api-client/src/schema.ts'), content: HEADER + (await typesOf(document)) },
];

if (process.argv.includes('--check')) await check();
else await Promise.all(files.map(({ path, content }) => writeFile(path, content)));

async function check(): Promise<void> {
  const stale = await Promise.all(
    files.map(async ({ path, content }) => ((await readFile(path, 'utf8').catch(() => '')) === content ? [] : [path])),
  );
  if (stale.flat().length === 0) return;
  console.error(`Out of date: ${stale.flat().join(', ')}. Run: node dist/apps/api/src/write-openapi.js`);
  process.exitCode = 1;
}

/** The generator wants a TypeScript of its own, so npm keeps it beside the api, where a build at the root does not look. */
async function typesOf(description: object): Promise<string> {
  const generator = createRequire(join(root, 'apps/api/package.json')).resolve('openapi-typescript');
  const { default: openapiTypes, astToString } = ((await import(generator)) as { default: typeof Generator }).default;
  return astToString(await openapiTypes(structuredClone(description) as never));
}
