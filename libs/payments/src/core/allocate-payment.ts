import { addMonths, allocate, Money, ONE, type Period, type ServiceId, type SupplierId } from '@dvor/kernel';
import { type Due, inOrder, type Place, placeOf } from './due.js';
import { offsetAdvances } from './offset-advances.js';
import { splitPayment } from './split-payment.js';

/** What the payer has said of their money. It binds (ГК 319.1); what is not named follows the organisation's rule. */
export interface Instruction {
  /** The month that is paid, from the receipt's number, the QR or the words of the transfer. */
  readonly period?: Period;
  /** Sums per service. Their money stays with the service's recipient even where it is more than is owed. */
  readonly services?: readonly { readonly serviceId: ServiceId; readonly amount: Money }[];
  /** How much of the sum pays penalties; without it they get nothing. */
  readonly penalties?: Money;
}

/** In which order months are paid that the payer has not named: the setting `payments.order`. */
export type PaymentOrder = 'oldest-first' | 'current-first' | 'by-service';

export interface AllocationRules {
  readonly order: PaymentOrder;
  /** The month in which the money is booked. */
  readonly month: Period;
  /** Older debts than so many months are paid last: they are beyond the limitation (ГК 196). */
  readonly limitationMonths: number;
  /** Only this recipient's debts, where the channel takes money for one alone (a capital repair fund's account). */
  readonly recipientId?: SupplierId | null;
  /** Services of the organisation's own priority; the lower is filled first within each step, 1 where none is said. */
  readonly groups?: ReadonlyMap<ServiceId, number>;
  /** How an advance is divided: what the recipients charged last. Nothing: it stands on the account as a whole. */
  readonly lastBill: readonly Pick<Due, 'recipientId' | 'serviceId' | 'amount'>[];
}

/** Why a part of the money went where it went. */
export type StepReason =
  | { readonly by: 'named-service'; readonly serviceId: ServiceId }
  | { readonly by: 'named-penalties' }
  | { readonly by: 'instalment' }
  | { readonly by: 'instalment-ahead' }
  | { readonly by: 'named-period'; readonly period: Period }
  | { readonly by: 'month'; readonly period: Period }
  | { readonly by: 'beyond-limitation'; readonly period: Period }
  | { readonly by: 'all-services' }
  | { readonly by: 'advance' };

export interface AllocatedPart {
  /** The due it pays; for an advance, the place it is kept at. */
  readonly to: Place;
  readonly amount: Money;
  readonly reason: StepReason;
}

export interface Allocation {
  /** Advances that were set off against debts of the same recipient first; their sum is zero. */
  readonly offsets: readonly Due[];
  /** Never zero, never below; together they are the payment. */
  readonly parts: readonly AllocatedPart[];
}

/**
 * Decides which debts a payment covers. What the payer named comes first and binds; the rest follows the organisation's
 * order of months, and within a month, in proportion to all that is owed for it (ПП 354, п. 118). Penalties get only
 * what was named for them. Of what is paid by instalments the parts that are due come before the order of months,
 * penalties in them too, for that is what was agreed; the parts that are not due yet come after all other debts. What
 * exceeds all debts is an advance and stays with a recipient: of the named service, else in proportion to the last bill.
 * @throws RangeError when the payment is below zero, or less than what is named
 */
export function allocatePayment(
  payment: Money,
  dues: readonly Due[],
  rules: AllocationRules,
  instruction: Instruction = {},
): Allocation {
  const within = rules.recipientId ? dues.filter(({ recipientId }) => recipientId === rules.recipientId) : dues;
  const due = within.map((one) => ({ ...one, amount: one.amount.minus(one.deferred ?? Money.zero) }));
  const offsets = offsetAdvances(due);
  const owed = new Owed(withOffsets(due, offsets), within, rules.groups ?? new Map());
  const parts: AllocatedPart[] = [];
  let left = payment;
  const put = (sum: Money, of: (due: OwedDue) => boolean, reason: StepReason): Money => {
    const paid = owed.pay(sum, of, reason);
    parts.push(...paid.parts);
    return paid.left;
  };
  const named = Money.sum([
    ...(instruction.services ?? []).map(({ amount }) => amount),
    instruction.penalties ?? Money.zero,
  ]);
  if (named.compare(payment) > 0) throw new RangeError('more is named than paid');
  left = left.minus(named);

  for (const { serviceId, amount } of instruction.services ?? []) {
    let ofService = amount;
    const ofIt = chargeOf((one) => one.serviceId === serviceId && one.kind === 'charge');
    for (const which of [ofIt, ahead((one) => one.serviceId === serviceId && one.kind === 'charge')])
      for (const period of owed.months(which))
        ofService = put(ofService, (one) => which(one) && one.origin === period, { by: 'named-service', serviceId });
    const bill = rules.lastBill.filter((line) => line.serviceId === serviceId);
    parts.push(...advance(ofService, bill.length > 0 ? bill : [{ recipientId: null, serviceId }], rules.month));
  }
  let ofPenalties = instruction.penalties ?? Money.zero;
  for (const period of owed.months((due) => due.kind === 'penalty'))
    ofPenalties = put(ofPenalties, (due) => due.kind === 'penalty' && due.origin === period, { by: 'named-penalties' });
  left = left.plus(ofPenalties);

  for (const { of, reason } of steps(owed, rules, instruction)) left = put(left, of, reason);
  const bill = rules.lastBill.filter((line) => !rules.recipientId || line.recipientId === rules.recipientId);
  parts.push(
    ...advance(
      left,
      bill.length > 0 ? bill : [{ recipientId: rules.recipientId ?? null, serviceId: null }],
      rules.month,
    ),
  );
  return { offsets, parts };
}

interface Step {
  readonly of: (due: OwedDue) => boolean;
  readonly reason: StepReason;
}

/** Debts in the order in which money that names no service pays them. */
function steps(owed: Owed, rules: AllocationRules, { period: named }: Instruction): Step[] {
  const month = (period: Period, by: 'named-period' | 'month' | 'beyond-limitation'): Step => ({
    of: chargeOf(({ origin }) => origin === period),
    reason: { by, period },
  });
  const first: Step[] = named === undefined ? [] : [month(named, 'named-period')];
  first.push(...owed.months(agreed).map((period) => inMonth(period, agreed, 'instalment')));
  const months = owed.months(chargeOf(() => true)).filter((period) => period !== named);
  const oldest = addMonths(rules.month, -rules.limitationMonths);
  const late = months.filter((period) => period < oldest).map((period) => month(period, 'beyond-limitation'));
  const fresh = months.filter((period) => period >= oldest);
  const notDue = ahead(() => true);
  late.push(...owed.months(notDue).map((period) => inMonth(period, notDue, 'instalment-ahead')));
  switch (rules.order) {
    case 'oldest-first':
      return [...first, ...fresh.map((period) => month(period, 'month')), ...late];
    case 'current-first':
      return [
        ...first,
        ...[...fresh.slice(-1), ...fresh.slice(0, -1)].map((period) => month(period, 'month')),
        ...late,
      ];
    case 'by-service':
      return [...first, { of: chargeOf(({ origin }) => origin >= oldest), reason: { by: 'all-services' } }, ...late];
  }
}

/** What is due and is paid without a word: charges, interest, and penalties only where that was agreed. */
function chargeOf(of: (due: OwedDue) => boolean): (due: OwedDue) => boolean {
  return (due) => !due.ahead && (due.kind !== 'penalty' || due.planned === true) && of(due);
}

function ahead(of: (due: OwedDue) => boolean): (due: OwedDue) => boolean {
  return (due) => due.ahead && of(due);
}

/** Parts of instalments that are due, and their interest. */
function agreed(due: OwedDue): boolean {
  return !due.ahead && (due.planned === true || due.kind === 'interest');
}

function inMonth(period: Period, of: (due: OwedDue) => boolean, by: 'instalment' | 'instalment-ahead'): Step {
  return { of: (due) => due.origin === period && of(due), reason: { by } };
}

/** A debt that is due, or the part of it that is not due yet. */
interface OwedDue extends Due {
  readonly ahead: boolean;
}

/** Debts as they are paid off one after another. */
class Owed {
  private readonly dues: { readonly due: OwedDue; left: Money }[];

  constructor(
    dues: readonly Due[],
    deferred: readonly Due[],
    private readonly groups: ReadonlyMap<ServiceId, number>,
  ) {
    this.dues = [
      ...dues.map((due) => ({ ...due, ahead: false })),
      ...deferred.map((due) => ({ ...due, amount: due.deferred ?? Money.zero, ahead: true })),
    ]
      .filter(({ amount }) => amount.compare(Money.zero) > 0)
      .map((due) => ({ due, left: due.amount }))
      .sort((a, b) => inOrder(a.due, b.due));
  }

  /** Months of debts, the oldest first. */
  months(of: (due: OwedDue) => boolean): Period[] {
    return [...new Set(this.dues.filter(({ due }) => of(due)).map(({ due }) => due.origin))].sort((a, b) => a - b);
  }

  pay(sum: Money, of: (due: OwedDue) => boolean, reason: StepReason): { parts: AllocatedPart[]; left: Money } {
    const open = this.dues.filter(({ due, left }) => of(due) && !left.isZero);
    const items = open.map(({ due, left }) => ({
      due: left,
      group: (due.serviceId && this.groups.get(due.serviceId)) ?? 1,
    }));
    const { shares, advance } = splitPayment(sum, items);
    const parts = open.flatMap((one, i) => {
      const amount = shares[i]!;
      one.left = one.left.minus(amount);
      return amount.isZero ? [] : [{ to: placeOf(one.due), amount, reason }];
    });
    return { parts, left: advance };
  }
}

function withOffsets(dues: readonly Due[], offsets: readonly Due[]): Due[] {
  const keyOf = (due: Place) => `${due.recipientId} ${due.serviceId} ${due.origin} ${due.kind}`;
  const moved = new Map<string, Money>();
  for (const offset of offsets) moved.set(keyOf(offset), (moved.get(keyOf(offset)) ?? Money.zero).plus(offset.amount));
  const touched = dues.map((due) => ({ ...due, amount: due.amount.plus(moved.get(keyOf(due)) ?? Money.zero) }));
  return touched.filter(({ amount }) => !amount.isZero);
}

/** An advance stands in the month in which it came, in proportion to a bill. */
function advance(
  sum: Money,
  bill: readonly (Pick<Due, 'recipientId' | 'serviceId'> & { readonly amount?: Money })[],
  month: Period,
): AllocatedPart[] {
  if (sum.isZero) return [];
  const charged = bill.filter(({ amount }) => amount && amount.compare(Money.zero) > 0);
  const places = charged.length > 0 ? charged : bill.slice(0, 1);
  const weights = places.map(({ amount }) => (charged.length > 0 ? amount!.toDecimal() : ONE));
  return allocate(sum, weights).flatMap((amount, i) => {
    const { recipientId, serviceId } = places[i]!;
    const to = { recipientId, serviceId, origin: month, kind: 'charge' as const };
    return amount.isZero ? [] : [{ to, amount, reason: { by: 'advance' as const } }];
  });
}
