import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, it } from '@jest/globals';
import type { ElementHandle } from 'puppeteer-core';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const DIALOG = '[role=dialog]';

const walk = beginWalk();
let accountant: Walker;
let onPhone: Walker;

beforeAll(async () => {
  accountant = await walk.signedIn('accountant@dvor.demo', '/console/past-changes');
  onPhone = await walk.signedIn('senior@dvor.demo', '/console/past-changes', { screen: 'phone' });
});

describe('acts on outages', () => {
  it('show whose bills they lower before they are entered', async () => {
    await accountant.sees('площадь по выписке ЕГРН', 'main');
    await accountant.findsThePageInOrder();
    await onPhone.findsThePageInOrder();
    await accountant.goTo('/console/quality-acts');
    await accountant.sees('Актов пока нет', 'main');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/quality-acts/new');
    await accountant.sees('здесь появится, кому', 'main');
    await accountant.findsThePageInOrder();
    await accountant.fill('Номер акта', '5');
    await accountant.fill('Начало: день', '10.10.2026');
    await accountant.page.locator('main input[data-path="fromTime"]').fill('08:00');
    await accountant.fill('Конец: день', '11.10.2026');
    await accountant.page.locator('main input[data-path="toTime"]').fill('21:00');
    await accountant.press('Дома', { role: 'combobox' });
    for (let houses = 0; houses < 3; houses += 1) await accountant.takesNext();
    await accountant.keys('Escape');
    await accountant.sees('Счетов', 'main');
    await accountant.sees('Закрытые месяцы пересчитаются', 'main');
    await accountant.fill('Основание', 'Порыв на вводе');
    await accountant.findsThePageInOrder();
    await accountant.press('Внести акт');
    await accountant.sees('№ 5 от', 'main');
    await accountant.findsThePageInOrder();
    await onPhone.goTo('/console/quality-acts');
    await onPhone.sees('№ 5', 'main');
    await onPhone.findsThePageInOrder();
    await onPhone.goTo('/console/quality-acts/new');
    await onPhone.sees('Новый акт', 'main');
    await onPhone.findsThePageInOrder();
  });
});

describe('a recalculation of many accounts', () => {
  it('waits until somebody has seen what it comes to, and is postponed, let in and undone', async () => {
    await accountant.goTo('/console/past-changes');
    await accountant.sees('Перерасчёты многих счетов', 'main');
    await accountant.findsThePageInOrder();
    await onPhone.goTo('/console/past-changes');
    await onPhone.sees('Перерасчёты многих счетов', 'main');
    await onPhone.findsThePageInOrder();
    await accountant.pressOn('Порыв на вводе', 'main table');
    await accountant.sees('октябрь 2026', 'main table');
    await accountant.findsThePageInOrder();
    await onPhone.goTo(new URL(accountant.page.url()).pathname);
    await onPhone.sees('октябрь 2026', 'main table');
    await onPhone.findsThePageInOrder();
    await accountant.press('Отложить');
    await accountant.fill('Почему', 'Ждём ответа водоканала');
    await accountant.findsThePageInOrder();
    await accountant.press('Отложить', { within: DIALOG });
    await accountant.sees('Ждём ответа водоканала', 'main');
    await accountant.findsThePageInOrder();
    await accountant.sees('не тот, кто внёс изменение', 'main');
    await accountant.press('Разрешить');
    await accountant.sees('Включить в следующий расчёт?', DIALOG);
    await accountant.fill('Почему', 'Сверено с журналом аварий');
    await accountant.findsThePageInOrder();
    await accountant.press('Попросить разрешения', { within: DIALOG });
    await accountant.sees('Ждём решения второго человека', 'main');
    await accountant.findsThePageInOrder();
    await onPhone.goTo('/console/approvals');
    await onPhone.pressOn('Сверено с журналом аварий', 'main table');
    await onPhone.sees('Массовый перерасчёт', 'main');
    await onPhone.findsThePageInOrder();
    await onPhone.press('Разрешить');
    await onPhone.press('Разрешить', { within: DIALOG });
    await onPhone.sees('разрешено', 'main');
    await accountant.goTo(new URL(accountant.page.url()).pathname);
    await accountant.sees('Можно включать в расчёт', 'main');
    await accountant.press('Разрешить');
    await accountant.press('Разрешить', { within: DIALOG });
    await accountant.sees('войдёт в следующий расчёт', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Отменить изменение');
    await accountant.fill('Почему', 'Акт составлен по другому дому');
    await accountant.findsThePageInOrder();
    await accountant.press('Отменить изменение', { within: DIALOG });
    await accountant.sees('отмена: Порыв на вводе', 'main');
    await accountant.findsThePageInOrder();
  });
});

describe('corrections by hand', () => {
  it('are entered in the grid and taken back by a mirror', async () => {
    await accountant.goTo('/console/corrections');
    await accountant.sees('Корректировок пока нет', 'main');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/corrections/new');
    await accountant.press('Лицевой счёт', { role: 'combobox' });
    await accountant.types('1000000017');
    await accountant.pressOn('1000000017', '[role=option]');
    await accountant.sees('Начислено', 'main');
    await accountant.page.locator('main input[aria-label^="Изменить на"]').fill('-10,50');
    await accountant.fill('Основание', 'Двойное начисление');
    await accountant.fill('Дата документа', '01.11.2026');
    await accountant.page.locator('main ::-p-text(Наша ошибка)').click();
    await accountant.findsThePageInOrder();
    await accountant.press('Внести корректировку');
    await accountant.sees('Корректировка № 1', 'main');
    await accountant.sees('встанет в расчёт', 'main');
    await accountant.findsThePageInOrder();
    await onPhone.goTo('/console/corrections');
    await onPhone.sees('Двойное начисление', 'main');
    await onPhone.findsThePageInOrder();
    await onPhone.goTo('/console/corrections/new');
    await onPhone.sees('Новая корректировка', 'main');
    await onPhone.findsThePageInOrder();
    await accountant.press('Отменить зеркальной');
    await accountant.fill('Основание', 'Двойного не было');
    await accountant.fill('Дата документа', '02.11.2026');
    await accountant.findsThePageInOrder();
    await accountant.press('Отменить зеркальной', { within: DIALOG });
    await accountant.sees('отменяет № 1', 'main');
    await accountant.findsThePageInOrder();
  });
});

describe('corrections from a table', () => {
  it('are seen line by line, mended, and entered as one document', async () => {
    const [wrong, right] = [join(walk.downloads, 'wrong.csv'), join(walk.downloads, 'right.csv')];
    const lines = ['Лицевой счёт;Услуга;Месяц;Изменить на;Должно быть', '1000000017;Домофон;10.2026;−5,00;'];
    await writeFile(right, [...lines, '1000000018;Домофон;10.2026;;60,00'].join('\n'));
    await writeFile(wrong, [...lines, '1000000018;Баня;10.2026;;60,00'].join('\n'));
    await onPhone.goTo('/console/corrections/table');
    await onPhone.sees('Файл ещё не выбран', 'main');
    await onPhone.findsThePageInOrder();
    await accountant.goTo('/console/corrections');
    await accountant.follow('Из таблицы');
    await accountant.sees('Файл ещё не выбран', 'main');
    await accountant.findsThePageInOrder();
    const input = async () =>
      (await accountant.page.waitForSelector('input[type=file]'))! as ElementHandle<HTMLInputElement>;
    await (await input()).uploadFile(wrong);
    await accountant.sees('Услуги «Баня» нет в справочнике', 'main table');
    await accountant.findsThePageInOrder();
    await (await input()).uploadFile(right);
    await accountant.waits('every line is in order', async () => !(await accountant.text()).includes('Баня'));
    await accountant.sees('60,00', 'main table');
    await accountant.fill('Основание', 'Домофон не работал');
    await accountant.fill('Дата документа', '01.11.2026');
    await accountant.findsThePageInOrder();
    await accountant.press('Внести корректировку');
    await accountant.sees('встанет в расчёт', 'main');
    await accountant.sees('1000000018', 'main');
    await accountant.findsThePageInOrder();
    await Promise.all([rm(wrong), rm(right)]);
  });
});

describe('claims of overcharge', () => {
  it('are entered with the time they came and answered', async () => {
    await accountant.goTo('/console/overcharges');
    await accountant.sees('Заявлений нет', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Новое заявление');
    await accountant.press('Лицевой счёт', { role: 'combobox' });
    await accountant.types('1000000018');
    await accountant.pressOn('1000000018', '[role=option]');
    await accountant.press('Услуга', { role: 'combobox' });
    await accountant.types('Холодное');
    await accountant.takesNext();
    await accountant.fill('час', '08:30');
    await accountant.fill('О чём заявление', 'Начислили дважды за октябрь');
    await accountant.findsThePageInOrder();
    await accountant.press('Внести', { within: DIALOG });
    await accountant.sees('ошибка не найдена', 'main table');
    await accountant.findsThePageInOrder();
    await onPhone.goTo('/console/overcharges');
    await onPhone.sees('Лишние начисления', 'main');
    await onPhone.findsThePageInOrder();
    await accountant.press('Решить');
    await accountant.sees('Решение по заявлению', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.fill('Лишнее, ₽', '133,35');
    await accountant.fill('Основание', 'Счётчик учтён дважды');
    await accountant.fill('Дата документа', '01.11.2026');
    await accountant.press('Решить', { within: DIALOG });
    await accountant.sees('66,68', 'main table');
    await accountant.findsThePageInOrder();
    await onPhone.goTo('/console/accounts/1?tab=penalties');
    await onPhone.sees('Пен');
    await onPhone.findsThePageInOrder();
  });
});
