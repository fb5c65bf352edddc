import { Money, parsePeriod, type ServiceId } from '@dvor/kernel';
import type { PayersWords } from '@dvor/payments';
import type { EnterPaymentDto } from './payments.dto.js';

/** What the payer has named, as it came in a request. */
export function wordsOf({ period, services, penalties, purpose }: Partial<EnterPaymentDto>): PayersWords {
  return {
    ...(period && { period: parsePeriod(period) }),
    ...(services?.length && {
      services: services.map((one) => ({ serviceId: one.serviceId as ServiceId, amount: Money.parse(one.amount) })),
    }),
    ...(penalties && { penalties: Money.parse(penalties) }),
    ...(purpose?.trim() && { purpose: purpose.trim() }),
  };
}
