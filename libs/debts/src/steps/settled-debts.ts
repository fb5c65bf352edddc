import { Injectable } from '@nestjs/common';
import { type AccountId, type LocalDate, Money, type OrganizationId } from '@dvor/kernel';
import { Database, OrganizationClock, type Tx } from '@dvor/platform';
import { STAGE_AFTER, STEP_KINDS } from '../core/index.js';
import { DebtFacts, type LoadedDebtor } from '../letters/debt-facts.js';
import { DebtSteps, LATEST_STEPS } from './debt-steps.js';

/** Ends the recovery of debts that are no more: a stage does not outlive its debt. */
@Injectable()
export class SettledDebts {
  constructor(
    private readonly database: Database,
    private readonly facts: DebtFacts,
    private readonly steps: DebtSteps,
    private readonly clock: OrganizationClock,
  ) {}

  /** Accounts whose services are still cut off wait for that to end. @returns how many debts are settled */
  async look(organizationId: OrganizationId): Promise<number> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      const today = await this.clock.today(tx);
      let settled = 0;
      for (const ids of chunks(await pursued(tx), AT_ONCE))
        for (const debtor of await this.facts.of(tx, ids, { asOf: today, letter: null }))
          if (owesNothing(debtor, today)) {
            await this.settle(tx, debtor.accountId, today);
            settled += 1;
          }
      return settled;
    });
  }

  private async settle(tx: Tx, accountId: AccountId, on: LocalDate): Promise<void> {
    await this.steps.add(tx, { accountId, kind: 'settled', on, principal: Money.zero, penalty: Money.zero }, null);
  }
}

const AT_ONCE = 500;

/** A debt whose day to pay has not passed is no debt yet. */
function owesNothing({ items }: LoadedDebtor, today: LocalDate): boolean {
  return items.every(({ due, principal, penalty }) => due >= today || principal.plus(penalty).kopecks <= 0n);
}

async function pursued(tx: Tx): Promise<AccountId[]> {
  const rows = await tx.query<{ id: AccountId }[]>(
    `select step.account_id as id from (${LATEST_STEPS}) step
      where step.kind = any ($1)
        and not exists (select from restrictions r where r.account_id = step.account_id and r.ended_on is null)
      order by 1`,
    [STEP_KINDS.filter((kind) => STAGE_AFTER[kind] !== 'none')],
  );
  return rows.map(({ id }) => id);
}

function chunks<One>(all: readonly One[], size: number): One[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
