import { addMonths, formatDate, type LocalDate, type Money, type Period } from '@dvor/kernel';
import { moneyText } from './money-text.js';
import { monthName } from './month-name.js';

/** A right to instalments that waits for an answer. */
export interface OfferedInstalments {
  readonly service: string;
  readonly period: Period;
  readonly amount: Money;
  readonly before: Money;
  readonly parts: number;
  /** Percent a year; `null`: without interest. */
  readonly rate: string | null;
  readonly answerUntil: LocalDate;
}

/** What a resident is told of it on paper. */
export function offerNote({ service, period, amount, before, parts, rate, answerUntil }: OfferedInstalments): string {
  const [year, month, day] = formatDate(answerUntil).split('-');
  const cost = rate === null ? 'без процентов' : `под ${rate} % годовых`;
  return (
    `${service}: за ${monthName(period)} ${moneyText(amount)} ₽, за ${monthName(addMonths(period, -12))} было ${moneyText(before)} ₽. ` +
    `Плата выросла больше чем на четверть, поэтому её можно внести частями: ${parts} равных платежей ${cost}. ` +
    `Согласитесь в личном кабинете или у нас до ${day}.${month}.${year} (ПП РФ № 354, п. 72).`
  );
}
