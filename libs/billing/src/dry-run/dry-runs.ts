import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  addMonths,
  DomainError,
  formatDateRange,
  formatPeriod,
  type HouseId,
  Money,
  monthInterval,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { Ledger } from '@dvor/ledger';
import { Database, type Tenant, type Tx } from '@dvor/platform';
import type { StoredLine } from '../charges.js';
import { extrapolateReadings } from '../core/meters/extrapolate-readings.js';
import { loadAgreements } from '../load/agreements.js';
import { loadHouses } from '../load/load-houses.js';
import { type LoadedHouse } from '../load/loaded-house.js';
import type { ChargedHouse } from '../runs/charge-house.js';
import { chunksBySize } from '../runs/chunks-of-houses.js';
import { chargedByAgreement } from '../runs/record-chunk.js';
import type { ParkedRow } from '../runs/run-rows.js';
import type { PlacedCorrection, Replays } from '../recalculation/replay-houses.js';
import { leavingNothing } from './leaving-nothing.js';
import { supposeRun } from './suppose-run.js';

export interface DryRunQuestion {
  readonly period: Period;
  /** None: all. A house is calculated whole, whoever of it is shown. */
  readonly houseIds: readonly HouseId[];
  /** None: all of the houses. */
  readonly accountIds: readonly AccountId[];
  /** None: all. */
  readonly serviceIds: readonly ServiceId[];
  /** Suppose readings that have not come, at the pace of the last two. */
  readonly extrapolate: boolean;
}

/** What houses would come to if the month were calculated now. */
export interface DryRun {
  readonly period: Period;
  readonly houses: readonly ({ readonly houseId: HouseId; readonly accounts: number } & DrySums)[];
  readonly services: readonly ({ readonly serviceId: ServiceId; readonly lines: number } & DrySums)[];
  readonly accounts: readonly ({ readonly accountId: AccountId; readonly houseId: HouseId } & DrySums)[];
  readonly lines: number;
  readonly amount: Money;
  /** Of the sum: corrections of closed months. */
  readonly corrections: Money;
  readonly parked: readonly ParkedRow[];
  /** Meters whose reading is supposed. */
  readonly supposed: number;
}

interface DrySums {
  readonly amount: Money;
  readonly corrections: Money;
}

/** A calculation by the very code of the month's run that leaves nothing behind: its transaction is rolled back. */
@Injectable()
export class DryRuns {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
  ) {}

  /** @throws DomainError `dry-run.nothing` where no account is to be billed, `dry-run.too-large`, `dry-run.run-works` */
  async calculate(tenant: Tenant, asked: DryRunQuestion): Promise<DryRun> {
    return leavingNothing(this.database, tenant, async (tx) => {
      const chunks = await chunksOf(tx, asked);
      const replays = await this.replays(tx, asked.period, chunks.flat());
      const outcomes: HouseOutcome[] = [];
      for (const houseIds of chunks) outcomes.push(...(await chargeDry(tx, { ...asked, houseIds }, replays)));
      return summed(asked.period, outcomes);
    });
  }

  /** The lines of one account, as they would be written. @throws DomainError `account.not-found`, `dry-run.run-works` */
  async account(
    tenant: Tenant,
    { accountId, ...asked }: Pick<DryRunQuestion, 'period' | 'extrapolate'> & { readonly accountId: AccountId },
  ): Promise<StoredLine[]> {
    return leavingNothing(this.database, tenant, async (tx) => {
      const [account] = await tx.query<{ houseId: HouseId }[]>(
        'select house_id as "houseId" from accounts where id = $1',
        [accountId],
      );
      if (!account) throw new DomainError('account.not-found', { id: accountId });
      const houseIds = [account.houseId];
      const replays = await this.replays(tx, asked.period, houseIds);
      const outcomes = await chargeDry(tx, { ...asked, houseIds, accountIds: [accountId], serviceIds: [] }, replays);
      return outcomes.flatMap(({ lines }) => lines);
    });
  }

  /** Only the open month corrects closed ones. */
  private async replays(tx: Tx, period: Period, houseIds: readonly HouseId[]): Promise<Replays | null> {
    const closed = await this.ledger.lastClosedMonth(tx);
    return closed !== null && period === addMonths(closed, 1) ? supposeRun(tx, period, houseIds) : null;
  }
}

async function chunksOf(tx: Tx, { period, houseIds, accountIds }: DryRunQuestion): Promise<HouseId[][]> {
  const houses = await tx.query<{ id: HouseId; accounts: number }[]>(
    `select house_id as id, count(distinct account_id)::int as accounts
       from account_facts
      where superseded_at is null and valid && $1::daterange
        and case when cardinality($3::bigint[]) > 0 then house_id in (select house_id from accounts where id = any ($3))
                 else cardinality($2::bigint[]) = 0 or house_id = any ($2) end
      group by house_id order by house_id`,
    [formatDateRange(monthInterval(period)), houseIds, accountIds],
  );
  const accounts = houses.reduce((sum, house) => sum + house.accounts, 0);
  if (accounts === 0) throw new DomainError('dry-run.nothing', { period: formatPeriod(period) });
  if (accounts > MOST_ACCOUNTS) throw new DomainError('dry-run.too-large', { accounts, limit: MOST_ACCOUNTS });
  return chunksBySize(houses);
}

/** More is the month's run's own work. */
const MOST_ACCOUNTS = 10_000;

export interface HouseOutcome {
  readonly houseId: HouseId;
  readonly lines: readonly StoredLine[];
  readonly parked: ChargedHouse['parked'];
  readonly supposed: number;
}

/** What houses come to by the run's own code, as far as it is asked for. */
export async function chargeDry(
  tx: Tx,
  { houseIds, accountIds, serviceIds, period, extrapolate }: DryRunQuestion,
  replays: Replays | null,
): Promise<HouseOutcome[]> {
  const houses = await loadHouses(tx, houseIds, period, replays ? { replayed: replays } : {});
  const agreements = await loadAgreements(tx, houseIds, period);
  const [accounts, services] = [new Set<string>(accountIds), new Set<string>(serviceIds)];
  const isAsked = ({ accountId, serviceId }: { accountId: string; serviceId: string }) =>
    (accounts.size === 0 || accounts.has(accountId)) && (services.size === 0 || services.has(serviceId));
  return houses.map((house) => {
    const { facts, meters } = extrapolate
      ? extrapolateReadings(house.facts, period)
      : { facts: house.facts, meters: 0 };
    const charged = chargedByAgreement({ ...house, facts }, period, agreements);
    const houseId = facts.house.id as HouseId;
    const corrections = replays?.corrections.filter((one) => one.houseId === houseId) ?? [];
    return {
      houseId,
      lines: [...storedLines(house, charged), ...corrections.map(correctionLine)].filter(isAsked),
      parked: charged.parked.filter(
        ({ premises }) => premises === null || accounts.size === 0 || accounts.has(premises),
      ),
      supposed: meters,
    };
  });
}

function correctionLine({ account, houseId, service, supplier, amount, working }: PlacedCorrection): StoredLine {
  return {
    ...{
      accountId: account as AccountId,
      houseId,
      serviceId: service as ServiceId,
      supplierId: supplier as SupplierId,
    },
    ...{ line: AFTER_OWN_LINES, part: 'true-up', volume: null, amount, working },
  };
}

const AFTER_OWN_LINES = 1_000;

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
  return {
    ...{ period, ...sumsOf(lines), lines: lines.length },
    houses: outcomes.map(({ houseId, lines }) => ({
      houseId,
      accounts: new Set(lines.map(({ accountId }) => accountId)).size,
      ...sumsOf(lines),
    })),
    services: [...totals(lines, ({ serviceId }) => serviceId)].map(([serviceId, own]) => ({
      ...{ serviceId, lines: own.length, ...sumsOf(own) },
    })),
    accounts: [...totals(lines, ({ accountId }) => accountId)].map(([accountId, own]) => ({
      ...{ accountId, houseId: own[0]!.houseId, ...sumsOf(own) },
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

function sumsOf(lines: readonly StoredLine[]): DrySums {
  const corrections = lines.filter(({ part }) => part === 'true-up');
  return {
    amount: Money.sum(lines.map(({ amount }) => amount)),
    corrections: Money.sum(corrections.map(({ amount }) => amount)),
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
