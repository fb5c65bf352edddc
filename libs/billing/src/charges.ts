import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  firstDay,
  formatDate,
  type HouseId,
  Money,
  type Period,
  type RunId,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { Part, Working } from './core/index.js';
import { liveRunOf } from './runs/run-rows.js';
import type { RunState } from './runs/run-state.js';

export interface StoredLine {
  readonly accountId: AccountId;
  readonly houseId: HouseId;
  readonly line: number;
  readonly serviceId: ServiceId;
  readonly supplierId: SupplierId;
  readonly part: Part;
  readonly volume: string | null;
  readonly amount: Money;
  readonly working: Working;
}

export interface MonthOfLines {
  readonly runId: RunId;
  readonly runState: RunState;
  readonly lines: readonly StoredLine[];
}

interface Row extends Omit<StoredLine, 'amount'> {
  readonly amount: string;
}

const LINE = `account_id as "accountId", house_id as "houseId", line, service_id as "serviceId", supplier_id as "supplierId",
              part, volume::text as volume, amount, working`;

/** Charge lines as they were written by a run. */
@Injectable()
export class Charges {
  /** An account's lines of a month, from the month's run whatever its state; `null` when there is no run or no line. */
  async ofAccount(tx: Tx, accountId: AccountId, period: Period): Promise<MonthOfLines | null> {
    const run = await liveRunOf(tx, period);
    if (!run) return null;
    const lines = await this.inRun(tx, { id: run.id, period }, accountId);
    return lines.length === 0 ? null : { runId: run.id, runState: run.state, lines };
  }

  /** An account's lines in a run. */
  async inRun(
    tx: Tx,
    run: { readonly id: RunId; readonly period: Period },
    accountId: AccountId,
  ): Promise<StoredLine[]> {
    const rows = await tx.query<Row[]>(
      `select ${LINE} from charge_lines where period = $1 and run_id = $2 and account_id = $3 order by line`,
      [formatDate(firstDay(run.period)), run.id, accountId],
    );
    return rows.map(lineOf);
  }

  /** All lines of a house in a run, by account. */
  async ofHouse(
    tx: Tx,
    run: { readonly id: RunId; readonly period: Period },
    houseId: HouseId,
  ): Promise<Map<AccountId, StoredLine[]>> {
    const rows = await tx.query<Row[]>(
      `select ${LINE} from charge_lines
        where period = $1 and run_id = $2 and account_id = any(array(select id from accounts where house_id = $3::bigint)) order by account_id, line`,
      [formatDate(firstDay(run.period)), run.id, houseId],
    );
    const byAccount = new Map<AccountId, StoredLine[]>();
    for (const row of rows) {
      const lines = byAccount.get(row.accountId);
      if (lines) lines.push(lineOf(row));
      else byAccount.set(row.accountId, [lineOf(row)]);
    }
    return byAccount;
  }

  /** Sums charged to accounts in a month, drafts included. */
  async totals(tx: Tx, accountIds: readonly AccountId[], period: Period): Promise<Map<AccountId, Money>> {
    const run = await liveRunOf(tx, period);
    if (!run) return new Map();
    const rows = await tx.query<{ id: AccountId; amount: string }[]>(
      `select account_id as id, sum(amount) as amount from charge_lines
        where period = $1 and run_id = $2 and account_id = any($3) group by account_id`,
      [formatDate(firstDay(period)), run.id, accountIds],
    );
    return new Map(rows.map(({ id, amount }) => [id, Money.ofKopecks(amount)]));
  }
}

function lineOf(row: Row): StoredLine {
  return { ...row, amount: Money.ofKopecks(row.amount) };
}
