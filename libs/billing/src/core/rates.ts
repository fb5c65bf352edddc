import { type Decimal, decimal, formatDate } from '@dvor/kernel';
import { firstUncovered, Overlap, slicesOf } from './dated.js';
import type {
  From,
  Part,
  RangedTariff,
  ServiceRule,
  SocialNormTariff,
  Tariff,
  TwoComponentTariff,
  Zones,
} from './facts.js';
import { Refusal } from './refusal.js';
import { clip, type Month, type Span } from './span.js';

/** What of a service has a price of its own: all of it, a zone, or the part of its volume between two bounds. */
export interface PriceComponent {
  readonly zone: string | null;
  /** Null: the whole volume. */
  readonly tier: PriceTier | null;
  /** Its prices with the days on which each holds: what becomes one line each. */
  readonly pieces: readonly PlainRatePiece[];
}

export interface PriceTier {
  /** Units in a whole month; null: from the first one. */
  readonly above: string | null;
  /** Null: all above. */
  readonly upTo: string | null;
  readonly part: Part;
}

export interface ServicePrices {
  readonly components: readonly PriceComponent[];
  /** Which zones the tariff has, by days; without zones there are none. */
  readonly zoned: readonly (Span & { readonly zones: readonly string[] })[];
}

export interface ZoneRate {
  readonly zone: string | null;
  readonly rate: Decimal;
  /** The rate as it stands in workings. */
  readonly text: string;
}

/** One plain rate and the days on which it holds. */
export interface PlainRatePiece {
  readonly rate: Decimal;
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The days of the month on which a service is charged; null: none. */
export function chargedDays({ from, to }: Pick<ServiceRule, 'from' | 'to'>, month: Month): Span | null {
  return clip(month, from, to);
}

interface PricedRule<T> extends Pick<ServiceRule, 'from' | 'to'> {
  readonly tariffs: readonly T[];
}

/** The rates of a service that has no zones. */
export function plainRatePieces(rule: PricedRule<Tariff>, month: Month): PlainRatePiece[] | Refusal {
  const prices = servicePrices(rule, month);
  if (prices instanceof Refusal) return prices;
  const [zoned] = prices.zoned;
  if (zoned) return new Refusal('zones-differ', { tariff: [...zoned.zones] });
  return prices.components.flatMap(({ pieces }) => pieces);
}

/** The prices of a service on the days on which it is charged. */
export function servicePrices(rule: PricedRule<Tariff | RangedTariff>, month: Month): ServicePrices | Refusal {
  return pricesOf(rule, month, (tariff) =>
    'ranges' in tariff
      ? tariff.ranges.map(({ upTo, rate }, i) => ({
          tier: { above: tariff.ranges[i - 1]?.upTo ?? null, upTo: upTo ?? null, part: 'individual' },
          rate,
        }))
      : [{ tier: null, rate: tariff.rate }],
  );
}

/** The prices within and above a social norm. */
export function socialNormPrices(
  rule: PricedRule<SocialNormTariff> & { readonly socialNorm: string },
  month: Month,
): ServicePrices | Refusal {
  return pricesOf(rule, month, ({ within, above }) => [
    { tier: { above: null, upTo: rule.socialNorm, part: 'within' }, rate: within },
    { tier: { above: rule.socialNorm, upTo: null, part: 'above' }, rate: above },
  ]);
}

/** Water and heat of hot water, each with its own days. */
export function twoComponentPieces(
  rule: PricedRule<TwoComponentTariff>,
  month: Month,
): { readonly water: readonly PlainRatePiece[]; readonly heat: readonly PlainRatePiece[] } | Refusal {
  const prices = pricesOf(rule, month, ({ water, heat }) => [{ tier: null, rate: { water, heat } }]);
  if (prices instanceof Refusal) return prices;
  const piecesOf = (component: string) => prices.components.find(({ zone }) => zone === component)?.pieces ?? [];
  return { water: piecesOf('water'), heat: piecesOf('heat') };
}

interface TierPrice {
  readonly tier: PriceTier | null;
  readonly rate: string | Zones;
}

/** Prices of the days on which a service is charged, days of the same price together. Every day must have exactly one. */
function pricesOf<T extends From>(
  rule: PricedRule<T>,
  month: Month,
  read: (tariff: T) => readonly TierPrice[],
): ServicePrices | Refusal {
  const span = chargedDays(rule, month);
  if (!span) return { components: [], zoned: [] };
  const slices = slicesOf(rule.tariffs, span);
  if (slices instanceof Overlap) return new Refusal('tariff-overlap', { date: slices.date });
  const missing = firstUncovered(slices, span);
  if (missing !== null) return new Refusal('no-tariff', { date: formatDate(missing) });

  const components = new Map<string, Omit<PriceComponent, 'pieces'> & { pieces: Map<string, PieceInMaking> }>();
  const zoned: (Span & { zones: string[] })[] = [];
  for (const { entry, from, to } of slices) {
    const tiers = read(entry);
    if (!rising(tiers)) return new Refusal('bad-figure', { field: 'upTo', value: String(tiers.at(-1)?.tier?.above) });
    for (const { tier, rate } of tiers) {
      const rates = zoneRates(rate);
      const negative = rates.find((one) => one.rate.lt('0'));
      if (negative) return new Refusal('bad-figure', { field: 'rate', value: negative.text });
      const zones = rates.flatMap(({ zone }) => zone ?? []);
      if (zones.length > 0) zoned.push({ from, to, zones });
      for (const { zone, rate, text } of rates) {
        const key = `${zone} ${tier ? `${tier.above}-${tier.upTo}` : ''}`;
        let component = components.get(key);
        if (!component) components.set(key, (component = { zone, tier, pieces: new Map() }));
        const piece = component.pieces.get(text);
        if (piece) piece.spans.push({ from, to });
        else component.pieces.set(text, { rate, text, spans: [{ from, to }] });
      }
    }
  }
  return {
    components: [...components.values()].map(({ zone, tier, pieces }) => ({
      zone,
      tier,
      pieces: [...pieces.values()],
    })),
    zoned,
  };
}

interface PieceInMaking extends PlainRatePiece {
  readonly spans: Span[];
}

/** Bounds above zero, each higher than the one before, the last tier without one. */
function rising(tiers: readonly TierPrice[]): boolean {
  if (tiers.length === 0) return false;
  return tiers.every(({ tier }, i) => {
    if (!tier) return tiers.length === 1;
    if (i === tiers.length - 1) return tier.upTo === null;
    return tier.upTo !== null && decimal(tier.upTo).gt(decimal(tier.above ?? '0'));
  });
}

function zoneRates(rate: string | Zones): ZoneRate[] {
  if (typeof rate === 'string') return [zoneRate(null, rate)];
  return Object.keys(rate)
    .sort()
    .map((zone) => zoneRate(zone, rate[zone]!));
}

function zoneRate(zone: string | null, text: string): ZoneRate {
  const rate = decimal(text);
  return { zone, rate, text: rate.toString() };
}
