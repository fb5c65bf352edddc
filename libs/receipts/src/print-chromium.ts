import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { DomainError } from '@dvor/kernel';
import { type Browser, launch } from 'puppeteer-core';

const USUAL_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const USUAL_PLACES = [
  ...['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/homebrew/bin'],
  ...['/Applications/Chromium.app/Contents/MacOS', '/Applications/Google Chrome.app/Contents/MacOS'],
];

/**
 * The browser that prints: `CHROMIUM_PATH`, or the first of the usual names on the PATH and in the usual places.
 *
 * @throws DomainError `chromium-not-found`
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  if (env['CHROMIUM_PATH']) return env['CHROMIUM_PATH'];
  const folders = [...(env['PATH'] ?? '').split(delimiter), ...USUAL_PLACES].filter(Boolean);
  const names = [...USUAL_NAMES, 'Chromium', 'Google Chrome'];
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
  if (!found) throw new DomainError('chromium-not-found', { setting: 'CHROMIUM_PATH', searched: folders });
  return found;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser without a window, with a profile of its own that goes when it does, that calls nobody. */
export async function launchChromium(): Promise<Browser> {
  return launch({
    executablePath: findChromium(),
    headless: true,
    pipe: true,
    handleSIGINT: false, // the worker closes it in its own order
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...(sandboxIsImpossible() ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'],
      ...['--disable-sync', '--no-first-run', '--no-default-browser-check', '--disable-extensions'],
    ],
  });
}

/** Root has none, and a container gives Chromium no namespaces of its own to build one from: there it is told so. */
function sandboxIsImpossible(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.getuid?.() === 0 || env['CHROMIUM_SANDBOX'] === 'off';
}
