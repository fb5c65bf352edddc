import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'puppeteer-core';
import type { RunningSystem } from '../scenarios/support/running-system.mjs';
import { openBrowser } from './support/browser.js';
import { startDemo } from './support/demo.js';
import { downloaded } from './support/downloads.js';
import { Walker } from './support/walker.js';

jest.setTimeout(180_000);

let demo: RunningSystem;
let browser: Browser;
let downloads: string;

beforeAll(async () => {
  downloads = await mkdtemp(join(tmpdir(), 'dvor-transfers-'));
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  await rm(downloads, { recursive: true, force: true });
});

describe('an accountant', () => {
  it('takes a day’s orders to the bank and marks a transfer as sent', async () => {
    const accountant = await Walker.enter(browser, demo.url, { downloads });
    await accountant.goTo('/console/payments');
    await accountant.signIn('accountant@dvor.demo');
    await accountant.press('Перечисления', { role: 'tab' });
    await accountant.sees('ждёт отправки', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.page.locator('main table [aria-label^="Показать только"]').click();
    await accountant.waits('the day is kept in the address', async () =>
      /from=2026.*to=2026/.test(accountant.page.url()),
    );
    await accountant.pressOn('Поручения за');
    const file = new TextDecoder('windows-1251').decode(
      await readFile(await downloaded(downloads, /^kl_to_1c_.*\.txt$/)),
    );
    expect(file).toContain('СекцияДокумент=Платежное поручение');
    await accountant.press('Состояние', { role: 'combobox' });
    await accountant.pressOn('ждёт отправки', '[role=listbox]');
    await accountant.waits(
      'only what waits is shown',
      async () => !(await accountant.text('main table')).includes('отправлено'),
    );
    await accountant.pressOn('Отметить', 'main table');
    await accountant.sees('Отменить', '[role=dialog]');
    await accountant.findsThePageInOrder();
    await accountant.press('Отметить отправленным', { within: '[role=dialog]' });
    await accountant.sees('Перечисление отмечено отправленным');
    expect(accountant.complaints).toEqual([]);
    await accountant.leave();
  });

  it('sees of what a transfer is made, on a phone', async () => {
    const accountant = await Walker.enter(browser, demo.url, { screen: 'phone' });
    await accountant.goTo('/console/transfers?state=sent');
    await accountant.signIn('accountant@dvor.demo');
    await accountant.sees('отправлено', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.page.locator('main table tbody a').click();
    await accountant.sees('Строк: ', 'main table tfoot');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/transfers?from=2020-01-01&to=2020-01-02');
    await accountant.sees('За эти дни перечислений нет');
    await accountant.findsThePageInOrder();
    expect(accountant.complaints).toEqual([]);
    await accountant.leave();
  });
});
