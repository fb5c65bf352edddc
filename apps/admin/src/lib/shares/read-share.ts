import { type Share, sumOfShares } from '@dvor/housing/core';

/** A share as people type it: `1/3`, `1 / 3`, `1`. `null`: no share. */
export function readShare(text: string): Share | null {
  const [, numerator, denominator = '1'] = /^\s*(\d{1,9})\s*(?:[/\\]\s*(\d{1,9})\s*)?$/.exec(text) ?? [];
  const share = { numerator: Number(numerator), denominator: Number(denominator) };
  return share.numerator > 0 && share.denominator >= share.numerator ? share : null;
}

/** What these leave of all that there is to share, in lowest terms; below zero where they are too much. */
export function missingOf(
  shares: readonly Share[],
  of: Share = { numerator: 1, denominator: 1 },
): { readonly numerator: bigint; readonly denominator: bigint } {
  const sum = sumOfShares(shares);
  const over = BigInt(of.numerator) * sum.denominator - sum.numerator * BigInt(of.denominator);
  const under = sum.denominator * BigInt(of.denominator);
  const common = greatestCommonDivisor(over < 0n ? -over : over, under);
  return { numerator: over / common, denominator: under / common };
}

/** A new row begins with what is missing. */
export function missingText(shares: readonly string[], of?: Share): string {
  const known = shares.map(readShare).filter((share) => share !== null);
  const { numerator, denominator } = missingOf(known, of);
  return numerator > 0n ? `${numerator}/${denominator}` : '';
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
