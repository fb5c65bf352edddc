import { Injectable } from '@nestjs/common';
import { LawParameters } from '@dvor/catalogue';
import {
  firstDay,
  formatDate,
  formatPeriod,
  type HouseId,
  lastDay,
  Money,
  type OrganizationId,
  type Period,
} from '@dvor/kernel';
import { Balances, Ledger } from '@dvor/ledger';
import { AuditLog, Database, ExceptionsInbox, type Tx } from '@dvor/platform';
import { accruePenalty, evaluatePenalty, PenaltyRefusal, readPlace, totalOf, workingOf } from './core/index.js';
import { loadPauses, type PausesOf } from './instalments/load-pauses.js';
import { postInterest } from './instalments/post-interest.js';
import { loadPlaces, type Place } from './load-places.js';
import { firstFree, loadTerms, type OrganizationTerms } from './load-terms.js';
import { type PenaltyLine, recordLines } from './record-lines.js';

/** Days that the law says nothing of, and how many accounts got no penalty for that. */
export interface PenaltyUnknown {
  readonly parameter: string;
  readonly date: string;
  readonly accounts: number;
}

/**
 * Penalties of a month, accrued to its last day when it is closed: after its charges and payments, before its balances are
 * final. What is posted is always what should have been accrued by then less what was: so money that comes late or is
 * dated back, and a bill that was corrected, settle by themselves, in whatever order they were booked.
 */
@Injectable()
export class PenaltyAccruals {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly balances: Balances,
    private readonly law: LawParameters,
    private readonly inbox: ExceptionsInbox,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Writes down what is to be done, and says which chunks of it still are; an accrual that is under way is taken up where
   * it stands.
   *
   * @param closing whose closing waits for it
   */
  async prepare(
    organizationId: OrganizationId,
    period: Period,
    closing: string,
  ): Promise<{ readonly id: string; readonly chunks: readonly number[] }> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      await lockAccruals(tx);
      const id = (await underWay(tx, period)) ?? (await this.lay(tx, period, closing));
      const rows = await tx.query<{ chunk: number }[]>(
        'select chunk from penalty_accrual_chunks where accrual_id = $1 and done_at is null order by chunk',
        [id],
      );
      return { id, chunks: rows.map(({ chunk }) => chunk) };
    });
  }

  /** Accrues one chunk of houses, all or nothing; one that is done already is left alone. */
  async accrueChunk(organizationId: OrganizationId, accrualId: string, chunk: number): Promise<void> {
    await this.database.inTenant({ organizationId }, async (tx) => {
      const pending = await pendingChunk(tx, accrualId, chunk);
      if (!pending) return;
      const { period, since, houseIds } = pending;
      const terms = await loadTerms(tx, this.law, lastDay(period));
      const billed = await postInterest(tx, this.ledger, { period, houseIds, dueOn: terms.dueOf('housing', period) });
      const places = await loadPlaces(tx, houseIds, { until: firstFree(terms, period), since });
      const { lines, refused } = linesOf(places, terms, await loadPauses(tx, houseIds, terms.asOf));
      await recordLines(tx, this.ledger, { accrualId, period, lines });
      const touched = [...new Set([...billed, ...lines.map(({ houseId }) => houseId)])];
      if (touched.length > 0) await this.balances.snapshot(tx, period, touched);
      await tx.query(
        `update penalty_accrual_chunks set done_at = now(), lines = $3, amount = $4, refused = $5
          where accrual_id = $1 and chunk = $2`,
        [
          accrualId,
          chunk,
          lines.length,
          Money.sum(lines.map(({ due, before }) => due.minus(before))).kopecks.toString(),
          JSON.stringify(refused),
        ],
      );
    });
  }

  /** Whether all is accrued. What the law had nothing to say of is told in the inbox, and holds nobody up. */
  async finish(organizationId: OrganizationId, accrualId: string): Promise<boolean> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      await lockAccruals(tx);
      const accrual = await summed(tx, accrualId);
      if (!accrual) return false;
      if (accrual.finished) return true;
      const month = formatPeriod(accrual.period);
      const object = { type: 'month', id: month, label: month };
      if (accrual.left > 0) {
        await this.inbox.raise(tx, [
          {
            kind: 'penalties.not-accrued',
            dedupeKey: `penalties-${month}`,
            object,
            details: { period: month, chunks: accrual.left },
          },
        ]);
        return false;
      }
      await tx.query('update penalty_accruals set finished_at = now() where id = $1', [accrualId]);
      await this.inbox.settle(tx, 'penalties-', 'penalties were accrued again');
      await this.inbox.raise(
        tx,
        mergedRefusals(accrual.refused).map((refused) => ({
          kind: 'penalties.law-unknown',
          dedupeKey: `penalties-${month}-${refused.parameter}`,
          object,
          details: { ...refused, period: month },
        })),
      );
      await this.audit.record(tx, {
        userId: null,
        action: 'penalties.accrue',
        object: { type: 'month', id: month },
        details: { lines: accrual.lines, amount: Money.ofKopecks(accrual.amount).toString() },
      });
      return true;
    });
  }

  private async lay(tx: Tx, period: Period, closing: string): Promise<string> {
    const asOf = lastDay(period);
    const { accrues } = await loadTerms(tx, this.law, asOf);
    await tx.query('select ensure_month($1)', [formatDate(firstDay(period))]);
    const [row] = await tx.query<{ id: string }[]>(
      `insert into penalty_accruals (organization_id, period, as_of, closing)
       values (current_organization(), $1, $2, $3) returning id`,
      [formatDate(firstDay(period)), formatDate(asOf), closing],
    );
    if (accrues)
      await tx.query(
        `insert into penalty_accrual_chunks (organization_id, accrual_id, chunk, house_ids)
         select current_organization(), $1, 1 + chunk, array_agg(house_id order by house_id)
           from (select house_id, (sum(accounts) over (order by house_id) - accounts) / ${ACCOUNTS_PER_CHUNK} as chunk
                   from (select house_id, count(*)::int as accounts from accounts group by house_id) houses) placed
          group by chunk`,
        [row!.id],
      );
    return row!.id;
  }
}

const ACCOUNTS_PER_CHUNK = 1_000;

/** One accrual of an organisation begins or ends at a time. */
async function lockAccruals(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('penalty accruals', current_organization()))`);
}

async function underWay(tx: Tx, period: Period): Promise<string | null> {
  const [row] = await tx.query<{ id: string }[]>(
    'select id from penalty_accruals where period = $1 and finished_at is null',
    [formatDate(firstDay(period))],
  );
  return row?.id ?? null;
}

interface PendingChunk {
  readonly period: Period;
  /** What was touched earlier was looked at by the accrual before. */
  readonly since: Period;
  readonly houseIds: readonly HouseId[];
}

/** The chunk stays locked until the transaction ends; `null`: it is done. */
async function pendingChunk(tx: Tx, accrualId: string, chunk: number): Promise<PendingChunk | null> {
  const [row] = await tx.query<{ period: Period; before: Period | null; houseIds: HouseId[] }[]>(
    `select ${PERIOD('a.period')} as period, c.house_ids as "houseIds",
            (select max(${PERIOD('b.period')}) from penalty_accruals b where b.period < a.period and b.finished_at is not null) as before
       from penalty_accrual_chunks c join penalty_accruals a on a.id = c.accrual_id
      where c.accrual_id = $1 and c.chunk = $2 and c.done_at is null and a.finished_at is null for update of c`,
    [accrualId, chunk],
  );
  return row ? { period: row.period, since: row.before ?? row.period, houseIds: row.houseIds } : null;
}

const PERIOD = (column: string) => `(extract(year from ${column}) * 12 + extract(month from ${column}) - 1)::int`;

/** Lines of the places whose penalty is not what was posted. An account for which the law says nothing gets none. */
export function linesOf(
  places: readonly Place[],
  terms: OrganizationTerms,
  pausesOf: PausesOf,
): { readonly lines: PenaltyLine[]; readonly refused: PenaltyUnknown[] } {
  const lines: PenaltyLine[] = [];
  const refusals = new Map<string, PenaltyRefusal>();
  for (const place of places) {
    const { rule, origin, events, accrued: before } = place;
    const history = readPlace(events, { origin, dueOf: (period) => terms.dueOf(rule, period) });
    const found = accruePenalty({ ...history, pauses: pausesOf(place) }, { ...terms, rule });
    if (found instanceof PenaltyRefusal) {
      refusals.set(place.accountId, found);
      continue;
    }
    const due = totalOf(found);
    if (due.equals(before)) continue;
    const working = workingOf(found, { ...terms, rule });
    const again = evaluatePenalty(working);
    if (!again.equals(due)) throw new Error(`a penalty of ${due} whose working comes to ${again}`);
    lines.push({ ...place, due, before, working });
  }
  return { lines, refused: refusedBy([...refusals.values()]) };
}

function refusedBy(refusals: readonly PenaltyRefusal[]): PenaltyUnknown[] {
  return mergedRefusals(refusals.map(({ details }) => ({ ...details, accounts: 1 })));
}

/** One a parameter, with the earliest of its days. */
export function mergedRefusals(refused: readonly PenaltyUnknown[]): PenaltyUnknown[] {
  const found = new Map<string, PenaltyUnknown>();
  for (const one of refused) {
    const { date, accounts } = found.get(one.parameter) ?? { date: one.date, accounts: 0 };
    found.set(one.parameter, {
      parameter: one.parameter,
      date: one.date < date ? one.date : date,
      accounts: accounts + one.accounts,
    });
  }
  return [...found.values()].sort((a, b) => (a.parameter < b.parameter ? -1 : 1));
}

interface SummedAccrual {
  readonly period: Period;
  readonly finished: boolean;
  readonly left: number;
  readonly lines: number;
  readonly amount: string;
  readonly refused: readonly PenaltyUnknown[];
}

async function summed(tx: Tx, accrualId: string): Promise<SummedAccrual | null> {
  const [row] = await tx.query<SummedAccrual[]>(
    `select ${PERIOD('a.period')} as period, a.finished_at is not null as finished, coalesce(c.left, 0)::int as left,
            coalesce(c.lines, 0)::int as lines, coalesce(c.amount, 0) as amount, coalesce(c.refused, '[]') as refused
       from penalty_accruals a
       left join lateral (select count(*) filter (where done_at is null) as left, sum(lines) as lines, sum(amount) as amount,
                                 (select jsonb_agg(one) from penalty_accrual_chunks r cross join jsonb_array_elements(r.refused) one
                                   where r.accrual_id = a.id) as refused
                            from penalty_accrual_chunks c where c.accrual_id = a.id) c on true
      where a.id = $1`,
    [accrualId],
  );
  return row ?? null;
}
