import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { downloaded } from './support/downloads.js';
import { readPaymentCodes } from './support/open-pdf.js';
import { beginWalk } from './support/walk.js';
import { kopecks, type Walker } from './support/walker.js';

const walk = beginWalk();
let resident: Walker;

describe('somebody who has not signed in', () => {
  it('is told one thing whatever is wrong of the account and the meter', async () => {
    const anyone = await walk.enter({ screen: 'phone' });
    anyone.forgives(/422.* \/api\/v1\/quick-readings\/meter$/);
    await anyone.goTo('/');
    await anyone.follow('Передать показания без входа');
    await anyone.sees('Показания без входа');
    await anyone.findsThePageInOrder();
    await anyone.fill('Лицевой счёт', '1000000001');
    await anyone.fill('Номер счётчика', '000');
    await anyone.press('Дальше');
    await anyone.sees('не нашлось');
    await anyone.findsThePageInOrder();
    await anyone.leave();
  });
});

describe('a resident with a phone', () => {
  let toPay: number;

  beforeAll(async () => {
    resident = await walk.enter({ screen: 'phone' });
  });
  afterAll(() => resident?.leave());

  it('signs in, once the password is right', async () => {
    resident.forgives(/401.* \/api\/v1\/auth\/sign-in$/);
    await resident.goTo('/');
    await resident.sees('Личный кабинет');
    await resident.findsThePageInOrder();
    await resident.signIn('resident@dvor.demo', 'dvor-demon');
    await resident.sees('Почта или пароль не подошли');
    await resident.findsThePageInOrder();
    await resident.signIn('resident@dvor.demo');
    await resident.sees('Лицевой счёт 1000000001');
  });

  it('sees first how much to pay and until when', async () => {
    await resident.sees('К оплате до 15 ноября');
    toPay = kopecks(/К оплате до 15 ноября\s+(.*₽)/.exec(await resident.text('main'))![1]!);
    await resident.findsThePageInOrder();
  });

  it('makes out an invoice for all of it, with a code for each recipient and the number for a terminal', async () => {
    await resident.follow('Оплатить');
    await resident.sees('Куда пойдут деньги');
    await resident.findsThePageInOrder();
    await resident.pressOn('Выписать счёт на');
    await resident.sees('Камерой банка');
    await resident.findsThePageInOrder();
    expect(await resident.page.$$eval('main svg[role=img]', (codes) => codes.length)).toBe(3);
    const sums = await resident.texts('main article strong');
    expect(sums.map(kopecks).reduce((sum, one) => sum + one, 0)).toBe(toPay);
    await resident.sees('без комиссии');
  });

  it('cancels it and makes out another for a sum of their own', async () => {
    await resident.press('Отменить счёт');
    await resident.sees('Счёт отменён');
    await resident.findsThePageInOrder();
    await resident.press('Выписать новый');
    await resident.pressOn('Другую сумму');
    await resident.fill('Сумма, рублей', 'сто');
    await resident.sees('Введите сумму, например 1500 или 1500,50');
    await resident.fill('Сумма, рублей', '100,50');
    await resident.sees('За октябрь 2026');
    await resident.findsThePageInOrder(); // where the money goes moves the button down
    await resident.pressOn('Выписать счёт на 100,50');
    await resident.sees('Действует до 7 ноября');
    await resident.findsThePageInOrder();
    await resident.follow('Главная');
    await resident.follow('Оплатить');
    await resident.sees('ждёт оплаты до 7 ноября');
    await resident.findsThePageInOrder();
    await resident.follow('Главная');
  });

  it('sends a reading of a meter, and looks at those before', async () => {
    await resident.follow('Показания');
    await resident.sees('Было', 'main article');
    await resident.findsThePageInOrder();
    const was = /Было ([\d\s]+(?:,\d+)?)/.exec(await resident.text('main article'))![1]!;
    const before = Number(was.replaceAll(/\s/g, '').replace(',', '.'));
    const field = 'main article:first-of-type input[inputmode=decimal]';
    await resident.page.type(field, String(Math.round(before + 45)));
    await resident.sees('Расход', 'main article:first-of-type');
    await resident.pressOn('Передать', 'main article:first-of-type');
    await resident.sees('Проверьте, так ли это', 'main article:first-of-type');
    await resident.findsThePageInOrder();
    await resident.page.click(field, { count: 3 });
    await resident.types(String(before + 2).replace('.', ','));
    await resident.pressOn('Передать', 'main article:first-of-type');
    await resident.sees('Принято. Зачтётся за ноябрь 2026', 'main article:first-of-type');
    await resident.pressOn('Что передавали раньше', 'main article:first-of-type');
    await resident.sees('вы в кабинете', 'main article:first-of-type');
    await resident.findsThePageInOrder();
    await resident.follow('Главная');
  });

  it('asks why a line costs what it does', async () => {
    await resident.pressOn('Холодная вода');
    await resident.sees('Как посчитали');
    await resident.findsThePageInOrder();
    const steps = await resident.texts('main ol > li');
    expect(steps[0]).toMatch(/^Показание/);
    expect(kopecks(steps.at(-1)!)).toBe(kopecks(await resident.text('main article')));
  });

  it('reads the bill of another month', async () => {
    await resident.follow('Счёт');
    await resident.sees('Начислено за октябрь 2026');
    await resident.findsThePageInOrder();
    await resident.press('Предыдущий месяц');
    await resident.sees('Начислено за сентябрь 2026');
    await resident.findsThePageInOrder();
  });

  it('reads what was charged and what was left after each entry', async () => {
    await resident.follow('Платежи');
    await resident.sees('Начислено за октябрь');
    const [newest] = await resident.texts('main li');
    expect(kopecks(/осталось (.*)/.exec(newest!)![1]!)).toBe(toPay);
    await resident.findsThePageInOrder();
  });

  it('opens the receipt, whose codes ask for just that sum', async () => {
    await resident.follow('Главная');
    await resident.press('Квитанция за октябрь');
    const file = await downloaded(walk.downloads, /\.pdf$/);
    const codes = await readPaymentCodes(walk.browser, file, { codes: 3 });
    const values = codes.map((code) => (code.ok ? code.values : null));
    expect(values.map((value) => value?.PersAcc)).toEqual(['1000000001', '1000000001', '1000000001']);
    expect(values.reduce((sum, value) => sum + Number(value?.Sum), 0)).toBe(toPay);
  });

  it('makes the print large and the language English, and still nothing sticks out', async () => {
    await resident.follow('Ещё');
    await resident.pressOn('Крупный текст');
    await resident.pressOn('English');
    await resident.sees('Large print');
    await resident.findsThePageInOrder();
    for (const [page, sight] of [
      ['Home', 'To pay by 15 November'],
      ['Bill', 'Charged for October 2026'],
      ['Payments', 'left'],
    ] as const) {
      await resident.follow(page);
      await resident.sees(sight);
      await resident.findsThePageInOrder();
    }
    expect(await resident.page.evaluate(() => document.documentElement.lang)).toBe('en');
    const size = await resident.page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    expect(size).toBeCloseTo(21, 1);
  });

  it('goes on in English and in large print the next time, and signs out', async () => {
    await resident.goTo('/more');
    await resident.sees('Large print');
    await resident.press('Sign out');
    await resident.sees('Resident cabinet');
    await resident.findsThePageInOrder();
  });
});

describe('a resident at a desk', () => {
  beforeAll(async () => {
    resident = await walk.enter();
  });
  afterAll(() => resident?.leave());

  it('is not let in by the door of the staff, but shown the way', async () => {
    await resident.goTo('/console/');
    await resident.signIn('resident@dvor.demo');
    await resident.sees('Житель входит в личный кабинет');
    await resident.findsThePageInOrder();
    await resident.follow('Открыть личный кабинет');
    await resident.sees('К оплате до 15 ноября');
    await resident.findsThePageInOrder();
  });

  it('changes to the other flat', async () => {
    const select = await resident.page.waitForSelector('select');
    const [, other] = await resident.page.$$eval('select option', (options) =>
      options.map((option) => (option as HTMLOptionElement).value),
    );
    await select!.select(other!);
    await resident.sees('Лицевой счёт 1000000237');
    await resident.findsThePageInOrder();
  });

  it.each([
    ['/bill', 'Начислено за октябрь 2026'],
    ['/payments', 'Начислено за октябрь'],
    ['/more', 'Крупный текст'],
    ['/nowhere', 'К оплате до'],
  ])('finds %s in order', async (address, sight) => {
    await resident.goTo(address);
    await resident.sees(sight, 'main');
    await resident.findsThePageInOrder();
  });
});
