import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  DomainError,
  type FileId,
  formatDate,
  type HouseId,
  type Id,
  type LocalDate,
  Money,
  type UserId,
} from '@dvor/kernel';
import {
  AuditLog,
  decodeCursor,
  FileStore,
  KEY,
  OrganizationClock,
  type Page,
  pageOf,
  type PageRequest,
  type StoredFile,
  type Tx,
} from '@dvor/platform';
import { type DebtStage, kindsOfStage, type LetterContent, type LetterKind } from '../core/index.js';
import type { DebtLetterId, LetterBatchId } from './letter-batches.js';

export type LetterDeliveryId = Id<'LetterDelivery'>;

/** Under a signature, by registered post, in ГИС ЖКХ, by e-mail, in the receipt (ПП 354, п. 119 «а»). */
export const DELIVERY_WAYS = ['handed', 'post', 'gis', 'email', 'receipt'] as const;
export type DeliveryWay = (typeof DELIVERY_WAYS)[number];

export interface LetterBatch {
  readonly id: LetterBatchId;
  readonly number: number;
  readonly kind: LetterKind;
  readonly asOf: string;
  readonly payBy: string;
  readonly state: 'writing' | 'printing' | 'ready' | 'failed';
  readonly letters: number;
  readonly printed: number;
  readonly leftOut: number;
  readonly sum: Money;
  readonly fileReady: boolean;
  readonly createdAt: Date;
  readonly by: string | null;
}

export interface DebtLetter {
  readonly id: DebtLetterId;
  readonly batchId: LetterBatchId;
  readonly number: string;
  readonly kind: LetterKind;
  readonly accountId: AccountId;
  readonly account: string;
  readonly debtor: string;
  readonly address: string;
  readonly dated: string;
  readonly payBy: string;
  readonly principal: Money;
  readonly penalty: Money;
  readonly fileReady: boolean;
  /** The first day on which it was delivered. */
  readonly deliveredOn: string | null;
  /** The last try: how, and on which day it was sent. */
  readonly sent: { readonly way: DeliveryWay; readonly on: string } | null;
  /** Why it was taken back. */
  readonly voided: string | null;
}

export interface LetterDelivery {
  readonly id: LetterDeliveryId;
  readonly way: DeliveryWay;
  readonly sentOn: string;
  readonly deliveredOn: string | null;
  readonly returnedOn: string | null;
  readonly proof: string | null;
  readonly fileId: FileId | null;
  readonly by: string | null;
}

export interface NewDelivery {
  readonly way: DeliveryWay;
  readonly sentOn: LocalDate;
  readonly deliveredOn: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  /** The number of the registered letter, or who took it. */
  readonly proof: string | null;
  readonly fileId: FileId | null;
}

export interface LetterFilter {
  readonly batchId?: LetterBatchId | undefined;
  readonly accountId?: AccountId | undefined;
  readonly houseId?: HouseId | undefined;
  /** Of debtors who stand there now. */
  readonly stage?: DebtStage | undefined;
  readonly kind?: LetterKind | undefined;
  /** Only those that are known to have come, or not. */
  readonly delivered?: boolean | undefined;
}

/** Letters that were written, and how they came. */
@Injectable()
export class DebtLetters {
  constructor(
    private readonly files: FileStore,
    private readonly audit: AuditLog,
    private readonly clock: OrganizationClock,
  ) {}

  /** The latest first. */
  async batches(tx: Tx, page: PageRequest): Promise<Page<LetterBatch>> {
    const [before] = page.cursor === undefined ? [null] : decodeCursor(page.cursor, [KEY.id]);
    const rows = await tx.query<BatchRow[]>(
      `${BATCHES} where $1::bigint is null or b.id < $1 order by b.id desc limit $2`,
      [before, page.limit + 1],
    );
    return pageOf(rows.map(batchOf), page.limit, ({ id }) => [id]);
  }

  /** @throws DomainError `letter-batch.not-found` */
  async batch(tx: Tx, id: LetterBatchId): Promise<LetterBatch> {
    const [row] = await tx.query<BatchRow[]>(`${BATCHES} where b.id = $1`, [id]);
    if (!row) throw new DomainError('letter-batch.not-found');
    return batchOf(row);
  }

  /** Who was left out of a batch, and why. */
  async leftOut(tx: Tx, id: LetterBatchId): Promise<LeftOutOfBatch[]> {
    return tx.query<LeftOutOfBatch[]>(
      `select o.account_id as "accountId", a.number as account, o.reasons
         from letter_batch_left_out o join accounts a on a.id = o.account_id where o.batch_id = $1 order by a.number`,
      [id],
    );
  }

  /** The latest first; those of a batch in its order. */
  async list(tx: Tx, filter: LetterFilter, page: PageRequest): Promise<Page<DebtLetter>> {
    const [before] = page.cursor === undefined ? [null] : decodeCursor(page.cursor, [KEY.id]);
    const rows = await tx.query<LetterRow[]>(
      `${LETTERS} where ($1::bigint is null or l.id < $1) and ($2::bigint is null or l.batch_id = $2)
                    and ($3::bigint is null or l.account_id = $3)
                    and ($4::boolean is null or (came.on is not null) = $4) and ($5::bigint is null or l.house_id = $5)
                    and ($6::text is null or l.kind = $6)
                    and ($7::text[] is null or coalesce((${LATEST_STEP_OF_LETTER}), 'settled') = any ($7))
        order by l.id desc limit $8`,
      [
        ...[before, filter.batchId ?? null, filter.accountId ?? null, filter.delivered ?? null],
        ...[filter.houseId ?? null, filter.kind ?? null],
        filter.stage === undefined ? null : kindsOfStage(filter.stage),
        page.limit + 1,
      ],
    );
    return pageOf(rows.map(letterOf), page.limit, ({ id }) => [id]);
  }

  /** @throws DomainError `letter.not-found` */
  async read(
    tx: Tx,
    id: DebtLetterId,
  ): Promise<DebtLetter & { readonly content: LetterContent; readonly deliveries: readonly LetterDelivery[] }> {
    const [row] = await tx.query<LetterRow[]>(`${LETTERS} where l.id = $1`, [id]);
    if (!row) throw new DomainError('letter.not-found');
    const [{ content }] = await tx.query<[{ content: LetterContent }]>(
      'select content from debt_letters where id = $1',
      [id],
    );
    const deliveries = await tx.query<LetterDelivery[]>(
      `select d.id, d.way, d.sent_on::text as "sentOn", d.delivered_on::text as "deliveredOn", d.returned_on::text as "returnedOn",
              d.proof, d.file_id as "fileId", u.name as by
         from letter_deliveries d left join users u on u.id = d.recorded_by where d.letter_id = $1 order by d.id`,
      [id],
    );
    return { ...letterOf(row), content, deliveries };
  }

  /** @throws DomainError `letter.not-found`, `letter.not-printed` */
  async pdf(tx: Tx, id: DebtLetterId): Promise<StoredFile & { readonly content: Buffer }> {
    return this.file(tx, 'select file_id as "fileId" from debt_letters where id = $1', id, 'letter.not-found');
  }

  /** @throws DomainError `letter-batch.not-found`, `letter.not-printed` */
  async batchPdf(tx: Tx, id: LetterBatchId): Promise<StoredFile & { readonly content: Buffer }> {
    return this.file(tx, 'select file_id as "fileId" from letter_batches where id = $1', id, 'letter-batch.not-found');
  }

  /** The paper that proves a delivery. @throws DomainError `letter.no-proof` */
  async proof(tx: Tx, id: LetterDeliveryId): Promise<StoredFile & { readonly content: Buffer }> {
    const [row] = await tx.query<{ fileId: FileId | null }[]>(
      'select file_id as "fileId" from letter_deliveries where id = $1',
      [id],
    );
    if (!row?.fileId) throw new DomainError('letter.no-proof');
    return this.files.read(tx, row.fileId);
  }

  /**
   * Writes down how a letter went, or came, or came back.
   *
   * @throws DomainError `letter.not-found`, `letter.delivery-in-future`, `letter.delivery-before`
   */
  async deliver(tx: Tx, id: DebtLetterId, asked: NewDelivery, by: UserId): Promise<LetterDeliveryId> {
    const { dated } = await this.read(tx, id);
    const today = await this.clock.today(tx);
    for (const day of [asked.sentOn, asked.deliveredOn, asked.returnedOn])
      if (day !== null && day > today) throw new DomainError('letter.delivery-in-future', { day: formatDate(day) });
    const ends = asked.deliveredOn ?? asked.returnedOn ?? asked.sentOn;
    if (formatDate(asked.sentOn) < dated || ends < asked.sentOn)
      throw new DomainError('letter.delivery-before', { dated });
    return this.insert(tx, id, asked, by);
  }

  /**
   * All letters of a batch that were sent in no way yet were sent so, on a day; tells how many.
   *
   * @throws DomainError `letter-batch.not-found`, `letter.delivery-in-future`, `letter.delivery-before`
   */
  async sendBatch(
    tx: Tx,
    id: LetterBatchId,
    { way, sentOn }: { readonly way: DeliveryWay; readonly sentOn: LocalDate },
    by: UserId,
  ): Promise<number> {
    const { asOf } = await this.batch(tx, id);
    if (sentOn > (await this.clock.today(tx)))
      throw new DomainError('letter.delivery-in-future', { day: formatDate(sentOn) });
    if (formatDate(sentOn) < asOf) throw new DomainError('letter.delivery-before', { dated: asOf });
    const rows = await tx.query<{ id: string }[]>(
      `insert into letter_deliveries (organization_id, house_id, letter_id, way, sent_on, recorded_by)
       select organization_id, house_id, id, $2, $3, $4 from debt_letters l
        where l.batch_id = $1 and not exists (select from letter_deliveries d where d.letter_id = l.id)
       returning id`,
      [id, way, formatDate(sentOn), by],
    );
    await this.audit.record(tx, {
      userId: by,
      action: 'letters.send',
      object: { type: 'letter-batch', id },
      details: { way, sentOn: formatDate(sentOn), letters: rows.length },
    });
    return rows.length;
  }

  private async insert(tx: Tx, letterId: DebtLetterId, asked: NewDelivery, by: UserId): Promise<LetterDeliveryId> {
    const dayOf = (day: LocalDate | null) => day && formatDate(day);
    const [row] = await tx.query<{ id: LetterDeliveryId }[]>(
      `insert into letter_deliveries (organization_id, house_id, letter_id, way, sent_on, delivered_on, returned_on, proof, file_id, recorded_by)
       select organization_id, house_id, id, $2, $3, $4, $5, $6, $7, $8 from debt_letters where id = $1 returning id`,
      [
        ...[letterId, asked.way, dayOf(asked.sentOn), dayOf(asked.deliveredOn), dayOf(asked.returnedOn)],
        ...[asked.proof, asked.fileId, by],
      ],
    );
    await this.audit.record(tx, {
      userId: by,
      action: 'letter.deliver',
      object: { type: 'debt-letter', id: letterId },
      details: {
        way: asked.way,
        sentOn: dayOf(asked.sentOn),
        deliveredOn: dayOf(asked.deliveredOn),
        proof: asked.proof,
      },
    });
    return row!.id;
  }

  private async file(
    tx: Tx,
    sql: string,
    id: string,
    missing: 'letter.not-found' | 'letter-batch.not-found',
  ): Promise<StoredFile & { readonly content: Buffer }> {
    const [row] = await tx.query<{ fileId: FileId | null }[]>(sql, [id]);
    if (!row) throw new DomainError(missing);
    if (!row.fileId) throw new DomainError('letter.not-printed');
    return this.files.read(tx, row.fileId);
  }
}

export interface LeftOutOfBatch {
  readonly accountId: AccountId;
  readonly account: string;
  readonly reasons: readonly (Readonly<Record<string, string>> & { readonly reason: string })[];
}

type BatchRow = Omit<LetterBatch, 'sum'> & { readonly sum: string };

function batchOf(row: BatchRow): LetterBatch {
  return { ...row, sum: Money.ofKopecks(row.sum) };
}

const BATCHES = `
  select b.id, b.number, b.kind, b.as_of::text as "asOf", b.pay_by::text as "payBy", b.state, b.letters, b.printed,
         (select count(*)::int from letter_batch_left_out o where o.batch_id = b.id) as "leftOut",
         (select coalesce(sum(l.principal + l.penalty), 0) from debt_letters l where l.batch_id = b.id) as sum,
         b.file_id is not null as "fileReady", b.created_at as "createdAt", u.name as by
    from letter_batches b left join users u on u.id = b.created_by`;

type LetterRow = Omit<DebtLetter, 'principal' | 'penalty'> & { readonly principal: string; readonly penalty: string };

function letterOf(row: LetterRow): DebtLetter {
  return { ...row, principal: Money.ofKopecks(row.principal), penalty: Money.ofKopecks(row.penalty) };
}

/** Of the account `l` was written to; by account, for a page of letters has few. */
const LATEST_STEP_OF_LETTER = `
  select s.kind from debt_steps s
   where s.account_id = l.account_id and s.voids is null and not exists (select from debt_steps mirror where mirror.voids = s.id)
   order by s.on_date desc, s.id desc limit 1`;

const LETTERS = `
  select l.id, l.batch_id as "batchId", l.number, l.kind, l.account_id as "accountId", a.number as account,
         l.content ->> 'debtor' as debtor, l.content #>> '{account,address}' as address, l.content ->> 'dated' as dated,
         l.content ->> 'payBy' as "payBy", l.principal, l.penalty, l.file_id is not null as "fileReady", came.on::text as "deliveredOn",
         (select json_build_object('way', d.way, 'on', d.sent_on) from letter_deliveries d where d.letter_id = l.id order by d.id desc limit 1) as sent,
         (select mirror.note from debt_steps s join debt_steps mirror on mirror.voids = s.id where s.letter_id = l.id order by s.id limit 1) as voided
    from debt_letters l
    join accounts a on a.id = l.account_id
    left join lateral (select min(d.delivered_on) as "on" from letter_deliveries d where d.letter_id = l.id) came on true`;
