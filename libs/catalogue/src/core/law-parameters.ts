import {
  addMonths,
  contains,
  DomainError,
  firstDay,
  formatDate,
  type Interval,
  type LocalDate,
  type Period,
  periodOf,
} from '@dvor/kernel';

/** A rule of law for the days on which it holds, with the act and clause that say so. */
export interface LawParameter extends Interval {
  readonly code: string;
  /** A figure, or a decimal as text. */
  readonly value: number | string;
  readonly act: string;
  readonly clause: string;
}

/**
 * The parameter that holds on a day.
 *
 * @throws DomainError `law.parameter-expired` where none does: the table has to be brought up to date, never guessed past
 */
export function lawParameterOn(parameters: readonly LawParameter[], code: string, date: LocalDate): LawParameter {
  const found = parameters.find((parameter) => parameter.code === code && contains(parameter, date));
  if (!found) throw new DomainError('law.parameter-expired', { code, date: formatDate(date) });
  return found;
}

/** What an organisation has chosen where the law's day to pay is disputed. */
export interface DueDateChoices {
  /** The setting `due-date.february-2026`: the first month of the new term (закон № 177-ФЗ). */
  readonly february2026: '10' | '15';
  /** The setting `due-date.day-off` (ГК РФ, ст. 193). */
  readonly dayOff: 'stays' | 'next-working-day';
}

/**
 * The last day to pay for a charged month: the law's day of the next one (ЖК РФ, ст. 155 ч. 1). The rule of the charged
 * month counts: January 2026 is due on 10 February, February 2026 on 15 March. No public holiday ever falls on the 10th
 * or 15th, so days off are Saturdays and Sundays.
 */
export function dueDateOf(parameters: readonly LawParameter[], charged: Period, choices: DueDateChoices): LocalDate {
  const { value } = lawParameterOn(parameters, 'payment-due-day', firstDay(charged));
  const day = charged === FEBRUARY_2026 ? choices.february2026 : value;
  const due = (firstDay(addMonths(charged, 1)) + Number(day) - 1) as LocalDate;
  return choices.dayOff === 'stays' ? due : nextWorkingDay(due);
}

const FEBRUARY_2026 = periodOf(2026, 2);

/** Days are counted from 1970-01-01, a Thursday: Saturday is 2, Sunday is 3. */
function nextWorkingDay(date: LocalDate): LocalDate {
  const weekday = ((date % 7) + 7) % 7;
  return (date + (weekday === 2 ? 2 : weekday === 3 ? 1 : 0)) as LocalDate;
}
