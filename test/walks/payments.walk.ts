import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const walk = beginWalk();

describe('an accountant', () => {
  let accountant: Walker;

  beforeAll(async () => {
    accountant = await walk.signedIn('accountant@dvor.demo', '/console/accounts?search=1000000001');
    await accountant.sees('1000000001', 'main table');
  });
  afterAll(() => accountant?.leave());

  it('enters a payment that is posted as it was previewed', async () => {
    await accountant.follow('1000000001', 'main table');
    await accountant.press('Движение', { role: 'tab' });
    await accountant.follow('Ввести платёж');
    await accountant.sees('Введите сумму: здесь появится разноска');
    await accountant.fill('Сумма, ₽', '1 500,50');
    await accountant.sees('Всего', 'main table');
    await accountant.sees('п. 118', 'main table');
    const [promised] = (await accountant.texts('main table tfoot tr')).slice(-1);
    expect(promised).toContain('1 500,50');
    await accountant.findsThePageInOrder();
    await accountant.press('Ввести платёж');
    await accountant.sees('Куда пошли деньги');
    await accountant.sees('Введено вручную');
    await accountant.findsThePageInOrder();
  });

  it('gives a part of it back, seeing from where', async () => {
    await accountant.press('Действия');
    await accountant.press('Вернуть деньги', { role: 'menuitem' });
    await accountant.fill('Вернуть, ₽', '500,00');
    await accountant.sees('500,00', '[role=dialog] table tfoot');
    await accountant.fill('Основание', 'Заявление плательщика');
    await accountant.findsThePageInOrder();
    await accountant.press('Вернуть деньги', { within: '[role=dialog]' });
    await accountant.sees('Что делали с платежом');
    await accountant.findsThePageInOrder();
  });

  it('puts money that waits on the account that is suggested', async () => {
    await accountant.goTo('/console/payments/new');
    await accountant.fill('Счёт, как его назвали', '1000900001');
    await accountant.fill('Сумма, ₽', '250');
    await accountant.press('Ввести платёж');
    await accountant.sees('Деньги приняты и ждут');
    await accountant.findsThePageInOrder();
    await accountant.press('Отнести на счёт');
    await accountant.sees('номер с опиской', '[role=dialog]');
    await accountant.pressOn('номер с опиской', '[role=dialog]');
    await accountant.sees('250,00', '[role=dialog] table tfoot');
    await accountant.fill('Основание', 'Описка в номере');
    await accountant.findsThePageInOrder();
    await accountant.press('Отнести на счёт', { within: '[role=dialog]' });
    await accountant.sees('Отнесён на счёт', 'main table');
    await accountant.goTo('/console/payments?search=1000000001');
    await accountant.sees('1 500,50', 'main table');
    await accountant.sees('250,00', 'main table');
    await accountant.sees('Платежей:', 'main table tfoot');
    await accountant.findsThePageInOrder();
  });
});

describe('whoever pays', () => {
  it('reads where the money went, on a phone', async () => {
    const resident = await walk.signedIn('resident@dvor.demo', '/payments', { screen: 'phone' });
    await resident.sees('Вы заплатили');
    await resident.findsThePageInOrder();
    await resident.pressOn('Вы заплатили');
    await resident.sees('За что');
    await resident.sees('Где деньги сейчас');
    await resident.findsThePageInOrder();
    await resident.leave();
  });
});

describe('an administrator', () => {
  it('opens a channel of terminals and is told what it lacks', async () => {
    const administrator = await walk.signedIn('senior@dvor.demo', '/console/payment-channels');
    await administrator.sees('Введено вручную', 'main table');
    await administrator.findsThePageInOrder();
    await administrator.press('Открыть канал');
    await administrator.press('Чей канал', { role: 'combobox' });
    await administrator.types('QIWI');
    await administrator.pressOn('QIWI / ОСМП', '[role=listbox]');
    await administrator.findsThePageInOrder();
    await administrator.press('Открыть канал', { within: '[role=dialog]' });
    await administrator.sees('Проверки перед включением');
    await administrator.findsThePageInOrder();
    administrator.forgives(/409.*\/state$/);
    await administrator.press('Включить');
    await administrator.sees('Канал пока нельзя включить');
    await administrator.press('Только для получателя', { role: 'combobox' });
    await administrator.pressOn('водоканал', '[role=listbox]');
    await administrator.press('Сохранить');
    await administrator.sees('Сохранено', 'body');
    await administrator.findsThePageInOrder();
    await administrator.leave();
  });
});
