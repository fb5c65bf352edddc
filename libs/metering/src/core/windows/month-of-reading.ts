import { addMonths, firstDay, lastDay, type LocalDate, type Period, periodOfDate } from '@dvor/kernel';
import type { ReadingSource } from '../reading-source.js';

/** Whether residents may send readings of a resource themselves; `with-house-meter`: where the house is metered too. */
export const WINDOW_ENTRIES = ['on', 'off', 'with-house-meter'] as const;
/** What becomes of a reading that comes on another day: it counts for the next window's month, or is refused. */
export const WINDOW_OUTSIDE = ['next-month', 'refuse'] as const;

/** Days of each month on which readings are taken; 31 is the last day of any month. */
export interface WindowRule {
  readonly entry: 'on' | 'off';
  readonly opens: number;
  readonly closes: number;
  readonly outside: (typeof WINDOW_OUTSIDE)[number];
}

/** Which months' bills are made. */
export interface CountedRuns {
  /** The last month whose run has read its facts: what comes later is not in it. */
  readonly read: Period | null;
  /** The last month that is closed. */
  readonly closed: Period | null;
}

/** Why a reading counts for the month it does: its own; the window is over; the month is calculated; it is closed. */
export type CountsBecause = 'own-month' | 'window' | 'calculated' | 'closed';

interface Window {
  readonly opensOn: LocalDate;
  /** The last day on which readings are taken. */
  readonly closesOn: LocalDate;
}

export type WindowAnswer =
  | {
      readonly kind: 'counts';
      readonly month: Period;
      readonly because: CountsBecause;
      /** Kept with the reading where the bills would not find that month by its day. */
      readonly countsFrom: LocalDate | null;
      /** `null`: readings are taken on any day. */
      readonly window: Window | null;
    }
  /** Not taken; the window that opens next. */
  | { readonly kind: 'shut'; readonly window: Window }
  /** The resource is not read by residents. */
  | { readonly kind: 'off' };

/** Those who are bound by windows; what staff, files and devices bring is taken on any day. */
export const SENT_BY_RESIDENTS: ReadonlySet<ReadingSource> = new Set(['resident', 'quick', 'message']);

/**
 * For which month a reading counts that comes on a day (MTR-05, MTR-07). With a window from the 15th to the 25th what is
 * sent on 25 November counts for November, on the 26th for December; if November is calculated by then, all of it for
 * December. Without a rule it counts for the month it was taken in, or for the first that is not calculated.
 *
 * @param taken  the day on which the dial was read
 * @param today  the day of sending, by the clock of the house
 * @param rule   `null`: the sender is not bound by windows, or nobody has set any
 */
export function monthOfReading(
  { taken, today }: { readonly taken: LocalDate; readonly today: LocalDate },
  { rule, isBound, runs }: { readonly rule: WindowRule | null; readonly isBound: boolean; readonly runs: CountedRuns },
): WindowAnswer {
  if (rule?.entry === 'off') return { kind: 'off' };
  const window = rule && windowIn(rule, periodOfDate(today));
  const isInside = !window || (today >= window.opensOn && today <= window.closesOn);
  if (rule?.outside === 'refuse' && !isInside) return { kind: 'shut', window: nextWindow(rule, today) };
  const own = periodOfDate(taken);
  const byWindow = window ? latest(own, addMonths(periodOfDate(today), today > window.closesOn ? 1 : 0)) : own;
  const month = latest(byWindow, after(runs.read), after(runs.closed));
  return {
    kind: 'counts',
    month,
    because: becauseOf(month, { own, byWindow, runs }),
    countsFrom: isBound && month > latest(own, after(runs.closed)) ? firstDay(month) : null,
    window: rule && nextWindow(rule, today),
  };
}

/** The window of a month. */
export function windowIn({ opens, closes }: Pick<WindowRule, 'opens' | 'closes'>, month: Period): Window {
  const last = lastDay(month);
  const on = (day: number) => Math.min(firstDay(month) + day - 1, last) as LocalDate;
  return { opensOn: on(opens), closesOn: on(closes) };
}

/** The one that is open, else the one that opens next. */
function nextWindow(rule: WindowRule, today: LocalDate): Window {
  const window = windowIn(rule, periodOfDate(today));
  return today > window.closesOn ? windowIn(rule, addMonths(periodOfDate(today), 1)) : window;
}

function becauseOf(
  month: Period,
  { own, byWindow, runs }: { readonly own: Period; readonly byWindow: Period; readonly runs: CountedRuns },
): CountsBecause {
  if (month === own) return 'own-month';
  if (month === byWindow) return 'window';
  return runs.closed !== null && own <= runs.closed ? 'closed' : 'calculated';
}

function after(month: Period | null): Period {
  return month === null ? EVER : addMonths(month, 1);
}

const EVER = -Infinity as Period;

function latest(...months: readonly Period[]): Period {
  return Math.max(...months) as Period;
}
