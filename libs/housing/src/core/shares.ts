/** A part of a premises that somebody owns, `1/3`; both whole and positive, never more than all of it. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

export function formatShare({ numerator, denominator }: Share): string {
  return `${numerator}/${denominator}`;
}

/** Do these shares make up exactly one whole? `1/2 + 1/3 + 1/6` do. */
export function areWhole(shares: readonly Share[]): boolean {
  const { numerator, denominator } = sumOfShares(shares);
  return numerator === denominator;
}

/** The exact sum in lowest terms: `1/2 + 1/3` is `5/6`. It may exceed one, and grow beyond what a number holds. */
export function sumOfShares(shares: readonly Share[]): { readonly numerator: bigint; readonly denominator: bigint } {
  let [over, under] = [0n, 1n];
  for (const { numerator, denominator } of shares) {
    over = over * BigInt(denominator) + BigInt(numerator) * under;
    under *= BigInt(denominator);
    const common = greatestCommonDivisor(over, under);
    over /= common;
    under /= common;
  }
  return { numerator: over, denominator: under };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
