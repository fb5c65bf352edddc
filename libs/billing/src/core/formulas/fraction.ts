import { type Decimal, decimal, Money } from '@dvor/kernel';

/**
 * An exact number of a formula: a whole number over a positive one, in lowest terms. Text form `8.58`, or `127/30`
 * where a decimal wouldn't end.
 */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n);
  static readonly one = new Fraction(1n, 1n);

  private constructor(
    readonly over: bigint,
    readonly under: bigint,
  ) {}

  static of(n: number): Fraction {
    return new Fraction(BigInt(n), 1n);
  }

  /** Reads `8.58`, `-3`, `25.4/6` or, of a share, `52.4*1/3`. */
  static parse(text: string): Fraction {
    const star = text.indexOf('*');
    if (star >= 0) return Fraction.parse(text.slice(star + 1)).times(ofDecimal(text.slice(0, star)));
    const [over, under = '1'] = text.split('/') as [string, string?];
    const fraction = ofDecimal(over).dividedBy(ofDecimal(under));
    if (!fraction) throw new RangeError(`"${text}" is divided by zero`);
    return fraction;
  }

  static reduced(over: bigint, under: bigint): Fraction {
    const common = greatestCommonDivisor(over < 0n ? -over : over, under);
    return new Fraction(over / common, under / common);
  }

  plus(other: Fraction): Fraction {
    return Fraction.reduced(this.over * other.under + other.over * this.under, this.under * other.under);
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negated());
  }

  times(other: Fraction): Fraction {
    return Fraction.reduced(this.over * other.over, this.under * other.under);
  }

  /** `null` where the other is zero. */
  dividedBy(other: Fraction): Fraction | null {
    if (other.over === 0n) return null;
    const sign = other.over < 0n ? -1n : 1n;
    return Fraction.reduced(sign * this.over * other.under, sign * this.under * other.over);
  }

  negated(): Fraction {
    return new Fraction(-this.over, this.under);
  }

  compare(other: Fraction): number {
    const [mine, others] = [this.over * other.under, other.over * this.under];
    return mine < others ? -1 : mine > others ? 1 : 0;
  }

  get isNegative(): boolean {
    return this.over < 0n;
  }

  /** Roubles to kopecks, half up away from zero: the one rounding of a line. */
  toMoney(): Money {
    const kopecks = (2n * (this.over < 0n ? -this.over : this.over) * 100n + this.under) / (2n * this.under);
    return Money.ofKopecks(this.over < 0n ? -kopecks : kopecks);
  }

  /** 30 decimals where it doesn't end. */
  toDecimal(): Decimal {
    return decimal(this.over.toString()).div(this.under.toString());
  }

  toString(): string {
    if (this.under === 1n) return this.over.toString();
    let rest = this.under;
    for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
    return rest === 1n ? endingDecimal(this) : `${this.over}/${this.under}`;
  }
}

function ofDecimal(text: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) throw new RangeError(`"${text}" is not a decimal number`);
  const [, sign, whole, decimals = ''] = match;
  const over = BigInt(whole + decimals);
  return Fraction.reduced(sign ? -over : over, 10n ** BigInt(decimals.length));
}

/** Of a fraction whose denominator divides a power of ten. */
function endingDecimal({ over, under }: Fraction): string {
  let [ten, decimals] = [1n, 0];
  for (; ten % under !== 0n; decimals++) ten *= 10n;
  const digits = ((over < 0n ? -over : over) * (ten / under)).toString().padStart(decimals + 1, '0');
  return `${over < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
