import { Injectable } from '@nestjs/common';
import { DomainError, type FileId, type UserId } from '@dvor/kernel';
import { type Table, writeCsv, writeXlsx } from '@dvor/formats';
import {
  AuditLog,
  Database,
  decodeCursor,
  FileStore,
  KEY,
  Outbox,
  type Page,
  pageOf,
  type PageRequest,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import type { ColumnMap, Field } from '../reading/field.js';
import {
  describeProblem,
  kindOfProblem,
  type Language,
  type ProblemCode,
  type RowProblem,
} from '../reading/problems.js';
import { recogniseColumns } from '../reading/recognise-columns.js';
import { type ImportKind, type ImportSettings, missingFields } from '../kinds/kind.js';
import { IMPORT_COLUMNS, type ImportState, type ImportSummary } from './import.js';
import { ImportKinds } from './import-kinds.js';
import { refuseBuiltOn } from './built-on.js';
import { headingsHash } from './headings-hash.js';
import { type KnownSource, openAsKnown, openFile, type Reading } from './open-file.js';
import { type SampleRow, sampleOf } from './sample.js';

export interface NewImport {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly sheet?: string | undefined;
}

export interface NewMap {
  readonly map: ColumnMap;
  readonly settings: ImportSettings;
  /** Whose table it is: the next one with these headings is read in the same way. */
  readonly sourceName?: string | undefined;
}

/** A load with what its kind can read and what its map still lacks. */
export interface ImportDetail extends ImportSummary {
  readonly fields: readonly Pick<Field, 'name' | 'title' | 'english'>[];
  /** Of each group one field must be read from the file. */
  readonly needed: readonly (readonly string[])[];
  /** Of each group one field is needed and none is mapped. */
  readonly missing: readonly (readonly string[])[];
}

export interface DescribedProblem {
  readonly line: number;
  /** Heading of the column in the file. */
  readonly column: string | null;
  readonly value: string | null;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly reason: string;
  readonly mend: string;
}

/** Problems of one code, however many rows have it. */
export interface KindOfProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly title: string;
  readonly count: number;
}

export interface FileToSave {
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Uint8Array>;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';

/** Loads of other programs' tables: uploaded, mapped, checked, applied, undone. The steps themselves go on in the worker. */
@Injectable()
export class Imports {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly kinds: ImportKinds,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Takes a file in, recognises its columns, or remembers them from the last one with these headings.
   * @throws DomainError those of `openTable`
   */
  async upload(tenant: Tenant, { kind, fileName, content, sheet }: NewImport, by: UserId): Promise<ImportDetail> {
    const sources = await this.database.inTenant(tenant, (tx) => sourcesOf(tx, kind));
    const { table, reading, source } = await openAsKnown(content, sheet ?? null, sources);
    return this.database.inTenant(tenant, async (tx) => {
      const fileId = await this.files.save(tx, { name: fileName, mediaType: MEDIA_TYPES[table.format], content });
      const [row] = await tx.query<{ id: string }[]>(
        `insert into imports (organization_id, kind, file_id, file_name, format, sheet, headings, headings_hash, column_map, created_by)
         values (current_organization(), $1, $2, $3, $4, $5, $6, $7, '{}', $8) returning id`,
        [kind, fileId, fileName, table.format, table.sheet ?? null, table.headings, headingsHash(table.headings), by],
      );
      await this.layOut(tx, row!.id, { kind, table, reading, source });
      await this.note(tx, 'import.upload', row!.id, by, { kind, fileName });
      return this.read(tx, row!.id);
    });
  }

  /**
   * Reads the file anew, in the encoding and with the line of headings that the user knows; `null` leaves it to be found
   * out. Its columns are recognised again, what was checked has to be checked again.
   * @throws DomainError `import.not-found`, `import.wrong-state`, `import.rows-cleared`, those of `openTable`
   */
  async setReading(tenant: Tenant, id: string, reading: Reading, by: UserId): Promise<ImportDetail> {
    return this.database.inTenant(tenant, async (tx) => {
      const { kind, sheet } = await this.locked(tx, id, BEFORE_APPLYING);
      await refuseHalfApplied(tx, id);
      const table = await openFile(await this.contentOf(tx, id), { sheet, ...reading });
      const sources = await sourcesOf(tx, kind);
      const source = sources.find(({ headings }) => headings.equals(headingsHash(table.headings))) ?? null;
      await this.layOut(tx, id, { kind, table, reading, source });
      await this.note(tx, 'import.reading', id, by, { ...reading });
      return this.read(tx, id);
    });
  }

  /** What the file is known to hold before a row of it is read: headings, and which columns are which. */
  private async layOut(
    tx: Tx,
    id: string,
    { kind, table, reading, source }: { kind: ImportKind; table: Table; reading: Reading; source: KnownSource | null },
  ): Promise<void> {
    const { fields } = this.kinds.of(kind);
    await clearRows(tx, id);
    await tx.query(
      `update imports set headings = $2, headings_hash = $3, column_map = $4, settings = coalesce($5, settings),
              source_name = coalesce($6, source_name), notes = $7,
              told_encoding = $8, told_heading_line = $9, encoding = $10, heading_line = $11 where id = $1`,
      [
        ...[id, table.headings, headingsHash(table.headings)],
        JSON.stringify(source?.map ?? recogniseColumns(table.headings, fields)),
        source && JSON.stringify({ ...source.settings, from: undefined }),
        source?.name ?? null,
        JSON.stringify(table.notes),
        ...[reading.encoding, reading.headingLine, table.encoding, table.headingLine],
      ],
    );
  }

  async list(
    tenant: Tenant,
    page: PageRequest & { readonly kind?: ImportKind | undefined },
  ): Promise<Page<ImportSummary>> {
    const [before] = page.cursor ? decodeCursor(page.cursor, [KEY.id]) : [null];
    return this.database.inTenant(tenant, async (tx) => {
      const rows = await tx.query<ImportSummary[]>(
        `select ${IMPORT_COLUMNS} from imports i
          where ($1::bigint is null or i.id < $1) and ($2::text is null or i.kind = $2) order by i.id desc limit $3`,
        [before, page.kind ?? null, page.limit + 1],
      );
      return pageOf(rows, page.limit, ({ id }) => [id]);
    });
  }

  /** @throws DomainError `import.not-found` */
  async summary(tenant: Tenant, id: string): Promise<ImportSummary> {
    return this.database.inTenant(tenant, (tx) => summaryOf(tx, id));
  }

  /** @throws DomainError `import.not-found` */
  async detail(tenant: Tenant, id: string): Promise<ImportDetail> {
    return this.database.inTenant(tenant, (tx) => this.read(tx, id));
  }

  /**
   * The first rows of the file as they stand in it: below the headings, to see what the columns hold, or from the very
   * top, to see in which line the headings stand.
   * @throws DomainError `import.not-found`, `import.rows-cleared`, those of `openTable`
   */
  async sample(
    tenant: Tenant,
    id: string,
    { fromTop = false }: { readonly fromTop?: boolean | undefined } = {},
  ): Promise<SampleRow[]> {
    return this.database.inTenant(tenant, async (tx) => {
      const summary = await summaryOf(tx, id);
      refuseCleared(summary);
      const { sheet, toldEncoding: encoding, toldHeadingLine } = summary;
      const headingLine = fromTop ? 0 : toldHeadingLine;
      return sampleOf(await openFile(await this.contentOf(tx, id), { sheet, encoding, headingLine }), { fromTop });
    });
  }

  /**
   * Says which column is which, and what holds for the whole load; remembered under the source's name. What was checked
   * has to be checked again.
   * @throws DomainError `import.not-found`, `import.wrong-state`, `import.rows-cleared`, `import.map`
   */
  async setMap(tenant: Tenant, id: string, { map, settings, sourceName }: NewMap, by: UserId): Promise<ImportDetail> {
    return this.database.inTenant(tenant, async (tx) => {
      const { kind, headings } = await this.locked(tx, id, BEFORE_APPLYING);
      await refuseHalfApplied(tx, id);
      const known = new Set(this.kinds.of(kind).fields.map(({ name }) => name));
      const columns = Object.values(map);
      const strange = Object.entries(map).find(([field, column]) => !known.has(field) || !(column in headings));
      if (strange) throw new DomainError('import.map', { field: strange[0] });
      if (new Set(columns).size < columns.length) throw new DomainError('import.map', { field: twiceUsed(map) });
      await clearRows(tx, id);
      await tx.query(
        `update imports set column_map = $2, settings = $3, source_name = coalesce($4, source_name) where id = $1`,
        [id, JSON.stringify(map), JSON.stringify(settings), sourceName ?? null],
      );
      await tx.query(
        `insert into import_sources (organization_id, kind, headings_hash, name, column_map, settings, encoding, heading_line)
         select organization_id, kind, headings_hash, coalesce(source_name, file_name), column_map, settings, told_encoding, told_heading_line
           from imports where id = $1
         on conflict (organization_id, kind, headings_hash) do update
            set name = excluded.name, column_map = excluded.column_map, settings = excluded.settings,
                encoding = excluded.encoding, heading_line = excluded.heading_line, used_at = excluded.used_at`,
        [id],
      );
      await this.note(tx, 'import.map', id, by, { map, settings: { ...settings } });
      return this.read(tx, id);
    });
  }

  /** The dry run: nothing is written. @throws DomainError `import.not-found`, `import.wrong-state`, `import.rows-cleared`, `import.not-mapped` */
  async requestCheck(tenant: Tenant, id: string, by: UserId): Promise<ImportDetail> {
    return this.request(tenant, id, { from: BEFORE_APPLYING, to: 'checking', by }, async (tx, summary) => {
      await refuseHalfApplied(tx, id);
      const missing = missingFields(this.kinds.of(summary.kind), summary.map);
      if (missing.length > 0) throw new DomainError('import.not-mapped', { fields: missing.flat().join(', ') });
      await tx.query('delete from import_problems where import_id = $1', [id]);
      await tx.query('delete from import_rows where import_id = $1', [id]);
      await tx.query('update imports set rows_total = null, totals = null, failure = null where id = $1', [id]);
    });
  }

  /**
   * Writes what is good into the books; bad rows come back as a file.
   * @throws DomainError `import.not-found`, `import.wrong-state`, `import.rows-cleared`, `import.nothing-to-apply`
   */
  async requestApply(tenant: Tenant, id: string, by: UserId): Promise<ImportDetail> {
    return this.request(tenant, id, { from: ['checked', 'failed'], to: 'applying', by }, async (tx, { totals }) => {
      if (!totals || totals.verdicts.new + totals.verdicts.change === 0)
        throw new DomainError('import.nothing-to-apply');
      await tx.query('update imports set applied_by = $2, failure = null where id = $1', [id, by]);
    });
  }

  /**
   * Takes a load back while nothing was built on it.
   * @throws DomainError `import.not-found`, `import.wrong-state`, `import.rows-cleared`, `import.built-on` naming on which accounts
   */
  async requestUndo(tenant: Tenant, id: string, by: UserId): Promise<ImportDetail> {
    return this.request(tenant, id, { from: ['applied', 'failed'], to: 'undoing', by }, async (tx) => {
      await refuseBuiltOn(tx, id);
      await tx.query('update imports set undone_by = $2, failure = null where id = $1', [id, by]);
    });
  }

  /** By lines. @throws DomainError `import.not-found` */
  async problems(
    tenant: Tenant,
    id: string,
    {
      severity,
      code,
      language,
      ...page
    }: PageRequest & {
      readonly severity?: 'error' | 'warning' | undefined;
      readonly code?: string | undefined;
      readonly language: Language;
    },
  ): Promise<Page<DescribedProblem>> {
    const [line, after] = page.cursor ? decodeCursor(page.cursor, [KEY.id, KEY.id]) : [null, null];
    return this.database.inTenant(tenant, async (tx) => {
      const summary = await summaryOf(tx, id);
      const rows = await tx.query<(RowProblem & { id: string })[]>(
        `select id, line, field, value, severity, code, details from import_problems
          where import_id = $1 and ($2::text is null or severity = $2) and ($6::text is null or code = $6)
            and ($3::int is null or (line, id) > ($3::int, $4::bigint))
          order by line, id limit $5`,
        [id, severity ?? null, line, after, page.limit + 1, code ?? null],
      );
      const { items, nextCursor } = pageOf(rows, page.limit, (row) => [String(row.line), row.id]);
      return {
        items: items.map((row) => describe(row, summary, this.kinds.of(summary.kind).fields, language)),
        nextCursor,
      };
    });
  }

  /** The commonest first; known after the rows themselves are gone. @throws DomainError `import.not-found` */
  async problemKinds(tenant: Tenant, id: string, language: Language): Promise<KindOfProblem[]> {
    return this.database.inTenant(tenant, async (tx) => {
      await summaryOf(tx, id);
      const rows = await tx.query<(Pick<RowProblem, 'severity'> & { code: ProblemCode; count: number })[]>(
        `select code, severity, count(*)::int as count from import_problems where import_id = $1 group by code, severity
         union all
         select code, severity, count from imports, jsonb_to_recordset(problem_counts) as kept (code text, severity text, count int)
          where imports.id = $1
         order by severity, count desc, code`,
        [id],
      );
      return rows.map((row) => ({ ...row, title: kindOfProblem(row.code, language) }));
    });
  }

  /**
   * The rows that could not be loaded, as they came, with what is wrong and what to do: to be mended and loaded again.
   * @throws DomainError `import.not-found`, `import.no-bad-rows`, `import.rows-cleared`
   */
  async badRows(tenant: Tenant, id: string): Promise<FileToSave> {
    const summary = await this.database.inTenant(tenant, (tx) => summaryOf(tx, id));
    if (!summary.totals?.verdicts.bad) throw new DomainError('import.no-bad-rows');
    refuseCleared(summary);
    const { fields } = this.kinds.of(summary.kind);
    const headings = [...summary.headings, 'Ошибка', 'Что сделать'];
    const rows = this.readBadRows(tenant, summary, fields);
    const name = summary.fileName.replace(/\.[^.]*$/, '');
    return summary.format === 'xlsx'
      ? { name: `${name} – ошибки.xlsx`, mediaType: XLSX, content: writeXlsx('Ошибки', headings, rows) }
      : { name: `${name} – ошибки.csv`, mediaType: CSV, content: writeCsv(headings, rows) };
  }

  /** An empty table of a kind with its headings and an example line. */
  template(kind: ImportKind): FileToSave {
    const { fields, title } = this.kinds.of(kind);
    const content = writeXlsx(
      title,
      fields.map((field) => field.title),
      [fields.map((field) => field.example)],
    );
    return { name: `${title} – образец.xlsx`, mediaType: XLSX, content };
  }

  private async *readBadRows(tenant: Tenant, { id, headings, map }: ImportSummary, fields: readonly Field[]) {
    for (let after = -1; ;) {
      const rows = await this.database.inTenant(tenant, (tx) =>
        tx.query<{ line: number; cells: string[]; problems: RowProblem[] }[]>(
          `select r.line, r.cells,
                  coalesce((select jsonb_agg(jsonb_build_object('field', field, 'value', value, 'code', code, 'details', details) order by p.id)
                              from import_problems p where p.import_id = r.import_id and p.line = r.line and severity = 'error'), '[]') as problems
             from import_rows r where r.import_id = $1 and r.verdict = 'bad' and r.line > $2 order by r.line limit 500`,
          [id, after],
        ),
      );
      for (const { cells, problems } of rows) {
        const words = problems.map((problem) => ({ ...describeProblem(problem, 'ru'), field: problem.field }));
        yield [
          ...headings.map((_, i) => cells[i] ?? ''),
          words.map(({ field, reason }) => `${prefixOf(field, { headings, map }, fields)}${reason}`).join(' '),
          [...new Set(words.map(({ mend }) => mend))].join(' '),
        ];
      }
      if (rows.length === 0) return;
      after = rows.at(-1)!.line;
    }
  }

  private async request(
    tenant: Tenant,
    id: string,
    { from, to, by }: { from: readonly ImportState[]; to: ImportState; by: UserId },
    prepare: (tx: Tx, summary: ImportSummary) => Promise<void>,
  ): Promise<ImportDetail> {
    return this.database.inTenant(tenant, async (tx) => {
      const summary = await this.locked(tx, id, from);
      await prepare(tx, summary);
      await tx.query('update imports set state = $2, rows_done = 0, turns = turns + 1 where id = $1', [id, to]);
      await this.outbox.record(tx, { type: 'exchange.import-requested', payload: { importId: id } });
      await this.note(tx, `import.${to}`, id, by, { fileName: summary.fileName });
      return this.read(tx, id);
    });
  }

  private async locked(tx: Tx, id: string, allowed: readonly ImportState[]): Promise<ImportSummary> {
    await tx.query('select from imports where id = $1 for update', [id]);
    const summary = await summaryOf(tx, id);
    if (!allowed.includes(summary.state)) throw new DomainError('import.wrong-state', { state: summary.state });
    refuseCleared(summary);
    return summary;
  }

  private async contentOf(tx: Tx, id: string): Promise<Buffer> {
    const [row] = await tx.query<[{ fileId: FileId }]>('select file_id as "fileId" from imports where id = $1', [id]);
    return (await this.files.read(tx, row.fileId)).content;
  }

  private async read(tx: Tx, id: string): Promise<ImportDetail> {
    const summary = await summaryOf(tx, id);
    const kind = this.kinds.of(summary.kind);
    return {
      ...summary,
      fields: kind.fields.map(({ name, title, english }) => ({ name, title, english })),
      needed: kind.needed,
      missing: missingFields(kind, summary.map),
    };
  }

  private async note(
    tx: Tx,
    action: string,
    id: string,
    by: UserId,
    details: Parameters<AuditLog['record']>[1]['details'],
  ) {
    await this.audit.record(tx, { userId: by, action, object: { type: 'import', id }, ...(details && { details }) });
  }
}

const BEFORE_APPLYING: readonly ImportState[] = ['uploaded', 'checked', 'failed'];

/** A load that broke off while it was written goes on or is undone, but not mapped or checked anew. */
async function refuseHalfApplied(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.query<unknown[]>('select 1 from import_rows where import_id = $1 and applied limit 1', [id]);
  if (row) throw new DomainError('import.wrong-state', { state: 'failed' });
}

function refuseCleared({ rowsClearedAt }: ImportSummary): void {
  if (rowsClearedAt) throw new DomainError('import.rows-cleared', { on: rowsClearedAt.toISOString() });
}

const MEDIA_TYPES = { xlsx: XLSX, csv: CSV, dbf: 'application/vnd.dbf' } as const;

/** As if nothing of the file had been read. */
async function clearRows(tx: Tx, id: string): Promise<void> {
  await tx.query(
    `with clear as (delete from import_problems where import_id = $1),
          empty as (delete from import_rows where import_id = $1)
     update imports set state = 'uploaded', rows_total = null, rows_done = 0, totals = null, failure = null where id = $1`,
    [id],
  );
}

/** The latest first. */
async function sourcesOf(tx: Tx, kind: ImportKind): Promise<KnownSource[]> {
  return tx.query<KnownSource[]>(
    `select name, column_map as map, settings, headings_hash as headings, encoding, heading_line as "headingLine"
       from import_sources where kind = $1 order by used_at desc`,
    [kind],
  );
}

async function summaryOf(tx: Tx, id: string): Promise<ImportSummary> {
  const [summary] = await tx.query<ImportSummary[]>(`select ${IMPORT_COLUMNS} from imports i where i.id = $1`, [id]);
  if (!summary) throw new DomainError('import.not-found');
  return summary;
}

function twiceUsed(map: ColumnMap): string {
  const entries = Object.entries(map);
  return entries.find(([, column], i) => entries.slice(0, i).some(([, other]) => other === column))![0];
}

function describe(
  problem: RowProblem,
  summary: ImportSummary,
  fields: readonly Field[],
  language: Language,
): DescribedProblem {
  const { line, value, severity, code, field } = problem;
  return {
    line,
    value,
    severity,
    code,
    column: columnOf(field, summary, fields),
    ...describeProblem(problem, language),
  };
}

/** The file's own heading, or what the field is called where the file has no such column. */
function columnOf(
  field: string | null,
  { headings, map }: Pick<ImportSummary, 'headings' | 'map'>,
  fields: readonly Field[],
): string | null {
  if (field === null) return null;
  const column = map[field];
  return column === undefined ? (fields.find(({ name }) => name === field)?.title ?? null) : headings[column]!;
}

function prefixOf(
  field: string | null,
  summary: Pick<ImportSummary, 'headings' | 'map'>,
  fields: readonly Field[],
): string {
  const column = columnOf(field, summary, fields);
  return column ? `${column}: ` : '';
}
