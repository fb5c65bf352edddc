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

/** What the lines of a month come to, by account, service and supplier. */
const FEES = (month: string) => `
  select l.account_id, l.service_id, l.supplier_id, sum(l.amount) as amount
    from charge_lines l
    join billing_runs r on r.id = l.run_id and r.state = 'closed'
    join services s on s.id = l.service_id and s.section in ('communal', 'common-property')
   where l.period = ${month}::date and l.part not in ('fine', 'manual')
     and not (l.part = 'true-up' and l.working -> 'why' is not null)
   group by 1, 2, 3`;

const RISES = `
  with fee as (${FEES('$1')}), before as (select account_id, service_id, sum(amount) as amount from (${FEES('$2')}) fees group by 1, 2),
       whole as (select account_id, service_id, sum(amount) as amount from fee group by 1, 2)
  select fee.account_id::text as "accountId", fee.supplier_id::text as "recipientId", fee.service_id::text as "serviceId",
         fee.amount::text as amount, before.amount::text as before
    from fee join whole using (account_id, service_id) join before using (account_id, service_id)
   where fee.amount > 0 and before.amount > 0 and whole.amount * 100 > before.amount * (100 + $3::int)
   order by fee.account_id, fee.service_id, fee.supplier_id`;
