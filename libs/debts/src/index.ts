export * from './core/index.js';
export { DebtsModule } from './debts.module.js';
export {
  type DebtStep,
  type DebtStepId,
  DebtSteps,
  LATEST_STEPS,
  type LatestStep,
  type NewStep,
} from './steps/debt-steps.js';
