import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  DomainError,
  firstDay,
  formatDate,
  type HouseId,
  type Id,
  Money,
  type Period,
  type RunId,
  type ServiceId,
  type UserId,
} from '@dvor/kernel';
import { AuditLog, OrganizationClock, type Tx } from '@dvor/platform';
import { FINE_PERCENT, fineAmount } from '../core/index.js';
import { claimedBefore, type CorrectionId, DIRECT_KEY } from '../corrections/correction-rows.js';
import { Corrections } from '../corrections/corrections.js';
import { type FoundOvercharge, foundOvercharges } from './found-overcharges.js';

export type OverchargeClaimId = Id<'OverchargeClaim'>;

export const CLAIM_DECISIONS = ['fine', 'put-right-before', 'payers-fault', 'not-confirmed'] as const;
export type ClaimDecision = (typeof CLAIM_DECISIONS)[number];
export const NOTICE_WAYS = ['letter', 'receipt', 'cabinet', 'other'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

export interface NewClaim {
  readonly accountId: AccountId;
  readonly serviceId: ServiceId;
  readonly origin: Period;
  readonly receivedAt: Date;
  readonly claim: string;
  readonly documentId: string | null;
}

/** What the organisation itself has found of the overcharge, and when. */
export interface Finding {
  /** By a recalculation, or by somebody who corrected it. */
  readonly by: 'replay' | 'manual';
  readonly foundAt: Date;
  readonly toldAt: Date | null;
  /** The month that gave it back was closed. */
  readonly postedAt: Date | null;
  readonly excess: Money;
}

export interface OverchargeClaim {
  readonly id: OverchargeClaimId;
  readonly accountId: AccountId;
  readonly account: string;
  readonly address: string;
  readonly serviceId: ServiceId;
  readonly service: string;
  readonly origin: string;
  readonly receivedAt: Date;
  readonly claim: string;
  /** The earliest; `null`: nothing was found yet. */
  readonly finding: Finding | null;
  /** Which came first decides whether a fine is due. */
  readonly first: 'claim' | 'finding';
  readonly checkBy: string;
  readonly payBy: string;
  /** Half of what was found, where the claim came first; once decided, half of what was decided on. */
  readonly fine: Money | null;
  readonly decision: ClaimDecision | null;
  readonly decisionReason: string | null;
  readonly decidedAt: Date | null;
  readonly fineId: CorrectionId | null;
}

/** A mistake of the organisation's own that was corrected: kept as evidence against a fine. */
export interface OwnError extends Finding {
  readonly correctionId: CorrectionId;
  readonly number: string;
  readonly accountId: AccountId;
  readonly account: string;
  readonly address: string;
  readonly service: string;
  readonly origin: string;
  /** The payer had claimed before it was found. */
  readonly claimed: boolean;
}

/**
 * Overcharges (ЖК РФ, ст. 157, ч. 6–7; ПП 354, п. 155(1)): half of the excess is owed on the payer's claim, unless it was
 * put right before the claim. So it is kept when a mistake was found, told and given back, and when a claim came.
 */
@Injectable()
export class Overcharges {
  constructor(
    private readonly audit: AuditLog,
    private readonly corrections: Corrections,
    private readonly clock: OrganizationClock,
  ) {}

  /** The latest found first. */
  async ownErrors(tx: Tx, limit: number): Promise<OwnError[]> {
    const rows = await tx.query<(Omit<OwnError, 'excess'> & { kopecks: string })[]>(
      `${OWN_ERRORS} order by c.id desc, i.id limit $1`,
      [limit],
    );
    return rows.map(({ kopecks, ...row }) => ({ ...row, excess: Money.ofKopecks(kopecks) }));
  }

  /** What one correction has put right of an account; nothing where it was no mistake of ours. */
  async ownErrorsOf(tx: Tx, correctionId: CorrectionId, accountId: AccountId): Promise<OwnError[]> {
    const rows = await tx.query<(Omit<OwnError, 'excess'> & { kopecks: string })[]>(
      `${OWN_ERRORS} and c.id = $1 and i.account_id = $2 order by i.origin, i.id`,
      [correctionId, accountId],
    );
    return rows.map(({ kopecks, ...row }) => ({ ...row, excess: Money.ofKopecks(kopecks) }));
  }

  /** What recalculations have found of it: proposed, for a person to tell whose mistake it was. */
  async found(tx: Tx, limit: number): Promise<FoundOvercharge[]> {
    return foundOvercharges(tx, { limit });
  }

  /** What the replays of one run give back to an account. */
  async foundOf(tx: Tx, runId: RunId, accountId: AccountId): Promise<FoundOvercharge[]> {
    return foundOvercharges(tx, { limit: ONE_ACCOUNT, runId, accountId });
  }

  /**
   * Says that a payer was told of what a recalculation found.
   *
   * @throws DomainError `overcharge.no-mistake`, `overcharge.told`
   */
  async tellOfFound(
    tx: Tx,
    { runId, accountId, how }: { runId: RunId; accountId: AccountId; how: NoticeWay },
    by: UserId,
  ): Promise<void> {
    if ((await this.foundOf(tx, runId, accountId)).length === 0) throw new DomainError('overcharge.no-mistake');
    const made = await tx.query<{ id: string }[]>(
      `insert into overcharge_notices (organization_id, house_id, account_id, run_id, told_by, how)
       select current_organization(), house_id, id, $2, $3, $4 from accounts where id = $1
           on conflict on constraint overcharge_notices_once_a_run do nothing returning id`,
      [accountId, runId, by, how],
    );
    if (made.length === 0) throw new DomainError('overcharge.told');
    await this.note(tx, 'overcharge.tell', { type: 'run', id: runId }, { account: accountId, how }, by);
  }

  /** Says that a payer was told of a mistake. @throws DomainError `correction.not-found`, `overcharge.told` */
  async tell(
    tx: Tx,
    { correctionId, accountId, how }: { correctionId: CorrectionId; accountId: AccountId; how: NoticeWay },
    by: UserId,
  ): Promise<void> {
    const rows = await tx.query<{ id: string | null }[]>(
      `with item as (select distinct house_id, account_id, correction_id from correction_items where correction_id = $1 and account_id = $2),
            made as (insert into overcharge_notices (organization_id, house_id, account_id, correction_id, told_by, how)
                     select current_organization(), house_id, account_id, correction_id, $3, $4 from item
                         on conflict on constraint overcharge_notices_once do nothing returning id)
       select made.id from item left join made on true`,
      [correctionId, accountId, by, how],
    );
    if (rows.length === 0) throw new DomainError('correction.not-found');
    if (rows[0]!.id === null) throw new DomainError('overcharge.told');
    await this.note(tx, 'overcharge.tell', { type: 'correction', id: correctionId }, { account: accountId, how }, by);
  }

  /** Those not decided first, then the latest. */
  async claims(tx: Tx, limit: number): Promise<OverchargeClaim[]> {
    const rows = await tx.query<ClaimRow[]>(
      `${CLAIMS} order by k.decided_at is not null, k.received_at desc, k.id desc limit $1`,
      [limit],
    );
    return rows.map(claimOf);
  }

  /** @throws DomainError `overcharge.claim-not-found` */
  async claim(tx: Tx, id: OverchargeClaimId): Promise<OverchargeClaim> {
    const [row] = await tx.query<ClaimRow[]>(`${CLAIMS} where k.id = $1`, [id]);
    if (!row) throw new DomainError('overcharge.claim-not-found');
    return claimOf(row);
  }

  /** @throws DomainError `account.not-found`, `service.not-found`, `overcharge.future` */
  async receive(tx: Tx, asked: NewClaim, by: UserId): Promise<OverchargeClaimId> {
    if (asked.receivedAt > (await this.clock.now(tx)))
      throw new DomainError('overcharge.future', { at: asked.receivedAt.toISOString() });
    const [account] = await tx.query<{ houseId: HouseId }[]>(
      'select house_id as "houseId" from accounts where id = $1',
      [asked.accountId],
    );
    if (!account) throw new DomainError('account.not-found', { id: asked.accountId });
    const [service] = await tx.query<unknown[]>('select 1 from services where id = $1', [asked.serviceId]);
    if (!service) throw new DomainError('service.not-found');
    const [made] = await tx.query<{ id: OverchargeClaimId }[]>(
      `insert into overcharge_claims (organization_id, house_id, account_id, service_id, origin, received_at, claim, document_id, recorded_by)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [
        account.houseId,
        asked.accountId,
        asked.serviceId,
        formatDate(firstDay(asked.origin)),
        asked.receivedAt,
        asked.claim.trim(),
        asked.documentId,
        by,
      ],
    );
    const object = { type: 'overcharge-claim', id: made!.id };
    await this.note(tx, 'overcharge.claim', object, { account: asked.accountId, claim: asked.claim }, by);
    return made!.id;
  }

  /**
   * A fine is entered as a document of its own, which the next run posts.
   *
   * @throws DomainError `overcharge.claim-not-found`, `overcharge.decided`, `overcharge.found-first`, `overcharge.excess`,
   * and those of `Corrections.enterFine`
   */
  async decide(
    tx: Tx,
    id: OverchargeClaimId,
    {
      decision,
      reason,
      excess,
      documentId,
    }: { decision: ClaimDecision; reason: string; excess: Money | null; documentId: string | null },
    by: UserId,
  ): Promise<void> {
    await tx.query('select 1 from overcharge_claims where id = $1 for update', [id]);
    const claim = await this.claim(tx, id);
    if (claim.decision) throw new DomainError('overcharge.decided');
    const fineId = decision === 'fine' ? await this.fine(tx, claim, { reason, excess, documentId }, by) : null;
    await tx.query(
      `update overcharge_claims set decided_at = organization_now(), decided_by = $2, decision = $3, decision_reason = $4,
              excess = $5, fine_id = $6 where id = $1`,
      [id, by, decision, reason, decision === 'fine' ? excess!.kopecks.toString() : null, fineId],
    );
    await this.note(tx, 'overcharge.decide', { type: 'overcharge-claim', id }, { decision, reason }, by);
  }

  private async fine(
    tx: Tx,
    { accountId, serviceId, origin, first }: OverchargeClaim,
    { reason, excess, documentId }: { reason: string; excess: Money | null; documentId: string | null },
    by: UserId,
  ): Promise<CorrectionId> {
    if (first === 'finding') throw new DomainError('overcharge.found-first');
    if (!excess || excess.compare(Money.zero) <= 0 || documentId === null) throw new DomainError('overcharge.excess');
    const amount = fineAmount({ excess: excess.toString(), percent: FINE_PERCENT });
    const [year, month] = origin.split('-').map(Number) as [number, number];
    const period = (year * 12 + month - 1) as Period;
    const item = { accountId, serviceId, supplierId: null, part: null, origin: period };
    return this.corrections.enterFine(tx, { ...item, excess, amount, reason, documentId }, by);
  }

  private async note(
    tx: Tx,
    action: string,
    object: { readonly type: string; readonly id: string },
    details: Readonly<Record<string, string>>,
    by: UserId,
  ): Promise<void> {
    await this.audit.record(tx, { userId: by, action, object, details });
  }
}

interface ClaimRow extends Omit<OverchargeClaim, 'finding' | 'first' | 'fine'> {
  readonly by: Finding['by'] | null;
  readonly foundAt: Date | null;
  readonly toldAt: Date | null;
  readonly postedAt: Date | null;
  readonly kopecks: string | null;
  readonly decidedOn: string | null;
}

function claimOf({ by, foundAt, toldAt, postedAt, kopecks, decidedOn, ...row }: ClaimRow): OverchargeClaim {
  const finding = by && foundAt ? { by, foundAt, toldAt, postedAt, excess: Money.ofKopecks(kopecks!) } : null;
  const first = finding && finding.foundAt < row.receivedAt ? 'finding' : 'claim';
  const awaited = first === 'claim' && finding ? finding.excess : null;
  const excess = row.decision === null ? awaited : decidedOn && Money.ofKopecks(decidedOn);
  const fine = excess ? fineAmount({ excess: excess.toString(), percent: FINE_PERCENT }).negated() : null;
  return { ...row, finding, first, fine };
}

/** More months of one account than a run ever replays. */
const ONE_ACCOUNT = 1_000;

const POSTED = `least((select e.recorded_at from ledger_entries e where e.key = ${DIRECT_KEY}),
                      (select min(r.closed_at) from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
                  where l.account_id = i.account_id and l.period > i.origin and l.part = 'manual' and l.working ->> 'item' = i.id::text))`;

const OWN_ERRORS = `
  select 'manual' as by, c.id as "correctionId", c.number::text as number, i.account_id as "accountId", a.number as account,
         concat_ws(', ', h.street, h.building, p.number) as address, s.name as service, to_char(i.origin, 'YYYY-MM') as origin,
         c.created_at as "foundAt", n.told_at as "toldAt", ${POSTED} as "postedAt", (-i.amount)::text as kopecks,
         ${claimedBefore('c.created_at')} as claimed
    from corrections c
    join correction_items i on i.correction_id = c.id and i.amount < 0
    join accounts a on a.id = i.account_id join premises p on p.id = a.premises_id join houses h on h.id = i.house_id
    join services s on s.id = i.service_id
    left join overcharge_notices n on n.correction_id = c.id and n.account_id = i.account_id
   where c.own_error and c.kind = 'correction' and c.withdrawn_at is null`;

/** A month to check, two to pay, from the day the claim came (ПП 354, п. 155(1)). */
const CLAIMS = `
  select k.id, k.account_id as "accountId", a.number as account, concat_ws(', ', h.street, h.building, p.number) as address,
         k.service_id as "serviceId", s.name as service, to_char(k.origin, 'YYYY-MM') as origin, k.received_at as "receivedAt", k.claim,
         ((k.received_at at time zone o.time_zone)::date + interval '1 month')::date::text as "checkBy",
         ((k.received_at at time zone o.time_zone)::date + interval '2 months')::date::text as "payBy",
         k.decision, k.decision_reason as "decisionReason", k.decided_at as "decidedAt", k.fine_id as "fineId",
         k.excess::text as "decidedOn", f.by, f.found_at as "foundAt", f.told_at as "toldAt", f.posted_at as "postedAt", f.kopecks::text as kopecks
    from overcharge_claims k
    join organizations o on o.id = k.organization_id
    join accounts a on a.id = k.account_id join premises p on p.id = a.premises_id join houses h on h.id = k.house_id
    join services s on s.id = k.service_id
    left join lateral (
      select * from (
        select 'manual' as by, c.created_at as found_at, n.told_at, ${POSTED} as posted_at, -i.amount as kopecks
          from correction_items i join corrections c on c.id = i.correction_id and c.kind = 'correction' and c.withdrawn_at is null
          left join overcharge_notices n on n.correction_id = c.id and n.account_id = i.account_id
         where i.account_id = k.account_id and i.service_id = k.service_id and i.origin = k.origin and i.amount < 0 and c.own_error
        union all
        select 'replay', coalesce(r.reviewed_at, r.requested_at), min(n.told_at), r.closed_at, -sum(l.amount)
          from charge_lines l join billing_runs r on r.id = l.run_id and r.state <> 'cancelled'
          left join overcharge_notices n on n.run_id = r.id and n.account_id = l.account_id
         where l.account_id = k.account_id and l.service_id = k.service_id and l.origin = k.origin and l.part = 'true-up'
         group by r.id having sum(l.amount) < 0) found
       order by found_at limit 1) f on true`;
