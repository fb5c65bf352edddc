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

/** One price and all days of the month on which it holds: what becomes one line. */
export interface RatePiece {
  /** One rate, or one per zone, of the lowest tier. */
  readonly rates: readonly ZoneRate[];
  /** Where the price depends on the volume: each part of it up to a bound has rates of its own. None: one price. */
  readonly tiers: readonly RateTier[] | null;
  readonly spans: readonly Span[];
}

export interface RateTier {
  /** Units in a whole month; null for all above. */
  readonly upTo: Decimal | null;
  readonly part: Part;
  readonly rates: readonly ZoneRate[];
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
  const pieces = servicePieces(rule, month);
  if (pieces instanceof Refusal) return pieces;
  const plain: PlainRatePiece[] = [];
  for (const { rates, spans } of pieces) {
    const [only] = rates;
    if (!only || only.zone !== null) return new Refusal('zones-differ', { tariff: rates.map(({ zone }) => zone) });
    plain.push({ rate: only.rate, text: only.text, spans });
  }
  return plain;
}

/** The rates of a service on the days on which it is charged. */
export function servicePieces(rule: PricedRule<Tariff | RangedTariff>, month: Month): RatePiece[] | Refusal {
  return piecesOf(rule, month, (tariff) => {
    if (!('ranges' in tariff)) return { rates: zoneRates(tariff.rate), tiers: null };
    const tiers = tariff.ranges.map(({ upTo, rate }) => tier(upTo ?? null, 'individual', rate));
    return { rates: tiers[0]?.rates ?? [], tiers };
  });
}

/** The rates within and above a social norm. */
export function socialNormPieces(
  rule: PricedRule<SocialNormTariff> & { readonly socialNorm: string },
  month: Month,
): RatePiece[] | Refusal {
  return piecesOf(rule, month, ({ within, above }) => {
    const tiers = [tier(rule.socialNorm, 'within', within), tier(null, 'above', above)];
    return { rates: tiers[0]!.rates, tiers };
  });
}

/** Water and heat of hot water, in that order. */
export function twoComponentPieces(
  rule: PricedRule<TwoComponentTariff>,
  month: Month,
): (PlainRatePiece & { readonly heat: Omit<PlainRatePiece, 'spans'> })[] | Refusal {
  const pieces = piecesOf(rule, month, ({ water, heat }) => ({
    rates: [zoneRate('water', water), zoneRate('heat', heat)],
    tiers: null,
  }));
  if (pieces instanceof Refusal) return pieces;
  return pieces.map(({ rates: [water, heat], spans }) => ({
    rate: water!.rate,
    text: water!.text,
    heat: heat!,
    spans,
  }));
}

type Priced = Pick<RatePiece, 'rates' | 'tiers'>;

/** Prices of the days on which a service is charged, days of the same price together. Every day must have exactly one. */
function piecesOf<T extends From>(
  rule: PricedRule<T>,
  month: Month,
  read: (tariff: T) => Priced,
): RatePiece[] | Refusal {
  const span = chargedDays(rule, month);
  if (!span) return [];
  const slices = slicesOf(rule.tariffs, span);
  if (slices instanceof Overlap) return new Refusal('tariff-overlap', { date: slices.date });
  const missing = firstUncovered(slices, span);
  if (missing !== null) return new Refusal('no-tariff', { date: formatDate(missing) });

  const pieces = new Map<string, Priced & { spans: Span[] }>();
  for (const { entry, from, to } of slices) {
    const priced = read(entry);
    const all = [...priced.rates, ...(priced.tiers?.flatMap(({ rates }) => rates) ?? [])];
    const negative = all.find(({ rate }) => rate.lt('0'));
    if (negative) return new Refusal('bad-figure', { field: 'rate', value: negative.text });
    if (priced.tiers && !rising(priced.tiers)) {
      return new Refusal('bad-figure', { field: 'upTo', value: String(priced.tiers.map(({ upTo }) => String(upTo))) });
    }
    const key = keyOf(priced);
    const piece = pieces.get(key);
    if (piece) piece.spans.push({ from, to });
    else pieces.set(key, { ...priced, spans: [{ from, to }] });
  }
  return [...pieces.values()];
}

function keyOf({ rates, tiers }: Priced): string {
  const ofRates = (rates: readonly ZoneRate[]) => rates.map(({ zone, text }) => `${zone ?? ''}=${text}`).join();
  return tiers ? tiers.map(({ upTo, rates }) => `${String(upTo)}:${ofRates(rates)}`).join(';') : ofRates(rates);
}

/** Bounds above zero, each higher than the one before, the last tier without one. */
function rising(tiers: readonly RateTier[]): boolean {
  return tiers.every(({ upTo }, i) => {
    if (i === tiers.length - 1) return upTo === null;
    return upTo !== null && upTo.gt(tiers[i - 1]?.upTo ?? decimal('0'));
  });
}

function tier(upTo: string | null, part: Part, rate: string | Zones): RateTier {
  return { upTo: upTo === null ? null : decimal(upTo), part, rates: zoneRates(rate) };
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
