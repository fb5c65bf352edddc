import { Injectable } from '@nestjs/common';
import { DebtSnapshots, snapshotDebtsJob } from '@dvor/debts';
import type { OrganizationId } from '@dvor/kernel';
import { JobRunner } from '@dvor/platform';

/** What is written down of debts once a month is closed. */
@Injectable()
export class DebtsProcessors {
  constructor(
    private readonly runner: JobRunner,
    private readonly snapshots: DebtSnapshots,
  ) {}

  register(): void {
    this.runner.handle(snapshotDebtsJob, ({ data }) => this.snapshots.take(data.organizationId as OrganizationId));
  }
}
