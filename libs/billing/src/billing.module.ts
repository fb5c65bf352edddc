import { Module } from '@nestjs/common';
import { HousingModule } from '@dvor/housing';
import { LedgerModule } from '@dvor/ledger';
import { AccountLife } from './accounts/account-life.js';
import { Charges } from './charges.js';
import { Formulas } from './formulas/formulas.js';
import { FormulaTrials } from './formulas/formula-trials.js';
import { PastChanges } from './past/dirty-months.js';
import { RateEffects } from './effect/rate-effects.js';
import { BillingRuns } from './runs/billing-runs.js';
import { RunEngine } from './runs/run-engine.js';

@Module({
  imports: [HousingModule, LedgerModule],
  providers: [AccountLife, BillingRuns, Charges, Formulas, FormulaTrials, PastChanges, RateEffects, RunEngine],
  exports: [AccountLife, BillingRuns, Charges, Formulas, FormulaTrials, PastChanges, RateEffects, RunEngine],
})
export class BillingModule {}
