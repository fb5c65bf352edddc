import { formatDate, type LocalDate } from '@dvor/kernel';
import type { From } from './facts.js';
import { clip, type Span } from './span.js';

/** A dated entry and those of its days that were asked about. */
export interface Slice<E> extends Span {
  readonly entry: E;
}

/** The day on which two entries of one list hold at once. */
export class Overlap {
  constructor(readonly date: string) {}
}

/**
 * The entries that hold inside `span`, cut to it, in order of time. An entry without `to` lasts until the next one
 * begins; two that hold on the same day are an Overlap. Days without an entry are simply not covered.
 */
export function slicesOf<E extends From>(entries: readonly E[], span: Span): Slice<E>[] | Overlap {
  const inOrder = entries.length > 1 ? [...entries].sort((a, b) => a.from - b.from) : entries;
  const slices: Slice<E>[] = [];
  for (let i = 0; i < inOrder.length; i++) {
    const entry = inOrder[i]!;
    const part = clip(span, entry.from, entry.to ?? nextFrom(inOrder, i));
    if (!part) continue;
    const last = slices.at(-1);
    if (last && last.to > part.from) return new Overlap(formatDate(part.from));
    slices.push({ from: part.from, to: part.to, entry });
  }
  return slices;
}

/** The next later beginning: two entries that begin on one day both last until it, and so are seen to overlap. */
function nextFrom(inOrder: readonly From[], i: number): LocalDate | null {
  for (let j = i + 1; j < inOrder.length; j++) if (inOrder[j]!.from > inOrder[i]!.from) return inOrder[j]!.from;
  return null;
}

/** The first day of `span` that no slice covers; the slices are in order of time. */
export function firstUncovered(slices: readonly Span[], span: Span): LocalDate | null {
  let covered = span.from;
  for (const slice of slices) {
    if (slice.from > covered) return covered;
    covered = slice.to;
  }
  return covered < span.to ? covered : null;
}
