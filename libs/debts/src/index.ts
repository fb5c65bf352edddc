export {
  type Contact,
  CONTACT_WAYS,
  type ContactId,
  Contacts,
  type ContactWay,
  type NewContact,
} from './contacts/contacts.js';
export * from './core/index.js';
export {
  COURT_STEPS,
  type CourtCase,
  type CourtCaseId,
  CourtCases,
  type CourtCheck,
  type CourtStep,
} from './court/court-cases.js';
export { DebtsModule } from './debts.module.js';
export {
  type Dispute,
  DISPUTE_OUTCOMES,
  type DisputeId,
  type DisputeOutcome,
  Disputes,
  type NewDispute,
} from './disputes/disputes.js';
export { RightFinder } from './finder/right-finder.js';
export { findRightsJob, snapshotDebtsJob } from './jobs.js';
export { DebtFacts, type LoadedDebtor } from './letters/debt-facts.js';
export { writeLettersJob } from './letters/jobs.js';
export {
  BATCH_KINDS,
  type BatchAsked,
  type BatchKind,
  type BatchPreview,
  type Considered,
  type DebtLetterId,
  type LetterBatchId,
  LetterBatches,
  type LetterRule,
  storedObstacle,
} from './letters/letter-batches.js';
export { type KeptWording, LetterWordings, type WordingVersion } from './letters/letter-wordings.js';
export { type WordingAsked, WordingPreviews } from './letters/preview-wording.js';
export {
  type DebtLetter,
  DebtLetters,
  DELIVERY_WAYS,
  type DeliveryWay,
  type LeftOutOfBatch,
  type LetterBatch,
  type LetterDelivery,
  type LetterDeliveryId,
  type NewDelivery,
} from './letters/letters.js';
export { MistakeLetters } from './mistakes/mistake-letters.js';
export { PaperPrinter } from './paper-printer.js';
export { type AccountDebt, AccountDebts, type DebtLine } from './register/account-debts.js';
export { DebtSnapshots } from './register/debt-snapshots.js';
export type { DebtSums } from './register/debt-sums.js';
export { DebtViews, type ViewAsked } from './register/debt-views.js';
export { DEBTOR_SORTS, type DebtorSort } from './register/debtor-query.js';
export {
  type Debtor,
  type DebtorPage,
  DebtorRegister,
  type DebtorsAsked,
  type DebtorTotals,
} from './register/debtor-register.js';
export type { DebtView } from './register/in-books.js';
export { ActForms } from './restriction/act-forms.js';
export {
  type NewRestrictionStep,
  RESTRICTION_STEPS,
  RestrictionActs,
  type RestrictionStep,
} from './restriction/restriction-acts.js';
export {
  type RestrictableDebt,
  type RestrictionCandidate,
  RestrictionCandidates,
} from './restriction/restriction-candidates.js';
export { RestrictionReminders } from './restriction/restriction-reminders.js';
export { type RestrictionId, type RestrictionRule, RestrictionWarnings } from './restriction/restriction-warnings.js';
export { RestrictionWatch } from './restriction/restriction-watch.js';
export {
  type Restriction,
  RESTRICTION_ENDS,
  RESTRICTION_STAGES,
  type RestrictionEnd,
  type RestrictionFilter,
  Restrictions,
  type RestrictionStage,
} from './restriction/restrictions.js';
export {
  type DebtStep,
  type DebtStepId,
  DebtSteps,
  LATEST_STEPS,
  type LatestStep,
  type NewStep,
} from './steps/debt-steps.js';
export { SettledDebts } from './steps/settled-debts.js';
export { TakingBack } from './steps/taking-back.js';
