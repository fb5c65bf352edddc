import { Injectable } from '@nestjs/common';
import {
  DebtSnapshots,
  findRightsJob,
  type LetterBatchId,
  LetterBatches,
  RightFinder,
  snapshotDebtsJob,
  writeLettersJob,
} from '@dvor/debts';
import { type OrganizationId, parsePeriod } from '@dvor/kernel';
import { JobRunner } from '@dvor/platform';

/** What is written down of debts once a month is closed, and letters to debtors. */
@Injectable()
export class DebtsProcessors {
  constructor(
    private readonly runner: JobRunner,
    private readonly snapshots: DebtSnapshots,
    private readonly letters: LetterBatches,
    private readonly rights: RightFinder,
  ) {}

  register(): void {
    this.runner.handle(snapshotDebtsJob, ({ data }) => this.snapshots.take(data.organizationId as OrganizationId));
    this.runner.handle(findRightsJob, async ({ data }) => {
      await this.rights.find(data.organizationId as OrganizationId, parsePeriod(data.period));
    });
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
