import { Injectable } from '@nestjs/common';
import {
  DomainError,
  formatDateRange,
  formatPeriod,
  type HouseId,
  Money,
  monthInterval,
  type Period,
  periodOfDate,
} from '@dvor/kernel';
import { Ledger } from '@dvor/ledger';
import { Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import { assembleHouses } from '../load/assemble-houses.js';
import { loadRows } from '../load/load-houses.js';
import { type LoadedHouse } from '../load/loaded-house.js';
import { chargeHouse } from '../runs/charge-house.js';
import { chunksBySize } from '../runs/chunks-of-houses.js';
import { amendCatalogue, type SupposedChange } from './amend-catalogue.js';
import { type AccountEffect, type EffectSummary, summarizeEffect } from './summarize-effect.js';

/** What a change would do to the bills of a month. */
export interface RateEffect extends Omit<EffectSummary, 'houses' | 'top'> {
  readonly month: Period;
  readonly houses: readonly (EffectSummary['houses'][number] & { readonly address: string })[];
  readonly top: readonly (EffectSummary['top'][number] & { readonly number: string; readonly address: string })[];
  /** Accounts that can't be charged without the change or with it; their sums stand nowhere here. */
  readonly parked: number;
}

/** Bills of a month with a change and without it, by the very engine that makes bills; nothing is written. */
@Injectable()
export class RateEffects {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly clock: OrganizationClock,
  ) {}

  /**
   * @param month whose facts are charged; default: the last closed one, else the current one
   * @throws DomainError `effect.nothing` where no house has an account in the month
   */
  async preview(
    tenant: Tenant,
    change: SupposedChange,
    { month, houseIds }: { month?: Period | undefined; houseIds?: readonly HouseId[] | undefined } = {},
  ): Promise<RateEffect> {
    const { period, chunks } = await this.reading(tenant, async (tx) => {
      const period = month ?? (await this.baseMonth(tx));
      return { period, chunks: await chunksWith(tx, period, houseIds ?? null) };
    });
    if (chunks.length === 0) throw new DomainError('effect.nothing', { period: formatPeriod(period) });
    const effects: AccountEffect[] = [];
    let parked = 0;
    for (const chunk of chunks) {
      const one = await this.reading(tenant, (tx) => effectsIn(tx, { houseIds: chunk, month: period, change }));
      effects.push(...one.effects);
      parked += one.parked;
    }
    return this.reading(tenant, async (tx) => ({
      ...(await withNames(tx, summarizeEffect(effects))),
      month: period,
      parked,
    }));
  }

  private async baseMonth(tx: Tx): Promise<Period> {
    return (await this.ledger.lastClosedMonth(tx)) ?? periodOfDate(await this.clock.today(tx));
  }

  /** The database itself refuses to write here. */
  private async reading<T>(tenant: Tenant, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant(tenant, async (tx) => {
      await tx.query('set transaction read only');
      return work(tx);
    });
  }
}

async function chunksWith(tx: Tx, month: Period, houseIds: readonly HouseId[] | null): Promise<HouseId[][]> {
  const houses = await tx.query<{ id: HouseId; accounts: number }[]>(
    `select house_id as id, count(distinct account_id)::int as accounts
       from account_facts where superseded_at is null and valid && $1::daterange and ($2::bigint[] is null or house_id = any ($2))
      group by house_id order by house_id`,
    [formatDateRange(monthInterval(month)), houseIds],
  );
  return chunksBySize(houses);
}

async function effectsIn(
  tx: Tx,
  { houseIds, month, change }: { houseIds: readonly HouseId[]; month: Period; change: SupposedChange },
): Promise<{ effects: AccountEffect[]; parked: number }> {
  const rows = await loadRows(tx, houseIds, month);
  const before = assembleHouses(houseIds, rows);
  const after = assembleHouses(houseIds, { ...rows, catalogue: amendCatalogue(rows.catalogue, change, month) });
  const effects: AccountEffect[] = [];
  let parked = 0;
  for (const [i, houseId] of houseIds.entries()) {
    const bills = { before: billsOf(before[i]!, month), after: billsOf(after[i]!, month) };
    for (const accountId of new Set(before[i]!.facts.premises.map(({ id }) => id))) {
      if (bills.before.parked(accountId) || bills.after.parked(accountId)) parked += 1;
      else effects.push({ houseId, accountId, before: bills.before.of(accountId), after: bills.after.of(accountId) });
    }
  }
  return { effects, parked };
}

function billsOf(house: LoadedHouse, month: Period) {
  const { lines, parked } = chargeHouse(house, month);
  const bills = new Map<string, Money>();
  for (const { premises, amount } of lines) bills.set(premises, (bills.get(premises) ?? Money.zero).plus(amount));
  const whole = parked.some(({ premises }) => premises === null);
  const single = new Set(parked.map(({ premises }) => premises));
  return {
    of: (accountId: string) => bills.get(accountId) ?? Money.zero,
    parked: (accountId: string) => whole || single.has(accountId),
  };
}

async function withNames(tx: Tx, summary: EffectSummary): Promise<EffectSummary & Pick<RateEffect, 'houses' | 'top'>> {
  const houses = await tx.query<{ id: HouseId; address: string }[]>(
    `select id, concat_ws(', ', city, street, building) as address from houses where id = any ($1)`,
    [summary.houses.map(({ houseId }) => houseId)],
  );
  const accounts = await tx.query<{ id: string; number: string }[]>(
    'select id, number from accounts where id = any ($1)',
    [summary.top.map(({ accountId }) => accountId)],
  );
  const addresses = new Map(houses.map(({ id, address }) => [id, address]));
  const numbers = new Map(accounts.map(({ id, number }) => [id, number]));
  const addressOf = (houseId: HouseId) => addresses.get(houseId) ?? '';
  return {
    ...summary,
    houses: summary.houses.map((house) => ({ ...house, address: addressOf(house.houseId) })),
    top: summary.top.map((account) => ({
      ...account,
      number: numbers.get(account.accountId) ?? '',
      address: addressOf(account.houseId),
    })),
  };
}
