import { describe, expect, it } from '@jest/globals';
import { Money } from '@dvor/kernel';
import fc from 'fast-check';
import { splitPayment } from './split-payment.js';

const roubles = (...sums: string[]) => sums.map((sum) => Money.parse(sum));
const dues = (...sums: string[]) => roubles(...sums).map((due) => ({ due, group: 1 }));
const shown = (shares: readonly Money[]) => shares.map(String);

describe('a payment split over debts', () => {
  it('gives the kopeck that rounding leaves to the largest due, the first of equals', () => {
    expect(shown(splitPayment(Money.parse('100'), dues('500', '500', '500')).shares)).toEqual([
      '33.34',
      '33.33',
      '33.33',
    ]);
    expect(shown(splitPayment(Money.parse('0.01'), dues('1', '2', '1')).shares)).toEqual(['0.00', '0.01', '0.00']);
  });

  it('gives it to whom it is told to', () => {
    const { shares } = splitPayment(Money.parse('100'), dues('500', '500', '500'), 1);
    expect(shown(shares)).toEqual(['33.33', '33.34', '33.33']);
  });

  it('fills an earlier group in full before the next', () => {
    const items = [
      { due: Money.parse('100'), group: 2 },
      { due: Money.parse('100'), group: 1 },
      { due: Money.parse('100'), group: 2 },
    ];
    expect(shown(splitPayment(Money.parse('120'), items).shares)).toEqual(['10.00', '100.00', '10.00']);
  });

  it('takes the rounding within the group that has it, whoever is named elsewhere', () => {
    const items = [...dues('1'), { due: Money.parse('1'), group: 2 }, { due: Money.parse('1'), group: 2 }];
    expect(shown(splitPayment(Money.parse('1.01'), items, 0).shares)).toEqual(['1.00', '0.00', '0.01']);
  });

  it('puts nothing on what is paid already or paid ahead', () => {
    const { shares, advance } = splitPayment(Money.parse('10'), dues('0', '-5', '3'));
    expect([...shown(shares), String(advance)]).toEqual(['0.00', '0.00', '3.00', '7.00']);
  });

  it('keeps what nobody is owed as an advance', () => {
    expect(splitPayment(Money.parse('10'), [])).toEqual({ shares: [], advance: Money.parse('10') });
  });

  it('refuses a sum below zero', () => {
    expect(() => splitPayment(Money.parse('-0.01'), dues('1'))).toThrow(RangeError);
  });
});

describe('whatever is paid on whatever debts', () => {
  const kopecks = (max: number) => fc.integer({ min: 0, max }).map((sum) => Money.ofKopecks(String(sum)));
  const items = fc.array(fc.record({ due: kopecks(50_000), group: fc.integer({ min: 1, max: 3 }) }), { maxLength: 25 });

  it('parts add up to the payment, none below zero or above its due', () => {
    fc.assert(
      fc.property(kopecks(600_000), items, fc.nat(24), (payment, debts, named) => {
        const { shares, advance } = splitPayment(payment, debts, named < debts.length ? named : undefined);
        expect(Money.sum([...shares, advance])).toEqual(payment);
        shares.forEach((share, i) => {
          expect(share.isNegative).toBe(false);
          expect(share.compare(debts[i]!.due)).toBeLessThanOrEqual(0);
        });
      }),
    );
  });

  it('a share of one group differs from its proportion by less than a kopeck, but for the one that takes the rounding', () => {
    fc.assert(
      fc.property(kopecks(600_000), fc.array(kopecks(50_000), { minLength: 1, maxLength: 25 }), (payment, sums) => {
        const whole = Money.sum(sums).kopecks;
        const paid = payment.kopecks < whole ? payment.kopecks : whole;
        const { shares } = splitPayment(
          payment,
          sums.map((due) => ({ due, group: 1 })),
        );
        const largest = sums.reduce((best, due, i) => (due.compare(sums[best]!) > 0 ? i : best), 0);
        shares.forEach(({ kopecks: share }, i) => {
          const off = share * whole - paid * sums[i]!.kopecks;
          if (i !== largest) expect(off < 0n ? -off : off).toBeLessThanOrEqual(whole);
        });
      }),
    );
  });

  it('a debt is left over only where the payment is spent', () => {
    fc.assert(
      fc.property(kopecks(600_000), items, (payment, debts) => {
        const { shares, advance } = splitPayment(payment, debts);
        const left = debts.some(({ due }, i) => shares[i]!.compare(due) < 0);
        expect(left && !advance.isZero).toBe(false);
      }),
    );
  });

  it('a later group gets something only when the earlier ones are paid', () => {
    fc.assert(
      fc.property(kopecks(300_000), items, (payment, debts) => {
        const { shares } = splitPayment(payment, debts);
        const served = Math.max(0, ...debts.filter((_, i) => !shares[i]!.isZero).map(({ group }) => group));
        debts.forEach(({ due, group }, i) => {
          if (group < served) expect(shares[i]).toEqual(due);
        });
      }),
    );
  });
});
