import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  addDays,
  DomainError,
  formatDate,
  type HouseId,
  type Id,
  type LocalDate,
  Money,
  parseDecimal,
} from '@dvor/kernel';
import { AuditLog, constraintOf, recordChanges, type Recording, type Tx } from '@dvor/platform';
import { houseOf } from '../benefits/account-benefits.js';
import type { OneOffWorkId } from './one-off-works.js';

export type OneOffActId = Id<'OneOffAct'>;

export interface NewOneOffAct {
  readonly workId: OneOffWorkId;
  readonly number: string;
  readonly dated: LocalDate;
  /** Above zero, three decimals at most. */
  readonly quantity: string;
  /** For one; `null`: as the price list says on the act's day. */
  readonly price: Money | null;
  readonly prepaid: Money | null;
}

export interface OneOffAct {
  readonly id: OneOffActId;
  readonly workId: OneOffWorkId;
  readonly work: string;
  readonly unit: string;
  readonly number: string;
  readonly dated: string;
  readonly quantity: string;
  readonly price: Money;
  readonly prepaid: Money | null;
  readonly reason: string;
  readonly cancelled: {
    readonly reason: string;
    readonly at: Date;
    /** `null`: it was never billed */ readonly reversedOn: string | null;
  } | null;
}

/** Works that were done for one account by an act. */
@Injectable()
export class OneOffActs {
  constructor(private readonly audit: AuditLog = new AuditLog()) {}

  /** The latest first. */
  async ofAccount(tx: Tx, accountId: AccountId): Promise<OneOffAct[]> {
    await houseOf(tx, accountId);
    const rows = await tx.query<Row[]>(`${SELECT} where a.account_id = $1 order by a.dated desc, a.id desc`, [
      accountId,
    ]);
    return rows.map(actOf);
  }

  /**
   * Enters an act; it is charged in the month of its day.
   *
   * @throws DomainError `account.not-found`, `one-off.account-closed`, `one-off.work-not-found`, `one-off.work-archived`,
   * `one-off.no-price`, `one-off.quantity`, `one-off.month-closed`, `one-off.number-taken`
   */
  async enter(tx: Tx, accountId: AccountId, act: NewOneOffAct, recording: Recording): Promise<OneOffActId> {
    const houseId = await houseOf(tx, accountId);
    const amount = parseDecimal(act.quantity);
    if (!amount?.gt('0') || (act.quantity.split('.')[1]?.length ?? 0) > 3)
      throw new DomainError('one-off.quantity', { quantity: act.quantity });
    await checkOpen(tx, accountId, act.dated);
    const price = act.price ?? (await listPrice(tx, act.workId, act.dated));
    const id = await insertAct(tx, { ...act, price, accountId, houseId }, recording);
    await this.noteChange(tx, accountId, act.dated, recording);
    await this.note(
      tx,
      'one-off.enter',
      accountId,
      { act: id, number: act.number, dated: formatDate(act.dated) },
      recording,
    );
    return id;
  }

  /**
   * Takes an act back: what was not yet billed is gone, what was billed is reversed in the first open month.
   *
   * @throws DomainError `one-off.not-found`, `one-off.cancelled`
   */
  async cancel(
    tx: Tx,
    accountId: AccountId,
    id: OneOffActId,
    recording: Recording,
  ): Promise<{ reversedOn: string | null }> {
    const [row] = await tx.query<{ dated: LocalDate; cancelled: boolean; number: string }[]>(
      `select dated - date '1970-01-01' as dated, cancelled_at is not null as cancelled, number
         from one_off_acts where id = $1 and account_id = $2 for update`,
      [id, accountId],
    );
    if (!row) throw new DomainError('one-off.not-found');
    if (row.cancelled) throw new DomainError('one-off.cancelled', { number: row.number });
    const open = await openDayAfter(tx, row.dated);
    await tx.query(
      `update one_off_acts set cancelled_at = organization_now(), cancelled_by = $2, cancel_reason = $3, reversed_on = $4 where id = $1`,
      [id, recording.by, recording.reason, open === null ? null : formatDate(open)],
    );
    await this.noteChange(tx, accountId, open ?? row.dated, recording);
    const reversedOn = open === null ? null : formatDate(open);
    await this.note(
      tx,
      'one-off.cancel',
      accountId,
      { act: id, number: row.number, reversedOn: reversedOn ?? '' },
      recording,
    );
    return { reversedOn };
  }

  private async noteChange(tx: Tx, accountId: AccountId, day: LocalDate, recording: Recording): Promise<void> {
    const subject = { type: 'account', id: accountId } as const;
    await recordChanges(tx, [{ fact: 'one_off_acts', subject, from: day, to: addDays(day, 1) }], recording);
  }

  private async note(
    tx: Tx,
    action: string,
    id: AccountId,
    details: Record<string, string>,
    { by, reason }: Recording,
  ) {
    await this.audit.record(tx, {
      userId: by,
      action,
      object: { type: 'account', id },
      details: { ...details, reason },
    });
  }
}

/** An account that is not billed in the month would never be charged for it; a closed month never changes. */
async function checkOpen(tx: Tx, accountId: AccountId, dated: LocalDate): Promise<void> {
  if ((await openDayAfter(tx, dated)) !== null)
    throw new DomainError('one-off.month-closed', { date: formatDate(dated) });
  const [row] = await tx.query<{ open: boolean }[]>(
    `select exists (select from account_facts f
                     where f.account_id = $1 and f.superseded_at is null
                       and f.valid && daterange(date_trunc('month', $2::date)::date, (date_trunc('month', $2::date) + interval '1 month')::date)) as open`,
    [accountId, formatDate(dated)],
  );
  if (!row!.open) throw new DomainError('one-off.account-closed', { date: formatDate(dated) });
}

/** The first day of the first open month, where the month of `day` is closed or being closed; null: it is still open. */
async function openDayAfter(tx: Tx, day: LocalDate): Promise<LocalDate | null> {
  const [row] = await tx.query<{ open: LocalDate | null }[]>(
    `select case when bool_or(period = date_trunc('month', $1::date)::date)
                 then (max(period) + interval '1 month')::date - date '1970-01-01' end as open
       from billing_runs where state in ('closing', 'closed')`,
    [formatDate(day)],
  );
  return row!.open;
}

async function listPrice(tx: Tx, workId: OneOffWorkId, on: LocalDate): Promise<Money> {
  const [row] = await tx.query<{ price: string | null; name: string }[]>(
    `select w.name, (select p.price::text from one_off_prices p
                      where p.work_id = w.id and p.superseded_at is null and p.valid @> $2::date) as price
       from one_off_works w where w.id = $1`,
    [workId, formatDate(on)],
  );
  if (!row) throw new DomainError('one-off.work-not-found');
  if (row.price === null) throw new DomainError('one-off.no-price', { work: row.name, date: formatDate(on) });
  return Money.parse(row.price);
}

async function insertAct(
  tx: Tx,
  act: NewOneOffAct & { readonly price: Money; readonly accountId: AccountId; readonly houseId: HouseId },
  { by, reason, documentId }: Recording,
): Promise<OneOffActId> {
  const { workId, number, dated, quantity, price, prepaid, accountId, houseId } = act;
  const [work] = await tx.query<{ name: string; archived: boolean }[]>(
    'select name, archived_at is not null as archived from one_off_works where id = $1',
    [workId],
  );
  if (!work) throw new DomainError('one-off.work-not-found');
  if (work.archived) throw new DomainError('one-off.work-archived', { work: work.name });
  try {
    const [row] = await tx.query<{ id: OneOffActId }[]>(
      `insert into one_off_acts (organization_id, house_id, account_id, work_id, number, dated, quantity, price, prepaid, reason, document_id, recorded_by)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      [
        houseId,
        accountId,
        workId,
        number,
        formatDate(dated),
        quantity,
        price.toString(),
        prepaid?.toString() ?? null,
        reason,
        documentId ?? null,
        by,
      ],
    );
    return row!.id;
  } catch (error) {
    if (constraintOf(error) === 'one_off_acts_number') throw new DomainError('one-off.number-taken', { number });
    throw error;
  }
}

interface Row extends Omit<OneOffAct, 'price' | 'prepaid' | 'cancelled'> {
  readonly price: string;
  readonly prepaid: string | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
  readonly reversedOn: string | null;
}

function actOf({ price, prepaid, cancelledAt, cancelReason, reversedOn, ...row }: Row): OneOffAct {
  return {
    ...row,
    price: Money.parse(price),
    prepaid: prepaid === null ? null : Money.parse(prepaid),
    cancelled: cancelledAt === null ? null : { at: cancelledAt, reason: cancelReason!, reversedOn },
  };
}

const SELECT = `
  select a.id, a.work_id as "workId", w.name as work, w.unit, a.number, a.dated::text as dated, trim_scale(a.quantity)::text as quantity,
         a.price::text as price, a.prepaid::text as prepaid, a.reason, a.cancelled_at as "cancelledAt",
         a.cancel_reason as "cancelReason", a.reversed_on::text as "reversedOn"
    from one_off_acts a join one_off_works w on w.id = a.work_id`;
