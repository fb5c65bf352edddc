import { addDays, formatDate, type HouseId, type LocalDate, type MeterId, type PremisesId } from '@dvor/kernel';
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

/** Readings so far back tell what is usual; of a meter that was silent longer the last one is looked for. */
const DAYS_BACK = 200;

/** Meters of which readings have come, their houses locked against others who bring readings at this moment. */
export async function loadDials(tx: Tx, ids: readonly MeterId[], since: LocalDate): Promise<Map<MeterId, KnownMeter>> {
  const meters = await tx.query<MeterRow[]>(METERS, [ids]);
  await tx.query(LOCKS, [[...new Set(meters.map(({ houseId }) => houseId))]]);
  const readings = unpacked(
    await tx.query<{ readings: string }[]>(READINGS, [ids, formatDate(addDays(since, -DAYS_BACK))]),
  );
  const silent = meters.map(({ id }) => id).filter((id) => !readings.get(id)?.some(({ date }) => date < since));
  const last = silent.length === 0 ? new Map() : unpacked(await tx.query(LAST, [silent, formatDate(since)]));
  return new Map(
    meters.map(({ facts, ...meter }) => [
      meter.id,
      knownMeter(meter, facts, [...(last.get(meter.id) ?? []), ...(readings.get(meter.id) ?? [])]),
    ]),
  );
}

type MeterRow = Omit<KnownMeter, 'stands' | 'verifiedUntil' | 'readings'> & {
  readonly facts: readonly (readonly [
    from: LocalDate,
    to: LocalDate | null,
    verified: LocalDate | null,
    initial: string,
  ])[];
};

function knownMeter(meter: Omit<MeterRow, 'facts'>, facts: MeterRow['facts'], readings: KnownReading[]): KnownMeter {
  const [first] = facts;
  const isFirst = first && !readings.some(({ date }) => date <= first[0]);
  const initial: KnownReading[] = isFirst
    ? [{ id: null, date: first[0], amounts: amountsOf(first[3]), source: null }]
    : [];
  return {
    ...meter,
    stands: facts.map(([from, to]) => ({ from, to })),
    verifiedUntil: facts.at(-1)?.[2] ?? null,
    readings: [...initial, ...readings],
  };
}

const DAY = (column: string) => `${column} - date '1970-01-01'`;

const METERS = `
  select m.id, m.house_id as "houseId", m.premises_id as "premisesId", m.serial, m.resource, m.zones, m.digits, m.scale,
         (select coalesce(json_agg(json_build_array(${DAY('lower(f.valid)')}, ${DAY('upper(f.valid)')}, ${DAY('f.verified_until')}, f.initial_values::text)
                          order by lower(f.valid)), '[]')
            from meter_facts f where f.meter_id = m.id and f.superseded_at is null) as facts
    from meters m where m.id = any ($1::bigint[])`;

/** Always in one order, so that two bringers of readings never wait for each other in a ring. */
const LOCKS = `
  select pg_advisory_xact_lock(hashtextextended('readings', id))
    from (select id from unnest($1::bigint[]) as house (id) order by id offset 0) houses`;

/** Packed: as rows they take the driver twice as long. */
const PACKED = `string_agg(concat_ws(':', meter_id, ${DAY('taken_on')}, id, source, amounts), ';' order by meter_id, taken_on, id) as readings`;

const READINGS = `
  select ${PACKED} from readings where meter_id = any ($1::bigint[]) and taken_on >= $2::date and refused_at is null`;

const LAST = `
  select ${PACKED}
    from unnest($1::bigint[]) as silent (meter)
   cross join lateral (select * from readings where meter_id = silent.meter and taken_on < $2::date and refused_at is null
                        order by taken_on desc, id desc limit 1) r`;

function unpacked(rows: readonly { readonly readings: string | null }[]): Map<MeterId, KnownReading[]> {
  const byMeter = new Map<MeterId, KnownReading[]>();
  for (const packed of rows[0]?.readings?.split(';') ?? []) {
    const [meterId, day, id, source, amounts] = packed.split(':') as [MeterId, string, string, ReadingSource, string];
    const reading = { id, date: Number(day) as LocalDate, source, amounts: amountsOf(amounts) };
    const others = byMeter.get(meterId);
    if (others) others.push(reading);
    else byMeter.set(meterId, [reading]);
  }
  return byMeter;
}

/** `{12.5000,3.0000}` */
function amountsOf(list: string): string[] {
  return list
    .slice(1, -1)
    .split(',')
    .map((amount) => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount));
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
