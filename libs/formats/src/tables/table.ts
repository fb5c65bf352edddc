/** A file of rows, whatever it was written by. The bytes stay in memory, the rows are read anew by every `rows()`. */
export interface Table {
  readonly format: TableFormat;
  /** What the text is really written in; XLSX is always UTF-8. */
  readonly encoding: TableEncoding;
  /** Of a text table. */
  readonly delimiter?: string;
  /** Names of the visible sheets of a workbook, in its order; nothing elsewhere. */
  readonly sheets: readonly string[];
  readonly sheet?: string;
  /** One for every column of the heading row, blanks collapsed; empty where a column has none. */
  readonly headings: readonly string[];
  /** The line of the (last) heading row; 0 in DBF, whose headings are the names of its fields. */
  readonly headingLine: number;
  /** What was met and overcome while opening: for telling the user. */
  readonly notes: readonly TableNote[];
  /**
   * The rows below the headings, wholly empty ones left out.
   *
   * @throws DomainError `table.broken`, `table.open-quote`, `table.too-large` where the file goes wrong further down.
   */
  rows(): AsyncIterable<TableRow>;
}

export type TableFormat = 'xlsx' | 'csv' | 'dbf';

/** KOI8-R is never guessed: it is read where the user says so. */
export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'ibm866' | 'koi8-r';

export interface TableRow {
  /** The row's number in Excel, the first line of the record in a text editor, the record's number in DBF. */
  readonly line: number;
  /** Up to the last filled cell, so a row may be shorter or longer than the headings. */
  readonly cells: readonly Cell[];
}

export type Cell =
  | {
      readonly kind: 'empty' | 'text' | 'boolean';
      readonly text: string;
      readonly formula?: true;
    }
  | {
      /** `45.3`, with a point and without float noise; `0000123` or `50%` where the cell is shown so. */
      readonly kind: 'number';
      readonly text: string;
      readonly formula?: true;
    }
  | {
      /** `2025-12-31` or, with a time, `2025-12-31T09:30:00`. */
      readonly kind: 'date';
      readonly text: string;
      readonly formula?: true;
    }
  | {
      /** A cell that can't be believed; the text is what stands in it. */
      readonly kind: 'problem';
      readonly text: string;
      readonly problem: CellProblem;
      readonly formula?: true;
    };

export type CellProblem =
  /** `#REF!`, `#N/A` and the like. */
  | 'error'
  /** The program that wrote the file never computed the formula: open in Excel, save, bring again. */
  | 'formula-without-value'
  /** A number of more than 15 digits: Excel kept the first 15 and wrote zeros for the rest. */
  | 'digits-lost'
  /** Not a number, a day or a shared text, though the file says it is one. */
  | 'unreadable'
  /** The value lies in another file (memo fields of DBF) or is not a value at all. */
  | 'elsewhere';

export type TableNote =
  /** The file's mark, or the user, named another encoding than the bytes show. */
  | { readonly code: 'encoding-differs'; readonly told: string; readonly found: TableEncoding }
  /** Letters were lost before the file came to us: it holds characters that stand for unreadable ones. */
  | { readonly code: 'letters-lost'; readonly line: number }
  /** UTF-8 that was read as Windows-1251 and saved again: «РђРґСЂРµСЃ» for «Адрес». */
  | { readonly code: 'encoded-twice'; readonly line: number }
  | { readonly code: 'deleted-records'; readonly count: number }
  | { readonly code: 'records-differ'; readonly told: number; readonly found: number }
  | { readonly code: 'other-sheets'; readonly sheets: readonly string[] }
  | { readonly code: 'lines-above-headings'; readonly lines: readonly number[] }
  | { readonly code: 'headings-look-like-data'; readonly line: number }
  | { readonly code: 'column-numbers-skipped'; readonly line: number }
  /** A merged cell below the headings has its value in its first cell only. */
  | { readonly code: 'merged-cells'; readonly range: string; readonly count: number };

export const EMPTY: Cell = Object.freeze({ kind: 'empty', text: '' });

/** Blank text is no text. */
export function textCell(text: string): Cell {
  return text.trim() === '' ? EMPTY : { kind: 'text', text };
}

export function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.kind !== 'empty';
}

/** Without empty cells at the end. */
export function trimmed(cells: Cell[]): Cell[] {
  let length = cells.length;
  while (length > 0 && !isFilled(cells[length - 1])) length--;
  cells.length = length;
  return cells;
}
