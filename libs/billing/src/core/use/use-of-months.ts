import { daysIn, lastDay, parseDate, type Period } from '@dvor/kernel';
import { Volume } from '../volume.js';
import { volumeOf } from '../working/evaluate.js';
import type { MeterWorking, ReadingPair, Working } from '../working/working.js';

/** A line of volume of a month, as its last correction has it; tiers and zones are lines of their own. */
export interface UseLine {
  /** Code of the service. */
  readonly service: string;
  readonly period: Period;
  readonly working: Working;
}

/** What a volume stands on: own meter, the house's, an average of months, the norm, or as it was given. */
export type HowUsed = 'meter' | 'house' | 'given' | 'average' | 'norm';

/** What an account used of a service in a month. */
export interface MonthOfUse {
  readonly period: Period;
  /** As the bill has it; a month that settles estimates may go below zero. */
  readonly billed: Volume;
  /** As meters tell, the reading of several months spread over them; `null`: estimated, and no reading has told since. */
  readonly used: Volume | null;
  /** The weakest of what its lines stand on. */
  readonly how: HowUsed;
  /** How many months the reading covers that tells of it; 1 is usual. */
  readonly over: number;
  /** Between which the dial of each meter and zone was. */
  readonly readings: readonly ReadingPair[];
}

/**
 * Use by service and month, the earliest first. A reading that covers several months is spread over them by their days:
 * 9 m³ on a dial after April, May and June are 2.967 + 3.066 + 2.967. Sewage is what the waters named in it were.
 */
export function useOfMonths(lines: readonly UseLine[]): Map<string, MonthOfUse[]> {
  const uses = new Map<string, MonthOfUse[]>();
  const byService = grouped(lines, ({ service }) => service);
  for (const [service, own] of byService) if (!own.some(isSewage)) uses.set(service, monthsOf(own));
  for (const [service, own] of byService)
    if (own.some(isSewage))
      uses.set(
        service,
        [...grouped(own, ({ period }) => period)]
          .map(([period, ofMonth]) => sewageOf(period, ofMonth, uses))
          .sort(byPeriod),
      );
  return uses;
}

/** What such a line stands on; `null` for a line that tells of no use. */
export function howUsed(working: Working): HowUsed | null {
  switch (working.formula) {
    case 'meter':
      return working.averages?.length || working.norm ? 'average' : 'meter';
    case 'average':
      return 'average';
    case 'norm':
    case 'heating-norm':
      return 'norm';
    case 'given':
    case 'sewage':
      return 'given';
    case 'heating-house':
      return working.house.averaged || working.house.lastYear ? 'average' : 'house';
    case 'tier':
    case 'made-in-house':
      return howUsed(working.base);
    default:
      return null;
  }
}

const FROM_WEAKEST: readonly HowUsed[] = ['norm', 'average', 'given', 'house', 'meter'];

function weakest(hows: readonly HowUsed[]): HowUsed {
  return FROM_WEAKEST.find((how) => hows.includes(how)) ?? 'given';
}

function monthsOf(lines: readonly UseLine[]): MonthOfUse[] {
  const byMonth = grouped(lines, ({ period }) => period);
  const spread = spreadOver(lines, new Set(byMonth.keys()));
  return [...byMonth]
    .map(([period, ofMonth]): MonthOfUse => {
      const metered = ofMonth.flatMap(({ working }) => meteredIn(working));
      const told = spread.get(period) ?? [];
      const how = weakest(ofMonth.map(({ working }) => howUsed(working)!));
      const billed = total(ofMonth.map(({ working }) => volumeOf(working)));
      return {
        ...{ period, billed, how },
        used: isTold(how, metered, told) ? (told.length > 0 ? total(told.map(({ volume }) => volume)) : billed) : null,
        over: Math.max(1, ...told.map(({ months }) => months)),
        readings: distinct(metered.flatMap(({ readings = [], zone }) => readings.map((pair) => inZone(pair, zone)))),
      };
    })
    .sort(byPeriod);
}

/** An estimated month is told of when a later reading has come over it, of each meter that was estimated. */
function isTold(how: HowUsed, metered: readonly MeterWorking[], told: readonly Piece[]): boolean {
  if (how !== 'average' && how !== 'norm') return true;
  const later = new Set(told.filter(({ late }) => late).map(({ meter }) => meter));
  if (how === 'norm') return later.size > 0;
  const estimated = metered.flatMap(({ averages = [] }) => averages.map(({ meter }) => meter));
  return estimated.length > 0 && estimated.every((meter) => later.has(meter));
}

// ----------------------------------------------------------------------------------- readings of several months

/** A part of what a meter ran, that falls to one month. */
interface Piece {
  readonly meter: string;
  readonly volume: Volume;
  /** Over how many months the reading is spread. */
  readonly months: number;
  /** It was read in a later month. */
  readonly late: boolean;
}

function spreadOver(lines: readonly UseLine[], known: ReadonlySet<Period>): Map<Period, Piece[]> {
  const runs = lines.flatMap(({ period, working }) =>
    meteredIn(working).flatMap((metered) => runsOf(metered).map((run) => ({ ...run, period }))),
  );
  const readIn = new Set(runs.map(({ key, period }) => `${key} ${period}`));
  const pieces = new Map<Period, Piece[]>();
  for (const { key, meter, period, since, volume } of runs) {
    const over = [period];
    if (since !== null)
      for (
        let month = (period - 1) as Period;
        known.has(month) && lastDay(month) > parseDate(since) && !readIn.has(`${key} ${month}`);
        month = (month - 1) as Period
      )
        over.push(month);
    const days = over.reduce((sum, month) => sum + daysIn(month), 0);
    for (const month of over) {
      const piece = { meter, volume: volume.share(daysIn(month), days), months: over.length, late: month !== period };
      pieces.set(month, [...(pieces.get(month) ?? []), piece]);
    }
  }
  return pieces;
}

interface Run {
  /** Meter and zone. */
  readonly key: string;
  readonly meter: string;
  /** Day of the earlier reading; `null`: what it tells is of this month alone. */
  readonly since: string | null;
  readonly volume: Volume;
}

/** What the line's meters ran between their readings, as it falls to the account. */
function runsOf({ readings = [], zone, room, share, ...rest }: MeterWorking): Run[] {
  const bare = {
    ...({ formula: 'meter', clause: rest.clause, unit: rest.unit, rate: rest.rate } as const),
    ...(share && { share }),
  };
  if (room?.own !== undefined || room?.rooms !== undefined)
    return readings.length === 0
      ? []
      : [{ key: 'room', meter: 'room', since: null, volume: volumeOf({ ...bare, readings, room }) }];
  return readings.map((pair) => ({
    key: `${pair.meter} ${pair.zone ?? zone ?? ''}`,
    meter: pair.meter,
    since: pair.spread || pair.days !== undefined ? null : pair.from[0],
    volume: volumeOf({ ...bare, readings: [pair], ...(room && { room }) }),
  }));
}

/** The metered working inside; every tier stands on the same one, so only the lowest gives it. */
function meteredIn(working: Working): MeterWorking[] {
  switch (working.formula) {
    case 'meter':
    case 'average':
      return [working];
    case 'tier':
      return working.bounds[0] === null ? meteredIn(working.base) : [];
    case 'made-in-house':
      return meteredIn(working.base);
    default:
      return [];
  }
}

function inZone(pair: ReadingPair, zone: string | undefined): ReadingPair {
  return zone === undefined || pair.zone !== undefined ? pair : { ...pair, zone };
}

function distinct(pairs: readonly ReadingPair[]): ReadingPair[] {
  return [...new Map(pairs.map((pair) => [`${pair.meter} ${pair.zone ?? ''} ${pair.to[0]}`, pair])).values()];
}

// ------------------------------------------------------------------------------------------------------- sewage

function isSewage({ working }: UseLine): boolean {
  return working.formula === 'sewage';
}

function sewageOf(
  period: Period,
  lines: readonly UseLine[],
  uses: ReadonlyMap<string, readonly MonthOfUse[]>,
): MonthOfUse {
  const codes = new Set(
    lines.flatMap(({ working }) => (working.formula === 'sewage' ? working.volumes.map(([code]) => code) : [])),
  );
  const waters = [...codes].flatMap((code) => uses.get(code)?.filter((month) => month.period === period) ?? []);
  const billed = total(lines.map(({ working }) => volumeOf(working)));
  const estimated = waters.length < codes.size || waters.some(({ used }) => used === null);
  return {
    ...{ period, billed, readings: [] },
    how: waters.length === 0 ? 'given' : weakest(waters.map(({ how }) => how)),
    used: estimated ? null : total(waters.map(({ used }) => used!)),
    over: Math.max(1, ...waters.map(({ over }) => over)),
  };
}

function total(volumes: readonly Volume[]): Volume {
  return volumes.reduce((sum, volume) => sum.plus(volume), Volume.zero);
}

function byPeriod(a: { readonly period: Period }, b: { readonly period: Period }): number {
  return a.period - b.period;
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
