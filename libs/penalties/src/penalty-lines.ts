import { Injectable } from '@nestjs/common';
import { type AccountId, Money, type Period, type ServiceId, type SupplierId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { PenaltyWorking } from './core/index.js';

/** The last word on a place's penalty: all that was accrued on it, with its working. */
export interface PlacePenalty {
  /** The month it was accrued in. */
  readonly period: Period;
  readonly recipientId: SupplierId;
  readonly serviceId: ServiceId;
  readonly serviceName: string;
  /** The month of the debt. */
  readonly origin: Period;
  /** Accrued in all up to then. */
  readonly accrued: Money;
  /** By which it differs from what was accrued before. */
  readonly amount: Money;
  readonly working: PenaltyWorking;
}

/** Reads what penalties are made of. */
@Injectable()
export class PenaltyLines {
  /** Of an account, by the month of the debt; of each place its last line, or those of one month of accrual. */
  async ofAccount(tx: Tx, accountId: AccountId, period?: Period): Promise<PlacePenalty[]> {
    const rows = await tx.query<(Omit<PlacePenalty, 'accrued' | 'amount'> & { accrued: string; amount: string })[]>(
      `select distinct on (l.origin, l.recipient_id, l.service_id)
              ${PERIOD('l.period')} as period, l.recipient_id as "recipientId", l.service_id as "serviceId", s.name as "serviceName",
              ${PERIOD('l.origin')} as origin, l.due as accrued, l.amount, l.working
         from penalty_lines l join services s on s.id = l.service_id
        where l.account_id = $1 and ($2::int is null or ${PERIOD('l.period')} = $2)
        order by l.origin, l.recipient_id, l.service_id, l.id desc`,
      [accountId, period ?? null],
    );
    return rows.map((row) => ({
      ...row,
      accrued: Money.ofKopecks(row.accrued),
      amount: Money.ofKopecks(row.amount),
    }));
  }
}

const PERIOD = (column: string) => `(extract(year from ${column}) * 12 + extract(month from ${column}) - 1)::int`;
