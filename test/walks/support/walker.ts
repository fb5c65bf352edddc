import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, ConsoleMessage, KeyInput, Page, Viewport } from 'puppeteer-core';
import { seriousViolations } from './accessibility.js';

const SCREENS = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
} satisfies Record<string, Viewport>;

export type Screen = keyof typeof SCREENS;

const PATIENCE_MS = 30_000;
const PICTURES = fileURLToPath(new URL('../../../test-results/', import.meta.url));

/** Somebody at a screen, who does what people do: reads, presses, types, and notices when a page is not in order. */
export class Walker {
  /** What the browser had to complain of. */
  readonly complaints: string[] = [];
  private readonly forgiven: RegExp[] = [
    /401.* \/api\/v1\/auth\/refresh$/, // how a page learns that nobody is signed in yet
  ];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly screen: Viewport,
    private readonly url: string,
  ) {}

  /** With a browser profile of their own, at a screen of a usual size. */
  static async enter(
    browser: Browser,
    url: string,
    { screen = 'desk', downloads }: { screen?: Screen; downloads: string },
  ): Promise<Walker> {
    const context = await browser.createBrowserContext({
      downloadBehavior: { policy: 'allow', downloadPath: downloads },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.setDefaultNavigationTimeout(PATIENCE_MS);
    await page.setViewport(SCREENS[screen]);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const walker = new Walker(page, context, SCREENS[screen], url);
    page.on('console', (message) => walker.hear(message));
    page.on('pageerror', (error) => walker.complaints.push(String(error)));
    return walker;
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  // ------------------------------------------------------------------------------------------------- doing things

  async goTo(address: string): Promise<void> {
    await this.page.goto(this.url + address, { waitUntil: 'load' });
  }

  /** A button, or what has another `role`, by the name it is announced with; the first of several. */
  async press(name: string, { role = 'button', within = '' }: { role?: string; within?: string } = {}): Promise<void> {
    const target = `${within} ::-p-aria([name="${name}"][role="${role}"])`.trim();
    await this.clicks(target);
  }

  /** Whatever the words stand on: a label, a row that opens something. */
  async pressOn(words: string, within = 'main'): Promise<void> {
    await this.clicks(`${within} ::-p-text(${words})`);
  }

  async follow(name: string, within?: string): Promise<void> {
    await this.press(name, { role: 'link', ...(within && { within }) });
  }

  async fill(label: string, text: string): Promise<void> {
    const field = this.page.locator(`::-p-aria([name="${label}"][role="textbox"])`);
    await this.orPicture(() => field.fill(text));
    const stands = await field.map((one) => (one as HTMLInputElement).value).wait();
    if (!stands.endsWith(text) || stands === text) return;
    await field.click(); // it was given a value of its own just then, and has both
    await this.keys('Control+A');
    await this.types(text);
  }

  /** Keys one after another; `Control+K` at once. */
  async keys(...keys: string[]): Promise<void> {
    for (const chord of keys) {
      const [key, ...held] = (chord.split('+') as KeyInput[]).reverse();
      for (const one of held) await this.page.keyboard.down(one);
      await this.page.keyboard.press(key!);
      for (const one of held) await this.page.keyboard.up(one);
    }
  }

  /** Into whatever has the keyboard. */
  async types(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** The next choice of the list that is open, by keys alone; a list may open before its choices have come. */
  async takesNext(): Promise<void> {
    await this.waits('a choice stands in the open list', () => this.isShown('[role=option]'));
    await this.keys('ArrowDown');
    await this.waits('a choice is marked', () => this.isShown('[role=option][data-combobox-selected]'));
    await this.keys('Enter');
  }

  /** Calls the search of accounts up and types into it once it has the keyboard. */
  async searches(text: string): Promise<void> {
    await this.keys('Control+K');
    await this.waits('the search has the keyboard', () =>
      this.page.evaluate(() => document.activeElement!.matches('[role=dialog] input')),
    );
    await this.types(text);
  }

  /** Goes on by Tab until such an element has the keyboard. */
  async tabsTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await this.page.keyboard.press('Tab');
      if (await this.page.evaluate((wanted) => document.activeElement!.matches(wanted), selector)) return;
    }
    throw new Error(`no ${selector} is reached by Tab`);
  }

  async signIn(email: string, password = 'dvor-demo'): Promise<void> {
    await this.fill('Электронная почта', email);
    await this.fill('Пароль', password);
    await this.press('Войти');
  }

  // ------------------------------------------------------------------------------------------------------ reading

  /** All that can be read now, with plain spaces. */
  async text(within = 'body'): Promise<string> {
    const texts = await this.page.$$eval(within, (all) => all.map((one) => (one as HTMLElement).innerText));
    return plain(texts.join('\n'));
  }

  /** Texts of all the elements that match, in order. */
  async texts(selector: string): Promise<string[]> {
    return (await this.page.$$eval(selector, (all) => all.map((one) => (one as HTMLElement).innerText))).map(plain);
  }

  /** Waits until the text stands on the screen. */
  async sees(text: string | RegExp, within?: string, { ms = PATIENCE_MS } = {}): Promise<void> {
    await this.waits(
      `"${text}" is seen`,
      async () => {
        const now = await this.text(within);
        return typeof text === 'string' ? now.includes(text) : text.test(now);
      },
      { ms },
    );
  }

  /** A run shares the worker with whatever a demo that has just been made leaves it to do: receipts, letters, snapshots. */
  async seesTheRunDone(): Promise<void> {
    await this.sees('На проверке', 'body', { ms: 180_000 });
  }

  async noLongerSees(text: string, within?: string): Promise<void> {
    await this.waits(`"${text}" is gone`, async () => !(await this.text(within)).includes(text));
  }

  async waits(what: string, condition: () => Promise<boolean>, { ms = PATIENCE_MS } = {}): Promise<void> {
    await this.orPicture(async () => {
      for (const end = Date.now() + ms; !(await condition().catch(() => false)); await pause(50)) {
        if (Date.now() > end) throw new Error(`Not so after ${ms / 1000} s: ${what}`);
      }
    });
  }

  /** What has the keyboard now; the cells of a row. */
  async focused(): Promise<string[]> {
    const cells = await this.page.evaluate(() => {
      const at = document.activeElement as HTMLElement;
      return at instanceof HTMLTableRowElement ? [...at.cells].map((cell) => cell.innerText) : [at.innerText];
    });
    return cells.map(plain);
  }

  /** Notes all values of an attribute from now on, however short they stay; the answer tells them. */
  watches(selector: string, attribute: string): () => Promise<string[]> {
    const notes = this.page.evaluateHandle(
      (wanted, name) => {
        const seen: string[] = [];
        const look = () => {
          const value = document.querySelector(wanted)?.getAttribute(name);
          if (value && value !== seen.at(-1)) seen.push(value);
        };
        new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
        look();
        return seen;
      },
      selector,
      attribute,
    );
    return async () => (await (await notes).jsonValue()).map(plain);
  }

  // ------------------------------------------------------------------------------------------------- being content

  /** The page at rest: nothing sticks out, nobody is kept from using it, the browser has nothing to complain of. */
  async findsThePageInOrder(): Promise<void> {
    await this.waits('the page is at rest', () =>
      this.page.evaluate(
        () =>
          document.fonts.status === 'loaded' &&
          !document.querySelector('[aria-busy=true], [data-loading=true]') &&
          document.getAnimations().every(({ playState }) => playState !== 'running'),
      ),
    );
    const { pathname, search } = new URL(this.page.url());
    if (process.env.WALK_PICTURES) await this.picture(process.env.WALK_PICTURES, `${Date.now()}${pathname}${search}`);
    // Not innerWidth: a phone zooms out of a page that is too wide, and innerWidth grows with it.
    const wide = await this.page.evaluate(() => document.scrollingElement!.scrollWidth);
    expect({
      page: pathname + search,
      sticksOut: Math.max(0, wide - this.screen.width),
      violations: await seriousViolations(this.page),
      complaints: this.complaints,
    }).toEqual({ page: pathname + search, sticksOut: 0, violations: [], complaints: [] });
  }

  /** A complaint of the browser that belongs to the walk, such as an answer 401 to a wrong password. */
  forgives(complaint: RegExp): void {
    this.forgiven.push(complaint);
  }

  private hear(message: ConsoleMessage): void {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    const complaint = `${message.text()} ${url ? new URL(url).pathname : ''}`.trim();
    if (!this.forgiven.some((pattern) => pattern.test(complaint))) this.complaints.push(complaint);
  }

  /** What a bar at the edge of the screen lies over is scrolled clear of it first, as a hand would. */
  private clicks(target: string): Promise<void> {
    return this.orPicture(async () => {
      const found = this.page.locator(target);
      await (await found.waitHandle()).evaluate(uncover);
      await found.click();
    });
  }

  /** Whether any of the elements that match takes room on the page: lists that are shut lie hidden in it. */
  private isShown(selector: string): Promise<boolean> {
    return this.page.$$eval(selector, (all) => all.some((one) => one.getClientRects().length > 0));
  }

  private async orPicture<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const picture = await this.picture(PICTURES, expect.getState().currentTestName ?? 'walk');
      throw new Error(
        `${(error as Error).message}\nThe screen: ${picture}\n${(await this.text().catch(() => '')).slice(0, 1500)}`,
        { cause: error },
      );
    }
  }

  private async picture(folder: string, name: string): Promise<string> {
    const file = path.join(folder, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120)}.png` as const);
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: file as `${string}.png` }).catch(() => undefined);
    return file;
  }
}

/** Runs in the page. */
function uncover(wanted: Node): void {
  const element = wanted instanceof Element ? wanted : wanted.parentElement!;
  const { x, y, width, height } = element.getBoundingClientRect();
  const lying = document.elementFromPoint(x + width / 2, y + height / 2);
  if (lying && !element.contains(lying) && !lying.contains(element)) element.scrollIntoView({ block: 'center' });
}

/** No-break and narrow spaces as plain ones. */
export function plain(text: string): string {
  return text.replaceAll(/[^\S\n]/g, ' ');
}

/** `12 345,67 ₽` of a screen in kopecks. */
export function kopecks(shown: string): number {
  const digits = /−?[\d ]+,\d\d/.exec(plain(shown))?.[0];
  if (!digits) throw new Error(`no sum in ${JSON.stringify(shown)}`);
  return Number(digits.replaceAll(/[ ,]/g, '').replace('−', '-'));
}
