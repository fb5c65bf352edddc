import { Module } from '@nestjs/common';
import { CatalogueModule } from '@dvor/catalogue';
import { HousingModule } from '@dvor/housing';
import { LedgerModule } from '@dvor/ledger';
import { AbsenceForesight } from './absences/absence-foresight.js';
import { AccountLife } from './accounts/account-life.js';
import { AccountBenefits } from './benefits/account-benefits.js';
import { BenefitCategories } from './benefits/benefit-categories.js';
import { Declines } from './benefits/declines.js';
import { Subsidies } from './benefits/subsidies.js';
import { Charges } from './charges.js';
import { MonthClose } from './close/month-close.js';
import { HeldBills } from './holds/held-bills.js';
import { Corrections } from './corrections/corrections.js';
import { Formulas } from './formulas/formulas.js';
import { FormulaTrials } from './formulas/formula-trials.js';
import { NormFees } from './norm-fees/norm-fees.js';
import { OneOffActs } from './one-offs/one-off-acts.js';
import { OneOffWorks } from './one-offs/one-off-works.js';
import { Overcharges } from './overcharges/overcharges.js';
import { PastChanges } from './past/dirty-months.js';
import { QualityActs } from './quality/quality-acts.js';
import { QualityEffects } from './quality/quality-effects.js';
import { DryRuns } from './dry-run/dry-runs.js';
import { AccountChanges } from './review/account-changes.js';
import { FeeRises } from './review/fee-rises.js';
import { RunComparison } from './review/run-comparison.js';
import { ReviewOfRun } from './review/run-changes.js';
import { RateEffects } from './effect/rate-effects.js';
import { Recalculations } from './recalculation/recalculations.js';
import { RunProofs } from './reproduce/run-proofs.js';
import { TrueUpForecasts } from './true-ups/true-up-forecasts.js';
import { AccountUse } from './use/account-use.js';
import { HouseImbalances } from './use/house-imbalance.js';
import { MeterTimelines } from './use/meter-timelines.js';
import { NormSavings } from './use/norm-savings.js';
import { ReadingCosts } from './use/reading-costs.js';
import { BillingRuns } from './runs/billing-runs.js';
import { RunEngine } from './runs/run-engine.js';

const SERVICES = [
  AccountBenefits,
  AccountChanges,
  AbsenceForesight,
  AccountLife,
  AccountUse,
  BenefitCategories,
  BillingRuns,
  Charges,
  Corrections,
  Declines,
  DryRuns,
  FeeRises,
  Formulas,
  FormulaTrials,
  HeldBills,
  HouseImbalances,
  MeterTimelines,
  MonthClose,
  NormFees,
  NormSavings,
  OneOffActs,
  OneOffWorks,
  Overcharges,
  PastChanges,
  QualityActs,
  QualityEffects,
  RateEffects,
  ReadingCosts,
  ReviewOfRun,
  RunComparison,
  Recalculations,
  RunEngine,
  RunProofs,
  Subsidies,
  TrueUpForecasts,
];

@Module({
  imports: [CatalogueModule, HousingModule, LedgerModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class BillingModule {}
