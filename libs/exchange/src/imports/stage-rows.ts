import { type LocalDate } from '@dvor/kernel';
import type { Table } from '@dvor/formats';
import { copyRows, type CopyValue, type Tx } from '@dvor/platform';
import type { ColumnMap } from '../reading/field.js';
import type { RowProblem } from '../reading/problems.js';
import { readRow } from '../reading/read-row.js';
import type { ImportSettings, KindOfImport, StagedRow } from '../kinds/kind.js';

const BATCH = 5_000;

export interface Staging {
  readonly importId: string;
  readonly kind: KindOfImport;
  readonly map: ColumnMap;
  readonly settings: ImportSettings;
  readonly today: LocalDate;
}

/**
 * Lays all rows of a table down beside the books, some thousand at a time, with what could not be read in them and what
 * they say against each other. Returns their number.
 */
export async function stageRows(
  tx: Tx,
  table: Table,
  staging: Staging,
  onBatch: (rows: number) => void,
): Promise<number> {
  await tx.query(
    'create temporary table staged_rows (line int, cells text[], content jsonb, key text, place text, bad boolean) on commit drop',
  );
  let total = 0;
  let batch: (readonly CopyValue[])[] = [];
  let problems: RowProblem[] = [];
  const flush = async () => {
    await copyRows(tx, { table: 'staged_rows', columns: ['line', 'cells', 'content', 'key', 'place', 'bad'] }, batch);
    await tx.query(
      `insert into import_rows (organization_id, import_id, line, cells, content, key, place, verdict)
       select current_organization(), $1, line, cells, content, key, place, case when bad then 'bad' end from staged_rows`,
      [staging.importId],
    );
    await tx.query('truncate staged_rows');
    await insertProblems(tx, staging.importId, 'read', problems);
    total += batch.length;
    [batch, problems] = [[], []];
    onBatch(total);
  };
  for await (const row of table.rows()) {
    const read = readOne(row, staging);
    batch.push(read.values);
    problems.push(...read.problems);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  await judgeTwice(tx, staging);
  return total;
}

function readOne(
  row: { readonly line: number; readonly cells: readonly { readonly text: string }[] } & Parameters<typeof readRow>[0],
  { kind, map, settings, today }: Staging,
): { values: readonly CopyValue[]; problems: RowProblem[] } {
  const { content, problems: unread } = readRow(row, { fields: kind.fields, map, today });
  const problems = [...unread, ...missingValues(row.line, content, unread, kind, map)];
  const identity = kind.identify(content, settings);
  const bad = identity === null || problems.some(({ severity }) => severity === 'error');
  if (identity === null && !problems.some(({ severity }) => severity === 'error'))
    problems.push({ line: row.line, field: null, value: null, severity: 'error', code: 'value.missing' });
  const cells = row.cells.map(({ text }) => text.replaceAll('\u0000', ''));
  return {
    values: [
      row.line,
      arrayText(cells),
      JSON.stringify(content).replaceAll('\\u0000', ''),
      identity?.key ?? null,
      identity?.place ?? `? ${row.line}`,
      bad,
    ],
    problems,
  };
}

/** A group of needed fields of which the file has a column, and the row nothing. */
function missingValues(
  line: number,
  content: Readonly<Record<string, string>>,
  unread: readonly RowProblem[],
  { needed }: KindOfImport,
  map: ColumnMap,
): RowProblem[] {
  return needed
    .filter(
      (group) =>
        !group.some((field) => content[field] !== undefined || unread.some((problem) => problem.field === field)),
    )
    .map((group) => ({
      line,
      field: group.find((field) => field in map) ?? group[0]!,
      value: null,
      severity: 'error',
      code: 'value.missing',
    }));
}

function arrayText(cells: readonly string[]): string {
  return `{${cells.map((cell) => `"${cell.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`).join(',')}}`;
}

/** Rows of one key are shown to each other; those that lose are bad. */
async function judgeTwice(tx: Tx, { importId, kind }: Staging): Promise<void> {
  for (let after = ''; ;) {
    const groups = await tx.query<{ key: string; rows: StagedRow[] }[]>(
      `select key, jsonb_agg(jsonb_build_object('line', line, 'content', content, 'key', key, 'place', place, 'bad', coalesce(verdict = 'bad', false))) as rows
         from import_rows where import_id = $1 and key > $2 group by key having count(*) > 1 order by key limit 1000`,
      [importId, after],
    );
    const problems = groups.flatMap(({ rows }) => kind.twice(rows));
    await insertProblems(tx, importId, 'read', problems);
    await tx.query(`update import_rows set verdict = 'bad' where import_id = $1 and line = any ($2)`, [
      importId,
      problems.filter(({ severity }) => severity === 'error').map(({ line }) => line),
    ]);
    if (groups.length < 1000) return;
    after = groups.at(-1)!.key;
  }
}

export async function insertProblems(
  tx: Tx,
  importId: string,
  step: 'read' | 'judge' | 'apply',
  problems: readonly RowProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  await tx.query(
    `insert into import_problems (organization_id, import_id, line, field, value, severity, code, details, step)
     select current_organization(), $1, p.line, p.field, p.value, p.severity, p.code, coalesce(p.details, '{}'), $3
       from jsonb_to_recordset($2) as p (line int, field text, value text, severity text, code text, details jsonb)`,
    [importId, JSON.stringify(problems), step],
  );
}
