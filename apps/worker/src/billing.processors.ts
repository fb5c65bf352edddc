import { Injectable } from '@nestjs/common';
import {
  calculateChunkJob,
  clearCancelledJob,
  compareChunkJob,
  finishCalculationJob,
  postChunkJob,
  proveRunJob,
  reopenMonthJob,
  RunComparison,
  type ProofId,
  RunEngine,
  RunProofs,
} from '@dvor/billing';
import type { OrganizationId, RunId } from '@dvor/kernel';
import { JobRunner } from '@dvor/platform';

/** Jobs of the month's run, each one call of the engine. The end of a closing waits for penalties: `PenaltiesProcessors`. */
@Injectable()
export class BillingProcessors {
  constructor(
    private readonly runner: JobRunner,
    private readonly engine: RunEngine,
    private readonly comparison: RunComparison,
    private readonly proofs: RunProofs,
  ) {}

  register(): void {
    const { comparison, engine, proofs, runner } = this;
    runner.handle(calculateChunkJob, ({ data }) => engine.calculateChunk(...runOf(data), data.chunk));
    runner.handle(finishCalculationJob, ({ data }) => engine.finishCalculation(...runOf(data), data.flow));
    runner.handle(postChunkJob, ({ data }) => engine.postChunk(...runOf(data), data.chunk));
    runner.handle(compareChunkJob, ({ data }) => comparison.compareChunk(...runOf(data), data.chunk));
    runner.handle(reopenMonthJob, ({ data }) => engine.reopen(...runOf(data)));
    runner.handle(proveRunJob, ({ data }) =>
      proofs.prove(data.organizationId as OrganizationId, data.proofId as ProofId),
    );
    runner.handle(clearCancelledJob, ({ data }) => engine.clearCancelled(...runOf(data)));
  }
}

function runOf(data: { organizationId: string; runId: string }): [OrganizationId, RunId] {
  return [data.organizationId as OrganizationId, data.runId as RunId];
}
