import { Injectable } from '@nestjs/common';
import { DomainError, formatDateRange, type Interval, type SupplierId } from '@dvor/kernel';
import { addFact, AuditLog, type FactTable, type Recording, removeFacts, type Tx } from '@dvor/platform';
import { checkPaper } from '../edits.js';

/** Days on which a recipient pays no VAT: the rates of its services hold none then. */
export interface VatExemption {
  readonly id: string;
  readonly validFrom: string;
  /** The first day on which it pays VAT again. */
  readonly validTo: string | null;
  /** The article that lets it off, such as «НК РФ, ст. 145». */
  readonly basis: string;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

export interface NewVatExemption extends Interval {
  readonly basis: string;
}

const VAT_EXEMPTIONS: FactTable<'supplier_id', 'basis'> = {
  name: 'supplier_vat_exemptions',
  key: { supplier_id: 'bigint' },
  values: { basis: 'text' },
  subject: { type: 'supplier', column: 'supplier_id' },
};

/** Who of the recipients pays no VAT, and on which days. */
@Injectable()
export class VatExemptions {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  /** The latest first. @throws DomainError `supplier.not-found` */
  async ofSupplier(tx: Tx, supplierId: SupplierId): Promise<VatExemption[]> {
    await checkSupplier(tx, supplierId);
    return tx.query<VatExemption[]>(
      `select e.id, lower(e.valid)::text as "validFrom", upper(e.valid)::text as "validTo", e.basis, e.reason,
              e.recorded_at as "recordedAt", u.name as "recordedBy"
         from supplier_vat_exemptions e left join users u on u.id = e.recorded_by
        where e.supplier_id = $1 and e.superseded_at is null order by lower(e.valid) desc`,
      [supplierId],
    );
  }

  /** @throws DomainError `supplier.not-found`, `vat-exemption.overlap` naming the neighbour */
  async add(tx: Tx, supplierId: SupplierId, exemption: NewVatExemption, recording: Recording): Promise<void> {
    await checkPaper(tx, recording);
    await checkSupplier(tx, supplierId);
    await enter(tx, supplierId, exemption, recording);
    await this.note(tx, 'vat-exemption.add', supplierId, exemption, recording);
  }

  /**
   * Other days or another article.
   *
   * @throws DomainError `vat-exemption.not-found`, `vat-exemption.overlap`
   */
  async correct(tx: Tx, id: string, exemption: NewVatExemption, recording: Recording): Promise<void> {
    await checkPaper(tx, recording);
    const { supplierId, ...days } = await lockExemption(tx, id);
    await removeFacts(tx, VAT_EXEMPTIONS, { key: { supplier_id: supplierId }, days }, recording);
    await enter(tx, supplierId, exemption, recording);
    await this.note(tx, 'vat-exemption.correct', supplierId, exemption, recording);
  }

  /** It never was. @throws DomainError `vat-exemption.not-found` */
  async withdraw(tx: Tx, id: string, recording: Recording): Promise<void> {
    await checkPaper(tx, recording);
    const { supplierId, ...days } = await lockExemption(tx, id);
    await removeFacts(tx, VAT_EXEMPTIONS, { key: { supplier_id: supplierId }, days }, recording);
    await this.note(tx, 'vat-exemption.withdraw', supplierId, days, recording);
  }

  private async note(tx: Tx, action: string, id: SupplierId, days: Interval, { by, reason }: Recording): Promise<void> {
    const details = { days: formatDateRange({ from: days.from, to: days.to }), reason };
    await this.audit.record(tx, { userId: by, action, object: { type: 'supplier', id }, details });
  }
}

async function checkSupplier(tx: Tx, id: SupplierId): Promise<void> {
  const [row] = await tx.query<unknown[]>('select 1 from suppliers where id = $1', [id]);
  if (!row) throw new DomainError('supplier.not-found');
}

/** @throws DomainError `vat-exemption.not-found` */
async function lockExemption(tx: Tx, id: string): Promise<Interval & { readonly supplierId: SupplierId }> {
  const [row] = await tx.query<(Interval & { readonly supplierId: SupplierId })[]>(
    `select supplier_id as "supplierId", lower(valid) - date '1970-01-01' as "from", upper(valid) - date '1970-01-01' as "to"
       from supplier_vat_exemptions where id = $1 and superseded_at is null for update`,
    [id],
  );
  if (!row) throw new DomainError('vat-exemption.not-found', { id });
  return row;
}

/** @throws DomainError `vat-exemption.overlap` */
async function enter(
  tx: Tx,
  supplierId: SupplierId,
  { from, to, basis }: NewVatExemption,
  recording: Recording,
): Promise<void> {
  try {
    const exemption = { key: { supplier_id: supplierId }, days: { from, to }, values: { basis } };
    await addFact(tx, VAT_EXEMPTIONS, exemption, recording);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'fact.overlap')
      throw new DomainError('vat-exemption.overlap', error.details);
    throw error;
  }
}
