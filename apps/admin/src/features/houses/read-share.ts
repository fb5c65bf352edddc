import type { Share } from '@dvor/housing/core';

/** A share as people type it: `1/3`, `1 / 3`, `1`. `null`: no share. */
export function readShare(text: string): Share | null {
  const [, numerator, denominator = '1'] = /^\s*(\d{1,9})\s*(?:[/\\]\s*(\d{1,9})\s*)?$/.exec(text) ?? [];
  const share = { numerator: Number(numerator), denominator: Number(denominator) };
  return share.numerator > 0 && share.denominator >= share.numerator ? share : null;
}
