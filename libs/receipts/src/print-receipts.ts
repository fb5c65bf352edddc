import { availableParallelism } from 'node:os';
import type { Browser, Page } from 'puppeteer-core';
import type { ReceiptDocument } from './core/index.js';
import { guessCrowded } from './guess-crowded.js';
import { launchChromium } from './print-chromium.js';
import { joinBatches, type PrintedBatch, readBatch, type ReceiptPages } from './print-cut.js';
import { receiptsBody, receiptsStyle } from './render-receipts.js';

export interface PrintedReceipts {
  /** All of them, one after another, each from a new sheet. */
  readonly file: Uint8Array;
  /** Where each stands in the file, in the order in which they were given. */
  readonly receipts: readonly ReceiptPages[];
}

/** Receipts laid out in one go. More would only take more memory: from thirty on the time for each stays the same. */
const BATCH = 40;
/** How often a batch is tried anew when the browser dies or hangs under it. */
const ATTEMPTS = 3;
/** Receipts after which a browser is replaced, so that whatever it hoards can't grow for ever. */
const BROWSER_LIFE = 6_000;
const PATIENCE_MS = 180_000;

/**
 * Prints receipts by a headless Chromium, which starts with the first of them and stays. Up to `atOnce` batches are
 * laid out at a time, one a core but no more than four; further ones wait, so callers may ask for as many houses at once as they like.
 *
 * The same receipts in the same order give the same bytes on the same version of Chromium.
 */
export class ReceiptPrinter {
  private press: Press | null = null;
  private readonly waiting: (() => void)[] = [];
  private free: number;
  private closed = false;

  constructor({ atOnce = Math.min(4, availableParallelism()) }: { readonly atOnce?: number } = {}) {
    this.free = atOnce;
  }

  /**
   * @throws DomainError `chromium-not-found`; `receipt-not-printed` for a receipt that has no page of its own.
   *   Whatever the browser itself breaks with, once it has done so three times.
   */
  async print(receipts: readonly ReceiptDocument[]): Promise<PrintedReceipts> {
    if (receipts.length === 0) throw new RangeError('no receipts to print');
    const printed = await Promise.all(batchesOf(receipts).map((batch) => this.printBatch(batch)));
    return joinBatches(printed);
  }

  /** Ends the browser. Batches still being printed fail; nothing can be printed any more. */
  async close(): Promise<void> {
    this.closed = true;
    await this.press?.end();
  }

  /** Nest's name for it. */
  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  private async printBatch(receipts: readonly ReceiptDocument[]): Promise<PrintedBatch> {
    await this.takeTurn();
    try {
      return await this.onFewestSheets(receipts);
    } finally {
      this.yieldTurn();
    }
  }

  /**
   * What would run over its sheet is set closer; what then still needs a second one stands at ease on both. So a receipt
   * of many services for three recipients takes one sheet, and nobody gets a second with three lines on it.
   */
  private async onFewestSheets(receipts: readonly ReceiptDocument[]): Promise<PrintedBatch> {
    const guessed = new Set(receipts.flatMap((receipt, index) => (guessCrowded(receipt) ? [index] : [])));
    const first = await this.layOut(receipts, guessed);
    const over = longerThanASheet(first);
    if (over.length === 0) return first;
    const closer = over.filter((index) => !guessed.has(index));
    const atEase = new Set(over.filter((index) => guessed.has(index)));
    const second = await this.layOut(receipts, new Set([...guessed, ...closer].filter((index) => !atEase.has(index))));
    const inVain = new Set(longerThanASheet(second).filter((index) => closer.includes(index)));
    if (inVain.size === 0) return second;
    return this.layOut(
      receipts,
      new Set([...guessed, ...closer].filter((one) => !atEase.has(one) && !inVain.has(one))),
    );
  }

  private async layOut(receipts: readonly ReceiptDocument[], close: ReadonlySet<number>): Promise<PrintedBatch> {
    const body = receiptsBody(receipts, close);
    for (let attempt = 1; ; attempt++) {
      if (this.closed) throw new Error('the printer is closed');
      const press = this.readyPress();
      try {
        return await readBatch(await press.print(body, receipts.length), receipts);
      } catch (error) {
        await press.end();
        if (attempt === ATTEMPTS || this.closed) throw error;
      }
    }
  }

  private readyPress(): Press {
    if (!this.press || this.press.ended || this.press.printed >= BROWSER_LIFE) {
      void this.press?.retire();
      this.press = new Press();
    }
    return this.press;
  }

  private async takeTurn(): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private yieldTurn(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free++;
  }
}

function longerThanASheet({ places }: PrintedBatch): number[] {
  return places.flatMap(({ pages }, index) => (pages > 1 ? [index] : []));
}

/** One browser and the pages that are open in it, each with the fonts loaded. */
class Press {
  printed = 0;
  ended = false;
  private readonly browser: Promise<Browser> = launchChromium();
  private readonly idle: Page[] = [];
  private busy = 0;
  private retired = false;

  async print(body: string, receipts: number): Promise<Uint8Array> {
    this.busy++;
    this.printed += receipts;
    try {
      const page = this.idle.pop() ?? (await openPage(await this.browser));
      await page.evaluate((html) => void (document.body.innerHTML = html), body);
      const pdf = await page.pdf({
        ...{ preferCSSPageSize: true, printBackground: true, tagged: false, outline: false, waitForFonts: false },
        timeout: PATIENCE_MS,
      });
      this.idle.push(page);
      return pdf;
    } finally {
      this.busy--;
      if (this.retired && this.busy === 0) await this.end();
    }
  }

  /** Ends it as soon as what it is printing is done. */
  async retire(): Promise<void> {
    this.retired = true;
    if (this.busy === 0) await this.end();
  }

  /** Ends it at once, hung or not. */
  async end(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    const browser = await this.browser.catch(() => null);
    if (!browser) return;
    const process = browser.process();
    const killed = setTimeout(() => process?.kill('SIGKILL'), 5_000);
    await browser.close().catch(() => process?.kill('SIGKILL'));
    clearTimeout(killed);
  }
}

/**
 * A page without receipts yet. They are laid out once only, on paper: the screen shows nothing, and neither does the
 * layout for the window that Chromium makes before it looks at the size of the sheet, which is narrower than 1000 px.
 */
async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setViewport({ width: 1600, height: 100 });
  const unseen = '@media screen, (min-width: 1000px) { body { display: none } }';
  await page.setContent(
    `<!doctype html><html lang="ru"><style>${receiptsStyle()}${unseen}</style><body></body></html>`,
  );
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((font) => font.load()));
  });
  return page;
}

/** As even as can be, none larger than a batch. */
function batchesOf(receipts: readonly ReceiptDocument[]): (readonly ReceiptDocument[])[] {
  const count = Math.ceil(receipts.length / BATCH);
  const size = Math.ceil(receipts.length / count);
  return Array.from({ length: count }, (_, index) => receipts.slice(index * size, (index + 1) * size));
}
