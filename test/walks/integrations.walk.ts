import { beforeAll, describe, expect, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const walk = beginWalk();
let administrator: Walker;

beforeAll(async () => {
  administrator = await walk.signedIn('accountant@dvor.demo', '/console/settings');
  await administrator.sees('Ключи API', 'main');
});

describe('a key', () => {
  let key: string;

  it('is made and shown once', async () => {
    await administrator.press('Ключи API', { role: 'tab' });
    await administrator.sees('Ключей ещё нет', 'main');
    await administrator.findsThePageInOrder();
    await administrator.press('Выпустить ключ');
    await administrator.fill('Название', 'Обмен с 1С');
    await administrator.press('Выпустить ключ', { within: '[role=dialog]' });
    await administrator.sees('Отметьте хотя бы одно право', '[role=dialog]');
    await administrator.press('Разрешено', { role: 'combobox' });
    await administrator.pressOn('Счета: смотреть', '[role=option]');
    await administrator.keys('Escape');
    await administrator.fill('С каких адресов', 'дом');
    administrator.forgives(/422.* \/api\/v1\/api-keys$/);
    await administrator.press('Выпустить ключ', { within: '[role=dialog]' });
    await administrator.sees('Нужны адреса или сети', '[role=dialog]');
    await administrator.findsThePageInOrder();
    await administrator.fill('С каких адресов', '127.0.0.0/8, ::1');
    await administrator.press('Выпустить ключ', { within: '[role=dialog]' });
    await administrator.sees('Показываем один раз', '[role=dialog]');
    await administrator.findsThePageInOrder();
    key = /dvor_demo_[0-9a-f]{16}_[\w-]{43}/.exec(await administrator.text('[role=dialog]'))![0];
    await administrator.press('Готово', { within: '[role=dialog]' });
    await administrator.sees('не было', 'main table');
  });

  it('is used by a program, which is seen, and then revoked', async () => {
    const ask = () => fetch(`${walk.demo.url}/api/v1/accounts`, { headers: { Authorization: `Bearer ${key}` } });
    expect((await ask()).status).toBe(200);
    await administrator.goTo('/console/settings/keys');
    await administrator.waits('the last use is shown', async () =>
      (await administrator.texts('main tbody td:nth-child(4)')).some((told) => /\d\d\.\d\d\.\d{4}/.test(told)),
    );
    await administrator.findsThePageInOrder();
    await administrator.press('Отозвать: Обмен с 1С');
    await administrator.press('Отозвать', { within: '[role=dialog]' });
    await administrator.sees('отозван', 'main table');
    expect((await ask()).status).toBe(401);
  });
});

describe('a webhook', () => {
  it('is not sent inside, and is added with its secret shown once', async () => {
    await administrator.press('Вебхуки', { role: 'tab' });
    await administrator.sees('Адресов ещё нет', 'main');
    await administrator.findsThePageInOrder();
    await administrator.press('Добавить адрес');
    await administrator.fill('Адрес', 'https://192.168.0.10/dvor');
    administrator.forgives(/422.* \/api\/v1\/webhooks$/);
    await administrator.press('Добавить адрес', { within: '[role=dialog]' });
    await administrator.sees('внутри частной сети', '[role=dialog]');
    await administrator.fill('Адрес', 'https://receiver.invalid/dvor');
    await administrator.press('События', { role: 'combobox' });
    await administrator.pressOn('Месяц закрыт', '[role=option]');
    await administrator.keys('Escape');
    await administrator.findsThePageInOrder();
    await administrator.press('Добавить адрес', { within: '[role=dialog]' });
    await administrator.sees(/whsec_/, '[role=dialog]');
    await administrator.press('Готово', { within: '[role=dialog]' });
    await administrator.sees('отправляется', 'main table');
    await administrator.findsThePageInOrder();
  });

  it('is tried out, and the log tells why nobody has answered', async () => {
    await administrator.follow('https://receiver.invalid/dvor');
    await administrator.sees('Отправок нет', 'main');
    await administrator.press('Отправить пробное');
    await administrator.sees('пробное событие', 'main table');
    await administrator.sees(/имя не найдено|EAI_AGAIN/, 'main table');
    await administrator.findsThePageInOrder();
    await administrator.pressOn('пробное событие', 'main tbody td');
    await administrator.sees('webhook.trial', '[role=dialog]');
    await administrator.findsThePageInOrder();
    await administrator.keys('Escape');
    await administrator.press('Отправить снова за дни…');
    await administrator.findsThePageInOrder();
    await administrator.keys('Escape');
  });

  it('is stopped and removed', async () => {
    await administrator.press('Остановить');
    await administrator.sees('остановлен вручную', 'main');
    await administrator.press('Удалить');
    await administrator.press('Удалить', { within: '[role=dialog]' });
    await administrator.sees('Адресов ещё нет', 'main');
  });
});
