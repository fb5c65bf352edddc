import { Injectable } from '@nestjs/common';
import { LawParameters, lawParameterOn, settingsOn } from '@dvor/catalogue';
import { Accounts } from '@dvor/housing';
import {
  type AccountId,
  addDays,
  addMonths,
  DomainError,
  firstDay,
  formatDate,
  type Id,
  lastDay,
  Money,
  type Period,
  periodOfDate,
  type ServiceId,
  type SupplierId,
  type UserId,
} from '@dvor/kernel';
import {
  AuditLog,
  decodeCursor,
  KEY,
  OrganizationClock,
  Outbox,
  type Page,
  pageOf,
  type PageRequest,
  type Tx,
} from '@dvor/platform';
import { mostRateOn, type PlanAsked, type PlanDraft } from './draft-plan.js';
import { InstalmentPlans } from './instalment-plans.js';
import type { PlanId } from './load-plans.js';

export type OfferId = Id<'instalment offer'>;

export const OFFER_STATES = ['open', 'accepted', 'declined', 'expired', 'withdrawn'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** A fee that has risen on the same month a year ago (ПП 354, п. 72). */
export interface FeeRise {
  readonly accountId: AccountId;
  readonly recipientId: SupplierId;
  readonly serviceId: ServiceId;
  readonly amount: Money;
  readonly before: Money;
}

export interface InstalmentOffer extends FeeRise {
  readonly id: OfferId;
  readonly period: Period;
  readonly service: string;
  readonly account: string;
  readonly address: string;
  readonly rate: number;
  readonly parts: number;
  readonly state: OfferState;
  /** The last day to answer. */
  readonly answerUntil: string;
  readonly offeredAt: Date;
  readonly answeredAt: Date | null;
  readonly planId: PlanId | null;
}

export interface OfferFilter {
  readonly state?: OfferState | undefined;
  readonly period?: Period | undefined;
  readonly accountId?: AccountId | undefined;
}

/** The law's terms of the right to instalments in a month. */
export interface RightTerms {
  readonly risePercent: number;
  readonly parts: number;
  /** Ten-thousandths of a percent a year, as the organisation chose, never above the law's. */
  readonly rate: number;
  readonly answerDays: number;
}

/** The right to instalments: offered to whoever has it, answered in the cabinet or at the desk, every answer kept (PEN-10). */
@Injectable()
export class InstalmentOffers {
  constructor(
    private readonly accounts: Accounts,
    private readonly plans: InstalmentPlans,
    private readonly law: LawParameters,
    private readonly clock: OrganizationClock,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** @throws DomainError `law.parameter-expired` */
  async terms(tx: Tx, period: Period): Promise<RightTerms> {
    const today = await this.clock.today(tx);
    const parameters = await this.law.some(tx, LAW);
    const whole = (code: string) => Number(lawParameterOn(parameters, code, lastDay(period)).value);
    const chosen = await settingsOn(tx, ['instalments.right-interest', 'instalments.answer-days'], today);
    return {
      risePercent: whole('instalments.rise-percent'),
      parts: whole('instalments.months'),
      rate: chosen['instalments.right-interest'] === 'most' ? mostRateOn(parameters, today) : 0,
      answerDays: Number(chosen['instalments.answer-days']),
    };
  }

  /**
   * Writes down what was found for a closed month. An offer that was made is never made twice; one that nobody answered
   * follows the fee, and is taken back where the fee has not risen so after all.
   *
   * @returns how many offers are new
   */
  async offer(tx: Tx, period: Period, rises: readonly FeeRise[]): Promise<number> {
    const { parts, rate, answerDays } = await this.terms(tx, period);
    const today = await this.clock.today(tx);
    const month = formatDate(firstDay(period));
    const found = JSON.stringify(
      rises.map(({ accountId, recipientId, serviceId, amount, before }) => ({
        ...{ account_id: accountId, recipient_id: recipientId, service_id: serviceId },
        ...{ amount: amount.kopecks.toString(), before: before.kopecks.toString() },
      })),
    );
    await tx.query(
      `with found as (select * from jsonb_to_recordset($2) as row (account_id bigint, recipient_id bigint, service_id bigint, amount bigint))
       update instalment_offers o
          set state = case when f.account_id is null then 'withdrawn' else 'open' end, amount = coalesce(f.amount, o.amount)
         from instalment_offers same left join found f using (account_id, recipient_id, service_id)
        where same.id = o.id and o.period = $1 and o.state in ('open', 'withdrawn')`,
      [month, found],
    );
    const rows = await tx.query<{ id: OfferId }[]>(
      `with made as (
         insert into instalment_offers (organization_id, house_id, account_id, period, recipient_id, service_id, amount, before, rate, parts, answer_until)
         select current_organization(), a.house_id, a.id, $1, f.recipient_id, f.service_id, f.amount, f.before, $3, $4, $5
           from jsonb_to_recordset($2) as f (account_id bigint, recipient_id bigint, service_id bigint, amount bigint, before bigint)
           join accounts a on a.id = f.account_id
         on conflict (account_id, period, service_id, recipient_id) do nothing
         returning id)
       select id::text as id from made`,
      [month, found, rate, parts, formatDate(addDays(today, answerDays))],
    );
    await this.outbox.recordAll(
      tx,
      rows.map(({ id }) => ({ type: 'instalments.offered', payload: { offerId: id } })),
    );
    if (rows.length > 0)
      await this.audit.record(tx, {
        userId: null,
        action: 'instalments.offer',
        object: { type: 'month', id: month.slice(0, 7) },
        details: { offers: rows.length },
      });
    return rows.length;
  }

  /** Offers whose last day to answer is over. @returns how many */
  async expire(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ expired: number }[]>(
      `with done as (update instalment_offers set state = 'expired', answered_at = organization_now()
                      where state = 'open' and answer_until < $1 returning id)
       select count(*)::int as expired from done`,
      [formatDate(await this.clock.today(tx))],
    );
    return row!.expired;
  }

  /** The latest first. */
  async list(tx: Tx, { state, period, accountId }: OfferFilter, page: PageRequest): Promise<Page<InstalmentOffer>> {
    const before = page.cursor === undefined ? null : decodeCursor(page.cursor, [KEY.id])[0]!;
    const rows = await this.load(
      tx,
      `($1::bigint is null or o.id < $1) and ($2::text is null or o.state = $2) and ($3::date is null or o.period = $3)
       and ($4::bigint is null or o.account_id = $4) order by o.id desc limit $5`,
      [
        ...[before, state ?? null, period === undefined ? null : formatDate(firstDay(period))],
        ...[accountId ?? null, page.limit + 1],
      ],
    );
    return pageOf(rows, page.limit, ({ id }) => [id]);
  }

  async counts(tx: Tx): Promise<Record<OfferState, number>> {
    const rows = await tx.query<{ state: OfferState; offers: number }[]>(
      'select state, count(*)::int as offers from instalment_offers group by state',
    );
    const counts = { open: 0, accepted: 0, declined: 0, expired: 0, withdrawn: 0 };
    for (const { state, offers } of rows) counts[state] = offers;
    return counts;
  }

  /** Those that wait for an answer. */
  async openOf(tx: Tx, accountIds: readonly AccountId[]): Promise<InstalmentOffer[]> {
    const today = formatDate(await this.clock.today(tx));
    return this.load(
      tx,
      `o.account_id = any ($1::bigint[]) and o.state = 'open' and o.answer_until >= $2 order by o.id desc`,
      [accountIds, today],
    );
  }

  /** @throws DomainError `instalment.offer-not-found` */
  async read(tx: Tx, id: OfferId): Promise<InstalmentOffer> {
    const [offer] = await this.load(tx, 'o.id = $1', [id]);
    if (!offer) throw new DomainError('instalment.offer-not-found');
    return offer;
  }

  /**
   * The payer takes it: the plan holds from today, equal parts from this month on.
   *
   * @throws DomainError `instalment.offer-not-found`, `instalment.offer-answered`, those of `InstalmentPlans.make` and `start`
   */
  async accept(tx: Tx, id: OfferId, by: UserId): Promise<PlanId> {
    const asked = await this.asked(tx, await this.answerable(tx, id));
    const planId = await this.plans.make(tx, { ...asked, basis: 'right', note: null }, by);
    await this.plans.start(tx, planId, null, by);
    await this.answered(tx, id, { state: 'accepted', planId, by });
    return planId;
  }

  /** What would be paid when; `null`: nothing of the fee is owed any more. */
  async draft(tx: Tx, offer: InstalmentOffer): Promise<PlanDraft | null> {
    try {
      return await this.plans.preview(tx, await this.asked(tx, offer));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'instalment.place-unknown') return null;
      throw error;
    }
  }

  /** @throws DomainError `instalment.offer-not-found`, `instalment.offer-answered` */
  async decline(tx: Tx, id: OfferId, by: UserId): Promise<void> {
    await this.answerable(tx, id);
    await this.answered(tx, id, { state: 'declined', planId: null, by });
  }

  /** From this month on, if its day to pay is still ahead. */
  private async asked(
    tx: Tx,
    { accountId, recipientId, serviceId, period, rate, parts }: InstalmentOffer,
  ): Promise<PlanAsked> {
    const today = await this.clock.today(tx);
    const thisMonth = periodOfDate(today);
    const dueOn = await this.law.dueDate(tx, addMonths(thisMonth, -1));
    return {
      ...{ accountId, rate, parts },
      places: [{ recipientId, serviceId, origin: period, kind: 'charge' }],
      from: dueOn >= today ? thisMonth : addMonths(thisMonth, 1),
    };
  }

  private async answerable(tx: Tx, id: OfferId): Promise<InstalmentOffer> {
    await tx.query('select 1 from instalment_offers where id = $1 for update', [id]);
    const offer = await this.read(tx, id);
    if (offer.state !== 'open' || offer.answerUntil < formatDate(await this.clock.today(tx)))
      throw new DomainError('instalment.offer-answered', { state: offer.state });
    return offer;
  }

  private async answered(
    tx: Tx,
    id: OfferId,
    {
      state,
      planId,
      by,
    }: { readonly state: 'accepted' | 'declined'; readonly planId: PlanId | null; readonly by: UserId },
  ): Promise<void> {
    await tx.query(
      'update instalment_offers set state = $2, plan_id = $3, answered_at = organization_now(), answered_by = $4 where id = $1',
      [id, state, planId, by],
    );
    await this.audit.record(tx, {
      userId: by,
      action: `instalments.offer-${state}`,
      object: { type: 'instalment-offer', id },
      details: planId === null ? {} : { planId },
    });
  }

  private async load(tx: Tx, condition: string, parameters: readonly unknown[]): Promise<InstalmentOffer[]> {
    const rows = await tx.query<OfferRow[]>(`${OFFERS} where ${condition}`, [...parameters]);
    const accounts = await this.accounts.some(
      tx,
      rows.map(({ accountId }) => accountId),
      await this.clock.today(tx),
    );
    const byId = new Map(accounts.map((account) => [account.id, account]));
    return rows.map(({ amount, before, ...offer }) => ({
      ...offer,
      account: byId.get(offer.accountId)!.number,
      address: byId.get(offer.accountId)!.address,
      amount: Money.ofKopecks(amount),
      before: Money.ofKopecks(before),
    }));
  }
}

type OfferRow = Omit<InstalmentOffer, 'amount' | 'before' | 'account' | 'address'> & {
  readonly amount: string;
  readonly before: string;
};

const LAW = ['instalments.rise-percent', 'instalments.months', 'key-rate', 'instalments.points-over-key-rate'] as const;

const OFFERS = `
  select o.id::text, o.account_id::text as "accountId", (extract(year from o.period) * 12 + extract(month from o.period) - 1)::int as period,
         o.recipient_id::text as "recipientId", o.service_id::text as "serviceId", s.name as service, o.amount::text as amount,
         o.before::text as before, o.rate, o.parts, o.state, o.answer_until::text as "answerUntil", o.offered_at as "offeredAt",
         o.answered_at as "answeredAt", o.plan_id::text as "planId"
    from instalment_offers o join services s on s.id = o.service_id`;
