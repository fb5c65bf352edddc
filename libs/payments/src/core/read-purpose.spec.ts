import { describe, expect, it } from '@jest/globals';
import { readPurpose } from './read-purpose.js';

describe('the purpose of a transfer', () => {
  it.each([
    ['ЖКУ л/с 00010007 за 10.2026 Иванова Мария Петровна', ['00010007'], null, 'Иванова Мария Петровна'],
    ['Оплата ком. услуг ул. Юрина, д. 1, кв. 7, Петров И. С.', [], 'Юрина 1 7', 'Петров'],
    ['квартплата пр-кт Ленина 12а кв 5', [], 'Ленина 12а 5', null],
    ['ИЖКУ 70АА123456-01, от 02.11.2026', ['70АА123456-01'], null, null],
    ['лицевой счёт № 1000000017; счет 12.11.2026', ['1000000017'], null, null],
    ['за коммунальные услуги', [], null, null],
    ['', [], null, null],
  ])('«%s»', (text, numbers, address, name) => {
    expect(readPurpose(text)).toEqual({ numbers, address, name });
  });
});
