import { Injectable } from '@nestjs/common';
import {
  addDays,
  type AgreementId,
  DomainError,
  formatDate,
  formatDateRange,
  type HouseId,
  type Interval,
  type LocalDate,
  parseDateRange,
  type PartyId,
  type PremisesId,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { AuditLog, recordChanges, type Recording, type Tx } from '@dvor/platform';
import { housePlace, premisesPlace } from './places.js';

export const AGREEMENT_KINDS = [
  'management',
  'resource-supply',
  'tenancy',
  'social-tenancy',
  'nonresidential',
  'agency',
] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

export interface NewAgreement extends Interval {
  readonly houseId: HouseId;
  readonly premisesId?: PremisesId | null;
  readonly kind: AgreementKind;
  readonly number: string;
  readonly signedOn: LocalDate;
  readonly partyId?: PartyId | null;
  readonly supplierId?: SupplierId | null;
  /** Empty: all services of the house. */
  readonly serviceIds?: readonly ServiceId[];
  /** m², where the agreement names it. */
  readonly area?: string | null;
}

export interface Agreement {
  readonly id: AgreementId;
  readonly houseId: HouseId;
  readonly premisesId: PremisesId | null;
  readonly kind: AgreementKind;
  readonly number: string;
  readonly signedOn: string;
  readonly partyName: string | null;
  readonly supplierName: string | null;
  readonly area: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly supersededAt: Date | null;
}

/** Agreements on the management of houses, with suppliers, tenants and owners of shops. */
@Injectable()
export class Agreements {
  constructor(private readonly audit: AuditLog) {}

  /** Those of a house, in force first, with what they were corrected from. */
  async ofHouse(tx: Tx, houseId: HouseId): Promise<Agreement[]> {
    return tx.query<Agreement[]>(
      `select g.id, g.house_id as "houseId", g.premises_id as "premisesId", g.kind, g.number, g.signed_on::text as "signedOn",
              p.name as "partyName", s.name as "supplierName", g.area::text as area, lower(g.valid)::text as "from",
              upper(g.valid)::text as "to", g.reason, g.recorded_at as "recordedAt", g.superseded_at as "supersededAt"
         from agreements g left join parties p on p.id = g.party_id left join suppliers s on s.id = g.supplier_id
        where g.house_id = $1
        order by g.superseded_at is not null, g.kind, lower(g.valid) desc, g.id`,
      [houseId],
    );
  }

  /** The last day on which a house was managed, where its last agreement is over by `today`; else `null`. */
  async lastManagedDay(tx: Tx, houseId: HouseId, today: LocalDate): Promise<LocalDate | null> {
    const [last] = await tx.query<{ ended: LocalDate | null }[]>(
      `select upper(valid) - date '1970-01-01' as ended from agreements
        where house_id = $1 and kind = 'management' and superseded_at is null
        order by upper(valid) desc nulls first limit 1`,
      [houseId],
    );
    const ended = last?.ended ?? null;
    return ended !== null && ended <= today ? addDays(ended, -1) : null;
  }

  /** @throws DomainError `house.not-found`, `agreement.overlap` where the house has another manager on these days */
  async add(tx: Tx, agreement: NewAgreement, recording: Recording): Promise<AgreementId> {
    const { houseId, premisesId = null, kind, number, signedOn, partyId = null, supplierId = null } = agreement;
    const { name: where } = premisesId ? await premisesPlace(tx, premisesId) : await housePlace(tx, houseId);
    const valid = formatDateRange(agreement);
    if (kind === 'management') {
      const [neighbour] = await tx.query<{ number: string; from: string; to: string | null }[]>(
        `select number, lower(valid)::text as "from", upper(valid)::text as "to" from agreements
          where house_id = $1 and kind = 'management' and superseded_at is null and valid && $2::daterange limit 1`,
        [houseId, valid],
      );
      if (neighbour) throw new DomainError('agreement.overlap', { where, ...neighbour });
    }
    const [row] = await tx.query<{ id: AgreementId }[]>(
      `insert into agreements (organization_id, house_id, premises_id, kind, number, signed_on, party_id, supplier_id, valid,
                               service_ids, area, recorded_by, reason, document_id)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
      [
        houseId,
        premisesId,
        kind,
        number,
        formatDate(signedOn),
        partyId,
        supplierId,
        valid,
        agreement.serviceIds ?? [],
        agreement.area ?? null,
        recording.by,
        recording.reason,
        recording.documentId ?? null,
      ],
    );
    await this.note(tx, 'agreement.add', row!.id, { houseId, days: agreement, number }, recording);
    return row!.id;
  }

  /**
   * The agreement holds no longer from this day on. Nobody forgets what was agreed: the former term stays readable.
   * @throws DomainError `agreement.not-found`, `agreement.ended`
   */
  async end(
    tx: Tx,
    { id, houseId }: { readonly id: AgreementId; readonly houseId: HouseId },
    from: LocalDate,
    recording: Recording,
  ): Promise<void> {
    const [row] = await tx.query<{ number: string; valid: string }[]>(
      `select number, valid::text as valid from agreements
        where id = $1 and house_id = $2 and superseded_at is null for update`,
      [id, houseId],
    );
    if (!row) throw new DomainError('agreement.not-found');
    const days = parseDateRange(row.valid);
    if (days.to !== null && days.to <= from)
      throw new DomainError('agreement.ended', { number: row.number, date: formatDate(days.to) });
    await tx.query('update agreements set superseded_at = organization_now(), superseded_by = $2 where id = $1', [
      id,
      recording.by,
    ]);
    if (from > days.from)
      await tx.query(
        `insert into agreements (organization_id, house_id, premises_id, kind, number, signed_on, party_id, supplier_id, valid,
                                 service_ids, area, recorded_by, reason, document_id)
         select organization_id, house_id, premises_id, kind, number, signed_on, party_id, supplier_id, $2::daterange,
                service_ids, area, $3, $4, $5 from agreements where id = $1`,
        [
          id,
          formatDateRange({ from: days.from, to: from }),
          recording.by,
          recording.reason,
          recording.documentId ?? null,
        ],
      );
    const ended = { from, to: days.to };
    await this.note(tx, 'agreement.end', id, { houseId, days: ended, number: row.number }, recording);
  }

  private async note(
    tx: Tx,
    action: string,
    id: AgreementId,
    { houseId, days, number }: { houseId: HouseId; days: Interval; number: string },
    recording: Recording,
  ): Promise<void> {
    const { from, to } = days;
    await recordChanges(tx, [{ fact: 'agreements', subject: { type: 'house', id: houseId }, from, to }], recording);
    await this.audit.record(tx, {
      userId: recording.by,
      action,
      object: { type: 'agreement', id },
      details: { number, from: formatDate(from), to: to === null ? null : formatDate(to), reason: recording.reason },
    });
  }
}
