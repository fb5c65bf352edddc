export type * from './benefits/benefit-facts.js';
export type * from './benefits/benefit-working.js';
export { charge, ENGINE_VERSION, type HouseCharge } from './charge.js';
export * from './difference/index.js';
export type * from './facts.js';
export { isSettledLater, type MonthOfCommon, type SettledMonth, settledMonth } from './common-year.js';
export { FiguresMissing } from './figures.js';
export * from './formulas/index.js';
export type { ChargeLine } from './line.js';
export { FINE_PERCENT, fineAmount } from './manual/fine-amount.js';
export type * from './manual/manual-facts.js';
export type * from './manual/manual-working.js';
export type * from './one-offs/one-off-facts.js';
export type * from './one-offs/one-off-working.js';
export { qualityReason } from './quality/explain-quality-line.js';
export { evaluateReduction, type Reduction } from './quality/evaluate-reduction.js';
export { explainReduction } from './quality/explain-reduction.js';
export { formatMinute, type LocalMinute, minuteOf, tryParseMinute } from './quality/local-minute.js';
export { qualityServiceOf } from './quality/charge-quality.js';
export type * from './quality/quality-act-facts.js';
export type * from './quality/quality-facts.js';
export { isDeviationOf, QUALITY_SERVICES, type QualityService } from './quality/quality-law.js';
export { QualityRefusal, type QualityRefusalCode } from './quality/quality-refusal.js';
export type * from './quality/quality-working.js';
export { type MonthReduction, reduceFees } from './quality/reduce-fees.js';
export { correctionsOf, type ChargedSum, type Correction, type LineAgain } from './recalculation/corrections-of.js';
export { servicesConcerned } from './recalculation/services-concerned.js';
export type { Parked, RefusalCode } from './refusal.js';
export {
  type BookedCorrection,
  type BookedLine,
  compareAgain,
  compareCorrections,
  type LineDifference,
} from './reproduction/compare-again.js';
export { checkSubsidy, type SubsidyQuestion } from './subsidies/check-subsidy.js';
export { estimatedIn } from './working/estimated-in.js';
export { evaluate } from './working/evaluate.js';
export { explain } from './working/explain.js';
export { GAP_CAUSES } from './use/index.js';
export type { GapCause, GapCauseKind, GapFlat, HouseGap, HowUsed, MonthOfUse, UseSummary } from './use/index.js';
export type * from './working/explanation.js';
export type * from './working/working.js';
export { zoneOf } from './working/zone-of.js';
