import { Injectable } from '@nestjs/common';
import { BillingRuns, finishClosingJob, RunEngine } from '@dvor/billing';
import type { OrganizationId, RunId } from '@dvor/kernel';
import { accrueChunkJob, finishAccrualJob, PenaltyAccruals } from '@dvor/penalties';
import { JobQueue, JobRunner } from '@dvor/platform';

/**
 * Where billing and penalties meet (decision 0037): when a closing's last charge is posted, the month's penalties are
 * accrued, and only then is the month closed. Neither knows the other.
 */
@Injectable()
export class PenaltiesProcessors {
  constructor(
    private readonly runner: JobRunner,
    private readonly queue: JobQueue,
    private readonly engine: RunEngine,
    private readonly runs: BillingRuns,
    private readonly accruals: PenaltyAccruals,
  ) {}

  register(): void {
    const { accruals, engine, runner } = this;
    runner.handle(finishClosingJob, ({ data }) => this.layOnQueue(data.organizationId as OrganizationId, data));
    runner.handle(accrueChunkJob, ({ data: { organizationId, accrualId, chunk } }) =>
      accruals.accrueChunk(organizationId as OrganizationId, accrualId, chunk),
    );
    runner.handle(finishAccrualJob, async ({ data: { organizationId, accrualId, runId, flow } }) => {
      const done = await accruals.finish(organizationId as OrganizationId, accrualId);
      if (done) await engine.finishClosing(organizationId as OrganizationId, runId as RunId, flow);
    });
  }

  private async layOnQueue(
    organizationId: OrganizationId,
    { runId, flow }: { readonly runId: string; readonly flow: number },
  ): Promise<void> {
    const { period } = await this.runs.summary({ organizationId }, runId as RunId);
    const { id: accrualId, chunks } = await this.accruals.prepare(organizationId, period, runId);
    await this.queue.enqueueFlow(
      { job: finishAccrualJob, data: { organizationId, accrualId, runId, flow } },
      chunks.map((chunk) => ({ job: accrueChunkJob, data: { organizationId, accrualId, chunk } })),
      flow,
    );
  }
}
