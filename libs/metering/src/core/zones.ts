/** A figure of a meter: one, or one by zone, `{ day: '1200.5', night: '611' }`. */
export type ZonedValue = string | Readonly<Record<string, string>>;

/** The only zone of a meter that has none. */
export const WHOLE_DAY = 'all';

/** Puts amounts that stand in the order of the meter's zones under their names. */
export function byZone(zones: readonly string[], amounts: readonly string[]): ZonedValue {
  if (zones.length !== amounts.length) throw new RangeError(`${amounts.length} amounts for ${zones.length} zones`);
  if (zones.length === 1 && zones[0] === WHOLE_DAY) return amounts[0]!;
  const values: Record<string, string> = {};
  for (const [i, zone] of zones.entries()) values[zone] = amounts[i]!;
  return values;
}
