import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  addMonths,
  firstDay,
  formatDate,
  Money,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

/** A fee beside that of the same month a year ago. */
export interface RisenFee {
  readonly accountId: AccountId;
  readonly recipientId: SupplierId;
  readonly serviceId: ServiceId;
  /** Of this recipient. */
  readonly amount: Money;
  /** Of the service, whoever it was owed to. */
  readonly before: Money;
}

/** Fees for communal services that have risen on the year: from the lines of closed months. */
@Injectable()
export class FeeRises {
  /**
   * Of a closed month, by account and service: what the month was charged, its common property, the yearly settlements that
   * stand in it and its benefits with it. Months that were run again, corrections by hand and fines are no fee of the
   * month. A fee that was nothing a year ago has no such month to rise on.
   */
  async ofMonth(tx: Tx, period: Period, risePercent: number): Promise<RisenFee[]> {
    const rows = await tx.query<(Omit<RisenFee, 'amount' | 'before'> & { amount: string; before: string })[]>(RISES, [
      formatDate(firstDay(period)),
      formatDate(firstDay(addMonths(period, -12))),
      risePercent,
    ]);
    return rows.map(({ amount, before, ...row }) => ({
      ...row,
      amount: Money.ofKopecks(amount),
      before: Money.ofKopecks(before),
    }));
  }
}

/** Both months are read at once and compared by windows: the planner, who knows nothing of fresh lines, has no join to get wrong. */
const RISES = `
  with fee as (
    select account_id, service_id, supplier_id,
           coalesce(sum(amount) filter (where period = $1::date), 0) as amount,
           coalesce(sum(amount) filter (where period = $2::date), 0) as before
      from charge_lines
     where period in ($1::date, $2::date)
       and run_id = any (array(select id from billing_runs where state = 'closed' and period in ($1::date, $2::date)))
       and service_id = any (array(select id from services where section in ('communal', 'common-property')))
       and part not in ('fine', 'manual') and not (part = 'true-up' and working -> 'why' is not null)
     group by 1, 2, 3),
       compared as (
    select *, sum(amount) over service as whole, sum(before) over service as whole_before
      from fee window service as (partition by account_id, service_id))
  select account_id::text as "accountId", supplier_id::text as "recipientId", service_id::text as "serviceId",
         amount::text as amount, whole_before::text as before
    from compared
   where amount > 0 and whole_before > 0 and whole * 100 > whole_before * (100 + $3::int)
   order by account_id, service_id, supplier_id`;
