import { beforeAll, describe, expect, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';
import type { Walker } from './support/walker.js';

const walk = beginWalk();
let accountant: Walker;

beforeAll(async () => {
  accountant = await walk.signedIn('accountant@dvor.demo', '/console/formulas');
  await accountant.sees('Написать формулу', 'main');
});

describe('an own formula', () => {
  it('is written, and what is wrong is named as it is typed', async () => {
    await accountant.findsThePageInOrder();
    await accountant.follow('Написать формулу');
    await accountant.sees('Новая формула', 'h1');
    await enter('Название', 'Охрана по площади');
    await enter('Код', 'guard');
    await enter('Формула', 'min(площядь; 50 м²) × тариф');
    await accountant.sees('Похоже на: площадь', '[role=alert]');
    expect(await accountant.texts('main mark')).toEqual(['площядь']);
    await accountant.findsThePageInOrder();
    await enter('Формула', 'площадь + прописано');
    await accountant.sees('Разные единицы: слева «м²», справа «чел.»', '[role=alert]');
    await enter('Формула', 'min(площадь; 50 м²) × ');
    await accountant.press('тариф тариф услуги');
    await accountant.sees('единицы сходятся', 'main');
    await accountant.findsThePageInOrder();
  });

  it('is tried on a real account, and the account becomes a case', async () => {
    await accountant.press('Лицевой счёт', { role: 'combobox' });
    await accountant.pressOn('1000000001', '[role=option]');
    await enter('Другой тариф, ₽', '31,5');
    await accountant.press('Посчитать');
    await accountant.sees('По формуле «min(площадь; 50 м²) × тариф»', 'main');
    await accountant.findsThePageInOrder();
    await accountant.press('Взять в проверки');
    await accountant.sees('сошлось', 'main');
    await accountant.press('Добавить проверку');
    await accountant.sees('нужна сумма', 'main');
    const [area, tariff, sum] = ['площадь, м²', 'тариф, ₽/м²', 'Ожидаем, ₽'];
    await enterLast(area, '60');
    await enterLast(tariff, '10');
    await enterLast(sum, '501');
    await accountant.sees('получилось 500,00', 'main');
    await accountant.findsThePageInOrder();
  });

  it('is put in force once it has an act and all cases come out', async () => {
    await accountant.press('Сохранить черновик');
    await accountant.sees('Охрана по площади', 'h1');
    accountant.forgives(/(409|422).* \/api\/v1\/formulas\/\d+\/activate$/);
    await accountant.press('Ввести в действие');
    await accountant.sees('Ввести формулу в действие', '[role=dialog]');
    await enter('Основание', 'Решение собрания № 4');
    await accountant.press('Ввести в действие', { within: '[role=dialog]' });
    await accountant.sees('Укажите акт и пункт', '[role=dialog]');
    await accountant.findsThePageInOrder();
    await accountant.press('Отмена', { within: '[role=dialog]' });
    await accountant.noLongerSees('Ввести формулу в действие', 'body');
    await enter('Акт', 'Решение собрания № 4 от 01.10.2026');
    await enter('Пункт', 'п. 2');
    await enterLast('Ожидаем, ₽', '500');
    await accountant.press('Сохранить черновик');
    await accountant.sees('Решение собрания № 4 от 01.10.2026, п. 2', 'main table');
    await accountant.press('Ввести в действие');
    await accountant.sees('Ввести формулу в действие', '[role=dialog]');
    await enter('Основание', 'Решение собрания № 4');
    await accountant.press('Ввести в действие', { within: '[role=dialog]' });
    await accountant.sees('Действующая версия не меняется', 'main');
    await accountant.findsThePageInOrder();
  });

  it('is offered where a service is given to houses', async () => {
    await accountant.goTo('/console/catalogue/assign');
    await accountant.sees('Где: выбрано 0', 'main');
    await accountant.press('Способ начисления', { role: 'combobox' });
    await accountant.pressOn('По формуле', '[role=option]');
    await accountant.press('По какой формуле', { role: 'combobox' });
    await accountant.pressOn('Охрана по площади', '[role=option]');
    await accountant.findsThePageInOrder();
  });

  it('is read on a phone', async () => {
    const phone = await walk.signedIn('accountant@dvor.demo', '/console/formulas', { screen: 'phone' });
    await phone.sees('Охрана по площади', 'main');
    await phone.findsThePageInOrder();
    await phone.pressOn('Охрана по площади', 'main table');
    await phone.sees('Версии', 'main');
    await phone.findsThePageInOrder();
    await phone.leave();
  });
});

async function enter(label: string, text: string): Promise<void> {
  await accountant.press(label, { role: 'textbox' });
  await accountant.keys('Control+A');
  await accountant.types(text);
}

/** Into the last of several fields of one name. */
async function enterLast(label: string, text: string): Promise<void> {
  const fields = await accountant.page.$$(`::-p-aria([name="${label}"][role="textbox"])`);
  await fields.at(-1)!.click({ count: 3 });
  await accountant.types(text);
}
