import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  type DocumentId,
  DomainError,
  type Id,
  type LocalDate,
  Money,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import type { PostingKind } from '@dvor/ledger';
import { decodeCursor, KEY, type Page, type PageRequest, pageOf, type Tx } from '@dvor/platform';

export type WriteOffId = Id<'write-off'>;

/** Why a debt may be forgiven (НК РФ, ст. 266; ГК РФ, ст. 196, 415, 418, 419; 229-ФЗ, ст. 46; 127-ФЗ, ст. 213.28). */
export const WRITE_OFF_BASES = [
  'limitation-expired',
  'death',
  'liquidation',
  'bankruptcy',
  'bailiff-impossible',
  'court-decision',
  'meeting-decision',
  'settlement',
  'mistake',
] as const;
export type WriteOffBasis = (typeof WRITE_OFF_BASES)[number];

export const WRITE_OFF_STATES = ['waiting', 'posted', 'reversed', 'withdrawn'] as const;
export type WriteOffState = (typeof WRITE_OFF_STATES)[number];

export interface WriteOff {
  readonly id: WriteOffId;
  readonly number: string;
  readonly basis: WriteOffBasis;
  readonly reason: string;
  readonly documentId: DocumentId;
  readonly state: WriteOffState;
  readonly accounts: number;
  readonly amount: Money;
  /** Of the amount. */
  readonly penalties: Money;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly postedOn: LocalDate | null;
  readonly postedBy: string | null;
  /** The month it is booked in. */
  readonly period: Period | null;
  readonly withdrawn: string | null;
  readonly reversed: string | null;
}

export interface WriteOffItem {
  readonly accountId: AccountId;
  readonly account: string;
  readonly recipientId: SupplierId | null;
  readonly recipient: string | null;
  readonly serviceId: ServiceId | null;
  readonly service: string | null;
  readonly origin: string;
  readonly kind: PostingKind;
  readonly was: Money;
  readonly amount: Money;
}

export interface WriteOffFilter {
  readonly state?: WriteOffState | undefined;
  readonly accountId?: AccountId | undefined;
  /** Part of a reason, or a number. */
  readonly text?: string | undefined;
}

/** What was forgiven, or is to be. */
@Injectable()
export class WriteOffRegister {
  /** The latest first. */
  async list(tx: Tx, { state, accountId, text }: WriteOffFilter, page: PageRequest): Promise<Page<WriteOff>> {
    const before = page.cursor === undefined ? null : decodeCursor(page.cursor, [KEY.id])[0]!;
    const rows = await tx.query<Row[]>(
      `select * from (${SELECT}) w
        where ($1::bigint is null or w.id < $1) and ($2::text is null or w.state = $2)
          and ($3::bigint is null or exists (select from write_off_items i where i.write_off_id = w.id and i.account_id = $3))
          and ($4::text is null or w.reason ilike '%' || $4 || '%' or w.number = $5)
        order by w.id desc limit $6`,
      [before, state ?? null, accountId ?? null, patternOf(text), text ?? null, page.limit + 1],
    );
    return pageOf(rows.map(writeOffOf), page.limit, ({ id }) => [id]);
  }

  /** @throws DomainError `write-off.not-found` */
  async read(tx: Tx, id: WriteOffId): Promise<WriteOff> {
    const [row] = await tx.query<Row[]>(`select * from (${SELECT}) w where w.id = $1`, [id]);
    if (!row) throw new DomainError('write-off.not-found');
    return writeOffOf(row);
  }

  /** By account, the oldest debts first. */
  async items(tx: Tx, id: WriteOffId, page: PageRequest): Promise<Page<WriteOffItem>> {
    const after = page.cursor === undefined ? '0' : decodeCursor(page.cursor, [KEY.id])[0]!;
    const rows = await tx.query<(Omit<WriteOffItem, 'was' | 'amount'> & { id: string; was: string; amount: string })[]>(
      `select i.id, i.account_id as "accountId", a.number as account, i.recipient_id as "recipientId", r.name as recipient,
              i.service_id as "serviceId", s.name as service, to_char(i.origin, 'YYYY-MM') as origin, i.kind, i.was, i.amount
         from write_off_items i join accounts a on a.id = i.account_id
         left join suppliers r on r.id = i.recipient_id left join services s on s.id = i.service_id
        where i.write_off_id = $1 and i.id > $2 order by i.id limit $3`,
      [id, after, page.limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, page.limit, ({ id: last }) => [last]);
    return {
      items: items.map(({ id: _, was, amount, ...item }) => ({
        ...item,
        was: Money.ofKopecks(was),
        amount: Money.ofKopecks(amount),
      })),
      nextCursor,
    };
  }

  async accountsOf(tx: Tx, id: WriteOffId): Promise<AccountId[]> {
    const rows = await tx.query<{ id: AccountId }[]>(
      'select distinct account_id as id from write_off_items where write_off_id = $1 order by 1',
      [id],
    );
    return rows.map((row) => row.id);
  }
}

function patternOf(text: string | undefined): string | null {
  return text ? text.replaceAll(/[\\%_]/g, '\\$&') : null;
}

type Row = Omit<WriteOff, 'amount' | 'penalties'> & { readonly amount: string; readonly penalties: string };

function writeOffOf({ amount, penalties, ...row }: Row): WriteOff {
  return { ...row, amount: Money.ofKopecks(amount), penalties: Money.ofKopecks(penalties) };
}

/** Whoever sees some houses sees what concerns them. */
const SELECT = `
  select w.id, w.number::text as number, w.basis, w.reason, w.document_id as "documentId",
         case when w.withdrawn_at is not null then 'withdrawn' when w.reversed_at is not null then 'reversed'
              when w.posted_at is not null then 'posted' else 'waiting' end as state,
         sums.accounts, sums.amount, sums.penalties, w.created_at as "createdAt", author.name as "createdBy",
         w.posted_on - date '1970-01-01' as "postedOn", poster.name as "postedBy",
         (extract(year from w.period) * 12 + extract(month from w.period) - 1)::int as period,
         w.withdrawn_reason as withdrawn, w.reversed_reason as reversed
    from write_offs w
   cross join lateral (
     select count(distinct i.account_id)::int as accounts, sum(i.amount) as amount,
            coalesce(sum(i.amount) filter (where i.kind <> 'charge'), 0) as penalties
       from write_off_items i where i.write_off_id = w.id having count(*) > 0) sums
    left join users author on author.id = w.created_by
    left join users poster on poster.id = w.posted_by`;
