import { dateOf, formatDate, type LocalDate, type Period, periodOfDate } from '@dvor/kernel';
import type { MeterFacts, MeterReading } from '../facts.js';
import { Refusal } from '../refusal.js';
import type { MissingReadingsLaw } from './missing-readings-law.js';

/** Where a month's consumption of a meter begins and ends. */
export interface ReadingWindow {
  /** The last reading before this day is subtracted. */
  readonly baseBefore: LocalDate;
  /** Readings before this day are known. */
  readonly until: LocalDate;
}

/** The two readings between which a month's consumption lies. */
export interface CountedPair {
  readonly from: MeterReading;
  readonly to: MeterReading;
}

/**
 * The last reading of the window and the last one before it, or the meter's reading at installation if it was
 * installed since; the reading at removal is a reading like any. Null: the window has none that counts.
 */
export function countedPair(
  meter: MeterFacts,
  window: ReadingWindow,
  law: MissingReadingsLaw,
): CountedPair | Refusal | null {
  const installation = readingAtInstallation(meter);
  const removal = readingAtRemoval(meter, window, law);
  if (removal instanceof Refusal) return removal;
  const lastDay = lastCountedDay(meter, law);
  let from: MeterReading | null = installation && installation.date < window.until ? installation : null;
  let to: MeterReading | null = null;
  let [fromTwice, toTwice] = [false, false];
  for (const reading of meter.readings) {
    const { date } = reading;
    const day = countedSince(reading);
    if (date < (meter.installed ?? date) || date > (meter.removed ?? date)) return outsideMeter(meter, reading);
    if (day >= window.until || date > lastDay || (installation && sameReading(reading, installation))) continue;
    if (day < window.baseBefore) {
      if (from && date === from.date) fromTwice ||= from !== installation && !sameReading(reading, from);
      if (!from || date > from.date || (date === from.date && from === installation)) {
        if (from && date > from.date) fromTwice = false;
        from = reading;
      }
    } else if (!to || date > to.date) {
      to = reading;
      toTwice = false;
    } else if (date === to.date && !sameReading(reading, to)) toTwice = true;
  }
  if (removal) [to, toTwice] = [removal, false];
  if (!to) return null;
  if (!from) return new Refusal('no-previous-reading', { meter: meter.id, date: formatDate(to.date) });
  if (fromTwice || toTwice) {
    return new Refusal('reading-twice', { meter: meter.id, date: formatDate(fromTwice ? from.date : to.date) });
  }
  return { from, to };
}

/** The last counted reading of each month before `until`, in order of time, installation and removal among them. */
export function monthReadings(
  meter: MeterFacts,
  until: LocalDate,
  law: MissingReadingsLaw,
): { readonly period: Period; readonly reading: MeterReading; readonly installation: boolean }[] {
  const lastDay = lastCountedDay(meter, law);
  const installation = readingAtInstallation(meter);
  const removal = readingAtRemoval(meter, { baseBefore: LONG_AGO, until }, law);
  const counted = meter.readings.filter((reading) => countedSince(reading) < until && reading.date <= lastDay);
  const all = installation && installation.date < until ? [installation, ...counted] : counted;
  if (removal && !(removal instanceof Refusal)) all.push(removal);
  all.sort((a, b) => a.date - b.date || Number(b === installation) - Number(a === installation));
  const months: { period: Period; reading: MeterReading; installation: boolean }[] = [];
  for (const reading of all) {
    const period = periodOfDate(reading.date);
    if (months.at(-1)?.period === period) months.pop();
    months.push({ period, reading, installation: reading === installation });
  }
  return months;
}

/** From which day on a reading is known to the bills. */
export function countedSince({ date, counts }: MeterReading): LocalDate {
  return counts ?? date;
}

/** Stands for the day of installation where nobody wrote it down. */
const LONG_AGO = dateOf(1900, 1, 1);

/** The reading that the meter was installed with: `initial`, else what was read on that day, else 0. */
export function readingAtInstallation(meter: MeterFacts): MeterReading | null {
  const date = meter.installed ?? null;
  if (meter.initial) return { date: date ?? LONG_AGO, value: meter.initial };
  if (date === null) return null;
  return meter.readings.find((reading) => reading.date === date) ?? { date, value: zero(meter) };
}

function zero({ readings, final }: MeterFacts): MeterReading['value'] {
  const like = readings[0]?.value ?? final ?? '0';
  return typeof like === 'string' ? '0' : Object.fromEntries(Object.keys(like).map((zone) => [zone, '0']));
}

function readingAtRemoval(
  meter: MeterFacts,
  { baseBefore, until }: ReadingWindow,
  law: MissingReadingsLaw,
): MeterReading | Refusal | null {
  const date = meter.removed ?? null;
  if (date === null || date < baseBefore || date >= until || date > lastCountedDay(meter, law) + 1) return null;
  if (!meter.final) return new Refusal('no-final-reading', { meter: meter.id, date: formatDate(date) });
  return { date, value: meter.final };
}

/** The last day on which a reading of this meter counts: not after it failed or its verification is over (ПП 354, п. 81(12)). */
export function lastCountedDay({ verifiedUntil, failed }: MeterFacts, law: MissingReadingsLaw): LocalDate {
  const verified = law.expiredCount ? FOREVER : (verifiedUntil ?? FOREVER);
  return Math.min(verified, (failed ?? FOREVER) - 1) as LocalDate;
}

const FOREVER = Infinity as LocalDate;

function sameReading(a: MeterReading, b: MeterReading): boolean {
  return a.date === b.date && JSON.stringify(a.value) === JSON.stringify(b.value);
}

function outsideMeter(meter: MeterFacts, { date }: MeterReading): Refusal {
  return new Refusal('reading-outside-meter', { meter: meter.id, date: formatDate(date) });
}
