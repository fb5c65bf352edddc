import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INVOICE_NUMBERS, invoiceNumber, readInvoiceNumber } from './invoice-number.js';

const numbers = fc.integer({ min: 0, max: INVOICE_NUMBERS - 1 }).map(invoiceNumber);

describe('the number of an invoice', () => {
  it('is read as it is printed, in groups or not', () => {
    expect(invoiceNumber(1)).toBe('900000000019');
    expect(readInvoiceNumber(' 9000 0000 0019 ')).toBe('900000000019');
    expect(readInvoiceNumber('9000-0000-0019')).toBe('900000000019');
  });

  it('is no account’s number', () => {
    expect(readInvoiceNumber('1000000001')).toBeNull();
    expect(readInvoiceNumber('90000000001a')).toBeNull();
  });

  it('survives no slip of the pen', () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 11 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        expect(readInvoiceNumber(number)).toBe(number);
        const slipped = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
        expect(readInvoiceNumber(slipped)).toBeNull();
      }),
    );
  });
});
