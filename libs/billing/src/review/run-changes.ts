import { Injectable } from '@nestjs/common';
import { type AccountId, DomainError, type HouseId, Money, type RunId, type ServiceId } from '@dvor/kernel';
import { Database, decodeCursor, KEY, type Page, pageOf, type PageRequest, type Tenant, type Tx } from '@dvor/platform';
import { type Reason, REASONS } from '../core/index.js';
import { type Difference, differenceBetween } from '../effect/summarize-effect.js';
import { runById, type RunSummary } from '../runs/run-rows.js';
import { type AccountChange, AccountChanges } from './account-changes.js';
import { type ComparisonState, RunComparison } from './run-comparison.js';

/** What a run came to beside the month before. */
export interface RunChanges extends Difference {
  readonly run: Pick<RunSummary, 'id' | 'period' | 'state'>;
  readonly comparison: ComparisonState;
  /** Accounts with any reason to tell, of the houses that are compared. */
  readonly accounts: number;
  readonly services: readonly ({ readonly serviceId: ServiceId } & Difference)[];
  readonly houses: readonly ({ readonly houseId: HouseId } & Difference)[];
  /** In the order of `REASONS`; the houses that are compared. */
  readonly reasons: readonly ReasonTotal[];
}

export interface ReasonTotal {
  readonly reason: Reason;
  readonly amount: Money;
  readonly accounts: number;
  readonly services: readonly { readonly serviceId: ServiceId; readonly amount: Money; readonly accounts: number }[];
}

/** Accounts whose bill changed, the greatest change first. */
export interface ChangeFilter {
  readonly houseId?: HouseId | undefined;
  readonly serviceId?: ServiceId | undefined;
  readonly reason?: Reason | undefined;
  readonly direction?: 'up' | 'down' | undefined;
  /** At least so much, up or down. */
  readonly atLeast?: Money | undefined;
  /** Begin of an account's number. */
  readonly number?: string | undefined;
}

export interface ChangedAccountRow extends Difference {
  readonly accountId: AccountId;
  readonly number: string;
  readonly houseId: HouseId;
  /** Of the change, what the filter's service and reason account for. */
  readonly part: Money;
  /** Of that part, the greatest first. */
  readonly reasons: readonly { readonly reason: Reason; readonly amount: Money }[];
}

/** A run as it is reviewed: what changed since the last closed month, by house, service, reason and account. */
@Injectable()
export class ReviewOfRun {
  constructor(
    private readonly database: Database,
    private readonly comparison: RunComparison,
    private readonly accounts: AccountChanges,
  ) {}

  /** @throws DomainError `run.not-found` */
  async changes(tenant: Tenant, id: RunId, houseId: HouseId | null = null): Promise<RunChanges> {
    return this.database.inTenant(tenant, async (tx) => {
      const run = await foundRun(tx, id);
      const comparison = await this.comparison.stateOf(tx, run);
      const pair = [id, comparison.base?.runId ?? null, houseId];
      const services = await tx.query<TotalRow[]>(BY_SERVICE, pair);
      const houses = await tx.query<TotalRow[]>(BY_HOUSE, pair);
      const [{ accounts }] = await tx.query<[{ accounts: number }]>(
        'select coalesce(sum(accounts), 0)::int as accounts from run_house_changes where run_id = $1 and ($2::bigint is null or house_id = $2)',
        [id, houseId],
      );
      const reasons = await tx.query<ReasonRow[]>(BY_REASON, [id, houseId]);
      return {
        run: { id, period: run.period, state: run.state },
        comparison,
        accounts,
        ...differenceBetween(sumOf(houses.map(({ before }) => before)), sumOf(houses.map(({ after }) => after))),
        services: services.map(({ id, ...row }) => ({ serviceId: id as ServiceId, ...differenceOf(row) })),
        houses: houses.map(({ id, ...row }) => ({ houseId: id as HouseId, ...differenceOf(row) })),
        reasons: reasonTotals(reasons),
      };
    });
  }

  /** @throws DomainError `run.not-found`, `cursor.invalid` */
  async changedAccounts(
    tenant: Tenant,
    id: RunId,
    filter: ChangeFilter,
    page: PageRequest,
  ): Promise<Page<ChangedAccountRow>> {
    return this.database.inTenant(tenant, async (tx) => {
      await foundRun(tx, id);
      return changedAccounts(tx, id, filter, page);
    });
  }

  /** All that the filter leaves, a page after the other. @throws DomainError `run.not-found` */
  async *everyChangedAccount(tenant: Tenant, id: RunId, filter: ChangeFilter): AsyncGenerator<ChangedAccountRow[]> {
    let cursor: string | undefined;
    do {
      const page: Page<ChangedAccountRow> = await this.changedAccounts(tenant, id, filter, { cursor, limit: A_PIECE });
      yield page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  }

  /** One account's lines in both months and why they differ. @throws DomainError `run.not-found`, `account.not-found` */
  async account(tenant: Tenant, id: RunId, accountId: AccountId): Promise<AccountChange> {
    return this.database.inTenant(tenant, async (tx) => {
      const run = await foundRun(tx, id);
      const change = await this.accounts.inRun(tx, run, accountId);
      if (!change) throw new DomainError('account.not-found');
      return change;
    });
  }
}

const A_PIECE = 500;

async function foundRun(tx: Tx, id: RunId): Promise<RunSummary> {
  const run = await runById(tx, id);
  if (!run) throw new DomainError('run.not-found');
  return run;
}

interface TotalRow {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

const BY_HOUSE = `
  select coalesce(b.house_id, a.house_id) as id, coalesce(b.amount, 0) as before, coalesce(a.amount, 0) as after
    from (select house_id, amount from billing_run_houses where run_id = $2::bigint) b
    full join (select house_id, amount from billing_run_houses where run_id = $1::bigint) a using (house_id)
   where $3::bigint is null or house_id = $3
   order by abs(coalesce(a.amount, 0) - coalesce(b.amount, 0)) desc, 1`;

const BY_SERVICE = `
  select t.service as id, coalesce(sum(t.amount) filter (where h.run_id = $2::bigint), 0) as before,
         coalesce(sum(t.amount) filter (where h.run_id = $1::bigint), 0) as after
    from billing_run_houses h cross join jsonb_to_recordset(h.totals) as t (service bigint, amount bigint)
   where h.run_id in ($1::bigint, $2::bigint) and ($3::bigint is null or h.house_id = $3)
   group by t.service order by t.service`;

interface ReasonRow {
  readonly service: string | null;
  readonly reason: Reason;
  readonly amount: string;
  readonly accounts: number;
}

const BY_REASON = `
  select c.service, c.reason, sum(c.amount) as amount, sum(c.accounts)::int as accounts
    from run_house_changes h
   cross join jsonb_to_recordset(h.causes) as c (service bigint, reason text, amount bigint, accounts int)
   where h.run_id = $1 and ($2::bigint is null or h.house_id = $2)
   group by c.service, c.reason order by c.service`;

function reasonTotals(rows: readonly ReasonRow[]): ReasonTotal[] {
  return REASONS.flatMap((reason) => {
    const own = rows.filter((row) => row.reason === reason);
    const whole = own.find(({ service }) => service === null);
    if (!whole) return [];
    const services = own.flatMap(({ service, amount, accounts }) =>
      service === null ? [] : [{ serviceId: service as ServiceId, amount: Money.ofKopecks(amount), accounts }],
    );
    return [{ reason, amount: Money.ofKopecks(whole.amount), accounts: whole.accounts, services }];
  });
}

interface AccountRow {
  readonly accountId: AccountId;
  readonly number: string;
  readonly houseId: HouseId;
  readonly before: string;
  readonly after: string;
  readonly part: string;
  readonly size: string;
  readonly causes: readonly (readonly [service: string, reason: Reason, amount: string])[];
}

/** Sorted by what the filter's service and reason account for; who has none of them is not there. */
async function changedAccounts(
  tx: Tx,
  id: RunId,
  { houseId, serviceId, reason, direction, atLeast, number }: ChangeFilter,
  page: PageRequest,
): Promise<Page<ChangedAccountRow>> {
  const [size, after] = page.cursor ? decodeCursor(page.cursor, [KEY.id, KEY.id]) : [null, null];
  const rows = await tx.query<AccountRow[]>(
    `select * from (
       select c.account_id as "accountId", a.number, c.house_id as "houseId", c.amount_before as before, c.amount_after as after, c.causes,
              p.part, abs(p.part) as size
         from run_account_changes c
         join accounts a on a.id = c.account_id
        cross join lateral (select sum((x->>2)::bigint)::bigint as part, count(*) as n from jsonb_array_elements(c.causes) as x
                             where ($3::text is null or x->>0 = $3) and ($4::text is null or x->>1 = $4)) p
        where c.run_id = $1 and ($2::bigint is null or c.house_id = $2) and p.n > 0
          and ($7::text is null or starts_with(a.number, $7))) found
      where ($5::text is null or (case $5 when 'up' then part > 0 else part < 0 end))
        and size >= $6::bigint
        and ($8::bigint is null or (-size, "accountId") > (-$8::bigint, $9::bigint))
      order by size desc, "accountId" limit $10`,
    [
      id,
      houseId ?? null,
      serviceId ?? null,
      reason ?? null,
      direction ?? null,
      (atLeast?.kopecks ?? 0n).toString(),
      number ?? null,
      size,
      after,
      page.limit + 1,
    ],
  );
  const { items, nextCursor } = pageOf(rows, page.limit, (row) => [row.size, row.accountId]);
  return { items: items.map((row) => accountRow(row, { serviceId, reason })), nextCursor };
}

function accountRow(
  { accountId, number, houseId, part, causes, ...sums }: AccountRow,
  { serviceId, reason }: ChangeFilter,
): ChangedAccountRow {
  const mine = causes.filter(([service, why]) => (!serviceId || service === serviceId) && (!reason || why === reason));
  const reasons = REASONS.flatMap((reason) => {
    const own = mine.filter(([, why]) => why === reason);
    const amount = Money.sum(own.map(([, , kopecks]) => Money.ofKopecks(kopecks)));
    return own.length === 0 || amount.isZero ? [] : [{ reason, amount }];
  });
  return {
    ...{ accountId, number, houseId, part: Money.ofKopecks(part) },
    ...differenceOf(sums),
    reasons: reasons.sort((a, b) => sizeOf(b.amount).compare(sizeOf(a.amount))),
  };
}

function differenceOf({ before, after }: Pick<TotalRow, 'before' | 'after'>): Difference {
  return differenceBetween(Money.ofKopecks(before), Money.ofKopecks(after));
}

function sumOf(kopecks: readonly string[]): Money {
  return Money.sum(kopecks.map((amount) => Money.ofKopecks(amount)));
}

function sizeOf(amount: Money): Money {
  return amount.isNegative ? amount.negated() : amount;
}
