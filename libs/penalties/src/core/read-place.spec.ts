import { describe, expect, it } from '@jest/globals';
import { formatDate, lastDay, type LocalDate, Money, parseDate, parsePeriod, type Period } from '@dvor/kernel';
import type { EntryKind } from '@dvor/ledger/core';
import { dueDateOf } from '@dvor/catalogue/core';
import fc from 'fast-check';
import { accruePenalty, penaltyLawOf, PenaltyRefusal, PUBLISHED_PENALTY_LAW, totalOf } from './index.js';
import { type PlaceEvent, readPlace } from './read-place.js';

const february = parsePeriod('2026-02');
const dueOf = (period: Period) => dueDateOf(PUBLISHED_PENALTY_LAW, period, { february2026: '15', dayOff: 'stays' });
const law = penaltyLawOf(PUBLISHED_PENALTY_LAW, { uncapped: 'refuse' });

const event = (kind: EntryKind, roubles: string, on: string, booked = on.slice(0, 7)): PlaceEvent => ({
  kind,
  booked: parsePeriod(booked),
  on: parseDate(on),
  amount: Money.parse(roubles),
});

const place = (...events: PlaceEvent[]) => readPlace(events, { origin: february, dueOf });

function read(...events: PlaceEvent[]): string[] {
  const { dues, credits } = place(...events);
  return [
    ...dues.map(
      ({ due, amount, since }) => `${amount} due ${formatDate(due)}${since ? ` since ${formatDate(since)}` : ''}`,
    ),
    ...credits.map(({ on, amount }) => `${amount} on ${formatDate(on)}`),
  ];
}

function penaltyOn(asOf: string, events: readonly PlaceEvent[]): string {
  const found = accruePenalty(place(...events), {
    ...{ law, rule: 'housing', rateOf: 'payment-day', paymentDay: 'included' },
    asOf: parseDate(asOf),
  });
  if (found instanceof PenaltyRefusal) throw new Error(JSON.stringify(found.details));
  return totalOf(found).toString();
}

const charge = event('accrual', '1000', '2026-02-28');

describe('a place of the ledger is read as', () => {
  it('a charge due with its month’s bill and money by the day it counts from', () => {
    expect(read(charge, event('payment', '-400', '2026-05-20', '2026-06'))).toEqual([
      '1000.00 due 2026-03-15',
      '400.00 on 2026-05-20',
    ]);
  });

  it('what was added later, due with the bill it stood in; what was taken off, never owed', () => {
    expect(read(charge, event('accrual', '50', '2026-05-31'))).toEqual([
      '1000.00 due 2026-03-15',
      '50.00 due 2026-06-15',
    ]);
    expect(penaltyOn('2026-06-30', [charge])).toBe('31.42');
    expect(penaltyOn('2026-06-30', [charge, event('accrual', '-1000', '2026-05-31')])).toBe('0.00');
  });

  it('a debt brought from elsewhere, ours from its month on', () => {
    expect(read(event('opening', '700', '2026-05-12'))).toEqual(['700.00 due 2026-03-15 since 2026-05-01']);
  });

  it('a debt handed over: the old account’s to that day, the new one’s from the next', () => {
    const old = [charge, event('transfer', '-1000', '2026-05-20')];
    expect(read(...old)).toEqual(['1000.00 due 2026-03-15', '1000.00 on 2026-05-20']);
    expect(read(event('transfer', '1000', '2026-05-20'))).toEqual(['1000.00 due 2026-03-15 since 2026-05-21']);
  });

  it('no money where a payment was made void', () => {
    expect(read(charge, event('payment', '-400', '2026-05-20'), event('move', '400', '2026-05-20', '2026-07'))).toEqual(
      ['1000.00 due 2026-03-15'],
    );
  });

  it('a refund of what was paid ahead, else a debt that is open again from the next day', () => {
    const paid = event('payment', '-1200', '2026-03-10');
    expect(read(charge, paid, event('refund', '200', '2026-06-05'))).toEqual([
      '1000.00 due 2026-03-15',
      '1000.00 on 2026-03-10',
    ]);
    expect(read(charge, paid, event('refund', '300', '2026-06-05'))).toEqual([
      '1000.00 due 2026-03-15',
      '100.00 due 2026-03-15 since 2026-06-06',
      '1000.00 on 2026-03-10',
    ]);
  });

  it('the same whatever order it was booked in', () => {
    const date = fc.integer({ min: lastDay(february), max: lastDay(february) + 300 }).map((n) => n as LocalDate);
    const events = fc.array(
      fc.record({
        kind: fc.constantFrom<EntryKind>('accrual', 'opening', 'transfer', 'payment', 'move', 'refund', 'offset'),
        booked: fc.integer({ min: february, max: february + 10 }).map((n) => n as Period),
        on: date,
        amount: fc.integer({ min: -90_000, max: 90_000 }).map((n) => Money.ofKopecks(String(n))),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(events, (list) => {
        expect(place(...[...list].reverse())).toEqual(place(...list));
        const { dues, credits } = place(...list);
        const balance = Money.sum(list.map(({ amount }) => amount));
        const owed = Money.sum(dues.map(({ amount }) => amount));
        expect(owed.minus(Money.sum(credits.map(({ amount }) => amount)))).toEqual(balance);
        expect([...dues, ...credits].every(({ amount }) => !amount.isNegative && !amount.isZero)).toBe(true);
      }),
    );
  });
});
