import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { paymentQrBytes } from '@dvor/formats';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PDFArray, PDFDocument, type PDFRawStream, PDFRef } from 'pdf-lib';
import type { Browser } from 'puppeteer-core';
import { decodeQR, decodeQRBatch, type Image } from 'qr/decode.js';
import type { ReceiptDocument } from './core/index.js';
import { launchChromium } from './print-chromium.js';
import { cutReceipt } from './print-cut.js';
import { ReceiptPrinter } from './print-receipts.js';
import { receiptsPage } from './render-receipts.js';
import { samples } from './template/samples.js';

jest.setTimeout(180_000);

const printer = new ReceiptPrinter({ atOnce: 2 });
afterAll(() => printer.close());

/** The bytes of a receipt's codes, written as Latin-1 so that one can compare them. */
const payloadsOf = (receipt: ReceiptDocument) =>
  receipt.blocks.flatMap(({ paymentQr }) =>
    'payload' in paymentQr ? [asLatin(paymentQrBytes(paymentQr.payload))] : [],
  );

const asLatin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const readCode = (image: Image) => decodeQR(image, { textDecoder: asLatin });

describe('a house of all kinds of receipts', () => {
  const receipts = [
    ...[samples.ordinary(), samples.fortyLines(), samples.longNames(), samples.nothingDue()],
    ...[samples.full(), samples.firstBill(), samples.ordinary(7), samples.principal()],
  ];
  let house: Awaited<ReturnType<ReceiptPrinter['print']>>;
  beforeAll(async () => {
    house = await printer.print(receipts);
  });

  it('keeps a month on one sheet, set closer where it is crowded, and goes on to a second where it must', () => {
    expect(house.receipts.map(({ pages }) => pages)).toEqual([1, 2, 2, 1, 1, 1, 1, 1]);
    expect(house.receipts.map(({ firstPage }) => firstPage)).toEqual([1, 2, 4, 6, 7, 8, 9, 10]);
  });

  it('draws every payment code so that it reads back', async () => {
    const file = await PDFDocument.load(house.file);
    for (const [index, receipt] of receipts.entries()) {
      const { firstPage, pages } = house.receipts[index]!;
      const drawn = Array.from({ length: pages }, (_, page) => codesDrawnOn(file, firstPage - 1 + page)).flat();
      expect(drawn.map(readCode)).toEqual(payloadsOf(receipt));
    }
  });

  (hasPoppler() ? it : it.skip)('reads back from a scan of the paper too', async () => {
    const own = await cutReceipt(house.file, house.receipts[0]!);
    const [found] = await decodeQRBatch([scan(own)], { textDecoder: asLatin });
    expect(new Set(found!.filter((code) => typeof code === 'string'))).toEqual(new Set(payloadsOf(receipts[0]!)));
  });

  it('cuts a receipt out of the house’s file, the same bytes each time', async () => {
    const own = await cutReceipt(house.file, house.receipts[1]!);
    expect(Buffer.from(await cutReceipt(house.file, house.receipts[1]!)).equals(own)).toBe(true);
    const pdf = await PDFDocument.load(own, { updateMetadata: false });
    expect(pdf.getPageCount()).toBe(2);
    expect(
      pdf
        .getPages()
        .flatMap((_, page) => codesDrawnOn(pdf, page))
        .map(readCode),
    ).toEqual(payloadsOf(receipts[1]!));
    const sheets = house.receipts.reduce((sum, { pages }) => sum + pages, 0);
    await expect(cutReceipt(house.file, { firstPage: sheets, pages: 2 })).rejects.toThrow(RangeError);
  });

  it('says of itself when and by whom it was issued, not when and where it was printed', async () => {
    const pdf = await PDFDocument.load(house.file, { updateMetadata: false });
    expect([pdf.getTitle(), pdf.getAuthor(), pdf.getProducer(), pdf.getCreationDate()?.toISOString()]).toEqual([
      ...['Квитанция за октябрь 2026', 'ООО «Управляющая компания „Тихий двор“»', 'Dvor', '2026-11-03T00:00:00.000Z'],
    ]);
  });

  it('prints the same bytes again', async () => {
    const again = await printer.print(receipts);
    expect(Buffer.from(again.file).equals(house.file)).toBe(true);
  });
});

describe('the sheet', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it.each(Object.keys(samples) as (keyof typeof samples)[])(
    'is wide enough: nothing of «%s» sticks out',
    async (name) => {
      const page = await browser.newPage();
      await page.setViewport({ width: Math.floor((190 / 25.4) * 96), height: 1000 });
      await page.emulateMediaType('print');
      await page.setContent(receiptsPage([samples[name]()]));
      const sticksOut = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await sticksOut()).toBe(0);
      await page.evaluate(() => document.querySelector('article')!.classList.add('close'));
      expect(await sticksOut()).toBe(0);
      await page.close();
    },
  );
});

describe('ReceiptPrinter', () => {
  it('prints a house of several batches in the order of its receipts', async () => {
    const receipts = Array.from({ length: 65 }, (_, index) => samples.ordinary(index + 1));
    const house = await printer.print(receipts);
    expect(house.receipts).toEqual(receipts.map((_, index) => ({ firstPage: index + 1, pages: 1 })));
    const file = await PDFDocument.load(house.file);
    for (const index of [0, 32, 33, 64]) {
      expect(codesDrawnOn(file, index).map(readCode)).toEqual(payloadsOf(receipts[index]!));
    }
  });

  it('starts a new browser when the old one dies under it', async () => {
    const mortal = new ReceiptPrinter({ atOnce: 2 });
    try {
      await mortal.print([samples.firstBill()]);
      const first = await browserOf(mortal);
      const printing = Promise.all([mortal.print([samples.ordinary(1)]), mortal.print([samples.ordinary(2)])]);
      first.process()!.kill('SIGKILL');
      expect((await printing).map(({ receipts }) => receipts)).toEqual([
        [{ firstPage: 1, pages: 1 }],
        [{ firstPage: 1, pages: 1 }],
      ]);
      expect((await browserOf(mortal)).process()!.pid).not.toBe(first.process()!.pid);
    } finally {
      await mortal.close();
    }
  });

  it('leaves no browser behind when it is closed, and prints no more', async () => {
    const closing = new ReceiptPrinter();
    await closing.print([samples.firstBill()]);
    const program = (await browserOf(closing)).process()!;
    await closing.close();
    expect(program.exitCode !== null || program.signalCode !== null).toBe(true);
    await expect(closing.print([samples.firstBill()])).rejects.toThrow('the printer is closed');
  });

  it('has nothing to print of nothing', async () => {
    await expect(printer.print([])).rejects.toThrow(RangeError);
  });
});

/** What a test may know: the browser at work. */
function browserOf(it: ReceiptPrinter): Promise<Browser> {
  return (it as unknown as { room: { press: { browser: Promise<Browser> } } }).room.press.browser;
}

/** The payment codes of a page as its PDF draws them: strokes through the rows of a symbol, one unit a module. */
function codesDrawnOn(pdf: PDFDocument, page: number) {
  const { node } = pdf.getPages()[page]!;
  const contents = node.Contents();
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  const operators = parts
    .map((part) => (part instanceof PDFRef ? pdf.context.lookup(part) : part))
    .map((stream) => inflateSync((stream as PDFRawStream).contents).toString('latin1'))
    .join('\n');
  return [...operators.matchAll(/(?:\d+ \d*\.5 m\n\d+ \d*\.5 l\n){9,}S/g)].map(([strokes]) => {
    const runs = [...strokes.matchAll(/(\d+) (\d*)\.5 m\n(\d+)/g)].map(
      ([, from, row, to]) => [Number(from), Number(row), Number(to)] as const,
    );
    const modules = Math.max(...runs.map(([, , to]) => to));
    const rows = Array.from({ length: modules }, () => new Array<boolean>(modules).fill(false));
    for (const [from, row, to] of runs) rows[row]!.fill(true, from, to);
    return photograph(rows);
  });
}

/** Four pixels a module and a quiet zone of four modules. */
function photograph(dark: readonly (readonly boolean[])[]) {
  const side = (dark.length + 8) * 4;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (dark[(y >> 2) - 4]?.[(x >> 2) - 4]) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

function hasPoppler(): boolean {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The first sheet at 200 dots an inch, grey, as an office scanner sees it. */
function scan(pdf: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'receipt-'));
  try {
    writeFileSync(join(folder, 'receipt.pdf'), pdf);
    execFileSync(
      'pdftoppm',
      ['-r', '200', '-gray', '-singlefile', join(folder, 'receipt.pdf'), join(folder, 'sheet')],
      { stdio: 'ignore' },
    );
    const image = readFileSync(join(folder, 'sheet.pgm'));
    const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.toString('latin1', 0, 40))!;
    const grey = image.subarray(head.length);
    const data = new Uint8Array(grey.length * 4);
    grey.forEach((level, pixel) => data.fill(level, pixel * 4, pixel * 4 + 3).fill(255, pixel * 4 + 3, pixel * 4 + 4));
    return { width: Number(width), height: Number(height), data };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
