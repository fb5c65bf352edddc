import { count, decimal, Decimal, lastDay, type LocalDate, type Period, periodOfDate } from '@dvor/kernel';
import type { HouseFacts, MeterFacts, MeterReading, Zones } from '../facts.js';

// Read 100 on the 20th of August and 109.3 on the 20th of September: 0.3 a day, so 112.6 on the 1st of October

/**
 * Facts as if every meter without a reading in the month were read on its last day, at the pace of its last two
 * readings: what the month may come to before readings are in. Meters that were never read twice, that turned over or
 * were removed are left as they are, and go by average or norm as in any month.
 */
export function extrapolateReadings(facts: HouseFacts, month: Period): { facts: HouseFacts; meters: number } {
  let meters = 0;
  const extended = <Owner extends { readonly meters?: readonly MeterFacts[] | null }>(owner: Owner): Owner => {
    if (!owner.meters) return owner;
    const own = owner.meters.map((meter) => {
      const reading = supposedReading(meter, month);
      if (!reading) return meter;
      meters += 1;
      return { ...meter, readings: [...meter.readings, reading] };
    });
    return { ...owner, meters: own };
  };
  return {
    facts: { ...facts, premises: facts.premises.map(extended), flats: facts.flats?.map(extended) ?? null },
    meters,
  };
}

function supposedReading({ readings, removed, failed }: MeterFacts, month: Period): MeterReading | null {
  const day = lastDay(month);
  const gone = [removed, failed].some((from) => from != null && from <= day);
  const before = [...readings].filter(({ date }) => date <= day).sort((a, b) => a.date - b.date);
  const [first, last] = before.slice(-2) as [MeterReading?, MeterReading?];
  if (gone || !first || !last || periodOfDate(last.date) >= month) return null;
  const value = later(first, last, day);
  return value === null ? null : { date: day, value };
}

function later(first: MeterReading, last: MeterReading, day: LocalDate): string | Zones | null {
  const at = (was: string, is: string) => dialOn(day, [first.date, was], [last.date, is]);
  if (typeof first.value === 'string' || typeof last.value === 'string')
    return typeof first.value === typeof last.value ? at(first.value as string, last.value as string) : null;
  const zones: Record<string, string> = {};
  for (const [zone, is] of Object.entries(last.value)) {
    const was = first.value[zone];
    const dial = was === undefined ? null : at(was, is);
    if (dial === null) return null;
    zones[zone] = dial;
  }
  return zones;
}

function dialOn(day: LocalDate, [from, was]: [LocalDate, string], [to, is]: [LocalDate, string]): string | null {
  const used = decimal(is).minus(decimal(was));
  if (used.lt('0') || to <= from) return null;
  const more = used.times(count(day - to)).div(count(to - from));
  return decimal(is).plus(more.round(DECIMALS, Decimal.roundHalfUp)).toString();
}

/** As dials show. */
const DECIMALS = 3;
