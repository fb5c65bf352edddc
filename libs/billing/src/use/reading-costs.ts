import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  DomainError,
  type HouseId,
  type LocalDate,
  type MeterId,
  type Money,
  periodOfDate,
  type ServiceId,
} from '@dvor/kernel';
import type { ZonedValue } from '@dvor/metering';
import type { Tx } from '@dvor/platform';
import { costOfUse } from '../core/use/index.js';
import { loadHouses } from '../load/load-houses.js';

/** What a volume costs of a service, about: the month's bill looks at more. */
export interface CostOfReading {
  readonly serviceId: ServiceId;
  readonly amount: Money;
}

/** What a reading would cost, before it is sent (MTR-04), by the very engine that makes bills. */
@Injectable()
export class ReadingCosts {
  /** `null`: it can't be told, see `costOfUse`. @throws DomainError `account.not-found` */
  async of(
    tx: Tx,
    { accountId, meterId, volume }: { accountId: AccountId; meterId: MeterId; volume: ZonedValue },
    day: LocalDate,
  ): Promise<CostOfReading[] | null> {
    const [account] = await tx.query<{ houseId: HouseId }[]>(
      'select house_id as "houseId" from accounts where id = $1',
      [accountId],
    );
    if (!account) throw new DomainError('account.not-found', { id: accountId });
    const only = { only: [accountId], documents: false };
    const [house] = await loadHouses(tx, [account.houseId], periodOfDate(day), only);
    const costs = costOfUse(house!.facts, { account: accountId, meter: meterId, volume, day });
    if (!costs) return null;
    const ids = house!.book.idsOf(accountId);
    return [...costs].map(([code, amount]) => ({ serviceId: ids.get(code)!.serviceId, amount }));
  }
}
