import { Injectable } from '@nestjs/common';
import { type DetailValue, DomainError, type HouseId, type UserId } from '@dvor/kernel';
import type { Tx } from './database/database.js';
import { decodeCursor, KEY, type Page, pageOf, type PageRequest } from './database/keyset.js';

/** Something that needs a person: a parked account, a doubtful reading, an unmatched payment. */
export interface NewException {
  readonly kind: string;
  /** The same trouble raised again while it is open stays one row. */
  readonly dedupeKey: string;
  readonly object: { readonly type: string; readonly id: string; readonly label: string };
  readonly houseId?: HouseId | null;
  readonly details?: Readonly<Record<string, DetailValue>>;
}

export interface ExceptionRow {
  readonly id: string;
  readonly kind: string;
  readonly details: Record<string, DetailValue>;
  readonly objectType: string;
  readonly objectId: string;
  readonly objectLabel: string;
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
  readonly resolution: string | null;
}

@Injectable()
export class ExceptionsInbox {
  async raise(tx: Tx, exceptions: readonly NewException[]): Promise<void> {
    if (exceptions.length === 0) return;
    await tx.query(
      `insert into exceptions (organization_id, kind, dedupe_key, object_type, object_id, object_label, house_id, details)
       select current_organization(), kind, dedupe_key, object_type, object_id, object_label, house_id, details
         from jsonb_to_recordset($1) as row (kind text, dedupe_key text, object_type text, object_id text,
                                             object_label text, house_id bigint, details jsonb)
       on conflict (organization_id, dedupe_key) where resolved_at is null do nothing`,
      [
        JSON.stringify(
          exceptions.map((one) => ({
            kind: one.kind,
            dedupe_key: one.dedupeKey,
            object_type: one.object.type,
            object_id: one.object.id,
            object_label: one.object.label,
            house_id: one.houseId ?? null,
            details: one.details ?? {},
          })),
        ),
      ],
    );
  }

  /** Closes what the program itself sees to be mended; `prefix` is the beginning of the dedupe key. */
  async settle(tx: Tx, prefix: string, resolution: string): Promise<void> {
    await tx.query(
      `update exceptions set resolved_at = now(), resolution = $2 where resolved_at is null and starts_with(dedupe_key, $1)`,
      [prefix, resolution],
    );
  }

  /** The same, of whole keys, however many. */
  async settleAll(tx: Tx, dedupeKeys: readonly string[], resolution: string): Promise<void> {
    if (dedupeKeys.length === 0) return;
    await tx.query(
      'update exceptions set resolved_at = now(), resolution = $2 where resolved_at is null and dedupe_key = any ($1)',
      [dedupeKeys, resolution],
    );
  }

  /** The same, of one row: `approval-1` is not the beginning of `approval-12`. */
  async settleOne(tx: Tx, dedupeKey: string, resolution: string): Promise<void> {
    await tx.query(
      'update exceptions set resolved_at = now(), resolution = $2 where resolved_at is null and dedupe_key = $1',
      [dedupeKey, resolution],
    );
  }

  /** The oldest first. */
  async list(
    tx: Tx,
    filter: { state: 'open' | 'resolved'; kind?: string | undefined },
    page: PageRequest,
  ): Promise<Page<ExceptionRow>> {
    const [createdAt, id] = page.cursor ? decodeCursor(page.cursor, [KEY.instant, KEY.id]) : [null, null];
    const rows = await tx.query<(ExceptionRow & { readonly instant: string })[]>(
      `select id, kind, details, object_type as "objectType", object_id as "objectId", object_label as "objectLabel",
              created_at as "createdAt", resolved_at as "resolvedAt", resolution,
              to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as instant -- a Date has no microseconds
         from exceptions
        where (resolved_at is null) = ($1 = 'open') and ($2::text is null or kind = $2)
          and ($3::timestamptz is null or (created_at, id) > ($3, $4::bigint))
        order by created_at, id limit $5`,
      [filter.state, filter.kind ?? null, createdAt, id, page.limit + 1],
    );
    const keyed = rows.map(({ instant, ...row }) => ({ instant, row }));
    const { items, nextCursor } = pageOf(keyed, page.limit, ({ instant, row }) => [instant, row.id]);
    return { items: items.map(({ row }) => row), nextCursor };
  }

  /** @throws DomainError `exception.not-found`, `exception.already-resolved` */
  async resolve(tx: Tx, id: string, by: { userId: UserId; note: string }): Promise<void> {
    const [row] = await tx.query<{ resolved_at: Date | null }[]>(
      'select resolved_at from exceptions where id = $1 for update',
      [id],
    );
    if (!row) throw new DomainError('exception.not-found');
    if (row.resolved_at) throw new DomainError('exception.already-resolved');
    await tx.query('update exceptions set resolved_at = now(), resolved_by = $2, resolution = $3 where id = $1', [
      id,
      by.userId,
      by.note,
    ]);
  }
}
