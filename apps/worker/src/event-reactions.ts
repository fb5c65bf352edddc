import { Injectable } from '@nestjs/common';
import { BillingRuns, type ProofId, RunComparison, RunEngine, RunProofs } from '@dvor/billing';
import { DebtSnapshots, type LetterBatchId, LetterBatches, RightFinder } from '@dvor/debts';
import { ImportEngine } from '@dvor/exchange';
import type { PaymentId, RunId } from '@dvor/kernel';
import { OpenPlaces } from '@dvor/ledger';
import { AdvanceOffsets } from '@dvor/payments';
import type { Reaction } from '@dvor/platform';
import { Receipts } from '@dvor/receipts';
import { PaymentReadings } from './paid-readings.js';

/** What follows from what has happened: events of the outbox and who acts on them. Each may come twice. */
@Injectable()
export class EventReactions {
  readonly all: ReadonlyMap<string, Reaction>;

  constructor(
    engine: RunEngine,
    runs: BillingRuns,
    comparison: RunComparison,
    proofs: RunProofs,
    receipts: Receipts,
    imports: ImportEngine,
    offsets: AdvanceOffsets,
    debts: DebtSnapshots,
    rights: RightFinder,
    openPlaces: OpenPlaces,
    letters: LetterBatches,
    readings: PaymentReadings,
  ) {
    this.all = new Map<string, Reaction>([
      ['billing.run-requested', (organizationId, { runId }) => engine.begin(organizationId, runId as RunId)],
      ['billing.closing-requested', (organizationId, { runId }) => engine.beginClosing(organizationId, runId as RunId)],
      [
        'receipts.printing-requested',
        (organizationId, { runId }) => receipts.layOnQueue({ organizationId }, runId as RunId),
      ],
      [
        'exchange.import-requested',
        (organizationId, { importId }) => imports.layOnQueue(organizationId, String(importId)),
      ],
      [
        'billing.month-closed',
        async (organizationId, { runId }) => {
          const { period } = await runs.summary({ organizationId }, runId as RunId);
          await openPlaces.layOnQueue(organizationId, period);
          await offsets.layOnQueue(organizationId, period);
          await debts.layOnQueue(organizationId, period);
          await rights.layOnQueue(organizationId, period);
        },
      ],
      [
        'billing.comparison-requested',
        (organizationId, { runId }) => comparison.layOnQueue(organizationId, runId as RunId),
      ],
      [
        'billing.reopening-requested',
        (organizationId, { runId }) => engine.layOnReopening(organizationId, runId as RunId),
      ],
      [
        'billing.month-reopened',
        async (organizationId, { runId }) => {
          const { period } = await runs.summary({ organizationId }, runId as RunId);
          await offsets.undo(organizationId, period);
          await rights.undo(organizationId, period);
        },
      ],
      [
        'billing.bills-accepted',
        (organizationId, { runId }) => receipts.layAcceptedOnQueue({ organizationId }, runId as RunId),
      ],
      [
        'billing.proof-requested',
        (organizationId, { proofId }) => proofs.layOnQueue(organizationId, proofId as ProofId),
      ],
      [
        'debts.letters-requested',
        (organizationId, { batchId, attempt }) =>
          letters.layOnQueue(organizationId, batchId as LetterBatchId, Number(attempt)),
      ],
      [
        'payments.readings-told',
        (organizationId, { paymentId }) => readings.layOnQueue(organizationId, paymentId as PaymentId),
      ],
      ['billing.run-cancelled', (organizationId, { runId }) => engine.layOffCancelled(organizationId, runId as RunId)],
    ]);
  }
}
