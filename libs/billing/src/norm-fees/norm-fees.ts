import { Injectable } from '@nestjs/common';
import { type AccountId, type HouseId, type LocalDate, Money, periodOfDate, type ServiceId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { normMonth } from '../core/norm-month.js';
import type { Working } from '../core/index.js';
import { groupBy, loadHouses } from '../load/load-houses.js';
import { chargeHouse } from '../runs/charge-house.js';

/** What a service would cost an account for a month by the norm. */
export interface NormFee {
  readonly amount: Money;
  /** How it came about, line by line. */
  readonly workings: readonly Working[];
}

export type NormFeesOfAccount = ReadonlyMap<ServiceId, NormFee>;

/** A month's fee by the norm, at the tariffs, norms and persons of a day, by the very engine that makes bills. */
@Injectable()
export class NormFees {
  /** A service that can't be charged by norm is left out. Houses are loaded whole, in a dozen queries. */
  async of(tx: Tx, accountIds: readonly AccountId[], day: LocalDate): Promise<Map<AccountId, NormFeesOfAccount>> {
    const period = periodOfDate(day);
    const asked = new Set<string>(accountIds);
    const fees = new Map<AccountId, NormFeesOfAccount>();
    for (const house of await loadHouses(tx, await housesOf(tx, accountIds), period)) {
      const { lines, idsOf } = chargeHouse({ ...house, facts: normMonth(house.facts, day) }, period);
      const own = groupBy(
        lines.filter(({ premises }) => asked.has(premises)),
        ({ premises }) => premises as AccountId,
      );
      for (const [accountId, ofAccount] of own) {
        const byService = groupBy(ofAccount, (line) => idsOf(line).serviceId);
        fees.set(
          accountId,
          new Map(
            [...byService].map(([serviceId, ofService]) => [
              serviceId,
              {
                amount: Money.sum(ofService.map(({ amount }) => amount)),
                workings: ofService.map(({ working }) => working),
              },
            ]),
          ),
        );
      }
    }
    return fees;
  }
}

async function housesOf(tx: Tx, accountIds: readonly AccountId[]): Promise<HouseId[]> {
  const rows = await tx.query<{ id: HouseId }[]>(
    'select distinct house_id as id from accounts where id = any ($1) order by house_id',
    [accountIds],
  );
  return rows.map(({ id }) => id);
}
