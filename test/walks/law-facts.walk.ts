import { beforeAll, describe, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const walk = beginWalk();
let accountant: Walker;

beforeAll(async () => {
  accountant = await walk.signedIn('accountant@dvor.demo', '/console/catalogue?tab=seasons');
  await accountant.sees('Внести сезон', 'main');
});

describe('heating seasons', () => {
  it('stand in a list with the act that declares them', async () => {
    await accountant.sees('01.10.2026 – 30.04.2027', 'main table');
    await accountant.sees('постановление администрации города (условное)', 'main table');
    await accountant.findsThePageInOrder();
  });

  it('are entered for one house, with what is missing named by its field', async () => {
    await accountant.press('Внести сезон');
    await accountant.press('Внести сезон', { within: '[role=dialog]' });
    await accountant.sees('Нужен день: 31.12.2026', '[role=dialog]');
    await accountant.press('Где', { role: 'combobox' });
    await picks('Сосновый');
    await enter('С какого числа', '05.10.2026');
    await enter('По какое число', '25.04.2027');
    await accountant.fill(
      'Кем и каким актом объявлен',
      'Постановление администрации города Барнаула от 25.09.2026 № 1180 «О начале отопительного периода»',
    );
    await accountant.fill('Основание', 'Постановление опубликовано 26.09.2026');
    await accountant.findsThePageInOrder();
    await accountant.press('Внести сезон', { within: '[role=dialog]' });
    await accountant.sees('05.10.2026 – 25.04.2027', 'main table');
    await accountant.findsThePageInOrder();
  });

  it('are corrected and taken back', async () => {
    await pressNamed('Исправить: г. Барнаул, ул. Сосновый Бор');
    await enter('По какое число', '27.04.2027');
    await accountant.fill('Основание', 'Постановление изменено');
    await accountant.findsThePageInOrder();
    await accountant.press('Исправить', { within: '[role=dialog]' });
    await accountant.sees('05.10.2026 – 27.04.2027', 'main table');
    await pressNamed('Убрать: г. Барнаул, ул. Сосновый Бор');
    await accountant.fill('Основание', 'Внесено по ошибке');
    await accountant.findsThePageInOrder();
    await accountant.press('Убрать', { within: '[role=dialog]' });
    await accountant.noLongerSees('05.10.2026', 'main table');
  });
});

describe('an exemption from VAT', () => {
  it('is entered on the supplier’s card and corrected there', async () => {
    await accountant.goTo('/console/catalogue?tab=suppliers');
    await accountant.pressOn('ООО «Домофон-Обь»');
    await accountant.sees('Платит НДС на общих основаниях');
    await accountant.findsThePageInOrder();
    await accountant.press('Внести освобождение');
    await accountant.fill('По какой статье', 'НК РФ, ст. 145');
    await enter('С какого числа', '01.11.2026');
    await accountant.fill('Основание', 'Уведомление поставщика');
    await accountant.findsThePageInOrder();
    await accountant.press('Внести освобождение', { within: '[role=dialog]' });
    await accountant.sees('НК РФ, ст. 145', 'main table');
    await accountant.press('Исправить освобождение с 01.11.2026');
    await enter('По какое число', '31.10.2027');
    await accountant.fill('Основание', 'Срок освобождения – год');
    await accountant.press('Исправить', { within: '[role=dialog]' });
    await accountant.sees('01.11.2026 – 31.10.2027', 'main table');
    await accountant.findsThePageInOrder();
  });
});

describe('benefits that end soon', () => {
  it('are counted on the page of benefits', async () => {
    await accountant.goTo('/console/catalogue?tab=benefits');
    await accountant.sees('Кончаются за 30 дней: 1', 'main');
    await accountant.sees('Инвалид, семья с ребёнком-инвалидом', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.follow('Кончаются за 30 дней: 1');
  });

  it('lead to the account, and more of them are found further ahead', async () => {
    await accountant.sees('20.11.2026', 'main table');
    await accountant.findsThePageInOrder();
    await accountant.press('За сколько дней', { role: 'combobox' });
    await accountant.pressOn('за 7 дней', '[role=option]');
    await accountant.sees('За это время льготы не кончаются', 'main');
    await accountant.press('За сколько дней', { role: 'combobox' });
    await accountant.pressOn('за 30 дней', '[role=option]');
    await accountant.follow('1000000003', 'main table');
    await accountant.sees('скоро кончится', 'main');
    await accountant.findsThePageInOrder();
  });

  it('are taken off on the bill, whose lines tell day from night', async () => {
    await accountant.press('Начисления', { role: 'tab' });
    await accountant.sees('Электроснабжение, ночь', 'main table');
    await accountant.sees('Электроснабжение, день', 'main table');
    await accountant.sees('Отопление, льгота', 'main table');
    await accountant.findsThePageInOrder();
  });
});

describe('the assignment of a service', () => {
  it('names the meters of the house that count what goes into its hot water', async () => {
    await accountant.goTo('/console/catalogue/assign');
    await accountant.sees('Где: выбрано 0', 'main');
    await accountant.press('Способ начисления', { role: 'combobox' });
    await accountant.pressOn('Горячая вода, которую греет сам дом', '[role=option]');
    await accountant.sees('Добавьте ниже помещения одного дома', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Дом', { role: 'combobox' });
    await picks('Приобский');
    await accountant.press('Добавить');
    await accountant.sees('Где: выбрано 1', 'main');
    await accountant.press('Прибор', { role: 'combobox' });
    await picks('отопление, №');
    await accountant.press('По тарифу услуги', { role: 'combobox' });
    await picks('Отопление');
    await accountant.press('Ещё ресурс');
    await accountant.findsThePageInOrder();
  });

  it('takes a group of the house’s meters', async () => {
    await accountant.press('Способ начисления', { role: 'combobox' });
    await accountant.pressOn('Ресурсы на общее имущество', '[role=option]');
    await accountant.press('Группа приборов дома', { role: 'combobox' });
    await picks('холодная вода, №');
    await accountant.keys('Escape');
    await accountant.findsThePageInOrder();
  });
});

describe('an account', () => {
  it('gets a subsidy', async () => {
    await accountant.goTo('/console/accounts');
    await accountant.follow('1000000004');
    await accountant.press('Льготы и работы', { role: 'tab' });
    await accountant.sees('Субсидий нет', 'main');
    await accountant.press('Внести субсидию');
    await accountant.press('Кому назначена', { role: 'combobox' });
    await accountant.types('Максимова Маргарита');
    await accountant.pressOn('Максимова Маргарита', '[role=option]');
    await accountant.fill('В месяц, ₽', '1911');
    await enter('С какого числа', '01.11.2026');
    await enter('По какое число', '30.04.2027');
    await accountant.fill('Основание', 'Решение управления соцзащиты № 318');
    await accountant.findsThePageInOrder();
    await accountant.press('Внести субсидию', { within: '[role=dialog]' });
    await accountant.sees('1 911,00', 'main');
    await accountant.findsThePageInOrder();
  });

  it('has the subsidy’s size checked', async () => {
    await accountant.press('Проверить размер');
    await accountant.fill('Стандарт стоимости ЖКУ на человека, ₽', '4661');
    await accountant.fill('Человек в семье', '1');
    await accountant.fill('Доход семьи в месяц, ₽', '12500');
    await accountant.fill('Прожиточный минимум на человека, ₽', '11000');
    await accountant.press('Посчитать');
    await accountant.sees('Субсидия: 1 911,00 ₽ в месяц', '[role=dialog]');
    await accountant.sees('Столько же и внесено.', '[role=dialog]');
    await accountant.findsThePageInOrder();
    await accountant.press('Отмена', { within: '[role=dialog]' });
  });

  it('declines a voluntary service, and wants it again', async () => {
    await accountant.noLongerSees('Сохранено'); // it lies over the button
    await accountant.press('Отказ от услуги');
    await accountant.press('Услуга', { role: 'combobox' });
    await accountant.pressOn('Домофон', '[role=option]');
    await enter('С какого числа', '01.11.2026');
    await accountant.fill('Основание', 'Заявление собственника');
    await accountant.findsThePageInOrder();
    await accountant.press('Записать отказ');
    await accountant.sees('Заявление собственника', 'main');
    await accountant.noLongerSees('Сохранено');
    await accountant.press('Снова нужна: Домофон');
    await enter('Начислять с', '01.12.2026');
    await accountant.fill('Основание', 'Новое заявление');
    await accountant.findsThePageInOrder();
    await accountant.press('Снова нужна', { within: '[role=dialog]' });
    await accountant.sees('01.11.2026 – 30.11.2026', 'main');
    await accountant.findsThePageInOrder();
  });
});

describe('a phone', () => {
  it.each(['/console/catalogue?tab=seasons', '/console/catalogue?tab=benefits&view=expiring'])(
    'shows %s',
    async (address) => {
      const neighbour = await walk.signedIn('accountant@dvor.demo', address, { screen: 'phone' });
      await neighbour.sees('Справочники', 'main');
      await neighbour.findsThePageInOrder();
      await neighbour.leave();
    },
  );

  it('shows an account’s subsidies', async () => {
    const { pathname, search } = new URL(accountant.page.url());
    const neighbour = await walk.signedIn('accountant@dvor.demo', pathname + search, { screen: 'phone' });
    await neighbour.sees('Отказы от добровольных услуг', 'main');
    await neighbour.findsThePageInOrder();
    await neighbour.page.$eval('main ::-p-text(Внести субсидию)', (button) => (button as HTMLElement).scrollIntoView());
    await neighbour.findsThePageInOrder();
    await neighbour.leave();
  });
});

/** Types into the list that is open, until but one choice is left, and takes it. Other lists lie hidden in the page. */
async function picks(text: string): Promise<void> {
  await accountant.types(text);
  await accountant.waits(`only "${text}" is left`, async () => {
    const shown = await accountant.page.$$eval('[role=option]', (all) =>
      all.filter((option) => option.getClientRects().length > 0).map(({ textContent }) => textContent),
    );
    return shown.length === 1 && shown[0]!.includes(text);
  });
  await accountant.takesNext();
}

/** The first button whose announced name begins so. */
async function pressNamed(begins: string): Promise<void> {
  await accountant.page.locator(`main button[aria-label^="${begins}"]`).click();
}

/** Types over whatever stands in a field. */
async function enter(label: string, text: string): Promise<void> {
  await accountant.press(label, { role: 'textbox' });
  await accountant.keys('Control+A');
  await accountant.types(text);
}
