import {
  type AccountId,
  firstDay,
  formatDate,
  formatPeriod,
  type LocalDate,
  Money,
  type Period,
  type ServiceId,
  type SupplierId,
  type UserId,
} from '@dvor/kernel';
import type { Ledger } from '@dvor/ledger';
import type { Tx } from '@dvor/platform';
import { type CorrectionId, DIRECT_KEY, isClosedFrom } from './correction-rows.js';

/**
 * Posts at once what no run will: corrections of accounts that are closed before the working month. They go to the month
 * that they correct, and so to the account's last balance: what is left of a debt, or what is to be given back.
 *
 * @returns the accounts that were closed
 */
export async function postToClosed(
  tx: Tx,
  ledger: Ledger,
  { id, number, reason }: { readonly id: CorrectionId; readonly number: string; readonly reason: string },
  { working, today, by }: { readonly working: Period; readonly today: LocalDate; readonly by: UserId },
): Promise<AccountId[]> {
  const items = await tx.query<ClosedItem[]>(
    `select ${DIRECT_KEY} as key, i.account_id as "accountId", i.supplier_id as "recipientId", i.service_id as "serviceId",
            (extract(year from i.origin) * 12 + extract(month from i.origin) - 1)::int as origin, i.amount::text as kopecks
       from correction_items i where i.correction_id = $1 and ${isClosedFrom('$2')} order by i.id`,
    [id, formatDate(firstDay(working))],
  );
  for (const { key, accountId, kopecks, ...place } of items) {
    const amount = Money.ofKopecks(kopecks);
    const at = { ...place, kind: 'charge' } as const;
    await ledger.post(tx, {
      ...{ key, kind: 'accrual', period: working, bookedOn: today, by },
      reason: `Корректировка № ${number} за ${formatPeriod(place.origin)}: ${reason}`,
      postings: [
        { ...at, ledgerAccount: 'receivable', accountId, amount },
        { ...at, ledgerAccount: 'accrued', accountId: null, amount: amount.negated() },
      ],
    });
  }
  return [...new Set(items.map(({ accountId }) => accountId))];
}

interface ClosedItem {
  readonly key: string;
  readonly accountId: AccountId;
  readonly recipientId: SupplierId;
  readonly serviceId: ServiceId;
  readonly origin: Period;
  readonly kopecks: string;
}
