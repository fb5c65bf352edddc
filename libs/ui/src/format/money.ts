import { Money } from '@dvor/kernel';
import { formatDecimalText } from './decimal-text.js';
import { type Language, MINUS, NARROW_SPACE } from './language.js';

export interface MoneyStyle {
  /** `+412,30` for what is added; a minus stands with or without it. */
  readonly signed?: boolean;
  /** Off in columns, whose head names the currency. */
  readonly currency?: boolean;
}

/** `"12345.67"` → `12 345,67 ₽`. */
export function formatMoney(
  roubles: string,
  language: Language,
  { signed = false, currency = true }: MoneyStyle = {},
): string {
  const money = Money.parse(roubles);
  const figure = formatDecimalText((money.isNegative ? money.negated() : money).toString(), language);
  const sign = money.isNegative ? MINUS : signed && !money.isZero ? '+' : '';
  return `${sign}${figure}${currency ? `${NARROW_SPACE}₽` : ''}`;
}

export function sumMoney(parts: Iterable<string>): string {
  return Money.sum(Array.from(parts, Money.parse)).toString();
}
