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
