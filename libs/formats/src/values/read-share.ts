import { collapseBlanks, parsed, type Parsed, unparsed } from './parsed.js';
import { readDecimal } from './read-decimal.js';

/** A part of the whole, in lowest terms. */
export interface ReadShare {
  readonly numerator: number;
  readonly denominator: number;
}

export type ShareProblem =
  | 'share.unreadable'
  /** Nothing, less than nothing, or more than the whole. */
  | 'share.out-of-range'
  /** Common joint property has no shares. */
  | 'share.joint'
  /** Excel took 1/2 for the first of February. */
  | 'share.became-date';

/** `1/2`, `½`, `50%`, `0,5`, `1`, `1/2 доли`, and `0,3333` is 3333/10000: nobody knows that it was meant to be 1/3. */
export function readShare(text: string): Parsed<ReadShare, ShareProblem> {
  const plain = collapseBlanks(text)
    .toLowerCase()
    .replace(/ ?дол[яиьей]+$/, '');
  if (/^\d{4}-\d{2}-\d{2}|^\d{1,2}\.[а-я]{3}$|^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(plain))
    return unparsed('share.became-date');
  if (/совместн/.test(plain)) return unparsed('share.joint');
  if (plain === 'целая' || plain === 'целое') return parsed({ numerator: 1, denominator: 1 });
  const fraction = VULGAR[plain] ?? /^(\d{1,9}) ?[/\\⁄∕] ?(\d{1,9})$/.exec(plain)?.slice(1).map(BigInt);
  if (fraction) return share(fraction[0]!, fraction[1]!);
  const percent = /^(.*\d) ?%$/.exec(plain);
  const value = readDecimal(percent?.[1] ?? plain);
  if (!value.ok) return unparsed('share.unreadable');
  const [whole, decimals = ''] = value.value.toFixed().split('.') as [string, string?];
  if (decimals.length > 9) return unparsed('share.unreadable');
  return share(BigInt(whole + decimals), 10n ** BigInt(decimals.length) * (percent ? 100n : 1n));
}

const VULGAR: Readonly<Record<string, readonly bigint[]>> = {
  ...{ '½': [1n, 2n], '⅓': [1n, 3n], '⅔': [2n, 3n], '¼': [1n, 4n], '¾': [3n, 4n], '⅕': [1n, 5n] },
  ...{ '⅖': [2n, 5n], '⅗': [3n, 5n], '⅘': [4n, 5n], '⅙': [1n, 6n], '⅚': [5n, 6n], '⅛': [1n, 8n] },
};

function share(numerator: bigint, denominator: bigint): Parsed<ReadShare, ShareProblem> {
  if (numerator <= 0n || denominator <= 0n || numerator > denominator) return unparsed('share.out-of-range');
  const divisor = greatestCommonDivisor(numerator, denominator);
  return parsed({ numerator: Number(numerator / divisor), denominator: Number(denominator / divisor) });
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
