import { beforeAll, describe, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const DIALOG = '[role=dialog]';
const LIST = 'main table[aria-label="Приборы учёта"]';
const LIFE = 'main ol[aria-label="Жизнь прибора"]';

const walk = beginWalk();
let accountant: Walker;

beforeAll(async () => {
  accountant = await walk.signedIn('accountant@dvor.demo', '/console/meters?search=1000000017&resource=cold-water');
  await accountant.sees('Приборы учёта', 'main');
});

async function act(what: string, number: string): Promise<void> {
  await accountant.press('Внести акт');
  await accountant.pressOn(what, '[role=menuitem]');
  await accountant.fill('Номер акта', number);
  await accountant.fill('Кто подписал', 'Иванов И. И.');
}

describe('meters', () => {
  it('stand in lists by what they want', async () => {
    await accountant.sees('1000000017', LIST);
    await accountant.findsThePageInOrder();
    await accountant.press('Список', { role: 'combobox' });
    await accountant.pressOn('Без даты поверки', '[role=option]');
    await accountant.sees('Ничего не нашлось', 'main');
    await accountant.press('Список', { role: 'combobox' });
    await accountant.pressOn('Все стоящие', '[role=option]');
    await accountant.sees('1000000017', LIST);
  });

  it('have a page with their life, empty at first', async () => {
    await accountant.page.locator(`${LIST} tbody a`).click();
    await accountant.sees('Актов ещё нет', 'main');
    await accountant.sees('стоит', 'main');
    await accountant.findsThePageInOrder();
  });

  it('are verified by an act, which says before it is sent what it lacks and what it recalculates', async () => {
    await accountant.press('Внести акт');
    await accountant.pressOn('Поверка', '[role=menuitem]');
    await accountant.sees('Акт поверки', DIALOG);
    await accountant.press('Сохранить', { within: DIALOG });
    await accountant.sees('Заполните поле', DIALOG);
    await accountant.fill('Номер акта', '31/П');
    await accountant.fill('Кто подписал', 'Иванов И. И.');
    await accountant.fill('День события', '01.10.2026');
    await accountant.sees('Закрытые месяцы пересчитаются', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.press('Отмена', { within: DIALOG });
  });

  it('are replaced: the new one has the act in its life, which can be taken back', async () => {
    await act('Замена', '33/З');
    await accountant.fill('Последнее показание старого прибора', '9999');
    await accountant.fill('Номер прибора', 'N-777');
    await accountant.fill('Поверка до', '01.11.2032');
    await accountant.fill('Показание нового прибора', '0');
    await accountant.fill('Основание', 'Замена по заявлению');
    await accountant.findsThePageInOrder();
    await accountant.press('Сохранить', { within: DIALOG });
    await accountant.sees('№ N-777', 'main');
    await accountant.sees('акт № 33/З', LIFE);
    await accountant.findsThePageInOrder();
    await accountant.press('Отменить акт № 33/З');
    await accountant.sees('замена отменяется целиком', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.press('Отмена', { within: DIALOG });
  });

  it('are read on a phone as well', async () => {
    const phone = await walk.signedIn('accountant@dvor.demo', '/console/meters?search=N-777', { screen: 'phone' });
    await phone.sees('N-777', LIST);
    await phone.findsThePageInOrder();
    await phone.page.locator(`${LIST} tbody a`).click();
    await phone.sees('акт № 33/З', LIFE);
    await phone.findsThePageInOrder();
    await phone.leave();
  });
});

describe('days on which readings are taken', () => {
  it('are any at first, and are named by house and resource', async () => {
    await accountant.goTo('/console/readings/windows');
    await accountant.sees('Показания принимаются в любой день', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Назвать дни');
    await accountant.fill('Первый день', '26');
    await accountant.fill('Основание', 'Приказ № 4');
    await accountant.press('Сохранить', { within: DIALOG });
    await accountant.sees('Не раньше первого дня', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.fill('Первый день', '15');
    await accountant.press('Сохранить', { within: DIALOG });
    await accountant.sees('с 15 по 25', 'main');
    await accountant.sees('зачтутся за следующий месяц', 'main');
    await accountant.findsThePageInOrder();
  });
});
