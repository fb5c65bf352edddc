import { describe, it } from '@jest/globals';
import { asks } from './support/api.js';
import { beginWalk } from './support/walk.js';

const walk = beginWalk();

/** The number of whose debt is the largest. */
async function debtor(): Promise<string> {
  const asked = { email: 'accountant@dvor.demo', path: '/debtors?limit=1' };
  const { items } = await asks<{ items: { number: string }[] }>(walk, asked);
  return items[0]!.number;
}

/** The account of somebody who may be sued today. */
async function suable(): Promise<string> {
  const email = 'accountant@dvor.demo';
  const { items } = await asks<{ items: { accountId: string }[] }>(walk, { email, path: '/debtors?limit=50' });
  for (const { accountId } of items) {
    const path = `/accounts/${accountId}/court-check`;
    const { obstacles } = await asks<{ obstacles: unknown[] }>(walk, { email, path });
    if (obstacles.length === 0) return accountId;
  }
  throw new Error('nobody of the demo may be sued');
}

describe('letters to debtors', () => {
  it('are looked over before they are written', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/debt-letters');
    await accountant.sees('Претензия');
    await accountant.findsThePageInOrder();
    await accountant.press('Написать письма');
    await accountant.press('Посмотреть, кому');
    await accountant.sees('без письма');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('are followed until they have come', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/debt-letters');
    await accountant.pressOn('Претензия');
    await accountant.sees('заказным письмом');
    await accountant.sees('под расписку');
    await accountant.findsThePageInOrder();
    await accountant.follow('1/1');
    await accountant.sees('Отправка и вручение');
    await accountant.findsThePageInOrder();
    await accountant.press('Отметить отправку или вручение');
    await accountant.fill('Чем подтверждено', '65600012345678');
    await accountant.findsThePageInOrder();
    await accountant.press('Отметить отправку или вручение', { within: '[role=dialog]' });
    await accountant.sees('65600012345678');
    await accountant.leave();
  });

  it('say what the organisation has them say: fields by a press, a look at a real debtor, back to the standard', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/debt-letters');
    accountant.forgives(/422.* \/api\/v1\/letter-wordings\/notice$/);
    await accountant.follow('Тексты писем');
    await accountant.sees('стандартный текст');
    await accountant.findsThePageInOrder();
    await accountant.fill('Заголовок', 'Напоминание о долге {сумма}');
    await accountant.press('Сохранить текст');
    await accountant.sees('Такого поля нет: {сумма}');
    await accountant.findsThePageInOrder();
    await accountant.fill('Заголовок', 'Напоминание о долге ');
    await accountant.press('{долг}');
    await accountant.press('Лицевой счёт', { role: 'combobox' });
    const number = await debtor();
    await accountant.types(number);
    await accountant.pressOn(number, '[role=option]');
    await accountant.press('Посмотреть');
    await accountant.sees('Письмо: ');
    await accountant.sees('Напоминание о долге 1', 'article h3');
    await accountant.findsThePageInOrder();
    await accountant.press('Сохранить текст');
    await accountant.sees('свой текст с');
    await accountant.findsThePageInOrder();
    await accountant.press('Вернуть стандартный');
    await accountant.sees('останется в истории', '[role=dialog]');
    await accountant.press('Вернуть стандартный', { within: '[role=dialog]' });
    await accountant.sees('Взять за основу', 'main table');
    await accountant.leave();
    const onPhone = await walk.signedIn('accountant@dvor.demo', '/console/debt-letters/wordings?kind=claim', {
      screen: 'phone',
    });
    await onPhone.sees('Как выйдет письмо');
    await onPhone.findsThePageInOrder();
    await onPhone.leave();
  });

  it('and courts are in order on a phone', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/court-cases', { screen: 'phone' });
    await accountant.sees('подано заявление');
    await accountant.findsThePageInOrder();
    await accountant.follow('1');
    await accountant.sees('Что сделано');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('note what a court did, and take a mistake back', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/court-cases');
    await accountant.follow('1');
    await accountant.press('Записать действие');
    await accountant.fill('№ документа', '2-1142/2026');
    await accountant.findsThePageInOrder();
    await accountant.press('Записать действие', { within: '[role=dialog]' });
    await accountant.sees('2-1142/2026');
    await accountant.findsThePageInOrder();
    await accountant.press('Отменить');
    await accountant.fill('Почему запись ошибочна', 'Приказ по другому делу');
    await accountant.press('Отменить', { within: '[role=dialog]' });
    await accountant.sees('отменено: Приказ по другому делу');
    await accountant.leave();
  });

  it('make an application from the debtor’s page, where it may be made', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', `/console/debtors/${await suable()}`);
    await accountant.follow('В суд');
    await accountant.sees('Подготовить документы');
    await accountant.findsThePageInOrder();
    await accountant.fill('Суд', 'Мировой судья судебного участка № 2 Ленинского района г. Барнаула');
    await accountant.fill('Адрес суда', '656056, г. Барнаул, ул. Пушкина, д. 18');
    await accountant.findsThePageInOrder();
    await accountant.press('Подготовить документы');
    await accountant.sees('Что сделано');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });
});
