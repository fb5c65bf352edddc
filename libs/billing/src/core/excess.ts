import { type Decimal, decimal, ONE } from '@dvor/kernel';
import { Overlap, slicesOf } from './dated.js';
import type { DatedFactor } from './facts.js';
import { Refusal } from './refusal.js';
import type { Span } from './span.js';

/** One increase factor above 1 and all days of the month on which it holds. */
export interface FactorPiece {
  /** K − 1. */
  readonly over: Decimal;
  /** K as it stands in workings. */
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The increase factors of a month, days of the same factor put together. */
export function factorPieces(excess: readonly DatedFactor[] | null | undefined, month: Span): FactorPiece[] | Refusal {
  const slices = slicesOf(excess ?? [], month);
  if (slices instanceof Overlap) return new Refusal('excess-overlap', { date: slices.date });
  const pieces = new Map<string, { over: Decimal; text: string; spans: Span[] }>();
  for (const { entry, from, to } of slices) {
    const over = decimal(entry.factor).minus(ONE);
    if (over.lt('0')) return new Refusal('bad-figure', { field: 'factor', value: entry.factor });
    if (over.eq('0')) continue;
    const text = decimal(entry.factor).toString();
    const piece = pieces.get(text);
    if (piece) piece.spans.push({ from, to });
    else pieces.set(text, { over, text, spans: [{ from, to }] });
  }
  return [...pieces.values()];
}
