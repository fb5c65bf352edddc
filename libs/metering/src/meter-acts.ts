import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMonths,
  DomainError,
  formatDate,
  type HouseId,
  type Id,
  type Interval,
  type LocalDate,
  type MeterId,
  parseDateRange,
  parseDecimal,
  periodOfDate,
  type PremisesId,
} from '@dvor/kernel';
import { addFact, AuditLog, type FactTable, type Recording, removeFacts, type Tx } from '@dvor/platform';
import type { MeterActKind, MeteredResource } from './core/index.js';

export type MeterActId = Id<'MeterAct'>;

/** What an act says; all of it can be corrected. */
export interface ChangedMeterAct {
  readonly number: string;
  readonly dated: LocalDate;
  /** Names of those who signed it. */
  readonly signedBy: readonly string[];
  /** Of a failure: the day it failed; `null`: the day of the act. */
  readonly since?: LocalDate | null;
  /** Of a refusal: the day access was given; `null`: not yet. */
  readonly until?: LocalDate | null;
  /** Of an interference: months before the act, above zero and no more than three. */
  readonly months?: string | null;
  /** Why it is entered although it speaks of what is more than three years ago. */
  readonly lateReason?: string | null;
}

export interface NewMeterAct extends ChangedMeterAct {
  readonly kind: MeterActKind;
  /** `null`: of no one meter, then `resource` is named. */
  readonly meterId: MeterId | null;
  readonly resource: MeteredResource | null;
}

/** An act as it is known now, or was known last. */
export interface MeterAct {
  readonly id: MeterActId;
  readonly kind: MeterActKind;
  readonly resource: MeteredResource;
  readonly meter: { readonly id: MeterId; readonly serial: string } | null;
  readonly number: string;
  readonly dated: string;
  readonly signedBy: readonly string[];
  readonly since: string | null;
  readonly until: string | null;
  readonly months: string | null;
  readonly lateReason: string | null;
  readonly reason: string;
  readonly documentId: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  /** How often it was corrected. */
  readonly corrections: number;
  readonly cancelled: { readonly reason: string; readonly at: Date; readonly by: string | null } | null;
}

/** The day on which something is entered, and who enters it. */
export interface EnteredOn extends Recording {
  readonly today: LocalDate;
}

const ACT_FACTS: FactTable<
  'house_id' | 'premises_id' | 'act_id',
  'number' | 'dated' | 'signed_by' | 'months' | 'late_reason'
> = {
  name: 'meter_act_facts',
  key: { house_id: 'bigint', premises_id: 'bigint', act_id: 'bigint' },
  values: { number: 'text', dated: 'date', signed_by: 'text[]', months: 'numeric', late_reason: 'text' },
  subject: { type: 'premises', column: 'premises_id' },
};

/** Acts on refused access to meters, on their failure, and on interference with them (ПП 354, п. 59–62, 81(12)). */
@Injectable()
export class MeterActs {
  constructor(private readonly audit: AuditLog) {}

  /** The latest first, those that were cancelled among them. @throws DomainError `premises.not-found` */
  async ofPremises(tx: Tx, premisesId: PremisesId): Promise<MeterAct[]> {
    await houseOf(tx, premisesId, '');
    return tx.query<MeterAct[]>(LIST, [premisesId]);
  }

  /**
   * @throws DomainError `premises.not-found`, `meter.not-found`, `meter-act.resource`, `meter-act.meter-needed`,
   * `meter-act.not-standing`, `meter-act.number-taken`, and those of `checked`
   */
  async add(tx: Tx, premisesId: PremisesId, act: NewMeterAct, entered: EnteredOn): Promise<MeterActId> {
    const houseId = await houseOf(tx, premisesId, 'for update'); // so that two people don't enter one act at once
    const resource = await resourceOf(tx, premisesId, act);
    const days = checked(act.kind, act, entered.today);
    await refuseStrangeMeter(tx, act.meterId, days);
    await refuseTwice(tx, premisesId, { ...act, id: null });
    const [made] = await tx.query<{ id: MeterActId }[]>(
      `insert into meter_acts (organization_id, house_id, premises_id, resource, meter_id, kind)
       values (current_organization(), $1, $2, $3, $4, $5) returning id`,
      [houseId, premisesId, resource, act.meterId, act.kind],
    );
    const key = { house_id: houseId, premises_id: premisesId, act_id: made!.id };
    await addFact(tx, ACT_FACTS, { key, days, values: valuesOf(act) }, entered);
    await this.note(tx, 'meter-act.add', premisesId, { ...told(made!.id, act), kind: act.kind, resource }, entered);
    return made!.id;
  }

  /**
   * What an act says was entered wrongly, or access was given at last. What was known before stays.
   *
   * @throws DomainError `meter-act.not-found`, `meter-act.cancelled`, `meter-act.not-standing`,
   * `meter-act.number-taken`, and those of `checked`
   */
  async correct(tx: Tx, id: MeterActId, act: ChangedMeterAct, entered: EnteredOn): Promise<void> {
    const { premisesId, houseId, kind, meterId, days: before } = await lockAct(tx, id);
    refuseLate(before.from, { ...entered, lateReason: act.lateReason });
    const days = checked(kind, act, entered.today);
    await refuseStrangeMeter(tx, meterId, days);
    await refuseTwice(tx, premisesId, { ...act, kind, id });
    const key = { house_id: houseId, premises_id: premisesId, act_id: id };
    await removeFacts(tx, ACT_FACTS, { key, days: before }, entered);
    await addFact(tx, ACT_FACTS, { key, days, values: valuesOf(act) }, entered);
    await this.note(tx, 'meter-act.correct', premisesId, { ...told(id, act), kind }, entered);
  }

  /** @throws DomainError `meter-act.not-found`, `meter-act.cancelled`, `meter-act.too-old` */
  async cancel(tx: Tx, id: MeterActId, lateReason: string | null, entered: EnteredOn): Promise<void> {
    const { premisesId, houseId, kind, number, days } = await lockAct(tx, id);
    refuseLate(days.from, { ...entered, lateReason });
    const key = { house_id: houseId, premises_id: premisesId, act_id: id };
    await removeFacts(tx, ACT_FACTS, { key, days }, entered);
    await tx.query(
      `insert into meter_act_cancellations (act_id, organization_id, house_id, reason, late_reason, document_id, recorded_by)
       values ($1, current_organization(), $2, $3, $4, $5, $6)`,
      [id, houseId, entered.reason, lateReason, entered.documentId ?? null, entered.by],
    );
    await this.note(tx, 'meter-act.cancel', premisesId, { act: id, number, kind, lateReason }, entered);
  }

  private async note(
    tx: Tx,
    action: string,
    premisesId: PremisesId,
    details: Readonly<Record<string, string | null>>,
    { by, reason }: Recording,
  ): Promise<void> {
    const object = { type: 'premises', id: premisesId };
    await this.audit.record(tx, { userId: by, action, object, details: { ...details, reason } });
  }
}

// ----------------------------------------------------------------------------------------------- what an act may say

/**
 * The days that an act holds over.
 *
 * @throws DomainError `meter-act.number`, `meter-act.unsigned`, `meter-act.future`, `meter-act.days`,
 * `meter-act.months`, `meter-act.too-old`
 */
function checked(kind: MeterActKind, act: ChangedMeterAct, today: LocalDate): Interval {
  checkActPaper(act, today);
  const days = daysOf(kind, act);
  refuseLate(days.from, { today, lateReason: act.lateReason });
  return days;
}

/** @throws DomainError `meter-act.number`, `meter-act.unsigned`, `meter-act.future` */
export function checkActPaper(
  { number, dated, signedBy }: Pick<ChangedMeterAct, 'number' | 'dated' | 'signedBy'>,
  today: LocalDate,
): void {
  if (number.trim() === '') throw new DomainError('meter-act.number');
  if (signedBy.length === 0 || signedBy.some((name) => name.trim() === '')) throw new DomainError('meter-act.unsigned');
  if (dated > today) throw new DomainError('meter-act.future', { date: formatDate(dated) });
}

function daysOf(kind: MeterActKind, { dated, since, until, months }: ChangedMeterAct): Interval {
  switch (kind) {
    case 'access-refused':
      if (typeof until === 'number' && until <= dated)
        throw new DomainError('meter-act.days', { from: formatDate(dated), to: formatDate(until) });
      return { from: dated, to: until ?? null };
    case 'meter-failed':
      if (typeof since === 'number' && since > dated)
        throw new DomainError('meter-act.days', { from: formatDate(since), to: formatDate(dated) });
      return { from: since ?? dated, to: null };
    case 'interference': {
      const counted = parseDecimal(months ?? '');
      if (!counted?.gt('0') || counted.gt(MOST_MONTHS) || !/^\d(\.\d{1,2})?$/.test(months!))
        throw new DomainError('meter-act.months', { months: months ?? '' });
      return { from: dated, to: addDays(dated, 1) };
    }
  }
}

/** ПП 354, п. 62: no more than three months before the act. */
const MOST_MONTHS = '3';

/** What is more than three years ago can't be claimed (ГК 196): whoever enters it says why. @throws DomainError `meter-act.too-old` */
export function refuseLate(
  from: LocalDate,
  { today, lateReason }: { readonly today: LocalDate; readonly lateReason?: string | null | undefined },
): void {
  if (lateReason || periodOfDate(from) >= addMonths(periodOfDate(today), -LIMITATION)) return;
  throw new DomainError('meter-act.too-old', { date: formatDate(from), months: LIMITATION });
}

const LIMITATION = 36;

function valuesOf({ number, dated, signedBy, months, lateReason }: ChangedMeterAct) {
  return {
    number: number.trim(),
    dated: formatDate(dated),
    signed_by: signedBy.map((name) => name.trim()),
    months: months ?? null,
    late_reason: lateReason ?? null,
  };
}

function told(id: MeterActId, { number, dated, lateReason }: ChangedMeterAct): Record<string, string | null> {
  return { act: id, number, dated: formatDate(dated), lateReason: lateReason ?? null };
}

// ------------------------------------------------------------------------------------------------------- what stands

async function houseOf(tx: Tx, id: PremisesId, lock: '' | 'for update'): Promise<HouseId> {
  const [row] = await tx.query<{ houseId: HouseId }[]>(
    `select house_id as "houseId" from premises where id = $1 ${lock}`,
    [id],
  );
  if (!row) throw new DomainError('premises.not-found', { id });
  return row.houseId;
}

interface FoundAct {
  readonly premisesId: PremisesId;
  readonly houseId: HouseId;
  readonly kind: MeterActKind;
  readonly meterId: MeterId | null;
  readonly number: string;
  readonly days: Interval;
}

async function lockAct(tx: Tx, id: MeterActId): Promise<FoundAct> {
  const [act] = await tx.query<(Omit<FoundAct, 'days' | 'number'> & { number: string | null; valid: string | null })[]>(
    `select a.premises_id as "premisesId", a.house_id as "houseId", a.kind, a.meter_id as "meterId", f.number, f.valid::text as valid
       from meter_acts a join premises p on p.id = a.premises_id
       left join meter_act_facts f on f.act_id = a.id and f.superseded_at is null
      where a.id = $1 for update of p`,
    [id],
  );
  if (!act) throw new DomainError('meter-act.not-found');
  if (act.valid === null || act.number === null) throw new DomainError('meter-act.cancelled');
  return { ...act, number: act.number, days: parseDateRange(act.valid) };
}

async function resourceOf(
  tx: Tx,
  premisesId: PremisesId,
  { kind, meterId, resource }: NewMeterAct,
): Promise<MeteredResource> {
  const found = meterId === null ? resource : await resourceOfMeter(tx, premisesId, meterId);
  if (meterId === null && kind === 'meter-failed') throw new DomainError('meter-act.meter-needed');
  if (!found || (kind === 'interference' && found === 'heating'))
    throw new DomainError('meter-act.resource', { resource: found });
  return found;
}

async function resourceOfMeter(tx: Tx, premisesId: PremisesId, id: MeterId): Promise<MeteredResource> {
  const [meter] = await tx.query<{ resource: MeteredResource }[]>(
    'select resource from meters where id = $1 and premises_id = $2',
    [id, premisesId],
  );
  if (!meter) throw new DomainError('meter.not-found', { id });
  return meter.resource;
}

async function refuseStrangeMeter(tx: Tx, id: MeterId | null, { from }: Interval): Promise<void> {
  if (id === null) return;
  const [meter] = await tx.query<{ serial: string; stood: boolean }[]>(
    `select m.serial, coalesce(bool_or(f.valid @> $2::date), false) as stood
       from meters m left join meter_facts f on f.meter_id = m.id and f.superseded_at is null
      where m.id = $1 group by m.id`,
    [id, formatDate(from)],
  );
  if (!meter!.stood) throw new DomainError('meter-act.not-standing', { serial: meter!.serial, date: formatDate(from) });
}

async function refuseTwice(
  tx: Tx,
  premisesId: PremisesId,
  { id, kind, number, dated }: Pick<NewMeterAct, 'kind' | 'number' | 'dated'> & { readonly id: MeterActId | null },
): Promise<void> {
  const [taken] = await tx.query<unknown[]>(
    `select 1 from meter_acts a join meter_act_facts f on f.act_id = a.id and f.superseded_at is null
      where a.premises_id = $1 and a.kind = $2 and f.number = $3 and f.dated = $4 and ($5::bigint is null or a.id <> $5)`,
    [premisesId, kind, number.trim(), formatDate(dated), id],
  );
  if (taken) throw new DomainError('meter-act.number-taken', { number, date: formatDate(dated) });
}

const LIST = `
  select a.id, a.kind, a.resource,
         case when m.id is null then null else json_build_object('id', m.id::text, 'serial', m.serial) end as meter,
         f.number, f.dated::text as dated, f.signed_by as "signedBy",
         case when a.kind = 'meter-failed' then lower(f.valid)::text end as since,
         case when a.kind = 'access-refused' then upper(f.valid)::text end as until,
         trim_scale(f.months)::text as months, f.late_reason as "lateReason", f.reason, f.document_id as "documentId",
         f.recorded_at as "recordedAt", u.name as "recordedBy", f.versions - 1 as corrections,
         case when c.act_id is null then null
              else json_build_object('reason', c.reason, 'at', c.recorded_at, 'by', cu.name) end as cancelled
    from meter_acts a
    join lateral (select *, (count(*) over ())::int as versions from meter_act_facts
                   where act_id = a.id order by superseded_at is null desc, id desc limit 1) f on true
    left join meters m on m.id = a.meter_id
    left join users u on u.id = f.recorded_by
    left join meter_act_cancellations c on c.act_id = a.id
    left join users cu on cu.id = c.recorded_by
   where a.premises_id = $1
   order by f.dated desc, a.id desc`;
