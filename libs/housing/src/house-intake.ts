import { Injectable } from '@nestjs/common';
import { type AccountId, DomainError, type HouseId, type PremisesId } from '@dvor/kernel';
import { AuditLog, constraintOf, type Recording, type Tx } from '@dvor/platform';
import { checkNewHouse } from './check-new-house.js';
import { formatAddress, type HouseAddress, houseKey } from './core/index.js';
import { insertHouses } from './insert-houses.js';
import type { NewHouse } from './new-house.js';

/** A house's ids; premises and accounts stand in the order in which they were given. */
export interface HouseTakenIn {
  readonly id: HouseId;
  readonly premises: readonly { readonly id: PremisesId; readonly accountIds: readonly AccountId[] }[];
}

/** Takes whole houses into the books, some or thousands. */
@Injectable()
export class HouseIntake {
  constructor(private readonly audit: AuditLog) {}

  /**
   * @throws DomainError those of `checkNewHouse`; `house.exists`; `account.number-taken`; `residency.elsewhere` for one who
   * would be registered in two places at a time
   */
  async takeIn(tx: Tx, houses: readonly NewHouse[], recording: Recording): Promise<HouseTakenIn[]> {
    for (const house of houses) checkNewHouse(house);
    await refuseTaken(tx, houses);
    const ids = await insertHouses(tx, houses, recording).catch((error: unknown) => {
      throw refusalOf(error);
    });
    for (const house of houses)
      await this.audit.record(tx, {
        userId: recording.by,
        action: 'house.take-in',
        object: { type: 'house', id: ids.houses.get(house)! },
        details: { address: formatAddress(house), premises: house.premises.length, reason: recording.reason },
      });
    return houses.map((house) => ({
      id: ids.houses.get(house)!,
      premises: house.premises.map((premises) => ({
        id: ids.premises.get(premises)!,
        accountIds: premises.accounts.map((account) => ids.accounts.get(account)!),
      })),
    }));
  }
}

/**
 * Names what is there already; the database itself would not say, since a row under a policy might be a stranger's. A
 * house is the same however its address is written.
 */
async function refuseTaken(tx: Tx, houses: readonly NewHouse[]): Promise<void> {
  const given = new Set<string>();
  for (const house of houses) {
    const key = houseKey(house);
    if (given.has(key)) throw new DomainError('house.exists', { value: formatAddress(house) });
    given.add(key);
  }
  const taken = await tx.query<HouseAddress[]>('select city, street, building from houses');
  const house = taken.find((one) => given.has(houseKey(one)));
  if (house) throw new DomainError('house.exists', { value: formatAddress(house) });
  const numbers = houses.flatMap(({ premises }) =>
    premises.flatMap(({ accounts }) => accounts.map(({ number }) => number)),
  );
  const [account] = await tx.query<{ number: string }[]>(
    'select number from accounts where number = any ($1) limit 1',
    [numbers],
  );
  if (account) throw new DomainError('account.number-taken', { value: account.number });
}

/** The rules that only the database can see broken, and those broken by somebody else at this very moment. */
function refusalOf(error: unknown): unknown {
  const code = REFUSALS[constraintOf(error) ?? ''];
  return code ? new DomainError(code) : error;
}

const REFUSALS: Readonly<Record<string, string>> = {
  houses_organization_id_city_street_building_key: 'house.exists',
  accounts_organization_id_number_key: 'account.number-taken',
  residencies_party_id_kind_valid_excl: 'residency.elsewhere',
};
