import { Injectable } from '@nestjs/common';
import {
  DomainError,
  formatDate,
  type Id,
  type LocalDate,
  Money,
  type ServiceId,
  type SupplierId,
  type UserId,
} from '@dvor/kernel';
import { addFact, AuditLog, constraintOf, type FactTable, type Recording, removeFacts, type Tx } from '@dvor/platform';

export type OneOffWorkId = Id<'OneOffWork'>;

export interface NewOneOffWork {
  readonly serviceId: ServiceId;
  readonly supplierId: SupplierId;
  readonly name: string;
  readonly unit: string;
  /** Percent that the price holds; `null`: without VAT. */
  readonly vatRate: string | null;
}

export interface OneOffWork extends NewOneOffWork {
  readonly id: OneOffWorkId;
  readonly service: string;
  readonly supplier: string;
  readonly archived: boolean;
  readonly prices: readonly { readonly from: string; readonly to: string | null; readonly price: string }[];
}

export const ONE_OFF_PRICES: FactTable<'work_id', 'price'> = {
  name: 'one_off_prices',
  key: { work_id: 'bigint' },
  values: { price: 'numeric' },
  subject: { type: 'organization' },
};

/** The price list of works that are done by act: a tap, a lock, a copy of a paper. */
@Injectable()
export class OneOffWorks {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  async list(tx: Tx): Promise<OneOffWork[]> {
    return tx.query<OneOffWork[]>(`${SELECT} order by w.archived_at is not null, w.name, w.id`);
  }

  /** @throws DomainError `one-off.work-not-found` */
  async read(tx: Tx, id: OneOffWorkId): Promise<OneOffWork> {
    const [row] = await tx.query<OneOffWork[]>(`${SELECT} where w.id = $1`, [id]);
    if (!row) throw new DomainError('one-off.work-not-found');
    return row;
  }

  /** @throws DomainError `one-off.work-taken`, `service.not-found`, `supplier.not-found`, `service.archived` */
  async create(
    tx: Tx,
    { serviceId, supplierId, name, unit, vatRate }: NewOneOffWork,
    by: UserId | null,
  ): Promise<OneOffWorkId> {
    const [service] = await tx.query<{ name: string; archived: boolean }[]>(
      'select name, archived_at is not null as archived from services where id = $1',
      [serviceId],
    );
    if (!service) throw new DomainError('service.not-found');
    if (service.archived) throw new DomainError('service.archived', { service: service.name });
    const [supplier] = await tx.query<{ id: string }[]>('select id from suppliers where id = $1', [supplierId]);
    if (!supplier) throw new DomainError('supplier.not-found');
    try {
      const [row] = await tx.query<{ id: OneOffWorkId }[]>(
        `insert into one_off_works (organization_id, service_id, supplier_id, name, unit, vat_rate)
         values (current_organization(), $1, $2, $3, $4, $5) returning id`,
        [serviceId, supplierId, name, unit, vatRate],
      );
      await this.note(tx, 'one-off-work.create', { id: row!.id, by }, { name });
      return row!.id;
    } catch (error) {
      if (constraintOf(error) === 'one_off_works_name') throw new DomainError('one-off.work-taken', { name });
      throw error;
    }
  }

  /** What it costs from a day on. @throws DomainError `one-off.work-not-found` */
  async setPrice(
    tx: Tx,
    id: OneOffWorkId,
    { from, price }: { readonly from: LocalDate; readonly price: Money },
    recording: Recording,
  ): Promise<OneOffWork> {
    await this.read(tx, id);
    const [key, days] = [{ work_id: id }, { from, to: null }];
    await removeFacts(tx, ONE_OFF_PRICES, { key, days }, recording);
    await addFact(tx, ONE_OFF_PRICES, { key, days, values: { price: price.toString() } }, recording);
    const details = { from: formatDate(from), price: price.toString(), reason: recording.reason };
    await this.note(tx, 'one-off-work.price', { id, by: recording.by }, details);
    return this.read(tx, id);
  }

  private async note(
    tx: Tx,
    action: string,
    { id, by }: { id: string; by: UserId | null },
    details: Record<string, string>,
  ) {
    await this.audit.record(tx, { userId: by, action, object: { type: 'one-off-work', id }, details });
  }
}

const SELECT = `
  select w.id, w.service_id as "serviceId", s.name as service, w.supplier_id as "supplierId", r.name as supplier, w.name, w.unit,
         trim_scale(w.vat_rate)::text as "vatRate", w.archived_at is not null as archived,
         coalesce((select jsonb_agg(jsonb_build_object('from', lower(p.valid), 'to', upper(p.valid), 'price', p.price::text)
                                    order by lower(p.valid))
                     from one_off_prices p where p.work_id = w.id and p.superseded_at is null), '[]') as prices
    from one_off_works w join services s on s.id = w.service_id join suppliers r on r.id = w.supplier_id`;
