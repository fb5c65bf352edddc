import { describe, expect, it } from '@jest/globals';
import { Money, parseDate } from '@dvor/kernel';
import { type DatedFee, feeOf } from './fee-of.js';

const day = parseDate('2026-11-22');
const from = (since: string, percent: string, more: Partial<DatedFee> = {}): DatedFee => ({
  since: parseDate(since),
  payer: 'organization',
  percent,
  least: Money.zero,
  most: null,
  ...more,
});
const fee = (fees: readonly DatedFee[], amount: string, on = day) =>
  feeOf(fees, Money.parse(amount), on).fee.toString();

describe('a channel’s fee', () => {
  it('is a percentage of the payment, rounded to the kopeck', () => {
    expect(fee([from('2026-01-01', '1.5')], '440.00')).toBe('6.60');
    expect(fee([from('2026-01-01', '0.35')], '101.00')).toBe('0.35');
    expect(fee([from('2026-01-01', '0.5')], '101.00')).toBe('0.51');
  });

  it('stays between its least and its most', () => {
    const rule = from('2026-01-01', '1', { least: Money.parse('5'), most: Money.parse('50') });
    expect([fee([rule], '100'), fee([rule], '1000'), fee([rule], '10000')]).toEqual(['5.00', '10.00', '50.00']);
  });

  it('that is withheld is never more than the payment; one on top of it may be', () => {
    const least = Money.parse('30');
    expect(fee([from('2026-01-01', '1', { least })], '20')).toBe('20.00');
    expect(fee([from('2026-01-01', '1', { least, payer: 'payer' })], '20')).toBe('30.00');
  });

  it('is that of the day: the last that has begun', () => {
    const fees = [from('2026-12-01', '3'), from('2026-11-22', '2', { payer: 'payer' }), from('2026-01-01', '1')];
    expect(feeOf(fees, Money.parse('100'), day)).toEqual({ fee: Money.parse('2'), payer: 'payer' });
    expect(fee(fees, '100', parseDate('2026-11-21'))).toBe('1.00');
    expect(fee(fees, '100', parseDate('2026-12-01'))).toBe('3.00');
  });

  it('is nothing before the first has begun', () => {
    expect(feeOf([from('2026-12-01', '3')], Money.parse('100'), day)).toEqual({
      fee: Money.zero,
      payer: 'organization',
    });
  });
});
