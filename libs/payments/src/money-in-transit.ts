import { Injectable } from '@nestjs/common';
import { type AccountId, formatDate, type LocalDate, Money } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

/**
 * Money that the organisation has, but an account has not yet: it came with the account's number, or with that of an
 * invoice made out for it, and waits for a person to be put there. Whoever sends letters leaves its payer alone.
 */
@Injectable()
export class MoneyInTransit {
  /**
   * By account; one that no money waits for is left out.
   *
   * @param accountIds `null`: of all
   * @param on as it stood at the end of a day; `null`: as it stands now
   */
  async of(
    tx: Tx,
    accountIds: readonly AccountId[] | null = null,
    on: LocalDate | null = null,
  ): Promise<Map<AccountId, Money>> {
    const rows = await tx.query<{ account: AccountId; amount: string }[]>(
      `with waiting as (
         select p.id, ${keyOf('p.account_given')} as given, p.account_given as typed,
                p.amount - case when $2::date is null then p.returned
                                else coalesce((select sum(o.amount) from payment_operations o
                                                where o.payment_id = p.id and o.kind in ('void', 'refund') and o.booked_on <= $2), 0) end as amount
           from payments p
          where case when $2::date is null then p.account_id is null
                     else p.booked_on <= $2
                          and (p.account_id is null or exists (select from payment_operations o
                                                                where o.payment_id = p.id and o.kind = 'match' and o.booked_on > $2)) end),
            named as (
         select distinct w.id, w.amount, coalesce(s.account_id, i.account_id) as account
           from waiting w
           left join account_search s on s.number_key = w.given and w.given <> ''
           left join payment_invoices i on i.number = trim(w.typed)
          where w.amount > 0)
       select account, sum(amount) as amount from named
        where account is not null and ($1::bigint[] is null or account = any ($1))
        group by account`,
      [accountIds, on === null ? null : formatDate(on)],
    );
    return new Map(rows.map(({ account, amount }) => [account, Money.ofKopecks(amount)]));
  }
}

/** As the search for accounts keeps numbers. */
function keyOf(number: string): string {
  return `regexp_replace(searchable_number(${number}), '[^[:alnum:]]+', '', 'g') collate "C"`;
}
