import { type AccountId, formatDate, formatDateRange, type HouseId, type Interval, type PartyId } from '@dvor/kernel';
import { recordChanges, type Recording, type Tx } from '@dvor/platform';
import { insertForIds, insertRows } from './insert-rows.js';
import type { NewParty } from './new-house.js';

/** A person who is registered on an account that is there already. */
export interface NewResident extends Interval {
  readonly houseId: HouseId;
  readonly accountId: AccountId;
  readonly party: NewParty;
  /** Somebody who is in the books already; `party` is left alone then. */
  readonly partyId?: PartyId | null;
  readonly kind: 'permanent' | 'temporary';
}

/**
 * Registers people on accounts, hundreds of thousands at a time, a statement per table, and returns the ids they were
 * given in their order. Checks nothing: the load of a table does.
 */
export async function insertResidents(
  tx: Tx,
  residents: readonly NewResident[],
  recording: Recording,
): Promise<PartyId[]> {
  if (residents.length === 0) return [];
  const unknown = residents.filter(({ partyId }) => !partyId);
  const ids = await insertForIds<PartyId, NewResident>(
    tx,
    'parties',
    {
      kind: ['text', ({ party }) => party.kind],
      name: ['text', ({ party }) => party.name],
      birth_date: ['date', ({ party }) => (typeof party.birthDate === 'number' ? formatDate(party.birthDate) : null)],
      snils: ['text', ({ party }) => party.snils],
      phone: ['text', ({ party }) => party.phone],
    },
    unknown,
  );
  const idOf = new Map(unknown.map((one, i) => [one, ids[i]!]));
  const everybody = residents.map((one) => one.partyId ?? idOf.get(one)!);
  await insertRows(
    tx,
    'residencies',
    {
      house_id: ['bigint', ({ one }) => one.houseId],
      account_id: ['bigint', ({ one }) => one.accountId],
      party_id: ['bigint', ({ partyId }) => partyId],
      kind: ['text', ({ one }) => one.kind],
      valid: ['daterange', ({ one }) => formatDateRange(one)],
      recorded_by: ['bigint', () => recording.by],
      reason: ['text', () => recording.reason],
    },
    residents.map((one, i) => ({ one, partyId: everybody[i]! })),
  );
  await recordChanges(
    tx,
    residents.map(({ accountId, from, to }) => ({
      fact: 'residencies',
      subject: { type: 'account', id: accountId },
      from,
      to,
    })),
    recording,
  );
  return everybody;
}
