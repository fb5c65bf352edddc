import {
  type AccountId,
  formatDateRange,
  type LocalDate,
  monthInterval,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { OneOffFacts } from '../core/index.js';
import type { LineIds } from '../load/rule-book.js';

/** Acts of a month and reversals of earlier ones, and under which ids their lines are written. */
export interface OneOffsInMonth {
  readonly factsOf: ReadonlyMap<string, readonly OneOffFacts[]>;
  /** By the act's id. */
  readonly ids: ReadonlyMap<string, LineIds>;
}

export async function loadOneOffs(
  tx: Tx,
  accounts: readonly { readonly id: AccountId }[],
  month: Period,
): Promise<OneOffsInMonth> {
  const rows = await tx.query<Row[]>(ONE_OFFS, [accounts.map(({ id }) => id), formatDateRange(monthInterval(month))]);
  const factsOf = new Map<string, OneOffFacts[]>();
  const ids = new Map<string, LineIds>();
  for (const { account, serviceId, supplierId, position, charged, reversed, ...row } of rows) {
    ids.set(row.id, { serviceId, supplierId, position });
    const { dated, reversedOn, quantity, prepaid, vat, ...act } = row;
    const common = { ...act, ...(vat !== null && { vat }) };
    factsOf.set(account, [
      ...(factsOf.get(account) ?? []),
      ...(charged ? [{ ...common, date: dated, quantity, ...(prepaid !== null && { prepaid }) }] : []),
      ...(reversed ? [{ ...common, date: reversedOn!, quantity: `-${quantity}`, reverses: dated }] : []),
    ]);
  }
  return { factsOf, ids };
}

interface Row {
  readonly account: string;
  readonly id: string;
  readonly service: string;
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly dated: LocalDate;
  readonly reversedOn: LocalDate | null;
  readonly quantity: string;
  readonly price: string;
  readonly prepaid: string | null;
  readonly vat: string | null;
  readonly serviceId: ServiceId;
  readonly supplierId: SupplierId;
  readonly position: number;
  readonly charged: boolean;
  readonly reversed: boolean;
}

/** What was cancelled before it was billed is gone; what was billed stays, and has its reversal in another month. */
const ONE_OFFS = `
  select a.account_id::text as account, a.id::text as id, s.code as service, a.number, w.name, w.unit,
         a.dated - date '1970-01-01' as dated, a.reversed_on - date '1970-01-01' as "reversedOn",
         trim_scale(a.quantity)::text as quantity, a.price::text as price, a.prepaid::text as prepaid, trim_scale(w.vat_rate)::text as vat,
         w.service_id as "serviceId", w.supplier_id as "supplierId", s.position,
         a.dated <@ $2::daterange and (a.cancelled_at is null or a.reversed_on is not null) as charged,
         coalesce(a.reversed_on <@ $2::daterange, false) as reversed
    from one_off_acts a join one_off_works w on w.id = a.work_id join services s on s.id = w.service_id
   where a.account_id = any ($1::bigint[])
     and (a.dated <@ $2::daterange and (a.cancelled_at is null or a.reversed_on is not null) or a.reversed_on <@ $2::daterange)
   order by a.account_id, a.dated, a.id`;
