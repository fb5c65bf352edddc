import { beforeAll, describe, expect, it } from '@jest/globals';
import { asks } from './support/api.js';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const DIALOG = '[role=dialog]';
const ACCOUNTANT = 'accountant@dvor.demo';
const SENIOR = 'senior@dvor.demo';

const walk = beginWalk();
let accountant: Walker;
let senior: Walker;
let run: string;

beforeAll(async () => {
  await asks(walk, { email: ACCOUNTANT, method: 'POST', path: '/organization/clock', body: { to: '2026-12-02' } });
  await growFlat('1000000019');
  [accountant, senior] = [
    await walk.signedIn(ACCOUNTANT, '/console/month?period=2026-11'),
    await walk.signedIn(SENIOR, '/console/approvals', { screen: 'phone' }),
  ];
  await accountant.press('Начислить ноябрь 2026');
  await accountant.seesTheRunDone();
  const { items } = await asks<{ items: { id: string }[] }>(walk, { email: ACCOUNTANT, path: '/runs?limit=1' });
  run = items[0]!.id;
});

/** Somebody has typed an area with a figure too many: the bill looks wrong. */
async function growFlat(number: string): Promise<void> {
  const found = await asks<{ items: { premisesId: string }[] }>(walk, {
    email: ACCOUNTANT,
    path: `/accounts?search=${number}`,
  });
  const { premisesId } = found.items[0]!;
  await asks(walk, {
    email: ACCOUNTANT,
    method: 'POST',
    path: `/premises/${premisesId}/facts`,
    body: { from: '2026-11-01', to: null, area: '444.4', reason: 'обмер' },
  });
}

describe('closing a month', () => {
  it('tells beforehand what it would add to penalties, in all and day by day, on a phone too', async () => {
    await accountant.follow('Пени при закрытии', 'main');
    await accountant.sees('Пени при закрытии: ноябрь 2026');
    await accountant.sees('Всего', 'main table tfoot');
    await accountant.findsThePageInOrder();
    const first = await accountant.text('main table tbody tr td');
    await accountant.pressOn(first, 'main table tbody');
    await accountant.sees('Добавится при закрытии');
    await accountant.sees('9,5 % / ', 'main table');
    await accountant.findsThePageInOrder();
    await senior.goTo(`/console/runs/${run}/penalties`);
    await senior.sees('Всего', 'main table tfoot');
    await senior.findsThePageInOrder();
    await senior.goTo('/console/approvals');
    await accountant.goTo('/console/month?period=2026-11');
  });

  it('begins with what is looked at before, and is stopped by a suspicious bill', async () => {
    await accountant.sees('Закрыть месяц пока нельзя', 'main');
    await accountant.sees('Задержано счетов', 'main');
    expect(
      await accountant.page.$$eval('main button', (buttons) =>
        buttons.filter(({ textContent }) => textContent === 'Закрыть месяц').map(({ disabled }) => disabled),
      ),
    ).toEqual([true]);
    await accountant.findsThePageInOrder();
    await accountant.follow('Проверки перед закрытием');
    await accountant.sees('Закрытие месяца: ноябрь 2026');
    await accountant.sees('мешает закрыть', 'main');
    await accountant.sees('Сначала пройдите красные проверки');
    await accountant.findsThePageInOrder();
  });

  it('leaves a check as it is only when a second person allows it, who sees it on a phone', async () => {
    await accountant.press('Оставить как есть');
    await accountant.sees('Просьба уйдёт второму человеку', DIALOG);
    await accountant.fill('Почему', 'Разберём в декабре');
    await accountant.findsThePageInOrder();
    await accountant.press('Попросить разрешения', { within: DIALOG });
    await accountant.sees('ждёт решения второго человека', 'main');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/approvals');
    await accountant.sees('Разберём в декабре', 'main');
    await accountant.findsThePageInOrder();
    await accountant.pressOn('Разберём в декабре', 'main table');
    await accountant.sees('Решает другой человек');
    await accountant.findsThePageInOrder();

    await senior.goTo('/console/approvals');
    await senior.sees('Разберём в декабре', 'main');
    await senior.findsThePageInOrder();
    await senior.pressOn('Разберём в декабре', 'main table');
    await senior.press('Отказать');
    await senior.fill('Почему', 'Сначала посмотрите счета');
    await senior.findsThePageInOrder();
    await senior.press('Отказать', { within: DIALOG });
    await senior.sees('отказано', 'main');
    await senior.findsThePageInOrder();
  });

  it('goes on once suspicious bills are accepted for a reason', async () => {
    await accountant.goTo(`/console/runs/${run}/close`);
    await accountant.sees('Сначала посмотрите счета', 'main');
    await accountant.findsThePageInOrder();
    await senior.goTo(`/console/runs/${run}/holds`);
    await senior.sees('1000000019', 'main table');
    await senior.findsThePageInOrder();
    await accountant.goTo(`/console/runs/${run}/holds`);
    await accountant.sees('1000000019', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.press('Спросить', { within: 'main table' });
    await accountant.fill('Вопрос', 'Площадь верна?');
    await accountant.findsThePageInOrder();
    await accountant.press('Спросить', { within: DIALOG });
    await accountant.sees('Площадь верна?', 'main table');
    await accountant.page.locator('main ::-p-text(Принять все)').click();
    await accountant.fill('Почему они верны', 'Проверено с жильцом');
    await accountant.findsThePageInOrder();
    await accountant.press('Принять', { within: DIALOG });
    await accountant.sees('Подозрительных счетов нет');
    await accountant.findsThePageInOrder();
    await accountant.pressOn('Приняты');
    await accountant.sees('Проверено с жильцом', 'main table');
    await accountant.findsThePageInOrder();
  });

  it('tells what changed since October, on a desk and on a phone', async () => {
    await accountant.goTo(`/console/runs/${run}/changes`);
    await accountant.sees('Что изменилось за ноябрь 2026');
    await accountant.waits('the reasons are found', async () => !(await accountant.text()).includes('Ищем причины'));
    await accountant.findsThePageInOrder();
    await senior.goTo(`/console/runs/${run}/changes`);
    await senior.sees('Что изменилось за ноябрь 2026');
    await senior.findsThePageInOrder();
  });

  it('is done by one person where the organisation says so, and says that it was', async () => {
    await accountant.goTo(`/console/runs/${run}/close`);
    await accountant.sees('Организация закрывает месяц без второго человека');
    await accountant.findsThePageInOrder();
    await accountant.press('Закрыть месяц');
    await accountant.press('Закрыть месяц', { within: DIALOG });
    await accountant.sees('Месяц закрыт.', 'main');
    await accountant.findsThePageInOrder();
    await accountant.goTo(`/console/runs/${run}`);
    await accountant.sees('Проверки и закрытие', 'main');
    await accountant.sees('Отменить закрытие', 'main');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/approvals?tab=all');
    await accountant.sees('без второго человека', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/approvals?tab=rules');
    await accountant.sees('вдвоём', 'main table');
    await accountant.findsThePageInOrder();
  });
});

describe('a closing that was too early', () => {
  it('is undone when a second person has allowed it', async () => {
    await accountant.goTo(`/console/runs/${run}/close`);
    await accountant.sees('Отмену закрытия разрешает второй человек');
    await accountant.press('Отменить закрытие');
    await accountant.fill('Почему', 'Пришли показания общедомового прибора');
    await accountant.findsThePageInOrder();
    await accountant.press('Попросить разрешения', { within: DIALOG });
    await accountant.sees('Ждём решения второго человека', 'main');
    await accountant.findsThePageInOrder();

    await senior.goTo('/console/inbox');
    await senior.sees('Входящие');
    await senior.findsThePageInOrder();
    await senior.goTo('/console/approvals');
    await senior.pressOn('Пришли показания', 'main table');
    await senior.sees('Разрешить', 'main');
    await senior.findsThePageInOrder();
    await senior.press('Разрешить');
    await senior.findsThePageInOrder();
    await senior.press('Разрешить', { within: DIALOG });
    await senior.sees('разрешено', 'main');
    await senior.findsThePageInOrder();

    await accountant.goTo(`/console/runs/${run}/close`);
    await accountant.sees('Разрешил');
    await accountant.findsThePageInOrder();
    await accountant.press('Отменить закрытие');
    await accountant.fill('Почему', 'Пришли показания общедомового прибора');
    await accountant.press('Отменить закрытие', { within: DIALOG });
    await accountant.sees('Организация закрывает месяц без второго человека');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/month?period=2026-11');
    await accountant.seesTheRunDone();
    await accountant.sees('Закрыть месяц', 'main');
  });

  it('is seen whole on a phone', async () => {
    await senior.goTo(`/console/runs/${run}/close`);
    await senior.sees('Закрытие месяца: ноябрь 2026');
    await senior.findsThePageInOrder();
  });
});

describe('a dry run', () => {
  it('tells what any part of the books would be charged, line by line', async () => {
    await accountant.goTo('/console/runs');
    await accountant.follow('Пробный расчёт');
    await accountant.sees('Выберите, что посчитать', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Лицевые счета', { role: 'combobox' });
    await accountant.types('1000000017');
    await accountant.pressOn('1000000017', '[role=option]');
    await accountant.keys('Escape');
    await accountant.press('Посчитать');
    await accountant.sees('В том числе перерасчёты', 'main');
    await accountant.findsThePageInOrder();
    await accountant.pressOn('1000000017', 'main table');
    await accountant.sees('Холодное водоснабжение', DIALOG);
    await accountant.findsThePageInOrder();
    await senior.goTo('/console/runs/dry');
    await senior.press('Посчитать');
    await senior.sees('В том числе перерасчёты', 'main');
    await senior.findsThePageInOrder();
  });
});
