import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  DomainError,
  formatDate,
  formatDateRange,
  type HouseId,
  type Interval,
  type LocalDate,
  type PartyId,
} from '@dvor/kernel';
import { addFact, AuditLog, type Recording, removeFacts, type Tx } from '@dvor/platform';
import { type BenefitCategoryId, lockCategory } from './benefit-categories.js';
import { ACCOUNT_BENEFITS } from './fact-tables.js';

/** A benefit as it stands on an account. */
export interface AccountBenefit {
  readonly accountId: AccountId;
  readonly account: string;
  readonly houseId: HouseId;
  readonly partyId: PartyId;
  readonly person: string;
  readonly categoryId: BenefitCategoryId;
  readonly category: string;
  readonly from: string;
  /** The first day on which it holds no longer. */
  readonly to: string | null;
  /** `null`: as the category says. */
  readonly covered: number | null;
  readonly reason: string;
}

export interface NewBenefit {
  readonly partyId: PartyId;
  readonly categoryId: BenefitCategoryId;
  readonly days: Interval;
  readonly covered: number | null;
}

/** Who is let off by what, account by account. */
@Injectable()
export class AccountBenefits {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  /** All that are in force now as facts, past and to come, the latest first. */
  async ofAccount(tx: Tx, accountId: AccountId): Promise<AccountBenefit[]> {
    await houseOf(tx, accountId);
    return tx.query<AccountBenefit[]>(`${SELECT} and b.account_id = $1 order by lower(b.valid) desc, p.name`, [
      accountId,
    ]);
  }

  /** Those whose last day comes within so many days: the soonest first. */
  async expiring(
    tx: Tx,
    { on, within }: { readonly on: LocalDate; readonly within: number },
  ): Promise<AccountBenefit[]> {
    return tx.query<AccountBenefit[]>(
      `${SELECT} and upper(b.valid) > $1::date and upper(b.valid) <= $1::date + $2::int
        order by upper(b.valid), a.number limit 1000`,
      [formatDate(on), within],
    );
  }

  /**
   * Somebody is let off from a day on.
   *
   * @throws DomainError `account.not-found`, `party.not-found`, `benefit.not-a-person`, `benefit.no-birth-date`,
   * `benefit.no-terms`, `benefit.category-not-found`, `benefit.category-archived`, `fact.overlap`
   */
  async grant(
    tx: Tx,
    accountId: AccountId,
    { partyId, categoryId, days, covered }: NewBenefit,
    recording: Recording,
  ): Promise<void> {
    const houseId = await houseOf(tx, accountId);
    const category = await lockCategory(tx, categoryId);
    await checkHolder(tx, partyId, { categoryId, category: category.name, days });
    const key = { house_id: houseId, account_id: accountId, party_id: partyId, category_id: categoryId };
    await addFact(tx, ACCOUNT_BENEFITS, { key, days, values: { covered } }, recording);
    await this.note(tx, 'benefit.grant', accountId, { partyId, category: category.code, days }, recording);
  }

  /** Over these days it does not hold. @throws DomainError `account.not-found`, `benefit.none` */
  async end(
    tx: Tx,
    accountId: AccountId,
    { partyId, categoryId, days }: Omit<NewBenefit, 'covered'>,
    recording: Recording,
  ): Promise<void> {
    const houseId = await houseOf(tx, accountId);
    const key = { house_id: houseId, account_id: accountId, party_id: partyId, category_id: categoryId };
    const { removed } = await removeFacts(tx, ACCOUNT_BENEFITS, { key, days }, recording);
    if (removed === 0) throw new DomainError('benefit.none', { date: formatDate(days.from) });
    await this.note(tx, 'benefit.end', accountId, { partyId, category: categoryId, days }, recording);
  }

  private async note(
    tx: Tx,
    action: string,
    accountId: AccountId,
    { partyId, category, days }: { partyId: PartyId; category: string; days: Interval },
    { by, reason }: Recording,
  ): Promise<void> {
    const details = { partyId, category, days: formatDateRange(days), reason };
    await this.audit.record(tx, { userId: by, action, object: { type: 'account', id: accountId }, details });
  }
}

/** @throws DomainError `account.not-found` */
export async function houseOf(tx: Tx, id: AccountId): Promise<HouseId> {
  const [row] = await tx.query<{ houseId: HouseId }[]>('select house_id as "houseId" from accounts where id = $1', [
    id,
  ]);
  if (!row) throw new DomainError('account.not-found', { id });
  return row.houseId;
}

async function checkHolder(
  tx: Tx,
  partyId: PartyId,
  { categoryId, category, days }: { categoryId: BenefitCategoryId; category: string; days: Interval },
): Promise<void> {
  const [party] = await tx.query<{ name: string; kind: string; born: boolean }[]>(
    'select name, kind, birth_date is not null as born from parties where id = $1',
    [partyId],
  );
  if (!party) throw new DomainError('party.not-found', { id: partyId });
  if (party.kind !== 'person') throw new DomainError('benefit.not-a-person', { name: party.name });
  const [terms] = await tx.query<{ known: boolean; byAge: boolean }[]>(
    `select count(*) > 0 as known, coalesce(bool_or(percents @? '$[*] ? (@.fromAge > 0)'), false) as "byAge"
       from benefit_terms where category_id = $1 and superseded_at is null and valid && $2::daterange`,
    [categoryId, formatDateRange(days)],
  );
  if (!terms!.known) throw new DomainError('benefit.no-terms', { category });
  if (terms!.byAge && !party.born) throw new DomainError('benefit.no-birth-date', { name: party.name });
}

const SELECT = `
  select b.account_id as "accountId", a.number as account, b.house_id as "houseId", b.party_id as "partyId", p.name as person,
         b.category_id as "categoryId", c.name as category, lower(b.valid)::text as "from", upper(b.valid)::text as "to",
         b.covered, b.reason
    from account_benefits b
    join accounts a on a.id = b.account_id
    join parties p on p.id = b.party_id
    join benefit_categories c on c.id = b.category_id
   where b.superseded_at is null`;
