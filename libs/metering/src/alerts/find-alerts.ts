import {
  contains,
  count,
  Decimal,
  decimal,
  formatDate,
  type LocalDate,
  type MeterId,
  type Period,
  periodOfDate,
  sum,
} from '@dvor/kernel';
import {
  type AlertBounds,
  type AlertCause,
  type AlertKind,
  causeOfLeak,
  daysOfStretch,
  findLeak,
  findSpike,
  type FlatMonth,
  type Leak,
  likelyCause,
  pace,
  similarADay,
  type Spike,
  type Stretch,
  stretchesOf,
} from '../core/index.js';
import type { Flat, HouseUse, MeterUse } from './house-use.js';

/** What is to be told of a meter. */
export interface FoundAlert {
  readonly meterId: MeterId;
  readonly serial: string;
  readonly kind: AlertKind;
  readonly happenedOn: LocalDate;
  readonly cause: AlertCause;
  /** `{ volume: '42.1', days: '30', usual: '4.2', similar: '6' }`; of a leak `{ nights: '4', litres: '8', month: '5.8' }` */
  readonly figures: Readonly<Record<string, string>>;
}

/** Of a house: leaks first and the later month before the earlier, for of a meter only one thing is told a week. Spikes are those of two months. */
export function findAlerts({ meters, flats }: HouseUse, bounds: AlertBounds, today: LocalDate): FoundAlert[] {
  const runs = meters.map((meter) => ({ meter, stretches: stretchesOf(meter.readings, meter.digits) }));
  const months = flatMonths(runs, flats);
  const leaks = meters.flatMap((meter) => {
    const leak = findLeak(meter.nights, today, bounds.nights);
    return leak ? [leakAlert(meter, leak)] : [];
  });
  const spikes = runs.flatMap(({ meter, stretches }) =>
    stretches
      .filter(isRecent(today))
      .toReversed()
      .flatMap((stretch) => {
        const before = stretches.filter(({ to }) => to.date <= stretch.from.date).slice(-MONTHS_OF_USUAL);
        const flat = { premisesId: meter.premisesId, ...flatOn(flats.get(meter.premisesId), stretch.to.date) };
        const others = months.get(monthKey(meter, stretch)) ?? [];
        const weighed = {
          resource: meter.resource,
          stretch,
          before,
          similarADay: similarADay(flat, others, bounds.similar),
        };
        const spike = findSpike(weighed, bounds);
        return spike ? [spikeAlert(meter, spike, flats.get(meter.premisesId))] : [];
      }),
  );
  return [...leaks, ...spikes];
}

const MONTHS_OF_USUAL = 12;

/** Its month is that of today or the one before. */
function isRecent(today: LocalDate): (stretch: Stretch) => boolean {
  const least = (periodOfDate(today) - 1) as Period;
  return ({ to }) => periodOfDate(to.date) >= least;
}

interface Run {
  readonly meter: MeterUse;
  readonly stretches: readonly Stretch[];
}

/** What the flats of a house used a day, by resource and month: all meters of a flat together. */
function flatMonths(runs: readonly Run[], flats: HouseUse['flats']): Map<string, FlatMonth[]> {
  const paces = new Map<string, Map<string, { readonly paces: Decimal[]; readonly on: LocalDate }>>();
  for (const { meter, stretches } of runs)
    for (const stretch of stretches) {
      const key = monthKey(meter, stretch);
      const ofMonth = paces.get(key) ?? new Map<string, { paces: Decimal[]; on: LocalDate }>();
      const known = ofMonth.get(meter.premisesId)?.paces ?? [];
      ofMonth.set(meter.premisesId, { paces: [...known, pace(stretch)], on: stretch.to.date });
      paces.set(key, ofMonth);
    }
  return new Map(
    [...paces].map(([key, ofMonth]) => [
      key,
      [...ofMonth].map(([premisesId, flat]) => ({
        premisesId,
        ...flatOn(flats.get(premisesId as MeterUse['premisesId']), flat.on),
        aDay: sum(flat.paces),
      })),
    ]),
  );
}

function monthKey({ resource }: MeterUse, { to }: Stretch): string {
  return `${resource} ${periodOfDate(to.date)}`;
}

function flatOn(flat: Flat | undefined, day: LocalDate): Pick<FlatMonth, 'area' | 'persons'> {
  return { area: flat?.area ?? null, persons: personsOn(flat, day) };
}

function personsOn(flat: Flat | undefined, day: LocalDate): number {
  return (flat?.registered ?? []).filter((days) => contains(days, day)).length;
}

function spikeAlert(meter: MeterUse, spike: Spike, flat: Flat | undefined): FoundAlert {
  const { stretch, usualADay, similarADay: similar } = spike;
  const days = daysOfStretch(stretch);
  const inDays = (aDay: Decimal) => shown(aDay.times(count(days)));
  const persons = { before: personsOn(flat, stretch.from.date), after: personsOn(flat, stretch.to.date) };
  return {
    ...{ meterId: meter.id, serial: meter.serial, kind: 'spike', happenedOn: stretch.to.date },
    cause: likelyCause(spike, { resource: meter.resource, verifiedUntil: meter.verifiedUntil, persons }),
    figures: {
      ...{ volume: shown(stretch.volume), days: String(days), from: formatDate(stretch.from.date) },
      ...(usualADay && { usual: inDays(usualADay) }),
      ...(similar && { similar: inDays(similar) }),
    },
  };
}

/** V a month = litres an hour · 24 · 30 / 1000. */
function leakAlert(meter: MeterUse, { nights, since, last, litresAnHour }: Leak): FoundAlert {
  return {
    ...{ meterId: meter.id, serial: meter.serial, kind: 'leak', happenedOn: last, cause: causeOfLeak(meter.resource) },
    figures: {
      ...{ nights: String(nights), since: formatDate(since), litres: shown(litresAnHour) },
      month: shown(litresAnHour.times(HOURS_OF_MONTH).div(LITRES)),
    },
  };
}

const HOURS_OF_MONTH = count(720);
const LITRES = decimal('1000');

function shown(figure: Decimal): string {
  return figure.round(figure.lt('10') ? 1 : 0, Decimal.roundHalfUp).toString();
}
