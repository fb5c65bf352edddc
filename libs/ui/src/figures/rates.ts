import type { Format } from '../format/use-format.js';

/** `36,47`, or by zone of the meter `день 7,31 · ночь 4,45`. */
export function ratesText(
  rates: Readonly<Record<string, string>>,
  { format, zoneName }: { format: Format; zoneName: (zone: string) => string },
): string {
  const zones = Object.entries(rates);
  if (zones.length === 1) return format.decimal(zones[0]![1], 2);
  return zones.map(([zone, rate]) => `${zoneName(zone)} ${format.decimal(rate, 2)}`).join(' · ');
}
