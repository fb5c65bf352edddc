import { type Browser, launch } from 'puppeteer-core';

/** A browser that calls nobody. `npm test` finds one and sets CHROMIUM_PATH. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run the tests by "npm test"');
  return launch({
    executablePath,
    headless: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'],
      ...['--disable-sync', '--no-first-run', '--force-color-profile=srgb', '--accept-lang=ru-RU,ru'],
    ],
  });
}
