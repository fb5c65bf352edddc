import { describe, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';

const DIALOG = '[role=dialog]';
const LIST = 'main table[aria-label="Всплески и утечки"]';

const walk = beginWalk();

describe('spikes and leaks', () => {
  it('are told to the resident, with what to do, until they ask for silence', async () => {
    const resident = await walk.signedIn('resident@dvor.demo', '/', { screen: 'phone' });
    await resident.sees('Лицевой счёт 1000000001');
    const select = await resident.page.waitForSelector('select');
    await select!.select(
      await resident.page.$$eval('select option', (options) => (options[1] as HTMLOptionElement).value),
    );
    await resident.sees('Лицевой счёт 1000000237');
    await resident.follow('Показания');
    await resident.sees('Похоже на утечку', 'main article');
    await resident.sees('бачок', 'main article');
    await resident.findsThePageInOrder();
    await resident.press('Не напоминать месяц');
    await resident.noLongerSees('Похоже на утечку', 'main');
    await resident.findsThePageInOrder();
    await resident.leave();
  });

  it('stand in a list with what is likely behind them, are seen to and resolved', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/readings/alerts');
    await accountant.sees('Утечка', LIST);
    await accountant.sees('течёт бачок', LIST);
    await accountant.sees('намного больше обычного', LIST);
    await accountant.findsThePageInOrder();
    await accountant.press('Что', { role: 'combobox' });
    await accountant.pressOn('Утечки', '[role=option]');
    await accountant.noLongerSees('намного больше обычного', LIST);
    await accountant.pressOn('В работу', LIST);
    await accountant.sees('В работе: Соколова', LIST);
    await accountant.press('Ещё действия');
    await accountant.pressOn('Не сообщать до', '[role=menuitem]');
    await accountant.press('Не сообщать до…', { within: DIALOG });
    await accountant.sees('Напишите хотя бы пару слов', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.fill('Последний день', '30.11.2026');
    await accountant.fill('Почему', 'Хозяин вызвал сантехника');
    await accountant.press('Не сообщать до…', { within: DIALOG });
    await accountant.sees('не сообщать до 30.11.2026', LIST);
    await accountant.pressOn('Решить', LIST);
    await accountant.sees('Что выяснилось', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.fill('Откуда известно, что сделали', 'Сантехник заменил арматуру бачка');
    await accountant.press('Решить', { within: DIALOG });
    await accountant.sees('Ничего не нашлось', 'main');
    await accountant.press('Состояние', { role: 'combobox' });
    await accountant.pressOn('Решённые', '[role=option]');
    await accountant.sees('Сантехник заменил арматуру бачка', LIST);
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('are read on a phone as well', async () => {
    const phone = await walk.signedIn('accountant@dvor.demo', '/console/readings/alerts', { screen: 'phone' });
    await phone.sees('Всплеск', LIST);
    await phone.findsThePageInOrder();
    await phone.leave();
  });
});
