import { Injectable } from '@nestjs/common';
import { People } from '@dvor/auth';
import type { ParkedRow, RunDetail, RunHouse, RunSummary } from '@dvor/billing';
import { Services } from '@dvor/catalogue';
import { Accounts, Houses } from '@dvor/housing';
import { type AccountId, formatPeriod, type HouseId, type UserId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import type { Language } from '../door/language.js';
import { Printing } from '../receipts/printing.js';
import { shownVolume } from './account-books.js';
import { parkedText } from './parked-texts.js';
import type { RunDetailDto, RunDto, RunHouseListDto } from './runs.dto.js';

/** Runs with the names of what they only know by id. */
@Injectable()
export class RunViews {
  constructor(
    private readonly database: Database,
    private readonly clock: OrganizationClock,
    private readonly people: People,
    private readonly services: Services,
    private readonly houses: Houses,
    private readonly accounts: Accounts,
    private readonly printing: Printing,
  ) {}

  async rows(tenant: Tenant, runs: readonly RunSummary[]): Promise<RunDto[]> {
    const names = await this.people.namesOf(runs.flatMap(({ requestedBy }) => requestedBy ?? []));
    const printed = await this.printing.ofRuns(tenant, runs);
    return runs.map((run) => rowOf(run, names, printed.get(run.id) ?? null));
  }

  async row(tenant: Tenant, run: RunSummary): Promise<RunDto> {
    return (await this.rows(tenant, [run]))[0]!;
  }

  async detail(tenant: Tenant, run: RunDetail, language: Language): Promise<RunDetailDto> {
    const { fingerprint, engineVersion, failure } = run;
    const { totals, parked } = await this.database.inTenant(tenant, async (tx) => ({
      totals: await this.totals(tx, run),
      parked: await this.parked(tx, run.parkedItems, language),
    }));
    return { ...(await this.row(tenant, run)), totals, parked, fingerprint, engineVersion, failure };
  }

  async houseRows(tenant: Tenant, rows: readonly RunHouse[]): Promise<RunHouseListDto['items']> {
    return this.database.inTenant(tenant, async (tx) => {
      const addresses = await this.addresses(tx);
      return rows.map((row) => ({ ...row, address: addresses.get(row.houseId) ?? '', amount: row.amount.toString() }));
    });
  }

  private async totals(tx: Tx, { totals }: RunDetail): Promise<RunDetailDto['totals']> {
    const services = await this.services.list(tx);
    return services.flatMap(({ id, name, unit }) =>
      totals
        .filter(({ serviceId }) => serviceId === id)
        .map(({ volume, lines, amount }) => ({
          ...{ service: name, unit, lines },
          ...{ volume: shownVolume(volume ?? '0'), amount: amount.toString() },
        })),
    );
  }

  private async parked(tx: Tx, rows: readonly ParkedRow[], language: Language): Promise<RunDetailDto['parked']> {
    if (rows.length === 0) return [];
    const addresses = await this.addresses(tx);
    const ids = rows.flatMap(({ accountId }) => accountId ?? []);
    const numbers = new Map<AccountId, string>(
      (await this.accounts.some(tx, ids, await this.clock.today(tx))).map(({ id, number }) => [id, number]),
    );
    return rows.map(({ houseId, accountId, code, details }) => ({
      ...{ houseId, accountId, code },
      address: addresses.get(houseId) ?? '',
      accountNumber: accountId && (numbers.get(accountId) ?? null),
      message: parkedText(code, details, language),
    }));
  }

  private async addresses(tx: Tx): Promise<ReadonlyMap<HouseId, string>> {
    const { items } = await this.houses.list(tx, { on: await this.clock.today(tx), limit: EVERY_HOUSE });
    return new Map(items.map(({ id, address }) => [id, address]));
  }
}

const EVERY_HOUSE = 100_000;

function rowOf(run: RunSummary, names: ReadonlyMap<UserId, string>, receipts: RunDto['receipts']): RunDto {
  const { id, state, requestedAt, startedAt, accounts, lines } = run;
  const { total, done, parked } = run.houses;
  return {
    ...{ id, state, requestedAt, startedAt, accounts, lines, receipts },
    period: formatPeriod(run.period),
    requestedBy: run.requestedBy && (names.get(run.requestedBy) ?? null),
    finishedAt: run.closedAt ?? run.reviewedAt,
    houses: { total, done, parked },
    amount: run.amount.toString(),
  };
}
