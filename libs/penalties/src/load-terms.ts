import { dueDateOf, type LawParameters, settingsByDay, type DueDateChoices } from '@dvor/catalogue';
import { firstDay, addMonths, type LocalDate, type Period } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import {
  PENALTY_LAW_CODES,
  PENALTY_RULES,
  type PenaltyLaw,
  penaltyLawOf,
  type PenaltyRule,
  type PenaltyTerms,
  spanOn,
} from './core/index.js';

/** What penalties are reckoned by in an organisation on a day. */
export interface OrganizationTerms extends Omit<PenaltyTerms, 'rule'> {
  /** Whether the organisation accrues them at all. */
  readonly accrues: boolean;
  readonly law: PenaltyLaw;
  /** The last day to pay for a month. */
  readonly dueOf: (rule: PenaltyRule, period: Period) => LocalDate;
}

/** @throws DomainError `penalty.law-value`; `dueOf` throws `law.parameter-expired` */
export async function loadTerms(tx: Tx, law: LawParameters, asOf: LocalDate): Promise<OrganizationTerms> {
  const parameters = await law.some(tx, PENALTY_LAW_CODES);
  const chosen = await settingsByDay(tx, CODES);
  const on = (code: (typeof CODES)[number]) => chosen(code, asOf);
  const fromDay = Number(on('penalty.capital-repair.from-day'));
  const known = new Map<string, LocalDate>();
  const dueOn = (rule: PenaltyRule, period: Period): LocalDate => {
    const day = rule === 'capital-repair' ? Number(chosen('penalty.capital-repair.due-day', firstDay(period))) : 0;
    if (day > 0) return (firstDay(addMonths(period, 1)) + day - 1) as LocalDate;
    return dueDateOf(parameters, period, {
      february2026: chosen('due-date.february-2026', firstDay(period)) as DueDateChoices['february2026'],
      dayOff: chosen('due-date.day-off', firstDay(period)) as DueDateChoices['dayOff'],
    });
  };
  return {
    asOf,
    accrues: on('penalty.accrue') === true,
    law: penaltyLawOf(parameters, {
      uncapped: on('penalty.uncapped') as 'refuse' | '9.5' | 'none',
      ...(fromDay !== LAW_FROM_DAY && { capitalRepairFromDay: fromDay }),
    }),
    rateOf: on('penalty.rate-day') as PenaltyTerms['rateOf'],
    paymentDay: on('penalty.payment-day') as PenaltyTerms['paymentDay'],
    dueOf: (rule, period) => {
      const key = `${rule} ${period}`;
      const due = known.get(key) ?? dueOn(rule, period);
      known.set(key, due);
      return due;
    },
  };
}

/** The first month of those up to `period` whose debts cost nothing yet: their free days are not over, or not begun. */
export function firstFree({ law, asOf, dueOf }: OrganizationTerms, period: Period): Period {
  const isFree = (month: Period) =>
    PENALTY_RULES.every((name) => {
      const { rule } = spanOn(law.rules[name], asOf);
      return !('missing' in rule) && asOf <= dueOf(name, month) + rule.freeDays;
    });
  let first = period;
  while (first > period - MOST_FREE_MONTHS && isFree(addMonths(first, -1))) first = addMonths(first, -1);
  return first;
}

const MOST_FREE_MONTHS = 3;

/** The law's own day, whose table knows since when. */
const LAW_FROM_DAY = 31;

const CODES = [
  'due-date.day-off',
  'due-date.february-2026',
  'penalty.accrue',
  'penalty.capital-repair.due-day',
  'penalty.capital-repair.from-day',
  'penalty.payment-day',
  'penalty.rate-day',
  'penalty.uncapped',
] as const;
