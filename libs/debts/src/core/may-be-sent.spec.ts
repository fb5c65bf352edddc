import { type LocalDate, Money, parseDate, parsePeriod, type Period } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type DebtItem,
  type DebtorFacts,
  isOverdue,
  lastDayToSue,
  mayBeSent,
  type Purpose,
  type SendingTerms,
} from './may-be-sent.js';

const item = (origin: string, due: string, principal: string, more: Partial<DebtItem> = {}): DebtItem => ({
  ...{ recipientId: '1', serviceId: '2', origin: parsePeriod(origin), due: parseDate(due) },
  ...{ principal: Money.parse(principal), penalty: Money.zero, goesWithFlat: false, payerId: '7' },
  ...more,
});
const debtor = (more: Partial<DebtorFacts> = {}): DebtorFacts => ({
  items: [item('2026-07', '2026-08-15', '1500.00', { penalty: Money.parse('9.50') })],
  ...{ inTransit: Money.zero, keptPlan: null, disputes: [], payer: { id: '7', diedOn: null } },
  ...{ accountClosed: false, openCase: null, writtenOn: null },
  ...more,
});
const terms = (purpose: Purpose = 'claim', more: Partial<SendingTerms> = {}): SendingTerms => ({
  ...{ purpose, asOf: parseDate('2026-11-20'), limitationMonths: 36, least: Money.parse('500.00') },
  againAfterDays: 30,
  ...more,
});
const obstacles = (facts: Partial<DebtorFacts>, purpose?: Purpose) =>
  mayBeSent(debtor(facts), terms(purpose)).obstacles.map(({ reason }) => reason);

describe('a letter may be sent', () => {
  it('to one who owes what is past its day, with all that he owes', () => {
    const verdict = mayBeSent(debtor(), terms());
    expect(verdict).toMatchObject({ may: true, obstacles: [], leftOut: [] });
    expect([verdict.principal.toString(), verdict.penalty.toString()]).toEqual(['1500.00', '9.50']);
  });

  it('not to one who has paid, or whose day to pay is still to come or is today', () => {
    expect(obstacles({ items: [] })).toEqual(['paid']);
    expect(obstacles({ items: [item('2026-10', '2026-11-20', '900.00')] })).toEqual(['paid']);
    expect(obstacles({ items: [item('2026-07', '2026-08-15', '-20.00')] })).toEqual(['paid']);
  });

  it('and is about something overdue only where a day to pay has passed, be the month time-barred or not', () => {
    const about = (...items: DebtItem[]) => isOverdue(mayBeSent(debtor({ items }), terms('claim')));
    expect(about()).toBe(false);
    expect(about(item('2026-10', '2026-11-20', '900.00'))).toBe(false);
    expect(about(item('2026-07', '2026-08-15', '900.00'))).toBe(true);
    expect(about(item('2019-07', '2019-08-15', '900.00'))).toBe(true);
  });

  it('not where money is under way, a plan is kept, the debt is disputed or at court, and says all of it', () => {
    expect(
      obstacles({ inTransit: Money.parse('0.01'), keptPlan: '3', disputes: ['Показания'], openCase: '14' }, 'court'),
    ).toEqual(['dispute', 'plan', 'in-transit', 'at-court']);
  });

  it('not to the dead, to nobody, nor about an account that is closed; a court may be asked about that', () => {
    expect(obstacles({ payer: { id: '7', diedOn: parseDate('2026-09-01') } })).toEqual(['died']);
    expect(obstacles({ payer: null })).toEqual(['no-debtor']);
    expect(obstacles({ accountClosed: true })).toEqual(['account-closed']);
    expect(obstacles({ accountClosed: true }, 'court')).toEqual([]);
  });

  it('not again before its days have passed', () => {
    expect(obstacles({ writtenOn: parseDate('2026-10-22') })).toEqual(['written-lately']);
    expect(obstacles({ writtenOn: parseDate('2026-10-21') })).toEqual([]);
  });

  it('not for less than it is worth', () => {
    expect(obstacles({ items: [item('2026-07', '2026-08-15', '499.99')] })).toEqual(['below-least']);
    expect(obstacles({ items: [item('2026-07', '2026-08-15', '500.00')] })).toEqual([]);
  });
});

describe('months', () => {
  it('over three years old are left out of a claim and told; a notice still reminds of them', () => {
    const old = item('2023-09', '2023-10-10', '700.00');
    const facts = debtor({ items: [...debtor().items, old] });
    expect(mayBeSent(facts, terms('claim')).leftOut).toEqual([{ item: old, why: 'time-barred' }]);
    expect(mayBeSent(facts, terms('notice')).principal.toString()).toBe('2200.00');
    expect(obstacles({ items: [old] })).toEqual(['all-left-out']);
  });

  it('may be sued for until the same day of the month, three years after the day to pay', () => {
    expect(lastDayToSue(parseDate('2023-11-20'), 36)).toBe(parseDate('2026-11-20'));
    expect(lastDayToSue(parseDate('2024-02-29'), 36)).toBe(parseDate('2027-02-28'));
    const barred = (due: string) =>
      mayBeSent(debtor({ items: [item('2023-10', due, '700.00')] }), terms()).leftOut.length;
    expect([barred('2023-11-20'), barred('2023-11-19')]).toEqual([0, 1]);
  });

  it('of a former owner are left out, but for capital repair, which goes with the flat', () => {
    const before = item('2026-01', '2026-02-10', '700.00', { payerId: '6' });
    const repair = item('2026-01', '2026-02-10', '300.00', { payerId: '6', serviceId: '9', goesWithFlat: true });
    const { items, leftOut } = mayBeSent(debtor({ items: [before, repair] }), terms('court', { least: Money.zero }));
    expect(items).toEqual([repair]);
    expect(leftOut).toEqual([{ item: before, why: 'other-payer' }]);
  });
});

describe('whatever the facts', () => {
  const items = fc.array(
    fc.record({
      recipientId: fc.constantFrom('1', '2'),
      serviceId: fc.constantFrom('3', '4', '10'),
      origin: fc.integer({ min: 2022 * 12, max: 2026 * 12 + 10 }).map((n) => n as Period),
      due: fc.integer({ min: 19_000, max: 20_800 }).map((n) => n as LocalDate),
      principal: fc.integer({ min: -50_000, max: 500_000 }).map((n) => Money.ofKopecks(BigInt(n))),
      penalty: fc.integer({ min: 0, max: 5_000 }).map((n) => Money.ofKopecks(BigInt(n))),
      goesWithFlat: fc.boolean(),
      payerId: fc.constantFrom('7', '8', null),
    }),
    { maxLength: 12 },
  );
  const purposes = fc.constantFrom<Purpose>('notice', 'claim', 'restriction', 'court');

  it('what is asked for and what is left out make up all that is owed and overdue', () => {
    fc.assert(
      fc.property(items, purposes, (all, purpose) => {
        const { items: kept, leftOut, principal, penalty } = mayBeSent(debtor({ items: all }), terms(purpose));
        const owed = all.filter(
          (one) => one.due < parseDate('2026-11-20') && one.principal.plus(one.penalty).kopecks > 0n,
        );
        expect(new Set([...kept, ...leftOut.map((one) => one.item)])).toEqual(new Set(owed));
        expect(kept.length + leftOut.length).toBe(owed.length);
        expect(principal.plus(penalty)).toEqual(Money.sum(kept.flatMap((one) => [one.principal, one.penalty])));
      }),
    );
  });

  it('the order in which they come does not matter, and one more obstacle never lets a letter out', () => {
    fc.assert(
      fc.property(items, purposes, (all, purpose) => {
        const verdict = mayBeSent(debtor({ items: all }), terms(purpose));
        const reversed = mayBeSent(debtor({ items: [...all].reverse() }), terms(purpose));
        expect(reversed.principal).toEqual(verdict.principal);
        expect(reversed.obstacles).toEqual(verdict.obstacles);
        for (const more of [
          { inTransit: Money.parse('1.00') },
          { keptPlan: '1' },
          { disputes: ['спор'] },
          { payer: null },
          { openCase: '1' },
        ])
          expect(mayBeSent(debtor({ items: all, ...more }), terms(purpose)).may).toBe(false);
      }),
    );
  });
});
