import { decimal } from '@dvor/kernel';
import type { HouseMonth } from './line.js';
import type { PremisesMonth } from './premises-month.js';
import { Refusal } from './refusal.js';
import { daysOfEach, type Span } from './span.js';
import { Volume, weighVolumes } from './volume.js';
import type { DayParts } from './working/working.js';

/** An account's area on some days of the month, as a share of the whole month: 50 m² for 10 days of 30 are 50/3. */
export interface AreaOfDays {
  readonly area: Volume;
  /** Value and days, as they stand in workings. */
  readonly parts: DayParts;
}

export function areaDuring(premises: PremisesMonth, spans: readonly Span[], days: Span): AreaOfDays | Refusal {
  const areas = premises.area();
  if (areas instanceof Refusal) return areas;
  const parts = daysOfEach(areas, spans, days);
  return {
    area: parts.length === 0 ? Volume.zero : weighVolumes(parts, ({ area }) => area, premises.month.days),
    parts: parts.map(({ state, days }) => [state.text, days] as const),
  };
}

/** Weighted area of an account over the days of the month on which it is open. */
export function areaOf(premises: PremisesMonth): Volume | Refusal {
  if (!premises.open) return Volume.zero;
  const found = areaDuring(premises, [premises.open], premises.open);
  return found instanceof Refusal ? found : found.area;
}

/** S_об: as the house's passport says, else the sum over the premises. */
export function houseArea({ facts, premises }: HouseMonth): Volume | Refusal {
  if (facts.house.area) {
    const area = decimal(facts.house.area);
    return area.gt('0') ? Volume.of(area) : new Refusal('no-area', { area: facts.house.area });
  }
  if (facts.figures?.area) return Volume.parse(facts.figures.area);
  return sumOfAreas(premises);
}

/** Refused where one of the premises has no area, or all of them together. */
export function sumOfAreas(premises: readonly PremisesMonth[]): Volume | Refusal {
  let sum = Volume.zero;
  for (const one of premises) {
    const area = areaOf(one);
    if (area instanceof Refusal) return new Refusal(area.code, { ...area.details, premises: one.id });
    sum = sum.plus(area);
  }
  return sum.sign > 0 ? sum : new Refusal('no-area');
}
