import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  DomainError,
  formatDateRange,
  formatPeriod,
  type HouseId,
  Money,
  monthInterval,
  type Period,
  type ServiceId,
} from '@dvor/kernel';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import type { StoredLine } from '../charges.js';
import { extrapolateReadings } from '../core/meters/extrapolate-readings.js';
import { loadAgreements } from '../load/agreements.js';
import { type LoadedHouse, loadHouses } from '../load/load-houses.js';
import type { ChargedHouse } from '../runs/charge-house.js';
import { chunksBySize } from '../runs/chunks-of-houses.js';
import { chargedByAgreement } from '../runs/record-chunk.js';
import type { ParkedRow } from '../runs/run-rows.js';

export interface DryRunQuestion {
  readonly period: Period;
  readonly houseIds: readonly HouseId[];
  /** Suppose readings that have not come, at the pace of the last two. */
  readonly extrapolate: boolean;
}

/** What houses would come to if the month were calculated now. Corrections of closed months are not in it. */
export interface DryRun {
  readonly period: Period;
  readonly houses: readonly { readonly houseId: HouseId; readonly accounts: number; readonly amount: Money }[];
  readonly services: readonly { readonly serviceId: ServiceId; readonly lines: number; readonly amount: Money }[];
  readonly accounts: readonly { readonly accountId: AccountId; readonly houseId: HouseId; readonly amount: Money }[];
  readonly lines: number;
  readonly amount: Money;
  readonly parked: readonly ParkedRow[];
  /** Meters whose reading is supposed. */
  readonly supposed: number;
}

/** A calculation by the very code of the month's run that leaves nothing behind: the database refuses to write. */
@Injectable()
export class DryRuns {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `dry-run.nothing` where no house has an account in the month, `dry-run.too-large` */
  async calculate(tenant: Tenant, asked: DryRunQuestion): Promise<DryRun> {
    const outcomes: HouseOutcome[] = [];
    for (const houseIds of await this.chunks(tenant, asked))
      outcomes.push(...(await this.reading(tenant, (tx) => outcomesOf(tx, { ...asked, houseIds }))));
    return summed(asked.period, outcomes);
  }

  /** The lines of one account, as they would be written. @throws DomainError `dry-run.nothing` */
  async account(
    tenant: Tenant,
    { accountId, ...asked }: Omit<DryRunQuestion, 'houseIds'> & { readonly accountId: AccountId },
  ): Promise<StoredLine[]> {
    return this.reading(tenant, async (tx) => {
      const [account] = await tx.query<{ houseId: HouseId }[]>(
        'select house_id as "houseId" from accounts where id = $1',
        [accountId],
      );
      if (!account) throw new DomainError('account.not-found', { id: accountId });
      const [outcome] = await outcomesOf(tx, { ...asked, houseIds: [account.houseId] });
      return outcome!.lines.filter((line) => line.accountId === accountId);
    });
  }

  private async chunks(tenant: Tenant, { period, houseIds }: DryRunQuestion): Promise<HouseId[][]> {
    const houses = await this.reading(tenant, (tx) =>
      tx.query<{ id: HouseId; accounts: number }[]>(
        `select house_id as id, count(distinct account_id)::int as accounts
           from account_facts where superseded_at is null and valid && $1::daterange and house_id = any ($2)
          group by house_id order by house_id`,
        [formatDateRange(monthInterval(period)), houseIds],
      ),
    );
    const accounts = houses.reduce((sum, house) => sum + house.accounts, 0);
    if (accounts === 0) throw new DomainError('dry-run.nothing', { period: formatPeriod(period) });
    if (accounts > MOST_ACCOUNTS) throw new DomainError('dry-run.too-large', { accounts, limit: MOST_ACCOUNTS });
    return chunksBySize(houses);
  }

  private async reading<T>(tenant: Tenant, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant(tenant, async (tx) => {
      await tx.query('set transaction read only');
      return work(tx);
    });
  }
}

/** More is the month's run's own work. */
const MOST_ACCOUNTS = 10_000;

interface HouseOutcome {
  readonly houseId: HouseId;
  readonly lines: readonly StoredLine[];
  readonly parked: ChargedHouse['parked'];
  readonly supposed: number;
}

async function outcomesOf(tx: Tx, { houseIds, period, extrapolate }: DryRunQuestion): Promise<HouseOutcome[]> {
  const houses = await loadHouses(tx, houseIds, period);
  const agreements = await loadAgreements(tx, houseIds, period);
  return houses.map((house) => {
    const { facts, meters } = extrapolate
      ? extrapolateReadings(house.facts, period)
      : { facts: house.facts, meters: 0 };
    const charged = chargedByAgreement({ ...house, facts }, period, agreements);
    return {
      houseId: facts.house.id as HouseId,
      lines: storedLines(house, charged),
      parked: charged.parked,
      supposed: meters,
    };
  });
}

function storedLines({ facts }: LoadedHouse, { lines, idsOf }: ChargedHouse): StoredLine[] {
  const numbers = new Map<string, number>();
  return lines.map((line) => {
    const number = (numbers.get(line.premises) ?? 0) + 1;
    numbers.set(line.premises, number);
    const { serviceId, supplierId } = idsOf(line);
    const { premises, part, amount, working } = line;
    return {
      ...{ accountId: premises as AccountId, houseId: facts.house.id as HouseId, line: number },
      ...{ serviceId, supplierId, part, amount, working, volume: line.volume?.toString() ?? null },
    } as StoredLine;
  });
}

function summed(period: Period, outcomes: readonly HouseOutcome[]): DryRun {
  const lines = outcomes.flatMap((outcome) => outcome.lines);
  const accounts = totals(lines, ({ accountId }) => accountId);
  const amount = Money.sum(lines.map((line) => line.amount));
  return {
    ...{ period, amount, lines: lines.length },
    houses: outcomes.map(({ houseId, lines }) => ({
      houseId,
      accounts: new Set(lines.map(({ accountId }) => accountId)).size,
      amount: Money.sum(lines.map((line) => line.amount)),
    })),
    services: [...totals(lines, ({ serviceId }) => serviceId)].map(([serviceId, own]) => ({
      ...{ serviceId, lines: own.length, amount: Money.sum(own.map((line) => line.amount)) },
    })),
    accounts: [...accounts].map(([accountId, own]) => ({
      ...{ accountId, houseId: own[0]!.houseId, amount: Money.sum(own.map((line) => line.amount)) },
    })),
    parked: outcomes.flatMap(({ houseId, parked }) =>
      parked.map(({ premises, service, code, details }) => ({
        ...{ houseId, code, accountId: premises as AccountId | null },
        details: { ...details, ...(service !== null && { service }) },
      })),
    ),
    supposed: outcomes.reduce((sum, outcome) => sum + outcome.supposed, 0),
  };
}

function totals<Key>(lines: readonly StoredLine[], keyOf: (line: StoredLine) => Key): Map<Key, StoredLine[]> {
  const groups = new Map<Key, StoredLine[]>();
  for (const line of lines) {
    const group = groups.get(keyOf(line));
    if (group) group.push(line);
    else groups.set(keyOf(line), [line]);
  }
  return groups;
}
