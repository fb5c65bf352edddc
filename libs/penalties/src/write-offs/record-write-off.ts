import { type AccountId, type DocumentId, DomainError, firstDay, formatDate, Money, type UserId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { OwedPlace, WriteOffChoice, WriteOffPart } from '../core/index.js';
import type { WriteOffBasis, WriteOffId } from './write-off-register.js';

export interface NewWriteOff {
  readonly basis: WriteOffBasis;
  readonly reason: string;
  readonly documentId: DocumentId;
  readonly accountIds: readonly AccountId[];
  readonly choice: WriteOffChoice | { readonly parts: readonly OwedPlace[] };
  /** The filter by which the accounts were found, kept with the paper. */
  readonly found: Readonly<Record<string, string | boolean>> | null;
}

/** Numbers follow one another. */
export async function insertWriteOff(
  tx: Tx,
  { basis, reason, documentId, choice, found }: NewWriteOff,
  planned: readonly { readonly accountId: AccountId; readonly parts: readonly WriteOffPart[] }[],
  by: UserId,
): Promise<WriteOffId> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('write-offs', current_organization()))`);
  const [row] = await tx.query<{ id: WriteOffId }[]>(
    `insert into write_offs (organization_id, number, basis, reason, document_id, chosen, created_by)
     select current_organization(), coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5 from write_offs returning id`,
    [basis, reason.trim(), documentId, JSON.stringify({ found, ...chosenOf(choice) }), by],
  );
  const items = planned.flatMap(({ accountId, parts }) =>
    parts.map(({ recipientId, serviceId, origin, kind, was, amount }) => ({
      account_id: accountId,
      recipient_id: recipientId,
      service_id: serviceId,
      origin: formatDate(firstDay(origin)),
      kind,
      was: was.kopecks.toString(),
      amount: amount.kopecks.toString(),
    })),
  );
  await tx.query(
    `insert into write_off_items (organization_id, write_off_id, house_id, account_id, recipient_id, service_id, origin, kind, was, amount)
     select current_organization(), $1, a.house_id, a.id, recipient_id, service_id, origin, kind, was, amount
       from jsonb_to_recordset($2) as row (account_id bigint, recipient_id bigint, service_id bigint, origin date, kind text, was bigint, amount bigint)
       join accounts a on a.id = row.account_id`,
    [row!.id, JSON.stringify(items)],
  );
  return row!.id;
}

function chosenOf(choice: NewWriteOff['choice']): Readonly<Record<string, string | null>> {
  if ('parts' in choice) return { of: 'parts' };
  const { of, upTo, amount } = choice;
  return { of, upTo: upTo === null ? null : formatDate(firstDay(upTo)), amount: amount?.toString() ?? null };
}

/** @throws DomainError `document.not-found` */
export async function refuseNoPaper(tx: Tx, id: DocumentId): Promise<void> {
  const [paper] = await tx.query<{ id: DocumentId }[]>('select id from documents where id = $1', [id]);
  if (!paper) throw new DomainError('document.not-found');
}

/** Between the entering and the posting money may have come. @throws DomainError `write-off.balance-changed` */
export async function refuseChangedBalances(tx: Tx, id: WriteOffId): Promise<void> {
  const [less] = await tx.query<{ account: string; period: string; asked: string; owed: string }[]>(
    `select a.number as account, to_char(i.origin, 'YYYY-MM') as period, i.amount as asked, greatest(coalesce(owed.amount, 0), 0) as owed
       from write_off_items i join accounts a on a.id = i.account_id
       left join lateral (select sum(p.amount) as amount from ledger_postings p
                           where p.account_id = i.account_id and p.ledger_account = 'receivable' and p.origin = i.origin and p.kind = i.kind
                             and p.recipient_id is not distinct from i.recipient_id and p.service_id is not distinct from i.service_id) owed on true
      where i.write_off_id = $1 and coalesce(owed.amount, 0) < i.amount
      order by a.number, i.origin limit 1`,
    [id],
  );
  if (!less) return;
  const [asked, owed] = [Money.ofKopecks(less.asked).toString(), Money.ofKopecks(less.owed).toString()];
  throw new DomainError('write-off.balance-changed', { ...less, asked, owed });
}

/** One entry an account: the debt goes, and with it what is due to the recipient. `$1` is the write-off. */
export const WRITE_OFF_POSTINGS = `
  select 'write-off ' || $1 || ' ' || i.account_id as key, side.ledger_account,
         case when side.ledger_account = 'receivable' then i.account_id end as account_id, i.recipient_id, i.service_id, i.origin,
         i.kind, (side.sign * i.amount)::bigint as amount
    from write_off_items i cross join (values ('receivable', -1), ('accrued', 1)) as side (ledger_account, sign)
   where i.write_off_id = $1::bigint`;
