import { availableParallelism } from 'node:os';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from './print-chromium.js';

/** How often a body is tried anew when the browser dies or hangs under it. */
const ATTEMPTS = 3;
/** Documents after which a browser is replaced, so that whatever it hoards can't grow for ever. */
const BROWSER_LIFE = 6_000;
const PATIENCE_MS = 180_000;

/**
 * Paper of one style, printed by a headless Chromium, which starts with the first body and stays. So many may be in turn
 * at a time, one a core but no more than four; further ones wait, so callers may ask for as much at once as they like.
 */
export class PressRoom {
  private press: Press | null = null;
  private readonly waiting: (() => void)[] = [];
  private free: number;
  private closed = false;

  /** @param style of every sheet, with the fonts inside; asked for when the first is printed */
  constructor(
    private readonly style: () => string,
    { atOnce = Math.min(4, availableParallelism()) }: { readonly atOnce?: number | undefined } = {},
  ) {
    this.free = atOnce;
  }

  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    await this.takeTurn();
    try {
      return await work();
    } finally {
      this.yieldTurn();
    }
  }

  /**
   * Lays a body of HTML out on paper. What `read` makes of the file belongs to the try: where it throws, another browser
   * tries once more.
   *
   * @throws DomainError `chromium-not-found`; whatever the browser or `read` break with, once they have done so three times
   */
  async print<T>(body: string, documents: number, read: (pdf: Uint8Array) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      if (this.closed) throw new Error('the printer is closed');
      const press = this.readyPress();
      try {
        return await read(await press.print(body, documents));
      } catch (error) {
        await press.end();
        if (attempt === ATTEMPTS || this.closed) throw error;
      }
    }
  }

  /** Ends the browser. What is still being printed fails; nothing can be printed any more. */
  async close(): Promise<void> {
    this.closed = true;
    await this.press?.end();
  }

  private readyPress(): Press {
    if (!this.press || this.press.ended || this.press.printed >= BROWSER_LIFE) {
      void this.press?.retire();
      this.press = new Press(this.style());
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

/** One browser and the pages that are open in it, each with the fonts loaded. */
class Press {
  printed = 0;
  ended = false;
  private readonly browser: Promise<Browser> = launchChromium();
  private readonly idle: Page[] = [];
  private busy = 0;
  private retired = false;

  constructor(private readonly style: string) {}

  async print(body: string, documents: number): Promise<Uint8Array> {
    this.busy++;
    this.printed += documents;
    try {
      const page = this.idle.pop() ?? (await openPage(await this.browser, this.style));
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
 * A page without documents yet. They are laid out once only, on paper: the screen shows nothing, and neither does the
 * layout for the window that Chromium makes before it looks at the size of the sheet, which is narrower than 1000 px.
 */
async function openPage(browser: Browser, style: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setViewport({ width: 1600, height: 100 });
  const unseen = '@media screen, (min-width: 1000px) { body { display: none } }';
  await page.setContent(`<!doctype html><html lang="ru"><style>${style}${unseen}</style><body></body></html>`);
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((font) => font.load()));
  });
  return page;
}
