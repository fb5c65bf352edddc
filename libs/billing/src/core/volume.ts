import { count, type Decimal, decimal, Money, sum, ZERO } from '@dvor/kernel';

/**
 * An exact volume: a decimal over a whole number, so that an average of six months or ten days of thirty-one stay
 * exact until money is rounded. Text form `8.58` or `25.4/6`.
 */
export class Volume {
  static readonly zero = new Volume(ZERO, 1);

  private constructor(
    readonly over: Decimal,
    /** Positive whole number. */
    readonly under: number,
  ) {}

  static of(decimals: Decimal, under = 1): Volume {
    return new Volume(decimals, under);
  }

  static parse(text: string): Volume {
    const bar = text.indexOf('/');
    return bar < 0
      ? new Volume(decimal(text), 1)
      : new Volume(decimal(text.slice(0, bar)), Number(text.slice(bar + 1)));
  }

  plus(other: Volume): Volume {
    if (this === Volume.zero) return other;
    const common = greatestCommonDivisor(this.under, other.under);
    const [mine, others] = [other.under / common, this.under / common];
    return new Volume(times(this.over, mine).plus(times(other.over, others)), this.under * mine);
  }

  minus(decimals: Decimal): Volume {
    return new Volume(this.over.minus(times(decimals, this.under)), this.under);
  }

  /** `days` of `of` days of it. */
  share(days: number, of: number): Volume {
    return days === of ? this : new Volume(times(this.over, days), this.under * of);
  }

  negated(): Volume {
    return new Volume(this.over.neg(), this.under);
  }

  times(factor: Decimal): Volume {
    return new Volume(this.over.times(factor), this.under);
  }

  /** For lines and totals; 30 decimals where it doesn't end. */
  toDecimal(): Decimal {
    return this.under === 1 ? this.over : this.over.div(count(this.under));
  }

  toString(): string {
    return this.under === 1 ? this.over.toString() : `${this.over.toString()}/${this.under}`;
  }
}

/** Keeps denominators small: days, months and persons share most of their divisors. */
function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function times(decimals: Decimal, n: number): Decimal {
  return n === 1 ? decimals : decimals.times(count(n));
}

/**
 * Where a rate meets a volume: the one place in which a line becomes money, rounded once, half up to the kopeck.
 *
 * P = V · T; 25.4/6 m³ · 49.19 = 208.2376… → 208.24
 */
export function amountOf(rate: Decimal, volume: Volume): Money {
  const over = rate.times(volume.over);
  return Money.round(volume.under === 1 ? over : over.div(count(volume.under)));
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
