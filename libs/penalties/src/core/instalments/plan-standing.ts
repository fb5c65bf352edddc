import { addDays, type LocalDate, Money } from '@dvor/kernel';
import type { Pause } from '../pay-off.js';
import type { PlanPart } from './draw-up-schedule.js';

/** What was agreed. */
export interface PlanTerms {
  readonly startedOn: LocalDate;
  readonly parts: readonly PlanPart[];
  /** So many days a part may be late. */
  readonly graceDays: number;
  /** So many missed parts end the plan. */
  readonly misses: number;
  /** Whether a miss brings back the days that were free, for what is not paid. */
  readonly daysComeBack: boolean;
  readonly cancelledOn: LocalDate | null;
}

/** Of the sums a plan covers, what is left at a day's end; days on which it changes, in order, the first before the plan. */
export interface LeftOnDay {
  readonly on: LocalDate;
  readonly left: Money;
}

export type PartState = 'paid' | 'ahead' | 'late' | 'missed';

export interface PartStanding extends PlanPart {
  /** The day by whose end it was paid in full. */
  readonly paidOn: LocalDate | null;
  readonly state: PartState;
  /** What is not paid of it. */
  readonly left: Money;
}

export interface PlanStanding {
  readonly paid: Money;
  readonly left: Money;
  readonly parts: readonly PartStanding[];
  /** `late`: a part is past its day, and may still be paid in time. */
  readonly state: 'kept' | 'late' | 'done' | 'ended' | 'cancelled';
  readonly doneOn: LocalDate | null;
  /** The first day on which it holds no more: by misses, or because one side cancelled it. */
  readonly endedOn: LocalDate | null;
}

/**
 * How a plan stands, from the days of the money alone: whenever it is booked, in whatever order, money that came in time
 * keeps the plan. A part is met when all that was agreed up to it is paid by its day and the days of grace; paying ahead
 * is paying the next parts.
 */
export function standingOf(terms: PlanTerms, days: readonly LeftOnDay[], asOf: LocalDate): PlanStanding {
  const known = days.filter(({ on }) => on <= asOf);
  const whole = Money.sum(terms.parts.map(({ amount }) => amount));
  const left = known.at(-1)?.left ?? whole;
  const paid = whole.minus(left);
  let agreed = Money.zero;
  const parts = terms.parts.map((part): PartStanding => {
    const before = agreed;
    agreed = agreed.plus(part.amount);
    const paidOn = paidUpTo(known, whole.minus(agreed));
    const deadline = addDays(part.dueOn, terms.graceDays);
    const state =
      paidOn !== null && paidOn <= deadline
        ? 'paid'
        : asOf > deadline
          ? 'missed'
          : asOf > part.dueOn
            ? 'late'
            : 'ahead';
    return { ...part, paidOn, state, left: rest(paid, before, part.amount) };
  });
  const doneOn = paidUpTo(known, Money.zero);
  const missed = parts.filter(({ state }) => state === 'missed')[terms.misses - 1];
  const missedOn = missed === undefined ? null : addDays(missed.dueOn, terms.graceDays + 1);
  const endedOn = earliest(
    missedOn,
    terms.cancelledOn !== null && terms.cancelledOn <= asOf ? terms.cancelledOn : null,
  );
  return { paid, left, parts, doneOn, endedOn, state: stateOf({ parts, doneOn, endedOn, missedOn }) };
}

/** Days on which the covered places cost no penalty. */
export function pauseOf({ startedOn, daysComeBack, cancelledOn }: PlanTerms, { endedOn }: PlanStanding): Pause {
  return { from: startedOn, to: endedOn, comesBack: daysComeBack && endedOn !== null && endedOn !== cancelledOn };
}

function stateOf({
  parts,
  doneOn,
  endedOn,
  missedOn,
}: Pick<PlanStanding, 'parts' | 'doneOn' | 'endedOn'> & {
  readonly missedOn: LocalDate | null;
}): PlanStanding['state'] {
  if (doneOn !== null && (endedOn === null || doneOn < endedOn)) return 'done';
  if (endedOn !== null) return endedOn === missedOn ? 'ended' : 'cancelled';
  return parts.some(({ state }) => state === 'late' || state === 'missed') ? 'late' : 'kept';
}

/** The first day from which on no more than `atMost` is left. */
function paidUpTo(days: readonly LeftOnDay[], atMost: Money): LocalDate | null {
  let since: LocalDate | null = null;
  for (const { on, left } of days) since = left.compare(atMost) > 0 ? null : (since ?? on);
  return since;
}

/** What of a part is not paid, when the parts before it come to `before`. */
function rest(paid: Money, before: Money, amount: Money): Money {
  const own = paid.minus(before);
  if (own.kopecks <= 0n) return amount;
  return own.compare(amount) >= 0 ? Money.zero : amount.minus(own);
}

function earliest(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  return a === null ? b : b === null ? a : a < b ? a : b;
}
