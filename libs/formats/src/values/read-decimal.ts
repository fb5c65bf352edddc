import { Decimal } from '@dvor/kernel';
import { collapseBlanks, parsed, type Parsed, unparsed } from './parsed.js';

export type DecimalProblem =
  | 'number.unreadable'
  /** `4,07E+19`: a program made it short and its digits are gone. */
  | 'number.rounded'
  /** More than 18 digits before or after the point. */
  | 'number.too-long';

/**
 * A number as people and programs write it: `1 234,56`, `1234.56`, `1,234,567.89`, `1.234,56`, `−5`, `(5,00)` for
 * minus five, with a rouble sign or a square metre behind. A lone comma or point is the decimal one: `1,234` is 1.234.
 * Digits are grouped by three or not at all, so `12 34` is two numbers and no answer.
 */
export function readDecimal(text: string): Parsed<Decimal, DecimalProblem> {
  const plain = collapseBlanks(text).replace(UNIT, '').replaceAll(/[−–—]/g, '-').trim();
  if (/^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(plain)) return unparsed('number.rounded');
  const match = /^([+-]|\()? ?(\d[\d .,'’]*)(\))?$/.exec(plain) ?? /^([+-])?([.,]\d+)()$/.exec(plain);
  if (!match || (match[1] === '(') !== (match[3] === ')')) return unparsed('number.unreadable');
  const digits = pointed(match[2]!.trim());
  if (digits === null) return unparsed('number.unreadable');
  if (!/^\d{1,18}(?:\.\d{1,18})?$/.test(digits)) return unparsed('number.too-long');
  return parsed(new Decimal(match[1] === '-' || match[1] === '(' ? `-${digits}` : digits));
}

const UNIT = / ?(?:₽|руб\.?|р\.|(?:кв|куб)\.? ?м\.?|м[23²³])$/i;

const GROUPINGS = [
  /^\d{1,3}(?:( )\d{3})*$/,
  /^\d{1,3}(?:(['’])\d{3})*$/,
  /^\d{1,3}(?:(\.)\d{3})*$/,
  /^\d{1,3}(?:(,)\d{3})*$/,
];

/** Digits with one point; `null` where separators don't make sense. */
function pointed(text: string): string | null {
  const marks = text.replaceAll(/[^.,]/g, '');
  const last = marks.at(-1);
  // Several of the same are groups; the last of two kinds, or the only one, is decimal.
  const decimal = last !== undefined && marks.indexOf(last) === marks.length - 1 ? text.lastIndexOf(last) : text.length;
  const whole = text.slice(0, decimal);
  const fraction = text.slice(decimal + 1);
  if (!/^\d*$/.test(fraction)) return null;
  const plain = /^\d*$/.test(whole) || GROUPINGS.some((grouping) => grouping.test(whole));
  if (!plain) return null;
  const integer = whole.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
  return fraction === '' ? integer : `${integer}.${fraction}`;
}
