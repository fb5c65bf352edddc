import {
  addMonths,
  dayOfMonth,
  daysIn,
  firstDay,
  type LocalDate,
  Money,
  periodOfDate,
  type Period,
} from '@dvor/kernel';
import type { RestrictionObstacle } from './may-be-restricted.js';

/** What is going to be done about a debt. */
export type Purpose = 'notice' | 'claim' | 'restriction' | 'court';

/** An overdue debt of one month and service, with the penalty that is owed on it. */
export interface DebtItem {
  readonly recipientId: string;
  readonly serviceId: string;
  readonly origin: Period;
  /** The last day to pay. */
  readonly due: LocalDate;
  readonly principal: Money;
  readonly penalty: Money;
  /** Contributions to capital repair pass to a new owner with the flat (ЖК РФ, ст. 158 ч. 3). */
  readonly goesWithFlat: boolean;
  /** Who had to pay then. */
  readonly payerId: string | null;
}

export interface DebtorFacts {
  readonly items: readonly DebtItem[];
  /** Came, but is not on the account yet. */
  readonly inTransit: Money;
  /** Number of the instalment plan that is kept. */
  readonly keptPlan: string | null;
  /** Reasons of open disputes. */
  readonly disputes: readonly string[];
  /** Who is addressed: the payer of today, or the last one. */
  readonly payer: { readonly id: string; readonly diedOn: LocalDate | null } | null;
  readonly accountClosed: boolean;
  /** Number of a court case that goes on. */
  readonly openCase: string | null;
  /** The day of the last letter of the same kind. */
  readonly writtenOn: LocalDate | null;
}

export interface SendingTerms {
  readonly purpose: Purpose;
  readonly asOf: LocalDate;
  /** ГК РФ, ст. 196. */
  readonly limitationMonths: number;
  /** Sums below are not worth it. */
  readonly least: Money;
  /** The same letter is not written again for so many days. */
  readonly againAfterDays: number;
}

export type Obstacle =
  | { readonly reason: 'paid' }
  | { readonly reason: 'plan'; readonly plan: string }
  | { readonly reason: 'dispute'; readonly about: string }
  | { readonly reason: 'in-transit'; readonly sum: Money }
  | { readonly reason: 'died'; readonly on: LocalDate }
  | { readonly reason: 'no-debtor' }
  | { readonly reason: 'account-closed' }
  | { readonly reason: 'at-court'; readonly case: string }
  | { readonly reason: 'written-lately'; readonly on: LocalDate }
  | { readonly reason: 'all-left-out' }
  | { readonly reason: 'below-least'; readonly sum: Money; readonly least: Money }
  | RestrictionObstacle;

/** A month that is not asked for, and why. */
export interface LeftOutItem {
  readonly item: DebtItem;
  readonly why: 'time-barred' | 'other-payer';
}

export interface Verdict {
  readonly may: boolean;
  readonly obstacles: readonly Obstacle[];
  /** What is asked for, the oldest first. */
  readonly items: readonly DebtItem[];
  readonly leftOut: readonly LeftOutItem[];
  readonly principal: Money;
  readonly penalty: Money;
}

/**
 * Whether a debtor may be written to, cut off or sued on a day, and for what. Nothing is asked of one who has paid, whose
 * money is under way, who keeps an instalment plan or disputes the debt. Months that nobody answers for any more are told
 * and left out: a notice may remind of a debt that is time-barred, a claim, a restriction and a court may not ask for it.
 */
export function mayBeSent(facts: DebtorFacts, terms: SendingTerms): Verdict {
  const owed = facts.items
    .filter(({ principal, penalty, due }) => due < terms.asOf && isAbove(principal.plus(penalty), Money.zero))
    .sort(inOrder);
  const leftOut = owed.flatMap((item): LeftOutItem[] => {
    if (isOfAnother(item, facts.payer)) return [{ item, why: 'other-payer' }];
    if (terms.purpose !== 'notice' && isBarred(item.due, terms)) return [{ item, why: 'time-barred' }];
    return [];
  });
  const out = new Set(leftOut.map(({ item }) => item));
  const items = owed.filter((item) => !out.has(item));
  const principal = Money.sum(items.map((item) => item.principal));
  const penalty = Money.sum(items.map((item) => item.penalty));
  const obstacles = obstaclesOf(facts, terms, { owed: owed.length, kept: items.length, sum: principal.plus(penalty) });
  return { may: obstacles.length === 0, obstacles, items, leftOut, principal, penalty };
}

/** Whether anything at all was to be paid before that day, be it time-barred or another's. */
export function isOverdue({ items, leftOut }: Pick<Verdict, 'items' | 'leftOut'>): boolean {
  return items.length + leftOut.length > 0;
}

/**
 * The last day on which a month's payment may be asked for at court: the same day of the month so many months after the
 * last day to pay, or the month's last (ГК РФ, ст. 192, 196, 200; ПВС РФ № 22, п. 41).
 */
export function lastDayToSue(due: LocalDate, limitationMonths: number): LocalDate {
  const month = addMonths(periodOfDate(due), limitationMonths);
  return (firstDay(month) + Math.min(dayOfMonth(due), daysIn(month)) - 1) as LocalDate;
}

function obstaclesOf(
  { inTransit, keptPlan, disputes, payer, accountClosed, openCase, writtenOn }: DebtorFacts,
  { purpose, least, asOf, againAfterDays }: SendingTerms,
  { owed, kept, sum }: { readonly owed: number; readonly kept: number; readonly sum: Money },
): Obstacle[] {
  if (owed === 0) return [{ reason: 'paid' }];
  const found: Obstacle[] = disputes.map((about) => ({ reason: 'dispute', about }));
  if (keptPlan !== null) found.push({ reason: 'plan', plan: keptPlan });
  if (isAbove(inTransit, Money.zero)) found.push({ reason: 'in-transit', sum: inTransit });
  if (!payer) found.push({ reason: 'no-debtor' });
  else if (payer.diedOn !== null) found.push({ reason: 'died', on: payer.diedOn });
  if (accountClosed && purpose !== 'court') found.push({ reason: 'account-closed' });
  if (openCase !== null) found.push({ reason: 'at-court', case: openCase });
  if (writtenOn !== null && asOf < writtenOn + againAfterDays) found.push({ reason: 'written-lately', on: writtenOn });
  if (kept === 0) found.push({ reason: 'all-left-out' });
  else if (isAbove(least, sum)) found.push({ reason: 'below-least', sum, least });
  return found;
}

function isOfAnother({ payerId, goesWithFlat }: DebtItem, payer: DebtorFacts['payer']): boolean {
  return !goesWithFlat && payerId !== null && payer !== null && payerId !== payer.id;
}

function isBarred(due: LocalDate, { asOf, limitationMonths }: SendingTerms): boolean {
  return asOf > lastDayToSue(due, limitationMonths);
}

function isAbove(one: Money, other: Money): boolean {
  return one.compare(other) > 0;
}

function inOrder(a: DebtItem, b: DebtItem): number {
  return (
    a.origin - b.origin ||
    a.recipientId.localeCompare(b.recipientId, undefined, { numeric: true }) ||
    a.serviceId.localeCompare(b.serviceId, undefined, { numeric: true })
  );
}
