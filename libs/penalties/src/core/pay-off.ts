import { type Interval, type LocalDate, Money } from '@dvor/kernel';

/** A sum that was to be paid up to a day. */
export interface PenaltyDue {
  /** Tells it from the others; nothing more. */
  readonly id: string;
  /** The last day to pay. Delay is counted from the day after it. */
  readonly due: LocalDate;
  readonly amount: Money;
  /** When the debt arose, where that is not its day to pay: a moratorium looks at it. */
  readonly arose?: LocalDate;
  /** Delay before this day was another's, or was none: it is counted but costs nothing here. */
  readonly since?: LocalDate;
}

export interface PenaltyCredit {
  /** The day the money counts from. */
  readonly on: LocalDate;
  readonly amount: Money;
}

/** Days that cost nothing while a plan of instalments holds; those that come back are free only for what was paid in them. */
export interface Pause extends Interval {
  readonly comesBack: boolean;
}

/** A part of a due with one fate: paid on a day, or not paid. */
export interface Portion {
  readonly due: PenaltyDue;
  readonly amount: Money;
  readonly paidOn: LocalDate | null;
}

/**
 * Which money paid which due: the oldest due first, by the earliest money. Money of one day is one sum, so how it was
 * split does not matter, nor the order in which anything is told. What exceeds the dues is left out.
 */
export function payOff(dues: readonly PenaltyDue[], credits: readonly PenaltyCredit[]): Portion[] {
  const money = sumsByDay(credits);
  const portions: Portion[] = [];
  let next = 0;
  for (const due of inOrder(dues)) {
    let left = due.amount.kopecks;
    while (left > 0n && next < money.length) {
      const credit = money[next]!;
      const part = credit.kopecks < left ? credit.kopecks : left;
      portions.push({ due, amount: Money.ofKopecks(part), paidOn: credit.on });
      left -= part;
      credit.kopecks -= part;
      if (credit.kopecks === 0n) next += 1;
    }
    if (left > 0n) portions.push({ due, amount: Money.ofKopecks(left), paidOn: null });
  }
  return portions;
}

/** The oldest first; of two for one day, that which counts from longer ago, then by their names. */
function inOrder(dues: readonly PenaltyDue[]): PenaltyDue[] {
  return [...dues].sort(
    (a, b) => a.due - b.due || (a.since ?? a.due) - (b.since ?? b.due) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

function sumsByDay(credits: readonly PenaltyCredit[]): { on: LocalDate; kopecks: bigint }[] {
  const days = new Map<LocalDate, bigint>();
  for (const { on, amount } of credits) days.set(on, (days.get(on) ?? 0n) + amount.kopecks);
  return [...days]
    .filter(([, kopecks]) => kopecks > 0n)
    .sort(([a], [b]) => a - b)
    .map(([on, kopecks]) => ({ on, kopecks }));
}
