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
