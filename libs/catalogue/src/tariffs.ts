import { Injectable } from '@nestjs/common';
import { DomainError, formatDateRange, type Interval, parseDecimal, type ServiceId } from '@dvor/kernel';
import { constraintOf, type Tx, recordChanges, type Recording } from '@dvor/platform';
import type { Rates, Traits } from './core/index.js';

export interface NewTariff extends Interval {
  readonly serviceId: ServiceId;
  /** Only premises with all of these traits; `{}` for all. */
  readonly appliesTo?: Traits;
  readonly rates: Rates;
  /** The act or agreement that sets it. */
  readonly basis: string;
}

export interface NewNorm extends Interval {
  readonly serviceId: ServiceId;
  readonly appliesTo?: Traits;
  /** Decimal text, units of the service. */
  readonly value: string;
  readonly basis: string;
}

export interface TariffRow extends FactRow {
  readonly rates: Rates;
}

export interface NormRow extends FactRow {
  readonly value: string;
}

interface FactRow {
  readonly id: string;
  readonly service: { readonly id: ServiceId; readonly code: string; readonly name: string; readonly unit: string };
  readonly appliesTo: Traits;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly basis: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly reason: string;
}

/** Rates of services by date and by traits of the premises. */
@Injectable()
export class Tariffs {
  /** Those in force, by service and traits, the latest first. */
  async list(tx: Tx, serviceId?: ServiceId): Promise<TariffRow[]> {
    return tx.query<TariffRow[]>(listOf('tariffs', 'rates'), [serviceId ?? null]);
  }

  /** @throws DomainError `tariff.overlap` naming the neighbour, `tariff.rate` */
  async add(tx: Tx, tariffs: readonly NewTariff[], recording: Recording): Promise<void> {
    for (const { rates } of tariffs)
      for (const rate of Object.values(rates)) if (!isAmount(rate)) throw new DomainError('tariff.rate', { rate });
    const rows = tariffs.map((tariff) => ({ ...rowOf(tariff), rates: tariff.rates }));
    await insertDated(tx, { table: 'tariffs', value: 'rates jsonb', overlap: 'tariff.overlap' }, rows, recording);
    await recordChanges(
      tx,
      tariffs.map((tariff) => ({ fact: 'tariffs', subject: { type: 'service', id: tariff.serviceId }, ...tariff })),
      recording,
    );
  }
}

/** Norms of consumption by date and by traits of the premises. */
@Injectable()
export class Norms {
  /** Those in force, by service and traits, the latest first. */
  async list(tx: Tx, serviceId?: ServiceId): Promise<NormRow[]> {
    return tx.query<NormRow[]>(listOf('norms', 'trim_scale(t.value)::text as value'), [serviceId ?? null]);
  }

  /** @throws DomainError `norm.overlap` naming the neighbour, `norm.value` */
  async add(tx: Tx, norms: readonly NewNorm[], recording: Recording): Promise<void> {
    for (const { value } of norms) if (!isAmount(value)) throw new DomainError('norm.value', { value });
    const rows = norms.map((norm) => ({ ...rowOf(norm), value: norm.value }));
    await insertDated(tx, { table: 'norms', value: 'value numeric', overlap: 'norm.overlap' }, rows, recording);
    await recordChanges(
      tx,
      norms.map((norm) => ({ fact: 'norms', subject: { type: 'service', id: norm.serviceId }, ...norm })),
      recording,
    );
  }
}

function listOf(table: 'tariffs' | 'norms', value: string): string {
  return `
    select t.id, json_build_object('id', s.id::text, 'code', s.code, 'name', s.name, 'unit', s.unit) as service,
           t.applies_to as "appliesTo", lower(t.valid)::text as "validFrom", upper(t.valid)::text as "validTo", ${value}, t.basis,
           t.recorded_at as "recordedAt", u.name as "recordedBy", t.reason
      from ${table} t join services s on s.id = t.service_id left join users u on u.id = t.recorded_by
     where t.superseded_at is null and ($1::bigint is null or t.service_id = $1)
     order by s.position, s.id, t.applies_to::text, lower(t.valid) desc`;
}

interface DatedRow {
  readonly service_id: ServiceId;
  readonly applies_to: Traits;
  readonly valid: string;
  readonly basis: string;
}

function rowOf(fact: NewTariff | NewNorm): DatedRow {
  return {
    service_id: fact.serviceId,
    applies_to: fact.appliesTo ?? {},
    valid: formatDateRange(fact),
    basis: fact.basis,
  };
}

interface Target {
  readonly table: 'tariffs' | 'norms';
  /** Name and type of the column that tells them apart. */
  readonly value: string;
  readonly overlap: 'tariff.overlap' | 'norm.overlap';
}

async function insertDated(
  tx: Tx,
  { table, value, overlap }: Target,
  rows: readonly DatedRow[],
  { by, reason }: Recording,
): Promise<void> {
  const given = `jsonb_to_recordset($1) as n (service_id bigint, applies_to jsonb, valid daterange, basis text, ${value})`;
  const [neighbour] = await tx.query<{ service: string; from: string; to: string | null }[]>(
    `select s.name as service, lower(t.valid)::text as "from", upper(t.valid)::text as "to"
       from ${given}
       join ${table} t on t.service_id = n.service_id and t.applies_to = n.applies_to and t.valid && n.valid and t.superseded_at is null
       join services s on s.id = t.service_id
      limit 1`,
    [JSON.stringify(rows)],
  );
  if (neighbour) throw new DomainError(overlap, { ...neighbour });
  const [name] = value.split(' ');
  try {
    await tx.query(
      `insert into ${table} (organization_id, service_id, applies_to, valid, ${name}, basis, recorded_by, reason)
       select current_organization(), n.service_id, n.applies_to, n.valid, n.${name}, n.basis, $2, $3 from ${given}`,
      [JSON.stringify(rows), by, reason],
    );
  } catch (error) {
    if (constraintOf(error) === `${table}_service_id_applies_to_valid_excl`) throw new DomainError(overlap);
    throw error;
  }
}

function isAmount(text: string): boolean {
  return parseDecimal(text)?.gte('0') ?? false;
}
