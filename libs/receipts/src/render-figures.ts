import { Decimal, formatDate, type LocalDate, type Money } from '@dvor/kernel';
import { figureText, moneyText } from './core/index.js';

/** In an overview zero is a dash. */
export function moneyOrDash(money: Money): string {
  return money.isZero ? '—' : moneyText(money);
}

/** In a column that concerns few of the lines the others stay white. */
export function moneyOrBlank(money: Money): string {
  return money.isZero ? '' : moneyText(money);
}

/** `+412,30`, `−5,00`. */
export function changeText(money: Money): string {
  return money.isNegative || money.isZero ? moneyText(money) : `+${moneyText(money)}`;
}

/** A volume with as many decimals as it has: `5,123`; nothing where there is none. */
export function volumeText(volume: Decimal | null): string {
  return volume === null ? '' : figureText(volume.toFixed());
}

/** A charged volume as it is shown: gigacalories to six decimals, areas to two, all else to three. Money came of the exact one. */
export function volumeShown(volume: Decimal | null, unit: string): string {
  return volume === null ? '' : volumeText(volume.round(SHOWN_DECIMALS[unit] ?? 3, Decimal.roundHalfUp));
}

const SHOWN_DECIMALS: Readonly<Record<string, number>> = { Гкал: 6, 'м²': 2 };

/** A tariff with at least two decimals: `42,30`, `0,1234`. */
export function tariffText(tariff: Decimal | null): string {
  if (tariff === null) return '';
  const text = tariff.toFixed();
  return figureText(text.length - text.indexOf('.') > 2 && text.includes('.') ? text : tariff.toFixed(2));
}

/** `21.11.2026`. */
export function dateText(date: LocalDate): string {
  return formatDate(date).split('-').reverse().join('.');
}

/** `15 ноября`. */
export function dayInWords(date: LocalDate): string {
  const [, month, day] = formatDate(date).split('-');
  return `${Number(day)}\u00a0${MONTHS_OF[Number(month) - 1]}`;
}

/** `15 ноября 2026`. */
export function dateInWords(date: LocalDate): string {
  return `${dayInWords(date)}\u00a0${formatDate(date).slice(0, 4)}`;
}

const MONTHS_OF = [
  ...['января', 'февраля', 'марта', 'апреля', 'мая', 'июня'],
  ...['июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
];
