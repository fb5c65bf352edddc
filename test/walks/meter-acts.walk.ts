import { beforeAll, describe, expect, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const DIALOG = '[role=dialog]';
const LIST = 'main table[aria-label="Акты по счётчикам"]';

const walk = beginWalk();
let accountant: Walker;

beforeAll(async () => {
  accountant = await walk.signedIn('accountant@dvor.demo', '/console/');
  await accountant.sees('Ноябрь 2026');
});

/** Types a day into a field that has one already. */
async function enters(label: string, text: string): Promise<void> {
  await accountant.page.locator(`${DIALOG} ::-p-aria([name="${label}"])`).click();
  await accountant.keys('Control+A');
  await accountant.types(text);
}

describe('acts on the meters of a flat', () => {
  it('have a place of their own at the premises, empty at first', async () => {
    await accountant.searches('1000000017');
    await accountant.sees('кв. 17', '[role=listbox]');
    await accountant.keys('Enter');
    await accountant.sees('Счёт 1000000017');
    await accountant.follow('кв. 17', 'main');
    await accountant.sees('Собственники');
    await accountant.press('Акты по счётчикам', { role: 'tab' });
    await accountant.sees('Актов нет', 'main');
    await accountant.findsThePageInOrder();
  });

  it('say before they are sent what they lack', async () => {
    await accountant.press('Добавить акт');
    await accountant.sees('Новый акт по счётчику', DIALOG);
    await accountant.press('Сохранить', { within: DIALOG });
    await accountant.sees('Выберите из списка', DIALOG);
    await accountant.sees('Заполните поле', DIALOG);
    await accountant.findsThePageInOrder();
  });

  it('are entered: interference with the cold water, of more than three years ago with a reason', async () => {
    accountant.forgives(/422.* \/api\/v1\/premises\/\d+\/meter-acts$/);
    await accountant.press('О чём акт', { role: 'combobox' });
    await accountant.pressOn('Вмешательство, обход счётчика', '[role=option]');
    await accountant.sees('Норматив ×10', DIALOG);
    await accountant.press('Счётчик', { role: 'combobox' });
    await accountant.pressOn('Мимо счётчика: холодная вода', '[role=option]');
    await accountant.fill('Номер акта', '14/В');
    await enters('Дата акта', '14.10.2020');
    await accountant.sees('Почему вносится сейчас', DIALOG);
    await enters('Дата акта', '01.11.2026');
    await accountant.noLongerSees('Почему вносится сейчас', DIALOG);
    await accountant.fill('Кто подписал', 'Иванов И. И.');
    await accountant.fill('Основание', 'Проверка счётчиков');
    await accountant.findsThePageInOrder();
    await accountant.press('Сохранить', { within: DIALOG });
    await accountant.sees('№ 14/В от 01.11.2026', LIST);
    await accountant.sees('за 3 мес. до акта', LIST);
    await accountant.findsThePageInOrder();
  });

  it('are corrected and cancelled, and stay in the list', async () => {
    await accountant.press('Исправить акт № 14/В');
    await enters('Месяцев до акта', '1,5');
    await accountant.fill('Основание', 'Опечатка');
    await accountant.press('Сохранить', { within: DIALOG });
    await accountant.sees('за 1,5 мес. до акта', LIST);
    await accountant.sees('исправлен', LIST);
    await accountant.press('Отменить акт № 14/В');
    await accountant.fill('Основание', 'Акт отменён судом');
    await accountant.findsThePageInOrder();
    await accountant.press('Отменить акт', { within: DIALOG });
    await accountant.sees('отменён: Акт отменён судом', LIST);
    await accountant.findsThePageInOrder();
  });

  it('are read on a phone too', async () => {
    await accountant.page.setViewport({ width: 390, height: 844 });
    await accountant.sees('№ 14/В от 01.11.2026', LIST);
    await accountant.noLongerSees('Сохранено', 'body'); // notes of what was saved lie over the foot of a phone
    const picture = process.env.WALK_PICTURES;
    if (picture) await accountant.page.screenshot({ path: `${picture}/phone-acts.png` });
    await accountant.press('Добавить акт');
    await accountant.sees('Новый акт по счётчику', DIALOG);
    if (picture) await accountant.page.screenshot({ path: `${picture}/phone-act-form.png` });
    expect(await accountant.page.evaluate(() => document.scrollingElement!.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
