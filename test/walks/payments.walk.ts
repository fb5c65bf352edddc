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

describe('what is done with payments', () => {
  let accountant: Walker;

  beforeAll(async () => {
    accountant = await walk.signedIn('accountant@dvor.demo', '/console/payments/new');
  });
  afterAll(() => accountant?.leave());

  const enter = async (account: string, sum: string, document: string) => {
    await accountant.goTo('/console/payments/new');
    await accountant.press('Лицевой счёт', { role: 'combobox' });
    await accountant.types(account);
    await accountant.pressOn(account, '[role=listbox]');
    await accountant.fill('Сумма, ₽', sum);
    await accountant.fill('Номер документа', document);
    await accountant.sees('Всего', 'main table');
  };

  it('a paper entered twice is one payment, and says so; before that, a hint', async () => {
    await enter('1000000002', '321', '77');
    await accountant.press('Ввести платёж');
    await accountant.sees('Куда пошли деньги');
    await enter('1000000002', '321', '77');
    await accountant.sees('уже есть платёж на ту же сумму');
    await accountant.findsThePageInOrder();
    await accountant.press('Ввести платёж');
    await accountant.sees('Такой платёж уже проведён', 'body');
    await accountant.sees('Куда пошли деньги');
  });

  it('one on a wrong account is moved, seeing what it will cover', async () => {
    await accountant.press('Действия');
    await accountant.press('Перенести на другой счёт', { role: 'menuitem' });
    await accountant.press('На счёт', { role: 'combobox' });
    await accountant.types('1000000003');
    await accountant.pressOn('1000000003', '[role=listbox]');
    await accountant.sees('321,00', '[role=dialog] table tfoot');
    await accountant.fill('Основание', 'Ошибка в номере счёта');
    await accountant.findsThePageInOrder();
    await accountant.press('Перенести на другой счёт', { within: '[role=dialog]' });
    await accountant.sees('1000000002 → 1000000003', 'main table');
    await accountant.findsThePageInOrder();
  });

  it('one of today is taken back whole', async () => {
    await accountant.press('Действия');
    await accountant.press('Отменить платёж', { role: 'menuitem' });
    await accountant.sees('будто платежа не было', '[role=dialog]');
    await accountant.fill('Основание', 'Введён по ошибке');
    await accountant.findsThePageInOrder();
    await accountant.press('Отменить платёж', { within: '[role=dialog]' });
    await accountant.sees('возвращён');
    await accountant.sees('Отменён', 'main table');
    await accountant.findsThePageInOrder();
  });

  it('they are found by house, days and sums, which the address keeps', async () => {
    await accountant.goTo('/console/payments');
    await accountant.sees('Платежей:', 'main table tfoot');
    await accountant.press('Фильтры');
    await accountant.press('Дом', { role: 'combobox' });
    await accountant.pressOn('Приобский', '[role=listbox]');
    await accountant.fill('Сумма от, ₽', '321');
    await accountant.fill('Сумма до, ₽', '321,00');
    await accountant.waits('the filters are kept in the address', async () =>
      /houseId=\d+.*least=321.*most=321/.test(accountant.page.url()),
    );
    await accountant.sees(/Платежей: 1(?!\d)/, 'main table tfoot');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/payments?bookedFrom=2020-01-01&bookedTo=2020-01-02');
    await accountant.sees('Ничего не нашлось');
    await accountant.findsThePageInOrder();
  });

  it('an account has them on a tab of its own, each with where it went', async () => {
    await accountant.goTo('/console/accounts?search=1000000001');
    await accountant.follow('1000000001', 'main table');
    await accountant.press('Платежи', { role: 'tab' });
    await accountant.sees('1 500,50', 'main table');
    await accountant.page.locator('main table tbody td:nth-child(2)').click();
    await accountant.sees('Куда пошли 250,00 ₽');
    await accountant.findsThePageInOrder();
    await accountant.follow('Открыть в списке всех платежей');
    await accountant.sees('Счёт 1000000001');
    await accountant.findsThePageInOrder();
  });

  it('all of it on a phone', async () => {
    const phone = await walk.signedIn('accountant@dvor.demo', '/console/payments', { screen: 'phone' });
    await phone.sees('Платежей:', 'main table tfoot');
    await phone.findsThePageInOrder();
    await phone.press('Фильтры');
    await phone.page.locator('main ::-p-aria([name="Дом"][role="combobox"])').wait();
    await phone.findsThePageInOrder();
    await phone.page.locator('main table tbody a').click();
    await phone.sees('Куда пошли деньги');
    await phone.findsThePageInOrder();
    await phone.goTo('/console/payments/new');
    await phone.sees('Новый платёж');
    await phone.findsThePageInOrder();
    await phone.goTo('/console/accounts?search=1000000001');
    await phone.follow('1000000001', 'main table');
    await phone.press('Платежи', { role: 'tab' });
    await phone.page.locator('main table tbody td:nth-child(2)').click();
    await phone.sees('Куда пошли 250,00 ₽');
    await phone.findsThePageInOrder();
    await phone.leave();
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
