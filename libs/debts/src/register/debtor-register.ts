import { Injectable } from '@nestjs/common';
import { Accounts, searchAccounts } from '@dvor/housing';
import { type AccountId, formatDate, type HouseId, type LocalDate, Money } from '@dvor/kernel';
import { MoneyInTransit } from '@dvor/payments';
import { DueDays, InstalmentPlans, type Plan } from '@dvor/penalties';
import { decodeCursor, KEY, type Page, type PageRequest, pageOf, type Tx } from '@dvor/platform';
import { DEBT_AGES, type DebtAge, type DebtStage, STAGE_AFTER, type StepKind } from '../core/index.js';
import { Disputes } from '../disputes/disputes.js';
import { snapshotFor } from './debt-snapshots.js';
import type { DebtSums } from './debt-sums.js';
import { debtorTable } from './debtor-table.js';
import { DebtViews, type ViewAsked } from './debt-views.js';
import {
  DEBTOR_PARAMETERS,
  type DebtorFacts,
  type DebtorFilter,
  debtorQuery,
  type DebtorSort,
} from './debtor-query.js';
import { dueAges } from './due-ages.js';
import type { DebtView } from './in-books.js';

export interface Debtor extends DebtSums {
  readonly accountId: AccountId;
  readonly houseId: HouseId;
  readonly number: string;
  readonly address: string;
  readonly payerName: string | null;
  readonly closed: boolean;
  /** Of its oldest part. */
  readonly age: DebtAge;
  /** The month of the oldest part, `2023-04`. */
  readonly oldest: string | null;
  readonly stage: DebtStage;
  readonly lastPayment: { readonly on: string; readonly amount: Money } | null;
  readonly lastContact: string | null;
  /** Instalments that hold today, and whether they are kept. */
  readonly plan: 'kept' | 'late' | null;
}

export interface DebtorTotals extends DebtSums {
  readonly accounts: number;
}

export interface DebtorsAsked extends ViewAsked, Omit<DebtorFilter, 'accountIds'> {
  /** Words of number, address or payer, in any order. */
  readonly search?: string | undefined;
  readonly sort?: DebtorSort | undefined;
}

export interface DebtorPage extends Page<Debtor> {
  readonly day: LocalDate;
  /** Of the filter. */
  readonly totals: DebtorTotals;
  /** Debit balances of all accounts that the reader sees: what the turnover statement of the day says. */
  readonly debit: Money;
}

/** Who owes what and since when, as of a day. */
@Injectable()
export class DebtorRegister {
  constructor(
    private readonly views: DebtViews,
    private readonly accounts: Accounts,
    private readonly disputes: Disputes,
    private readonly transit: MoneyInTransit,
    private readonly dueDays: DueDays,
    private readonly plans: InstalmentPlans,
  ) {}

  /** The greatest first, unless another order is asked for. @throws DomainError `debt.in-future`, `cursor.invalid` */
  async list(tx: Tx, asked: DebtorsAsked, page: PageRequest): Promise<DebtorPage> {
    const { facts, filter } = await this.prepare(tx, asked);
    const { sql, parameters } = debtorQuery(facts, filter);
    const order = ORDERS[asked.sort ?? 'overdue'];
    const [key, id] = page.cursor === undefined ? [null, null] : decodeCursor(page.cursor, [order.looks, KEY.id]);
    const [row] = await tx.query<{ rows: DebtorRow[] | null; totals: SumsRow & { accounts: number }; debit: string }[]>(
      `with ${sql.trim()},
       page as (
         select * from found d
          where $${DEBTOR_PARAMETERS + 1}::text is null
             or (${order.column}, d.account_id) ${order.after} ($${DEBTOR_PARAMETERS + 1}::${order.type}, $${DEBTOR_PARAMETERS + 2}::bigint)
          order by ${order.column} ${order.direction}, d.account_id ${order.direction} limit $${DEBTOR_PARAMETERS + 3})
       select (select json_agg(${rowOf(order.column)} order by ${order.column} ${order.direction}, d.account_id ${order.direction}) from page d) as rows,
              (select json_build_object('accounts', count(*), ${SUMS.map((name) => `'${name}', coalesce(sum(${name}), 0)::text`).join(', ')}) from found) as totals,
              (select coalesce(sum(balance), 0) from debtor) as debit`,
      [...parameters, key, id, page.limit + 1],
    );
    const rows = pageOf(row!.rows ?? [], page.limit, ({ key, account_id }) => [key, account_id]);
    return {
      items: await this.inWords(tx, rows.items, facts.view),
      nextCursor: rows.nextCursor,
      day: facts.view.day,
      totals: { ...sumsOf(row!.totals), accounts: row!.totals.accounts },
      debit: Money.ofKopecks(row!.debit),
    };
  }

  /** The whole list of a filter as a workbook. */
  async table(
    tx: Tx,
    asked: DebtorsAsked,
  ): Promise<{ readonly name: string; readonly content: AsyncIterable<Uint8Array> }> {
    const { items, totals, day } = await this.list(tx, asked, { limit: MOST_IN_TABLE });
    return { name: `Должники на ${formatDate(day)}.xlsx`, content: debtorTable(day, items, totals) };
  }

  /** Accounts of the filter, however many, for what is done to all of them at once. */
  async accountsOf(tx: Tx, asked: DebtorsAsked): Promise<AccountId[]> {
    const { facts, filter } = await this.prepare(tx, asked);
    const { sql, parameters } = debtorQuery(facts, filter);
    const rows = await tx.query<{ id: AccountId }[]>(
      `with ${sql.trim()} select account_id as id from found order by account_id`,
      parameters,
    );
    return rows.map(({ id }) => id);
  }

  /** The totals of a filter on several days: how debts go. */
  async totalsOn(
    tx: Tx,
    days: readonly LocalDate[],
    asked: Omit<DebtorsAsked, 'asOf'>,
  ): Promise<(DebtorTotals & { readonly day: LocalDate })[]> {
    const found: (DebtorTotals & { readonly day: LocalDate })[] = [];
    for (const day of days) {
      const { totals } = await this.list(tx, { ...asked, asOf: day }, { limit: 1 });
      found.push({ ...totals, day });
    }
    return found;
  }

  private async prepare(tx: Tx, asked: DebtorsAsked): Promise<{ facts: DebtorFacts; filter: DebtorFilter }> {
    const view = await this.views.of(tx, asked);
    return {
      facts: {
        view,
        snapshot: await snapshotFor(tx, view),
        due: dueAges(await this.dueDays.of(tx, view.day), view.day),
        disputed: await this.disputes.sums(tx, view),
        inTransit: await this.transit.of(tx, null, view.books === 'now' ? null : view.day),
      },
      filter: {
        ...asked,
        ...(asked.search?.trim() && { accountIds: await this.searched(tx, asked.search, asked.houseId) }),
      },
    };
  }

  private async searched(tx: Tx, search: string, houseId: HouseId | undefined): Promise<AccountId[]> {
    return (await searchAccounts(tx, { search, houseId, limit: MOST_SEARCHED })).items;
  }

  private async inWords(tx: Tx, rows: readonly DebtorRow[], { day }: DebtView): Promise<Debtor[]> {
    const ids = rows.map(({ account_id }) => account_id);
    const accounts = new Map((await this.accounts.some(tx, ids, day)).map((account) => [account.id, account]));
    const paid = await lastPayments(tx, ids, day);
    const plans = await this.plans.keptOf(tx, ids);
    return rows.map((row) => {
      const account = accounts.get(row.account_id)!;
      return {
        ...sumsOf(row),
        accountId: row.account_id,
        houseId: account.houseId,
        number: account.number,
        address: account.address,
        payerName: account.payerName,
        closed: row.closed,
        age: DEBT_AGES[row.oldest_age]!,
        oldest: row.oldest,
        stage: row.step === null ? 'none' : STAGE_AFTER[row.step],
        lastPayment: paid.get(row.account_id) ?? null,
        lastContact: row.last_contact,
        plan: standingOf(plans.get(row.account_id)),
      };
    });
  }
}

const MOST_SEARCHED = 1_000;
/** What a sheet holds, but for the headings and totals. */
const MOST_IN_TABLE = 1_048_000;

function standingOf(plan: Plan | undefined): Debtor['plan'] {
  return plan?.standing === 'kept' || plan?.standing === 'late' ? plan.standing : null;
}

async function lastPayments(
  tx: Tx,
  ids: readonly AccountId[],
  day: LocalDate,
): Promise<Map<AccountId, { on: string; amount: Money }>> {
  const rows = await tx.query<{ id: AccountId; on: string; amount: string }[]>(
    `select account.id, last.on, last.amount
       from unnest($1::bigint[]) as account (id)
      cross join lateral (
        select p.paid_on::text as "on", p.amount - p.returned as amount from payments p
         where p.account_id = account.id and p.returned < p.amount and p.booked_on <= $2
         order by p.paid_on desc, p.id desc limit 1) last`,
    [ids, formatDate(day)],
  );
  return new Map(rows.map(({ id, on, amount }) => [id, { on, amount: Money.ofKopecks(amount) }]));
}

const AGE_COLUMNS = DEBT_AGES.map((_, i) => `age_${i}`);
const KINDS = ['principal', 'penalties', 'utilities', 'housing', 'capital_repair', 'other'] as const;
const SUMS = ['balance', 'overdue', ...AGE_COLUMNS, 'ahead', ...KINDS, 'disputed', 'in_transit'];

/** Kopecks as text, by column. */
type SumsRow = Readonly<Record<string, string>>;

type DebtorRow = SumsRow & {
  readonly account_id: AccountId;
  readonly key: string;
  readonly closed: boolean;
  readonly oldest_age: number;
  readonly oldest: string | null;
  readonly step: StepKind | null;
  readonly last_contact: string | null;
};

function rowOf(key: string): string {
  const sums = SUMS.map((name) => `'${name}', d.${name}::text`).join(', ');
  return `json_build_object('account_id', d.account_id::text, 'key', (${key})::text, 'closed', d.closed, 'oldest_age', d.oldest_age,
                            'oldest', to_char(d.oldest, 'YYYY-MM'), 'step', d.step, 'last_contact', d.last_contact::text, ${sums})`;
}

function sumsOf(row: SumsRow): DebtSums {
  const sum = (name: string) => Money.ofKopecks(row[name]!);
  return {
    balance: sum('balance'),
    overdue: sum('overdue'),
    ages: Object.fromEntries(DEBT_AGES.map((age, i) => [age, sum(`age_${i}`)])) as Record<DebtAge, Money>,
    ahead: sum('ahead'),
    principal: sum('principal'),
    penalties: sum('penalties'),
    utilities: sum('utilities'),
    housing: sum('housing'),
    capitalRepair: sum('capital_repair'),
    other: sum('other'),
    disputed: sum('disputed'),
    inTransit: sum('in_transit'),
  };
}

interface Order {
  readonly column: string;
  readonly type: 'bigint' | 'text' | 'date';
  readonly direction: 'asc' | 'desc';
  readonly after: '<' | '>';
  readonly looks: RegExp;
}

const ORDERS: Readonly<Record<DebtorSort, Order>> = {
  overdue: { column: 'd.overdue', type: 'bigint', direction: 'desc', after: '<', looks: /^\d{1,18}$/ },
  balance: { column: 'd.balance', type: 'bigint', direction: 'desc', after: '<', looks: /^\d{1,18}$/ },
  oldest: { column: 'd.oldest', type: 'date', direction: 'asc', after: '>', looks: /^\d{4}-\d\d-\d\d$/ },
  account: { column: 'd.number', type: 'text', direction: 'asc', after: '>', looks: /^.{1,100}$/ },
};
