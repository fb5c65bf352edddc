import { Injectable } from '@nestjs/common';
import { OneOffActs, type OneOffActId } from '@dvor/billing';
import { DomainError, formatDate, type UserId } from '@dvor/kernel';
import { constraintOf, ExceptionsInbox, type Tx } from '@dvor/platform';
import { LAST_COURT_STEPS } from '../court/court-cases.js';
import { restoreKey } from '../restriction/restore-key.js';
import { type DebtStepId, DebtSteps, type TakenBack } from './debt-steps.js';

/** Takes back what was entered by mistake, with all that followed from it. */
@Injectable()
export class TakingBack {
  constructor(
    private readonly steps: DebtSteps,
    private readonly oneOffs: OneOffActs,
    private readonly inbox: ExceptionsInbox,
  ) {}

  /**
   * A case or a restriction that the step closed is open again; one that it began is over; what it has cost is not charged.
   *
   * @throws DomainError `debt-step.not-found`, `debt-step.voided`, `court-case.another-open`, `restriction.another-open`
   */
  async takeBack(tx: Tx, id: DebtStepId, reason: string, by: UserId): Promise<void> {
    const step = await this.steps.takeBack(tx, id, reason, by);
    if (step.courtCaseId !== null) await followInCase(tx, step, step.courtCaseId);
    if (step.restrictionId !== null) await this.followInRestriction(tx, step, step.restrictionId);
    if (step.oneOffActId !== null)
      await this.oneOffs.cancel(tx, step.accountId, step.oneOffActId as OneOffActId, { by, reason });
  }

  /** Whether it has lost its reason is looked at anew. */
  private async followInRestriction(tx: Tx, { kind, on }: TakenBack, id: string): Promise<void> {
    await tx.query('update restrictions set cleared_on = null, cleared_why = null where id = $1', [id]);
    await this.inbox.settleOne(tx, restoreKey(id), 'a step was taken back');
    if (kind === 'restriction-warning')
      await tx.query(
        `update restrictions set ended_on = $2, ended_why = 'given-up' where id = $1 and ended_on is null`,
        [id, formatDate(on)],
      );
    if (kind === 'restoration' || kind === 'restriction-stopped')
      await reopening(
        tx.query('update restrictions set ended_on = null, ended_why = null where id = $1', [id]),
        'restriction.another-open',
      );
  }
}

async function followInCase(tx: Tx, { kind, on }: TakenBack, caseId: string): Promise<void> {
  if (kind === 'court-application')
    await tx.query('update court_cases set closed_on = $2 where id = $1 and closed_on is null', [
      caseId,
      formatDate(on),
    ]);
  if (LAST_COURT_STEPS.includes(kind))
    await reopening(
      tx.query('update court_cases set closed_on = null where id = $1', [caseId]),
      'court-case.another-open',
    );
}

/** Meanwhile another one may have been begun. */
async function reopening(
  update: Promise<unknown>,
  code: 'court-case.another-open' | 'restriction.another-open',
): Promise<void> {
  await update.catch((error: unknown) => {
    throw OPEN_ONES.includes(constraintOf(error) ?? '') ? new DomainError(code) : error;
  });
}

const OPEN_ONES: readonly string[] = ['court_cases_open', 'restrictions_open'];
