import { describe, expect, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';

const walk = beginWalk();

describe('an accountant', () => {
  it('reads the penalties of the largest debtor day by day', async () => {
    const debtor = await largestDebtor();
    const accountant = await walk.signedIn('accountant@dvor.demo', `/console/accounts/${debtor}?tab=penalties`);
    await accountant.sees('Пеней к оплате');
    await accountant.sees('9,5 % / 300', 'main table');
    await accountant.sees('9,5 % / 130', 'main table');
    await accountant.sees('без пени', 'main table');
    expect(await accountant.text('main table tfoot')).toMatch(/Начислено.*\d,\d\d/s);
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('is told where there are none, on a phone', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', `/console/accounts/1?tab=penalties`, {
      screen: 'phone',
    });
    await accountant.sees('Пеней нет');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });
});

describe('instalments', () => {
  it('are made from the debt of an account, begun by a signed paper, and found in their list', async () => {
    const debtor = await largestDebtor();
    const accountant = await walk.signedIn('accountant@dvor.demo', `/console/accounts/${debtor}?tab=penalties`);
    await accountant.follow('Рассрочить долг', 'main');
    await accountant.sees('Сколько платежей');
    await accountant.sees('Какой долг рассрочен', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Изменить суммы и даты');
    await accountant.sees('Равными частями', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Равными частями');
    await accountant.press('Составить');
    await accountant.sees('не подписана', 'main');
    await accountant.press('Подписана', { within: 'main' });
    await accountant.fill('Основание', 'Соглашение о рассрочке');
    await accountant.fill('Номер', '7');
    await accountant.fill('Дата документа', '20.11.2026');
    await accountant.keys('Tab');
    await accountant.findsThePageInOrder();
    await accountant.press('Подписана', { within: '[role=dialog]' });
    await accountant.sees('соблюдается', 'main');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/instalments');
    await accountant.sees('соблюдается', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/instalments?tab=offers');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('are read on a phone, by the accountant and by a resident', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/instalments', { screen: 'phone' });
    await accountant.sees('соблюдается', 'main');
    await accountant.findsThePageInOrder();
    await accountant.leave();
    const resident = await walk.signedIn('resident@dvor.demo', '/instalments', { screen: 'phone' });
    await resident.sees('Пени за просрочку', 'main');
    await resident.sees('можно оплатить частями', 'main');
    await resident.findsThePageInOrder();
    await resident.leave();
  });
});

async function largestDebtor(): Promise<string> {
  const at = `${walk.demo.url}/api/v1`;
  const signedIn = await fetch(`${at}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'accountant@dvor.demo', password: 'dvor-demo' }),
  });
  const { accessToken } = (await signedIn.json()) as { accessToken: string };
  const found = await fetch(`${at}/accounts?limit=200`, { headers: { authorization: `Bearer ${accessToken}` } });
  const { items } = (await found.json()) as { items: { id: string; balance: string }[] };
  return items.reduce((most, one) => (Number(one.balance) > Number(most.balance) ? one : most)).id;
}
