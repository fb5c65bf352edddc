import { type Decimal, decimal, formatDate } from '@dvor/kernel';
import { firstUncovered, Overlap, slicesOf } from './dated.js';
import type { ServiceRule, Tariff } from './facts.js';
import { Refusal } from './refusal.js';
import { clip, type Month, type Span } from './span.js';

/** One rate and all days of the month on which it holds: what becomes one line. */
export interface RatePiece {
  /** One rate, or one per zone. */
  readonly rates: readonly ZoneRate[];
  readonly spans: readonly Span[];
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

/** The rates of a service that has no zones. */
export function plainRatePieces(rule: ServiceRule, month: Month): PlainRatePiece[] | Refusal {
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
export function servicePieces(rule: ServiceRule, month: Month): RatePiece[] | Refusal {
  const days = chargedDays(rule, month);
  return days ? ratePieces(rule.tariffs, days) : [];
}

/** The rates of `span`, pieces with the same rate put together. Every day must have exactly one. */
function ratePieces(tariffs: readonly Tariff[], span: Span): RatePiece[] | Refusal {
  const slices = slicesOf(tariffs, span);
  if (slices instanceof Overlap) return new Refusal('tariff-overlap', { date: slices.date });
  const missing = firstUncovered(slices, span);
  if (missing !== null) return new Refusal('no-tariff', { date: formatDate(missing) });

  const pieces = new Map<string, { rates: ZoneRate[]; spans: Span[] }>();
  for (const { entry, from, to } of slices) {
    const rates = zoneRates(entry);
    const negative = rates.find(({ rate }) => rate.lt('0'));
    if (negative) return new Refusal('bad-figure', { field: 'rate', value: negative.text });
    const key = rates.map(({ zone, text }) => `${zone ?? ''}=${text}`).join();
    const piece = pieces.get(key);
    if (piece) piece.spans.push({ from, to });
    else pieces.set(key, { rates, spans: [{ from, to }] });
  }
  return [...pieces.values()];
}

function zoneRates({ rate }: Tariff): ZoneRate[] {
  if (typeof rate === 'string') return [zoneRate(null, rate)];
  return Object.keys(rate)
    .sort()
    .map((zone) => zoneRate(zone, rate[zone]!));
}

function zoneRate(zone: string | null, text: string): ZoneRate {
  const rate = decimal(text);
  return { zone, rate, text: rate.toString() };
}
