import { count, type Decimal, Money, sum } from '@dvor/kernel';
import {
  added,
  decimalOf,
  divided,
  greatestCommonDivisor,
  multiplied,
  powerOfTen,
  readUnits,
  reduced,
  type Scaled,
  shifted,
  timesIn,
  type Units,
  unitsOf,
  writeUnits,
} from './whole-units.js';

/**
 * An exact volume: a decimal over a whole number, so that an average of six months, ten days of thirty-one or a flat's
 * share of its house stay exact until money is rounded. Text form `8.58`, `25.4/6`, or of a share `52.4*1/3`.
 *
 * Kept in whole units, for a month-end reckons with some two hundred of them an account.
 */
export class Volume {
  static readonly zero = new Volume(0, 0, 1);

  /** units / 10^scale / under */
  private constructor(
    readonly units: Units,
    readonly scale: number,
    /** Positive whole number. */
    readonly under: Units,
  ) {}

  /** @param under positive whole number */
  static of(decimals: Decimal, under = 1): Volume {
    return Volume.made(unitsOf(decimals), under);
  }

  static ofCount(n: number): Volume {
    return n === 1 ? ONE : new Volume(n, 0, 1);
  }

  /** @throws Error for a text that is no number */
  static parse(text: string): Volume {
    const star = text.indexOf('*');
    if (star >= 0) return Volume.parse(text.slice(star + 1)).times(Volume.parse(text.slice(0, star)));
    const bar = text.indexOf('/');
    return bar < 0
      ? Volume.made(readUnits(text), 1)
      : Volume.made(readUnits(text.slice(0, bar)), multiplied(BigInt(text.slice(bar + 1)), 1));
  }

  private static made({ units, scale }: Scaled, under: Units): Volume {
    return scale < 0 ? new Volume(shifted(units, -scale), 0, under) : new Volume(units, scale, under);
  }

  plus(other: Volume): Volume {
    if (this === Volume.zero) return other;
    if (other === Volume.zero) return this;
    const scale = Math.max(this.scale, other.scale);
    const [mine, others] = [shifted(this.units, scale - this.scale), shifted(other.units, scale - other.scale)];
    if (this.under === other.under) return new Volume(added(mine, others), scale, this.under);
    const common = greatestCommonDivisor(this.under, other.under); // keeps denominators small: days and months share most
    const [byMine, byOthers] = [timesIn(other.under, common), timesIn(this.under, common)];
    const over = added(multiplied(mine, byMine), multiplied(others, byOthers));
    return new Volume(over, scale, multiplied(this.under, byMine));
  }

  minus(other: Volume): Volume {
    return this.plus(other.negated());
  }

  /** `days` of `of` days of it. */
  share(days: number, of: number): Volume {
    return days === of ? this : new Volume(multiplied(this.units, days), this.scale, multiplied(this.under, of));
  }

  /** As much of it as `part` is of `whole`: a flat's square metres of its house's. */
  portion(part: Decimal, whole: Decimal): Volume {
    return this.portionOf(Volume.of(part), Volume.of(whole));
  }

  /** The same where part and whole are volumes; `whole` is above zero. */
  portionOf(part: Volume, whole: Volume): Volume {
    const under = reduced({ units: multiplied(whole.units, part.under), scale: whole.scale });
    const units = multiplied(this.units, multiplied(part.units, whole.under));
    return Volume.made({ units, scale: this.scale + part.scale - under.scale }, multiplied(this.under, under.units));
  }

  negated(): Volume {
    return new Volume(multiplied(this.units, -1), this.scale, this.under);
  }

  times(factor: Decimal | Volume): Volume {
    const by = factor instanceof Volume ? factor : Volume.of(factor);
    return new Volume(
      multiplied(this.units, by.units),
      this.scale + by.scale,
      by.under === 1 ? this.under : multiplied(this.under, by.under),
    );
  }

  /** Below zero, zero, above. */
  get sign(): -1 | 0 | 1 {
    return this.units < 0 ? -1 : this.units > 0 ? 1 : 0;
  }

  isLessThan(other: Volume): boolean {
    return this.minus(other).sign < 0;
  }

  /** Of a rouble, rounded half up: this as roubles. */
  toKopecks(): bigint {
    const places = this.scale - DECIMALS_OF_ROUBLE;
    if (places < 0) return divided(shifted(this.units, -places), this.under);
    return divided(this.units, places === 0 ? this.under : multiplied(this.under, powerOfTen(places)));
  }

  /** For lines and totals; 30 decimals where it doesn't end. */
  toDecimal(): Decimal {
    if (this.under === 1) return decimalOf(this);
    const kept = divided(shifted(this.units, ENDLESS), shifted(this.under, this.scale));
    return decimalOf({ units: kept, scale: ENDLESS });
  }

  toString(): string {
    return this.under === 1 ? writeUnits(this) : `${writeUnits(this)}/${this.under}`;
  }
}

const ONE = Volume.of(count(1));
const DECIMALS_OF_ROUBLE = 2;
/** Decimals that are kept of a volume that doesn't end. */
const ENDLESS = 30;

/** As much of a volume as the person-days of a room are of all its flat's. */
export function byPersonDays(
  volume: Volume,
  { persons, all }: Readonly<Record<'persons' | 'all', readonly PersonDays[]>>,
): Volume {
  const [own, whole] = [personDays(persons), personDays(all)];
  return typeof own === 'number' && typeof whole === 'number'
    ? volume.share(own, whole)
    : volume.portionOf(asVolume(own), asVolume(whole));
}

/** Persons, or a share of them as `2*1/3`, and their days. */
export type PersonDays = readonly [persons: number | string, days: number];

/** A whole number as long as no share of persons is among them. */
export function personDays(parts: readonly PersonDays[]): number | Volume {
  let [whole, shared] = [0, Volume.zero];
  for (const [persons, days] of parts) {
    if (typeof persons === 'number') whole += persons * days;
    else shared = shared.plus(Volume.parse(persons).times(count(days)));
  }
  return shared.sign === 0 ? whole : shared.plus(Volume.of(count(whole)));
}

function asVolume(sum: number | Volume): Volume {
  return typeof sum === 'number' ? Volume.of(count(sum)) : sum;
}

/**
 * Where a rate meets a volume: the one place in which a line becomes money, rounded once, half up to the kopeck.
 *
 * P = V · T; 25.4/6 m³ · 49.19 = 208.2376… → 208.24
 */
export function amountOf(rate: Decimal | Volume, volume: Volume): Money {
  return Money.ofKopecks(volume.times(rate).toKopecks());
}

/** Σ(value · days) / of: what changed inside the month, weighted by its days. */
export function weighByDays<S>(
  parts: readonly { readonly state: S; readonly days: number }[],
  valueOf: (state: S) => Decimal,
  of: number,
): Volume {
  const [only] = parts;
  if (only && parts.length === 1) return Volume.of(valueOf(only.state)).share(only.days, of);
  const weighted = parts.map(({ state, days }) => valueOf(state).times(count(days)));
  return Volume.of(sum(weighted), of);
}

/** The same of volumes. */
export function weighVolumes<S>(
  parts: readonly { readonly state: S; readonly days: number }[],
  valueOf: (state: S) => Volume,
  of: number,
): Volume {
  return parts.reduce((sum, { state, days }) => sum.plus(valueOf(state).share(days, of)), Volume.zero);
}
