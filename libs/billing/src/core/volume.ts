import { count, type Decimal, decimal, Money, sum, ZERO } from '@dvor/kernel';

/**
 * An exact volume: a decimal over a whole number, so that an average of six months, ten days of thirty-one or a flat's
 * share of its house stay exact until money is rounded. Text form `8.58`, `25.4/6`, or of a share `52.4*1/3`.
 */
export class Volume {
  static readonly zero = new Volume(ZERO, 1n);

  private constructor(
    readonly over: Decimal,
    /** Positive whole number. */
    readonly under: bigint,
  ) {}

  /** @param under positive whole number */
  static of(decimals: Decimal, under = 1): Volume {
    return new Volume(decimals, under === 1 ? 1n : BigInt(under));
  }

  static parse(text: string): Volume {
    const star = text.indexOf('*');
    if (star >= 0) return Volume.parse(text.slice(star + 1)).times(decimal(text.slice(0, star)));
    const bar = text.indexOf('/');
    return bar < 0
      ? new Volume(decimal(text), 1n)
      : new Volume(decimal(text.slice(0, bar)), BigInt(text.slice(bar + 1)));
  }

  plus(other: Volume): Volume {
    if (this === Volume.zero) return other;
    if (this.under === other.under) return new Volume(this.over.plus(other.over), this.under);
    const common = greatestCommonDivisor(this.under, other.under);
    const [mine, others] = [other.under / common, this.under / common];
    return new Volume(times(this.over, mine).plus(times(other.over, others)), this.under * mine);
  }

  minus(other: Volume): Volume {
    return this.plus(other.negated());
  }

  /** `days` of `of` days of it. */
  share(days: number, of: number): Volume {
    return days === of ? this : new Volume(this.over.times(count(days)), this.under * BigInt(of));
  }

  /** As much of it as `part` is of `whole`: a flat's square metres of its house's. */
  portion(part: Decimal, whole: Decimal): Volume {
    const [over, under] = inWholes(part, whole);
    return new Volume(this.over.times(over), this.under * under);
  }

  /** The same where part and whole are volumes; `whole` is above zero. */
  portionOf(part: Volume, whole: Volume): Volume {
    const [over, under] = inWholes(part.over.times(wholes(whole.under)), whole.over.times(wholes(part.under)));
    return new Volume(this.over.times(over), this.under * under);
  }

  negated(): Volume {
    return new Volume(this.over.neg(), this.under);
  }

  times(factor: Decimal): Volume {
    return new Volume(this.over.times(factor), this.under);
  }

  /** Below zero, zero, above. */
  get sign(): -1 | 0 | 1 {
    return this.over.eq(ZERO) ? 0 : this.over.lt(ZERO) ? -1 : 1;
  }

  isLessThan(other: Volume): boolean {
    return times(this.over, other.under).lt(times(other.over, this.under));
  }

  /** For lines and totals; 30 decimals where it doesn't end. */
  toDecimal(): Decimal {
    if (this.under === 1n) return this.over;
    const { digits, scale } = wholeOf(this.over);
    const kept = quotient(digits * TEN ** BigInt(ENDLESS), this.under * TEN ** BigInt(scale));
    return decimal(`${kept}e-${ENDLESS}`);
  }

  toString(): string {
    return this.under === 1n ? this.over.toString() : `${this.over.toString()}/${this.under}`;
  }
}

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

/** Keeps denominators small: days, months and persons share most of their divisors. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

function times(decimals: Decimal, n: bigint): Decimal {
  return n === 1n ? decimals : decimals.times(wholes(n));
}

function wholes(n: bigint): Decimal {
  return decimal(n.toString());
}

/** Both a hundred or a thousand times as large, so that the second is a whole number. */
function inWholes(over: Decimal, under: Decimal): [over: Decimal, under: bigint] {
  const { digits, scale } = wholeOf(under);
  return [scale === 0 ? over : over.times(powerOfTen(scale)), digits];
}

/** 12.345 as 12345 and 3. */
function wholeOf(decimals: Decimal): { digits: bigint; scale: number } {
  const { c, e, s } = decimals;
  const behind = c.length - 1 - e;
  const digits = BigInt(c.length < 16 ? Number(c.join('')) : c.join(''));
  const whole = behind < 0 ? digits * TEN ** BigInt(-behind) : digits;
  return { digits: s < 0 ? -whole : whole, scale: Math.max(behind, 0) };
}

const TEN = 10n;
/** Decimals that are kept of a volume that doesn't end. */
const ENDLESS = 30;

/** Rounded half up, away from zero. */
function quotient(over: bigint, under: bigint): bigint {
  const [twice, whole] = [2n * (over < 0n ? -over : over), 2n * under];
  const rounded = (twice + under) / whole;
  return over < 0n ? -rounded : rounded;
}

function powerOfTen(scale: number): Decimal {
  return (POWERS_OF_TEN[scale] ??= decimal(`1e${scale}`));
}
const POWERS_OF_TEN: Decimal[] = [];

/**
 * Where a rate meets a volume: the one place in which a line becomes money, rounded once, half up to the kopeck.
 *
 * P = V · T; 25.4/6 m³ · 49.19 = 208.2376… → 208.24
 */
export function amountOf(rate: Decimal, volume: Volume): Money {
  const over = rate.times(volume.over);
  if (volume.under === 1n) return Money.round(over);
  const { digits, scale } = wholeOf(over);
  return Money.ofKopecks(quotient(digits * KOPECKS, TEN ** BigInt(scale) * volume.under));
}

const KOPECKS = 100n;

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
