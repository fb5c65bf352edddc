import { Money, parsePeriod, type Period } from '@dvor/kernel';
import { type ChangeCited, qualityReason, type Working } from '@dvor/billing/core';
import { moneyText } from './money-text.js';
import type { ChargeLine, RecalculationReason } from './receipt-document.js';

/** What is added to a month's own charge, or taken off it, for which month and why; null: it is the month's own. */
export function recalculationOf(working: Working): { readonly period: Period; readonly reason: string } | null {
  switch (working.formula) {
    case 'true-up':
      return { period: parsePeriod(working.period), reason: reasonOf(working.why) };
    case 'quality':
      return { period: parsePeriod(working.period), reason: qualityReason(working) };
    case 'manual':
      return {
        period: parsePeriod(working.period),
        reason: working.mirrors
          ? `отменена корректировка № ${working.mirrors.number}: ${working.reason}`
          : `${working.reason}; корректировка № ${working.document.number}`,
      };
    case 'fine':
      return {
        period: parsePeriod(working.period),
        reason: `штраф исполнителя ${working.percent} % от лишних ${moneyText(Money.parse(working.excess))} ₽; заявление № ${working.document.number}`,
      };
    default:
      return null;
  }
}

/** Each reason once: one change is often written into several tables. */
function reasonOf(why: readonly ChangeCited[] = []): string {
  const reasons = [...new Set(why.map(([, , reason]) => reason))];
  return reasons.length > 0 ? reasons.join('; ') : 'пересчитано';
}

/** The line of a service that takes a recalculation: of common property its own, a fine none but itself. */
export function placeOfRecalculation(
  lines: readonly ChargeLine[],
  working: Working,
  isOfService: (line: ChargeLine) => boolean,
): number {
  if (working.formula === 'fine') return -1;
  const common = (working.formula === 'manual' || working.formula === 'true-up') && working.part === 'common';
  const fitting = lines.findIndex((line) => isOfService(line) && (line.commonVolume !== null) === common);
  return fitting >= 0 ? fitting : lines.findIndex(isOfService);
}

export function recalculated(line: ChargeLine, amount: Money): ChargeLine {
  return { ...line, recalculated: line.recalculated.plus(amount), total: line.total.plus(amount) };
}

/** Section 5 of the form, line by line as they were billed. */
export function recalculationsOf(
  lines: readonly { readonly serviceId: string; readonly amount: Money; readonly working: Working }[],
  nameOf: (serviceId: string) => string,
): RecalculationReason[] {
  return lines.flatMap(({ serviceId, amount, working }) => {
    const why = recalculationOf(working);
    return why ? [{ service: nameOf(serviceId), ...why, amount }] : [];
  });
}
