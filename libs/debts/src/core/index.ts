export { DEBT_STAGES, type DebtStage, STAGE_AFTER, STEP_KINDS, type StepKind } from './steps.js';
