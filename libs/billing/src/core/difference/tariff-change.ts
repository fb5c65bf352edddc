import { addDays, firstDay, formatDate, type LocalDate, type Period } from '@dvor/kernel';
import type { Working } from '../working/working.js';
import type { Cause } from './difference.js';

/**
 * From what to what a tariff went, and on which day, where the lines tell it: one rate before and one after, the change
 * at the month's start or inside either month.
 */
export function tariffChange(
  before: readonly Working[],
  after: readonly Working[],
  months: { readonly before: Period; readonly after: Period },
): Pick<Cause, 'was' | 'became' | 'since' | 'unit'> {
  const [was, is] = [ratesOf(before), ratesOf(after)];
  const [old] = was.filter((rate) => was.length === 1 || !is.includes(rate));
  const [now] = is.filter((rate) => is.length === 1 || !was.includes(rate));
  const changes = new Set([...was, ...is]);
  if (old === undefined || now === undefined || changes.size !== 2) return {};
  const unit = after[0]!.unit;
  const since = sinceOf(old, { before, after, was, is, months });
  return { was: old, became: now, unit, ...(since !== null && { since: formatDate(since) }) };
}

function ratesOf(workings: readonly Working[]): string[] {
  return [...new Set(workings.flatMap(({ rate }) => rate ?? []))];
}

function sinceOf(
  old: string,
  {
    before,
    after,
    was,
    is,
    months,
  }: {
    before: readonly Working[];
    after: readonly Working[];
    was: readonly string[];
    is: readonly string[];
    months: { readonly before: Period; readonly after: Period };
  },
): LocalDate | null {
  if (was.length === 1 && is.length === 1) return firstDay(months.after);
  const [workings, month] = is.length === 2 ? [after, months.after] : [before, months.before];
  const days = workings.map((working) => ({ old: working.rate === old, days: daysOf(working) }));
  const [mine, whole] = [days.filter((line) => line.old), days].map((lines) =>
    lines.reduce<number | null>((sum, line) => (sum === null || line.days === null ? null : sum + line.days), 0),
  );
  const length = firstDay((month + 1) as Period) - firstDay(month);
  return mine != null && whole === length ? addDays(firstDay(month), mine) : null;
}

/** Days that a line is for; null where its figures don't tell. */
function daysOf(working: Working): number | null {
  const sum = (parts: readonly (readonly unknown[])[]) => parts.reduce((days, part) => days + Number(part.at(-1)), 0);
  switch (working.formula) {
    case 'area':
    case 'common':
      return sum(working.area);
    case 'person':
      return sum(working.persons);
    case 'flat':
      return working.days;
    case 'given':
    case 'meter':
    case 'average':
      return working.share?.[0] ?? null;
    case 'norm':
    case 'waste-person':
    case 'waste-area':
      return sum(working.norm);
    default:
      return null;
  }
}
