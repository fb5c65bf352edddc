import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  type DetailValue,
  DomainError,
  formatPeriod,
  type HouseId,
  type Id,
  type Period,
  type RunId,
  type ServiceId,
  type UserId,
} from '@dvor/kernel';
import {
  AuditLog,
  Database,
  decodeCursor,
  ExceptionsInbox,
  KEY,
  Outbox,
  type Page,
  pageOf,
  type PageRequest,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import { type Anomaly, findAnomalies, type HoldCode } from './find-anomalies.js';

export type HoldId = Id<'hold'>;
export const HOLD_STATES = ['held', 'accepted', 'released'] as const;
export type HoldState = (typeof HOLD_STATES)[number];

/** A bill that is not issued until somebody has looked at it. */
export interface HeldBill {
  readonly id: HoldId;
  readonly houseId: HouseId;
  readonly address: string;
  /** `null`: the service of the whole house. */
  readonly accountId: AccountId | null;
  readonly accountNumber: string | null;
  readonly code: HoldCode;
  readonly service: { readonly id: ServiceId; readonly name: string; readonly unit: string } | null;
  readonly details: Readonly<Record<string, DetailValue>>;
  readonly state: HoldState;
  readonly foundAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  readonly question: string | null;
  readonly askedBy: string | null;
}

export interface HoldFilter {
  readonly state?: HoldState | undefined;
  readonly code?: HoldCode | undefined;
  readonly houseId?: HouseId | undefined;
}

export interface HoldCount {
  readonly code: HoldCode;
  readonly held: number;
  readonly accepted: number;
}

/** Which bills somebody chose: some by their ids, or all that fall under a filter. */
export type ChosenHolds = { readonly ids: readonly HoldId[] } | { readonly all: Omit<HoldFilter, 'state'> };

/** Bills that the anomaly gate holds, and what people decide about them. */
@Injectable()
export class HeldBills {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly inbox: ExceptionsInbox,
    private readonly outbox: Outbox,
  ) {}

  async list(tenant: Tenant, runId: RunId, filter: HoldFilter, page: PageRequest): Promise<Page<HeldBill>> {
    return this.database.inTenant(tenant, async (tx) => {
      await periodOf(tx, runId);
      const [after] = page.cursor ? decodeCursor(page.cursor, [KEY.id]) : [null];
      const rows = await tx.query<HeldBill[]>(
        `${SELECT}
          where h.run_id = $1 and ${FILTER} and ($5::bigint is null or h.id > $5) order by h.id limit $6`,
        [runId, ...filterOf(filter), after, page.limit + 1],
      );
      return pageOf(rows, page.limit, ({ id }) => [id]);
    });
  }

  /** How many there are, by rule. */
  async counts(tenant: Tenant, runId: RunId): Promise<HoldCount[]> {
    return this.database.inTenant(tenant, async (tx) => {
      await periodOf(tx, runId);
      return tx.query<HoldCount[]>(
        `select code, count(*) filter (where state = 'held')::int as held, count(*) filter (where state = 'accepted')::int as accepted
           from billing_run_holds where run_id = $1 and state <> 'released' group by code order by code`,
        [runId],
      );
    });
  }

  /**
   * Somebody has looked, and the bill is right.
   *
   * @returns how many were held and are not any more
   * @throws DomainError `run.not-found`
   */
  async accept(
    tenant: Tenant,
    runId: RunId,
    chosen: ChosenHolds,
    { by, reason }: { by: UserId; reason: string },
  ): Promise<number> {
    return this.database.inTenant(tenant, async (tx) => {
      const period = await periodOf(tx, runId);
      const [ids, filter] = 'ids' in chosen ? [chosen.ids, {}] : [null, chosen.all];
      const accepted = await tx.query<{ id: HoldId; asked: boolean }[]>(
        `with accepted as (
           update billing_run_holds h set state = 'accepted', decided_by = $6, decided_at = organization_now(), note = $7
            where h.run_id = $1 and h.state = 'held' and ${FILTER} and ($5::bigint[] is null or h.id = any ($5)) returning h.id, h.question)
         select id, question is not null as asked from accepted`,
        [runId, ...filterOf(filter), ids, by, reason],
      );
      if (accepted.length === 0) return 0;
      await this.audit.record(tx, {
        userId: by,
        action: 'run.accept-bills',
        object: { type: 'run', id: runId },
        details: {
          period: formatPeriod(period),
          reason,
          count: accepted.length,
          holds: accepted.slice(0, AUDITED).map(({ id }) => id),
        },
      });
      for (const { id } of accepted.filter(({ asked }) => asked))
        await this.inbox.settleOne(tx, `bill-${id}-question`, 'accepted');
      await this.tellHowMany(tx, runId, period);
      await this.outbox.record(tx, { type: 'billing.bills-accepted', payload: { runId } });
      return accepted.length;
    });
  }

  /** The bill stays held; the question stands in the inbox until it is answered there. @throws DomainError `hold.not-found` */
  async ask(
    tenant: Tenant,
    runId: RunId,
    id: HoldId,
    { by, question }: { by: UserId; question: string },
  ): Promise<void> {
    await this.database.inTenant(tenant, async (tx) => {
      const period = await periodOf(tx, runId);
      const [hold] = await tx.query<HeldBill[]>(`${SELECT} where h.run_id = $1 and h.id = $2`, [runId, id]);
      if (!hold) throw new DomainError('hold.not-found');
      await tx.query(
        'update billing_run_holds set question = $2, asked_by = $3, asked_at = organization_now() where id = $1',
        [id, question, by],
      );
      await this.inbox.raise(tx, [
        {
          kind: 'billing.bill-question',
          dedupeKey: `bill-${id}-question`,
          object: objectOf(hold),
          houseId: hold.houseId,
          details: { question, period: formatPeriod(period), runId },
        },
      ]);
      await this.audit.record(tx, {
        userId: by,
        action: 'run.ask-about-bill',
        object: objectOf(hold),
        details: { period: formatPeriod(period), question },
      });
    });
  }

  /**
   * Looks through the houses of a chunk anew: what is gone is released, what has other figures is held again, and what was
   * accepted with these very figures stays accepted.
   */
  async find(
    tx: Tx,
    run: { readonly id: RunId; readonly period: Period },
    houseIds: readonly HouseId[],
  ): Promise<void> {
    await nestedLoops(tx, 'off');
    const found = JSON.stringify((await findAnomalies(tx, run, houseIds)).map(rowOf));
    await tx.query(
      `update billing_run_holds h set state = 'released', decided_at = coalesce(decided_at, organization_now())
        where h.run_id = $1 and h.house_id = any ($2) and h.state <> 'released'
          and not exists (select from ${FOUND} where ${SAME} and f.details = h.details)`,
      [run.id, houseIds, found],
    );
    await tx.query(
      `insert into billing_run_holds (organization_id, run_id, house_id, account_id, code, service_id, details)
       select current_organization(), $1, f.house_id, f.account_id, f.code, f.service_id, f.details from ${FOUND}
        where f.house_id = any ($2)
          and not exists (select from billing_run_holds h
                           where h.run_id = $1 and h.house_id = any ($2) and h.state <> 'released' and ${SAME})
        order by f.house_id, f.account_id nulls first, f.code, f.service_id`,
      [run.id, houseIds, found],
    );
    await nestedLoops(tx, 'on');
  }

  /** One item of the inbox for all of a run's held bills. */
  async tellHowMany(tx: Tx, runId: RunId, period: Period): Promise<void> {
    await this.inbox.settle(tx, `held-${runId}-`, 'looked at');
    const [row] = await tx.query<{ bills: number }[]>(
      `select count(distinct account_id)::int as bills from held_bills where run_id = $1 and state = 'held'`,
      [runId],
    );
    if (row!.bills === 0) return;
    await this.inbox.raise(tx, [
      {
        kind: 'billing.bills-held',
        dedupeKey: `held-${runId}-bills`,
        object: { type: 'run', id: runId, label: formatPeriod(period) },
        details: { bills: row!.bills, period: formatPeriod(period) },
      },
    ]);
  }

  /** Accounts of a run whose bills are not to be issued. */
  async heldAccounts(tx: Tx, runId: RunId, houseId: HouseId): Promise<Set<AccountId>> {
    const rows = await tx.query<{ id: AccountId }[]>(
      `select distinct account_id as id from held_bills where run_id = $1 and house_id = $2 and state = 'held'`,
      [runId, houseId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Whether an account's bill is held. */
  async isHeld(tx: Tx, runId: RunId, accountId: AccountId): Promise<boolean> {
    const [row] = await tx.query<{ held: boolean }[]>(
      `select exists (select from held_bills where run_id = $1 and account_id = $2 and state = 'held') as held`,
      [runId, accountId],
    );
    return row!.held;
  }
}

/**
 * Of rows that this very transaction has written the planner knows nothing and takes them for one: it would walk through
 * all of them for each of them.
 */
async function nestedLoops(tx: Tx, allowed: 'on' | 'off'): Promise<void> {
  await tx.query(`select set_config('enable_nestloop', $1, true)`, [allowed]);
}

/** So many ids are named in the log; the rows themselves tell the rest. */
const AUDITED = 100;

const FOUND = `jsonb_to_recordset($3::jsonb) as f (house_id bigint, account_id bigint, code text, service_id bigint, details jsonb)`;
const SAME = `f.house_id = h.house_id and f.account_id is not distinct from h.account_id and f.code = h.code and f.service_id is not distinct from h.service_id`;
const FILTER = `($2::text is null or h.state = $2) and ($3::text is null or h.code = $3) and ($4::bigint is null or h.house_id = $4)`;

function objectOf({ accountId, accountNumber, houseId, address }: HeldBill) {
  return accountId
    ? { type: 'account', id: accountId, label: accountNumber! }
    : { type: 'house', id: houseId, label: address };
}

function filterOf({ state, code, houseId }: HoldFilter): (string | null)[] {
  return [state ?? null, code ?? null, houseId ?? null];
}

function rowOf({ accountId, houseId, serviceId, code, details }: Anomaly) {
  return { account_id: accountId, house_id: houseId, service_id: serviceId, code, details };
}

async function periodOf(tx: Tx, runId: RunId): Promise<Period> {
  const [run] = await tx.query<{ period: Period }[]>(
    'select (extract(year from period) * 12 + extract(month from period) - 1)::int as period from billing_runs where id = $1',
    [runId],
  );
  if (!run) throw new DomainError('run.not-found');
  return run.period;
}

const SELECT = `
  select h.id, h.house_id as "houseId", concat_ws(', ', house.street, house.building) as address, h.account_id as "accountId",
         a.number as "accountNumber", h.code,
         case when s.id is null then null else json_build_object('id', s.id::text, 'name', s.name, 'unit', s.unit) end as service,
         h.details, h.state, h.found_at as "foundAt", d.name as "decidedBy", h.decided_at as "decidedAt", h.note, h.question,
         asker.name as "askedBy"
    from billing_run_holds h
    join houses house on house.id = h.house_id
    left join accounts a on a.id = h.account_id
    left join services s on s.id = h.service_id
    left join users d on d.id = h.decided_by
    left join users asker on asker.id = h.asked_by`;
