import type { LocalDate } from '@dvor/kernel';
import type { MeterFacts } from '../facts.js';
import type { Span } from '../span.js';
import { lastCountedDay } from './counted-readings.js';
import type { MissingReadingsLaw } from './missing-readings-law.js';

/** The meters that stood in one place one after another, in order of time. A flat may have several such places. */
export type MeterChain = readonly MeterFacts[];

/** A meter that was installed on or after the day of another's removal has replaced it. */
export function chainsOf(meters: readonly MeterFacts[]): MeterChain[] {
  if (meters.length === 1) return [meters];
  const inOrder = [...meters].sort(
    (a, b) => (a.installed ?? -Infinity) - (b.installed ?? -Infinity) || (a.id < b.id ? -1 : 1),
  );
  const chains: MeterFacts[][] = [];
  for (const meter of inOrder) {
    const vacant = chains
      .filter((chain) => removalOf(chain) <= (meter.installed ?? -Infinity))
      .sort((a, b) => removalOf(a) - removalOf(b))[0];
    if (vacant) vacant.push(meter);
    else chains.push([meter]);
  }
  return chains;
}

/** The day on which a chain was left without a meter; Infinity: it wasn't. */
export function removalOf(chain: MeterChain): number {
  return chain.at(-1)?.removed ?? Infinity;
}

/** Days of a chain in one state. */
export interface ChainSpan extends Span {
  /** Whose days they are; a lapsed meter's last until the next one is installed. Null: before the first. */
  readonly meter: MeterFacts | null;
  /** Verification is over, or the meter is gone. */
  readonly lapsed: boolean;
  /** Another meter was installed afterwards. */
  readonly replaced: boolean;
}

/** Cuts `days` by which meter of the chain stood and whether it was valid. */
export function spansOfChain(chain: MeterChain, days: Span, law: MissingReadingsLaw): ChainSpan[] {
  const spans: ChainSpan[] = [];
  let cursor: LocalDate = days.from;
  const upTo = (end: number, state: Omit<ChainSpan, 'from' | 'to'>) => {
    const to = Math.min(end, days.to) as LocalDate;
    if (to <= cursor) return;
    spans.push({ from: cursor, to, meter: state.meter, lapsed: state.lapsed, replaced: state.replaced });
    cursor = to;
  };
  chain.forEach((meter, i) => {
    const next = chain[i + 1]?.installed ?? Infinity;
    if (i === 0) upTo(meter.installed ?? -Infinity, { meter: null, lapsed: false, replaced: true });
    const validTo = Math.min(meter.removed ?? Infinity, lastCountedDay(meter, law) + 1);
    upTo(validTo, { meter, lapsed: false, replaced: next < Infinity });
    upTo(next, { meter, lapsed: true, replaced: next < Infinity });
  });
  return spans;
}
