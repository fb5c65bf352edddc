import { settingsOn } from '@dvor/catalogue';
import { count, decimal, type LocalDate } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { GapBounds } from '../core/use/index.js';

const HUNDRED = decimal('100');

/** What the organisation has chosen for a day, and how many months make a flat's own past. */
export async function gapBoundsOn(
  tx: Tx,
  on: LocalDate,
): Promise<{ readonly bounds: GapBounds; readonly monthsBefore: number }> {
  const chosen = await settingsOn(tx, ['gap.far-percent', 'gap.least-months', 'gap.months-before'], on);
  return {
    bounds: {
      farTimes: count(Number(chosen['gap.far-percent'])).div(HUNDRED),
      leastMonths: Number(chosen['gap.least-months']),
    },
    monthsBefore: Number(chosen['gap.months-before']),
  };
}
