import { describe, expect, it } from '@jest/globals';
import { maskPersonal } from './mask-personal.js';

describe('a message as it came', () => {
  it.each([
    ['fio=Иванова Мария Петровна&sum=100.00', 'fio=И****** М**** П*******&sum=100.00'],
    ['Петров И. С., л/с 00010007', 'П***** И*. С*., л/с 00010007'],
    ['phone=+79132104567&account=1000000017', 'phone=+7 *** ***-**-67&account=1000000017'],
    ['command=pay&fio=%C8%E2%E0%ED%EE%E2&sum=5', 'command=pay&fio=***&sum=5'],
    ['<prv_txn>123456789012</prv_txn>', '<prv_txn>123456789012</prv_txn>'],
  ])('%s', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });
});
