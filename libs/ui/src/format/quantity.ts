import { Decimal, parseDecimal } from '@dvor/kernel';
import { formatDecimalText } from './decimal-text.js';
import { type Language, NARROW_SPACE } from './language.js';

/** What a meter or a norm of the unit shows; more decimals are kept, trailing zeros beyond these are not. */
const USUAL_DECIMALS: Readonly<Record<string, number>> = { 'м³': 3, 'м²': 1 };

const UNITS_IN_ENGLISH: Readonly<Record<string, string>> = {
  'м³': 'm³',
  'м²': 'm²',
  Гкал: 'Gcal',
  'кВт·ч': 'kWh',
  'чел.': 'pers.',
  'кв.': 'flat',
};

/** The books keep units in Russian. */
export function formatUnit(unit: string, language: Language): string {
  return language === 'en' ? (UNITS_IN_ENGLISH[unit] ?? unit) : unit;
}

/** Beyond these a table shows noise; the exact volume stands in the line's explanation. */
const MOST_DECIMALS = 6;

/** The figure without its unit: `5.123000` of м³ → `5,123`. */
export function formatQuantity(value: string, unit: string, language: Language): string {
  const usual = USUAL_DECIMALS[unit] ?? 0;
  const [whole, decimals = ''] = shortened(value).split('.');
  return formatDecimalText(`${whole}.${decimals.replace(/0+$/, '').padEnd(usual, '0')}`.replace(/\.$/, ''), language);
}

function shortened(value: string): string {
  if ((value.split('.')[1] ?? '').length <= MOST_DECIMALS) return value;
  return parseDecimal(value)?.round(MOST_DECIMALS, Decimal.roundHalfUp).toFixed() ?? value;
}

/** A volume of many accounts to the thousandth: finer than that it says nothing. */
export function roundTotal(volume: string): string {
  return parseDecimal(volume)?.round(3, Decimal.roundHalfUp).toFixed() ?? volume;
}

/** `5,123 м³`, `0,198575 Гкал`. */
export function formatVolume(value: string, unit: string, language: Language): string {
  return `${formatQuantity(value, unit, language)}${NARROW_SPACE}${formatUnit(unit, language)}`;
}

/** Decimals that stand after the mark, to line up a column of unlike volumes. */
export function decimalsShown(value: string, unit: string): number {
  return formatQuantity(value, unit, 'en').split('.')[1]?.length ?? 0;
}

export function sumQuantities(parts: Iterable<string>): string {
  let total = new Decimal('0');
  for (const part of parts) total = total.plus(part);
  return total.toFixed();
}
