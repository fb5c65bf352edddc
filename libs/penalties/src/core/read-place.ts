import { addDays, dateOf, firstDay, lastDay, type LocalDate, Money, type Period } from '@dvor/kernel';
import type { EntryKind } from '@dvor/ledger/core';
import type { PenaltyCredit, PenaltyDue } from './pay-off.js';

/** What the books hold of one place (recipient, service, month of origin) by kind of entry, month and day. */
export interface PlaceEvent {
  readonly kind: EntryKind;
  /** The month it was booked in. */
  readonly booked: Period;
  /** The day it counts from. */
  readonly on: LocalDate;
  /** A debt is positive, money is negative. */
  readonly amount: Money;
}

export interface PlaceHistory {
  readonly dues: readonly PenaltyDue[];
  readonly credits: readonly PenaltyCredit[];
}

/**
 * Reads a place's history as dues and money, the same whatever order it was booked in:
 * - a charge is due with its month's bill; one that was added to it later, with the bill it stood in;
 * - what was charged too much was never owed;
 * - a debt brought from elsewhere keeps its age, but costs a penalty only from the day it is ours;
 * - money that was taken back as if it had not come counts from the day it came, so the two meet; a refund takes what was
 *   paid ahead, and only beyond that opens the debt again, from the next day.
 */
export function readPlace(
  events: readonly PlaceEvent[],
  { origin, dueOf }: { readonly origin: Period; readonly dueOf: (period: Period) => LocalDate },
): PlaceHistory {
  const dues: PenaltyDue[] = [];
  const moneyOfDay = new Map<LocalDate, bigint>();
  const pay = (on: LocalDate, kopecks: bigint) => moneyOfDay.set(on, (moneyOfDay.get(on) ?? 0n) + kopecks);
  const arose = lastDay(origin);
  for (const [i, { kind, booked, on, amount }] of netted(events).entries()) {
    const id = `${i}`;
    if (!DEBTS.has(kind)) pay(on, -amount.kopecks);
    else if (amount.isNegative) pay(kind === 'transfer' ? on : NEVER_OWED, -amount.kopecks);
    else if (kind === 'accrual') dues.push({ id, due: dueOf(booked), amount, arose });
    else if (kind === 'opening') dues.push({ id, due: dueOf(origin), amount, arose, since: firstDay(booked) });
    else dues.push({ id, due: dueOf(origin), amount, arose, since: addDays(on, 1) });
  }
  const { credits, reopened } = takeBack(moneyOfDay, Money.sum(dues.map(({ amount }) => amount)).kopecks);
  return {
    dues: [
      ...dues,
      ...reopened.map(({ on, amount }, i) => ({
        id: `back-${i}`,
        due: dueOf(origin),
        amount,
        arose,
        since: addDays(on, 1),
      })),
    ],
    credits,
  };
}

/** Entries that make debts; all others move money. */
const DEBTS: ReadonlySet<EntryKind> = new Set(['accrual', 'opening', 'transfer']);

/** Before any day to pay: what is credited so costs nothing. */
const NEVER_OWED = dateOf(1900, 1, 1);

/** One event a kind, month and day, in an order of their own. */
function netted(events: readonly PlaceEvent[]): PlaceEvent[] {
  const found = new Map<string, PlaceEvent>();
  for (const event of events) {
    const key = `${event.kind} ${event.booked} ${event.on}`;
    const same = found.get(key);
    found.set(key, same ? { ...same, amount: same.amount.plus(event.amount) } : event);
  }
  return [...found.values()]
    .filter(({ amount }) => !amount.isZero)
    .sort((a, b) => a.booked - b.booked || a.on - b.on || (a.kind < b.kind ? -1 : 1));
}

/** Days on which more was taken back than came take from what was paid ahead, the latest first. */
function takeBack(
  moneyOfDay: ReadonlyMap<LocalDate, bigint>,
  owed: bigint,
): { readonly credits: PenaltyCredit[]; readonly reopened: PenaltyCredit[] } {
  const days = [...moneyOfDay].sort(([a], [b]) => a - b);
  const came = days.filter(([, kopecks]) => kopecks > 0n).map(([on, kopecks]) => ({ on, kopecks }));
  let ahead = came.reduce((sum, { kopecks }) => sum + kopecks, 0n) - owed;
  const reopened: PenaltyCredit[] = [];
  for (const [on, kopecks] of days) {
    let back = kopecks < 0n ? -kopecks : 0n;
    while (back > 0n && ahead > 0n) {
      const latest = came.at(-1)!;
      const part = [back, ahead, latest.kopecks].reduce((least, one) => (one < least ? one : least));
      latest.kopecks -= part;
      back -= part;
      ahead -= part;
      if (latest.kopecks === 0n) came.pop();
    }
    if (back > 0n) reopened.push({ on, amount: Money.ofKopecks(back) });
  }
  return { credits: came.map(({ on, kopecks }) => ({ on, amount: Money.ofKopecks(kopecks) })), reopened };
}
