import { describe, expect, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';

const walk = beginWalk();

describe('what an account used', () => {
  it('is drawn by months and told with its readings, service by service', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/accounts/1?tab=use');
    await accountant.sees('В среднем за месяц');
    await accountant.sees('по счётчику', 'main table');
    await accountant.sees('→', 'main table');
    expect(await accountant.page.$$eval('main [role=img]', (drawn) => drawn.length)).toBe(1);
    await accountant.sees('норматива', 'main');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/accounts/1?tab=use&service=electricity');
    await accountant.sees('кВт·ч', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('is read by the accountant on a phone', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/accounts/1?tab=use', { screen: 'phone' });
    await accountant.sees('В среднем за месяц');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('is read by the resident on a phone, with what was saved', async () => {
    const resident = await walk.signedIn('resident@dvor.demo', '/', { screen: 'phone' });
    await resident.sees('Потребление по месяцам');
    await resident.findsThePageInOrder();
    await resident.follow('Потребление по месяцам', 'main');
    await resident.sees('В среднем за месяц');
    await resident.sees('По месяцам', 'main');
    await resident.sees('норматива', 'main');
    await resident.findsThePageInOrder();
    await resident.press('Электроснабжение');
    await resident.sees('кВт·ч', 'main');
    await resident.findsThePageInOrder();
    await resident.leave();
  });
});

describe('the imbalance of a house', () => {
  it.each(['desk', 'phone'] as const)('is told by causes, at a %s', async (screen) => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/houses/1?tab=imbalance', { screen });
    await accountant.sees('По общедомовому прибору');
    await accountant.sees('не объяснено', 'main');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });
});
