import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  DomainError,
  formatDate,
  formatDateRange,
  type HouseId,
  type Id,
  type Interval,
  type LocalDate,
  parseDateRange,
  type PremisesId,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { AuditLog, changeFacts, type Recording, removeFacts, type Tx } from '@dvor/platform';
import { checkPaper, withoutUndefined } from '../edits.js';
import { ASSIGNMENTS } from '../fact-tables.js';
import { lockService } from '../services/services.js';
import { Assignments, type NewAssignment } from './assignments.js';
import { type AssignmentWarning, lookAhead } from './look-ahead.js';
import { checkMethod, type KnownMethod } from './method-settings.js';
import { placeOf, type Target } from './place.js';

export type AssignmentId = Id<'Assignment'>;

/** One service for many places at once. */
export interface AssignmentWish extends Interval {
  readonly serviceId: ServiceId;
  readonly supplierId: SupplierId;
  readonly method: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly premisesKinds: readonly string[];
  readonly targets: readonly Target[];
}

/** What is going to happen at one place. */
export interface PlannedAssignment {
  readonly target: {
    readonly houseId: HouseId;
    readonly entrance: number | null;
    readonly premisesId: PremisesId | null;
  };
  readonly label: string;
  /** `create`; `same`: it is so already; `overlap`: another of ours holds these days; `elsewhere`: somebody else bills it. */
  readonly outcome: 'create' | 'same' | 'overlap' | 'elsewhere';
  readonly neighbour: Neighbour | null;
  /** Days before it on which nobody bills the service here. */
  readonly gap: { readonly from: string; readonly to: string } | null;
  /** What the house's bills will lack on the first day. */
  readonly warnings: readonly AssignmentWarning[];
}

export interface Neighbour {
  readonly id: AssignmentId;
  readonly supplier: { readonly id: SupplierId; readonly name: string };
  readonly method: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface AssignmentPlan {
  /** Of the wish and of what it met: the same plan has the same one. */
  readonly fingerprint: string;
  readonly create: number;
  readonly same: number;
  readonly conflicts: number;
  readonly targets: readonly PlannedAssignment[];
}

export interface AssignmentRow extends Neighbour {
  readonly house: { readonly id: HouseId; readonly address: string };
  readonly premises: { readonly id: PremisesId; readonly number: string } | null;
  readonly entrance: number | null;
  readonly service: { readonly id: ServiceId; readonly code: string; readonly name: string; readonly unit: string };
  readonly premisesKinds: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

/** What may be corrected of an assignment on some of its days. */
export interface AssignmentPatch {
  readonly supplierId?: SupplierId | undefined;
  readonly method?: string | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly premisesKinds?: readonly string[] | undefined;
}

/** Gives services to houses, entrances and premises, and takes them away. */
@Injectable()
export class AssignmentDesk {
  constructor(
    private readonly assignments: Assignments,
    private readonly audit: AuditLog,
  ) {}

  /** By house, in the order of the receipt; on a day, where it is given. */
  async list(
    tx: Tx,
    {
      houseId,
      serviceId,
      on,
    }: { houseId?: HouseId | undefined; serviceId?: ServiceId | undefined; on?: LocalDate | undefined },
  ): Promise<AssignmentRow[]> {
    return tx.query<AssignmentRow[]>(
      `${SELECT}
        where a.superseded_at is null and ($1::bigint is null or a.house_id = $1) and ($2::bigint is null or a.service_id = $2)
          and ($3::date is null or a.valid @> $3::date)
        order by h.city, h.street, h.building, h.id, s.position, s.id, a.premises_id nulls first, a.entrance nulls first, lower(a.valid)`,
      [houseId ?? null, serviceId ?? null, on === undefined ? null : formatDate(on)],
    );
  }

  /**
   * What a wish would do at each place; nothing is changed.
   *
   * @throws DomainError `assignment.method` naming those there are, `assignment.settings`, `supplier.not-found`,
   * `service.not-found`, `service.archived`, `house.not-found`, `assignment.no-area`, `assignment.no-common-area`, `assignment.premises`, `assignment.entrance`, `assignment.twice`
   */
  async plan(tx: Tx, wish: AssignmentWish, methods: readonly KnownMethod[]): Promise<AssignmentPlan> {
    await checkMethod(tx, wish, methods);
    await checkSupplier(tx, wish.supplierId);
    await lockService(tx, wish.serviceId);
    const met = await meetings(tx, wish);
    const known = methods.find(({ code }) => code === wish.method)!;
    const warnings = await lookAhead(tx, { ...wish, houseIds: met.map(({ houseId }) => houseId!) }, known);
    return planOf(wish, met, warnings);
  }

  /**
   * Does what the plan with this fingerprint said.
   *
   * @throws DomainError `assignment.plan-stale` where something has changed since, `assignment.conflicts` unless they are to be
   * skipped, `assignment.overlap`, `assignment.other-biller`, and those of `plan`
   */
  async apply(
    tx: Tx,
    wish: AssignmentWish,
    {
      fingerprint,
      skipConflicts,
      methods,
      ...recording
    }: { fingerprint: string; skipConflicts: boolean; methods: readonly KnownMethod[] } & Recording,
  ): Promise<AssignmentPlan> {
    await checkPaper(tx, recording);
    const plan = await this.plan(tx, wish, methods);
    if (plan.fingerprint !== fingerprint) throw new DomainError('assignment.plan-stale');
    if (plan.conflicts > 0 && !skipConflicts) throw new DomainError('assignment.conflicts', { count: plan.conflicts });
    const created = plan.targets.filter(({ outcome }) => outcome === 'create');
    const rows: NewAssignment[] = created.map(({ target }) => ({ ...wish, ...target }));
    if (rows.length > 0) await this.assignments.assign(tx, rows, recording);
    await this.audit.record(tx, {
      userId: recording.by,
      action: 'assignment.create',
      object: { type: 'service', id: wish.serviceId },
      details: {
        supplierId: wish.supplierId,
        method: wish.method,
        days: formatDateRange(wish),
        reason: recording.reason,
        places: created.map(({ target }) => `${target.houseId} ${placeOf(target)}`),
      },
    });
    return plan;
  }

  /**
   * Ends an assignment on a day, or takes all of it back.
   *
   * @throws DomainError `assignment.not-found`, `assignment.day-outside`
   */
  async end(tx: Tx, id: AssignmentId, { from, ...recording }: { from: LocalDate } & Recording): Promise<void> {
    await checkPaper(tx, recording);
    const found = await lockAssignment(tx, id);
    refuseOutside(from, found);
    await removeFacts(tx, ASSIGNMENTS, { key: found.key, days: { from, to: found.to } }, recording);
    await this.note(tx, 'assignment.end', found, recording, { from: formatDate(from) });
  }

  /**
   * Says that from a day on, to the end of its days, it was otherwise than recorded.
   *
   * @throws DomainError `assignment.not-found`, `assignment.day-outside`, `assignment.method`, `assignment.settings`,
   * `supplier.not-found`, `assignment.other-biller`
   */
  async correct(
    tx: Tx,
    id: AssignmentId,
    {
      from,
      patch,
      methods,
      ...recording
    }: { from: LocalDate | null; patch: AssignmentPatch; methods: readonly KnownMethod[] } & Recording,
  ): Promise<void> {
    await checkPaper(tx, recording);
    const found = await lockAssignment(tx, id);
    const days = { from: from ?? found.from, to: found.to };
    refuseOutside(days.from, found);
    const { method = found.method, settings = found.settings, supplierId, premisesKinds } = patch;
    await checkMethod(tx, { method, settings }, methods);
    if (supplierId) await checkSupplier(tx, supplierId);
    if (premisesKinds) await refuseOthers(tx, found, premisesKinds, days);
    const columns = withoutUndefined({
      supplier_id: supplierId,
      method: patch.method,
      settings: patch.settings,
      premises_kinds: premisesKinds,
    });
    await changeFacts(tx, ASSIGNMENTS, { key: found.key, days, patch: columns as never }, recording);
    await this.note(tx, 'assignment.correct', found, recording, {
      from: formatDate(days.from),
      to: JSON.parse(JSON.stringify(columns)),
    });
  }

  private async note(
    tx: Tx,
    action: string,
    { key }: FoundAssignment,
    { by, reason }: Recording,
    details: Parameters<AuditLog['record']>[1]['details'] & object,
  ): Promise<void> {
    const object = { type: 'house', id: key.house_id };
    await this.audit.record(tx, {
      userId: by,
      action,
      object,
      details: { serviceId: key.service_id, place: key.place, reason, ...details },
    });
  }
}

// --------------------------------------------------------------------------------------------------------------- plan

interface Meeting {
  readonly houseId: HouseId | null;
  readonly entrance: number | null;
  readonly premisesId: PremisesId | null;
  readonly house: string;
  readonly premises: string | null;
  readonly premisesKnown: boolean;
  readonly entranceKnown: boolean;
  readonly neighbours: readonly MetAssignment[] | null;
  readonly elsewhere: boolean;
  /** The last day, excluded, on which anybody billed it before. */
  readonly endedBefore: string | null;
}

type MetAssignment = Neighbour & { readonly premisesKinds: readonly string[]; readonly settings: object };

async function meetings(tx: Tx, wish: AssignmentWish): Promise<Meeting[]> {
  const places = wish.targets.map((target) => `${target.houseId} ${placeOf(target)}`);
  if (new Set(places).size < places.length) throw new DomainError('assignment.twice');
  const targets = wish.targets.map((target, n) => ({
    n,
    house_id: target.houseId,
    place: placeOf(target),
    entrance: target.premisesId ? null : (target.entrance ?? null),
    premises_id: target.premisesId ?? null,
  }));
  const met = await tx.query<Meeting[]>(MEETINGS, [
    JSON.stringify(targets),
    wish.serviceId,
    formatDateRange(wish),
    wish.premisesKinds,
    formatDate(wish.from),
  ]);
  for (const { houseId, house, premisesKnown, entranceKnown, entrance } of met) {
    if (houseId === null) throw new DomainError('house.not-found');
    if (!premisesKnown) throw new DomainError('assignment.premises', { house });
    if (!entranceKnown) throw new DomainError('assignment.entrance', { house, entrance });
  }
  return met;
}

function planOf(
  wish: AssignmentWish,
  met: readonly Meeting[],
  warnings: ReadonlyMap<HouseId, readonly AssignmentWarning[]>,
): AssignmentPlan {
  const targets = met.map((meeting) => ({
    ...plannedAt(wish, meeting),
    warnings: warnings.get(meeting.houseId!) ?? [],
  }));
  const having = (...outcomes: PlannedAssignment['outcome'][]) =>
    targets.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    fingerprint: createHash('sha256')
      .update(JSON.stringify([wish, targets]))
      .digest('hex'),
    create: having('create'),
    same: having('same'),
    conflicts: having('overlap', 'elsewhere'),
    targets,
  };
}

function plannedAt(wish: AssignmentWish, meeting: Meeting): Omit<PlannedAssignment, 'warnings'> {
  const { houseId, entrance, premisesId, house, premises, neighbours, elsewhere, endedBefore } = meeting;
  const [first = null] = neighbours ?? [];
  const outcome = first ? (isSame(wish, first) ? 'same' : 'overlap') : elsewhere ? 'elsewhere' : 'create';
  const from = formatDate(wish.from);
  return {
    target: { houseId: houseId!, entrance, premisesId },
    label: [house, entrance && `подъезд ${entrance}`, premises && `пом. ${premises}`].filter(Boolean).join(', '),
    outcome,
    neighbour: first && {
      id: first.id,
      supplier: first.supplier,
      method: first.method,
      validFrom: first.validFrom,
      validTo: first.validTo,
    },
    gap: outcome === 'create' && endedBefore !== null && endedBefore < from ? { from: endedBefore, to: from } : null,
  };
}

function isSame(wish: AssignmentWish, met: MetAssignment): boolean {
  const wished = [
    wish.supplierId,
    wish.method,
    sorted(wish.premisesKinds),
    wish.settings,
    formatDate(wish.from),
    wish.to === null ? null : formatDate(wish.to),
  ];
  const found = [met.supplier.id, met.method, sorted(met.premisesKinds), met.settings, met.validFrom, met.validTo];
  return JSON.stringify(wished) === JSON.stringify(found);
}

function sorted(list: readonly string[]): string[] {
  return [...list].sort();
}

// ------------------------------------------------------------------------------------------------------------- checks

async function checkSupplier(tx: Tx, id: SupplierId): Promise<void> {
  const [row] = await tx.query<{ id: SupplierId }[]>('select id from suppliers where id = $1', [id]);
  if (!row) throw new DomainError('supplier.not-found');
}

async function refuseOthers(tx: Tx, { key }: FoundAssignment, kinds: readonly string[], days: Interval): Promise<void> {
  const [row] = await tx.query<{ elsewhere: boolean }[]>(
    'select claimed_elsewhere($1, $2, $3, $4::daterange) as elsewhere',
    [key.house_id, key.service_id, kinds, formatDateRange(days)],
  );
  if (row!.elsewhere) throw new DomainError('assignment.other-biller');
}

function refuseOutside(day: LocalDate, { from, to }: Interval): void {
  if (day >= from && (to === null || day < to)) return;
  throw new DomainError('assignment.day-outside', {
    from: formatDate(from),
    to: to === null ? null : formatDate(to),
  });
}

interface FoundAssignment extends Interval {
  readonly key: { readonly house_id: HouseId; readonly place: string; readonly service_id: ServiceId };
  readonly method: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

async function lockAssignment(tx: Tx, id: AssignmentId): Promise<FoundAssignment> {
  const [row] = await tx.query<
    { house_id: HouseId; place: string; service_id: ServiceId; valid: string; method: string; settings: object }[]
  >(
    `select house_id, place, service_id, valid::text as valid, method, settings
       from service_assignments where id = $1 and superseded_at is null for update`,
    [id],
  );
  if (!row) throw new DomainError('assignment.not-found');
  const { house_id, place, service_id, valid, method, settings } = row;
  return {
    key: { house_id, place, service_id },
    ...parseDateRange(valid),
    method,
    settings: settings as FoundAssignment['settings'],
  };
}

// ---------------------------------------------------------------------------------------------------------------- SQL

const MET = `
  json_build_object('id', a.id::text, 'supplier', json_build_object('id', r.id::text, 'name', r.name), 'method', a.method,
                    'settings', a.settings, 'premisesKinds', a.premises_kinds,
                    'validFrom', lower(a.valid)::text, 'validTo', upper(a.valid)::text)`;

const MEETINGS = `
  select h.id as "houseId", concat_ws(', ', h.city, h.street, h.building) as house, t.entrance, p.id as "premisesId", p.number as premises,
         t.premises_id is null or p.id is not null as "premisesKnown",
         t.entrance is null or exists (select from premises e where e.house_id = h.id and e.entrance = t.entrance) as "entranceKnown",
         (select json_agg(${MET} order by lower(a.valid))
            from service_assignments a join suppliers r on r.id = a.supplier_id
           where a.house_id = h.id and a.place = t.place and a.service_id = $2 and a.superseded_at is null and a.valid && $3::daterange
         ) as neighbours,
         claimed_elsewhere(h.id, $2, k.kinds, $3::daterange) as elsewhere,
         claim_ended_before(h.id, $2, k.kinds, $5::date)::text as "endedBefore"
    from jsonb_to_recordset($1) as t (n integer, house_id bigint, place text, entrance smallint, premises_id bigint)
    left join houses h on h.id = t.house_id
    left join premises p on p.id = t.premises_id and p.house_id = h.id
   cross join lateral (select case when p.id is null then $4::text[] else array[p.kind] end as kinds) k
   order by t.n`;

const SELECT = `
  select a.id, json_build_object('id', h.id::text, 'address', concat_ws(', ', h.city, h.street, h.building)) as house,
         case when p.id is null then null else json_build_object('id', p.id::text, 'number', p.number) end as premises, a.entrance,
         json_build_object('id', s.id::text, 'code', s.code, 'name', s.name, 'unit', s.unit) as service,
         json_build_object('id', r.id::text, 'name', r.name) as supplier, a.premises_kinds as "premisesKinds", a.method, a.settings,
         lower(a.valid)::text as "validFrom", upper(a.valid)::text as "validTo", a.reason, a.recorded_at as "recordedAt",
         u.name as "recordedBy"
    from service_assignments a
    join houses h on h.id = a.house_id
    join services s on s.id = a.service_id
    join suppliers r on r.id = a.supplier_id
    left join premises p on p.id = a.premises_id
    left join users u on u.id = a.recorded_by`;
