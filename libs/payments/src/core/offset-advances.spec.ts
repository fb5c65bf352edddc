import { formatPeriod, Money, parsePeriod, type Period, periodOf, type ServiceId, type SupplierId } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Due } from './due.js';
import { offsetAdvances } from './offset-advances.js';

const [company, utility] = ['10', '20'] as SupplierId[];
const [upkeep, repairs, water] = ['1', '2', '3'] as ServiceId[];
const RECIPIENTS = new Map([
  [upkeep, company],
  [repairs, company],
  [water, utility],
]);

const due = (serviceId: ServiceId, month: string, amount: string, kind: Due['kind'] = 'charge'): Due => ({
  ...{ serviceId, recipientId: RECIPIENTS.get(serviceId)!, origin: parsePeriod(month), kind },
  amount: Money.parse(amount),
});

const shown = (dues: readonly Due[]) =>
  offsetAdvances(dues).map(
    ({ serviceId, origin, kind, amount }) => `${serviceId} ${formatPeriod(origin)} ${kind} ${amount}`,
  );

describe('a penalty that was paid and then lowered', () => {
  it('pays other penalties of the recipient, the oldest first, and what is left its charges', () => {
    expect(
      shown([
        due(upkeep!, '2026-05', '-100', 'penalty'),
        due(upkeep!, '2026-07', '30', 'penalty'),
        due(repairs!, '2026-06', '20', 'penalty'),
        due(upkeep!, '2026-09', '40'),
        due(repairs!, '2026-08', '500'),
      ]),
    ).toEqual([
      ...['1 2026-05 penalty 30.00', '1 2026-07 penalty -30.00'],
      ...['1 2026-05 penalty 20.00', '2 2026-06 penalty -20.00'],
      ...['1 2026-05 penalty 40.00', '1 2026-09 charge -40.00'],
      ...['1 2026-05 penalty 10.00', '2 2026-08 charge -10.00'],
    ]);
  });

  it('stays with its recipient', () => {
    expect(shown([due(upkeep!, '2026-05', '-100', 'penalty'), due(water!, '2026-07', '30')])).toEqual([]);
  });
});

describe('an advance', () => {
  it('pays no penalties', () => {
    expect(shown([due(upkeep!, '2026-10', '-100'), due(upkeep!, '2026-07', '30', 'penalty')])).toEqual([]);
  });

  it('meets charges before a lowered penalty does', () => {
    expect(
      shown([due(upkeep!, '2026-05', '-10', 'penalty'), due(upkeep!, '2026-10', '-10'), due(upkeep!, '2026-09', '15')]),
    ).toEqual([
      ...['1 2026-10 charge 10.00', '1 2026-09 charge -10.00'],
      ...['1 2026-05 penalty 5.00', '1 2026-09 charge -5.00'],
    ]);
  });
});

describe('whatever is owed and paid ahead', () => {
  const dues: fc.Arbitrary<Due[]> = fc.uniqueArray(
    fc
      .record({
        serviceId: fc.constantFrom(upkeep!, repairs!, water!, null),
        origin: fc.integer({ min: 0, max: 23 }).map((n) => (periodOf(2025, 1) + n) as Period),
        kind: fc.constantFrom('charge' as const, 'penalty' as const, 'interest' as const),
        amount: fc.integer({ min: -9_000, max: 9_000 }).map((kopecks) => Money.ofKopecks(String(kopecks))),
      })
      .map((one): Due => ({ ...one, recipientId: one.serviceId && RECIPIENTS.get(one.serviceId)! })),
    { selector: ({ serviceId, origin, kind }) => `${serviceId} ${origin} ${kind}`, maxLength: 24 },
  );
  const isHere = (a: Due) => (b: Due) => a.serviceId === b.serviceId && a.origin === b.origin && a.kind === b.kind;
  const after = (owed: readonly Due[], moves: readonly Due[]) =>
    owed.map((one) => ({
      ...one,
      amount: Money.sum([one.amount, ...moves.filter(isHere(one)).map(({ amount }) => amount)]),
    }));

  it('the account owes what it owed, no place changes sides, interest stands', () => {
    fc.assert(
      fc.property(dues, (owed) => {
        const moves = offsetAdvances(owed);
        expect(Money.sum(moves.map(({ amount }) => amount))).toEqual(Money.zero);
        for (const [i, { amount, kind }] of after(owed, moves).entries()) {
          const before = owed[i]!.amount;
          if (kind === 'interest') expect(amount).toEqual(before);
          else if (before.isNegative)
            expect([before.compare(amount) <= 0, amount.compare(Money.zero) <= 0]).toEqual([true, true]);
          else expect([amount.compare(before) <= 0, amount.isNegative]).toEqual([true, false]);
        }
      }),
    );
  });

  it('no advance pays a penalty, no penalty pays another recipient', () => {
    fc.assert(
      fc.property(dues, (owed) => {
        const moves = offsetAdvances(owed);
        for (let i = 0; i < moves.length; i += 2) {
          const [from, to] = [moves[i]!, moves[i + 1]!];
          if (from.kind === 'charge') expect(to.kind).toBe('charge');
          else expect(to.recipientId).toBe(from.recipientId);
        }
      }),
    );
  });

  it('once is enough, and nothing is left that could meet', () => {
    fc.assert(
      fc.property(dues, (owed) => {
        expect(offsetAdvances(after(owed, offsetAdvances(owed)))).toEqual([]);
      }),
    );
  });
});
