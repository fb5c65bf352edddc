import { Money } from '@dvor/kernel';
import type { Payment } from './api.js';

type Part = Payment['split'][number];

export interface PaidMonth {
  readonly period: string;
  /** More than was owed: it waits for the next bill. */
  readonly ahead: boolean;
  readonly lines: readonly Part[];
  readonly total: string;
}

/** What a payment paid for, month by month; what was paid ahead comes last. */
export function byMonth(parts: readonly Part[]): PaidMonth[] {
  const months = new Map<string, { period: string; ahead: boolean; lines: Part[] }>();
  for (const part of parts) {
    const ahead = part.due === null && part.clause === null;
    const key = `${ahead ? 1 : 0} ${part.period}`;
    const month = months.get(key) ?? { period: part.period, ahead, lines: [] };
    month.lines.push(part);
    months.set(key, month);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, month]) => ({
      ...month,
      total: Money.sum(month.lines.map(({ amount }) => Money.parse(amount))).toString(),
    }));
}
