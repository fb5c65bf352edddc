import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  DomainError,
  formatDate,
  formatDateRange,
  type HouseId,
  type Interval,
  Money,
  monthInterval,
  type PartyId,
  type Period,
} from '@dvor/kernel';
import { addFact, AuditLog, type Recording, removeFacts, type Tx } from '@dvor/platform';
import { houseOf } from './account-benefits.js';
import { ACCOUNT_SUBSIDIES } from './fact-tables.js';

export const SUBSIDY_PAID_TO = ['executor', 'citizen'] as const;
export type SubsidyPaidTo = (typeof SUBSIDY_PAID_TO)[number];

export interface Subsidy {
  readonly partyId: PartyId;
  readonly person: string;
  readonly from: string;
  readonly to: string | null;
  /** Roubles a month. */
  readonly amount: Money;
  /** Only what is paid to the executor stands on the receipt. */
  readonly paidTo: SubsidyPaidTo;
  readonly reason: string;
}

/** Subsidies as social protection has told of them (ЖК РФ, ст. 159): kept and shown, no sum of ours is made of them. */
@Injectable()
export class Subsidies {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  async ofAccount(tx: Tx, accountId: AccountId): Promise<Subsidy[]> {
    await houseOf(tx, accountId);
    const rows = await tx.query<(Omit<Subsidy, 'amount'> & { amount: string })[]>(
      `select s.party_id as "partyId", p.name as person, lower(s.valid)::text as "from", upper(s.valid)::text as "to",
              s.amount::text as amount, s.paid_to as "paidTo", s.reason
         from account_subsidies s join parties p on p.id = s.party_id
        where s.account_id = $1 and s.superseded_at is null order by lower(s.valid) desc, p.name`,
      [accountId],
    );
    return rows.map((row) => ({ ...row, amount: Money.parse(row.amount) }));
  }

  /** What the executor is paid for a month in the payers' stead, by account; one that is changed counts as it was last. */
  async paidToExecutor(tx: Tx, houseId: HouseId, month: Period): Promise<Map<AccountId, Money>> {
    const rows = await tx.query<{ accountId: AccountId; amount: string }[]>(
      `select account_id as "accountId", sum(amount)::text as amount
         from (select distinct on (account_id, party_id) account_id, amount, paid_to from account_subsidies
                where house_id = $1 and superseded_at is null and valid && $2::daterange
                order by account_id, party_id, lower(valid) desc) last
        where paid_to = 'executor' group by account_id`,
      [houseId, formatDateRange(monthInterval(month))],
    );
    return new Map(rows.map(({ accountId, amount }) => [accountId, Money.parse(amount)]));
  }

  /** @throws DomainError `account.not-found`, `party.not-found`, `fact.overlap` */
  async add(
    tx: Tx,
    accountId: AccountId,
    { partyId, days, amount, paidTo }: { partyId: PartyId; days: Interval; amount: Money; paidTo: SubsidyPaidTo },
    recording: Recording,
  ): Promise<void> {
    const houseId = await houseOf(tx, accountId);
    const [party] = await tx.query<{ id: string }[]>('select id from parties where id = $1', [partyId]);
    if (!party) throw new DomainError('party.not-found', { id: partyId });
    if (amount.compare(Money.zero) <= 0) throw new DomainError('subsidy.amount', { amount: amount.toString() });
    const key = { house_id: houseId, account_id: accountId, party_id: partyId };
    const values = { amount: amount.toString(), paid_to: paidTo };
    await addFact(tx, ACCOUNT_SUBSIDIES, { key, days, values }, recording);
    await this.note(
      tx,
      'subsidy.add',
      accountId,
      { partyId, amount: amount.toString(), paidTo, days: formatDateRange(days) },
      recording,
    );
  }

  /** @throws DomainError `account.not-found`, `subsidy.none` */
  async end(
    tx: Tx,
    accountId: AccountId,
    { partyId, days }: { readonly partyId: PartyId; readonly days: Interval },
    recording: Recording,
  ): Promise<void> {
    const key = { house_id: await houseOf(tx, accountId), account_id: accountId, party_id: partyId };
    const { removed } = await removeFacts(tx, ACCOUNT_SUBSIDIES, { key, days }, recording);
    if (removed === 0) throw new DomainError('subsidy.none', { date: formatDate(days.from) });
    await this.note(tx, 'subsidy.end', accountId, { partyId, days: formatDateRange(days) }, recording);
  }

  private async note(
    tx: Tx,
    action: string,
    id: AccountId,
    details: Record<string, string>,
    { by, reason }: Recording,
  ) {
    await this.audit.record(tx, {
      userId: by,
      action,
      object: { type: 'account', id },
      details: { ...details, reason },
    });
  }
}
