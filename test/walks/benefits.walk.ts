import { beforeAll, describe, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const walk = beginWalk();
let accountant: Walker;

beforeAll(async () => {
  accountant = await walk.signedIn('accountant@dvor.demo', '/console/catalogue?tab=benefits');
  await accountant.sees('Добавить категорию', 'main');
});

describe('a category of benefits', () => {
  it('is added with its law', async () => {
    await accountant.findsThePageInOrder();
    await accountant.press('Добавить категорию');
    await accountant.fill('Название', 'Ветеран труда');
    await accountant.fill('Код', 'veteran');
    await accountant.fill('Закон', 'Закон Алтайского края № 61-ЗС');
    await accountant.findsThePageInOrder();
    await accountant.press('Добавить категорию', { within: '[role=dialog]' });
    await accountant.sees('проценты не внесены', 'main table');
  });

  it('says what it gives, from a day on', async () => {
    await accountant.press('Проценты: Ветеран труда');
    await accountant.press('Услуга', { role: 'combobox' });
    await accountant.pressOn('Содержание жилого помещения', '[role=option]');
    await accountant.fill('Процент', '50');
    await enter('С какого числа', '01.11.2026');
    await accountant.fill('Основание', 'Закон о ветеранах труда');
    await accountant.findsThePageInOrder();
    await accountant.press('Сохранить', { within: '[role=dialog]' });
    await accountant.sees('Содержание жилого помещения 50 %', 'main table');
    await accountant.findsThePageInOrder();
  });
});

describe('a work with a price', () => {
  it('is put on the price list', async () => {
    await accountant.goTo('/console/catalogue?tab=works');
    await accountant.press('Добавить работу');
    await accountant.fill('Работа', 'Замена крана');
    await accountant.press('Услуга', { role: 'combobox' });
    await accountant.pressOn('Содержание жилого помещения', '[role=option]');
    await accountant.press('Исполнитель', { role: 'combobox' });
    await accountant.pressOn('ООО «Домофон-Обь»', '[role=option]');
    await accountant.findsThePageInOrder();
    await accountant.press('Добавить работу', { within: '[role=dialog]' });
    await accountant.sees('нет цены', 'main table');
    await accountant.press('Цена: Замена крана');
    await accountant.fill('Цена, ₽', '850');
    await enter('С какого числа', '01.11.2026');
    await accountant.fill('Основание', 'Прайс-лист № 3');
    await accountant.press('Сохранить', { within: '[role=dialog]' });
    await accountant.sees('850,00', 'main table');
    await accountant.findsThePageInOrder();
  });
});

describe('an account', () => {
  it('gets the benefit for one of its people', async () => {
    await accountant.goTo('/console/accounts');
    await accountant.follow('1000000004');
    await accountant.sees('Счёт 1000000004');
    await accountant.press('Льготы и работы', { role: 'tab' });
    await accountant.sees('Льгот нет', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Дать льготу');
    await accountant.press('Кто', { role: 'combobox' });
    await accountant.types('Максимова Маргарита');
    await accountant.pressOn('Максимова Маргарита', '[role=option]');
    await accountant.press('Категория', { role: 'combobox' });
    await accountant.pressOn('Ветеран труда', '[role=option]');
    await enter('С какого числа', '01.11.2026');
    await accountant.fill('Основание', 'Удостоверение В № 123456');
    await accountant.findsThePageInOrder();
    await accountant.press('Дать льготу', { within: '[role=dialog]' });
    await accountant.sees('Ветеран труда', 'main table');
    await accountant.findsThePageInOrder();
  });

  it('gets an act of work, which can be cancelled', async () => {
    await accountant.press('Внести акт');
    await accountant.press('Работа', { role: 'combobox' });
    await accountant.pressOn('Замена крана', '[role=option]');
    await accountant.fill('Акт №', '17');
    await enter('Дата акта', '02.11.2026');
    await accountant.fill('Основание', 'Заявка жильца');
    await accountant.findsThePageInOrder();
    await accountant.press('Внести акт', { within: '[role=dialog]' });
    await accountant.sees('Замена крана', 'main table');
    await accountant.press('Отменить акт № 17');
    await accountant.fill('Основание', 'Работа не сделана');
    await accountant.press('Отменить', { within: '[role=dialog]' });
    await accountant.sees('отменён', 'main table');
    await accountant.findsThePageInOrder();
  });

  it('shows all of it on a phone', async () => {
    const { pathname, search } = new URL(accountant.page.url());
    const neighbour = await walk.signedIn('accountant@dvor.demo', pathname + search, { screen: 'phone' });
    await neighbour.sees('Ветеран труда', 'main');
    await neighbour.findsThePageInOrder();
    await neighbour.leave();
  });
});

/** Types over whatever stands in a field. */
async function enter(label: string, text: string): Promise<void> {
  await accountant.press(label, { role: 'textbox' });
  await accountant.keys('Control+A');
  await accountant.types(text);
}
