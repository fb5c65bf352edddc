import { Injectable } from '@nestjs/common';
import type { Working } from '@dvor/billing';
import { LawParameters, type Resource } from '@dvor/catalogue';
import { type AccountId, DomainError, type HouseId, type LocalDate, Money, type ServiceId } from '@dvor/kernel';
import { decodeCursor, KEY, OrganizationClock, type Page, pageOf, type PageRequest, type Tx } from '@dvor/platform';
import {
  type EndOfRestriction,
  nextRestrictionAct,
  type RestrictionAct,
  type RestrictionRight,
  rightToRestrict,
} from '../core/index.js';
import { type DebtStep, DebtSteps } from '../steps/debt-steps.js';
import { loadRestrictionTerms, type TermsOfRestriction } from './restriction-terms.js';
import type { RestrictionId } from './restriction-warnings.js';

/**
 * How far a restriction has come: its warning is on the way, has come, was repeated; the service is given less of, is cut
 * off; it is over. `to-restore`: limited or cut off, and the reason has fallen away.
 */
export const RESTRICTION_STAGES = ['written', 'warned', 'limited', 'suspended', 'to-restore', 'ended'] as const;
export type RestrictionStage = (typeof RESTRICTION_STAGES)[number];

export const RESTRICTION_ENDS = ['restored', 'paid', 'plan', 'dispute', 'given-up'] as const;
export type RestrictionEnd = (typeof RESTRICTION_ENDS)[number];

export interface Restriction {
  readonly id: RestrictionId;
  readonly accountId: AccountId;
  readonly account: string;
  readonly houseId: HouseId;
  readonly debtor: string;
  readonly address: string;
  readonly serviceId: ServiceId;
  readonly service: string;
  readonly resource: Resource;
  readonly canLimit: boolean;
  readonly right: RestrictionRight;
  /** A month's fee by the norm, and what was owed for the service, when it began. */
  readonly normFee: Money;
  readonly debt: Money;
  readonly workings: readonly Working[];
  readonly beganOn: LocalDate;
  readonly stage: RestrictionStage;
  readonly warnedOn: LocalDate | null;
  readonly reminderWritten: boolean;
  readonly remindedOn: LocalDate | null;
  readonly limitedOn: LocalDate | null;
  readonly suspendedOn: LocalDate | null;
  readonly clearedOn: LocalDate | null;
  readonly clearedWhy: EndOfRestriction | null;
  readonly endedOn: LocalDate | null;
  readonly endedWhy: RestrictionEnd | null;
  /** The warning, by its letter. */
  readonly warning: { readonly letterId: string; readonly batchId: string; readonly number: string } | null;
  /** What is to be done next; `null`: it is over. */
  readonly next: RestrictionAct | null;
}

export interface RestrictionFilter {
  readonly stage?: RestrictionStage | undefined;
  readonly houseId?: HouseId | undefined;
  readonly accountId?: AccountId | undefined;
  readonly serviceId?: ServiceId | undefined;
  /** Only those that are not over, or that are. */
  readonly open?: boolean | undefined;
}

/** Restrictions of services and where each stands by the law's terms. */
@Injectable()
export class Restrictions {
  constructor(
    private readonly steps: DebtSteps,
    private readonly law: LawParameters,
    private readonly clock: OrganizationClock,
  ) {}

  /** The latest first. */
  async list(tx: Tx, filter: RestrictionFilter, page: PageRequest): Promise<Page<Restriction>> {
    const [before] = page.cursor === undefined ? [null] : decodeCursor(page.cursor, [KEY.id]);
    const rows = await this.load(
      tx,
      `($1::bigint is null or c.id < $1) and ($2::text is null or c.stage = $2) and ($3::bigint is null or c."houseId" = $3)
       and ($4::bigint is null or c."accountId" = $4) and ($5::bigint is null or c."serviceId" = $5)
       and ($6::boolean is null or (c."endedOn" is null) = $6)`,
      [
        ...[before, filter.stage ?? null, filter.houseId ?? null, filter.accountId ?? null],
        ...[filter.serviceId ?? null, filter.open ?? null],
      ],
      page.limit + 1,
    );
    return pageOf(rows, page.limit, ({ id }) => [id]);
  }

  /** How many there are of each stage that is not over. */
  async counts(tx: Tx): Promise<ReadonlyMap<RestrictionStage, number>> {
    const rows = await tx.query<{ stage: RestrictionStage; count: number }[]>(
      `select stage, count(*)::int as count from (${CASES}) c where "endedOn" is null group by stage`,
    );
    return new Map(rows.map(({ stage, count }) => [stage, count]));
  }

  /** All that are not over, for whoever looks at them in turn. */
  async open(tx: Tx): Promise<Restriction[]> {
    return this.load(tx, `c."endedOn" is null`, [], null);
  }

  /** @throws DomainError `restriction.not-found` */
  async read(tx: Tx, id: RestrictionId): Promise<Restriction> {
    const [one] = await this.load(tx, 'c.id = $1', [id], 1);
    if (!one) throw new DomainError('restriction.not-found');
    return one;
  }

  /** What was done, the oldest first. */
  async stepsOf(tx: Tx, id: RestrictionId): Promise<DebtStep[]> {
    return this.steps.of(tx, { restrictionId: id });
  }

  /** The same as `read`, of which nobody else writes a step meanwhile. @throws DomainError `restriction.not-found` */
  async lock(tx: Tx, id: RestrictionId): Promise<Restriction> {
    await tx.query('select from restrictions where id = $1 for update', [id]);
    return this.read(tx, id);
  }

  private async load(
    tx: Tx,
    where: string,
    parameters: readonly unknown[],
    limit: number | null,
  ): Promise<Restriction[]> {
    const terms = await loadRestrictionTerms(tx, this.law, await this.clock.today(tx));
    const rows = await tx.query<Row[]>(
      `select * from (${CASES}) c where ${where} order by c.id desc limit $${parameters.length + 1}`,
      [...parameters, limit],
    );
    return rows.map((row) => restrictionOf(row, terms));
  }
}

type Row = Omit<Restriction, 'normFee' | 'debt' | 'right' | 'next'> & {
  readonly normFee: string;
  readonly debt: string;
};

function restrictionOf(row: Row, terms: TermsOfRestriction): Restriction {
  const right = rightToRestrict(row.resource);
  return {
    ...{ ...row, right },
    ...{ normFee: Money.ofKopecks(row.normFee), debt: Money.ofKopecks(row.debt) },
    next: row.endedOn === null ? nextRestrictionAct({ ...row, right }, terms) : null,
  };
}

const day = (column: string) => `${column} - date '1970-01-01'`;

/** Steps that stand, with the first day on which each one's letter came. */
const DONE = `
  select ${day("min(came.on) filter (where s.kind = 'restriction-warning')")} as "warnedOn",
         ${day("min(came.on) filter (where s.kind = 'restriction-reminder')")} as "remindedOn",
         ${day("min(s.on_date) filter (where s.kind = 'restriction')")} as "limitedOn",
         ${day("min(s.on_date) filter (where s.kind = 'suspension')")} as "suspendedOn",
         coalesce(bool_or(s.kind = 'restriction-reminder'), false) as "reminderWritten",
         min(s.letter_id) filter (where s.kind = 'restriction-warning') as letter
    from debt_steps s
    left join lateral (select min(d.delivered_on) as "on" from letter_deliveries d where d.letter_id = s.letter_id) came on true
   where s.restriction_id = r.id and s.voids is null and not exists (select from debt_steps mirror where mirror.voids = s.id)`;

const CASES = `
  select r.id, r.account_id as "accountId", a.number as account, r.house_id as "houseId", r.service_id as "serviceId",
         sv.name as service, sv.resource, r.can_limit as "canLimit", r.norm_fee as "normFee", r.debt, r.working as workings,
         coalesce(l.content ->> 'debtor', '') as debtor, coalesce(l.content #>> '{account,address}', '') as address,
         ${day('r.began_on')} as "beganOn", ${day('r.cleared_on')} as "clearedOn", r.cleared_why as "clearedWhy",
         ${day('r.ended_on')} as "endedOn", r.ended_why as "endedWhy",
         done."warnedOn", done."reminderWritten", done."remindedOn", done."limitedOn", done."suspendedOn",
         case when l.id is null then null
              else json_build_object('letterId', l.id::text, 'batchId', l.batch_id::text, 'number', l.number) end as warning,
         case when r.ended_on is not null then 'ended'
              when r.cleared_on is not null then 'to-restore'
              when done."suspendedOn" is not null then 'suspended'
              when done."limitedOn" is not null then 'limited'
              when done."warnedOn" is not null then 'warned'
              else 'written' end as stage
    from restrictions r
    join accounts a on a.id = r.account_id
    join services sv on sv.id = r.service_id
    left join lateral (${DONE}) done on true
    left join debt_letters l on l.id = done.letter`;
