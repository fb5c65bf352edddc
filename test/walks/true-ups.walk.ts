import { beforeAll, describe, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const walk = beginWalk();
let accountant: Walker;

beforeAll(async () => {
  accountant = await walk.signedIn('accountant@dvor.demo', '/console/');
  await accountant.sees('Ноябрь 2026');
});

describe('the year of a house', () => {
  it('is foretold on its page: what the meter counted, what was charged, what is between them', async () => {
    await accountant.goTo('/console/houses');
    await accountant.pressOn('Приобский');
    await accountant.press('Итог года', { role: 'tab' });
    await accountant.sees('Если бы год кончился сейчас');
    await accountant.sees('октябрь 2026');
    await accountant.findsThePageInOrder();
  });

  it('tells an account its part, by its area', async () => {
    await accountant.page.locator('input[placeholder="Часть одного счёта"]').click();
    await accountant.takesNext();
    await accountant.sees('Площадь счёта');
    await accountant.sees('В месяц');
    await accountant.findsThePageInOrder();
  });

  it('says of a year without closed months that there is nothing to settle', async () => {
    await accountant.press('Следующий год');
    await accountant.sees('За этот год сверять нечего');
    await accountant.press('Предыдущий год');
    await accountant.sees('октябрь 2026');
  });

  it('is in order on a phone', async () => {
    const { pathname, search } = new URL(accountant.page.url());
    const phone = await walk.signedIn('accountant@dvor.demo', pathname + search, { screen: 'phone' });
    await phone.sees('Если бы год кончился сейчас');
    await phone.findsThePageInOrder();
  });
});
