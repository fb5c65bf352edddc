export { debtAge, type DebtAge, DEBT_AGES, OVERDUE_AGES } from './debt-age.js';
export { type DisputedPart, disputedSum, type OwedPart } from './disputed-sum.js';
export { type PromiseState, promiseState } from './promise-state.js';
export { DEBT_STAGES, type DebtStage, STAGE_AFTER, STEP_KINDS, type StepKind } from './steps.js';
