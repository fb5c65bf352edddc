import { Decimal } from './decimal.js';

/** Roubles as whole kopecks. The only way from decimals to money is `Money.round`, once per line. */
export class Money {
  static readonly zero = new Money(0n);

  private constructor(readonly kopecks: bigint) {}

  static ofKopecks(kopecks: bigint | string): Money {
    return new Money(BigInt(kopecks));
  }

  /** Reads roubles as written in a document: `1234`, `1234.5`, `-0.05`. More than two decimals are refused. */
  static parse(roubles: string): Money {
    const match = /^(-?)(\d{1,16})(?:[.,](\d{1,2}))?$/.exec(roubles.trim());
    if (!match) throw new RangeError(`"${roubles}" is not a sum of money`);
    const kopecks = BigInt(match[2]!) * 100n + BigInt((match[3] ?? '').padEnd(2, '0'));
    return new Money(match[1] ? -kopecks : kopecks);
  }

  /** Roubles to kopecks, half up away from zero (calculation.md §3.6). `12.125` gives 12.13, `-12.125` gives -12.13. */
  static round(roubles: Decimal): Money {
    const { c: digits, e: exponent, s: sign } = roubles; // big.js keeps digits as they are written: no need to multiply
    const kept = exponent + 3; // down to the kopeck
    if (kept < 0) return Money.zero;
    const whole = digits.slice(0, kept).join('').padEnd(kept, '0');
    const kopecks = BigInt(whole) + ((digits[kept] ?? 0) >= 5 ? 1n : 0n);
    return new Money(sign < 0 ? -kopecks : kopecks);
  }

  static sum(parts: Iterable<Money>): Money {
    let total = 0n;
    for (const part of parts) total += part.kopecks;
    return new Money(total);
  }

  plus(other: Money): Money {
    return new Money(this.kopecks + other.kopecks);
  }

  minus(other: Money): Money {
    return new Money(this.kopecks - other.kopecks);
  }

  negated(): Money {
    return new Money(-this.kopecks);
  }

  equals(other: Money): boolean {
    return this.kopecks === other.kopecks;
  }

  compare(other: Money): -1 | 0 | 1 {
    return this.kopecks < other.kopecks ? -1 : this.kopecks > other.kopecks ? 1 : 0;
  }

  get isZero(): boolean {
    return this.kopecks === 0n;
  }

  get isNegative(): boolean {
    return this.kopecks < 0n;
  }

  toDecimal(): Decimal {
    return new Decimal(this.kopecks.toString()).div('100');
  }

  /** `1234.50`: what stands in JSON and in files. */
  toString(): string {
    const digits = (this.isNegative ? -this.kopecks : this.kopecks).toString().padStart(3, '0');
    return `${this.isNegative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  }

  toJSON(): string {
    return this.toString();
  }
}
