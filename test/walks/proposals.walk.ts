import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const DIALOG = '[role=dialog]';
const QUEUE = 'main table[aria-label="Счётчики от жильцов"]';
const READINGS = 'main table[aria-label="Показания"]';
const ACTS = 'main table[aria-label="Где счётчик поставить нельзя"]';
/** The least that is a PNG by its first bytes. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const walk = beginWalk();

describe('a meter of a resident', () => {
  let resident: Walker;

  beforeAll(async () => {
    resident = await walk.signedIn('resident@dvor.demo', '/', { screen: 'phone' });
  });

  it('that was refused is told of on the home page, with the reason beside it', async () => {
    await resident.sees('Заявку на счётчик № 2604113 не приняли', 'main');
    await resident.findsThePageInOrder();
    await resident.follow('Заявку на счётчик № 2604113 не приняли', 'main');
    await resident.sees('На снимке не виден номер счётчика', 'main');
    await resident.sees('Проверяем', 'main');
    await resident.findsThePageInOrder();
  });

  it('is told what a reading costs before it is sent', async () => {
    const card = 'main article:first-of-type';
    const was = /Было ([\d\s]+(?:,\d+)?)/.exec(await resident.text(card))![1]!;
    const before = Number(was.replaceAll(/\s/g, '').replace(',', '.'));
    await resident.page.type(`${card} input[inputmode=decimal]`, String(before + 2).replace('.', ','));
    await resident.sees(/Примерно .*₽/, card);
    await resident.findsThePageInOrder();
  });

  it('is proposed with its picture, once nothing lacks', async () => {
    await resident.goTo('/readings/new');
    await resident.sees('Расскажите о счётчике', 'main');
    await resident.pressOn('Отправить заявку');
    await resident.sees('Приложите фото счётчика или его паспорт', 'main');
    await resident.findsThePageInOrder();
    await resident.page.select('main form select', 'electricity');
    await resident.sees('Сколько тарифов', 'main');
    await resident.fill('Номер счётчика', '011-7742');
    await resident.fill('Когда поставили', '28.10.2026');
    await resident.fill('До какого дня поверка', '27.10.2042');
    await resident.page.type('main fieldset input', '0,4');
    const photo = path.join(mkdtempSync(path.join(tmpdir(), 'dvor-photo-')), 'Счётчик.png');
    writeFileSync(photo, PNG);
    const input = (await resident.page.$('main input[type=file]')) as {
      uploadFile(file: string): Promise<void>;
    } | null;
    await input!.uploadFile(photo);
    await resident.sees('выбран: Счётчик.png', 'main');
    await resident.findsThePageInOrder();
    await resident.pressOn('Отправить заявку');
    await resident.sees('№ 011-7742', 'main');
    await resident.findsThePageInOrder();
  });

  it('is withdrawn while it waits', async () => {
    await resident.press('Отозвать заявку на счётчик № 011-7742');
    await resident.sees('Вы отозвали', 'main');
    await resident.findsThePageInOrder();
    await resident.leave();
  });
});

describe('the accountant', () => {
  let accountant: Walker;

  beforeAll(async () => {
    accountant = await walk.signedIn('accountant@dvor.demo', '/console/readings/proposals');
  });

  it('sees which proposals wait, what stands there, and whose number was met before', async () => {
    await accountant.sees('2604118', QUEUE);
    await accountant.sees('такой номер уже есть', QUEUE);
    await accountant.findsThePageInOrder();
    await accountant.press('Только с повтором номера', { role: 'checkbox' });
    await accountant.noLongerSees('2604118', QUEUE);
    await accountant.sees('такой номер уже есть', QUEUE);
    await accountant.goTo('/console/readings/proposals?state=refused');
    await accountant.sees('2604113', QUEUE);
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/readings/proposals?resource=gas');
    await accountant.sees('Ничего не нашлось', 'main');
    await accountant.findsThePageInOrder();
  });

  it('refuses one with a reason', async () => {
    await accountant.goTo('/console/readings/proposals?doubled=yes');
    await accountant.sees('такой номер уже есть', QUEUE);
    await accountant.page.locator(`${QUEUE} tbody a`).click();
    await accountant.sees('Что прислал жилец', 'main');
    await accountant.sees('такой номер уже есть', 'main');
    await accountant.press('Отказать');
    await accountant.press('Отказать', { within: DIALOG });
    await accountant.sees('Напишите хотя бы два слова', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.fill('Причина', 'Этот счётчик стоит в другой квартире');
    await accountant.press('Отказать', { within: DIALOG });
    await accountant.sees('Причина отказа', 'main');
    await accountant.findsThePageInOrder();
  });

  it('looks at the picture, approves the other by its act, and finds it in the place of the old one', async () => {
    await accountant.goTo('/console/readings/proposals');
    await accountant.sees('2604118', QUEUE);
    await accountant.page.locator(`${QUEUE} tbody a`).click();
    await accountant.sees('Вместо прибора', 'main');
    await accountant.waits('the picture is drawn', async () => (await accountant.page.$('main figure img')) !== null);
    await accountant.findsThePageInOrder();
    await accountant.press('Одобрить');
    await accountant.sees('Снимается прибор', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.fill('Номер акта', '41/В');
    await accountant.fill('Кто подписал', 'Иванов И. И.');
    await accountant.press('Одобрить и поставить', { within: DIALOG });
    await accountant.sees('Открыть прибор', 'main');
    await accountant.findsThePageInOrder();
    await accountant.follow('Открыть прибор', 'main');
    await accountant.sees('акт № 41/В', 'main');
    await accountant.sees('Стоял до него', 'main');
    await accountant.sees('Показаний ещё не было', 'main');
    await accountant.findsThePageInOrder();
  });

  it('reads all years of a meter’s readings', async () => {
    await accountant.goTo('/console/meters?search=1000000001&resource=hot-water');
    await accountant.sees('1000000001', 'main table[aria-label="Приборы учёта"]');
    await accountant.page.locator('main table[aria-label="Приборы учёта"] tbody a').click();
    await accountant.sees('октябрь 2026', READINGS);
    await accountant.sees('внёс сотрудник', READINGS);
    await accountant.findsThePageInOrder();
    expect((await accountant.texts(`${READINGS} tbody tr`)).length).toBeGreaterThan(5);
  });

  it('enters where no meter can be installed, and takes it back', async () => {
    await accountant.goTo('/console/premises/1?tab=meter-acts');
    await accountant.sees('Таких актов нет', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Внести акт');
    await accountant.press('Ресурс', { role: 'combobox' });
    await accountant.pressOn('отопление', '[role=option]');
    await accountant.fill('Номер акта', '7/Н');
    await accountant.fill('Кто подписал', 'Петров П. П.');
    await accountant.fill('Основание', 'Обследование квартиры');
    await accountant.findsThePageInOrder();
    await accountant.press('Сохранить', { within: DIALOG });
    await accountant.sees('№ 7/Н', ACTS);
    await accountant.press('Отменить акт № 7/Н');
    await accountant.fill('Основание', 'Внесён по ошибке');
    await accountant.press('Отменить акт', { within: DIALOG });
    await accountant.sees('отменён: Внесён по ошибке', ACTS);
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('reads the queue and a proposal on a phone', async () => {
    const phone = await walk.signedIn('accountant@dvor.demo', '/console/readings/proposals?state=refused', {
      screen: 'phone',
    });
    await phone.sees('2604113', QUEUE);
    await phone.findsThePageInOrder();
    await phone.page.locator(`${QUEUE} tbody a`).click();
    await phone.sees('Причина отказа', 'main');
    await phone.findsThePageInOrder();
    await phone.leave();
  });
});
