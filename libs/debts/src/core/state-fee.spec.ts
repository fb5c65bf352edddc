import { readFileSync } from 'node:fs';
import { Money } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { claimFee, orderFee } from './state-fee.js';

/** The very rows of the law calendar. */
const TABLES = [
  ...readFileSync(
    new URL('../../../../database/migrations/0054-debt-collection.sql', import.meta.url),
    'utf8',
  ).matchAll(/'state-fee\.claim', '\[([\d-]+),.*?'"(.*?)"'/gu),
].map(([, from, table]) => ({ from: from!, table: table! }));
const since = (from: string) => TABLES.find((one) => one.from === from)!.table;
const now = since('2024-09-08');
const fee = (sum: string, table = now) => claimFee(Money.parse(sum), table).toString();

describe('state fee of a claim', () => {
  it.each([
    ['0.01', '4000.00'],
    ['100000.00', '4000.00'],
    ['100000.01', '4000.00'],
    ['250000.00', '8500.00'],
    ['300000.00', '10000.00'],
    ['500000.00', '15000.00'],
    ['750000.00', '20000.00'],
    ['1000000.00', '25000.00'],
    ['3000000.00', '45000.00'],
    ['8000000.00', '80000.00'],
    ['24000000.00', '136000.00'],
    ['900000000.00', '900000.00'],
  ])('of %s since September 2024 is %s', (sum, expected) => {
    expect(fee(sum)).toBe(expected);
  });

  it.each([
    ['2010-01-29', '5000.00', '400.00'],
    ['2010-01-29', '20000.00', '800.00'],
    ['2010-01-29', '85250.00', '2758.00'],
    ['2010-01-29', '20000000.00', '60000.00'],
    ['2005-01-01', '3000.00', '200.00'],
  ])('by the table of %s of %s is %s', (from, sum, expected) => {
    expect(fee(sum, since(from))).toBe(expected);
  });

  it('of a court order is half of it, in whole roubles', () => {
    expect(orderFee(Money.parse('12345.67'), { table: now, percent: 50 }).toString()).toBe('2000.00');
    expect(orderFee(Money.parse('21033.00'), { table: since('2010-01-29'), percent: 50 }).toString()).toBe('416.00');
  });

  it('never falls when the claim grows, and steps join without a leap', () => {
    const kopecks = fc.bigInt({ min: 1n, max: 20_000_000_000n });
    fc.assert(
      fc.property(fc.constantFrom(...TABLES), kopecks, kopecks, ({ table }, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const of = (one: bigint) => claimFee(Money.ofKopecks(one), table);
        expect(of(less).compare(of(more))).toBeLessThanOrEqual(0);
      }),
    );
    for (const { table } of TABLES)
      for (const [, edge] of table.matchAll(/до (\d+)/gu)) {
        const at = claimFee(Money.parse(`${edge}.00`), table);
        const above = claimFee(Money.parse(`${edge}.01`), table);
        expect(above.minus(at).kopecks).toBeLessThanOrEqual(100n);
      }
  });

  it('is refused by a table that cannot be read', () => {
    expect(() => claimFee(Money.parse('1.00'), 'до ста: 5')).toThrow(
      expect.objectContaining({ code: 'court.fee-table' }),
    );
    expect(() => claimFee(Money.parse('200.00'), 'до 100: 5')).toThrow(
      expect.objectContaining({ code: 'court.fee-table' }),
    );
  });
});
