import { parsePeriod } from '@dvor/kernel';
import type { Working } from '@dvor/billing/core';
import { monthName } from './month-name.js';

/** Months that were billed without readings, and that a reading has settled in this bill: the payer sees which. */
export function settledNotes(
  lines: readonly { readonly serviceId: string; readonly working: Working }[],
  nameOf: (serviceId: string) => string,
): string[] {
  const months = new Map<string, Set<string>>();
  for (const { serviceId, working } of lines)
    for (const month of settledBy(working)) months.set(serviceId, (months.get(serviceId) ?? new Set()).add(month));
  return [...months].map(([serviceId, settled]) => {
    const named = [...settled].sort().map((month) => monthName(parsePeriod(month)));
    return `${nameOf(serviceId)}: по показанию счётчика пересчитано то, что раньше начислили без показаний, за ${named.join(', ')}. Начисленное тогда вычтено.`;
  });
}

function settledBy(working: Working): readonly string[] {
  switch (working.formula) {
    case 'meter':
      return (working.estimated ?? []).map(([month]) => month);
    case 'tier':
    case 'made-in-house':
      return settledBy(working.base);
    default:
      return [];
  }
}
