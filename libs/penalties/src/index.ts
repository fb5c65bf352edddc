export * from './core/index.js';
export { DueDays } from './due-days.js';
export { accrueChunkJob, finishAccrualJob } from './jobs.js';
export { PenaltiesModule } from './penalties.module.js';
export { PenaltyAccruals, type PenaltyUnknown } from './penalty-accruals.js';
export {
  type AccountPenaltyEstimate,
  type EstimatedPenalty,
  type PenaltyEstimate,
  PenaltyEstimates,
} from './penalty-estimates.js';
export type { PenaltyLine } from './record-lines.js';
export { PenaltyLines, type PlacePenalty } from './penalty-lines.js';
export type { PlanAsked, PlanDraft } from './instalments/draft-plan.js';
export {
  type FeeRise,
  type InstalmentOffer,
  InstalmentOffers,
  OFFER_STATES,
  type OfferFilter,
  type OfferId,
  type OfferState,
  type RightTerms,
} from './instalments/instalment-offers.js';
export {
  InstalmentPlans,
  type Plan,
  PLAN_STANDINGS,
  type PlanEvent,
  type PlanFilter,
  type PlanStandingState,
} from './instalments/instalment-plans.js';
export { PLAN_BASES, type PlanBasis, type PlanId, type PlanPlace } from './instalments/load-plans.js';
export { PlanWatch } from './instalments/watch-plans.js';
export type { NewWriteOff } from './write-offs/record-write-off.js';
export {
  WRITE_OFF_BASES,
  WRITE_OFF_STATES,
  type WriteOff,
  type WriteOffBasis,
  type WriteOffFilter,
  type WriteOffId,
  type WriteOffItem,
  WriteOffRegister,
  type WriteOffState,
} from './write-offs/write-off-register.js';
export { type PlannedWriteOff, WriteOffs } from './write-offs/write-offs.js';
