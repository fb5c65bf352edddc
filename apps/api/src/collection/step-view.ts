import type { DebtStep } from '@dvor/debts';
import type { DebtStepDto } from './court.dto.js';

export function stepView({ fileId, principal, penalty, cost, accountId: _, ...step }: DebtStep): DebtStepDto {
  return {
    ...step,
    ...{ principal: principal.toString(), penalty: penalty.toString(), cost: cost && cost.toString() },
    hasFile: fileId !== null,
  };
}
