/** Whole units of a power of ten: a `number` where it is exact in one, else a `bigint`. */
type Units = number | bigint;

/**
 * Exact decimal numbers for tariffs and volumes. Divisions keep 30 decimals, far beyond what any line needs, and
 * stand last in every formula: multiply first, divide last. A float never gets in.
 */
export class Decimal {
  static readonly roundDown = 'down';
  /** Away from zero: 0.5 gives 1, -0.5 gives -1. */
  static readonly roundHalfUp = 'half-up';

  /** 12.30 is 1230 units of scale 2, or 123 of scale 1. */
  private constructor(
    private readonly units: Units,
    private readonly scale: number,
  ) {}

  /** Reads `-12.30`, also `1.2e-7`. @throws TypeError for what is no text, SyntaxError for what is no number */
  static parse(text: string): Decimal {
    const short = parseShort(text);
    return short === null ? parseLong(text) : new Decimal(short.units, short.scale);
  }

  /** `units` / 10^`scale` */
  static ofUnits(units: bigint, scale: number): Decimal {
    return new Decimal(narrow(units), scale);
  }

  static ofCount(n: number): Decimal {
    if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not a count`);
    return new Decimal(n + 0, 0); // never -0
  }

  plus(addend: Decimal | string): Decimal {
    const other = operand(addend);
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(added(this.unitsAt(scale), other.unitsAt(scale)), scale);
  }

  minus(subtrahend: Decimal | string): Decimal {
    return this.plus(operand(subtrahend).neg());
  }

  times(factor: Decimal | string): Decimal {
    const other = operand(factor);
    return new Decimal(multiplied(this.units, other.units), this.scale + other.scale);
  }

  /** To 30 decimals, half up. @throws RangeError for a division by zero */
  div(divisor: Decimal | string): Decimal {
    const other = operand(divisor);
    if (other.isZero) throw new RangeError('division by zero');
    const shift = DIVISION_DECIMALS + other.scale - this.scale;
    const [over, under] = [BigInt(this.units), BigInt(other.units)];
    const [dividend, by] = shift < 0 ? [over, under * powerOfTen(-shift)] : [over * powerOfTen(shift), under];
    return new Decimal(narrow(roundedQuotient(dividend, by)), DIVISION_DECIMALS);
  }

  neg(): Decimal {
    return new Decimal(typeof this.units === 'number' ? 0 - this.units : -this.units, this.scale);
  }

  abs(): Decimal {
    return this.units < 0 ? this.neg() : this;
  }

  /** Below zero, zero or above, as this is less than, equal to or greater than the other. */
  cmp(to: Decimal | string): -1 | 0 | 1 {
    const other = operand(to);
    const scale = Math.max(this.scale, other.scale);
    const [mine, others] = [this.unitsAt(scale), other.unitsAt(scale)];
    return mine < others ? -1 : mine > others ? 1 : 0;
  }

  eq(other: Decimal | string): boolean {
    return this.cmp(other) === 0;
  }

  lt(other: Decimal | string): boolean {
    return this.cmp(other) < 0;
  }

  lte(other: Decimal | string): boolean {
    return this.cmp(other) <= 0;
  }

  gt(other: Decimal | string): boolean {
    return this.cmp(other) > 0;
  }

  gte(other: Decimal | string): boolean {
    return this.cmp(other) >= 0;
  }

  get isZero(): boolean {
    return this.units === 0;
  }

  get isNegative(): boolean {
    return this.units < 0;
  }

  /** To so many decimals. */
  round(decimals = 0, mode: typeof Decimal.roundDown | typeof Decimal.roundHalfUp = Decimal.roundHalfUp): Decimal {
    const dropped = this.scale - decimals;
    if (dropped <= 0) return this;
    return new Decimal(without(this.units, dropped, mode), decimals);
  }

  /** In units of 10^-`decimals`, rounded half up: 12.305 in hundredths is 1231. */
  toUnits(decimals: number): bigint {
    return BigInt(this.round(decimals).unitsAt(decimals));
  }

  /** The units at the lowest scale that holds them: 12.30 as 123 and 1. */
  reduced(): { readonly units: bigint; readonly scale: number } {
    const { units, scale } = this.withoutTrailingZeros();
    return { units: BigInt(units), scale };
  }

  /** Plain, and only beyond 30 digits or decimals like `1.2e+31`. */
  toString(): string {
    const { units, scale } = this.withoutTrailingZeros();
    if (scale === 0 && typeof units === 'number') return String(units);
    const digits = String(units < 0 ? -units : units);
    const exponent = digits.length - 1 - scale;
    const text = Math.abs(exponent) < PLAIN_DIGITS ? withPoint(digits, scale) : scientific(digits, exponent);
    return units < 0 ? `-${text}` : text;
  }

  /** Plain, with so many decimals; without a number, as many as there are. */
  toFixed(decimals?: number): string {
    const shown = decimals === undefined ? this.withoutTrailingZeros() : this.round(decimals);
    const scale = decimals ?? shown.scale;
    const units = shown.unitsAt(scale);
    const text = withPoint(String(units < 0 ? -units : units), scale);
    return this.isNegative ? `-${text}` : text;
  }

  toJSON(): string {
    return this.toString();
  }

  /** `scale` is no lower than its own. */
  private unitsAt(scale: number): Units {
    return scale === this.scale ? this.units : shifted(this.units, scale - this.scale);
  }

  private withoutTrailingZeros(): Decimal {
    let { units, scale } = this;
    if (units === 0) return ZERO;
    if (typeof units === 'bigint') {
      while (scale > 0 && units % 10n === 0n) [units, scale] = [units / 10n, scale - 1];
      return scale === this.scale ? this : Decimal.ofUnits(units, scale);
    }
    while (scale > 0 && units % 10 === 0) {
      units /= 10;
      scale -= 1;
    }
    return scale === this.scale ? this : new Decimal(units, scale);
  }
}

export const ZERO = Decimal.ofCount(0);
export const ONE = Decimal.ofCount(1);

const PLAIN = /^-?\d{1,18}(\.\d{1,18})?$/;

/** Reads `4.29` or `4,29`; `null` for anything that is not a plain decimal number. */
export function parseDecimal(text: string): Decimal | null {
  const plain = text.trim().replace(',', '.');
  return PLAIN.test(plain) ? Decimal.parse(plain) : null;
}

export function decimal(text: string): Decimal {
  return Decimal.parse(text);
}

/** A count (days, persons, months) as a decimal. */
export function count(n: number): Decimal {
  return Decimal.ofCount(n);
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

function operand(value: Decimal | string): Decimal {
  return value instanceof Decimal ? value : Decimal.parse(value);
}

// --------------------------------------------------------------------------------------------------------- reading

const DIGITS_OF_SAFE_INTEGER = 15;
const [MINUS, POINT, NOUGHT, NINE] = [45, 46, 48, 57];

/** What nearly every figure is: a sign, up to fifteen digits, a point among them; `null` for all else. */
function parseShort(text: string): { units: number; scale: number } | null {
  const negative = text.charCodeAt(0) === MINUS;
  const begin = negative ? 1 : 0;
  if (text.length - begin > DIGITS_OF_SAFE_INTEGER + 1) return null;
  let units = 0;
  let point = -1;
  for (let at = begin; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign >= NOUGHT && sign <= NINE) units = units * 10 + (sign - NOUGHT);
    else if (sign === POINT && point < 0) point = at;
    else return null;
  }
  const digits = text.length - begin - (point < 0 ? 0 : 1);
  if (digits === 0 || digits > DIGITS_OF_SAFE_INTEGER) return null;
  return { units: negative ? 0 - units : units, scale: point < 0 ? 0 : text.length - 1 - point };
}

const ANY = /^(-?)(\d+(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d{1,4}))?$/i;

function parseLong(text: string): Decimal {
  if (typeof text !== 'string') throw new TypeError(`${text} is not the text of a number`);
  const match = ANY.exec(text);
  if (!match) throw new SyntaxError(`"${text}" is not a number`);
  const [, sign, digits, behind, bare, exponent = '0'] = match;
  const units = BigInt(`${digits!.replace('.', '')}`) * (sign ? -1n : 1n);
  const scale = (behind ?? bare ?? '').length - Number(exponent);
  return scale < 0 ? Decimal.ofUnits(units * powerOfTen(-scale), 0) : Decimal.ofUnits(units, scale);
}

// --------------------------------------------------------------------------------------------------------- reckoning

const DIVISION_DECIMALS = 30;

function narrow(units: bigint): Units {
  return units >= Number.MIN_SAFE_INTEGER && units <= Number.MAX_SAFE_INTEGER ? Number(units) : units;
}

function added(a: Units, b: Units): Units {
  if (typeof a === 'number' && typeof b === 'number') {
    const total = a + b;
    if (Number.isSafeInteger(total)) return total;
  }
  return narrow(BigInt(a) + BigInt(b));
}

function multiplied(a: Units, b: Units): Units {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0; // never -0
  }
  return narrow(BigInt(a) * BigInt(b));
}

/** units · 10^places */
function shifted(units: Units, places: number): Units {
  if (typeof units === 'number' && places < SMALL_POWERS.length) {
    const product = units * SMALL_POWERS[places]!;
    if (Number.isSafeInteger(product)) return product;
  }
  return narrow(BigInt(units) * powerOfTen(places));
}

/** units / 10^places, rounded */
function without(units: Units, places: number, mode: 'down' | 'half-up'): Units {
  if (typeof units === 'number' && places < SMALL_POWERS.length) {
    const by = SMALL_POWERS[places]!;
    const rest = units % by;
    const whole = (units - rest) / by + 0; // exact, for what is divided is a multiple
    if (mode === 'down' || Math.abs(rest) * 2 < by) return whole;
    return units < 0 ? whole - 1 : whole + 1;
  }
  const [over, by] = [BigInt(units), powerOfTen(places)];
  return narrow(mode === 'down' ? over / by : roundedQuotient(over, by));
}

/** Half up, away from zero. */
function roundedQuotient(over: bigint, under: bigint): bigint {
  const negative = over < 0n !== under < 0n;
  const [dividend, by] = [over < 0n ? -over : over, under < 0n ? -under : under];
  const rounded = (2n * dividend + by) / (2n * by);
  return negative ? -rounded : rounded;
}

/** 1, 10, 100 … as far as a number is exact. */
const SMALL_POWERS = Array.from({ length: 16 }, (_, places) => 10 ** places);

const POWERS: bigint[] = [];

function powerOfTen(places: number): bigint {
  return (POWERS[places] ??= 10n ** BigInt(places));
}

// --------------------------------------------------------------------------------------------------------- writing

const PLAIN_DIGITS = 30;

function withPoint(digits: string, scale: number): string {
  if (scale === 0) return digits;
  const padded = digits.length > scale ? digits : digits.padStart(scale + 1, '0');
  return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

function scientific(digits: string, exponent: number): string {
  const kept = digits.replace(/0+$/, '');
  const mantissa = kept.length > 1 ? `${kept[0]}.${kept.slice(1)}` : kept;
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}
