import { Injectable } from '@nestjs/common';
import { type AccountId, addMonths, type HouseId, Money, type Period, type RunId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { Charges, type StoredLine } from '../charges.js';
import { type ComparedLine, explainDifference, type ServiceDifference } from '../core/index.js';
import { closedRunOf } from '../runs/run-rows.js';

/** An account's bill beside that of the month before. */
export interface AccountChange {
  readonly before: { readonly period: Period; readonly lines: readonly StoredLine[]; readonly amount: Money };
  readonly after: { readonly period: Period; readonly lines: readonly StoredLine[]; readonly amount: Money };
  /** Services that did not change are not here. */
  readonly services: readonly ServiceDifference[];
}

/** Why the bills of a month are not those of the month before, from the lines as they stand. */
@Injectable()
export class AccountChanges {
  constructor(private readonly charges: Charges) {}

  /** `null` where the month before was never closed, or the account has no lines in either month. */
  async ofAccount(tx: Tx, accountId: AccountId, period: Period): Promise<AccountChange | null> {
    const base = addMonths(period, -1);
    if (!(await closedRunOf(tx, base))) return null;
    const before = await this.charges.ofAccount(tx, accountId, base);
    const after = await this.charges.ofAccount(tx, accountId, period);
    return before || after ? changeOf(before?.lines ?? [], after?.lines ?? [], period) : null;
  }

  /** The same of a given run; without a month before every line is new. `null` where there is no line in either. */
  async inRun(tx: Tx, run: { id: RunId; period: Period }, accountId: AccountId): Promise<AccountChange | null> {
    const base = addMonths(run.period, -1);
    const before = (await closedRunOf(tx, base)) ? await this.charges.ofAccount(tx, accountId, base) : null;
    const after = await this.charges.inRun(tx, run, accountId);
    return before || after.length > 0 ? changeOf(before?.lines ?? [], after, run.period) : null;
  }

  /** Lines of a house in the closed month before, by account; `null` where there was none. */
  async linesBefore(
    tx: Tx,
    run: { readonly period: Period },
    houseId: HouseId,
  ): Promise<Map<AccountId, StoredLine[]> | null> {
    const period = addMonths(run.period, -1);
    const id: RunId | null = await closedRunOf(tx, period);
    return id && this.charges.ofHouse(tx, { id, period }, houseId);
  }
}

function changeOf(before: readonly StoredLine[], after: readonly StoredLine[], period: Period): AccountChange {
  const months = { before: addMonths(period, -1), after: period };
  return {
    before: { period: months.before, lines: before, amount: amountOf(before) },
    after: { period, lines: after, amount: amountOf(after) },
    services: explainDifference(before.map(comparedLine), after.map(comparedLine), months),
  };
}

function comparedLine({ serviceId, part, amount, working }: StoredLine): ComparedLine {
  return { service: serviceId, part, amount, working };
}

function amountOf(lines: readonly StoredLine[]): Money {
  return Money.sum(lines.map(({ amount }) => amount));
}
