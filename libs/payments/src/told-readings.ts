import type { ToldReadings } from '@dvor/formats';
import { type AccountId, DomainError, type LocalDate, type PaymentId } from '@dvor/kernel';
import { recordedBy, type Tx } from '@dvor/platform';

/** What a payer said of their meters beside the money, and whose they are. */
export interface PaymentWithReadings extends ToldReadings {
  readonly payment: { readonly id: PaymentId; readonly label: string };
  readonly account: { readonly id: AccountId; readonly number: string };
  readonly on: LocalDate;
}

/** With the payment or not at all: whoever takes readings is told of it after the money is in the books. */
export async function tellOfReadings(tx: Tx, id: PaymentId): Promise<void> {
  const payload = `jsonb_build_object('paymentId', id::text)`;
  await tx.query(
    `with payment as (select $1::bigint as id) ${recordedBy('payment', { type: `'payments.readings-told'`, payload })}`,
    [id],
  );
}

/** `null`: its money was taken off the account since, or waits for one. @throws DomainError `payment.not-found` */
export async function readingsOfPayment(tx: Tx, id: PaymentId): Promise<PaymentWithReadings | null> {
  const [row] = await tx.query<Row[]>(
    `select c.name || ', № ' || p.external_id as label, p.paid_on - date '1970-01-01' as "on", a.id as "accountId", a.number,
            p.words -> 'readings' as readings
       from payments p join payment_channels c on c.id = p.channel_id left join accounts a on a.id = p.account_id
      where p.id = $1`,
    [id],
  );
  if (!row) throw new DomainError('payment.not-found');
  const { label, on, accountId, number, readings } = row;
  if (accountId === null || number === null || readings === null) return null;
  return { ...readings, on, payment: { id, label }, account: { id: accountId, number } };
}

interface Row {
  readonly label: string;
  readonly on: LocalDate;
  readonly accountId: AccountId | null;
  readonly number: string | null;
  readonly readings: ToldReadings | null;
}
