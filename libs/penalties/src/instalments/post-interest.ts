import { allocate, formatDate, type HouseId, lastDay, type LocalDate, type Money, type Period } from '@dvor/kernel';
import type { Ledger, Posting } from '@dvor/ledger';
import type { Tx } from '@dvor/platform';
import { interestOn, standingOf } from '../core/index.js';
import { type LoadedPlan, loadPlans } from './load-plans.js';

/**
 * Interest of the parts that the month's bill asks for: those due up to its own day to pay. It is reckoned on what was
 * really left, never on more than the schedule foresaw, and stands in the month it is billed in, at the recipients of the
 * debt. A part is billed once.
 *
 * @returns houses to whose accounts anything was posted
 */
export async function postInterest(
  tx: Tx,
  ledger: Ledger,
  {
    period,
    dueOn,
    houseIds,
  }: { readonly period: Period; readonly dueOn: LocalDate; readonly houseIds: readonly HouseId[] },
): Promise<HouseId[]> {
  const plans = await loadPlans(tx, `p.house_id = any ($1::bigint[]) and p.state = 'active' and p.rate > 0`, [
    houseIds,
  ]);
  const touched = new Set<HouseId>();
  for (const plan of plans) {
    for (const [i, part] of plan.parts.entries()) {
      if (part.interestPosted !== null || part.dueOn > dueOn) continue;
      const amount = interestOf(plan, i, lastDay(period));
      await tx.query('update instalment_parts set interest_posted = $3 where plan_id = $1 and part = $2', [
        plan.id,
        i + 1,
        amount.kopecks.toString(),
      ]);
      if (amount.isZero) continue;
      await ledger.post(tx, {
        key: `instalments ${plan.id} ${i + 1}`,
        ...{ kind: 'interest', period, bookedOn: lastDay(period), by: null },
        reason: `Проценты по рассрочке № ${plan.number}, платёж до ${formatDate(part.dueOn)}`,
        postings: postingsOf(plan, period, amount),
      });
      touched.add(plan.houseId);
    }
  }
  return [...touched];
}

function interestOf({ parts, rate, begun }: LoadedPlan, i: number, asOf: LocalDate): Money {
  const { dueOn, interest } = parts[i]!;
  const { terms, days } = begun!;
  const from = parts[i - 1]?.dueOn ?? terms.startedOn;
  const real = interestOn(standingOf(terms, days, asOf).left, rate, { from, to: dueOn });
  return real.compare(interest) < 0 ? real : interest;
}

/** Divided between recipients and services as the debt itself is. */
function postingsOf({ accountId, places }: LoadedPlan, origin: Period, amount: Money): Posting[] {
  const parts = allocate(
    amount,
    places.map((place) => place.amount.toDecimal()),
  );
  return places.flatMap(({ recipientId, serviceId }, i): Posting[] => {
    const part = parts[i]!;
    if (part.isZero) return [];
    const common = { recipientId, serviceId, origin, kind: 'interest' } as const;
    return [
      { ...common, ledgerAccount: 'receivable', accountId, amount: part },
      { ...common, ledgerAccount: 'accrued', accountId: null, amount: part.negated() },
    ];
  });
}
