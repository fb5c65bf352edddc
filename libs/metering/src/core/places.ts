import type { LocalDate } from '@dvor/kernel';

/** When a meter stood. */
export interface Standing {
  readonly installed: LocalDate;
  readonly removed: LocalDate | null;
}

/**
 * Meters whose place nobody has taken by `day`: those that stand, and those that were removed and not replaced. A meter
 * installed on or after the day of another's removal has replaced it, the one longest gone first. Given are all meters
 * of one resource in one premises.
 */
export function meterOfEachPlace<Meter extends Standing>(meters: readonly Meter[], day: LocalDate): Meter[] {
  const left = new Set<Meter>();
  for (const meter of [...meters].sort((a, b) => a.installed - b.installed)) {
    if (meter.installed <= day) {
      const replaced = [...left].filter(
        ({ removed }) => removed !== null && removed <= meter.installed && removed < day,
      );
      left.delete(replaced.sort((a, b) => a.removed! - b.removed!)[0]!);
    }
    left.add(meter);
  }
  return [...left];
}
