import { Injectable } from '@nestjs/common';
import type { HouseId, OrganizationId, RunId } from '@dvor/kernel';
import { JobRunner } from '@dvor/platform';
import { printHouseJob, Receipts } from '@dvor/receipts';

/** Printing of receipts, a house a job. */
@Injectable()
export class ReceiptsProcessors {
  constructor(
    private readonly runner: JobRunner,
    private readonly receipts: Receipts,
  ) {}

  register(): void {
    this.runner.handle(printHouseJob, async ({ data, lastAttempt }) => {
      const tenant = { organizationId: data.organizationId as OrganizationId };
      const [runId, houseId] = [data.runId as RunId, data.houseId as HouseId];
      try {
        await this.receipts.printHouse(tenant, runId, houseId);
      } catch (error) {
        if (lastAttempt) await this.receipts.reportFailure(tenant, runId, houseId, error);
        throw error;
      }
    });
  }
}
