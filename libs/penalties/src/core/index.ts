export {
  accruePenalty,
  type FreeReason,
  PenaltyRefusal,
  type PenaltySpan,
  type PenaltyTerms,
  type PortionPenalty,
  type RateOf,
  totalOf,
} from './accrue-penalty.js';
export {
  chooseWriteOff,
  namedWriteOff,
  type OwedPlace,
  type WriteOffChoice,
  type WriteOffPart,
} from './choose-write-off.js';
export { dayText, daysText, explainPenalty, percentText, rateText } from './explain-penalty.js';
export { type Pause, type PenaltyCredit, type PenaltyDue, payOff, type Portion } from './pay-off.js';
export {
  checkSchedule,
  drawUpSchedule,
  interestOn,
  type PlanPart,
  type ScheduleAsked,
  withInterest,
} from './instalments/draw-up-schedule.js';
export { type CoveredMoves, leftByDay } from './instalments/left-by-day.js';
export {
  type LeftOnDay,
  type PartStanding,
  type PartState,
  pauseOf,
  type PlanStanding,
  type PlanTerms,
  standingOf,
} from './instalments/plan-standing.js';
export { type SharedPart, spreadOverPlaces } from './instalments/spread-over-places.js';
export {
  type PenaltyChoices,
  type PenaltyLaw,
  penaltyLawOf,
  PENALTY_RULES,
  type PenaltyRule,
  spanOn,
} from './penalty-law.js';
export { evaluatePenalty, type PenaltyWorking, portionsOf, workingOf } from './penalty-working.js';
export { type PlaceEvent, readPlace } from './read-place.js';
export { PENALTY_LAW_CODES, PUBLISHED_PENALTY_LAW } from './published-law.js';
