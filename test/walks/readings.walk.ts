import { beforeAll, describe, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const DIALOG = '[role=dialog]';
const QUEUE = 'main table[aria-label="Показания под вопросом"]';

const walk = beginWalk();
let accountant: Walker;

beforeAll(async () => {
  accountant = await walk.signedIn('accountant@dvor.demo', '/console/');
  await accountant.sees('Ноябрь 2026');
});

describe('doubtful readings', () => {
  it('stand in a queue with what is wrong about them', async () => {
    await accountant.follow('Показания', 'nav');
    await accountant.sees('Показания под вопросом', 'main');
    await accountant.sees('Показание не сходится с соседним', QUEUE);
    await accountant.sees('с платежом · пока не учтено', QUEUE);
    await accountant.findsThePageInOrder();
  });

  it('are put right: only by figures of a dial, and with a word of how they are known', async () => {
    await accountant.press('Исправить');
    await accountant.sees('Что показывает прибор', DIALOG);
    await accountant.fill('Показание', '12З');
    await accountant.press('Исправить', { within: DIALOG });
    await accountant.sees('Нужны цифры с прибора', DIALOG);
    await accountant.sees('Напишите хотя бы пару слов', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.press('Отмена', { within: DIALOG });
  });

  it('are refused with a reason, and the decision can be looked up', async () => {
    for (const [flat, note] of [
      ['кв. 12', 'Не хватает цифры'],
      ['кв. 27', 'Лишняя цифра'],
    ] as const) {
      await accountant.press('Ещё действия');
      await accountant.pressOn('Отклонить', '[role=menuitem]');
      await accountant.fill('Почему', note);
      await accountant.press('Отклонить', { within: DIALOG });
      await accountant.noLongerSees(flat, 'main');
    }
    await accountant.sees('Все показания в порядке', 'main');
    await accountant.press('Состояние', { role: 'combobox' });
    await accountant.pressOn('Решённые', '[role=option]');
    await accountant.sees('Лишняя цифра', QUEUE);
    await accountant.findsThePageInOrder();
  });

  it('are read on a phone as well', async () => {
    const phone = await walk.signedIn('accountant@dvor.demo', '/console/readings?state=decided', { screen: 'phone' });
    await phone.sees('Не хватает цифры', QUEUE);
    await phone.findsThePageInOrder();
    await phone.leave();
  });
});

describe('readings typed from a sheet', () => {
  const GRID = 'main table[aria-label="Ввод показаний"]';
  const row = (n: number) => `${GRID} tbody tr:nth-child(${n})`;
  const before = async (n: number) => {
    const [text] = await accountant.texts(`${row(n)} td:nth-of-type(2)`);
    return Number(/^[\d\s]+(?:,\d+)?/.exec(text!)![0].replaceAll(/\s/g, '').replace(',', '.'));
  };

  it('stand by entrances and flats, with what was before', async () => {
    await accountant.goTo('/console/readings/entry');
    await accountant.sees('Выберите дом', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Дом', { role: 'combobox' });
    await accountant.takesNext();
    await accountant.sees('Зачтётся за ноябрь 2026', 'main');
    await accountant.sees('Холодная вода', GRID);
    await accountant.findsThePageInOrder();
  });

  it('are typed by keys alone, each row saved as it is left', async () => {
    const [one, two] = [await before(1), await before(2)];
    await accountant.tabsTo(`${row(1)} input`);
    await accountant.types(`${String(one + 1).replace('.', ',')}`);
    await accountant.keys('Enter');
    await accountant.types(String(Math.max(0, two - 1)));
    await accountant.keys('Enter');
    await accountant.sees('сохранено', row(1));
    await accountant.sees('Не принято', row(2));
    await accountant.findsThePageInOrder();
  });

  it('are confirmed by Enter where a figure makes one wonder, and taken back by Ctrl+Z', async () => {
    const four = await before(4);
    await accountant.page.click(`${row(4)} input`);
    await accountant.types(String(Math.round(four + 45)));
    await accountant.keys('Enter');
    await accountant.sees('Проверьте', row(4));
    await accountant.page.click(`${row(4)} input`);
    await accountant.keys('Enter');
    await accountant.sees('сохранено', row(4));
    await accountant.page.click(`${row(4)} input`);
    await accountant.keys('Control+z');
    await accountant.noLongerSees('сохранено', row(4));
    await accountant.page.click(`${row(1)} input`);
    await accountant.keys('Control+z');
    await accountant.noLongerSees('сохранено', row(1));
  });

  it('are typed on a phone too', async () => {
    const address = new URL(accountant.page.url());
    const phone = await walk.signedIn('accountant@dvor.demo', address.pathname + address.search, { screen: 'phone' });
    await phone.sees('Холодная вода', GRID);
    await phone.findsThePageInOrder();
    await phone.leave();
  });
});

describe('registries of banks', () => {
  it('tell what became of each meter', async () => {
    await accountant.goTo('/console/readings/registries');
    await accountant.sees('Показания 02.11.2026.txt', 'main');
    await accountant.findsThePageInOrder();
    await accountant.pressOn('Показания 02.11.2026.txt');
    await accountant.sees('Такого счётчика нет', 'main');
    await accountant.sees('«12З» – не показание', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Что стало', { role: 'combobox' });
    await accountant.pressOn('Проверить: 2', '[role=option]');
    await accountant.noLongerSees('Такого счётчика нет', 'main');
  });
});
