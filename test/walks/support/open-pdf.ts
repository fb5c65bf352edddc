import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type DecodedPaymentQr, decodePaymentQr } from '@dvor/formats';
import type { Browser, Page } from 'puppeteer-core';
import type { Image } from 'qr/decode.js';

const PATIENCE_MS = 60_000;
const SHEET = { width: 900, height: 1300, deviceScaleFactor: 2 };
/** The codes of a receipt stand above its lines: a principal’s, the third, below those of the manager and of repairs. */
const UPPER_PART = { x: 0, y: 0, width: SHEET.width, height: (SHEET.height * 2) / 3 };

/** Opens a receipt as one does, in the browser, and holds a bank's camera to it: what its codes say, in any order. */
export async function readPaymentCodes(
  browser: Browser,
  file: string,
  { codes }: { codes: number },
): Promise<DecodedPaymentQr[]> {
  const lens = await browser.newPage();
  const paper = await browser.newPage(); // the last to open lies in front, and what lies behind is not drawn
  try {
    await paper.setViewport(SHEET);
    await paper.goto(`${pathToFileURL(file)}#toolbar=0&navpanes=0&view=Fit`);
    for (const end = Date.now() + PATIENCE_MS; ; await pause(100)) {
      const seen = await codesOn(await paper.screenshot({ encoding: 'base64', clip: UPPER_PART }), lens);
      if (seen.length === codes) return seen.map((text) => decodePaymentQr(text));
      if (Date.now() > end) throw new Error(`${seen.length} codes of ${codes} are seen on ${file}`);
    }
  } finally {
    await Promise.all([paper.close(), lens.close()]);
  }
}

async function codesOn(png: string, lens: Page): Promise<string[]> {
  const thread = new Worker(new URL('decode-codes.mjs', import.meta.url), { workerData: await greyOf(png, lens) });
  const [found] = (await once(thread, 'message')) as [string[]];
  return found;
}

/** A byte a pixel. */
async function greyOf(png: string, lens: Page): Promise<Image> {
  const { width, height, grey } = await lens.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    canvas.drawImage(bitmap, 0, 0);
    const { data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
    const green = Uint8Array.from({ length: data.length / 4 }, (_, pixel) => data[pixel * 4 + 1]!);
    let text = '';
    for (let at = 0; at < green.length; at += 32_768) text += String.fromCharCode(...green.subarray(at, at + 32_768));
    return { width: bitmap.width, height: bitmap.height, grey: btoa(text) };
  }, png);
  return { width, height, data: Buffer.from(grey, 'base64') };
}
