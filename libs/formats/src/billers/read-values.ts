import { dateOf, formatDate, Money } from '@dvor/kernel';
import type { BillerSettings, RefusalReason } from './biller.js';
import { parsed, type Parsed, unparsed } from '../values/parsed.js';

export type Read<Value> = Parsed<Value, RefusalReason>;

/** All values, or what is wrong with the first that can't be read. */
export function together<Values>(parts: { readonly [Name in keyof Values]: Read<Values[Name]> }): Read<Values> {
  const values: Partial<Values> = {};
  for (const name of Object.keys(parts) as (keyof Values)[]) {
    const part = parts[name];
    if (!part.ok) return part;
    values[name] = part.value;
  }
  return parsed(values as Values);
}

/** An account is text: leading zeros, letters and strokes are part of it. */
export function readAccount(text: string | undefined, { accounts = 'any' }: BillerSettings): Read<string> {
  if (text === undefined || text === '') return unparsed('account-format');
  const shape = accounts === 'digits' ? /^\d{1,30}$/ : /^[\p{L}\p{N}][\p{L}\p{N} /._№-]{0,39}$/u;
  return shape.test(text) ? parsed(text) : unparsed('account-format');
}

/** Digits, 20 at most; where the contract allows more, whatever can be printed. */
export function readTransaction(text: string | undefined, { transactions = 'digits' }: BillerSettings): Read<string> {
  if (text === undefined || text === '') return unparsed('transaction-format');
  const shape = transactions === 'digits' ? /^\d{1,20}$/ : /^[\p{L}\p{N}][\p{L}\p{N}._:/-]{0,63}$/u;
  return shape.test(text) ? parsed(text) : unparsed('transaction-format');
}

/** A check posts nothing, so its number may be anything; it is only kept short. */
export function probedTransaction(text: string | undefined): string | null {
  return text ? text.slice(0, 64) : null;
}

/** More than zero, no more than two decimals, a point or a comma. Missing is too small: that is the banks' own test. */
export function readSum(text: string | undefined, unit: 'roubles' | 'kopecks' = 'roubles'): Read<Money> {
  if (text === undefined || text === '') return unparsed('amount-too-small');
  const shape = unit === 'kopecks' ? /^\d{1,14}$/ : /^\d{1,12}(?:[.,]\d{1,2})?$/;
  if (!shape.test(text)) return unparsed('amount-wrong');
  const sum = unit === 'kopecks' ? Money.ofKopecks(text) : Money.parse(text);
  return sum.isZero ? unparsed('amount-too-small') : parsed(sum);
}

/** A check may come without a sum, or with 0.00 from a terminal that only tries the road. */
export function readProbedSum(text: string | undefined, unit: 'roubles' | 'kopecks' = 'roubles'): Read<Money | null> {
  const sum = readSum(text, unit);
  return sum.ok || sum.problem !== 'amount-too-small' ? sum : parsed(null);
}

/** `20261122123100`, as `2026-11-22T12:31:00`. */
export function readCompactMoment(text: string | undefined): Read<string> {
  return moment(/^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<time>\d{6})$/, text);
}

/** `22.11.2026_12:31:00`. */
export function readSberMoment(text: string | undefined): Read<string> {
  return moment(/^(?<day>\d\d)\.(?<month>\d\d)\.(?<year>\d{4})[_ ](?<time>\d\d:\d\d:\d\d)$/, text);
}

/** `2026-11-22T12:31:00`, parts of a second left off, a zone kept; a plus undone by the query's decoding is mended. */
export function readIsoMoment(text: string | undefined): Read<string> {
  return moment(
    /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ](?<time>\d\d:\d\d:\d\d)(?:\.\d{1,9})?(?<zone>Z|[+ -]\d\d:?\d\d)?$/,
    text,
  );
}

/** Whether the day is ahead, or before the account, is for those who have a clock and the books. */
function moment(shape: RegExp, text: string | undefined): Read<string> {
  const { year, month, day, time, zone = '' } = shape.exec(text ?? '')?.groups ?? {};
  if (!year || !month || !day || !time) return unparsed('date-wrong');
  const written = `${year}-${month}-${day}`;
  const date = dateOf(Number(year), Number(month), Number(day));
  const clock = /^(\d\d):?(\d\d):?(\d\d)$/.exec(time)!.slice(1).join(':');
  const possible =
    year >= '2000' && year < '2100' && formatDate(date) === written && /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(clock);
  return possible ? parsed(`${written}T${clock}${zone === '' ? '' : writtenZone(zone)}`) : unparsed('date-wrong');
}

function writtenZone(zone: string): string {
  if (zone === 'Z') return 'Z';
  return zone.replace(/^ /, '+').replace(/^(.)(\d\d):?(\d\d)$/, '$1$2:$3');
}
