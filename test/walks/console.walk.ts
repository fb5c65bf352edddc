import { beforeAll, describe, expect, it } from '@jest/globals';
import { downloaded } from './support/downloads.js';
import { readPaymentCodes } from './support/open-pdf.js';
import { beginWalk } from './support/walk.js';
import { kopecks, type Walker } from './support/walker.js';

/** Of one account. */
const LINES_AT_MOST = 20;

const walk = beginWalk();
let accountant: Walker;

beforeAll(async () => {
  accountant = await walk.enter();
});

describe('the accountant at the door', () => {
  it('is told that the password did not match, and may try again', async () => {
    accountant.forgives(/401.* \/api\/v1\/auth\/sign-in$/);
    await accountant.goTo('/console/');
    await accountant.sees('Вход для бухгалтерии');
    await accountant.findsThePageInOrder();
    await accountant.signIn('accountant@dvor.demo', 'dvor-demon');
    await accountant.sees('Почта или пароль не подошли');
    await accountant.findsThePageInOrder();
  });

  it('signs in and comes to the working month', async () => {
    await accountant.signIn('accountant@dvor.demo');
    await accountant.sees('Ноябрь 2026 ещё не начислен');
    await accountant.findsThePageInOrder();
  });

  it('sees October closed, with its receipts printed', async () => {
    await accountant.press('Предыдущий месяц');
    await accountant.sees('Закрыт', '[data-tone=quiet], main');
    await accountant.sees('Октябрь 2026');
    await accountant.sees('По домам');
    await accountant.sees('Скачать PDF');
    await accountant.findsThePageInOrder();
  });
});

describe('the accountant at the keyboard', () => {
  it('finds an account by Ctrl K', async () => {
    await accountant.searches('1000000017');
    await accountant.sees('кв. 17', '[role=listbox]');
    await accountant.findsThePageInOrder();
    await accountant.keys('Enter');
    await accountant.sees('Счёт 1000000017');
    await accountant.findsThePageInOrder();
  });

  it('opens the explanation of a line and comes back to the line', async () => {
    await accountant.tabsTo('tr');
    let line = await accountant.focused();
    for (let presses = 0; presses < LINES_AT_MOST && line[0] !== 'Холодное водоснабжение'; presses += 1) {
      const before = line.join();
      await accountant.keys('ArrowDown');
      await accountant.waits('the next line is chosen', async () => (await accountant.focused()).join() !== before);
      line = await accountant.focused();
    }
    expect(line[0]).toBe('Холодное водоснабжение');
    await accountant.keys('Enter');
    await accountant.sees('Как посчитано');
    const explanation = await accountant.text('section[aria-label="Как посчитано"]');
    expect(explanation).toContain('Холодное водоснабжение');
    expect(kopecks(explanation)).toBe(kopecks(line.at(-1)!));
    await accountant.findsThePageInOrder();
    await accountant.keys('Escape');
    await accountant.noLongerSees('Как посчитано');
    expect(await accountant.focused()).toEqual(line);
  });
});

describe('the accountant’s month', () => {
  let charged: number;

  it('begins a month later, for the demo has a clock of its own', async () => {
    await accountant.goTo('/console/settings');
    await accountant.press('До 2-го числа следующего месяца');
    await accountant.sees('2 декабря 2026');
    await accountant.findsThePageInOrder();
  });

  it('is calculated while one looks on', async () => {
    await accountant.follow('Месяц');
    await accountant.sees('Ноябрь 2026 ещё не начислен');
    walk.demo.worker.kill('SIGSTOP');
    await accountant.press('Начислить ноябрь 2026');
    await accountant.sees('Ждём свободного работника');
    await accountant.findsThePageInOrder();
    const moved = accountant.watches('[role=progressbar]', 'aria-valuetext');
    walk.demo.worker.kill('SIGCONT');
    await accountant.seesTheRunDone();
    expect(await moved()).toContain('3 из 3');
  });

  it('is looked at by houses and by services, and both make the whole', async () => {
    await accountant.sees('Итоги по услугам');
    await accountant.findsThePageInOrder();
    charged = kopecks((await accountant.text('main')).split('Начислено')[1]!);
    const tables = await accountant.texts('main tfoot td:last-child');
    expect(tables.map(kopecks)).toEqual([charged, charged]);
  });

  it('is not closed before somebody has looked at its suspicious bills', async () => {
    await accountant.follow('Подозрительные счета');
    await accountant.sees('Во много раз больше обычного', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.page.locator('main ::-p-text(Принять все)').click();
    await accountant.fill('Почему они верны', 'Жилец подтвердил показание');
    await accountant.press('Принять', { within: '[role=dialog]' });
    await accountant.sees('Подозрительных счетов нет');
    await accountant.findsThePageInOrder();
  });

  it('is closed after one has read what that means', async () => {
    await accountant.goTo('/console/month?period=2026-11');
    await accountant.press('Закрыть месяц');
    await accountant.sees('Закрыть ноябрь 2026?', '[role=dialog]');
    expect(kopecks(/ляжет (.*?)₽/.exec(await accountant.text('[role=dialog]'))![1]!)).toBe(charged);
    await accountant.findsThePageInOrder();
    await accountant.press('Закрыть месяц', { within: '[role=dialog]' });
    await accountant.sees('декабрь 2026 · открыт');
    await accountant.findsThePageInOrder();
  });

  it('ends with receipts', async () => {
    await accountant.goTo('/console/month?period=2026-11');
    await accountant.sees('Квитанции ещё не напечатаны');
    await accountant.findsThePageInOrder();
    await accountant.press('Напечатать квитанции');
    await accountant.waits(
      'three files of houses',
      async () => (await accountant.text()).split('Скачать PDF').length === 4,
      { ms: 120_000 }, // Chromium prints beside Chromium
    );
    await accountant.findsThePageInOrder();
  });

  it('gives each payer a receipt whose codes ask for what it says', async () => {
    await accountant.searches('1000000017');
    await accountant.sees('кв. 17', '[role=listbox]');
    await accountant.keys('Enter');
    await accountant.press('Квитанции', { role: 'tab' });
    await accountant.sees('ноябрь 2026', 'main tbody');
    await accountant.findsThePageInOrder();
    const receipt = await accountant.texts('main tbody tr:first-child td');
    expect(receipt).toEqual(expect.arrayContaining(['ноябрь 2026', '1000000017-2611']));
    const toPay = kopecks(receipt.at(-2)!);
    await accountant.press('Скачать PDF', { within: 'main tbody' });
    const file = await downloaded(walk.downloads, /1000000017-2611.*\.pdf$/);
    const codes = await readPaymentCodes(walk.browser, file, { codes: 3 });
    expect(codes).toEqual(
      codes.map(() =>
        expect.objectContaining({
          ok: true,
          values: expect.objectContaining({ PersAcc: '1000000017', PaymPeriod: '112026' }),
        }),
      ),
    );
    expect(codes.reduce((sum, code) => sum + Number(code.ok && code.values.Sum), 0)).toBe(toPay);
  });
});

describe('every other page of the console', () => {
  it.each([
    ['/console/houses', 'Дома и счета'],
    ['/console/accounts', '1000000001'],
    ['/console/accounts?search=нигде', 'Ничего не нашлось'],
    ['/console/runs', 'Ноябрь 2026'],
    ['/console/receipts', 'Скачать PDF'],
    ['/console/catalogue', 'Холодное водоснабжение'],
    ['/console/inbox', 'Входящие'],
    ['/console/settings', 'Вид и язык'],
    ['/console/nowhere', 'Такой страницы нет'],
  ])('is in order: %s', async (address, sight) => {
    await accountant.goTo(address);
    await accountant.sees(sight, 'main');
    await accountant.findsThePageInOrder();
  });
});
