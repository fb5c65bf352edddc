import { Money, parseDate, parsePeriod, type Period } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { debtorsByShares, type OwnerOfDays } from './debtors-by-shares.js';
import type { DebtItem } from './may-be-sent.js';

const item = (origin: string | Period, principal: string, penalty = '0.00'): DebtItem => ({
  ...{ recipientId: '1', serviceId: '2', origin: typeof origin === 'string' ? parsePeriod(origin) : origin },
  ...{ due: parseDate('2026-05-15'), principal: Money.parse(principal), penalty: Money.parse(penalty) },
  ...{ goesWithFlat: false, payerId: null },
});
const owner = (partyId: string, share: string, from = '2015-01-01', to: string | null = null): OwnerOfDays => {
  const [numerator, denominator] = share.split('/').map(Number) as [number, number];
  return { partyId, numerator, denominator, from: parseDate(from), to: to === null ? null : parseDate(to) };
};
const told = (owners: readonly OwnerOfDays[], items: readonly DebtItem[], together: readonly string[] = []) =>
  debtorsByShares(items, { owners, payerId: '7', together }).map(({ partyIds, share, principal, penalty }) =>
    [partyIds.join('+'), share ?? 'все', principal, penalty].join(' '),
  );

describe('who answers for a debt', () => {
  it('is its one owner, together with his family where it is named', () => {
    expect(told([owner('7', '1/1')], [item('2026-03', '100.00', '2.00')])).toEqual(['7 все 100.00 2.00']);
    expect(told([owner('7', '1/1')], [item('2026-03', '100.00')], ['8', '7'])).toEqual(['7+8 все 100.00 0.00']);
  });

  it('is the tenant of a flat without owners', () => {
    expect(told([], [item('2026-03', '100.00')], ['9'])).toEqual(['7+9 все 100.00 0.00']);
  });

  it('is each owner for his share, to the kopeck', () => {
    expect(
      told([owner('1', '1/3'), owner('2', '1/3'), owner('3', '1/3')], [item('2026-03', '100.00', '0.01')]),
    ).toEqual(['1 1/3 33.34 0.01', '2 1/3 33.33 0.00', '3 1/3 33.33 0.00']);
  });

  it('is, of months before a sale, the owner of their time', () => {
    const owners = [owner('1', '1/1', '2015-01-01', '2026-04-10'), owner('2', '1/1', '2026-04-10')];
    expect(told(owners, [item('2026-04', '20.00'), item('2026-03', '10.00')])).toEqual([
      '1 все 10.00 0.00',
      '2 все 20.00 0.00',
    ]);
  });

  it('comes to the debt, whatever the shares', () => {
    const shares = fc.constantFrom(
      ['1/1'],
      ['1/2', '1/2'],
      ['1/3', '2/3'],
      ['1/7', '2/7', '4/7'],
      ['1/6', '1/3', '1/2'],
    );
    const items = fc.array(
      fc.record({ month: fc.integer({ min: 24_300, max: 24_312 }), kopecks: fc.bigInt({ min: 1n, max: 9_999_999n }) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(shares, items, (parts, given) => {
        const debts = given.map(({ month, kopecks }) =>
          item(month as Period, Money.ofKopecks(kopecks).toString(), '0.07'),
        );
        const found = debtorsByShares(debts, {
          owners: parts.map((part, i) => owner(String(i), part)),
          ...{ payerId: '7', together: [] },
        });
        expect(Money.sum(found.map(({ principal }) => principal))).toEqual(
          Money.sum(debts.map((one) => one.principal)),
        );
        expect(Money.sum(found.map(({ penalty }) => penalty))).toEqual(Money.sum(debts.map((one) => one.penalty)));
      }),
    );
  });
});
