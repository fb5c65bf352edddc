import { Module } from '@nestjs/common';
import { DebtSteps } from './steps/debt-steps.js';

/** Debts and their recovery: who owes, since when, and what was done about it. */
@Module({
  providers: [DebtSteps],
  exports: [DebtSteps],
})
export class DebtsModule {}
