import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { downloaded } from './support/downloads.js';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const HOUSE = 'г. Барнаул, пр-кт Приобский, д. 14';
/** Two of the rows are bad: a wrong check digit of an ИНН, and an account opened in 1026. */
const ACCOUNTS = [
  'Лиц. счёт;Адрес;Кв.;S общая;ФИО;ИНН плательщика;Проживает;Открыт;Примечание',
  `9100000001;${HOUSE};901;45,30;Журавлёва Инна Олеговна;;2;01.10.2026;новая`,
  `9100000002;${HOUSE};902;61,20;Соболев Пётр Ильич;222100000017;1;01.10.2026;`,
  `9100000003;${HOUSE};903;38,00;Ткач Вера Павловна;;1;01.10.1026;`,
  `9100000004;${HOUSE};904;52,75;Яковлев Семён Андреевич;;3;01.10.2026;`,
];
const BALANCES = ['Лицевой счёт;Сальдо', '9100000004;1234,50'];

/** As Excel 97 begins one, with the name of its stream. */
const OLD_WORKBOOK = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]);

const walk = beginWalk();
let accountant: Walker;

beforeAll(async () => {
  accountant = await walk.signedIn('accountant@dvor.demo', '/console/imports');
});

/** Gives the page a file as its window of files would. */
async function giveFile(walker: Walker, name: string, content: string | Buffer): Promise<void> {
  const file = path.join(walk.downloads, name);
  writeFileSync(file, content);
  const input = await walker.page.waitForSelector('input[type=file]');
  await (input as unknown as { uploadFile(name: string): Promise<void> }).uploadFile(file);
  await walker.sees(name, 'main');
}

async function choose(walker: Walker, label: string, option: string): Promise<void> {
  await walker.press(label, { role: 'combobox' });
  await walker.press(option, { role: 'option' });
}

async function checkAndLoad(walker: Walker): Promise<void> {
  await walker.press('Проверить файл');
  await walker.sees('Контрольные суммы');
  await walker.press('Загрузить в базу');
  await walker.press('Загрузить в базу', { within: '[role=dialog]' });
  await walker.sees('Файл загружен');
}

describe('a table of another program', () => {
  it('has nowhere come from yet: the list says what can be brought, with templates', async () => {
    await accountant.sees('Файлов ещё не загружали');
    await accountant.findsThePageInOrder();
    await accountant.press('Скачать образец: Лицевые счета');
    await downloaded(walk.downloads, /Лицевые счета.*\.xlsx$/);
    await accountant.follow('Лицевые счета', 'main');
    await accountant.sees('Что в файле');
    await accountant.findsThePageInOrder();
  });

  it('is refused in words where it is none', async () => {
    accountant.forgives(/422.* \/api\/v1\/imports$/);
    await giveFile(accountant, 'счета.xls', OLD_WORKBOOK);
    await accountant.press('Передать файл');
    await accountant.sees('Это книга старого Excel (.xls)', '[role=alert]');
    await accountant.findsThePageInOrder();
  });

  it('is brought, and its columns are recognised beside what they hold', async () => {
    await giveFile(accountant, 'Перенос.csv', `\ufeff${ACCOUNTS.join('\r\n')}\r\n`);
    await accountant.press('Передать файл');
    await accountant.sees('Журавлёва Инна Олеговна', 'main');
    await accountant.sees('Не загружаем столбцов: 1');
    await accountant.findsThePageInOrder();
  });

  it('names what is required when a column is taken from it, and takes it back', async () => {
    await choose(accountant, 'Чем станет столбец «ФИО»', 'E-mail');
    await accountant.sees('Укажите, в каких столбцах: ФИО или Собственник.');
    await accountant.findsThePageInOrder();
    await choose(accountant, 'Чем станет столбец «ФИО»', 'ФИО *');
    await accountant.noLongerSees('Не хватает обязательного');
    await accountant.fill('Откуда таблица', '1С ЖКХ');
  });

  it('is tried out: totals to compare, and what is wrong by lines', async () => {
    await accountant.press('Проверить файл');
    await accountant.sees('Контрольные суммы');
    expect(await accountant.texts('main tbody th')).toEqual(['Строк', 'Лицевых счетов', 'Площадь, м²', 'Прописано']);
    await accountant.fill('Лицевых счетов у отправителя', '4');
    await accountant.sees('сходится');
    await accountant.fill('Прописано у отправителя', '9');
    await accountant.sees('разница −2');
    await accountant.sees(/ИНН 222100000017 неверен/);
    await accountant.sees(/1026/);
    await accountant.findsThePageInOrder();
  });

  it('shows one kind of what is wrong by itself', async () => {
    await choose(accountant, 'Вид ошибки', 'ИНН … неверен: контрольная цифра или длина. 1');
    await accountant.noLongerSees('1026', 'main table[aria-label]');
    await accountant.sees('222100000017', 'main table[aria-label]');
    await accountant.findsThePageInOrder();
  });

  it('is loaded after one has read what that means', async () => {
    await accountant.press('Загрузить в базу');
    await accountant.sees('Строк с ошибками: 2', '[role=dialog]');
    await accountant.findsThePageInOrder();
    await accountant.press('Загрузить в базу', { within: '[role=dialog]' });
    await accountant.sees('Файл загружен');
    await accountant.findsThePageInOrder();
  });

  it('gives back the rows that stayed out, with what is wrong', async () => {
    await accountant.press('Скачать строки с ошибками');
    const rows = readFileSync(await downloaded(walk.downloads, /Перенос – ошибки\.csv$/), 'utf8');
    expect(rows).toContain('9100000002');
    expect(rows).toContain('9100000003');
    expect(rows).not.toContain('9100000001');
  });

  it('has made accounts that are found by Ctrl K', async () => {
    await accountant.searches('9100000004');
    await accountant.sees('кв. 904', '[role=listbox]');
    await accountant.keys('Enter');
    await accountant.sees('Счёт 9100000004');
    await accountant.sees('Яковлев Семён Андреевич');
  });

  it('is undone, and the accounts are gone', async () => {
    await accountant.goTo('/console/imports');
    await accountant.sees('1С ЖКХ', 'main');
    await accountant.findsThePageInOrder();
    await accountant.follow('Перенос.csv');
    await accountant.press('Отменить загрузку');
    await accountant.sees('вернётся к прежнему', '[role=dialog]');
    await accountant.findsThePageInOrder();
    await accountant.press('Отменить загрузку', { within: '[role=dialog]' });
    await accountant.sees('Загрузка отменена');
    await accountant.findsThePageInOrder();
    await accountant.searches('9100000004');
    await accountant.sees('Ничего не нашлось', '[role=dialog]');
    await accountant.keys('Escape');
  });

  it('is laid out as last time when it is brought again', async () => {
    await accountant.goTo('/console/imports/new');
    await giveFile(accountant, 'Перенос снова.csv', `\ufeff${ACCOUNTS.join('\r\n')}\r\n`);
    await accountant.press('Передать файл');
    await accountant.sees('Столбцы разложены так же, как в прошлый раз. Источник: 1С ЖКХ.');
    await accountant.findsThePageInOrder();
    await checkAndLoad(accountant);
  });

  it('is not undone while something stands on it: a balance brought later', async () => {
    accountant.forgives(/409.* \/api\/v1\/imports\/\d+\/undo$/);
    const accounts = new URL(accountant.page.url()).pathname;
    await accountant.goTo('/console/imports/new?kind=opening-balances');
    await giveFile(accountant, 'Сальдо.csv', `\ufeff${BALANCES.join('\r\n')}\r\n`);
    await accountant.press('Передать файл');
    await accountant.sees('1234,50', 'main');
    await choose(accountant, 'Услуга', 'Холодное водоснабжение');
    await choose(accountant, 'Кому долг', 'ООО «Приобский водоканал»');
    await accountant.findsThePageInOrder();
    await checkAndLoad(accountant);
    await accountant.findsThePageInOrder();

    await accountant.goTo(accounts);
    await accountant.press('Отменить загрузку');
    await accountant.press('Отменить загрузку', { within: '[role=dialog]' });
    await accountant.sees('счёт 9100000004', '[role=dialog]');
    await accountant.findsThePageInOrder();
  });
});

describe('file loads on a phone, in English', () => {
  let traveller: Walker;

  beforeAll(async () => {
    traveller = await walk.signedIn('accountant@dvor.demo', '/console/imports', { screen: 'phone' });
    await traveller.sees('Перенос снова.csv');
    await traveller.page.evaluate(() => localStorage.setItem('dvor.language', 'en'));
  });
  afterAll(() => traveller?.leave());

  it.each([
    ['/console/imports', 'Loaded'],
    ['/console/imports/new', 'Drop the file here or choose it'],
    ['/console/imports/1', 'The load is undone'],
    ['/console/imports/2', 'What is wrong with the rows'],
  ])('are in order: %s', async (address, sight) => {
    await traveller.goTo(address);
    await traveller.sees(sight, 'main');
    await traveller.findsThePageInOrder();
  });
});
