import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, type Response, Router } from 'express';

export interface StaticFolders {
  readonly resident: string;
  readonly console: string;
}

/** What is not a page of the cabinet though it stands below `/`. */
const NOT_PAGES = /^\/(api|health|metrics|queues|console)(\/|$)/;

export function builtFolders(): StaticFolders {
  const root = workspaceRoot();
  return { resident: join(root, 'apps/resident/dist'), console: join(root, 'apps/admin/dist') };
}

/** The cabinet at `/`, the console at `/console/`. */
export function staticApps(folders: StaticFolders): RequestHandler {
  const console = singlePageApp(folders.console, 'console');
  const resident = singlePageApp(folders.resident, 'cabinet');
  return Router()
    .get('/console', (request, response, next) =>
      request.path === '/console' ? response.redirect(302, '/console/') : next(),
    )
    .use('/console', console)
    .use((request, response, next) => (NOT_PAGES.test(request.path) ? next() : resident(request, response, next)));
}

/** Hashed assets are kept for good, the page itself is asked for each time; every address of a page gives `index.html`. */
function singlePageApp(folder: string, name: string): RequestHandler {
  const page = join(folder, 'index.html');
  const files = express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response, path) => keep(response, path),
  });
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    files(request, response, () => {
      if (/\.\w+$/.test(request.path) && !request.path.endsWith('.html'))
        return void response.status(404).type('text').send('Not found');
      if (!existsSync(page))
        return void response.status(503).type('text').send(`The ${name} is not built yet: run "npm run build".`);
      response.setHeader('Cache-Control', 'no-cache');
      response.sendFile(page, { cacheControl: false });
    });
  };
}

function keep(response: Response, path: string): void {
  response.setHeader(
    'Cache-Control',
    /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
}

/** Sources and builds lie at different depths, so the workspace is looked for upwards. */
export function workspaceRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'dvor')
      return folder;
    if (folder === dirname(folder)) throw new Error('the workspace of Dvor is not above this file');
  }
}
