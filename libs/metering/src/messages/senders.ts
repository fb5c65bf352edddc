import { readPhone } from '@dvor/formats';
import { type AccountId, DomainError, formatDate, type LocalDate } from '@dvor/kernel';
import type { Recording, Tx } from '@dvor/platform';

/** How a message was sent, and by whom: a phone, or an e-mail. */
export interface Sender {
  readonly channel: 'sms' | 'messenger' | 'email';
  readonly sender: string;
}

export interface SenderAccount {
  readonly id: AccountId;
  readonly number: string;
}

/**
 * Accounts that are open and whose payer or owner has the phone or the e-mail, or to which a person has linked it; more
 * than one is too many.
 */
export async function accountsOfSender(tx: Tx, from: Sender, today: LocalDate): Promise<SenderAccount[]> {
  const key = senderKey(from);
  if (key === null) return [];
  const known =
    from.channel === 'email'
      ? await tx.query<SenderAccount[]>(BY_EMAIL, [key, formatDate(today)])
      : await tx.query<SenderAccount[]>(BY_PHONE, [JSON.stringify([[`% ${key} %`]]), formatDate(today), `%${key}%`]);
  const linked = await tx.query<SenderAccount[]>(LINKED, [key, formatDate(today)]);
  return [...new Map([...known, ...linked].map((account) => [account.id, account])).values()];
}

/**
 * A person says that a phone or an address speaks for an account.
 * @throws DomainError `message.sender-unreadable`, `account.not-found`, `message.sender-linked`
 */
export async function linkSender(
  tx: Tx,
  from: Sender,
  accountId: AccountId,
  { by, reason }: Recording,
): Promise<SenderAccount> {
  const key = senderKey(from);
  if (key === null) throw new DomainError('message.sender-unreadable', { sender: from.sender });
  const [account] = await tx.query<SenderAccount[]>('select id, number from accounts where id = $1', [accountId]);
  if (!account) throw new DomainError('account.not-found');
  const [made] = await tx.query<unknown[]>(
    `insert into sender_links (organization_id, sender_key, account_id, reason, recorded_by)
     values (current_organization(), $1, $2, $3, $4) on conflict do nothing returning id`,
    [key, accountId, reason, by],
  );
  if (!made) throw new DomainError('message.sender-linked', { sender: from.sender, account: account.number });
  return account;
}

/** Ten figures of a phone, an e-mail in small letters; `null`: neither. */
function senderKey({ channel, sender }: Sender): string | null {
  if (channel === 'email') return sender.trim().toLowerCase();
  const phone = readPhone(sender);
  return phone.ok ? phone.value.slice(-10) : null;
}

/** Those who pay for the account or own its premises on the day. */
const PARTIES = `
  select party.phone, party.email
    from account_facts terms join parties party on party.id = terms.payer_id
   where terms.account_id = a.id and terms.superseded_at is null and terms.valid @> $2::date
   union all
  select party.phone, party.email
    from ownerships o join parties party on party.id = o.party_id
   where o.premises_id = a.premises_id and o.superseded_at is null and o.valid @> $2::date`;

const IS_OPEN = `exists (select from account_facts f where f.account_id = a.id and f.superseded_at is null and f.valid @> $2::date)`;

// The search knows those of old too, and finds them by an index.
const BY_PHONE = `
  select distinct a.id, a.number from search_accounts($1, null, 50) found join accounts a on a.id = found.account_id
   where ${IS_OPEN}
     and exists (select from (${PARTIES}) known where regexp_replace(known.phone, '\\D', '', 'g') like $3) limit 2`;

const BY_EMAIL = `
  select distinct a.id, a.number
    from parties sender
    join accounts a on a.id in (select account_id from account_facts where payer_id = sender.id
                                 union select own.id from ownerships o join accounts own on own.premises_id = o.premises_id
                                        where o.party_id = sender.id)
   where lower(sender.email) = $1 and ${IS_OPEN}
     and exists (select from (${PARTIES}) known where lower(known.email) = $1) limit 2`;

const LINKED = `
  select a.id, a.number from sender_links l join accounts a on a.id = l.account_id
   where l.sender_key = $1 and l.superseded_at is null and ${IS_OPEN} limit 2`;
