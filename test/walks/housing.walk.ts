import { beforeAll, describe, expect, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const DIALOG = '[role=dialog]';
const BUYER = 'Журавлёва Инна Сергеевна';
const NEWBORN = 'Журавлёв Тимофей Ильич';
const SELLER = 'Ковалёва Полина Андреевна';

const walk = beginWalk();
let accountant: Walker;

beforeAll(async () => {
  accountant = await walk.signedIn('accountant@dvor.demo', '/console/');
  await accountant.sees('Ноябрь 2026');
});

/** Types into the picker that follows the label and takes what it offers. */
async function picks(label: string, typed: string, offered: string): Promise<void> {
  await accountant.page.locator(`${DIALOG} ::-p-aria([name="${label}"])`).click();
  await accountant.keys('Control+A');
  await accountant.types(typed);
  await accountant.pressOn(offered, '[role=option]');
}

describe('a flat is sold', () => {
  it('is found by its account', async () => {
    await accountant.searches('1000000017');
    await accountant.sees('кв. 17', '[role=listbox]');
    await accountant.keys('Enter');
    await accountant.sees('Счёт 1000000017');
    await accountant.follow('кв. 17', 'main');
    await accountant.sees('Собственники');
    await accountant.sees(SELLER, 'main');
    await accountant.findsThePageInOrder();
  });

  it('tells what the shares lack while they are typed, and takes no half of a flat', async () => {
    accountant.forgives(/422.* \/api\/v1\/premises\/\d+\/owners$/);
    await accountant.press('Изменить собственников…');
    await accountant.sees('Доли вместе – целое', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.fill('Доля', '1/2');
    await accountant.sees('Вместе 1/2, не хватает 1/2', DIALOG);
    await accountant.fill('Основание', 'Договор купли-продажи');
    await accountant.press('Записать собственников');
    await accountant.sees('доли собственников на 02.11.2026 дают 1/2', DIALOG);
    await accountant.findsThePageInOrder();
  });

  it('writes the buyer down in place, and nobody else is touched by Enter', async () => {
    await picks('Собственник', BUYER, `Записать нового: ${BUYER}`);
    await accountant.sees('Новый человек или организация', DIALOG);
    await accountant.fill('Дата рождения', '14.05.1991');
    await accountant.fill('Телефон', '+79130001122');
    await accountant.findsThePageInOrder();
    await accountant.keys('Enter');
    await accountant.noLongerSees('Новый человек или организация', DIALOG);
    await accountant.fill('Доля', '1');
    await accountant.sees('Доли вместе – целое', DIALOG);
  });

  it('belongs to the buyer from a day on, by a paper', async () => {
    await accountant.press('Есть документ', { role: 'checkbox' });
    await accountant.fill('Номер', '22-0/17');
    await accountant.fill('Дата документа', '02.11.2026');
    await accountant.fill('Кем выдан', 'Росреестр');
    await accountant.findsThePageInOrder();
    await accountant.press('Записать собственников');
    await accountant.sees(BUYER, 'main');
    await accountant.noLongerSees(SELLER, 'main table[aria-label="Собственники"]');
    await accountant.press('История', { role: 'tab' });
    await accountant.sees('выписка из ЕГРН № 22-0/17 от 02.11.2026', 'main');
    await accountant.sees(`${SELLER}, доля 1`, 'main [data-superseded]');
    await accountant.findsThePageInOrder();
  });

  it('goes on under a new account, and the debt stays with the seller', async () => {
    await accountant.press('Собственники и счета', { role: 'tab' });
    await accountant.follow('1000000017', 'main');
    await accountant.sees('Счёт 1000000017');
    await accountant.press('Действия');
    await accountant.press('Новый собственник…', { role: 'menuitem' });
    await accountant.sees('переходит на новый счёт', DIALOG);
    await accountant.findsThePageInOrder();
    await picks('Новый собственник, он же плательщик', 'Журавлёва', BUYER);
    await accountant.fill('Основание', 'Договор купли-продажи');
    await accountant.press('Передать счёт');
    await accountant.sees('Долга нет', 'main');
    await accountant.sees(`${BUYER} · `, 'main');
    expect(await accountant.text('main h1')).not.toContain('1000000017');
    await accountant.findsThePageInOrder();
  });
});

describe('a child is born', () => {
  it('is registered with the mother', async () => {
    await accountant.press('Люди', { role: 'tab' });
    await accountant.sees('Никто не зарегистрирован', 'main');
    await accountant.press('Зарегистрировать');
    await picks('Кто', NEWBORN, `Записать нового: ${NEWBORN}`);
    await accountant.fill('Дата рождения', '01.11.2026');
    await accountant.keys('Enter');
    await accountant.noLongerSees('Новый человек или организация', DIALOG);
    await accountant.fill('Основание', 'Свидетельство о рождении');
    await accountant.findsThePageInOrder();
    await accountant.keys('Enter');
    await accountant.sees(NEWBORN, 'main table[aria-label="Зарегистрированы"]');
    await accountant.findsThePageInOrder();
  });

  it('is away: what that brings is told before it is saved, or why it brings nothing', async () => {
    accountant.forgives(/422.* \/api\/v1\/accounts\/\d+\/absences\/preview$/);
    await accountant.press(`Отсутствие: ${NEWBORN}`);
    await accountant.fill('День отъезда', '03.11.2026');
    await accountant.fill('День приезда', '06.11.2026');
    await accountant.sees('Полных дней отсутствия: 2', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.fill('День приезда', '20.11.2026');
    await accountant.sees('есть счётчик, отсутствие видно в показаниях', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.keys('Escape');
  });

  it('is certified on paper', async () => {
    await accountant.press('Справки', { role: 'tab' });
    await accountant.sees('Справок ещё не выдавали', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Выдать справку');
    await accountant.press('Выдать справку', { within: DIALOG });
    await accountant.sees('Справка о составе семьи', 'main');
    await accountant.sees(NEWBORN, 'main article');
    await accountant.findsThePageInOrder();
    await accountant.follow('К счёту');
    await accountant.sees('Справки', 'main');
  });
});

describe('an account is split by shares', () => {
  const CO_OWNER = 'Власова Ульяна Евгеньевна';

  /** Of fields with one label, such as each part's share. */
  async function fillEach(label: string, ...texts: string[]): Promise<void> {
    for (const [i, text] of texts.entries()) {
      const fields = await accountant.page.$$(`${DIALOG} ::-p-aria([name="${label}"][role="textbox"])`);
      await fields[i]!.click({ count: 3 });
      await accountant.types(text);
    }
  }

  it('tells the part that is nobody’s while shares are typed, and does not send it', async () => {
    await accountant.searches('1000000018');
    await accountant.sees('кв. 18', '[role=listbox]');
    await accountant.keys('Enter');
    await accountant.sees('Счёт 1000000018');
    await accountant.press('Действия');
    await accountant.press('Разделить счёт…', { role: 'menuitem' });
    await accountant.sees('По долям', DIALOG);
    await fillEach('Доля', '1/2', '1/3');
    await accountant.sees('Вместе 5/6, не хватает 1/6', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.press('Разделить счёт', { within: DIALOG });
    await accountant.sees('Часть 1/6 остаётся без плательщика', DIALOG);
    await accountant.findsThePageInOrder();
  });

  it('asks for rooms where there are none', async () => {
    await accountant.pressOn('По комнатам', DIALOG);
    await accountant.sees('В квартире нет комнат', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.pressOn('По долям', DIALOG);
  });

  it('gives each co-owner an account with a share, which the flat and the account show', async () => {
    await fillEach('Доля', '2/3', '1/3');
    await accountant.sees('Доли вместе – целое', DIALOG);
    await accountant.fill('Основание', 'Соглашение собственников');
    await accountant.findsThePageInOrder();
    await accountant.press('Разделить счёт', { within: DIALOG });
    await accountant.sees(CO_OWNER, 'main table');
    await accountant.sees('2/3', 'main');
    await accountant.findsThePageInOrder();
  });

  it('changes what they bear from a day on', async () => {
    await accountant.press('Доли счетов…');
    await accountant.sees('Доли вместе – целое', DIALOG);
    const [first] = await accountant.page.$$(`${DIALOG} input[placeholder="1/2"]`);
    await first!.click({ count: 3 });
    await accountant.types('1/2');
    await accountant.sees('Вместе 5/6, не хватает 1/6', DIALOG);
    await accountant.findsThePageInOrder();
    await accountant.keys('Escape');
    await accountant.noLongerSees('Доли лицевых счетов', 'body');
    await accountant.pressOn(CO_OWNER, 'main table[aria-label="Лицевые счета"]');
    await accountant.sees('Доля счёта', 'main');
    await accountant.sees('1/3', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('История', { role: 'tab' });
    await accountant.sees(`платит ${CO_OWNER}, доля 1/3`, 'main');
  });
});

describe('the past of an account', () => {
  it('has no data before the first record', async () => {
    await accountant.press('На дату…');
    await accountant.sees('Каким было на день');
    await accountant.findsThePageInOrder();
    await accountant.fill('Каким было на день', '15.10.2026');
    await accountant.keys('Enter');
    await accountant.sees('Вы смотрите на 15 октября 2026', 'main');
    await accountant.sees('Нет данных', 'main');
    await accountant.sees('Первая запись начинается 2 ноября 2026', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Вернуться к сегодня');
    await accountant.noLongerSees('Вы смотрите на', 'main');
  });

  it('shows the seller on a day before the sale, and nothing can be done there', async () => {
    await accountant.searches('1000000017');
    await accountant.sees('кв. 17', '[role=listbox]');
    await accountant.keys('Enter');
    await accountant.sees('закрыт', 'main');
    await accountant.press('На дату…');
    await accountant.fill('Каким было на день', '15.10.2026');
    await accountant.keys('Enter');
    await accountant.sees('открыт', 'main h1 ~ *');
    await accountant.sees('октябрь 2026', 'main');
    await accountant.press('Люди', { role: 'tab' });
    await accountant.sees(SELLER, 'main table[aria-label="Собственники"]');
    expect(await accountant.text('main')).not.toContain('Действия');
    expect(await accountant.text('main')).not.toContain('Зарегистрировать');
    await accountant.findsThePageInOrder();
    expect(new URL(accountant.page.url()).searchParams.get('on')).toBe('2026-10-15');
  });

  it('comes back to today', async () => {
    await accountant.press('Вернуться к сегодня');
    await accountant.noLongerSees('Вы смотрите на', 'main');
    await accountant.sees('закрыт', 'main');
    expect(new URL(accountant.page.url()).searchParams.has('on')).toBe(false);
    await accountant.findsThePageInOrder();
  });
});

describe('every page of housing', () => {
  const PAGES: readonly (readonly [string, string])[] = [
    ['/console/houses/1', 'Паспорт дома'],
    ['/console/houses/1?tab=agreements', 'Управление домом'],
    ['/console/houses/1?on=1990-01-01', 'Нет данных'],
    ['/console/premises/17', 'Собственники'],
    ['/console/accounts/1?tab=history', 'приём домов в управление'],
    ['/console/people', 'Кого найти?'],
    ['/console/people?search=Ковал', 'Ковалёва'],
    ['/console/people/29', 'Что записано'],
    ['/console/past-changes', 'Изменения прошлого'],
  ];

  it.each(PAGES)('is in order: %s', async (address, sight) => {
    await accountant.goTo(address);
    await accountant.sees(sight, 'main');
    await accountant.findsThePageInOrder();
  });

  it('is in order on a phone', async () => {
    const phone = await walk.signedIn('accountant@dvor.demo', '/console/', { screen: 'phone' });
    await phone.sees('Ноябрь 2026');
    for (const [address, sight] of PAGES) {
      await phone.goTo(address);
      await phone.sees(sight, 'main');
      await phone.findsThePageInOrder();
    }
    await phone.leave();
  });
});
