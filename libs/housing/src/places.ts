import { type AccountId, DomainError, type HouseId, type PremisesId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { formatAddress, type HouseAddress, type PremisesKind } from './core/index.js';

interface Place {
  readonly houseId: HouseId;
  /** The address, for messages. */
  readonly name: string;
}

/** @throws DomainError `house.not-found` */
export async function housePlace(tx: Tx, id: HouseId): Promise<Place> {
  const [row] = await tx.query<HouseAddress[]>('select city, street, building from houses where id = $1', [id]);
  if (!row) throw new DomainError('house.not-found', { id });
  return { houseId: id, name: formatAddress(row) };
}

/** @throws DomainError `premises.not-found` */
export async function premisesPlace(tx: Tx, id: PremisesId): Promise<Place & { readonly kind: PremisesKind }> {
  const [row] = await tx.query<
    (HouseAddress & { houseId: HouseId; kind: PremisesKind; number: string; flat: string | null })[]
  >(
    `select h.id as "houseId", h.city, h.street, h.building, p.kind, p.number, flat.number as flat
       from premises p join houses h on h.id = p.house_id left join premises flat on flat.id = p.parent_id
      where p.id = $1`,
    [id],
  );
  if (!row) throw new DomainError('premises.not-found', { id });
  return { houseId: row.houseId, name: formatAddress(row, row), kind: row.kind };
}

export interface AccountPlace {
  readonly houseId: HouseId;
  readonly premisesId: PremisesId;
  readonly number: string;
}

/** @throws DomainError `account.not-found` */
export async function accountPlace(tx: Tx, id: AccountId): Promise<AccountPlace> {
  const [row] = await tx.query<AccountPlace[]>(
    'select house_id as "houseId", premises_id as "premisesId", number from accounts where id = $1',
    [id],
  );
  if (!row) throw new DomainError('account.not-found', { id });
  return row;
}
