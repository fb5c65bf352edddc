import { beforeAll, describe, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const DIALOG = '[role=dialog]';
const MESSAGES = 'main table[aria-label="Сообщения жильцов"]';

const walk = beginWalk();
let accountant: Walker;

beforeAll(async () => {
  accountant = await walk.signedIn('accountant@dvor.demo', '/console/readings/messages');
});

describe('messages of residents', () => {
  it('stand with how they were understood and what was answered', async () => {
    await accountant.sees('+79132104567', MESSAGES);
    await accountant.sees('Незнакомый номер', MESSAGES);
    await accountant.sees('«12з» – не показание', MESSAGES);
    await accountant.findsThePageInOrder();
  });

  it('are found by how they were understood, and by their sender', async () => {
    await accountant.press('Как поняли', { role: 'combobox' });
    await accountant.pressOn('Незнакомый номер', '[role=option]');
    await accountant.noLongerSees('1000000999', MESSAGES);
    await accountant.sees('Допишите лицевой счёт', MESSAGES);
    await accountant.goTo('/console/readings/messages?search=7001122');
    await accountant.sees('ЛС 1000000031', MESSAGES);
    await accountant.noLongerSees('+79132104567', MESSAGES);
    await accountant.goTo('/console/readings/messages?channel=email&answer=taken');
    await accountant.sees('Ничего не нашлось', 'main');
    await accountant.findsThePageInOrder();
  });

  it('whose sender nobody knows get an account by a person’s word', async () => {
    await accountant.goTo('/console/readings/messages?answer=unknown-sender');
    await accountant.sees('+79132104567', MESSAGES);
    await accountant.press('Привязать');
    await accountant.sees('Следующие сообщения с +79132104567', DIALOG);
    await accountant.press('Привязать', { within: DIALOG });
    await accountant.sees('Выберите счёт', DIALOG);
    await accountant.sees('Напишите хотя бы пару слов', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.press('Отмена', { within: DIALOG });
  });
});

describe('smart meters', () => {
  it('that nobody knows wait for a meter', async () => {
    await accountant.goTo('/console/readings/devices');
    await accountant.sees('NB-7710-4418', 'main');
    await accountant.sees('20,4 m3', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Назвать счётчик');
    await accountant.sees('Какой это счётчик: NB-7710-4418', DIALOG);
    await accountant.press('Назвать счётчик', { within: DIALOG });
    await accountant.sees('Выберите счётчик', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.press('Отмена', { within: DIALOG });
  });

  it('stand with each event and what became of it', async () => {
    await accountant.pressOn('Все события', 'main');
    await accountant.sees('прибор незнаком', 'main');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/readings/devices?view=events&outcome=waiting');
    await accountant.sees('Ничего не нашлось', 'main');
  });

  it('and messages are read on a phone as well', async () => {
    const phone = await walk.signedIn('accountant@dvor.demo', '/console/readings/messages', { screen: 'phone' });
    await phone.sees('+79132104567', MESSAGES);
    await phone.findsThePageInOrder();
    await phone.goTo('/console/readings/devices');
    await phone.sees('NB-7710-4418', 'main');
    await phone.findsThePageInOrder();
    await phone.leave();
  });
});
