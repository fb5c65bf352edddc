import { type HouseId, type LocalDate, type MeterId, type PremisesId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { GivenReading } from './given-reading.js';
import type { Dial, DialReading, MeteredResource, ReadingSource } from '../core/index.js';

/** A meter with what a new reading of it is judged by. */
export interface KnownMeter extends Dial {
  readonly id: MeterId;
  readonly houseId: HouseId;
  readonly premisesId: PremisesId | null;
  readonly serial: string;
  readonly resource: MeteredResource;
  readonly verifiedUntil: LocalDate | null;
  /** In the order of days and of recording. */
  readonly readings: KnownReading[];
}

export interface KnownReading extends DialReading {
  /** `null`: it is being taken. */
  id: string | null;
  /** `null`: the meter was installed with it. */
  readonly source: ReadingSource | null;
}

/** Readings so far back tell what is usual. */
const DAYS_BACK = 200;

/**
 * Meters of which readings have come, their houses locked against others who bring readings at this moment. Of what was
 * read before the first of them a meter comes with the earliest of the days that tell what is usual and with the last of
 * all, and with everything from then on.
 *
 * @param since  the meters, each with the day of the first reading that has come
 */
export async function loadDials(tx: Tx, since: ReadonlyMap<MeterId, LocalDate>): Promise<Map<MeterId, KnownMeter>> {
  const ids = [...since.keys()];
  const meters = await tx.query<MeterRow[]>(METERS, [ids]);
  await tx.query(LOCKS, [[...new Set(meters.map(({ houseId }) => houseId))]]);
  const readings = unpacked(await tx.query(READINGS, [ids, [...since.values()], DAYS_BACK]));
  return new Map(
    meters.map((meter) => [
      meter.id,
      knownMeter(meter, readings.get(meter.id) ?? [], (since.get(meter.id)! - DAYS_BACK) as LocalDate),
    ]),
  );
}

type MeterRow = Omit<KnownMeter, 'zones' | 'stands' | 'verifiedUntil' | 'readings'> & {
  readonly zones: string;
  readonly facts: string | null;
};

/** What it was installed with stands before its readings, where these don't go farther back than what tells what is usual. */
function knownMeter(row: MeterRow, readings: KnownReading[], usualSince: LocalDate): KnownMeter {
  const { id, houseId, premisesId, serial, resource, zones, digits, scale } = row;
  const facts = row.facts?.split(';').map(meterFact) ?? [];
  const [first] = facts;
  const [earliest] = readings;
  const begins = first && (!earliest || (first.from >= usualSince && first.from < earliest.date));
  return {
    ...{ id, houseId, premisesId, serial, resource, zones: listOf(zones), digits, scale, stands: facts },
    verifiedUntil: facts.at(-1)?.verifiedUntil ?? null,
    readings: begins ? [initialOf(first), ...readings] : readings,
  };
}

function initialOf({ from, initial }: ReturnType<typeof meterFact>): KnownReading {
  return { id: null, date: from, amounts: amountsOf(initial), source: null };
}

function meterFact(packed: string) {
  const [from, to, verifiedUntil, initial] = packed.split(':') as [string, string, string, string];
  return { from: Number(from) as LocalDate, to: dayOrNone(to), verifiedUntil: dayOrNone(verifiedUntil), initial };
}

function dayOrNone(text: string): LocalDate | null {
  return text === '' ? null : (Number(text) as LocalDate);
}

const DAY = (column: string) => `${column} - date '1970-01-01'`;
const DAY_OR_NONE = (column: string) => `coalesce((${DAY(column)})::text, '')`;

const METERS = `
  select m.id, m.house_id as "houseId", m.premises_id as "premisesId", m.serial, m.resource, m.zones::text as zones, m.digits, m.scale,
         (select string_agg(concat_ws(':', ${DAY('lower(f.valid)')}, ${DAY_OR_NONE('upper(f.valid)')}, ${DAY_OR_NONE('f.verified_until')},
                                      f.initial_values), ';' order by lower(f.valid))
            from meter_facts f where f.meter_id = m.id and f.superseded_at is null) as facts
    from meters m where m.id = any ($1::bigint[])`;

/** Always in one order, so that two bringers of readings never wait for each other in a ring. */
const LOCKS = `
  select pg_advisory_xact_lock(hashtextextended('readings', id))
    from (select id from unnest($1::bigint[]) as house (id) order by id offset 0) houses`;

// Packed: as rows they take the driver twice as long.
const READINGS = `
  select string_agg(concat_ws(':', meter_id, ${DAY('taken_on')}, id, source, amounts), ';' order by place, taken_on, id) as readings
    from unnest($1::bigint[], $2::int[]) with ordinality as given (meter, day, place)
   cross join lateral (
      (select id, meter_id, taken_on, source, amounts from readings where meter_id = meter and taken_on >= date '1970-01-01' + (day - $3::int)
          and taken_on < date '1970-01-01' + day and refused_at is null order by taken_on, id desc limit 1)
       union all
      (select id, meter_id, taken_on, source, amounts from readings where meter_id = meter and taken_on < date '1970-01-01' + day and refused_at is null
        order by taken_on desc, id desc limit 1)
       union all
      (select id, meter_id, taken_on, source, amounts from readings where meter_id = meter and taken_on >= date '1970-01-01' + day and refused_at is null)) r`;

function unpacked(rows: readonly { readonly readings: string | null }[]): Map<MeterId, KnownReading[]> {
  const byMeter = new Map<MeterId, KnownReading[]>();
  for (const packed of rows[0]?.readings?.split(';') ?? []) {
    const [meterId, day, id, source, amounts] = packed.split(':') as [MeterId, string, string, ReadingSource, string];
    const reading = { id, date: Number(day) as LocalDate, source, amounts: amountsOf(amounts) };
    const others = byMeter.get(meterId);
    if (!others) byMeter.set(meterId, [reading]);
    else if (others.at(-1)!.id !== id) others.push(reading); // the earliest may be the last as well
  }
  return byMeter;
}

/** `{12.5000,3.0000}` */
function amountsOf(list: string): string[] {
  return listOf(list).map((amount) => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount));
}

/** PostgreSQL's `{day,night}`. */
function listOf(text: string): string[] {
  return text.slice(1, -1).split(',');
}

/** Amounts in the order of the meter's zones; a missing zone or one too many leaves their number wrong, which is refused. */
export function inOrder(value: GivenReading['value'], zones: readonly string[]): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value as readonly string[];
  const named = value as Readonly<Record<string, string>>;
  const known = zones.flatMap((zone) => named[zone] ?? []);
  const tooMany = known.length === zones.length && Object.keys(named).length > zones.length;
  return tooMany ? Object.values(named) : known;
}
