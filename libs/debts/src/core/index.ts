export { debtAge, type DebtAge, DEBT_AGES, OVERDUE_AGES } from './debt-age.js';
export { type DisputedPart, disputedSum, type OwedPart } from './disputed-sum.js';
export { type PromiseState, promiseState } from './promise-state.js';
export {
  type CourtContent,
  type CourtDebtor,
  type CourtPerson,
  courtSheet,
  draftCourtPapers,
  type StatementRow,
} from './draft-court-papers.js';
export { type DebtorShare, debtorsByShares, type OwnerOfDays } from './debtors-by-shares.js';
export {
  assertAddsUp,
  type DebtRow,
  draftLetter,
  type LetterContent,
  type LetterFacts,
  type LetterIssuer,
  type LetterPayee,
  monthRows,
  monthsText,
  type PenaltyRow,
  type PenaltyTable,
  penaltyTable,
  type PlaceWorking,
  roubles,
  type ServiceRow,
  serviceRows,
} from './draft-letter.js';
export {
  assertFills,
  exampleOf,
  fillLine,
  fillWording,
  LETTER_FIELDS,
  type LetterField,
  type LetterFields,
} from './fill-wording.js';
export {
  type DebtItem,
  type DebtorFacts,
  lastDayToSue,
  type LeftOutItem,
  isOverdue,
  mayBeSent,
  type Obstacle,
  type Purpose,
  type SendingTerms,
  type Verdict,
} from './may-be-sent.js';
export { letterAsText } from './letter-as-text.js';
export { mayBeRestricted, type RestrictionObstacle, type ServiceDebt } from './may-be-restricted.js';
export { endOfRestriction, type EndOfRestriction, type RestrictionDebt } from './end-of-restriction.js';
export { assertMayAct } from './assert-may-act.js';
export {
  mayActOn,
  nextRestrictionAct,
  RESTRICTION_ACTS,
  type RestrictionAct,
  type RestrictionHistory,
  type RestrictionRight,
  type RestrictionTerms,
  rightToRestrict,
} from './restriction.js';
export { claimFee, orderFee } from './state-fee.js';
export { DEBT_STAGES, type DebtStage, kindsOfStage, STAGE_AFTER, STEP_KINDS, type StepKind } from './steps.js';
export { LETTER_KINDS, type LetterKind, STANDARD_WORDINGS, type Wording } from './wordings.js';
