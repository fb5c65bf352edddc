import { Injectable } from '@nestjs/common';
import { NormFees, OneOffActs, type OneOffWorkId } from '@dvor/billing';
import { LawParameters } from '@dvor/catalogue';
import { DomainError, type FileId, formatDate, type LocalDate, Money, parseDate, type UserId } from '@dvor/kernel';
import { ExceptionsInbox, OrganizationClock, type Tx } from '@dvor/platform';
import { assertMayAct, lastDayToSue, type Obstacle } from '../core/index.js';
import { DebtFacts } from '../letters/debt-facts.js';
import { AccountDebts } from '../register/account-debts.js';
import { type DebtStepId, DebtSteps } from '../steps/debt-steps.js';
import { restoreKey } from './restore-key.js';
import { verdictOn } from './restriction-candidates.js';
import { loadRestrictionTerms } from './restriction-terms.js';
import type { RestrictionId } from './restriction-warnings.js';
import { type Restriction, type RestrictionEnd, Restrictions } from './restrictions.js';

/** What is done by an act: less is given, nothing is given, all is given again; or it is let go before anything was done. */
export const RESTRICTION_STEPS = ['restriction', 'suspension', 'restoration', 'restriction-stopped'] as const;
export type RestrictionStep = (typeof RESTRICTION_STEPS)[number];

export interface NewRestrictionStep {
  readonly kind: RestrictionStep;
  readonly on: LocalDate;
  /** Of the act; one that was let go has none. */
  readonly number: string | null;
  readonly note: string | null;
  /** The signed act. */
  readonly fileId: FileId | null;
  /** A work of the price list that its debtor pays, and its price where it differs from the list's. */
  readonly cost: { readonly workId: OneOffWorkId; readonly price: Money | null } | null;
}

/** Limits services, cuts them off and gives them back, no sooner than the law lets it. */
@Injectable()
export class RestrictionActs {
  constructor(
    private readonly restrictions: Restrictions,
    private readonly facts: DebtFacts,
    private readonly debts: AccountDebts,
    private readonly fees: NormFees,
    private readonly oneOffs: OneOffActs,
    private readonly steps: DebtSteps,
    private readonly law: LawParameters,
    private readonly inbox: ExceptionsInbox,
    private readonly clock: OrganizationClock,
  ) {}

  /**
   * @throws DomainError `restriction.not-found`, `restriction.ended`, `restriction.step-day`, `restriction.number-needed`,
   * `restriction.not-restricted`, `restriction.restricted`, `restriction.plan`, `restriction.dispute`,
   * `restriction.in-transit`, `restriction.no-debtor`, `restriction.paid`, `restriction.below-norms`,
   * `restriction.cost-above`, those of `assertMayAct` and of one-off acts
   */
  async record(tx: Tx, id: RestrictionId, step: NewRestrictionStep, by: UserId): Promise<DebtStepId> {
    const one = await this.restrictions.lock(tx, id);
    await this.checkDay(tx, one, step.on);
    const debt = await this.debtOn(tx, one, step.on);
    if (step.kind === 'restriction' || step.kind === 'suspension') await this.checkMay(tx, one, { ...step, debt });
    else checkEnd(one, step);
    if (step.number === null && (step.kind !== 'restriction-stopped' || step.cost !== null))
      throw new DomainError('restriction.number-needed');
    const oneOffActId = step.cost && (await this.charge(tx, one, { ...step, cost: step.cost }, by));
    if (step.kind === 'restoration') await this.end(tx, id, { on: step.on, why: 'restored' });
    if (step.kind === 'restriction-stopped') await this.end(tx, id, { on: step.on, why: 'given-up' });
    return this.steps.add(
      tx,
      { ...step, accountId: one.accountId, principal: debt, penalty: Money.zero, restrictionId: id, oneOffActId },
      by,
    );
  }

  /** What is owed for the service today, and what stands against an act. */
  async standing(tx: Tx, one: Restriction): Promise<{ readonly debt: Money; readonly obstacles: readonly Obstacle[] }> {
    const debt = await this.debtOn(tx, one, await this.clock.today(tx));
    return { debt, obstacles: one.endedOn === null ? await this.obstaclesTo(tx, one) : [] };
  }

  /** Writes down that a restriction is over. */
  async end(
    tx: Tx,
    id: RestrictionId,
    { on, why }: { readonly on: LocalDate; readonly why: RestrictionEnd },
  ): Promise<void> {
    await tx.query('update restrictions set ended_on = $2, ended_why = $3 where id = $1', [id, formatDate(on), why]);
    await this.inbox.settleOne(tx, restoreKey(id), 'the restriction is over');
  }

  private async checkDay(tx: Tx, one: Restriction, on: LocalDate): Promise<void> {
    if (one.endedOn !== null) throw new DomainError('restriction.ended', { endedOn: formatDate(one.endedOn) });
    const since = Math.max(one.beganOn, one.limitedOn ?? one.beganOn, one.suspendedOn ?? one.beganOn) as LocalDate;
    if (on < since || on > (await this.clock.today(tx)))
      throw new DomainError('restriction.step-day', { since: formatDate(since), day: formatDate(on) });
  }

  private async checkMay(
    tx: Tx,
    one: Restriction,
    { kind, on, debt }: Pick<NewRestrictionStep, 'kind' | 'on'> & { readonly debt: Money },
  ): Promise<void> {
    for (const obstacle of await this.obstaclesTo(tx, one)) refuseFor(obstacle);
    if (debt.compare(Money.zero) <= 0) throw new DomainError('restriction.paid', { service: one.service });
    assertMayAct(one.next!, kind === 'restriction' ? 'limit' : 'suspend', on);
    if (one.limitedOn === null) await this.checkNorms(tx, one, { on, debt });
  }

  /** A plan that is kept, a dispute, money under way; a letter written lately and a case at court stand against letters only. */
  private async obstaclesTo(tx: Tx, { accountId }: Restriction): Promise<Obstacle[]> {
    const asOf = await this.clock.today(tx);
    const { limitationMonths } = await loadRestrictionTerms(tx, this.law, asOf);
    const [debtor] = await this.facts.of(tx, [accountId], { asOf, letter: null });
    const { obstacles } = verdictOn(debtor!, { limitationMonths }, { asOf, againAfterDays: 0 });
    return obstacles.filter(({ reason }) => AGAINST_ACTS.has(reason));
  }

  /** The debt is above what nobody is cut off for, at the tariffs of the day itself (п. 118). */
  private async checkNorms(
    tx: Tx,
    { accountId, serviceId, normFee, service }: Restriction,
    { on, debt }: { readonly on: LocalDate; readonly debt: Money },
  ): Promise<void> {
    const { months } = await loadRestrictionTerms(tx, this.law, on);
    const fees = await this.fees.of(tx, [accountId], on);
    const fee = fees.get(accountId)?.get(serviceId)?.amount ?? normFee;
    const most = Money.ofKopecks(fee.kopecks * BigInt(months));
    if (debt.compare(most) <= 0)
      throw new DomainError('restriction.below-norms', { service, debt: debt.toString(), most: most.toString() });
  }

  /** What is owed for the service on a day, without penalties and what no court would give. */
  private async debtOn(tx: Tx, { accountId, serviceId }: Restriction, on: LocalDate): Promise<Money> {
    const today = await this.clock.today(tx);
    const { limitationMonths } = await loadRestrictionTerms(tx, this.law, on);
    const { lines } = await this.debts.read(tx, accountId, on === today ? {} : { asOf: on });
    const owed = lines.filter(({ kind, due, amount, ...line }) => {
      if (line.serviceId !== serviceId || kind !== 'charge' || amount.isNegative) return false;
      const last = parseDate(due);
      return last < on && on <= lastDayToSue(last, limitationMonths);
    });
    return Money.sum(owed.map(({ amount }) => amount));
  }

  /** Its debtor pays what it has cost, of electricity no more than the law's most (п. 121(1)). */
  private async charge(
    tx: Tx,
    { id, accountId, resource }: Restriction,
    { cost, number, on }: NewRestrictionStep & { readonly cost: NonNullable<NewRestrictionStep['cost']> },
    by: UserId,
  ): Promise<string> {
    const act = {
      workId: cost.workId,
      number: number ?? '',
      dated: on,
      quantity: '1',
      price: cost.price,
      prepaid: null,
    };
    const actId = await this.oneOffs.enter(tx, accountId, act, { by, reason: 'п. 121(1) ПП РФ № 354' });
    if (resource === 'electricity') await this.checkCost(tx, id, actId, on);
    return actId;
  }

  private async checkCost(tx: Tx, id: RestrictionId, actId: string, on: LocalDate): Promise<void> {
    const most = Money.parse(String((await this.law.on(tx, 'cut-off.electricity-cost-cap', on)).value));
    const [row] = await tx.query<{ sum: string }[]>(
      `select coalesce(sum(round(quantity * price, 2)), 0)::text as sum from one_off_acts
        where cancelled_at is null and (id = $2 or id in (select one_off_act_id from debt_steps where restriction_id = $1))`,
      [id, actId],
    );
    const sum = Money.parse(row!.sum);
    if (sum.compare(most) > 0)
      throw new DomainError('restriction.cost-above', { sum: sum.toString(), most: most.toString() });
  }
}

function checkEnd({ limitedOn, suspendedOn, service }: Restriction, { kind }: NewRestrictionStep): void {
  const restricted = limitedOn !== null || suspendedOn !== null;
  if (kind === 'restoration' && !restricted) throw new DomainError('restriction.not-restricted', { service });
  if (kind === 'restriction-stopped' && restricted) throw new DomainError('restriction.restricted', { service });
}

const AGAINST_ACTS: ReadonlySet<Obstacle['reason']> = new Set([
  ...(['plan', 'dispute', 'in-transit', 'no-debtor', 'died', 'account-closed'] as const),
]);

function refuseFor(obstacle: Obstacle): never {
  switch (obstacle.reason) {
    case 'plan':
      throw new DomainError('restriction.plan', { plan: obstacle.plan });
    case 'dispute':
      throw new DomainError('restriction.dispute', { about: obstacle.about });
    case 'in-transit':
      throw new DomainError('restriction.in-transit', { sum: obstacle.sum.toString() });
    default:
      throw new DomainError('restriction.no-debtor');
  }
}
