import { Injectable } from '@nestjs/common';
import {
  DomainError,
  formatDate,
  formatDateRange,
  type Interval,
  parseDecimal,
  type PremisesId,
  type ServiceId,
} from '@dvor/kernel';
import { AuditLog, changeFacts, type Recording, removeFacts, type Tx } from '@dvor/platform';
import { PREMISES_UNITS } from './fact-tables.js';
import { premisesPlace } from './places.js';

/** How many units of a service a premises has over some days. */
export interface PremisesUnitsRow {
  readonly service: { readonly id: ServiceId; readonly name: string; readonly unit: string };
  /** Decimal text. */
  readonly units: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly reason: string;
}

export interface NewUnits extends Interval {
  readonly serviceId: ServiceId;
  /** Decimal text; `null`: none of it on these days. */
  readonly units: string | null;
}

const MOST = '1000000';

/** Points, animals, m² of a plot: what services by units are charged by. */
@Injectable()
export class PremisesUnits {
  constructor(private readonly audit: AuditLog) {}

  /** Those in force, by service, then by days. @throws DomainError `premises.not-found` */
  async list(tx: Tx, id: PremisesId): Promise<PremisesUnitsRow[]> {
    await premisesPlace(tx, id);
    return tx.query<PremisesUnitsRow[]>(
      `select json_build_object('id', s.id::text, 'name', s.name, 'unit', s.unit) as service, trim_scale(f.units)::text as units,
              lower(f.valid)::text as "validFrom", upper(f.valid)::text as "validTo",
              f.recorded_at as "recordedAt", u.name as "recordedBy", f.reason
         from premises_units f join services s on s.id = f.service_id left join users u on u.id = f.recorded_by
        where f.premises_id = $1 and f.superseded_at is null order by s.position, s.id, lower(f.valid)`,
      [id],
    );
  }

  /** @throws DomainError `premises.not-found`, `service.not-found`, `premises.units` */
  async set(tx: Tx, id: PremisesId, { serviceId, units, from, to }: NewUnits, recording: Recording): Promise<void> {
    const { houseId } = await premisesPlace(tx, id);
    const [service] = await tx.query<unknown[]>('select 1 from services where id = $1', [serviceId]);
    if (!service) throw new DomainError('service.not-found');
    const key = { house_id: houseId, premises_id: id, service_id: serviceId };
    const days = { from, to };
    if (units === null) await removeFacts(tx, PREMISES_UNITS, { key, days }, recording);
    else {
      const count = parseDecimal(units);
      if (!count?.gte('0') || count.gt(MOST)) throw new DomainError('premises.units', { units });
      const values = { units: count.toString() };
      await changeFacts(tx, PREMISES_UNITS, { key, days, patch: values, otherwise: values }, recording);
    }
    await this.audit.record(tx, {
      userId: recording.by,
      action: 'premises.units',
      object: { type: 'premises', id },
      details: { serviceId, units, days: formatDateRange(days), from: formatDate(from), reason: recording.reason },
    });
  }
}
