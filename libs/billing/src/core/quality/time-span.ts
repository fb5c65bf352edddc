import type { LocalMinute } from './local-minute.js';

/** Minutes `from` (included) to `to` (excluded). */
export interface TimeSpan {
  readonly from: LocalMinute;
  readonly to: LocalMinute;
}

/** The part of a span that lies in another; null where there is none. An open end runs to the other's. */
export function clipTime(span: { from: LocalMinute; to: LocalMinute | null }, within: TimeSpan): TimeSpan | null {
  const from = span.from > within.from ? span.from : within.from;
  const to = span.to !== null && span.to < within.to ? span.to : within.to;
  return from < to ? { from, to } : null;
}

/** The same minutes as spans in order of time, none of which overlap or touch. */
export function mergeTimes(spans: readonly TimeSpan[]): TimeSpan[] {
  const merged: TimeSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (!last || span.from > last.to) merged.push(span);
    else if (span.to > last.to) merged[merged.length - 1] = { from: last.from, to: span.to };
  }
  return merged;
}

/** Minutes of spans that don't overlap. */
export function minutesOf(spans: readonly TimeSpan[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Pieces of time on none of which any of the spans begins or ends; `cuts` are further minutes to cut at. */
export function cutTimes(spans: readonly TimeSpan[], cuts: readonly LocalMinute[] = []): TimeSpan[] {
  const covered = mergeTimes(spans);
  const at = [...new Set([...spans.flatMap(({ from, to }) => [from, to]), ...cuts])].sort((a, b) => a - b);
  return covered.flatMap((span) => {
    const inside = at.filter((minute) => span.from <= minute && minute <= span.to);
    return inside.slice(1).map((to, i) => ({ from: inside[i]!, to }));
  });
}

export function covers(span: TimeSpan, piece: TimeSpan): boolean {
  return span.from <= piece.from && piece.to <= span.to;
}
