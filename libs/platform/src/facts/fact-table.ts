import {
  type DetailValue,
  DomainError,
  formatDate,
  formatDateRange,
  type Interval,
  type LocalDate,
  parseDateRange,
} from '@dvor/kernel';
import { sqlStateOf, type Tx } from '../database/database.js';
import { carveDays, type Piece } from './carve-days.js';
import { type FactSubject, recordChanges } from './fact-changes.js';
import type { Recording } from './recording.js';

type ColumnType = 'bigint' | 'numeric' | 'text' | 'text[]' | 'smallint' | 'integer' | 'date' | 'jsonb' | 'boolean';

/**
 * A table of facts: each row holds over `valid` and stays in force until it is superseded; of the rows in force of one
 * key no two overlap. All of them carry recorded_at, recorded_by, reason, document_id, superseded_at and superseded_by.
 */
export interface FactTable<Key extends string, Value extends string> {
  readonly name: string;
  /** Columns that say of what a row is a fact. */
  readonly key: Readonly<Record<Key, ColumnType>>;
  readonly values: Readonly<Record<Value, ColumnType>>;
  /** Whom a change concerns, told by a column of the key or of the values; the organisation itself needs none. */
  readonly subject:
    | { readonly type: Exclude<FactSubject, 'organization'>; readonly column: Key | Value }
    | { readonly type: 'organization' };
}

export type FactValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly (readonly string[])[]
  | Readonly<Record<string, unknown>>;
type Columns<Name extends string> = Readonly<Record<Name, FactValue>>;

interface About<Key extends string> {
  readonly key: Columns<Key>;
  readonly days: Interval;
}

/** A row with its days, as it is found before a change. */
interface FoundRow extends Interval {
  readonly id: string;
  readonly reason: string;
  readonly recordedAt: Date;
}

/**
 * Says something of days on which nothing was said yet.
 *
 * @throws DomainError `fact.overlap` naming the neighbour; `fact.changed-meanwhile`
 */
export async function addFact<Key extends string, Value extends string>(
  tx: Tx,
  table: FactTable<Key, Value>,
  { key, days, values }: About<Key> & { readonly values: Partial<Columns<Value>> },
  recording: Recording,
): Promise<void> {
  const [neighbour] = await rowsInForce(tx, table, key, days);
  if (neighbour) throw new DomainError('fact.overlap', { fact: table.name, ...told(neighbour) });
  await writePieces(tx, table, [{ source: null, ...days, patch: { ...key, ...values }, kept: false }], recording);
  await noteChange(tx, table, { key, days }, recording);
}

/**
 * Says that on these days some columns had other values than was believed. What was recorded is superseded, not
 * changed; the other columns, and the other days, stay as they were. Days of which nothing was known are filled where
 * `otherwise` gives the columns that are missing then.
 *
 * @throws DomainError `fact.none` where nothing is known of the days; `fact.changed-meanwhile`
 */
export async function changeFacts<Key extends string, Value extends string>(
  tx: Tx,
  table: FactTable<Key, Value>,
  {
    key,
    days,
    patch,
    otherwise,
  }: About<Key> & { readonly patch: Partial<Columns<Value>>; readonly otherwise?: Partial<Columns<Value>> },
  recording: Recording,
): Promise<void> {
  const { touched, kept, within, gaps } = carveDays(await rowsInForce(tx, table, key, days), days);
  if (within.length === 0 && !otherwise) throw new DomainError('fact.none', { fact: table.name, ...told(days) });
  await supersede(tx, table, touched, recording);
  await writePieces(
    tx,
    table,
    [
      ...kept.map(keep),
      ...within.map(({ of, from, to }) => ({ source: of.id, from, to, patch, kept: false })),
      ...(otherwise ? gaps : []).map((gap) => ({
        source: null,
        ...gap,
        patch: { ...key, ...otherwise, ...patch },
        kept: false,
      })),
    ],
    recording,
  );
  await noteChange(tx, table, { key, days }, recording);
}

/**
 * Says that on these days nothing of the kind was true: a resident moved out, an account was closed, a row was entered
 * by mistake. Nothing happens where nothing was known.
 */
export async function removeFacts<Key extends string, Value extends string>(
  tx: Tx,
  table: FactTable<Key, Value>,
  { key, days }: About<Key>,
  recording: Recording,
): Promise<{ readonly removed: number }> {
  const { touched, kept } = carveDays(await rowsInForce(tx, table, key, days), days);
  if (touched.length === 0) return { removed: 0 };
  await supersede(tx, table, touched, recording);
  await writePieces(tx, table, kept.map(keep), recording);
  await noteChange(tx, table, { key, days }, recording);
  return { removed: touched.length };
}

/** A row of the table, in force or superseded; decimals and ids are texts. */
export interface FactVersion<Key extends string, Value extends string> {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly values: Readonly<Record<Key | Value, FactValue>>;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly reason: string;
  readonly documentId: string | null;
  /** When a correction took its place; `null`: in force. */
  readonly supersededAt: Date | null;
}

/** All that was ever recorded for a key, by days, then by when it was recorded. */
export async function factHistory<Key extends string, Value extends string>(
  tx: Tx,
  table: FactTable<Key, Value>,
  key: Partial<Columns<Key | Value>>,
): Promise<FactVersion<Key, Value>[]> {
  const fields = Object.entries<ColumnType>({ ...table.key, ...table.values })
    .map(([column, type]) => `'${column}', f.${column}${AS_TEXT.has(type) ? '::text' : ''}`)
    .join(', ');
  return tx.query<FactVersion<Key, Value>[]>(
    `select f.id, lower(f.valid)::text as "from", upper(f.valid)::text as "to", jsonb_build_object(${fields}) as values,
            f.recorded_at as "recordedAt", u.name as "recordedBy", f.reason, f.document_id as "documentId", f.superseded_at as "supersededAt"
       from ${table.name} f left join users u on u.id = f.recorded_by
      where ${conditions(Object.keys(key), 'f')}
      order by lower(f.valid), f.recorded_at, f.id`,
    Object.values(key),
  );
}

/**
 * SQL that picks of the rows of `alias` those in force: now (`known: null`, which alone can use the indexes of rows in
 * force) or, where the parameter isn't null, as it was known at that instant: `inForce('f', '$3')`.
 */
export function inForce(alias: string, known: `$${number}` | null): string {
  if (known === null) return `${alias}.superseded_at is null`;
  return `case when ${known}::timestamptz is null then ${alias}.superseded_at is null
               else ${alias}.recorded_at <= ${known}::timestamptz
                    and (${alias}.superseded_at is null or ${alias}.superseded_at > ${known}::timestamptz) end`;
}

const AS_TEXT: ReadonlySet<ColumnType> = new Set(['bigint', 'numeric', 'date']);

interface NewPiece extends Interval {
  /** The row whose columns stand where the patch has none. */
  readonly source: string | null;
  readonly patch: Readonly<Record<string, unknown>>;
  /** Is it what was left of a row? Then it stands on that row's ground. */
  readonly kept: boolean;
}

function keep({ of, from, to }: Piece<FoundRow>): NewPiece {
  return { source: of.id, from, to, patch: {}, kept: true };
}

async function rowsInForce<Key extends string, Value extends string>(
  tx: Tx,
  table: FactTable<Key, Value>,
  key: Columns<Key>,
  days: Interval,
): Promise<FoundRow[]> {
  const columns = Object.keys(table.key) as Key[];
  const rows = await tx.query<{ id: string; valid: string; reason: string; recordedAt: Date }[]>(
    `select f.id, f.valid::text as valid, f.reason, f.recorded_at as "recordedAt"
       from ${table.name} f
      where ${conditions(columns, 'f')} and f.superseded_at is null and f.valid && $${columns.length + 1}::daterange
      order by lower(f.valid) for update`,
    [...columns.map((column) => key[column]), formatDateRange(days)],
  );
  return rows.map(({ valid, ...row }) => ({ ...row, ...parseDateRange(valid) }));
}

async function supersede(
  tx: Tx,
  table: { readonly name: string },
  rows: readonly { readonly id: string }[],
  { by }: Recording,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update ${table.name} set superseded_at = organization_now(), superseded_by = $2 where id = any ($1::bigint[])`,
    [rows.map(({ id }) => id), by],
  );
}

async function writePieces<Key extends string, Value extends string>(
  tx: Tx,
  table: FactTable<Key, Value>,
  pieces: readonly NewPiece[],
  { by, reason, documentId }: Recording,
): Promise<void> {
  if (pieces.length === 0) return;
  const columns = [...Object.keys(table.key), ...Object.keys(table.values)];
  const rows = pieces.map(({ source, patch, kept, ...days }) => ({
    source,
    kept,
    patch,
    valid: formatDateRange(days),
  }));
  try {
    await tx.query(
      `insert into ${table.name} (organization_id, ${columns.join(', ')}, valid, recorded_by, reason, document_id)
       select current_organization(), ${columns.map((column) => `made.${column}`).join(', ')}, piece.valid,
              case when piece.kept then was.recorded_by else $2::bigint end,
              case when piece.kept then was.reason else $3::text end,
              case when piece.kept then was.document_id else $4::bigint end
         from jsonb_to_recordset($1) as piece (source bigint, valid daterange, patch jsonb, kept boolean)
         left join ${table.name} was on was.id = piece.source
        cross join lateral jsonb_populate_record(was, piece.patch) made`,
      [JSON.stringify(rows), by, reason, documentId ?? null],
    );
  } catch (error) {
    if (sqlStateOf(error) === EXCLUSION_VIOLATION)
      throw new DomainError('fact.changed-meanwhile', { fact: table.name });
    throw error;
  }
}

const EXCLUSION_VIOLATION = '23P01';

async function noteChange<Key extends string, Value extends string>(
  tx: Tx,
  table: FactTable<Key, Value>,
  { key, days }: About<Key>,
  recording: Recording,
): Promise<void> {
  const { subject } = table;
  const id = subject.type === 'organization' ? await currentOrganization(tx) : String(key[subject.column as Key]);
  await recordChanges(tx, [{ fact: table.name, subject: { type: subject.type, id }, ...days }], recording);
}

async function currentOrganization(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ id: string }[]>('select current_organization() as id');
  return row!.id;
}

function conditions(columns: readonly string[], alias: string): string {
  return columns.map((column, i) => `${alias}.${column} = $${i + 1}`).join(' and ');
}

/** As a message names it: `from`, `to`, and of a row why it was recorded. */
function told({
  from,
  to,
  ...row
}: {
  from: LocalDate;
  to: LocalDate | null;
  reason?: string;
}): Record<string, DetailValue> {
  return {
    from: formatDate(from),
    to: to === null ? null : formatDate(to),
    ...(row.reason !== undefined && { reason: row.reason }),
  };
}
