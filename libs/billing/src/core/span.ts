import { firstDay, type LocalDate, monthInterval, type Period } from '@dvor/kernel';

/** Days `from` (included) to `to` (excluded), both known. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The month that is charged. */
export interface Month extends Span {
  readonly period: Period;
  /** 28 to 31. */
  readonly days: number;
}

export function monthOf(period: Period): Month {
  const from = firstDay(period);
  const to = monthInterval(period).to!;
  return { period, from, to, days: to - from };
}

/** The part of `span` that lies in an interval whose ends may be open; null where there is none. */
export function clip(span: Span, from: LocalDate | null | undefined, to: LocalDate | null | undefined): Span | null {
  const first = from ?? span.from;
  const end = to ?? span.to;
  if (first <= span.from && end >= span.to) return span;
  const clipped = { from: first > span.from ? first : span.from, to: end < span.to ? end : span.to };
  return clipped.from < clipped.to ? clipped : null;
}

/** Days that two spans have in common. */
export function commonDays(a: Span, b: Span): number {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return to > from ? to - from : 0;
}

/** Days of `within` that lie in one of the states and in one of the spans, state by state; states of no day are left out. */
export function daysOfEach<S extends Span>(
  states: readonly S[],
  spans: readonly Span[],
  within: Span,
): { state: S; days: number }[] {
  const found: { state: S; days: number }[] = [];
  for (const state of states) {
    let days = 0;
    for (const span of spans) {
      const from = Math.max(state.from, span.from, within.from);
      const to = Math.min(state.to, span.to, within.to);
      if (to > from) days += to - from;
    }
    if (days > 0) found.push({ state, days });
  }
  return found;
}

/** The days that lie in one of the first and in one of the second. */
export function commonSpans(first: readonly Span[], second: readonly Span[]): Span[] {
  const common: Span[] = [];
  for (const a of first) {
    for (const b of second) {
      const part = clip(a, b.from, b.to);
      if (part) common.push(part);
    }
  }
  return common;
}

/** Days of `within` that lie in one of the spans. */
export function daysIn(spans: readonly Span[], within: Span): number {
  let days = 0;
  for (const span of spans) days += commonDays(span, within);
  return days;
}
