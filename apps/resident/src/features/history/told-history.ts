import { Money } from '@dvor/kernel';
import type { LedgerEntry } from './api.js';

/**
 * A month's charges are one entry for a resident, however many suppliers share it; an advance set off moves nothing for
 * them. Newest first.
 */
export function historyOf(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const told: LedgerEntry[] = [];
  for (const entry of entries.filter(({ kind }) => kind !== 'offset')) {
    const last = told.at(-1);
    if (
      last &&
      entry.kind === 'charge' &&
      last.kind === 'charge' &&
      last.period === entry.period &&
      last.date === entry.date
    ) {
      told[told.length - 1] = {
        ...entry,
        amount: Money.parse(last.amount).plus(Money.parse(entry.amount)).toString(),
      };
    } else {
      told.push(entry);
    }
  }
  return told.reverse();
}

/** Under the years in which they happened. */
export function byYear(entries: readonly LedgerEntry[]): (readonly [year: string, entries: readonly LedgerEntry[]])[] {
  const years = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const year = entry.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return [...years];
}
