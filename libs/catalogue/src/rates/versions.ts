import {
  DomainError,
  formatDate,
  formatDateRange,
  type Interval,
  type LocalDate,
  parseDateRange,
  type ServiceId,
} from '@dvor/kernel';
import {
  addFact,
  constraintOf,
  type FactTable,
  type FactValue,
  inForce,
  type Recording,
  removeFacts,
  type Tx,
} from '@dvor/platform';
import { obstacleTo, type Traits } from '../core/index.js';
import { checkPaper } from '../edits.js';
import { lockService } from '../services/services.js';

/** What tariffs and norms have in common. */
export interface RateRow {
  readonly id: string;
  readonly service: { readonly id: ServiceId; readonly code: string; readonly name: string; readonly unit: string };
  readonly appliesTo: Traits;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly basis: string;
  readonly clause: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly reason: string;
  /** When a correction took its place; `null`: in force. */
  readonly supersededAt: Date | null;
}

export interface RateFilter {
  readonly serviceId?: ServiceId | undefined;
  /** Only what holds on this day. */
  readonly on?: LocalDate | undefined;
  /** With what was superseded. */
  readonly history?: boolean | undefined;
  /** As it was known at that instant. */
  readonly knownAt?: Date | undefined;
}

export async function listVersions<Row extends RateRow>(
  tx: Tx,
  { table, values }: { table: 'tariffs' | 'norms'; values: string },
  given: ServiceId | RateFilter,
): Promise<Row[]> {
  const { serviceId, on, history = false, knownAt } = typeof given === 'string' ? { serviceId: given } : given;
  return tx.query<Row[]>(
    `select t.id, json_build_object('id', s.id::text, 'code', s.code, 'name', s.name, 'unit', s.unit) as service,
            t.applies_to as "appliesTo", lower(t.valid)::text as "validFrom", upper(t.valid)::text as "validTo", ${values}, t.basis, t.clause,
            t.recorded_at as "recordedAt", u.name as "recordedBy", t.reason, t.superseded_at as "supersededAt"
       from ${table} t join services s on s.id = t.service_id left join users u on u.id = t.recorded_by
      where ($1::bigint is null or t.service_id = $1) and ($2::date is null or t.valid @> $2::date)
        and ($3::boolean or ${inForce('t', '$4')})
      order by s.position, s.id, t.applies_to::text, lower(t.valid) desc, t.superseded_at desc nulls first, t.id`,
    [serviceId ?? null, on === undefined ? null : formatDate(on), history, knownAt ?? null],
  );
}

type RateTable<Value extends string> = FactTable<'service_id' | 'applies_to', Value>;

/**
 * Records a version for its days.
 *
 * @throws DomainError `tariff.overlap`, `tariff.gap`, `norm.overlap`, `norm.gap` naming the neighbour, unless it `replaces`
 */
export async function setVersion<Value extends string>(
  tx: Tx,
  {
    table,
    kind,
    version,
    values,
  }: {
    readonly table: RateTable<Value>;
    readonly kind: 'tariff' | 'norm';
    readonly version: Interval & { readonly serviceId: ServiceId; readonly appliesTo?: Traits };
    readonly values: Readonly<Record<Value, FactValue>>;
  },
  { replaces = false, ...recording }: Recording & { readonly replaces?: boolean },
): Promise<void> {
  const { serviceId, appliesTo = {}, from, to } = version;
  await checkPaper(tx, recording);
  const service = await lockService(tx, serviceId);
  const key = { service_id: serviceId, applies_to: appliesTo };
  const days = { from, to };
  const obstacle = obstacleTo(days, await versionsOf(tx, table.name, key));
  if (obstacle && !replaces) {
    const about = { service: service.name, ...told(obstacle.neighbour) };
    if (obstacle.kind === 'overlap') throw new DomainError(`${kind}.overlap`, about);
    throw new DomainError(`${kind}.gap`, {
      ...about,
      gapFrom: formatDate(obstacle.days.from),
      gapTo: formatDate(obstacle.days.to!),
    });
  }
  if (obstacle?.kind === 'overlap') await removeFacts(tx, table, { key, days }, recording);
  await addFact(tx, table, { key, days, values: values as never }, recording);
}

/**
 * Ends the version with this id from a day on; from its first day: all of it.
 *
 * @throws DomainError `tariff.not-found`, `tariff.close-day`, `norm.not-found`, `norm.close-day`
 */
export async function closeVersion<Value extends string>(
  tx: Tx,
  { table, kind, id, from }: { table: RateTable<Value>; kind: 'tariff' | 'norm'; id: string; from: LocalDate },
  recording: Recording,
): Promise<{ readonly serviceId: ServiceId; readonly appliesTo: Traits } & Interval> {
  await checkPaper(tx, recording);
  const [row] = await tx.query<{ serviceId: ServiceId; appliesTo: Traits; valid: string }[]>(
    `select service_id as "serviceId", applies_to as "appliesTo", valid::text as valid
       from ${table.name} where id = $1 and superseded_at is null for update`,
    [id],
  );
  if (!row) throw new DomainError(`${kind}.not-found`);
  const { serviceId, appliesTo } = row;
  const days = parseDateRange(row.valid);
  if (from < days.from || (days.to !== null && from >= days.to)) throw new DomainError(`${kind}.close-day`, told(days));
  const key = { service_id: serviceId, applies_to: appliesTo };
  await removeFacts(tx, table, { key, days: { from, to: days.to } }, recording);
  return { serviceId, appliesTo, ...days };
}

async function versionsOf(
  tx: Tx,
  table: string,
  key: { readonly service_id: ServiceId; readonly applies_to: Traits },
): Promise<Interval[]> {
  const rows = await tx.query<{ valid: string }[]>(
    `select valid::text as valid from ${table} where service_id = $1 and applies_to = $2 and superseded_at is null order by lower(valid)`,
    [key.service_id, key.applies_to],
  );
  return rows.map(({ valid }) => parseDateRange(valid));
}

function told({ from, to }: Interval): { from: string; to: string | null } {
  return { from: formatDate(from), to: to === null ? null : formatDate(to) };
}

// ------------------------------------------------------------------------------------------- taken over as they stand

interface DatedRow {
  readonly service_id: ServiceId;
  readonly applies_to: Traits;
  readonly valid: string;
  readonly basis: string;
}

export function rowOf(
  fact: Interval & { readonly serviceId: ServiceId; readonly appliesTo?: Traits; readonly basis: string },
): DatedRow {
  return {
    service_id: fact.serviceId,
    applies_to: fact.appliesTo ?? {},
    valid: formatDateRange(fact),
    basis: fact.basis,
  };
}

interface Target {
  readonly table: 'tariffs' | 'norms';
  /** Names and types of the columns that tell them apart. */
  readonly values: readonly string[];
  readonly overlap: 'tariff.overlap' | 'norm.overlap';
}

export async function insertDated(
  tx: Tx,
  { table, values, overlap }: Target,
  rows: readonly DatedRow[],
  { by, reason }: Recording,
): Promise<void> {
  const given = `jsonb_to_recordset($1) as n (service_id bigint, applies_to jsonb, valid daterange, basis text, ${values.join(', ')})`;
  const [neighbour] = await tx.query<{ service: string; from: string; to: string | null }[]>(
    `select s.name as service, lower(t.valid)::text as "from", upper(t.valid)::text as "to"
       from ${given}
       join ${table} t on t.service_id = n.service_id and t.applies_to = n.applies_to and t.valid && n.valid and t.superseded_at is null
       join services s on s.id = t.service_id
      limit 1`,
    [JSON.stringify(rows)],
  );
  if (neighbour) throw new DomainError(overlap, { ...neighbour });
  const names = values.map((value) => value.split(' ')[0]!);
  try {
    await tx.query(
      `insert into ${table} (organization_id, service_id, applies_to, valid, ${names.join(', ')}, basis, recorded_by, reason)
       select current_organization(), n.service_id, n.applies_to, n.valid, ${names.map((name) => `n.${name}`).join(', ')}, n.basis, $2, $3 from ${given}`,
      [JSON.stringify(rows), by, reason],
    );
  } catch (error) {
    if (constraintOf(error) === `${table}_service_id_applies_to_valid_excl`) throw new DomainError(overlap);
    throw error;
  }
}
