import type { Share } from '@dvor/housing';

/** `1/3`, as `IsShare` has let it in. */
export function shareOf(text: string): Share {
  const [numerator, denominator] = text.split('/').map(Number);
  return { numerator: numerator!, denominator: denominator! };
}
