import {
  addMonths,
  allocate,
  daysIn,
  DomainError,
  firstDay,
  formatDate,
  type LocalDate,
  Money,
  ONE,
  type Period,
  yearOf,
  periodOfDate,
  dateOf,
} from '@dvor/kernel';

/** What is to be paid up to a day, and the interest that is asked with it. */
export interface PlanPart {
  /** The last day to pay, included. */
  readonly dueOn: LocalDate;
  readonly amount: Money;
  readonly interest: Money;
}

export interface ScheduleAsked {
  readonly debt: Money;
  readonly parts: number;
  /** The month of the first part. */
  readonly from: Period;
  /** Of the month; a shorter month's last day stands for it. */
  readonly day: number;
  /** Ten-thousandths of a percent a year. */
  readonly rate: number;
  readonly startsOn: LocalDate;
}

/** Equal parts, a month apart: 1 000,00 in three is 333,34, 333,33 and 333,33. */
export function drawUpSchedule({ debt, parts, from, day, rate, startsOn }: ScheduleAsked): PlanPart[] {
  const sums = allocate(
    debt,
    Array.from({ length: parts }, () => ONE),
  );
  return withInterest(
    sums.map((amount, i) => ({ dueOn: dayIn(addMonths(from, i), day), amount })),
    { rate, startsOn },
  );
}

/** Each part's interest is on all that is left before it, for the days since the part before. */
export function withInterest(
  parts: readonly Pick<PlanPart, 'dueOn' | 'amount'>[],
  { rate, startsOn }: Pick<ScheduleAsked, 'rate' | 'startsOn'>,
): PlanPart[] {
  let left = Money.sum(parts.map(({ amount }) => amount));
  let since = startsOn;
  return parts.map(({ dueOn, amount }) => {
    const part = { dueOn, amount, interest: interestOn(left, rate, { from: since, to: dueOn }) };
    left = left.minus(amount);
    since = dueOn;
    return part;
  });
}

/**
 * interest = sum · rate / 100 · days / days of the year, half up; the day it begins does not count, the last one does.
 * 12 000,00 at 17 % from 15.11 to 15.12.2026: 30 days, 167,67.
 */
export function interestOn(
  sum: Money,
  rate: number,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Money {
  if (rate === 0 || to <= from || sum.kopecks <= 0n) return Money.zero;
  const [plain, leap] = daysByYear(from, to);
  const over = sum.kopecks * BigInt(rate) * BigInt(plain * LEAP + leap * PLAIN);
  const under = 1_000_000n * BigInt(PLAIN * LEAP);
  return Money.ofKopecks((2n * over + under) / (2n * under));
}

/**
 * A schedule as somebody has written it.
 *
 * @throws DomainError `instalment.schedule-sum` naming the difference, `instalment.schedule-order`,
 * `instalment.schedule-past`, `instalment.schedule-zero`
 */
export function checkSchedule(
  parts: readonly Pick<PlanPart, 'dueOn' | 'amount'>[],
  { debt, startsOn }: Pick<ScheduleAsked, 'debt' | 'startsOn'>,
): void {
  for (const [i, { dueOn, amount }] of parts.entries()) {
    const part = i + 1;
    if (amount.kopecks <= 0n) throw new DomainError('instalment.schedule-zero', { part });
    if (dueOn < startsOn) throw new DomainError('instalment.schedule-past', { part, date: formatDate(dueOn) });
    if (i > 0 && dueOn <= parts[i - 1]!.dueOn)
      throw new DomainError('instalment.schedule-order', { part, date: formatDate(dueOn) });
  }
  const sum = Money.sum(parts.map(({ amount }) => amount));
  if (sum.equals(debt)) return;
  throw new DomainError('instalment.schedule-sum', {
    debt: debt.toString(),
    schedule: sum.toString(),
    difference: sum.minus(debt).toString(),
  });
}

function dayIn(month: Period, day: number): LocalDate {
  return (firstDay(month) + Math.min(day, daysIn(month)) - 1) as LocalDate;
}

const [PLAIN, LEAP] = [365, 366];

/** Days after `from` up to `to`, in years of 365 days and of 366. */
function daysByYear(from: LocalDate, to: LocalDate): [plain: number, leap: number] {
  const days: [number, number] = [0, 0];
  for (let on = from; on < to;) {
    const year = yearOf(periodOfDate((on + 1) as LocalDate));
    const end = Math.min(to, dateOf(year, 12, 31)) as LocalDate;
    days[year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0] += end - on;
    on = end;
  }
  return days;
}
