import { afterEach, describe, expect, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const walk = beginWalk();
let walker: Walker;

afterEach(() => walker?.leave());

describe('the queues', () => {
  it('open to the operator', async () => {
    await atTheQueues();
    walker.forgives(/fonts\.googleapis\.com/); // the board asks for fonts from afar, which our policy refuses
    await walker.fill('Почта', 'ops@dvor.demo');
    await walker.fill('Пароль', 'dvor-demo');
    await walker.press('Войти');
    await walker.sees('billing');
    await walker.sees('receipts');
  });

  it('stay shut for the accountant', async () => {
    await atTheQueues();
    walker.forgives(/403.* \/queues\/sign-in$/);
    await walker.fill('Почта', 'accountant@dvor.demo');
    await walker.fill('Пароль', 'dvor-demo');
    await walker.press('Войти');
    await walker.sees('Очереди Двора');
    expect(await walker.text('[role=alert]')).toContain('Ваша роль не позволяет этого');
    await walker.findsThePageInOrder();
  });
});

it('shows the operator of the console what is theirs', async () => {
  walker = await walk.signedIn('ops@dvor.demo', '/console/');
  await walker.sees('Ноябрь 2026 ещё не начислен');
  expect(await walker.text('nav')).not.toContain('Дома и счета');
  expect(await walker.text('main')).not.toContain('Начислить');
  await walker.findsThePageInOrder();
});

async function atTheQueues(): Promise<void> {
  walker = await walk.enter();
  walker.forgives(/401.* \/queues$/);
  await walker.goTo('/queues');
  await walker.sees('Для сотрудников, которым доступны очереди');
  await walker.findsThePageInOrder();
}
