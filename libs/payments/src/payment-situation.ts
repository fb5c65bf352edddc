import { type AccountToPay, accountToPayBy, accountToPayOf, type AccountToPayRow } from '@dvor/housing';
import { type AccountId, type ChannelId, type LocalDate, Money, type PaymentId, type Period } from '@dvor/kernel';
import { balanceOf, deferredOf, LAST_CLOSED_MONTH, lockingMoneyOf } from '@dvor/ledger';
import { organizationDay, queryPrepared, type Tx } from '@dvor/platform';
import type { ChosenValues } from '@dvor/catalogue';
import { type AllocationRule, allocationRuleOn, ruleOf } from './allocations.js';

/** All that must be known before money is booked. */
export interface PaymentSituation {
  /** It is in the books already; then no account is looked for. */
  readonly known: KnownPayment | null;
  /** What its number will be if it is booked. */
  readonly nextId: PaymentId;
  /** The organisation's own clock. */
  readonly now: Date;
  readonly today: LocalDate;
  /** Of that very number. */
  readonly account: AccountToPay | null;
  readonly lastClosed: Period | null;
  readonly rule: AllocationRule;
}

/** What the books say of a payment. */
export interface KnownPayment {
  readonly id: PaymentId;
  readonly accountId: AccountId | null;
  readonly accountGiven: string;
  readonly amount: Money;
  readonly returned: Money;
  readonly receivedAt: Date;
}

/**
 * Asked all at once: terminals wait for it, hundreds a second. Money of the account is held from here on, if it is open:
 * what is read of its debts after this stays true.
 */
export async function situationOf(
  tx: Tx,
  { channelId, externalId, account: given }: { channelId: ChannelId; externalId: string; account: string },
  realNow: Date,
): Promise<PaymentSituation> {
  const asked = [realNow, channelId, externalId, given.trim()];
  const [row] = await queryPrepared<(SituationRow & FoundRow)[]>(tx, SITUATION, asked);
  const { known, nextId, now, today, lastClosed, chosen, ...account } = row!;
  return {
    known: known && knownOf(known),
    nextId,
    now,
    today,
    account: accountOf(account),
    lastClosed,
    rule: ruleOf(chosen),
  };
}

/** A channel's payment by its own number there. */
export async function findPayment(tx: Tx, channelId: ChannelId, externalId: string): Promise<KnownPayment | null> {
  const [row] = await queryPrepared<{ known: KnownRow }[]>(
    tx,
    `select to_json(known) as known from (${KNOWN('$1', '$2')}) known`,
    [channelId, externalId],
  );
  return row ? knownOf(row.known) : null;
}

/** What a payer is told before money is put in: the account of a number, and what it owes by the end of the month. */
export async function accountWithBalance(
  tx: Tx,
  number: string,
  realNow: Date,
): Promise<{ readonly today: LocalDate; readonly account: AccountToPay | null; readonly balance: Money }> {
  const [row] = await queryPrepared<(FoundRow & { readonly today: LocalDate; readonly balance: string })[]>(
    tx,
    WITH_BALANCE,
    [realNow, number.trim()],
  );
  const { today, balance, ...account } = row!;
  return { today, account: accountOf(account), balance: Money.ofKopecks(balance) };
}

interface SituationRow extends Pick<PaymentSituation, 'nextId' | 'now' | 'today' | 'lastClosed'> {
  readonly known: KnownRow | null;
  readonly chosen: ChosenValues;
}

/** Of an account that there is, or nothing in any column. */
type FoundRow = AccountToPayRow | Readonly<Record<keyof AccountToPayRow, null>>;

interface KnownRow {
  readonly id: PaymentId;
  readonly accountId: AccountId | null;
  readonly accountGiven: string;
  readonly amount: string;
  readonly returned: string;
  readonly receivedAt: string;
}

function accountOf(row: FoundRow): AccountToPay | null {
  return row.id === null ? null : accountToPayOf(row as AccountToPayRow);
}

function knownOf({ amount, returned, receivedAt, ...known }: KnownRow): KnownPayment {
  return {
    ...known,
    amount: Money.ofKopecks(amount),
    returned: Money.ofKopecks(returned),
    receivedAt: new Date(receivedAt),
  };
}

/** Numbers go into JSON as texts: they may be longer than JavaScript's. */
const KNOWN = (channel: string, externalId: string) => `
  select id::text, account_id::text as "accountId", account_given as "accountGiven", amount::text, returned::text,
         received_at as "receivedAt"
    from payments where channel_id = ${channel} and external_id = ${externalId}`;

const ACCOUNT = (number: string) => `(${accountToPayBy({ number, on: '(select today from clock)' })}) account`;

const DAY = `clock.today - date '1970-01-01' as today`;

const SITUATION = `
  with clock as materialized (${organizationDay('$1')}),
       known as materialized (${KNOWN('$2', '$3')})
  select clock.now, ${DAY}, to_json(known) as known, account.*, (${LAST_CLOSED_MONTH}) as "lastClosed",
         (${allocationRuleOn('clock.today')}) as chosen,
         case when known.id is null then nextval('payments_id_seq') end as "nextId",
         case when account.state = 'open' then ${lockingMoneyOf('account.id')}::text end as held
    from clock left join known on true left join ${ACCOUNT('$4')} on known.id is null`;

/** Parts of instalments are asked in the month of their day. */
const MONTHS_END = `(select (date_trunc('month', today) + interval '1 month - 1 day')::date from clock)`;

const WITH_BALANCE = `
  with clock as materialized (${organizationDay('$1')})
  select ${DAY}, account.*,
         (${balanceOf('account.id')}) - (${deferredOf({ account: 'account.id', until: MONTHS_END })}) as balance
    from clock left join ${ACCOUNT('$2')} on true`;
