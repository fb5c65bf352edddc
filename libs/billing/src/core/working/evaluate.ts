import { assertNever, count, decimal, type Money } from '@dvor/kernel';
import { amountOf, Volume } from '../volume.js';
import type { AverageOfMeter, DayParts, MeterWorking, NormParts, ReadingPair, Share, Working } from './working.js';

/** The line's amount, recomputed from its working alone. Equals what was charged, to the kopeck. */
export function evaluate(working: Working): Money {
  return amountOf(decimal(working.rate), volumeOf(working));
}

/** The volume that the working's rate is multiplied by. */
export function volumeOf(working: Working): Volume {
  switch (working.formula) {
    case 'area':
      return byDays(working.area, working.of);
    case 'person':
      return byDays(working.persons, working.of);
    case 'flat':
      return Volume.of(count(1)).share(working.days, working.of);
    case 'given':
      return shareOf(Volume.parse(working.volume), working.share);
    case 'meter':
    case 'average':
      return byMeter(working);
    case 'norm':
      return byNorm(working.norm, working.of);
    case 'excess':
      return byNorm(working.norm, working.of).times(decimal(working.factor).minus(count(1)));
    case 'sewage':
      return total(working.volumes.map(([, volume]) => Volume.parse(volume)));
    case 'waste-person':
      return byNorm(working.norm, working.of).share(1, MONTHS_A_YEAR);
    case 'waste-area':
      return total(
        working.norm.map(([norm, area, days]) => Volume.of(decimal(norm).times(decimal(area))).share(days, working.of)),
      ).share(1, MONTHS_A_YEAR);
    case 'absence':
      return byNorm(working.norm, working.of).share(1, working.months).negated();
    case 'waste-area-absence':
      return total(
        working.norm.map(([norm, area, away, persons, days]) =>
          Volume.of(decimal(norm).times(decimal(area))).share(away * days, persons * working.of),
        ),
      )
        .share(1, MONTHS_A_YEAR)
        .negated();
    case 'sewage-absence':
      return total(working.volumes.map(([, volume]) => Volume.parse(volume))).negated();
    default:
      return assertNever(working);
  }
}

const MONTHS_A_YEAR = 12;

function byMeter({ readings = [], averages = [], estimated = [], share, norm, of }: MeterWorking): Volume {
  const measured = total([...readings.map(run), ...averages.map(averageVolume)]);
  const unsettled = estimated.reduce((volume, [, charged]) => volume.minus(decimal(charged)), measured);
  const shared = shareOf(unsettled, share);
  return norm && of ? shared.plus(byNorm(norm, of)) : shared;
}

function run({ from, to, turn, days = 1, of = 1 }: ReadingPair): Volume {
  const difference = decimal(to[1]).minus(decimal(from[1]));
  return Volume.of(turn ? difference.plus(decimal(turn)) : difference).share(days, of);
}

/** A meter's average month, or its days of it. */
export function averageVolume(pair: AverageOfMeter): Volume {
  return run(pair).share(1, pair.months);
}

function byDays(parts: DayParts, of: number): Volume {
  return total(parts.map(([value, days]) => Volume.of(decimal(value)).share(days, of)));
}

function byNorm(parts: NormParts, of: number): Volume {
  return total(parts.map(([norm, persons, days]) => Volume.of(decimal(norm).times(count(persons))).share(days, of)));
}

function shareOf(volume: Volume, share: Share | undefined): Volume {
  return share ? volume.share(share[0], share[1]) : volume;
}

function total(volumes: readonly Volume[]): Volume {
  return volumes.reduce((sum, volume) => sum.plus(volume), Volume.zero);
}
