import { rm } from 'node:fs/promises';
import { describe, it } from '@jest/globals';
import { downloaded } from './support/downloads.js';
import { beginWalk } from './support/walk.js';

const walk = beginWalk();

describe('an accountant', () => {
  it('finds debtors, writes down what was said, and sends a write-off for approval', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/debtors');
    await accountant.sees('Итог равен дебетовому сальдо');
    await accountant.sees('181–365 дней', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.press('Скачать XLSX');
    await rm(await downloaded(walk.downloads, /\.xlsx$/));
    await accountant.goTo('/console/debtors?mark=disputed');
    await accountant.sees('500,00', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.page.locator('main table tbody a').click();
    await accountant.sees('батареи были холодными');
    await accountant.sees('Взыскание', 'main');
    await accountant.sees('Рассрочек нет', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Записать контакт');
    await accountant.fill('О чём', 'Обещал заплатить после получки');
    await accountant.findsThePageInOrder();
    await accountant.press('Записать контакт', { within: '[role=dialog]' });
    await accountant.sees('Обещал заплатить после получки', 'main');
    await accountant.follow('Списать');
    await accountant.sees('Останется', 'main table');
    await accountant.findsThePageInOrder();
    for (const list of ['instalments', 'debt-letters', 'court-cases']) {
      await accountant.goTo(`/console/${list}`);
      await accountant.sees('Списания', '[role=tablist]');
      await accountant.findsThePageInOrder();
    }
    await accountant.goTo('/console/write-offs');
    await accountant.sees('ждёт второго человека', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.page.locator('main table tbody a').click();
    await accountant.sees('решение общего собрания');
    await accountant.findsThePageInOrder();
    accountant.forgives(/409.* \/api\/v1\/write-offs\/\d+\/posting$/);
    await accountant.press('Провести');
    await accountant.sees('второго человека');
    await accountant.leave();
  });

  it('reads the debtors and a debt on a phone', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/debtors?age=to-90', { screen: 'phone' });
    await accountant.sees('Итог равен дебетовому сальдо');
    await accountant.findsThePageInOrder();
    await accountant.page.locator('main table tbody a').click();
    await accountant.sees('Из чего долг');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/debtors?search=нетакого');
    await accountant.sees('Никто не найден');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/write-offs/new');
    await accountant.sees('Выберите счёт');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });
});
