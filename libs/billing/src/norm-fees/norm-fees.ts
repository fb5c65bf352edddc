import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  type Decimal,
  type HouseId,
  type LocalDate,
  Money,
  periodOfDate,
  type ServiceId,
  sum,
  groupBy,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { normMonth } from '../core/norm-month.js';
import type { ChargeLine, Part, Working } from '../core/index.js';
import { loadHouses } from '../load/load-houses.js';
import { chargeHouse } from '../runs/charge-house.js';

/** What a service would cost an account for a month by the norm. */
export interface NormFee {
  readonly amount: Money;
  /** In the service's unit; `null` where it is charged by no volume. */
  readonly volume: Decimal | null;
  /** How it came about, line by line. */
  readonly workings: readonly Working[];
}

export type NormFeesOfAccount = ReadonlyMap<ServiceId, NormFee>;

/** A month's fee by the norm, at the tariffs, norms and persons of a day, by the very engine that makes bills. */
@Injectable()
export class NormFees {
  /**
   * A service that can't be charged by norm is left out. Houses are loaded whole, in a dozen queries, or the accounts
   * `alone`, which is faster where there are few of them in many months.
   */
  async of(
    tx: Tx,
    accountIds: readonly AccountId[],
    day: LocalDate,
    { alone = false }: { readonly alone?: boolean } = {},
  ): Promise<Map<AccountId, NormFeesOfAccount>> {
    const period = periodOfDate(day);
    const asked = new Set<string>(accountIds);
    const fees = new Map<AccountId, NormFeesOfAccount>();
    const only = alone ? accountIds : null;
    for (const house of await loadHouses(tx, await housesOf(tx, accountIds), period, { only, documents: false })) {
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
                volume: volumeOf(ofService),
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

const OF_VOLUME: ReadonlySet<Part> = new Set(['individual', 'water', 'within', 'above'] as const);

function volumeOf(lines: readonly ChargeLine[]): Decimal | null {
  const volumes = lines.flatMap(({ part, volume }) => (OF_VOLUME.has(part) && volume ? [volume] : []));
  return volumes.length === 0 ? null : sum(volumes);
}

async function housesOf(tx: Tx, accountIds: readonly AccountId[]): Promise<HouseId[]> {
  const rows = await tx.query<{ id: HouseId }[]>(
    'select distinct house_id as id from accounts where id = any ($1) order by house_id',
    [accountIds],
  );
  return rows.map(({ id }) => id);
}
