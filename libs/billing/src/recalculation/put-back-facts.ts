import { DomainError, type UserId } from '@dvor/kernel';
import { recordChanges, sqlStateOf, type Tx } from '@dvor/platform';

interface Change {
  readonly fact: string;
  readonly type: Parameters<typeof recordChanges>[1][number]['subject']['type'];
  readonly id: string;
  readonly from: number;
  readonly to: number | null;
}

/**
 * Facts as they were known before a transaction changed them: what it superseded is recorded anew, what it recorded is
 * superseded. Nothing is lost: both stay readable as they were known.
 *
 * Which rows a transaction wrote PostgreSQL itself keeps with them (`xmin`): a restored copy of a database doesn't, and
 * there is nothing to undo then.
 *
 * @throws DomainError `recalculation.built-upon` where the same days were changed again since, `recalculation.not-undoable`
 */
export async function putBackFacts(
  tx: Tx,
  transaction: string,
  { by, reason }: { readonly by: UserId | null; readonly reason: string },
): Promise<void> {
  const changes = await tx.query<Change[]>(CHANGES, [transaction]);
  const [later] = await tx.query<{ fact: string; reason: string }[]>(LATER, [transaction]);
  if (later) throw new DomainError('recalculation.built-upon', { fact: later.fact, reason: later.reason });
  let touched = 0;
  for (const table of new Set(changes.map(({ fact }) => fact)))
    touched += await putBack(tx, table, transaction, { by, reason });
  if (touched === 0) throw new DomainError('recalculation.not-undoable', { id: transaction });
  await recordChanges(
    tx,
    changes.map(({ fact, type, id, from, to }) => ({ fact, subject: { type, id }, from, to })) as never,
    { by, reason },
  );
}

async function putBack(
  tx: Tx,
  table: string,
  transaction: string,
  { by, reason }: { readonly by: UserId | null; readonly reason: string },
): Promise<number> {
  const columns = await tx.query<{ name: string }[]>(COLUMNS, [table]);
  const own = columns.map(({ name }) => `"${name}"`);
  if (!own.includes('"valid"')) throw new DomainError('recalculation.not-undoable', { id: transaction });
  try {
    const [recorded] = await tx.query<{ rows: number; first: string | null }[]>(
      `with recorded as (
         update "${table}" set superseded_at = organization_now(), superseded_by = $2
          where xmin::text::bigint = $1::bigint % 4294967296 and superseded_at is null returning id)
       select count(*)::int as rows, min(id) as first from recorded`,
      [transaction, by],
    );
    // of the superseded rows that it wrote, those older than all that it recorded are what it found
    const [back] = await tx.query<{ rows: number }[]>(
      `with back as (
         insert into "${table}" (organization_id, ${own.join(', ')}, recorded_by, reason)
         select organization_id, ${own.join(', ')}, $2, $3 from "${table}"
          where xmin::text::bigint = $1::bigint % 4294967296 and superseded_at is not null and ($4::bigint is null or id < $4)
         returning 1)
       select count(*)::int as rows from back`,
      [transaction, by, reason, recorded!.first],
    );
    return recorded!.rows + back!.rows;
  } catch (error) {
    if (sqlStateOf(error) === EXCLUSION_VIOLATION)
      throw new DomainError('recalculation.built-upon', { fact: table, reason });
    throw error;
  }
}

const EXCLUSION_VIOLATION = '23P01';

const CHANGES = `
  select distinct fact, subject_type as type, subject_id::text as id, from_day - date '1970-01-01' as "from", to_day - date '1970-01-01' as "to"
    from fact_changes where transaction_id = $1::bigint order by fact, type, id`;

const LATER = `
  select l.fact, l.reason
    from fact_changes c
    join fact_changes l on l.fact = c.fact and l.subject_type = c.subject_type and l.subject_id = c.subject_id and l.id > c.id
     and l.transaction_id <> c.transaction_id and daterange(l.from_day, l.to_day) && daterange(c.from_day, c.to_day)
   where c.transaction_id = $1::bigint order by l.id desc limit 1`;

const COLUMNS = `
  select column_name as name from information_schema.columns
   where table_schema = 'public' and table_name = $1 and is_identity = 'NO' and is_generated = 'NEVER'
     and column_name not in ('organization_id', 'recorded_at', 'recorded_by', 'reason', 'superseded_at', 'superseded_by')
   order by ordinal_position`;
