import { Injectable } from '@nestjs/common';
import { settingsOn } from '@dvor/catalogue';
import {
  type AccountId,
  formatPeriod,
  type LocalDate,
  Money,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { Balances, type Posting } from '@dvor/ledger';
import type { Tx } from '@dvor/platform';
import {
  type Allocation,
  type AllocationRules,
  allocatePayment,
  type Due,
  type Instruction,
  type PaymentOrder,
  type Place,
  placeOf,
  type StepReason,
} from './core/index.js';

/** Why money of a payment stands where it stands: kept with it as evidence. */
export interface AllocationEvidence {
  readonly rule: {
    readonly order: PaymentOrder;
    readonly limitationMonths: number;
    readonly recipientId: SupplierId | null;
  };
  readonly parts: readonly {
    readonly recipientId: SupplierId | null;
    readonly serviceId: ServiceId | null;
    readonly origin: string;
    readonly kind: Place['kind'];
    /** Owed there before the payment, advances set off; nothing for an advance. */
    readonly due: string | null;
    readonly amount: string;
    readonly reason: StoredReason;
  }[];
}

type StoredReason =
  | { readonly by: Exclude<StepReason['by'], 'named-service' | 'named-period' | 'month' | 'beyond-limitation'> }
  | { readonly by: 'named-service'; readonly serviceId: ServiceId }
  | { readonly by: 'named-period' | 'month' | 'beyond-limitation'; readonly period: string };

export interface Allocated extends Allocation {
  readonly evidence: AllocationEvidence;
}

const SETTINGS = ['payments.order', 'payments.limitation-months', 'payments.advance'] as const;

/** Puts money on an account's debts by the organisation's rule: the preview and the posting are this one function. */
@Injectable()
export class Allocations {
  constructor(private readonly balances: Balances) {}

  async of(
    tx: Tx,
    accountId: AccountId,
    payment: {
      readonly amount: Money;
      readonly words: Instruction;
      readonly recipientId: SupplierId | null;
      /** The month it is booked in, and the day. */
      readonly month: Period;
      readonly on: LocalDate;
    },
  ): Promise<Allocated> {
    const { amount, words, recipientId, month, on } = payment;
    const settings = await settingsOn(tx, SETTINGS, on);
    const order = settings['payments.order'] as PaymentOrder;
    const limitationMonths = Number(settings['payments.limitation-months']);
    const onAccount = settings['payments.advance'] === 'on-account';
    const dues = await this.balances.receivables(tx, accountId);
    const lastBill = onAccount ? [] : await this.balances.lastBill(tx, accountId);
    const rules: AllocationRules = { order, month, limitationMonths, recipientId, lastBill };
    const allocation = allocatePayment(amount, dues, rules, words);
    return {
      ...allocation,
      evidence: {
        rule: { order, limitationMonths, recipientId },
        parts: allocation.parts.map(({ to, amount: part, reason }) => ({
          ...placeOf(to),
          origin: formatPeriod(to.origin),
          due: reason.by === 'advance' ? null : owedAt(to, dues, allocation.offsets).toString(),
          amount: part.toString(),
          reason: storedReason(reason),
        })),
      },
    };
  }
}

/** What an allocation takes off the debts of an account, as postings. */
export function allocationPostings(accountId: AccountId, { parts }: Allocation): Posting[] {
  const byPlace = new Map<string, { to: Place; amount: Money }>();
  for (const { to, amount } of parts) {
    const key = `${to.recipientId} ${to.serviceId} ${to.origin} ${to.kind}`;
    byPlace.set(key, { to, amount: (byPlace.get(key)?.amount ?? Money.zero).plus(amount) });
  }
  return [...byPlace.values()].map(({ to, amount }) => ({
    ledgerAccount: 'receivable',
    accountId,
    ...placeOf(to),
    amount: amount.negated(),
  }));
}

function owedAt(place: Place, dues: readonly Due[], offsets: readonly Due[]): Money {
  const here = (one: Place) =>
    one.recipientId === place.recipientId &&
    one.serviceId === place.serviceId &&
    one.origin === place.origin &&
    one.kind === place.kind;
  return Money.sum([...dues, ...offsets].filter(here).map(({ amount }) => amount));
}

function storedReason(reason: StepReason): StoredReason {
  return 'period' in reason ? { by: reason.by, period: formatPeriod(reason.period) } : reason;
}
