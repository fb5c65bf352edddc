import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  firstDay,
  formatDate,
  type LocalDate,
  Money,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { queryPrepared, type Tx } from '@dvor/platform';
import type { Receivable } from './balances.js';
import { openPlacesUpTo, receivablesSince } from './open-places.js';

/** A part of what is owed at a place that is to be paid up to a later day than its bill said. */
export interface Deferral {
  readonly recipientId: SupplierId;
  readonly serviceId: ServiceId;
  readonly origin: Period;
  readonly kind: 'charge' | 'penalty';
  readonly dueOn: LocalDate;
  readonly amount: Money;
}

/** What is owed at a place, and what of it is not due yet. */
export interface PayableDue extends Receivable {
  /** Its parts have days of their own. */
  readonly planned: boolean;
  readonly deferred: Money;
}

/** Whoever agrees with a payer on later days tells it here; payments and receipts ask what is due. */
@Injectable()
export class Deferrals {
  async defer(
    tx: Tx,
    { key, accountId }: { readonly key: string; readonly accountId: AccountId },
    parts: readonly Deferral[],
  ): Promise<void> {
    await tx.query(
      `insert into deferrals (organization_id, key, account_id, recipient_id, service_id, origin, kind, due_on, amount)
       select current_organization(), $1, $2, recipient_id, service_id, origin, kind, due_on, amount
         from jsonb_to_recordset($3) as part (recipient_id bigint, service_id bigint, origin date, kind text, due_on date, amount bigint)`,
      [
        key,
        accountId,
        JSON.stringify(
          parts.map(({ recipientId, serviceId, origin, kind, dueOn, amount }) => ({
            ...{ recipient_id: recipientId, service_id: serviceId, kind },
            ...{ origin: formatDate(firstDay(origin)), due_on: formatDate(dueOn), amount: amount.kopecks.toString() },
          })),
        ),
      ],
    );
  }

  /** All of it is due as its bills said. */
  async lift(tx: Tx, key: string): Promise<void> {
    await tx.query('delete from deferrals where key = $1', [key]);
  }

  /** What accounts owe in detail, oldest first, and what of it is due only after a day. */
  async payable(tx: Tx, accountIds: readonly AccountId[], until: LocalDate): Promise<Map<AccountId, PayableDue[]>> {
    const rows = await queryPrepared<PayableRow[]>(tx, PAYABLE, [
      accountIds,
      formatDate(until),
      await openPlacesUpTo(tx),
    ]);
    const found = new Map<AccountId, PayableDue[]>(accountIds.map((id) => [id, []]));
    for (const { account, amount, deferred, ...due } of rows)
      found.get(account)!.push({ ...due, amount: Money.ofKopecks(amount), deferred: Money.ofKopecks(deferred) });
    return found;
  }

  /** Of some accounts only what is owed by parts, whether any of it is due or not. */
  async planned(tx: Tx, accountIds: readonly AccountId[], until: LocalDate): Promise<Map<AccountId, PayableDue[]>> {
    const planned = await tx.query<{ id: AccountId }[]>(
      'select distinct account_id::text as id from deferrals where account_id = any ($1::bigint[])',
      [accountIds],
    );
    if (planned.length === 0) return new Map();
    const dues = await this.payable(
      tx,
      planned.map(({ id }) => id),
      until,
    );
    return new Map([...dues].map(([id, all]) => [id, all.filter((due) => due.planned)]));
  }
}

type PayableRow = Omit<PayableDue, 'amount' | 'deferred'> & {
  readonly account: AccountId;
  readonly amount: string;
  readonly deferred: string;
};

const PAYABLE = `
  with due as materialized (
    select account_id, recipient_id, service_id, origin, kind, sum(amount) as amount
      from (${receivablesSince({ month: '$3', accounts: '$1::bigint[]' })}) made
     group by 1, 2, 3, 4, 5 having sum(amount) <> 0),
       later as materialized (
    select account_id, recipient_id, service_id, origin, kind, coalesce(sum(amount) filter (where due_on > $2::date), 0) as amount
      from deferrals where account_id = any ($1::bigint[])
     group by 1, 2, 3, 4, 5)
  select due.account_id::text as account, due.recipient_id::text as "recipientId", due.service_id::text as "serviceId",
         (extract(year from due.origin) * 12 + extract(month from due.origin) - 1)::int as origin, due.kind, due.amount::text as amount,
         later.amount is not null as planned, greatest(0, least(due.amount, coalesce(later.amount, 0)))::text as deferred
    from due left join later using (account_id, recipient_id, service_id, origin, kind)
   order by due.account_id, due.origin, due.recipient_id, due.service_id, due.kind`;

/** What of an account's debt is due only after a day, for a query that asks other things too. */
export function deferredOf({ account, until }: { readonly account: string; readonly until: string }): string {
  return `select coalesce(sum(greatest(0, least(later.amount, (
                   select sum(p.amount) from ledger_postings p
                    where p.account_id = later.account_id and p.ledger_account = 'receivable' and p.recipient_id = later.recipient_id
                      and p.service_id = later.service_id and p.origin = later.origin and p.kind = later.kind)))), 0)
            from (select account_id, recipient_id, service_id, origin, kind, sum(amount) as amount
                    from deferrals where account_id = ${account} and due_on > ${until}
                   group by 1, 2, 3, 4, 5) later`;
}
