import { type Decimal, decimal } from '@dvor/kernel';

/**
 * Whole units of a power of ten: a `number` while that is exact, a `bigint` beyond. A sum or product that a `number`
 * would have rounded is never a safe integer, so it is found after the fact and made again.
 */
export type Units = number | bigint;

/** 12.30 is 1230 units of scale 2, or 123 of scale 1. */
export interface Scaled {
  readonly units: Units;
  readonly scale: number;
}

export function added(a: Units, b: Units): Units {
  if (typeof a === 'number' && typeof b === 'number') {
    const total = a + b;
    if (Number.isSafeInteger(total)) return total;
  }
  return narrow(BigInt(a) + BigInt(b));
}

export function multiplied(a: Units, b: Units): Units {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0; // never -0
  }
  return narrow(BigInt(a) * BigInt(b));
}

/** units · 10^places */
export function shifted(units: Units, places: number): Units {
  return places === 0 ? units : multiplied(units, powerOfTen(places));
}

/** over / under, rounded half up, away from zero; `under` is above zero. */
export function divided(over: Units, under: Units): bigint {
  if (typeof over === 'number' && typeof under === 'number') {
    const rest = over % under;
    const whole = (over - rest) / under; // exact, for what is divided is a multiple
    return BigInt(Math.abs(rest) >= under - Math.abs(rest) ? whole + Math.sign(rest) : whole);
  }
  const [dividend, by] = [BigInt(over), BigInt(under)];
  const rounded = (2n * (dividend < 0n ? -dividend : dividend) + by) / (2n * by);
  return dividend < 0n ? -rounded : rounded;
}

/** How often a divisor goes into its multiple. */
export function timesIn(multiple: Units, divisor: Units): Units {
  if (typeof multiple === 'number' && typeof divisor === 'number') return multiple / divisor;
  return narrow(BigInt(multiple) / BigInt(divisor));
}

export function greatestCommonDivisor(a: Units, b: Units): Units {
  let [larger, smaller] = [a, b];
  while (smaller !== 0) [larger, smaller] = [smaller, rest(larger, smaller)];
  return larger;
}

function rest(a: Units, b: Units): Units {
  return typeof a === 'number' && typeof b === 'number' ? a % b : narrow(BigInt(a) % BigInt(b));
}

/** At the lowest scale that holds them: 12.30 as 123 and 1. */
export function reduced({ units, scale }: Scaled): Scaled {
  let [left, places] = [units, scale];
  while (places > 0 && rest(left, 10) === 0) [left, places] = [timesIn(left, 10), places - 1];
  return { units: left, scale: places };
}

export function powerOfTen(places: number): Units {
  return (POWERS_OF_TEN[places] ??= narrow(10n ** BigInt(places)));
}

const POWERS_OF_TEN: Units[] = [];

function narrow(units: bigint): Units {
  return units >= Number.MIN_SAFE_INTEGER && units <= Number.MAX_SAFE_INTEGER ? Number(units) : units;
}

// ---------------------------------------------------------------------------------------------- to and from decimals

export function unitsOf({ c: digits, e: exponent, s: sign }: Decimal): Scaled {
  const behind = digits.length - 1 - exponent;
  let whole: Units = 0;
  if (digits.length <= SAFE_DIGITS) for (const digit of digits) whole = (whole as number) * 10 + digit;
  else whole = BigInt(digits.join(''));
  const units = multiplied(whole, sign);
  return behind < 0 ? { units: shifted(units, -behind), scale: 0 } : { units, scale: behind };
}

export function decimalOf(scaled: Scaled): Decimal {
  return decimal(`${scaled.units}e${-scaled.scale}`);
}

const SAFE_DIGITS = 15;
const [MINUS, POINT, NOUGHT, NINE] = [45, 46, 48, 57];

/** What nearly every figure is, a sign and up to fifteen digits with a point among them, at once; all else as a decimal. */
export function readUnits(text: string): Scaled {
  const begin = text.charCodeAt(0) === MINUS ? 1 : 0;
  let units = 0;
  let point = -1;
  for (let at = begin; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign >= NOUGHT && sign <= NINE) units = units * 10 + (sign - NOUGHT);
    else if (sign === POINT && point < 0) point = at;
    else return unitsOf(decimal(text));
  }
  const digits = text.length - begin - (point < 0 ? 0 : 1);
  if (digits === 0 || digits > SAFE_DIGITS) return unitsOf(decimal(text));
  return { units: begin === 1 ? 0 - units : units, scale: point < 0 ? 0 : text.length - 1 - point };
}

/** As a decimal is written. */
export function writeUnits(scaled: Scaled): string {
  const { units, scale } = reduced(scaled);
  if (typeof units !== 'number' || scale > SAFE_DIGITS) return decimalOf({ units, scale }).toString();
  if (scale === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
