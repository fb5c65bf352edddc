import { firstDay, formatDate, type LocalDate, type Period, periodOf, periodOfDate } from '@dvor/kernel';
import type { PenaltyRule } from '@dvor/penalties';
import { debtAge, DEBT_AGES } from '../core/index.js';

/** How old the debts of each month are on a day, as arrays for a query: the month, whether of capital repair, the age's number. */
export interface DueAges {
  readonly origins: string[];
  readonly capital: boolean[];
  readonly ages: number[];
}

/** Months before the law knows a day to pay are as old as can be; those after the day are not due. */
export function dueAges(dueOf: (rule: PenaltyRule, period: Period) => LocalDate, day: LocalDate): DueAges {
  const found: DueAges = { origins: [], capital: [], ages: [] };
  for (let period = FIRST_KNOWN; period <= periodOfDate(day); period = (period + 1) as Period)
    for (const capital of [false, true]) {
      found.origins.push(formatDate(firstDay(period)));
      found.capital.push(capital);
      found.ages.push(DEBT_AGES.indexOf(debtAge(dueOf(capital ? 'capital-repair' : 'housing', period), day)));
    }
  return found;
}

/** The Housing Code's first month. */
const FIRST_KNOWN = periodOf(2005, 3);

/** Of `line` joined to `due` (the arrays above): the number of its age. `first` is the first known month. */
export const AGE_OF_LINE = `coalesce(due.age, case when line.origin < date '${formatDate(firstDay(FIRST_KNOWN))}' then ${DEBT_AGES.length - 1} else 0 end)`;
