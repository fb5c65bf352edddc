import { beforeAll, describe, expect, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const walk = beginWalk();
let accountant: Walker;

beforeAll(async () => {
  accountant = await walk.signedIn('accountant@dvor.demo', '/console/');
  await accountant.sees('Ноябрь 2026');
});

/** A cell of the grid, by row and column. */
const cell = (place: string) => `input[data-cell="${place}"]`;
const valueOf = (place: string) =>
  accountant.page.$eval(cell(place), (input) => (input as unknown as { value: string }).value);

describe('the meters of a house', () => {
  it('stand on its page, a year of months beside each', async () => {
    await accountant.goTo('/console/houses');
    await accountant.pressOn('Приобский');
    await accountant.press('Общедомовые приборы', { role: 'tab' });
    await accountant.sees('Холодная вода');
    expect(await valueOf('0 10')).toMatch(/^\d+(,\d+)?$/); // October 2026
    await accountant.findsThePageInOrder();
  });

  it('are filled from the keyboard: a volume, then the next meter', async () => {
    await accountant.page.locator(cell('0 11')).click();
    await accountant.types('812,5');
    await accountant.keys('Enter');
    await accountant.types('401');
    await accountant.sees('Изменены 2 клетки');
    await accountant.findsThePageInOrder();
    await accountant.press('Сохранить');
    await accountant.sees('Объёмы сохранены');
    expect([await valueOf('0 11'), await valueOf('1 11')]).toEqual(['812,5', '401']);
  });

  it('show a figure that can’t be before it is sent', async () => {
    await accountant.page.locator(cell('0 11')).click();
    await accountant.keys('Control+A');
    await accountant.types('много');
    await accountant.waits(
      'the cell is marked',
      async () => (await accountant.page.$(`${cell('0 11')}[aria-invalid="true"]`)) !== null,
    );
    await accountant.press('Отменить правку');
    expect(await valueOf('0 11')).toBe('812,5');
  });
});
