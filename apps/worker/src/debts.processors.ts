import { Injectable } from '@nestjs/common';
import { DebtSnapshots, type LetterBatchId, LetterBatches, snapshotDebtsJob, writeLettersJob } from '@dvor/debts';
import type { OrganizationId } from '@dvor/kernel';
import { JobRunner } from '@dvor/platform';

/** What is written down of debts once a month is closed, and letters to debtors. */
@Injectable()
export class DebtsProcessors {
  constructor(
    private readonly runner: JobRunner,
    private readonly snapshots: DebtSnapshots,
    private readonly letters: LetterBatches,
  ) {}

  register(): void {
    this.runner.handle(snapshotDebtsJob, ({ data }) => this.snapshots.take(data.organizationId as OrganizationId));
    this.runner.handle(writeLettersJob, async ({ data, lastAttempt }) => {
      const [organizationId, batchId] = [data.organizationId as OrganizationId, data.batchId as LetterBatchId];
      try {
        await this.letters.run(organizationId, batchId);
      } catch (error) {
        if (lastAttempt) await this.letters.giveUp(organizationId, batchId, error);
        throw error;
      }
    });
  }
}
