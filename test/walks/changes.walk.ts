import { rm } from 'node:fs/promises';
import { describe, it } from '@jest/globals';
import { downloaded } from './support/downloads.js';
import { beginWalk } from './support/walk.js';

const walk = beginWalk();

describe('an accountant who reviews a month', () => {
  it('sees what changed since the last one by reasons, narrows it down, and takes a workbook along', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/month?period=2026-10');
    await accountant.press('Что изменилось с прошлого месяца', { role: 'link' });
    await accountant.sees('Что изменилось за октябрь 2026');
    await accountant.sees('Отопительный сезон', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.pressOn('Отопительный сезон', 'main table');
    await accountant.waits('the reason is kept in the address', async () =>
      accountant.page.url().includes('reason=season'),
    );
    await accountant.sees('По отбору, ₽');
    await accountant.press('Скачать XLSX');
    await rm(await downloaded(walk.downloads, /\.xlsx$/));
    await accountant.page.locator('table[aria-label="Счета по величине изменения"] tbody tr').click();
    await accountant.sees('Начался отопительный сезон');
    await accountant.findsThePageInOrder();
    await accountant.follow('Ко всем изменениям');
    await accountant.sees('Причины');
    await accountant.leave();
  });

  it('finds nothing by a filter that is too high, and a first month has nothing before it, on a phone', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/month?period=2026-09', {
      screen: 'phone',
    });
    await accountant.press('Что изменилось с прошлого месяца', { role: 'link' });
    await accountant.sees('Показания и расход', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.goTo(`${new URL(accountant.page.url()).pathname}?atLeast=9000000`);
    await accountant.sees('Таких счетов нет');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/month?period=2025-11');
    await accountant.press('Что изменилось с прошлого месяца', { role: 'link' });
    await accountant.sees('сравнивать не с чем');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('is told in the cabinet what changed, as a resident is', async () => {
    const resident = await walk.signedIn('resident@dvor.demo', '/bill');
    await resident.sees('больше, чем в прошлом месяце');
    await resident.sees('отопительный сезон');
    await resident.findsThePageInOrder();
    await resident.leave();
  });
});
