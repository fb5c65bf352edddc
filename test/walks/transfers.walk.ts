import { readFile, rm } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { downloaded } from './support/downloads.js';
import { beginWalk } from './support/walk.js';

const walk = beginWalk();

describe('an accountant', () => {
  it('takes a day’s orders to the bank and marks a transfer as sent', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/payments');
    await accountant.press('Перечисления', { role: 'tab' });
    await accountant.sees('ждёт отправки', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.page.locator('main table [aria-label^="Показать только"]').click();
    await accountant.waits('the day is kept in the address', async () =>
      /from=2026.*to=2026/.test(accountant.page.url()),
    );
    await accountant.pressOn('Поручения за');
    const path = await downloaded(walk.downloads, /^kl_to_1c_.*\.txt$/);
    const file = new TextDecoder('windows-1251').decode(await readFile(path));
    expect(file).toContain('СекцияДокумент=Платежное поручение');
    await rm(path);
    await accountant.press('Файлы поручений');
    await accountant.sees('Сделан', '[role=dialog]');
    await accountant.findsThePageInOrder();
    await accountant.press('Скачать файл № 1');
    const again = await readFile(await downloaded(walk.downloads, /^kl_to_1c_.*\.txt$/));
    expect(new TextDecoder('windows-1251').decode(again)).toBe(file);
    await accountant.keys('Escape');
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
    await accountant.leave();
  });

  it('sees of what a transfer is made, on a phone', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/transfers?state=sent', {
      screen: 'phone',
    });
    await accountant.sees('отправлено', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.page.locator('main table tbody a').click();
    await accountant.sees('Всего', 'main table tfoot');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/transfers?from=2020-01-01&to=2020-01-02');
    await accountant.sees('За эти дни перечислений нет');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });
});
