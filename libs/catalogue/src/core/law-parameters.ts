import {
  addMonths,
  contains,
  DomainError,
  firstDay,
  formatDate,
  type Interval,
  type LocalDate,
  type Period,
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

/**
 * The last day to pay for a charged month: the law's day of the next one (ЖК РФ, ст. 155 ч. 1). The rule of the charged
 * month counts: January 2026 is due on 10 February, February 2026 on 15 March.
 */
export function dueDateOf(parameters: readonly LawParameter[], charged: Period): LocalDate {
  const { value: day } = lawParameterOn(parameters, 'payment-due-day', firstDay(charged));
  return (firstDay(addMonths(charged, 1)) + Number(day) - 1) as LocalDate;
}
