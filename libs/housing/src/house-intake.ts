import { Injectable } from '@nestjs/common';
import { type AccountId, DomainError, type HouseId, type PremisesId } from '@dvor/kernel';
import { AuditLog, constraintOf, type Tx } from '@dvor/platform';
import { checkNewHouse } from './check-new-house.js';
import { formatAddress } from './core/index.js';
import { insertHouses, type Recording } from './insert-houses.js';
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

/** The rules that only the database can see broken. */
function refusalOf(error: unknown): unknown {
  const code = REFUSALS[constraintOf(error) ?? ''];
  return code ? new DomainError(code, { value: valueOf(error) }) : error;
}

const REFUSALS: Readonly<Record<string, string>> = {
  houses_organization_id_city_street_building_key: 'house.exists',
  accounts_organization_id_number_key: 'account.number-taken',
  residencies_party_id_kind_valid_excl: 'residency.elsewhere',
};

/** `Key (organization_id, number)=(1, 1000000001) already exists.` → `1000000001` */
function valueOf(error: unknown): string | null {
  const { detail = '' } = (error as { driverError?: { detail?: string } }).driverError ?? {};
  return /=\(\d+, (.+?)\) /.exec(detail)?.[1] ?? null;
}
