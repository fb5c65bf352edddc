import { currentLanguage } from '@dvor/ui';
import { typedNumber } from '../../lib/basis/typed.js';
import type { PriceRange, RateKind, Rates } from './api.js';

/** How a meter divides the day: one price, or as many as the meter has zones. */
export const SCHEMES = {
  one: ['rate'],
  two: ['day', 'night'],
  three: ['peak', 'half-peak', 'night'],
} as const satisfies Record<string, readonly string[]>;
export type Scheme = keyof typeof SCHEMES;

/** A rate as it stands in a form: a tariff has prices, by zones and by ranges; a norm has a value. */
export interface TypedRate {
  readonly scheme: Scheme;
  readonly hasRanges: boolean;
  /** Without ranges only the first one counts. The last one has no end. */
  readonly ranges: readonly TypedRange[];
  readonly vatRate: string;
  readonly value: string;
}

interface TypedRange {
  readonly upTo: string;
  readonly prices: Readonly<Record<string, string>>;
}

export const emptyRange = (): TypedRange => ({ upTo: '', prices: {} });

export function typedRate(rate?: {
  readonly rates?: Rates | null;
  readonly ranges?: readonly PriceRange[] | null;
  readonly vatRate?: string | null;
  readonly value?: string | null;
}): TypedRate {
  const ranges = rate?.ranges ?? [{ upTo: null, rates: rate?.rates ?? {} }];
  return {
    scheme: schemeOf(ranges[0]?.rates ?? {}),
    hasRanges: Boolean(rate?.ranges),
    ranges: ranges.map(({ upTo, rates }) => ({
      upTo: asTyped(upTo),
      prices: Object.fromEntries(Object.entries(rates).map(([zone, price]) => [zone, asTyped(price)])),
    })),
    vatRate: asTyped(rate?.vatRate),
    value: asTyped(rate?.value),
  };
}

/** As the API takes it. */
export function rateBody(kind: RateKind, { scheme, hasRanges, ranges, vatRate, value }: TypedRate) {
  if (kind === 'norm') return { value: typedNumber(value) ?? '' };
  const ratesOf = ({ prices }: TypedRange) =>
    Object.fromEntries(SCHEMES[scheme].map((zone) => [zone, typedNumber(prices[zone] ?? '') ?? '']));
  const last = ranges.length - 1;
  return {
    rates: ratesOf(ranges[0]!),
    ranges: hasRanges
      ? ranges.map((range, i) => ({ upTo: i === last ? null : typedNumber(range.upTo), rates: ratesOf(range) }))
      : null,
    vatRate: typedNumber(vatRate),
  };
}

/** `36.47` as it is typed: `36,47` in Russian. */
function asTyped(figure: string | null | undefined): string {
  return currentLanguage() === 'ru' ? (figure ?? '').replace('.', ',') : (figure ?? '');
}

function schemeOf(rates: Rates): Scheme {
  const zones = Object.keys(rates).length;
  return zones === 3 ? 'three' : zones === 2 ? 'two' : 'one';
}
