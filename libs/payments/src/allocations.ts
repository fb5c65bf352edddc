import { Injectable } from '@nestjs/common';
import { chosenOn, type ChosenValues, settingsOf, settingsOn } from '@dvor/catalogue';
import {
  type AccountId,
  formatPeriod,
  lastDay,
  type LocalDate,
  Money,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { Balances, Deferrals, type PayableDue, type Posting } from '@dvor/ledger';
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
    /** Services that were filled group after group; without: none was named before another. */
    readonly groups?: readonly (readonly ServiceId[])[];
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

const SETTINGS = [
  'payments.order',
  'payments.limitation-months',
  'payments.service-groups',
  'payments.advance',
] as const;

export interface PaymentToAllocate {
  readonly amount: Money;
  readonly words: Instruction;
  readonly recipientId: SupplierId | null;
  /** The month it is booked in. */
  readonly month: Period;
}

/** Puts money on an account's debts by the organisation's rule: the preview and the posting are this one function. */
@Injectable()
export class Allocations {
  constructor(
    private readonly balances: Balances,
    private readonly deferrals: Deferrals,
  ) {}

  async of(tx: Tx, accountId: AccountId, payment: PaymentToAllocate & { readonly on: LocalDate }): Promise<Allocated> {
    return this.byRule(tx, accountId, payment, ruleOf(await settingsOn(tx, SETTINGS, payment.on)));
  }

  /** As `of`, by a rule that is known already. */
  async byRule(tx: Tx, accountId: AccountId, payment: PaymentToAllocate, rule: AllocationRule): Promise<Allocated> {
    const dues = (await this.deferrals.payable(tx, [accountId], lastDay(payment.month))).get(accountId)!;
    const split = allocated(rule, payment, { dues, lastBill: [] });
    if (rule.onAccount || !paysAhead(split)) return split;
    return allocated(rule, payment, { dues, lastBill: await this.balances.lastBill(tx, accountId) });
  }

  /** As `of`, one payment to an account, with as many questions to the books as for a single one. */
  async ofMany(
    tx: Tx,
    payments: ReadonlyMap<AccountId, PaymentToAllocate>,
    on: LocalDate,
  ): Promise<Map<AccountId, Allocated>> {
    const rule = ruleOf(await settingsOn(tx, SETTINGS, on));
    const dues = await this.duesOf(tx, payments);
    const splits = new Map(
      [...payments].map(([id, payment]) => [id, allocated(rule, payment, { dues: dues.get(id)!, lastBill: [] })]),
    );
    const ahead = [...splits].filter(([, split]) => !rule.onAccount && paysAhead(split)).map(([id]) => id);
    const bills = ahead.length > 0 ? await this.balances.lastBills(tx, ahead) : new Map<AccountId, never[]>();
    for (const [id, lastBill] of bills)
      splits.set(id, allocated(rule, payments.get(id)!, { dues: dues.get(id)!, lastBill }));
    return splits;
  }

  /** Parts of instalments that fall into the month in which the money is booked are due. */
  private async duesOf(
    tx: Tx,
    payments: ReadonlyMap<AccountId, PaymentToAllocate>,
  ): Promise<Map<AccountId, PayableDue[]>> {
    const dues = new Map<AccountId, PayableDue[]>();
    for (const month of new Set([...payments.values()].map((payment) => payment.month))) {
      const accounts = [...payments].filter(([, payment]) => payment.month === month).map(([id]) => id);
      for (const [id, owed] of await this.deferrals.payable(tx, accounts, lastDay(month))) dues.set(id, owed);
    }
    return dues;
  }
}

/** What the organisation has settled about money that names nothing. */
export interface AllocationRule {
  readonly order: PaymentOrder;
  readonly limitationMonths: number;
  readonly groups: readonly (readonly ServiceId[])[];
  readonly onAccount: boolean;
}

/** The rule of a day as one value of a query that asks other things too; `ruleOf` reads it. */
export function allocationRuleOn(on: string): string {
  return chosenOn({ codes: `'{${SETTINGS.join(',')}}'`, on });
}

export function ruleOf(chosen: ChosenValues): AllocationRule {
  const settings = settingsOf(SETTINGS, chosen);
  return {
    order: settings['payments.order'] as PaymentOrder,
    limitationMonths: Number(settings['payments.limitation-months']),
    groups: settings['payments.service-groups'] as ServiceId[][],
    onAccount: settings['payments.advance'] === 'on-account',
  };
}

/** Only what is more than all debts is divided as the last bill is. */
function paysAhead({ parts }: Allocation): boolean {
  return parts.some(({ reason }) => reason.by === 'advance');
}

function allocated(
  { order, limitationMonths, groups }: AllocationRule,
  { amount, words, recipientId, month }: PaymentToAllocate,
  { dues, lastBill }: { readonly dues: readonly Due[]; readonly lastBill: AllocationRules['lastBill'] },
): Allocated {
  const rules: AllocationRules = { order, month, limitationMonths, recipientId, groups: placesOf(groups), lastBill };
  const allocation = allocatePayment(amount, dues, rules, words);
  const owedAt = owedBy(dues, allocation.offsets);
  return {
    ...allocation,
    evidence: {
      rule: { order, limitationMonths, recipientId, ...(groups.length > 0 && { groups }) },
      parts: allocation.parts.map(({ to, amount: part, reason }) => ({
        ...placeOf(to),
        origin: formatPeriod(to.origin),
        due: reason.by === 'advance' ? null : owedAt(to).toString(),
        amount: part.toString(),
        reason: storedReason(reason),
      })),
    },
  };
}

/** The last group named stands right before 1, the group of what is named nowhere. */
function placesOf(groups: readonly (readonly ServiceId[])[]): Map<ServiceId, number> {
  return new Map(groups.flatMap((group, i) => group.map((service) => [service, i + 1 - groups.length] as const)));
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

/** What is owed at each place, advances set off. */
function owedBy(dues: readonly Due[], offsets: readonly Due[]): (place: Place) => Money {
  const keyOf = (one: Place) => `${one.recipientId} ${one.serviceId} ${one.origin} ${one.kind}`;
  const sums = new Map<string, Money>();
  for (const due of [...dues, ...offsets]) sums.set(keyOf(due), (sums.get(keyOf(due)) ?? Money.zero).plus(due.amount));
  return (place) => sums.get(keyOf(place)) ?? Money.zero;
}

function storedReason(reason: StepReason): StoredReason {
  return 'period' in reason ? { by: reason.by, period: formatPeriod(reason.period) } : reason;
}
