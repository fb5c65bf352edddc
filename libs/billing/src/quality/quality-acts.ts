import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  addDays,
  addMonths,
  DomainError,
  formatDate,
  formatDateRange,
  type HouseId,
  type Id,
  type Interval,
  type LocalDate,
  monthInterval,
  parseDateRange,
  parseDecimal,
  type Period,
  periodOfDate,
  type PremisesId,
} from '@dvor/kernel';
import {
  AuditLog,
  decodeCursor,
  KEY,
  type Page,
  type PageRequest,
  pageOf,
  recordChanges,
  type Recording,
  type Tx,
} from '@dvor/platform';
import {
  formatMinute,
  isDeviationOf,
  type LocalMinute,
  minuteOf,
  type QualityEventType,
  type QualityService,
} from '../core/index.js';

export type QualityActId = Id<'QualityAct'>;

/** What an act says; all of it can be corrected. */
export interface NewQualityAct {
  readonly number: string;
  readonly dated: LocalDate;
  readonly service: QualityService;
  readonly type: QualityEventType;
  /** Of the house's own clock. */
  readonly from: LocalMinute;
  /** `null`: still going. */
  readonly to: LocalMinute | null;
  /** Degrees, or percent off the right pressure; of the others `null`. */
  readonly value: string | null;
  /** When a complaint was taken down; `null`: the executor knew himself. */
  readonly complainedAt: LocalMinute | null;
  /** Why it is entered although it speaks of what is more than three years ago. */
  readonly lateReason: string | null;
  /** Where; nothing but houses: all of each. */
  readonly places: readonly QualityPlace[];
}

/** A whole house, or what of it is named: entrances, premises, the premises of accounts. */
export interface QualityPlace {
  readonly houseId: HouseId;
  readonly entrances?: readonly number[];
  readonly premisesIds?: readonly PremisesId[];
  readonly accountIds?: readonly AccountId[];
}

/** An act as it is known now, or was known last. */
export interface QualityAct {
  readonly id: QualityActId;
  readonly number: string;
  readonly dated: string;
  readonly service: QualityService;
  readonly type: QualityEventType;
  /** `2026-09-22T08:10` */
  readonly from: string;
  readonly to: string | null;
  readonly value: string | null;
  readonly complainedAt: string | null;
  readonly lateReason: string | null;
  readonly houses: readonly QualityActHouse[];
  readonly reason: string;
  readonly documentId: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  /** How often it was corrected. */
  readonly corrections: number;
  readonly cancelled: { readonly reason: string; readonly at: Date; readonly by: string | null } | null;
}

export interface QualityActHouse {
  readonly id: HouseId;
  readonly address: string;
  /** `null`: all of the house. */
  readonly premises: readonly { readonly id: PremisesId; readonly kind: string; readonly number: string }[] | null;
}

export interface QualityActFilter {
  /** Part of a number. */
  readonly text?: string | undefined;
  readonly service?: QualityService | undefined;
  readonly houseId?: HouseId | undefined;
  /** Which month it speaks of. */
  readonly period?: Period | undefined;
  readonly state?: 'standing' | 'cancelled' | undefined;
}

/** The day on which something is entered, and who enters it. */
export interface EnteredToday extends Recording {
  readonly today: LocalDate;
}

/** Acts on outages and poor quality, each over as many premises as it concerns (ПП 354, п. 98–113, прил. 1). */
@Injectable()
export class QualityActs {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  /** The latest entered first. */
  async list(tx: Tx, filter: QualityActFilter, page: PageRequest): Promise<Page<QualityAct>> {
    const before = page.cursor === undefined ? null : decodeCursor(page.cursor, [KEY.id])[0]!;
    const { text, service, houseId, period, state } = filter;
    const rows = await tx.query<QualityAct[]>(
      `${SELECT}
        where ($1::bigint is null or a.id < $1) and ($2::text is null or f.number ilike $2) and ($3::text is null or f.service = $3)
          and ($4::bigint is null or exists (select from quality_act_facts p where p.act_id = a.id and p.version = f.version and p.house_id = $4))
          and ($5::daterange is null or f.valid && $5::daterange) and ($6::boolean is null or (c.act_id is not null) = $6)
        order by a.id desc limit $7`,
      [
        before,
        text ? `%${text.replaceAll(/[\\%_]/g, '\\$&')}%` : null,
        service ?? null,
        houseId ?? null,
        period === undefined ? null : formatDateRange(monthInterval(period)),
        state === undefined ? null : state === 'cancelled',
        page.limit + 1,
      ],
    );
    return pageOf(rows, page.limit, ({ id }) => [id]);
  }

  /** @throws DomainError `quality-act.not-found` */
  async read(tx: Tx, id: QualityActId): Promise<QualityAct> {
    const [act] = await tx.query<QualityAct[]>(`${SELECT} where a.id = $1`, [id]);
    if (!act) throw new DomainError('quality-act.not-found');
    return act;
  }

  /** @throws DomainError `quality-act.number-taken`, and those of `checkedAct` and `placesOf` */
  async add(tx: Tx, act: NewQualityAct, entered: EnteredToday): Promise<QualityActId> {
    checkedAct(act, entered.today);
    const places = await placesOf(tx, act.places);
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('quality acts', current_organization()))`); // so that two people don't enter one act at once
    await refuseTwice(tx, act, null);
    const [made] = await tx.query<{ id: QualityActId }[]>(
      'insert into quality_acts (organization_id) values (current_organization()) returning id',
    );
    await write(tx, { act, places, id: made!.id, version: 1 }, entered);
    await this.note(tx, 'quality-act.add', made!.id, told(act, places), entered);
    return made!.id;
  }

  /**
   * What an act says was entered wrongly, or the service came back at last. What was known before stays.
   *
   * @throws DomainError `quality-act.not-found`, `quality-act.cancelled`, `quality-act.number-taken`, and those of
   * `checkedAct` and `placesOf`
   */
  async correct(tx: Tx, id: QualityActId, act: NewQualityAct, entered: EnteredToday): Promise<void> {
    const { version } = await lockAct(tx, id);
    checkedAct(act, entered.today);
    const places = await placesOf(tx, act.places);
    await refuseTwice(tx, act, id);
    await supersede(tx, id, entered);
    await write(tx, { act, places, id, version: version + 1 }, entered);
    await this.note(tx, 'quality-act.correct', id, told(act, places), entered);
  }

  /** @throws DomainError `quality-act.not-found`, `quality-act.cancelled` */
  async cancel(tx: Tx, id: QualityActId, recording: Recording): Promise<void> {
    const { number } = await lockAct(tx, id);
    await supersede(tx, id, recording);
    await tx.query(
      `insert into quality_act_cancellations (act_id, organization_id, reason, document_id, recorded_by)
       values ($1, current_organization(), $2, $3, $4)`,
      [id, recording.reason, recording.documentId ?? null, recording.by],
    );
    await this.note(tx, 'quality-act.cancel', id, { number }, recording);
  }

  private async note(
    tx: Tx,
    action: string,
    id: QualityActId,
    details: Readonly<Record<string, string>>,
    { by, reason }: Recording,
  ): Promise<void> {
    const object = { type: 'quality-act', id };
    await this.audit.record(tx, { userId: by, action, object, details: { ...details, reason } });
  }
}

// ----------------------------------------------------------------------------------------------- what an act may say

/**
 * @throws DomainError `quality-act.number`, `quality-act.future`, `quality-act.minutes`, `quality-act.not-of-service`,
 * `quality-act.value`, `quality-act.too-old`
 */
export function checkedAct(act: NewQualityAct, today: LocalDate): void {
  const { number, dated, service, type, from, to, value, lateReason } = act;
  if (number.trim() === '') throw new DomainError('quality-act.number');
  if (dated > today) throw new DomainError('quality-act.future', { date: formatDate(dated) });
  const tomorrow = minuteOf(addDays(today, 1));
  const later = [from, to, act.complainedAt].find((at) => at !== null && at > tomorrow);
  if (later) throw new DomainError('quality-act.future', { date: formatMinute(later) });
  if (to !== null && to <= from)
    throw new DomainError('quality-act.minutes', { from: formatMinute(from), to: formatMinute(to) });
  if (!isDeviationOf(type, service)) throw new DomainError('quality-act.not-of-service', { type, service });
  if (!isValueOf(type, value)) throw new DomainError('quality-act.value', { type, value: value ?? '' });
  const day = daysOf(act).from;
  if (!lateReason && periodOfDate(day) < addMonths(periodOfDate(today), -LIMITATION))
    throw new DomainError('quality-act.too-old', { date: formatDate(day), months: LIMITATION });
}

/** What is more than three years ago can't be claimed (ГК 196): whoever enters it says why. */
const LIMITATION = 36;

function isValueOf(type: QualityEventType, value: string | null): boolean {
  if (type !== 'temperature' && type !== 'pressure') return value === null;
  const figure = parseDecimal(value ?? '');
  return figure !== null && figure.abs().lte('100');
}

/** Days on which a minute of it lies. */
function daysOf({ from, to }: Pick<NewQualityAct, 'from' | 'to'>): Interval {
  const dayOf = (at: number) => Math.floor(at / MINUTES_A_DAY) as LocalDate;
  return { from: dayOf(from), to: to === null ? null : addDays(dayOf(to - 1), 1) };
}

const MINUTES_A_DAY = 1440;

function told(act: NewQualityAct, places: readonly Place[]): Record<string, string> {
  const { number, dated, service, type, from, to } = act;
  return {
    ...{ number, dated: formatDate(dated), service, type, from: formatMinute(from) },
    ...(to !== null && { to: formatMinute(to) }),
    houses: String(new Set(places.map(({ houseId }) => houseId)).size),
    premises: String(places.filter(({ premisesId }) => premisesId !== null).length),
  };
}

// ------------------------------------------------------------------------------------------------------------ where

interface Place {
  readonly houseId: HouseId;
  readonly premisesId: PremisesId | null;
}

/**
 * Houses and premises, each once.
 *
 * @throws DomainError `quality-act.nowhere`, `house.not-found`, `quality-act.not-of-house`
 */
export async function placesOf(tx: Tx, asked: readonly QualityPlace[]): Promise<Place[]> {
  if (asked.length === 0) throw new DomainError('quality-act.nowhere');
  const found = await tx.query<(Place & { wanted: number })[]>(PLACES, [
    JSON.stringify(
      asked.map(({ houseId, entrances, premisesIds, accountIds }, wanted) => ({
        ...{
          wanted,
          house: houseId,
          entrances: entrances ?? [],
          premises: premisesIds ?? [],
          accounts: accountIds ?? [],
        },
        whole: !entrances?.length && !premisesIds?.length && !accountIds?.length,
      })),
    ),
  ]);
  const places = new Map<string, Place>();
  for (const { houseId, premisesId } of found) places.set(`${houseId} ${premisesId ?? ''}`, { houseId, premisesId });
  for (const [i, { houseId, premisesIds = [], accountIds = [] }] of asked.entries()) {
    const own = found.filter(({ wanted }) => wanted === i);
    if (own.length === 0) throw new DomainError('house.not-found', { id: houseId });
    const missing = premisesIds.find((id) => !own.some(({ premisesId }) => premisesId === id));
    if (missing !== undefined) throw new DomainError('quality-act.not-of-house', { id: missing });
    if (accountIds.length > 0 && own.every(({ premisesId }) => premisesId === null))
      throw new DomainError('quality-act.not-of-house', { id: accountIds[0]! });
  }
  const all = [...places.values()];
  const whole = new Set(all.filter(({ premisesId }) => premisesId === null).map(({ houseId }) => houseId));
  return all.filter(({ houseId, premisesId }) => premisesId === null || !whole.has(houseId));
}

const PLACES = `
  with asked as (select * from jsonb_to_recordset($1) as p
                   (wanted int, house bigint, entrances smallint[], premises bigint[], accounts bigint[], whole boolean))
  select q.wanted, h.id as "houseId", null::bigint as "premisesId" from asked q join houses h on h.id = q.house where q.whole
   union
  select q.wanted, p.house_id, p.id
    from asked q join premises p on p.house_id = q.house
   where not q.whole and (p.entrance = any (q.entrances) or p.id = any (q.premises)
          or exists (select from accounts a where a.premises_id = p.id and a.id = any (q.accounts)))
   order by 1, 2, 3`;

// ------------------------------------------------------------------------------------------------------- what stands

async function lockAct(tx: Tx, id: QualityActId): Promise<{ version: number; number: string }> {
  const [act] = await tx.query<{ version: number; number: string; stands: boolean }[]>(
    `select f.version, f.number, f.superseded_at is null as stands
       from quality_acts a join quality_act_facts f on f.act_id = a.id
      where a.id = $1 order by f.version desc limit 1 for no key update of f`,
    [id],
  );
  if (!act) throw new DomainError('quality-act.not-found');
  if (!act.stands) throw new DomainError('quality-act.cancelled', { number: act.number });
  return act;
}

async function refuseTwice(tx: Tx, { number, dated }: NewQualityAct, id: QualityActId | null): Promise<void> {
  const [taken] = await tx.query<unknown[]>(
    `select 1 from quality_act_facts where superseded_at is null and number = $1 and dated = $2 and ($3::bigint is null or act_id <> $3) limit 1`,
    [number.trim(), formatDate(dated), id],
  );
  if (taken) throw new DomainError('quality-act.number-taken', { number, date: formatDate(dated) });
}

async function supersede(tx: Tx, id: QualityActId, recording: Recording): Promise<void> {
  const rows = await tx.query<(Place & { valid: string })[]>(
    `with gone as (update quality_act_facts set superseded_at = organization_now(), superseded_by = $2
                    where act_id = $1 and superseded_at is null
                returning house_id, premises_id, valid)
     select house_id as "houseId", premises_id as "premisesId", valid::text as valid from gone`,
    [id, recording.by],
  );
  await noteChanges(
    tx,
    rows.map(({ valid, ...place }) => ({ ...place, days: parseDateRange(valid) })),
    recording,
  );
}

async function write(
  tx: Tx,
  { act, places, id, version }: { act: NewQualityAct; places: readonly Place[]; id: QualityActId; version: number },
  recording: Recording,
): Promise<void> {
  const days = daysOf(act);
  await tx.query(
    `insert into quality_act_facts (organization_id, house_id, premises_id, act_id, version, valid, service, type, from_at, to_at,
                                    value, number, dated, complained_at, late_reason, recorded_by, reason, document_id)
     select current_organization(), p.house, p.premises, $3, $4, $5::daterange, $6, $7, $8::timestamp, $9::timestamp, $10::numeric,
            $11, $12::date, $13::timestamp, $14, $15, $16, $17
       from unnest($1::bigint[], $2::bigint[]) as p (house, premises)`,
    [
      places.map(({ houseId }) => houseId),
      places.map(({ premisesId }) => premisesId),
      id,
      version,
      formatDateRange(days),
      act.service,
      act.type,
      formatMinute(act.from),
      act.to === null ? null : formatMinute(act.to),
      act.value,
      act.number.trim(),
      formatDate(act.dated),
      act.complainedAt === null ? null : formatMinute(act.complainedAt),
      act.lateReason,
      recording.by,
      recording.reason,
      recording.documentId ?? null,
    ],
  );
  await noteChanges(
    tx,
    places.map((place) => ({ ...place, days })),
    recording,
  );
}

async function noteChanges(
  tx: Tx,
  places: readonly (Place & { readonly days: Interval })[],
  recording: Recording,
): Promise<void> {
  const changes = places.map(({ houseId, premisesId, days }) => ({
    fact: 'quality_act_facts',
    subject:
      premisesId === null ? ({ type: 'house', id: houseId } as const) : ({ type: 'premises', id: premisesId } as const),
    ...days,
  }));
  await recordChanges(tx, changes, recording);
}

const SELECT = `
  select a.id, f.number, f.dated::text as dated, f.service, f.type,
         to_char(f.from_at, 'YYYY-MM-DD"T"HH24:MI') as "from", to_char(f.to_at, 'YYYY-MM-DD"T"HH24:MI') as "to",
         trim_scale(f.value)::text as value, to_char(f.complained_at, 'YYYY-MM-DD"T"HH24:MI') as "complainedAt",
         f.late_reason as "lateReason", f.reason, f.document_id as "documentId", f.recorded_at as "recordedAt", u.name as "recordedBy",
         f.version - 1 as corrections, places.houses,
         case when c.act_id is null then null
              else json_build_object('reason', c.reason, 'at', c.recorded_at, 'by', cu.name) end as cancelled
    from quality_acts a
    join lateral (select * from quality_act_facts where act_id = a.id order by version desc, id limit 1) f on true
    cross join lateral (
      select json_agg(json_build_object('id', h.id::text, 'address', concat_ws(', ', h.street, h.building), 'premises', p.premises)
                      order by h.street, h.building, h.id) as houses
        from (select v.house_id, case when bool_or(v.premises_id is null) then null
                                      else json_agg(json_build_object('id', r.id::text, 'kind', r.kind, 'number', r.number)
                                                    order by length(r.number), r.number, r.id) end as premises
                from quality_act_facts v left join premises r on r.id = v.premises_id
               where v.act_id = a.id and v.version = f.version group by v.house_id) p
        join houses h on h.id = p.house_id) places
    left join users u on u.id = f.recorded_by
    left join quality_act_cancellations c on c.act_id = a.id
    left join users cu on cu.id = c.recorded_by`;
