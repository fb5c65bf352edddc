import { Injectable } from '@nestjs/common';
import {
  decimal,
  DomainError,
  formatDate,
  type Interval,
  type LocalDate,
  type ServiceId,
  type UserId,
} from '@dvor/kernel';
import { AuditLog, type Recording, recordChanges, type Tx } from '@dvor/platform';
import { checkRanges, checkRates, isAmount, type PriceRange, type Rates, type Traits } from '../core/index.js';
import { NORMS, TARIFFS } from '../fact-tables.js';
import {
  closeVersion,
  insertDated,
  listVersions,
  type RateFilter,
  type RateRow,
  rowOf,
  setVersion,
} from './versions.js';

export interface NewTariff extends Interval {
  readonly serviceId: ServiceId;
  /** Only premises with all of these traits; `{}` for all. */
  readonly appliesTo?: Traits;
  readonly rates: Rates;
  /** Per cent of VAT that the rate holds; `null`: without VAT. */
  readonly vatRate?: string | null;
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

/** A rate as a person enters it: with the act and the clause that it stands on. */
export interface TariffVersion extends NewTariff {
  readonly clause: string;
  /** Up to three price ranges instead of one price; `rates` are then those of the first. */
  readonly ranges?: readonly PriceRange[] | null;
}

export interface NormVersion extends NewNorm {
  readonly clause: string;
}

export interface TariffRow extends RateRow {
  readonly rates: Rates;
  readonly ranges: readonly PriceRange[] | null;
  readonly vatRate: string | null;
}

export interface NormRow extends RateRow {
  readonly value: string;
}

/** Who enters a version and why, and whether it may take the place of others. */
export interface Entering extends Recording {
  readonly by: UserId | null;
  /** Days that others hold are taken over from them; days between versions may stay without a rate. */
  readonly replaces?: boolean;
}

/** Rates of services by date and by traits of the premises. */
@Injectable()
export class Tariffs {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  /** By service and traits, the latest first. */
  async list(tx: Tx, filter: ServiceId | RateFilter = {}): Promise<TariffRow[]> {
    const values = `t.rates, t.ranges, trim_scale(t.vat_rate)::text as "vatRate"`;
    return listVersions<TariffRow>(tx, { table: 'tariffs', values }, filter);
  }

  /** Takes in rates as they stand in other books. @throws DomainError `tariff.overlap` naming the neighbour, `tariff.rate` */
  async add(tx: Tx, tariffs: readonly NewTariff[], recording: Recording): Promise<void> {
    for (const { rates } of tariffs)
      for (const rate of Object.values(rates)) if (!isAmount(rate)) throw new DomainError('tariff.rate', { rate });
    const rows = tariffs.map((tariff) => ({ ...rowOf(tariff), rates: tariff.rates, vat_rate: tariff.vatRate ?? null }));
    await insertDated(
      tx,
      { table: 'tariffs', values: ['rates jsonb', 'vat_rate numeric'], overlap: 'tariff.overlap' },
      rows,
      recording,
    );
    await recordChanges(
      tx,
      tariffs.map((tariff) => ({ fact: 'tariffs', subject: { type: 'service', id: tariff.serviceId }, ...tariff })),
      recording,
    );
  }

  /**
   * A version from a day on. What it takes over is superseded and stays readable as it was known.
   *
   * @throws DomainError `tariff.overlap`, `tariff.gap` naming the neighbour, unless it `replaces`; `tariff.rate`,
   * `tariff.zones`, `tariff.ranges`, `tariff.vat`, `rate.no-law`, `service.not-found`, `service.archived`
   */
  async set(tx: Tx, version: TariffVersion, entering: Entering): Promise<void> {
    checkTariff(version);
    const { rates, ranges = null, vatRate = null, basis, clause } = version;
    const values = { rates: ranges?.[0]?.rates ?? rates, ranges: ranges as never, vat_rate: vatRate, basis, clause };
    await setVersion(tx, { table: TARIFFS, kind: 'tariff', version, values }, entering);
    await this.note(tx, 'tariff.set', version, entering, { rates: { ...values.rates }, vatRate });
  }

  /** Ends a version on a day, or takes all of it back. @throws DomainError `tariff.not-found`, `tariff.close-day` */
  async close(tx: Tx, id: string, { from, ...recording }: { from: LocalDate } & Recording): Promise<void> {
    const closed = await closeVersion(tx, { table: TARIFFS, kind: 'tariff', id, from }, recording);
    await this.note(tx, 'tariff.close', { ...closed, from }, recording, {});
  }

  private async note(
    tx: Tx,
    action: string,
    { serviceId, appliesTo = {}, from, to }: Pick<NewTariff, 'serviceId' | 'appliesTo' | 'from' | 'to'>,
    { by, reason }: Recording,
    more: Parameters<AuditLog['record']>[1]['details'] & object,
  ): Promise<void> {
    await noteRate(tx, this.audit, { action, serviceId, appliesTo, from, to, by, reason }, more);
  }
}

/** Norms of consumption by date and by traits of the premises. */
@Injectable()
export class Norms {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  /** By service and traits, the latest first. */
  async list(tx: Tx, filter: ServiceId | RateFilter = {}): Promise<NormRow[]> {
    return listVersions<NormRow>(tx, { table: 'norms', values: 'trim_scale(t.value)::text as value' }, filter);
  }

  /** Takes in norms as they stand in other books. @throws DomainError `norm.overlap` naming the neighbour, `norm.value` */
  async add(tx: Tx, norms: readonly NewNorm[], recording: Recording): Promise<void> {
    for (const { value } of norms) if (!isAmount(value)) throw new DomainError('norm.value', { value });
    const rows = norms.map((norm) => ({ ...rowOf(norm), value: norm.value }));
    await insertDated(tx, { table: 'norms', values: ['value numeric'], overlap: 'norm.overlap' }, rows, recording);
    await recordChanges(
      tx,
      norms.map((norm) => ({ fact: 'norms', subject: { type: 'service', id: norm.serviceId }, ...norm })),
      recording,
    );
  }

  /**
   * A version from a day on. What it takes over is superseded and stays readable as it was known.
   *
   * @throws DomainError `norm.overlap`, `norm.gap` naming the neighbour, unless it `replaces`; `norm.value`,
   * `rate.no-law`, `service.not-found`, `service.archived`
   */
  async set(tx: Tx, version: NormVersion, entering: Entering): Promise<void> {
    checkNorm(version);
    const { value, basis, clause } = version;
    await setVersion(tx, { table: NORMS, kind: 'norm', version, values: { value, basis, clause } }, entering);
    await this.note(tx, 'norm.set', version, entering, { value });
  }

  /** Ends a version on a day, or takes all of it back. @throws DomainError `norm.not-found`, `norm.close-day` */
  async close(tx: Tx, id: string, { from, ...recording }: { from: LocalDate } & Recording): Promise<void> {
    const closed = await closeVersion(tx, { table: NORMS, kind: 'norm', id, from }, recording);
    await this.note(tx, 'norm.close', { ...closed, from }, recording, {});
  }

  private async note(
    tx: Tx,
    action: string,
    { serviceId, appliesTo = {}, from, to }: Pick<NewNorm, 'serviceId' | 'appliesTo' | 'from' | 'to'>,
    { by, reason }: Recording,
    more: Parameters<AuditLog['record']>[1]['details'] & object,
  ): Promise<void> {
    await noteRate(tx, this.audit, { action, serviceId, appliesTo, from, to, by, reason }, more);
  }
}

/** @throws DomainError `tariff.rate`, `tariff.zones`, `tariff.ranges`, `tariff.vat`, `rate.no-law` */
export function checkTariff({ rates, ranges, vatRate, basis, clause }: Omit<TariffVersion, keyof Interval>): void {
  checkRates(rates);
  if (ranges) checkRanges(ranges);
  if (vatRate !== null && vatRate !== undefined && !isPercent(vatRate))
    throw new DomainError('tariff.vat', { vatRate });
  checkLaw({ basis, clause });
}

/** @throws DomainError `norm.value`, `rate.no-law` */
export function checkNorm({ value, basis, clause }: Omit<NormVersion, keyof Interval>): void {
  if (!isAmount(value)) throw new DomainError('norm.value', { value });
  checkLaw({ basis, clause });
}

/** A rate without the act and the clause that it stands on is not put in force (TAR-08). */
function checkLaw({ basis, clause }: { basis: string; clause: string }): void {
  if (basis.trim() === '' || clause.trim() === '') throw new DomainError('rate.no-law');
}

function isPercent(text: string): boolean {
  return isAmount(text) && decimal(text.replace(',', '.')).lte('100');
}

async function noteRate(
  tx: Tx,
  audit: AuditLog,
  about: { action: string; serviceId: ServiceId; appliesTo: Traits; by: UserId | null; reason: string } & Interval,
  more: Parameters<AuditLog['record']>[1]['details'] & object,
): Promise<void> {
  const { action, serviceId, appliesTo, from, to, by, reason } = about;
  await audit.record(tx, {
    userId: by,
    action,
    object: { type: 'service', id: serviceId },
    details: { appliesTo, from: formatDate(from), to: to === null ? null : formatDate(to), reason, ...more },
  });
}
