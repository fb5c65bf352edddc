import { DomainError, formatDate, type HouseId, type LocalDate, type MeterId, type PremisesId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { LifeActKind, MeteredResource } from '../core/index.js';
import { type EnteredOn, refuseLate } from '../meter-acts.js';
import type { LateEntered, LifeActId, LifePaper } from './life-act.js';

/** What an act says besides its paper. */
export interface LifeActValues extends LifePaper {
  readonly kind: LifeActKind;
  readonly amounts?: readonly string[] | null;
  readonly seals?: readonly string[];
  readonly verifiedUntil?: LocalDate | null;
  readonly verifiedBefore?: LocalDate | null;
  readonly readingId?: string | null;
  readonly replacesActId?: LifeActId | null;
  readonly until?: LocalDate | null;
}

export interface ActPlace {
  readonly houseId: HouseId;
  readonly premisesId: PremisesId | null;
  /** `null`: of no meter. */
  readonly meterId: MeterId | null;
  readonly resource: MeteredResource;
}

export async function insertLifeAct(
  tx: Tx,
  { houseId, premisesId, meterId, resource }: ActPlace,
  act: LifeActValues,
  { by, reason, documentId }: EnteredOn,
): Promise<LifeActId> {
  const day = (date: LocalDate | null | undefined) => (date === null || date === undefined ? null : formatDate(date));
  const [row] = await tx.query<{ id: LifeActId }[]>(INSERT, [
    JSON.stringify({
      ...{ house_id: houseId, premises_id: premisesId, meter_id: meterId, resource, kind: act.kind },
      ...{ happened_on: day(act.on), until: day(act.until), number: act.number.trim(), dated: day(act.dated) },
      signed_by: act.signedBy.map((name) => name.trim()),
      amounts: act.amounts ?? null,
      seals: (act.seals ?? []).map((seal) => seal.trim()),
      ...{ verified_until: day(act.verifiedUntil), verified_before: day(act.verifiedBefore) },
      ...{ reading_id: act.readingId ?? null, replaces_act_id: act.replacesActId ?? null },
      late_reason: act.lateReason ?? null,
    }),
    by,
    reason,
    documentId ?? null,
  ]);
  return row!.id;
}

const COLUMNS =
  'house_id, premises_id, meter_id, resource, kind, happened_on, until, number, dated, signed_by, amounts, seals, verified_until, verified_before, reading_id, replaces_act_id, late_reason';

const INSERT = `
  insert into meter_life_acts (organization_id, ${COLUMNS}, recorded_by, reason, document_id)
  select current_organization(), ${COLUMNS}, $2, $3, $4
    from json_populate_record(null::meter_life_acts, $1) returning id`;

/** An act of a meter as its mirror needs it. */
export interface LockedLifeAct {
  readonly id: LifeActId;
  readonly houseId: HouseId;
  readonly meterId: MeterId;
  readonly kind: Exclude<LifeActKind, 'impossible'>;
  readonly number: string;
  readonly on: LocalDate;
  readonly verifiedBefore: LocalDate | null;
  readonly readingId: string | null;
  readonly replacesActId: LifeActId | null;
}

/** @throws DomainError `meter-life.not-found`, `meter-life.taken-back`, `meter-life.later-act`, `meter-act.too-old` */
export async function lockLifeAct(tx: Tx, id: LifeActId, { today, lateReason }: LateEntered): Promise<LockedLifeAct> {
  const [act] = await tx.query<(LockedLifeAct & { isBack: boolean })[]>(LOCK, [id]);
  if (!act) throw new DomainError('meter-life.not-found');
  if (act.isBack) throw new DomainError('meter-life.taken-back');
  refuseLate(act.on, { today, lateReason });
  const [later] = await tx.query<{ kind: LifeActKind; on: string }[]>(
    `select kind, happened_on::text as on from meter_life_acts a
      where meter_id = $1 and (happened_on, id) > ($2::date, $3)
        and not exists (select from meter_life_mirrors where act_id = a.id) order by happened_on desc, id desc limit 1`,
    [act.meterId, formatDate(act.on), id],
  );
  if (later) throw new DomainError('meter-life.later-act', { kind: later.kind, on: later.on });
  return act;
}

/** Of a replacement: the other of its two acts, where it still stands. */
export async function standingPartner(tx: Tx, { id, replacesActId }: LockedLifeAct): Promise<LifeActId | null> {
  const [partner] = await tx.query<{ id: LifeActId }[]>(
    `select id from meter_life_acts a
      where (a.replaces_act_id = $1 or a.id = $2) and not exists (select from meter_life_mirrors where act_id = a.id)`,
    [id, replacesActId],
  );
  return partner?.id ?? null;
}

export async function writeMirror(
  tx: Tx,
  { id, houseId }: { readonly id: LifeActId; readonly houseId: HouseId },
  { by, reason, documentId }: EnteredOn,
): Promise<void> {
  await tx.query(
    `insert into meter_life_mirrors (act_id, organization_id, house_id, reason, document_id, recorded_by)
     values ($1, current_organization(), $2, $3, $4, $5)`,
    [id, houseId, reason, documentId ?? null, by],
  );
}

const LOCK = `
  select a.id, a.house_id as "houseId", a.meter_id as "meterId", a.kind, a.number, a.happened_on - date '1970-01-01' as on,
         a.verified_before - date '1970-01-01' as "verifiedBefore", a.reading_id as "readingId", a.replaces_act_id as "replacesActId",
         exists (select from meter_life_mirrors where act_id = a.id) as "isBack"
    from meter_life_acts a join meters m on m.id = a.meter_id
   where a.id = $1 for update of m`;
