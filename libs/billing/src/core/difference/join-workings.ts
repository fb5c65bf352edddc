import { Volume } from '../volume.js';
import { volumeOf } from '../working/evaluate.js';
import type { Share, Working } from '../working/working.js';

/**
 * Lines of one service that a tariff, a supplier or a closed account cut by days, as if they were one: their days
 * together, at the rate that they come to together. Null where they can't be told apart by days alone.
 */
export function joinWorkings(workings: readonly Working[]): Working | null {
  const [first, ...others] = workings;
  if (!first) return null;
  if (others.length === 0) return first;
  const rate = commonRate(workings);
  if (rate === null) return null;
  let whole: Working | null = { ...first, rate: rate.toString() } as Working;
  for (const next of others) whole = whole && join(whole, { ...next, rate: whole.rate } as Working);
  return whole && withoutWholeShare(whole);
}

/** Σ(T · V) / ΣV; null where lines are more than a rate multiplied by a volume. */
export function commonRate(workings: readonly Working[]): Volume | null {
  const rated = workings.flatMap((working) => (isRated(working) ? [working] : []));
  if (rated.length === 0 || rated.length < workings.length) return null;
  const volumes = rated.map(volumeOf);
  const whole = sum(volumes);
  const [{ rate: first }] = rated as [(typeof rated)[number]];
  if (rated.every(({ rate }) => rate === first) || whole.sign === 0) return Volume.parse(first);
  const cost = sum(rated.map(({ rate }, i) => volumes[i]!.times(Volume.parse(rate))));
  const one = Volume.ofCount(1);
  return whole.sign < 0 ? cost.negated().portionOf(one, whole.negated()) : cost.portionOf(one, whole);
}

function isRated(working: Working): working is Exclude<Working, { readonly rate: null }> & { readonly rate: string } {
  return working.rate !== null && !OF_MORE_THAN_A_RATE.has(working.formula);
}

const OF_MORE_THAN_A_RATE: ReadonlySet<Working['formula']> = new Set(['made-in-house', 'formula', 'common-year']);

function join(a: Working, b: Working): Working | null {
  switch (a.formula) {
    case 'area':
      return b.formula === a.formula && alike(a, b, ['area']) ? { ...a, area: [...a.area, ...b.area] } : null;
    case 'person':
      return b.formula === a.formula && alike(a, b, ['persons'])
        ? { ...a, persons: [...a.persons, ...b.persons] }
        : null;
    case 'flat':
      return b.formula === a.formula && alike(a, b, ['days', 'shares'])
        ? { ...a, days: a.days + b.days, shares: [...sharesOf(a), ...sharesOf(b)] }
        : null;
    case 'norm':
    case 'excess':
    case 'waste-person':
      return b.formula === a.formula && alike(a, b, ['norm'])
        ? ({ ...a, norm: [...a.norm, ...b.norm] } as Working)
        : null;
    case 'waste-area':
    case 'heating-norm':
      return b.formula === a.formula && alike(a, b, ['norm'])
        ? ({ ...a, norm: [...a.norm, ...b.norm] } as Working)
        : null;
    case 'units':
      return b.formula === a.formula && alike(a, b, ['norm']) ? { ...a, norm: [...a.norm, ...b.norm] } : null;
    case 'common':
    case 'heating-house':
      return b.formula === a.formula && alike(a, b, ['area'])
        ? ({ ...a, area: [...a.area, ...b.area] } as Working)
        : null;
    case 'sewage':
      return b.formula === a.formula && alike(a, b, ['volumes'])
        ? { ...a, volumes: [...a.volumes, ...b.volumes] }
        : null;
    case 'heat-of-water':
      return b.formula === a.formula && alike(a, b, ['volume'])
        ? { ...a, volume: Volume.parse(a.volume).plus(Volume.parse(b.volume)).toString() }
        : null;
    case 'given':
    case 'meter':
    case 'average': {
      if (b.formula !== a.formula || !a.share || !b.share || !alike(a, b, ['share'])) return null;
      const share: Share = [a.share[0] + b.share[0], a.share[1]];
      return a.share[1] === b.share[1] && share[0] <= share[1] && !('norm' in a && a.norm) ? { ...a, share } : null;
    }
    default:
      return null;
  }
}

function sharesOf({ days, shares }: { days: number; shares?: readonly (readonly [string, number])[] }) {
  return shares ?? [['1', days] as const];
}

function withoutWholeShare(working: Working): Working {
  if (!('share' in working) || !working.share || working.share[0] !== working.share[1]) return working;
  return { ...working, share: undefined } as Working;
}

/** The same but for the rate, for words and for what is named. */
function alike(a: object, b: object, but: readonly string[]): boolean {
  const set = new Set([...but, 'rate', 'vat', 'clause']);
  const plain = (working: object) =>
    JSON.stringify(
      Object.entries(working)
        .filter(([key, value]) => value !== undefined && !set.has(key))
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  return plain(a) === plain(b);
}

function sum(volumes: readonly Volume[]): Volume {
  return volumes.reduce((total, volume) => total.plus(volume), Volume.zero);
}
