import { decimal } from '@dvor/kernel';
import type { PremisesMonth } from './premises-month.js';
import type { Span } from './span.js';
import type { Consumption } from './spread.js';
import { Volume } from './volume.js';

/** A volume of the month that is already known, all zones together, spread over `days`; null where none is given. */
export function givenConsumption({ facts }: PremisesMonth, service: string, days: Span): Consumption | null {
  const given = facts.given?.[service];
  if (!given) return null;
  const volumes = typeof given === 'string' ? [given] : Object.values(given);
  return volumes.map((volume) => ({ from: days.from, to: days.to, volume: Volume.of(decimal(volume)) }));
}
