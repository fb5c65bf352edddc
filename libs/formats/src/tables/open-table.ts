import { DomainError } from '@dvor/kernel';
import { findHeadings, HEADING_ROWS, type MergedRange } from './find-headings.js';
import { recognise } from './recognise.js';
import { openDbf } from './read-dbf.js';
import { findDelimiter, readTextTable } from './read-text-table.js';
import { openWorkbook } from './read-xlsx.js';
import { type Table, type TableEncoding, type TableNote, type TableRow } from './table.js';
import { findEncoding, type FoundEncoding, isUtf8 } from './text-encoding.js';

export interface OpenTableOptions {
  /** The sheet to read; else the first visible one that is not empty. */
  readonly sheet?: string;
  /** What the user says a text or DBF is written in; obeyed unless the bytes can't be that. */
  readonly encoding?: TableEncoding;
  readonly delimiter?: string;
  /** The line that the headings stand in; 0 where there are none. Found where not told. */
  readonly headingLine?: number;
}

/**
 * Opens a table by what its bytes are, whatever its name: XLSX, DBF, or a text with separators.
 *
 * @throws DomainError `table.empty`, `table.old-excel`, `table.encrypted`, `table.other-format`, `table.not-a-table`,
 *   `table.broken`, `table.cut-off`, `table.too-large`, `table.no-sheet`, `table.open-quote`: each says what to do instead.
 */
export async function openTable(bytes: Uint8Array, options: OpenTableOptions = {}): Promise<Table> {
  switch (recognise(bytes)) {
    case 'xlsx':
      return openXlsxTable(bytes, options);
    case 'dbf':
      return openDbfTable(bytes, options);
    case 'text':
      return openTextTable(bytes, options);
  }
}

async function openXlsxTable(bytes: Uint8Array, options: OpenTableOptions): Promise<Table> {
  const workbook = await openWorkbook(bytes);
  const told = options.sheet;
  if (told !== undefined && !workbook.sheets.includes(told)) {
    throw new DomainError('table.no-sheet', { sheet: told, sheets: workbook.sheets.join(', ') });
  }
  for (const sheet of told === undefined ? workbook.sheets : [told]) {
    const merged = await workbook.mergedRanges(sheet);
    const rows = () => workbook.rows(sheet);
    const table = await headed(rows, merged, options.headingLine);
    if (!table) continue;
    const others = workbook.sheets.filter((name) => name !== sheet);
    const notes: TableNote[] = [...table.notes, ...mergedBelow(merged, table.headingLine)];
    if (told === undefined && others.length > 0) notes.push({ code: 'other-sheets', sheets: others });
    return { format: 'xlsx', encoding: 'utf-8', sheets: workbook.sheets, sheet, ...table, notes };
  }
  throw new DomainError('table.empty');
}

function mergedBelow(merged: readonly MergedRange[], headingLine: number): TableNote[] {
  const below = merged.filter(({ top }) => top > headingLine);
  return below.length > 0 ? [{ code: 'merged-cells', range: below[0]!.name, count: below.length }] : [];
}

async function openTextTable(bytes: Uint8Array, options: OpenTableOptions): Promise<Table> {
  const found = chooseEncoding(bytes, options.encoding);
  const { encoding } = found;
  const content = withoutEndMark(bytes.subarray(found.mark));
  const delimiter = options.delimiter ?? findDelimiter(content, encoding);
  const table = await headed(() => readTextTable(content, encoding, delimiter), [], options.headingLine);
  if (!table) throw new DomainError('table.empty');
  const notes = [...encodingNotes(found, options.encoding), ...table.notes];
  return { format: 'csv', encoding, delimiter, sheets: [], ...table, notes };
}

function chooseEncoding(bytes: Uint8Array, told: TableEncoding | undefined): FoundEncoding {
  const found = findEncoding(bytes);
  if (told === undefined || found.encoding.startsWith('utf-16')) return found;
  if (told.startsWith('utf-16') || (told === 'utf-8' && !isUtf8(bytes.subarray(found.mark)))) return found;
  return { ...found, encoding: told };
}

function encodingNotes({ encoding, claimed }: FoundEncoding, told: TableEncoding | undefined): TableNote[] {
  const wrong = told !== undefined && told !== encoding ? told : claimed;
  return wrong !== undefined && wrong !== encoding ? [{ code: 'encoding-differs', told: wrong, found: encoding }] : [];
}

/** DOS ends a text with Ctrl+Z. */
function withoutEndMark(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === 0x1a ? bytes.subarray(0, -1) : bytes;
}

async function openDbfTable(bytes: Uint8Array, options: OpenTableOptions): Promise<Table> {
  const { fields, encoding, rows, notes } = openDbf(bytes, options.encoding);
  return { format: 'dbf', encoding, sheets: [], headings: fields, headingLine: 0, notes, rows };
}

async function headed(
  rows: () => AsyncIterable<TableRow>,
  merged: readonly MergedRange[],
  told: number | undefined,
): Promise<Pick<Table, 'headings' | 'headingLine' | 'notes' | 'rows'> | null> {
  const first = await firstRows(rows(), Math.max(HEADING_ROWS, (told ?? 0) + 1));
  const found = findHeadings(first, merged, told);
  if (!found) return null;
  const { headings, line, skipThrough } = found;
  const notes = [...found.notes, ...damage(first)];
  return { headings, headingLine: line, notes, rows: () => below(rows(), skipThrough) };
}

async function firstRows(rows: AsyncIterable<TableRow>, limit: number): Promise<TableRow[]> {
  const first: TableRow[] = [];
  for await (const row of rows) {
    first.push(row);
    if (first.length >= limit) break;
  }
  return first;
}

async function* below(rows: AsyncIterable<TableRow>, line: number): AsyncGenerator<TableRow> {
  for await (const row of rows) if (row.line > line) yield row;
}

/** Seen in the first rows: what was spoilt by somebody before us can't be put right by reading it differently. */
function damage(rows: readonly TableRow[]): TableNote[] {
  const lost = rows.find(({ cells }) => cells.some(({ text }) => text.includes('\ufffd')));
  const twice = rows.find(({ cells }) => cells.some(({ text }) => ENCODED_TWICE.test(text)));
  return [
    ...(lost ? [{ code: 'letters-lost' as const, line: lost.line }] : []),
    ...(twice ? [{ code: 'encoded-twice' as const, line: twice.line }] : []),
  ];
}

/** Two pairs in a row of Р or С with what UTF-8 has as the second byte and no Russian word has after them. */
const ENCODED_TWICE = /(?:[РС][ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЄЇІіґµєјЅѕї°±¶¤¦]){2}/u;
