import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, it } from '@jest/globals';
import { parseDate } from '@dvor/kernel';
import { intervalMessage } from '../../apps/worker/src/invented/interval-message.js';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const DIALOG = '[role=dialog]';
const MONTHS = 'main table[aria-label="Месяцы в расчёт"]';
const DAYS = 'main table[aria-label="Сутки"]';

const walk = beginWalk();
let accountant: Walker;

beforeAll(async () => {
  accountant = await walk.signedIn('accountant@dvor.demo', '/console/readings/intervals');
});

describe('points of commercial metering', () => {
  it('stand with what they have sent and whose they are', async () => {
    await accountant.sees('222500000014001', 'main');
    await accountant.sees('прибор не назван', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Состояние', { role: 'combobox' });
    await accountant.pressOn('Без прибора', '[role=option]');
    await accountant.noLongerSees('222500000014001', 'main');
    await accountant.sees('Насосная', 'main');
    await accountant.findsThePageInOrder();
  });

  it('show their months, their days, and a day by half-hours', async () => {
    await accountant.goTo('/console/readings/intervals');
    await accountant.pressOn('222500000014001', 'main table');
    await accountant.sees('месяцы вносятся сами', 'main');
    await accountant.sees('внесено так же', MONTHS);
    await accountant.sees('не целый', MONTHS);
    await accountant.sees('неизвестно часов: 1', DAYS);
    await accountant.findsThePageInOrder();
    await accountant.pressOn('01.11.2026', DAYS);
    await accountant.sees('03:00 – 03:30', DIALOG);
    await accountant.sees('неизвестно', DIALOG);
    await accountant.sees('80020_2225000013_20261101_1065.xml', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.keys('Escape');
  });

  it('get a meter by the accountant’s word', async () => {
    await accountant.goTo('/console/readings/intervals?state=unmatched');
    await accountant.pressOn('Насосная', 'main table');
    await accountant.sees('прибор не назван', 'main');
    await accountant.press('Назвать прибор');
    await accountant.sees('Чей это канал', DIALOG);
    await accountant.press('Назвать прибор', { within: DIALOG });
    await accountant.sees('Выберите прибор', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.press('Отмена', { within: DIALOG });
  });
});

function message(number: number): string {
  const values = Array.from({ length: 48 }, () => '12.5');
  const points = [{ code: '222500000014001', name: 'пр-кт Приобский, 14, ввод 1', values }];
  return intervalMessage({ number, day: parseDate('2026-11-01'), points });
}

async function choose(name: string, content: string): Promise<void> {
  const file = path.join(walk.downloads, name);
  writeFileSync(file, content);
  const input = await accountant.page.waitForSelector('input[type=file]');
  await (input as unknown as { uploadFile(name: string): Promise<void> }).uploadFile(file);
}

describe('files of half-hours', () => {
  it('stand with what became of their days', async () => {
    await accountant.goTo('/console/readings/intervals/files');
    await accountant.sees('80020_2225000013_202610.zip', 'main');
    await accountant.findsThePageInOrder();
    await accountant.pressOn('80020_2225000013_20261017_1064.xml', 'main table');
    await accountant.sees('Точки файла', 'main');
    await accountant.sees('внесено так же', MONTHS);
    await accountant.findsThePageInOrder();
  });

  it('are taken back only with a reason', async () => {
    await accountant.press('Отозвать');
    await accountant.sees('Его сутки перестанут считаться', DIALOG);
    await accountant.press('Отозвать', { within: DIALOG });
    await accountant.sees('Напишите хотя бы пару слов', DIALOG);
    await accountant.fill('Почему', 'Прислали пробный файл');
    await accountant.press('Отозвать', { within: DIALOG });
    await accountant.sees('Прислали пробный файл', 'main');
    await accountant.findsThePageInOrder();
  });

  it('are tried out before they are brought', async () => {
    await accountant.goTo('/console/readings/intervals/files/new');
    await accountant.sees('Файл не выбран', 'main');
    await accountant.findsThePageInOrder();
    await choose('2026-11-01.xml', message(1080));
    await accountant.sees('222500000014001', 'main');
    await accountant.sees('не целый', MONTHS);
    await accountant.findsThePageInOrder();
    await accountant.press('Загрузить');
    await accountant.sees('Отозвать', 'main');
    await accountant.goTo('/console/readings/intervals/files/new');
    await choose('again.xml', message(1080));
    await accountant.sees('Второй раз ничего не изменится', 'main');
    await choose('other.xml', message(1081));
    await accountant.sees('other.xml', 'main');
    await accountant.press('Загрузить');
    await accountant.sees('Отозвать', 'main');
    await accountant.findsThePageInOrder();
  });

  it('are read on a phone as well', async () => {
    const phone = await walk.signedIn('accountant@dvor.demo', '/console/readings/intervals', { screen: 'phone' });
    await phone.sees('222500000014001', 'main');
    await phone.findsThePageInOrder();
    await phone.goTo('/console/readings/intervals/files');
    await phone.sees('80020_2225000013_202610.zip', 'main');
    await phone.findsThePageInOrder();
    await phone.leave();
  });
});
