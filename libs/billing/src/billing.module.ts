import { Module } from '@nestjs/common';
import { LedgerModule } from '@dvor/ledger';
import { Charges } from './charges.js';
import { BillingRuns } from './runs/billing-runs.js';
import { RunEngine } from './runs/run-engine.js';

@Module({
  imports: [LedgerModule],
  providers: [BillingRuns, Charges, RunEngine],
  exports: [BillingRuns, Charges, RunEngine],
})
export class BillingModule {}
