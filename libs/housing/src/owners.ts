import { Injectable } from '@nestjs/common';
import { DomainError, formatDate, type LocalDate, type PartyId, type PremisesId } from '@dvor/kernel';
import { addFact, AuditLog, type Recording, removeFacts, type Tx } from '@dvor/platform';
import { areWhole, formatShare, type Share, sumOfShares } from './core/index.js';
import { OWNERSHIPS } from './fact-tables.js';
import { premisesPlace } from './places.js';

export interface OwnerShare {
  readonly partyId: PartyId;
  readonly share: Share;
}

/** Who owns a premises. On every day on which it has owners at all, they own the whole of it. */
@Injectable()
export class Owners {
  constructor(private readonly audit: AuditLog) {}

  /**
   * From a day on the premises belongs to these, and to nobody else. What was recorded for later days is superseded as
   * well: it was said of owners who are none now.
   *
   * @throws DomainError `premises.not-found`, `ownership.not-whole` naming what is missing, `ownership.twice`,
   * `party.not-found`
   */
  async set(
    tx: Tx,
    premisesId: PremisesId,
    { from, owners }: { readonly from: LocalDate; readonly owners: readonly OwnerShare[] },
    recording: Recording,
  ): Promise<void> {
    const { houseId, name } = await premisesPlace(tx, premisesId);
    assertWhole(owners, { where: name, date: from });
    const days = { from, to: null };
    for (const party_id of await this.ownersSince(tx, premisesId, from))
      await removeFacts(
        tx,
        OWNERSHIPS,
        { key: { house_id: houseId, premises_id: premisesId, party_id }, days },
        recording,
      );
    for (const { partyId, share } of owners)
      await addFact(
        tx,
        OWNERSHIPS,
        {
          key: { house_id: houseId, premises_id: premisesId, party_id: partyId },
          days,
          values: { share_numerator: share.numerator, share_denominator: share.denominator },
        },
        recording,
      );
    await this.audit.record(tx, {
      userId: recording.by,
      action: 'premises.owners',
      object: { type: 'premises', id: premisesId },
      details: {
        from: formatDate(from),
        owners: owners.map(({ partyId, share }) => ({ partyId, share: formatShare(share) })),
        reason: recording.reason,
      },
    });
  }

  private async ownersSince(tx: Tx, premisesId: PremisesId, from: LocalDate): Promise<PartyId[]> {
    const rows = await tx.query<{ id: PartyId }[]>(
      `select distinct party_id as id from ownerships
        where premises_id = $1 and superseded_at is null and valid && daterange($2::date, null)`,
      [premisesId, formatDate(from)],
    );
    return rows.map(({ id }) => id);
  }
}

/** @throws DomainError `ownership.not-whole`, `ownership.twice` */
function assertWhole(owners: readonly OwnerShare[], { where, date }: { where: string; date: LocalDate }): void {
  if (new Set(owners.map(({ partyId }) => partyId)).size < owners.length)
    throw new DomainError('ownership.twice', { where });
  const shares = owners.map(({ share }) => share);
  if (owners.length > 0 && areWhole(shares)) return;
  const { numerator, denominator } = sumOfShares(shares);
  const missing = denominator - numerator;
  throw new DomainError('ownership.not-whole', {
    where,
    date: formatDate(date),
    sum: `${numerator}/${denominator}`,
    missing: missing > 0n ? `${missing}/${denominator}` : null,
  });
}
