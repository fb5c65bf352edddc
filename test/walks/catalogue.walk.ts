import { beforeAll, describe, expect, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const walk = beginWalk();
let accountant: Walker;
let colleague: Walker;

beforeAll(async () => {
  await hireColleague();
  accountant = await walk.enter();
  colleague = await walk.enter();
  await accountant.goTo('/console/catalogue');
  await accountant.signIn('accountant@dvor.demo');
  await accountant.sees('Холодное водоснабжение', 'main');
});

describe('a service', () => {
  it('is added from the list, with what is missing said by field', async () => {
    await accountant.press('Добавить услугу');
    await accountant.sees('Новая услуга', '[role=dialog]');
    await accountant.press('Добавить услугу', { within: '[role=dialog]' });
    await accountant.sees('Латинские строчные буквы', '[role=dialog]');
    await accountant.findsThePageInOrder();
    await enter('Название', 'Шлагбаум');
    await enter('Код', 'barrier');
    await accountant.page.locator('[role=dialog] input[list]').fill('кв.');
    await choose(accountant, 'Раздел квитанции', 'прочие услуги');
    await enter('Порядок', '900');
    await accountant.press('Добавить услугу', { within: '[role=dialog]' });
    await accountant.sees('У услуги нет тарифа', 'main');
    expect(await accountant.text('h1')).toBe('Шлагбаум');
    await accountant.findsThePageInOrder();
  });

  it('is edited where somebody else was faster: both are shown, and one’s own may be kept', async () => {
    await accountant.press('Изменить');
    await accountant.sees('Изменить услугу', '[role=dialog]');
    await enter('Название', 'Шлагбаум и калитка');
    await walk.demo.database.asOwner(
      "update services set name = 'Шлагбаум (код)', version = version + 1 where code = 'barrier'",
    );
    accountant.forgives(/412.* \/api\/v1\/services\/\d+$/);
    await accountant.press('Сохранить');
    await accountant.sees('Теперь записано', '[role=dialog]');
    await accountant.sees('Шлагбаум (код)', '[role=dialog]');
    await accountant.findsThePageInOrder();
    await accountant.press('Сохранить');
    await accountant.noLongerSees('Изменить услугу', '[role=dialog], body');
    await accountant.sees('Шлагбаум и калитка', 'h1');
  });

  it('goes to the archive and back, unless houses have it', async () => {
    await accountant.press('В архив');
    await accountant.sees('Услуга в архиве: её не назначают', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Вернуть из архива');
    await accountant.noLongerSees('Услуга в архиве: её не назначают', 'main');
    await accountant.goTo('/console/catalogue');
    await accountant.pressOn('Холодное водоснабжение', 'main table');
    await accountant.sees('Холодное водоснабжение', 'h1');
    accountant.forgives(/409.* \/api\/v1\/services\/\d+\/archive$/);
    await accountant.press('В архив');
    await accountant.sees('Сначала закройте назначения', '[role=alert]');
    await accountant.findsThePageInOrder();
  });
});

describe('a tariff', () => {
  it('meets its neighbour, who is named', async () => {
    await accountant.press('Следующая версия');
    await accountant.sees('Новый тариф', '[role=dialog]');
    await enter('С какого числа', '01.01.2027');
    await enter('Цена, ₽', '40,10');
    await enter('Акт', 'Решение № 500 от 18.12.2026');
    await enter('Пункт', 'п. 1');
    await enter('Основание', 'Новый тариф на 2027 год');
    accountant.forgives(/409.* \/api\/v1\/tariffs$/);
    await accountant.press('Ввести тариф', { within: '[role=dialog]' });
    await accountant.sees('уже действует в эти дни', '[role=dialog]');
    await accountant.sees('Взамен прежнего', '[role=dialog]');
    await accountant.findsThePageInOrder();
    await accountant.keys('Escape');
    await accountant.noLongerSees('Новый тариф', 'body');
  });

  it('is written as a draft, its effect looked at, and approved', async () => {
    await accountant.press('Черновики', { role: 'tab' });
    await accountant.press('Черновик тарифа');
    await enter('С какого числа', '01.01.2027');
    await enter('Цена, ₽', '40,10');
    await enter('Акт', 'Решение № 500 от 18.12.2026');
    await enter('Пункт', 'п. 1');
    await accountant.findsThePageInOrder();
    await accountant.press('Записать черновик', { within: '[role=dialog]' });
    await accountant.sees('Что действует для тех же помещений', 'main');
    await accountant.findsThePageInOrder();
    await accountant.follow('Посмотреть последствия');
    await accountant.press('Посчитать');
    await accountant.sees('Ничего не записано', 'main');
    await accountant.sees('Кого коснётся больше всех', 'main');
    await accountant.findsThePageInOrder();
    expect((await accountant.texts('main table tbody tr')).length).toBeGreaterThan(20);
    await accountant.page.goBack();
    await accountant.sees('Что действует для тех же помещений', 'main');
    await accountant.press('Утвердить');
    await enter('Основание', 'Решение комитета по тарифам');
    accountant.forgives(/409.* \/api\/v1\/rate-drafts\/\d+\/approve$/);
    await accountant.press('Утвердить', { within: '[role=dialog]' });
    await accountant.sees('Взамен прежнего', '[role=dialog]');
    await accountant.findsThePageInOrder();
    await accountant.page.locator('[role=dialog] ::-p-text(Взамен прежнего)').click();
    await accountant.press('Утвердить', { within: '[role=dialog]' });
    await accountant.sees('предстоит', 'main table');
    expect(await accountant.text('h1')).toBe('Холодное водоснабжение');
    expect(await accountant.text('main table')).toContain('40,10');
    await accountant.findsThePageInOrder();
  });
});

describe('a service for many places', () => {
  it('is looked at before it is given', async () => {
    await accountant.goTo('/console/catalogue/assign');
    await choose(accountant, 'Услуга', 'Шлагбаум и калитка');
    await choose(accountant, 'Исполнитель', 'ООО «Домофон-Обь»');
    await choose(accountant, 'Способ начисления', 'С помещения');
    await enter('С какого числа', '01.12.2026');
    await accountant.press('Добавить все дома');
    await accountant.sees(/Где: выбрано [1-9]/, 'main');
    await accountant.press('Посмотреть, что получится');
    await accountant.sees('Пока ничего не записано', 'main');
    await accountant.sees('назначим', 'main table');
    await accountant.findsThePageInOrder();
  });

  it('is given once, and is then so already', async () => {
    await enter('Основание', 'Договор № 4 от 01.11.2026');
    await accountant.press('Назначить: 3');
    await accountant.sees('Шлагбаум и калитка', 'main table');
    await accountant.findsThePageInOrder();
    expect(await accountant.texts('main table tbody tr')).toHaveLength(3);
  });
});

describe('bank details', () => {
  it('are proposed by one', async () => {
    await accountant.goTo('/console/catalogue?tab=suppliers');
    await accountant.page.locator('main table tbody a').click();
    await accountant.sees('Реквизиты по дням', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Предложить новые реквизиты');
    await enter('Счёт', '40702810902000003824');
    await enter('БИК', '040173604');
    await enter('Банк', 'Алтайское отделение');
    await enter('С какого числа', '01.12.2026');
    await enter('Основание', 'Письмо поставщика № 12');
    await accountant.findsThePageInOrder();
    await accountant.press('Отправить на подтверждение');
    await accountant.sees('Подтвердить должен второй человек', 'main');
    await accountant.findsThePageInOrder();
  });

  it('are confirmed by another, who sees both', async () => {
    await colleague.goTo('/console/catalogue?tab=suppliers');
    await colleague.signIn('colleague@dvor.demo');
    await colleague.sees('Реквизиты ждут подтверждения: 1', 'main');
    await colleague.findsThePageInOrder();
    await colleague.page.locator('main [role=status] a').click();
    await colleague.sees('Предлагают', 'main');
    await colleague.findsThePageInOrder();
    await colleague.press('Подтвердить');
    await colleague.sees('Подтвердить реквизиты?', '[role=dialog]');
    await colleague.findsThePageInOrder();
    await colleague.press('Подтвердить', { within: '[role=dialog]' });
    await colleague.sees('подтверждено', 'main table');
    await colleague.sees('40702810902000003824', 'main table');
    await colleague.findsThePageInOrder();
  });
});

describe('the law', () => {
  it('stands in a calendar with what follows each figure', async () => {
    await accountant.goTo('/console/law');
    await accountant.sees('Срок оплаты, число следующего месяца', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.pressOn('Срок оплаты, число следующего месяца', 'main table');
    await accountant.sees('Откуда знаем');
    await accountant.findsThePageInOrder();
    await accountant.keys('Escape');
  });

  it('leaves choices, which the organisation makes from a day on', async () => {
    await accountant.goTo('/console/law/settings');
    await accountant.sees('Ставка для пени', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Изменить: Ставка для пени');
    await choose(accountant, 'Выбор', 'На каждый день просрочки');
    await enter('С какого числа', '01.12.2026');
    await enter('Основание', 'Решение руководителя');
    await accountant.findsThePageInOrder();
    await accountant.press('Выбрать', { within: '[role=dialog]' });
    await accountant.sees('Решение руководителя', 'main table');
    await accountant.findsThePageInOrder();
  });
});

describe('every list of the catalogue', () => {
  const PAGES = [
    ['/console/catalogue?tab=tariffs', 'Тариф, ₽'],
    ['/console/catalogue?tab=norms', 'Норматив'],
    ['/console/catalogue?tab=coefficients', 'Тепло на подогрев'],
    ['/console/catalogue?tab=drafts', 'Черновик тарифа'],
    ['/console/catalogue?tab=assignments', 'Способ начисления'],
    ['/console/catalogue/effect?kind=tariff', 'Пока ничего не посчитано'],
    ['/console/catalogue/services/999999', 'Не нашли'],
  ] as const;

  it.each(PAGES)('is in order: %s', async (address, sight) => {
    accountant.forgives(/404.* \/api\/v1\/services\/999999$/);
    await accountant.goTo(address);
    await accountant.sees(sight, 'main');
    await accountant.findsThePageInOrder();
  });

  it('is in order on a phone', async () => {
    const phone = await walk.signedIn('colleague@dvor.demo', '/console/catalogue', { screen: 'phone' });
    await phone.sees('Холодное водоснабжение', 'main');
    for (const [address, sight] of [
      ['/console/catalogue', 'Холодное водоснабжение'],
      ['/console/catalogue/assign', 'Где: выбрано 0'],
      ['/console/catalogue/effect?kind=tariff', 'Пока ничего не посчитано'],
      ['/console/law', 'Срок оплаты'],
      ['/console/law/settings', 'Ставка для пени'],
    ] as const) {
      await phone.goTo(address);
      await phone.sees(sight, 'main');
      await phone.findsThePageInOrder();
    }
    await phone.leave();
  });
});

/** Into a field of the accountant's, in place of what stands there. */
async function enter(label: string, text: string): Promise<void> {
  await accountant.press(label, { role: 'textbox' });
  await accountant.keys('Control+A');
  await accountant.types(text);
}

/** Opens a list by its label and takes the choice. */
async function choose(walker: Walker, label: string, choice: string): Promise<void> {
  await walker.press(label, { role: 'combobox' });
  await walker.pressOn(choice, '[role=option]');
}

/** A second accountant, with the password of the first. */
async function hireColleague(): Promise<void> {
  await walk.demo.database.asOwner(`
    with colleague as (
      insert into users (kind, email, name, password_hash)
      select 'staff', 'colleague@dvor.demo', 'Котова Анна Игоревна', password_hash from users where email = 'accountant@dvor.demo'
      returning id
    )
    insert into memberships (organization_id, user_id, role)
    select m.organization_id, colleague.id, 'accountant' from colleague, memberships m
      join users u on u.id = m.user_id where u.email = 'accountant@dvor.demo'`);
}
