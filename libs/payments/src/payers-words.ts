import { DomainError, formatPeriod, Money, parsePeriod, type Period, type ServiceId } from '@dvor/kernel';
import type { ToldReadings } from '@dvor/formats';
import type { Instruction } from './core/index.js';

/** What the payer said of the money, as it is kept with the payment. */
export interface PayersWords extends Instruction {
  /** In their own words: the purpose of a bank transfer. */
  readonly purpose?: string;
  /** Of their meters, beside the money. */
  readonly readings?: ToldReadings;
}

/** As kept in the database: months and sums as text. */
export interface StoredWords {
  readonly period?: string;
  readonly services?: readonly { readonly serviceId: ServiceId; readonly amount: string }[];
  readonly penalties?: string;
  readonly purpose?: string;
  readonly readings?: ToldReadings;
}

export function storedWords({ period, services, penalties, purpose, readings }: PayersWords): StoredWords {
  return {
    ...(period !== undefined && { period: formatPeriod(period) }),
    ...(services?.length && {
      services: services.map(({ serviceId, amount }) => ({ serviceId, amount: amount.toString() })),
    }),
    ...(penalties && { penalties: penalties.toString() }),
    ...(purpose && { purpose }),
    ...(readings && { readings }),
  };
}

export function wordsOf({ period, services, penalties, purpose }: StoredWords): PayersWords {
  return {
    ...(period && { period: parsePeriod(period) as Period }),
    ...(services && { services: services.map((one) => ({ ...one, amount: Money.parse(one.amount) })) }),
    ...(penalties && { penalties: Money.parse(penalties) }),
    ...(purpose && { purpose }),
  };
}

/** @throws DomainError `payment.named-over` when services and penalties together are more than the payment */
export function assertNamedWithin(amount: Money, { services = [], penalties = Money.zero }: Instruction): void {
  const named = Money.sum([...services.map((one) => one.amount), penalties]);
  if (named.compare(amount) > 0)
    throw new DomainError('payment.named-over', { named: named.toString(), amount: amount.toString() });
}
