import { assertNever, count, Decimal, decimal, Money, ZERO } from '@dvor/kernel';
import { benefitAmount } from '../benefits/benefit-amount.js';
import { formulaAmount, formulaVolume } from '../formulas/formula-amount.js';
import { fineAmount } from '../manual/fine-amount.js';
import { evaluateReduction } from '../quality/evaluate-reduction.js';
import { amountOf, byPersonDays, Volume } from '../volume.js';
import type {
  AverageOfMeter,
  CommonByNorm,
  CommonVolumeOf,
  CommonYearWorking,
  DayParts,
  HeatingHouseWorking,
  HeatingNormWorking,
  HeatingTrueUpWorking,
  InterferenceWorking,
  MadeInHouseWorking,
  MeterWorking,
  NormParts,
  ReadingPair,
  RoomOfFlat,
  RoomPart,
  Share,
  TierWorking,
  Working,
  YearMonth,
} from './working.js';

/** The line's amount, recomputed from its working alone. Equals what was charged, to the kopeck. */
export function evaluate(working: Working): Money {
  switch (working.formula) {
    case 'formula':
      return formulaAmount(working);
    case 'benefit':
      return benefitAmount(working);
    case 'true-up':
      return Money.sum(working.again.map(evaluate)).minus(Money.parse(working.charged));
    case 'quality':
      return evaluateReduction(working).amount.negated();
    case 'manual':
      return Money.parse(working.amount);
    case 'fine':
      return fineAmount(working);
    case 'made-in-house':
      return madeInHouse(working);
    case 'heating-true-up':
      return trueUpOfHeating(working);
    case 'common-year':
      return partOfYear(working);
    default:
      return amountOf(Volume.parse(working.rate), volumeOf(working));
  }
}

/** The volume that the working's rate is multiplied by. */
export function volumeOf(working: Working): Volume {
  const volume = exactVolume(working);
  return working.rounded === undefined
    ? volume
    : Volume.of(volume.toDecimal().round(working.rounded, Decimal.roundHalfUp));
}

function exactVolume(working: Working): Volume {
  switch (working.formula) {
    case 'area':
      return byDays(working.area, working.of);
    case 'person':
      return byDays(working.persons, working.of);
    case 'flat':
      return byDays(working.shares ?? [['1', working.days]], working.of);
    case 'given':
      return shareOf(Volume.parse(working.volume), working.share);
    case 'meter':
    case 'average':
      return byMeter(working);
    case 'norm':
      return byNorm(working.norm, working.of);
    case 'excess':
      return heated(byNorm(working.norm, working.of), working.perUnit).times(decimal(working.factor).minus(count(1)));
    case 'sewage':
      return total(working.volumes.map(([, volume]) => Volume.parse(volume)));
    case 'waste-person':
      return byNorm(working.norm, working.of).share(1, MONTHS_A_YEAR);
    case 'waste-area':
      return total(
        working.norm.map(([norm, area, days]) => Volume.parse(area).times(Volume.parse(norm)).share(days, working.of)),
      ).share(1, MONTHS_A_YEAR);
    case 'absence':
      return heated(byNorm(working.norm, working.of), working.perUnit).share(1, working.months).negated();
    case 'waste-area-absence':
      return total(
        working.norm.map(([norm, area, away, persons, days]) =>
          Volume.parse(area)
            .times(Volume.parse(norm))
            .share(away * days, persons * working.of),
        ),
      )
        .share(1, MONTHS_A_YEAR)
        .negated();
    case 'sewage-absence':
      return total(working.volumes.map(([, volume]) => Volume.parse(volume))).negated();
    case 'tier':
      return ofTier(working);
    case 'heat-of-water':
      return heated(Volume.parse(working.volume), working.perUnit);
    case 'made-in-house':
      return volumeOf(working.base);
    case 'units':
      return byDays(working.norm, working.of).times(Volume.parse(working.units));
    case 'heating-norm':
      return heatByNorm(working);
    case 'heating-house':
      return heatByHouse(working);
    case 'heating-true-up':
      return total(working.months.map(([, volume]) => heatOfYear(working, Volume.parse(volume))));
    case 'common':
      return byArea(commonVolume(working.source).volume, working);
    case 'formula':
      return Volume.of(formulaVolume(working) ?? ZERO); // 30 decimals: its amount is made by formulaAmount
    case 'interference':
      return interferenceVolume(working);
    case 'one-off':
      return Volume.parse(working.quantity);
    case 'benefit': // parts of other lines' money
    case 'true-up':
    case 'quality':
    case 'manual':
    case 'fine':
      return Volume.zero;
    case 'common-year': {
      const whole = total(working.months.map(([, , fact, charged]) => Volume.parse(fact).minus(Volume.parse(charged))));
      const [after, upTo, of] = working.part;
      return byArea(whole, working).share(upTo - after, of);
    }
    case 'common-true-up':
      return byArea(Volume.parse(working.year).share(1, MONTHS_A_YEAR), working);
    default:
      return assertNever(working);
  }
}

const MONTHS_A_YEAR = 12;
const INTERFERENCE_FACTOR = count(10);

function byMeter({ readings = [], averages = [], estimated = [], room, share, norm, of }: MeterWorking): Volume {
  const measured = total(readings.map(run)).plus(total(averages.map(averageVolume)));
  const unsettled = estimated.reduce((volume, [, charged]) => volume.minus(Volume.parse(charged)), measured);
  const shared = shareOf(room ? ofRoom(unsettled, room) : unsettled, share);
  return norm && of ? shared.plus(byNorm(norm, of)) : shared;
}

/** The rest after the rooms' own meters by persons, never below zero. */
function ofRoom(flat: Volume, { own = '0', rooms = '0', ...room }: RoomPart): Volume {
  const rest = flat.minus(Volume.parse(rooms));
  const alone = Volume.parse(own);
  if (rest.sign < 0) return alone;
  return alone.plus(byPersonDays(rest, room));
}

function run({ from, to, turn, days = 1, of = 1 }: ReadingPair): Volume {
  const difference = Volume.parse(to[1]).minus(Volume.parse(from[1]));
  return (turn ? difference.plus(Volume.parse(turn)) : difference).share(days, of);
}

/** A meter's average month, or its days of it. */
export function averageVolume(pair: AverageOfMeter): Volume {
  return run(pair).share(1, pair.months);
}

function byDays(parts: DayParts, of: number): Volume {
  return total(parts.map(([value, days]) => Volume.parse(value).share(days, of)));
}

function byNorm(parts: NormParts, of: number): Volume {
  return total(parts.map(([norm, persons, days]) => Volume.parse(norm).times(Volume.ofCount(persons)).share(days, of)));
}

function interferenceVolume({ norm, of, months, perUnit }: InterferenceWorking): Volume {
  return heated(byNorm(norm, of), perUnit).times(Volume.parse(months)).times(INTERFERENCE_FACTOR);
}

function heated(volume: Volume, perUnit: string | undefined): Volume {
  return perUnit === undefined ? volume : volume.portionOf(Volume.parse(perUnit), Volume.ofCount(1));
}

// ---------------------------------------------------------------------------------- tiers, hot water, common property

function ofTier({ bounds: [above, upTo], days, of, room, total, base }: TierWorking): Volume {
  const [whole, own] = [Volume.parse(total), volumeOf(base)];
  if (whole.sign <= 0) return above === null ? own : Volume.zero;
  const bound = (text: string) => {
    const ofPremises = Volume.parse(text).share(days, of);
    return room ? byPersonDays(ofPremises, room) : ofPremises;
  };
  const top = upTo === null ? whole : smaller(whole, bound(upTo));
  const tier = above === null ? top : top.minus(smaller(top, bound(above)));
  return tier.portionOf(own, whole);
}

function smaller(a: Volume, b: Volume): Volume {
  return b.isLessThan(a) ? b : a;
}

function madeInHouse({ base, total, spent, rate }: MadeInHouseWorking): Money {
  const own = volumeOf(base);
  const cost = spent.reduce((sum, [volume, price]) => sum.plus(decimal(volume).times(decimal(price))), ZERO);
  const whole = Volume.parse(total);
  const heat = whole.sign > 0 ? Volume.of(cost).portionOf(own, whole) : Volume.zero;
  return amountOf(count(1), own.times(Volume.parse(rate)).plus(heat));
}

/** What is divided between the premises, and what a negative volume leaves to the months to come. */
export function commonVolume(source: CommonVolumeOf): CommonVolume {
  let known = ofHouses.get(source);
  if (!known) ofHouses.set(source, (known = workOut(source)));
  return known;
}

interface CommonVolume {
  readonly volume: Volume;
  readonly left: Volume | null;
}

/** All premises of a house share one source. */
const ofHouses = new WeakMap<CommonVolumeOf, CommonVolume>();

function workOut(source: CommonVolumeOf): CommonVolume {
  if ('average' in source) return { volume: Volume.parse(source.average), left: null };
  if ('flows' in source) return { volume: total(source.flows.map(([, volume]) => Volume.parse(volume))), left: null };
  if ('norm' in source) return { volume: commonByNorm(source), left: null };
  const { house, individual, forHotWater = '0', carried = [], cap } = source;
  const measured = Volume.parse(house).minus(Volume.parse(individual)).minus(Volume.parse(forHotWater));
  const volume = carried.reduce((sum, before) => sum.plus(Volume.parse(before)), measured);
  if (volume.sign < 0) return { volume: Volume.zero, left: volume };
  return { volume: cap ? smaller(volume, commonByNorm(cap)) : volume, left: null };
}

function commonByNorm({ norm, of, commonArea }: CommonByNorm): Volume {
  return byDays(norm, of).times(Volume.parse(commonArea));
}

function byArea(volume: Volume, { area, of, houseArea }: { area: DayParts; of: number; houseArea: string }): Volume {
  return volume.portionOf(byDays(area, of), Volume.parse(houseArea));
}

// -------------------------------------------------------------------------------------------------------- heating

function heatByNorm({ norm, of, room, months, own }: HeatingNormWorking): Volume {
  const plain = total(norm.map(([value, area, days]) => Volume.parse(area).times(Volume.parse(value)).share(days, of)));
  const inRoom = room ? ofFlat(plain, room) : plain;
  const even = months ? inRoom.times(Volume.parse(months)).share(1, MONTHS_A_YEAR) : inRoom;
  if (!own) return even;
  const [house, common] = [Volume.parse(own.house), Volume.parse(own.common)];
  const withoutOwn = house.minus(Volume.parse(own.area));
  const spread = even.portionOf(withoutOwn, withoutOwn.plus(common));
  const ofCommon = spread.portionOf(common, house);
  return own.heated ? spread.plus(ofCommon) : ofCommon;
}

function ofFlat(volume: Volume, { living, of, share }: RoomOfFlat): Volume {
  return volume.portionOf(Volume.parse(living), Volume.parse(of)).share(...share);
}

function heatByHouse(working: HeatingHouseWorking): Volume {
  const { house, area, room, of, individual, own, meter } = working;
  const flat = total(area.map(([value, days]) => Volume.parse(value).share(days, of)));
  const mine = room ? ofFlat(flat, room) : flat;
  const whole = Volume.parse(house.volume);
  if (individual === undefined) return whole.portionOf(mine, Volume.parse(house.area));
  const alone = meter
    ? volumeOf(meter)
    : own
      ? Volume.parse(own.volume).portionOf(mine, Volume.parse(own.area))
      : Volume.zero;
  const rest = whole.minus(Volume.parse(individual));
  return rest.sign > 0 ? alone.plus(rest.portionOf(mine, Volume.parse(house.area))) : alone;
}

function heatOfYear({ house, area, own, meter, individual }: HeatingTrueUpWorking, volume: Volume): Volume {
  const mine = Volume.parse(area);
  const share = Volume.ofCount(1).portionOf(mine, Volume.parse(house.area));
  if (individual === undefined) return volume.portionOf(share, Volume.ofCount(1));
  const rest = share.portionOf(Volume.ofCount(1).minus(Volume.parse(individual)), Volume.ofCount(1));
  if (meter !== undefined) return volume.portionOf(rest.plus(Volume.parse(meter)), Volume.ofCount(1));
  const alone = own ? Volume.parse(own.volume).portionOf(mine, Volume.parse(own.area)) : Volume.zero;
  return volume.portionOf(rest.plus(alone), Volume.ofCount(1));
}

function trueUpOfHeating(working: HeatingTrueUpWorking): Money {
  const actual = total(
    working.months.map(([rate, volume]) => heatOfYear(working, Volume.parse(volume)).times(Volume.parse(rate))),
  );
  return amountOf(count(1), actual).minus(Money.parse(working.charged));
}

// ------------------------------------------------------------------------------------------------ common property

// 2.3 m³ more than charged in May at 45.60, 1.1 less in June: 104.88 − 50.16 = 54.72 of the house, 50 of 2400 m²: 1.14;
// the first of twelve parts 0.10 (0.095), the second 0.19 − 0.10 = 0.09, all twelve 1.14
function partOfYear(working: CommonYearWorking): Money {
  const [after, upTo, of] = working.part;
  const whole = byArea(yearOfCommon(working.months), working);
  return amountOf(count(1), whole.share(upTo, of)).minus(amountOf(count(1), whole.share(after, of)));
}

/** What the house used beyond what it was charged, in roubles. */
export function yearOfCommon(months: readonly YearMonth[]): Volume {
  return total(
    months.map(([, rate, fact, charged]) => Volume.parse(fact).minus(Volume.parse(charged)).times(Volume.parse(rate))),
  );
}

// ------------------------------------------------------------------------------------------------------ small sums

function shareOf(volume: Volume, share: Share | undefined): Volume {
  return share ? volume.share(share[0], share[1]) : volume;
}

function total(volumes: readonly Volume[]): Volume {
  return volumes.reduce((sum, volume) => sum.plus(volume), Volume.zero);
}
