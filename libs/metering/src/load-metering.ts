import {
  addMonths,
  firstDay,
  formatDate,
  formatDateRange,
  type HouseId,
  type Interval,
  lastDay,
  type LocalDate,
  type MeterId,
  monthInterval,
  type Period,
  periodOfDate,
  type PremisesId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { MeterActInMonth } from './load-meter-acts.js';
import { meterOfEachPlace } from './core/places.js';
import { byZone, type ZonedValue } from './core/zones.js';
import {
  type ReadingsByMeter,
  readingsBetween,
  readingsOfHouses,
  readingsOfMeters,
  readingsThatCount,
} from './load-readings.js';

/** A meter with the readings that the month's volume can depend on. */
export interface MeterInMonth {
  readonly id: MeterId;
  readonly houseId: HouseId;
  /** `null`: a meter of the whole house. */
  readonly premisesId: PremisesId | null;
  readonly resource: string;
  readonly zones: readonly string[];
  readonly digits: number;
  readonly installed: LocalDate;
  readonly removed: LocalDate | null;
  /** Last good day; `null`: no verification is known. */
  readonly verifiedUntil: LocalDate | null;
  readonly initial: ZonedValue;
  readonly final: ZonedValue | null;
  readonly readings: readonly MeterReading[];
  /** Months whose last reading, or the removal, settles the months before it that had none by days. */
  readonly spread?: readonly Period[];
}

export interface MeterReading {
  readonly date: LocalDate;
  readonly value: ZonedValue;
  /** It came when its month was closed, or its window was over, and counts from this day on, in a later one. */
  readonly counts?: LocalDate;
}

/** Readings that came after months without any, and what the bills have made of them. */
export interface LateReadings {
  /** By meter and day, of those that came when their month was closed: the day from which they count. */
  readonly counts: ReadonlyMap<string, LocalDate>;
  /** By meter: the months whose last reading is spread by days over those before it that had none. */
  readonly spread: ReadonlyMap<MeterId, ReadonlySet<Period>>;
}

export function lateKey(meter: MeterId, date: LocalDate): string {
  return `${meter} ${date}`;
}

/**
 * Loads the meters of some houses, and their readings: all of the month (of one day, the last recorded), the last of each
 * month before. A removed meter comes too as long as no other has taken its place.
 *
 * Where the month and the one before were read, a meter comes with these readings only: its volume is their difference.
 * Any other, one whose verification runs out, one that was removed, one that an act speaks of, and those of premises
 * whose account opens or closes inside the month also come with the last earlier reading, however old, and the thirteen
 * months before that; of one that failed, the last reading before it did. Four queries, however many houses there are.
 *
 * A meter whose later reading is spread by days over the month comes with all that was read until then.
 *
 * @param only  meters of these premises; `null`: all
 * @param late  which readings count otherwise than in their own month
 */
export async function loadMetering(
  tx: Tx,
  houseIds: readonly HouseId[],
  month: Period,
  acts: readonly MeterActInMonth[] = [],
  only: readonly PremisesId[] | null = null,
  late: LateReadings = NONE_LATE,
): Promise<MeterInMonth[]> {
  const days = monthInterval(month);
  const [lastMonth, end] = [formatDate(firstDay(addMonths(month, -1))), formatDate(lastDay(month))];
  const rows = only
    ? await tx.query<MeterRow[]>(metersWhere('and m.premises_id = any ($2::bigint[])'), [houseIds, only])
    : await tx.query<MeterRow[]>(METERS, [houseIds]);
  const meters = metersInUse(rows, days);
  const readings = only
    ? await readingsBetween(
        tx,
        meters.map(({ id }) => id),
        lastMonth,
        end,
      )
    : await readingsOfHouses(tx, houseIds, lastMonth, end);
  addReadings(meters, readings, { month, late });
  const changedHands = await tx.query<{ id: PremisesId }[]>(CHANGED_HANDS, [houseIds, formatDateRange(days)]);
  const unclear = new Set([...changedHands.map(({ id }) => id), ...acts.map(({ premisesId }) => premisesId)]);
  const asked = meters.filter(
    (meter) => meter.premisesId !== null && (unclear.has(meter.premisesId) || !isClear(meter, month)),
  );
  const ids = asked.map(({ id }) => id);
  const failures = acts.filter(({ kind }) => kind === 'meter-failed').map(({ from }) => from);
  const before = formatDate(Math.min(firstDay(addMonths(month, -1)), ...failures) as LocalDate);
  if (ids.length > 0) addReadings(asked, await readingsOfMeters(tx, ids, before, end), { month, late });
  await addSpread(tx, meters, { month, late });
  return meters;
}

const NONE_LATE: LateReadings = { counts: new Map(), spread: new Map() };

/** The nearest month that is spread back reaches over this one, or none does. */
async function addSpread(
  tx: Tx,
  meters: readonly Draft[],
  { month, late }: { readonly month: Period; readonly late: LateReadings },
): Promise<void> {
  const settled = meters.flatMap((meter) => {
    const later = [...(late.spread.get(meter.id) ?? [])].filter((one) => one >= month);
    return later.length === 0 ? [] : [{ meter, by: Math.min(...later) as Period }];
  });
  for (const { meter, by } of settled) meter.spread = [by];
  const ahead = settled.filter(({ by }) => by > month);
  if (ahead.length === 0) return;
  const ids = ahead.map(({ meter }) => meter.id);
  const end = lastDay(Math.max(...ahead.map(({ by }) => by)) as Period);
  const readings = await readingsOfMeters(tx, ids, formatDate(firstDay(month)), formatDate(end));
  for (const { meter, by } of ahead)
    addReadings(
      [meter],
      new Map([[meter.id, (readings.get(meter.id) ?? []).filter(({ date }) => date <= lastDay(by))]]),
      {
        month,
        late,
      },
    );
}

/** A meter that still gets its readings. */
type Draft = Omit<MeterInMonth, 'readings' | 'spread'> & {
  readings: readonly MeterReading[];
  spread?: readonly Period[];
};

function addReadings(
  meters: readonly Draft[],
  readings: ReadingsByMeter,
  { month, late }: { readonly month: Period; readonly late: LateReadings },
): void {
  for (const meter of meters) {
    const counting = readingsThatCount(readings.get(meter.id) ?? [], month);
    meter.readings = counting.map(({ date, amounts, counts: told }) => {
      const value = valueOf(meter.zones, amounts);
      const counts = (late.counts.size === 0 ? undefined : late.counts.get(lateKey(meter.id, date))) ?? told;
      return counts === undefined ? { date, value } : { date, value, counts };
    });
  }
}

/** Read in the month and in the one before by a meter that is good to the end. */
function isClear({ readings, removed, verifiedUntil }: MeterInMonth, month: Period): boolean {
  if (removed !== null || (verifiedUntil !== null && verifiedUntil < lastDay(month))) return false;
  const counting = readings.filter(({ counts }) => counts === undefined);
  return (
    counting.length > 1 && periodOfDate(counting[0]!.date) < month && periodOfDate(counting.at(-1)!.date) === month
  );
}

interface MeterRow {
  readonly id: MeterId;
  readonly houseId: HouseId;
  readonly premisesId: PremisesId | null;
  readonly resource: string;
  readonly zones: string;
  readonly digits: number;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly verifiedUntil: LocalDate | null;
  readonly initial: string;
  readonly final: string | null;
}

// Lists come as text: node-postgres takes longer to decode an array than the server to find it.
const metersWhere = (more: string) => `
  select m.id, m.house_id as "houseId", m.premises_id as "premisesId", m.resource, m.zones::text as zones, m.digits,
         lower(f.valid) - date '1970-01-01' as "from", upper(f.valid) - date '1970-01-01' as "to",
         f.verified_until - date '1970-01-01' as "verifiedUntil", f.initial_values::text as initial, f.final_values::text as final
    from meters m join meter_facts f on f.meter_id = m.id and f.house_id = any ($1)
   where m.house_id = any ($1) and f.superseded_at is null ${more}
   order by m.id, lower(f.valid)`;
const METERS = metersWhere('');

const CHANGED_HANDS = `
  select a.premises_id as id
    from account_facts f join accounts a on a.id = f.account_id
   where f.house_id = any ($1) and f.superseded_at is null and f.valid && $2::daterange and not f.valid @> $2::daterange`;

/**
 * The meters of rows that stand together by meter, earliest first. Each row is the time between two verifications: the
 * first says with which reading the meter began, the last with which it ended.
 */
function metersInUse(rows: readonly MeterRow[], { from, to }: Interval): Draft[] {
  const meters: Draft[] = [];
  const gone: Draft[] = [];
  for (let begin = 0, end = 0; begin < rows.length; begin = end) {
    while (rows[end]?.id === rows[begin]!.id) end += 1;
    const [first, last] = [rows[begin]!, rows[end - 1]!];
    if (first.from >= to!) continue; // not yet there
    const current = rows.slice(begin, end).findLast((row) => row.from < to!)!;
    const meter = meterOf({ first, current, last });
    meters.push(meter);
    if (meter.removed !== null && meter.removed < from) gone.push(meter);
  }
  const replaced = gone.length > 0 ? replacedOf(gone, meters, from) : null;
  return replaced ? meters.filter((meter) => !replaced.has(meter)) : meters;
}

/** Of the meters that are gone, those whose place was taken by `day`. */
function replacedOf(gone: readonly Draft[], meters: readonly Draft[], day: LocalDate): Set<Draft> {
  const placesOf = ({ houseId, premisesId, resource }: Draft) => `${houseId} ${premisesId} ${resource}`;
  const replaced = new Set(gone);
  const asked = new Map(gone.map((meter) => [placesOf(meter), [] as Draft[]]));
  for (const meter of meters) asked.get(placesOf(meter))?.push(meter);
  for (const group of asked.values()) for (const meter of meterOfEachPlace(group, day)) replaced.delete(meter);
  return replaced;
}

function meterOf({ first, current, last }: Record<'first' | 'current' | 'last', MeterRow>): Draft {
  const zones = listOf(first.zones);
  return {
    id: first.id,
    houseId: first.houseId,
    premisesId: first.premisesId,
    resource: first.resource,
    zones,
    digits: first.digits,
    installed: first.from,
    removed: last.to,
    verifiedUntil: current.verifiedUntil,
    initial: valueOf(zones, first.initial),
    final: last.final === null ? null : valueOf(zones, last.final),
    readings: [],
  };
}

/** PostgreSQL's `{day,night}`. */
function listOf(text: string): string[] {
  return text.slice(1, -1).split(',');
}

/** PostgreSQL's `{12.3450,4.0000}` by zone, without the zeros that the column's scale adds. */
function valueOf(zones: readonly string[], text: string): ZonedValue {
  const amounts = zones.length === 1 ? [text.slice(1, -1)] : listOf(text);
  return byZone(zones, amounts.map(withoutTrailingZeros));
}

/** A loop where a regular expression would do: a chunk of houses has twenty thousand amounts. */
function withoutTrailingZeros(amount: string): string {
  if (!amount.includes('.')) return amount;
  let end = amount.length;
  while (amount[end - 1] === '0') end -= 1;
  if (amount[end - 1] === '.') end -= 1;
  return amount.slice(0, end);
}
