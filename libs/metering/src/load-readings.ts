import { firstDay, type HouseId, type LocalDate, type MeterId, type Period, periodOfDate } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

/** A reading as it stands in the database: amounts in the order of the meter's zones. */
export interface RawReading {
  readonly date: LocalDate;
  readonly id: number;
  /** PostgreSQL's text of the list. */
  readonly amounts: string;
  /** It came when the window of its month was over, and counts from this day on. */
  readonly counts?: LocalDate;
}

export type ReadingsByMeter = Map<MeterId, RawReading[]>;

/** What was read between two days, both included, in some houses. */
export async function readingsOfHouses(
  tx: Tx,
  houseIds: readonly HouseId[],
  from: string,
  to: string,
): Promise<ReadingsByMeter> {
  return unpacked(await tx.query<Packed[]>(OF_HOUSES, [houseIds, from, to]));
}

/** What was read of some meters between two days, both included. */
export async function readingsBetween(
  tx: Tx,
  ids: readonly MeterId[],
  from: string,
  to: string,
): Promise<ReadingsByMeter> {
  return ids.length === 0 ? new Map() : unpacked(await tx.query<Packed[]>(BETWEEN, [ids, from, to]));
}

/** What was read until `to`, beginning thirteen months before the last reading that was taken earlier than `before`. */
export async function readingsOfMeters(
  tx: Tx,
  ids: readonly MeterId[],
  before: string,
  to: string,
): Promise<ReadingsByMeter> {
  return unpacked(await tx.query<Packed[]>(OF_METERS, [ids, before, to]));
}

/** In the order of days; of one day the last recorded, and of months before `month` only the last reading of each. */
export function readingsThatCount(readings: readonly RawReading[], month: Period): RawReading[] {
  const begin = firstDay(month);
  const counting: RawReading[] = [];
  for (const reading of [...readings].sort((a, b) => a.date - b.date || a.id - b.id)) {
    const last = counting.at(-1);
    const replaced =
      last && (last.date === reading.date || (reading.date < begin && countedIn(last) === countedIn(reading)));
    if (replaced) counting.pop();
    counting.push(reading);
  }
  return counting;
}

function countedIn({ counts, date }: RawReading): Period {
  return periodOfDate(counts ?? date);
}

// A chunk of houses has ten thousand readings. As rows they take node-postgres twice as long as the server took to find
// them; so they come packed into one text a house.
const PACKED = `string_agg(concat_ws(':', meter_id, taken_on - date '1970-01-01', id, amounts, counts_from - date '1970-01-01'), ';') as readings`;

const OF_HOUSES = `
  select ${PACKED} from readings where house_id = any ($1) and taken_on between $2::date and $3::date and refused_at is null group by house_id`;

const BETWEEN = `
  select ${PACKED} from readings where meter_id = any ($1::bigint[]) and taken_on between $2::date and $3::date and refused_at is null group by meter_id`;

// Materialized: else the day to begin with is looked for again at every reading.
const OF_METERS = `
  with meter as materialized (
    select given.id as meter_id, coalesce((
           select taken_on - interval '13 months' from readings
            where meter_id = given.id and taken_on < $2::date and refused_at is null order by taken_on desc limit 1), $2::date)::date as since
      from unnest($1::bigint[]) as given (id))
  select ${PACKED} from meter join readings using (meter_id) where taken_on between meter.since and $3::date and refused_at is null`;

interface Packed {
  /** `meter:day:id:{amounts}[:day from which it counts];…`; `null`: none. */
  readonly readings: string | null;
}

function unpacked(rows: readonly Packed[]): ReadingsByMeter {
  const byMeter: ReadingsByMeter = new Map();
  for (const { readings } of rows)
    for (const packed of readings?.split(';') ?? []) {
      const [meterId, day, id, amounts, counts] = packed.split(':') as [MeterId, string, string, string, string?];
      const reading: RawReading = {
        ...{ date: Number(day) as LocalDate, id: Number(id), amounts },
        ...(counts !== undefined && { counts: Number(counts) as LocalDate }),
      };
      const others = byMeter.get(meterId);
      if (others) others.push(reading);
      else byMeter.set(meterId, [reading]);
    }
  return byMeter;
}
