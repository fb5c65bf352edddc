export { AbsenceForesight, type ForeseenAbsence } from './absences/absence-foresight.js';
export type { WhyNothing } from './absences/let-off.js';
export { AccountLife, type SplitPart } from './accounts/account-life.js';
export { type AccountBenefit, AccountBenefits, type NewBenefit } from './benefits/account-benefits.js';
export {
  BENEFIT_GROUNDS,
  BenefitCategories,
  type BenefitCategory,
  type BenefitCategoryId,
  type BenefitGrounds,
  type CategoryTerms,
} from './benefits/benefit-categories.js';
export { type Decline, Declines } from './benefits/declines.js';
export { Subsidies, type Subsidy, SUBSIDY_PAID_TO, type SubsidyPaidTo } from './benefits/subsidies.js';
export { type NormFee, NormFees, type NormFeesOfAccount } from './norm-fees/norm-fees.js';
export { type NewOneOffAct, type OneOffAct, type OneOffActId, OneOffActs } from './one-offs/one-off-acts.js';
export { type OneOffWork, type OneOffWorkId, OneOffWorks } from './one-offs/one-off-works.js';
export { type ChargedFor } from './corrections/charged-for.js';
export {
  type Correction,
  CORRECTION_STATES,
  type CorrectionId,
  type CorrectionItem,
  type CorrectionState,
} from './corrections/correction-rows.js';
export { type CorrectionFilter, Corrections, type NewCorrection } from './corrections/corrections.js';
export type { ForeseenItem, RoughItem } from './corrections/foresee-items.js';
export type { FoundOvercharge } from './overcharges/found-overcharges.js';
export {
  CLAIM_DECISIONS,
  type ClaimDecision,
  type Finding,
  NOTICE_WAYS,
  type OverchargeClaim,
  type OverchargeClaimId,
  Overcharges,
  type OwnError,
} from './overcharges/overcharges.js';
export { BillingModule } from './billing.module.js';
export { CHECK_CODES, type CheckCode, type CheckOwner, CLOSE_STEPS, type CloseStep } from './close/month-checks.js';
export { type Checklist, type CheckResult, type CheckState, MonthClose } from './close/month-close.js';
export { HOLD_CODES, type HoldCode } from './holds/find-anomalies.js';
export {
  type ChosenHolds,
  type HeldBill,
  HeldBills,
  HOLD_STATES,
  type HoldCount,
  type HoldFilter,
  type HoldId,
  type HoldState,
} from './holds/held-bills.js';
export { Charges, type MonthOfLines, type StoredLine } from './charges.js';
export * from './core/index.js';
export {
  type ChargeFormula,
  FORMULA_STATES,
  type FormulaCheck,
  type FormulaDraft,
  type ChargeFormulaId,
  Formulas,
  type FormulaState,
  type FormulaVersion,
} from './formulas/formulas.js';
export { type FormulaTrial, FormulaTrials, type TrialQuestion } from './formulas/formula-trials.js';
export type { FormulaQuestion } from './formulas/formula-units.js';
export { type DirtyMonths, PastChanges } from './past/dirty-months.js';
export type { SupposedChange } from './effect/amend-catalogue.js';
export { CHARGE_METHODS, type ChargeMethod } from './effect/charge-methods.js';
export { type Difference, differenceBetween } from './effect/summarize-effect.js';
export { type RateEffect, RateEffects } from './effect/rate-effects.js';
export type { QualityAccountEffect, QualityEffect } from './quality/quality-effects.js';
export { QualityEffects } from './quality/quality-effects.js';
export {
  type NewQualityAct,
  type QualityAct,
  type QualityActFilter,
  type QualityActId,
  QualityActs,
  type QualityPlace,
} from './quality/quality-acts.js';
export { type DryRun, type DryRunQuestion, DryRuns } from './dry-run/dry-runs.js';
export { type AccountChange, AccountChanges } from './review/account-changes.js';
export { FeeRises, type RisenFee } from './review/fee-rises.js';
export { type ChangedAccountRow, type ChangeFilter, ReviewOfRun, type RunChanges } from './review/run-changes.js';
export { type ComparisonState, RunComparison } from './review/run-comparison.js';
export { type BatchPreview, type PreviewedMonth } from './recalculation/preview-batch.js';
export {
  BATCH_STATES,
  type BatchState,
  type RecalculationBatch,
  Recalculations,
} from './recalculation/recalculations.js';
export { type HouseProof, type ProofFault, reproduceHouse } from './reproduce/reproduce-house.js';
export { type LineProof, type ProofId, type RunProof, RunProofs } from './reproduce/run-proofs.js';
export { BillingRuns, type RunDetail } from './runs/billing-runs.js';
export {
  calculateChunkJob,
  clearCancelledJob,
  compareChunkJob,
  finishCalculationJob,
  finishClosingJob,
  postChunkJob,
  proveRunJob,
  reopenMonthJob,
} from './runs/jobs.js';
export { RunEngine } from './runs/run-engine.js';
export { nextFlow } from './runs/run-rows.js';
export type { ParkedRow, RunHouse, RunSummary, ServiceTotal } from './runs/run-rows.js';
export { RUN_STATES, type RunState } from './runs/run-state.js';
export {
  type ForecastMonth,
  type TrueUpForecast,
  TrueUpForecasts,
  type TrueUps,
} from './true-ups/true-up-forecasts.js';
export { snapshotOf } from './runs/snapshot.js';
export { AccountUse, type AskedMonths, type ServiceUse, type UsedReading, type UseInMonth } from './use/account-use.js';
export { type HouseImbalance, HouseImbalances, type NamedFlat, type ResourceImbalance } from './use/house-imbalance.js';
export {
  type EstimateOfMeter,
  type MeterTimeline,
  MeterTimelines,
  type ReadingOfMeter,
} from './use/meter-timelines.js';
export { type NormSaving, NormSavings } from './use/norm-savings.js';
export { type CostOfReading, ReadingCosts } from './use/reading-costs.js';
export type { ReadingTold } from './use/readings-told.js';
