import { type Cell, isFilled, type TableNote, type TableRow } from './table.js';

export interface Headings {
  readonly headings: readonly string[];
  /** Of the last heading row. */
  readonly line: number;
  /** Rows up to this line are not data: titles, headings, the row of column numbers under them. */
  readonly skipThrough: number;
  readonly notes: readonly TableNote[];
}

/** Columns and lines from 1, both ends included. */
export interface MergedRange {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * The heading row among the first rows of a table: the first one with more than half as many filled cells as the
 * fullest of them, so two at least where any row has two. What stands above is a title. Headings of several rows
 * (merged, as on printed forms) are joined downwards: «Площадь» over «общая» and «жилая» gives «Площадь общая».
 *
 * `told` is the line that the user pointed at; 0 where there are no headings, and columns are then named by letters.
 * `null` where there is no row at all.
 */
export function findHeadings(
  rows: readonly TableRow[],
  merged: readonly MergedRange[],
  told?: number,
): Headings | null {
  if (rows.length === 0) return null;
  if (told === 0) return withoutHeadings(rows);
  const widths = rows.map((row) => filledWidth(row, merged));
  const fullest = Math.max(...widths);
  const enough = Math.floor(fullest / 2) + 1;
  const place = told === undefined ? widths.findIndex((width) => width >= enough) : placeOf(rows, told);
  const first = rows[place]!;
  const block = headingBlock(rows, place, merged, told);
  const headings = joinedHeadings(block, merged);
  const line = block.at(-1)!.line;
  const next = rows[place + block.length];
  const numbers = next && isColumnNumbers(next, headings.length) ? next.line : null;
  const notes: TableNote[] = [];
  if (place > 0) notes.push({ code: 'lines-above-headings', lines: rows.slice(0, place).map((row) => row.line) });
  if (looksLikeData(first)) notes.push({ code: 'headings-look-like-data', line: first.line });
  if (numbers !== null) notes.push({ code: 'column-numbers-skipped', line: numbers });
  return { headings, line, skipThrough: numbers ?? line, notes };
}

/** How many of the first rows are looked at. */
export const HEADING_ROWS = 40;

function withoutHeadings(rows: readonly TableRow[]): Headings {
  const width = Math.max(...rows.map((row) => row.cells.length));
  return { headings: Array.from({ length: width }, (_, i) => columnName(i + 1)), line: 0, skipThrough: 0, notes: [] };
}

/** `1` is `A`, `28` is `AB`. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnName(Math.floor((column - 1) / 26)) + letter : letter;
}

/** A cell merged over three columns fills three. */
function filledWidth(row: TableRow, merged: readonly MergedRange[]): number {
  let width = 0;
  row.cells.forEach((cell, i) => {
    if (!isFilled(cell)) return;
    const range = merged.find(({ top, left }) => top === row.line && left === i + 1);
    const others = row.cells.filter(isFilled).length > 1;
    width += range && others ? range.right - range.left + 1 : 1;
  });
  return width;
}

function placeOf(rows: readonly TableRow[], line: number): number {
  const place = rows.findIndex((row) => row.line >= line);
  return place < 0 ? rows.length - 1 : place;
}

/** The heading row and those below that its merged cells reach over. */
function headingBlock(
  rows: readonly TableRow[],
  place: number,
  merged: readonly MergedRange[],
  told: number | undefined,
): TableRow[] {
  const top = rows[place]!;
  if (told !== undefined) return [top];
  const starting = merged.filter((range) => range.top === top.line);
  const deepest = Math.max(top.line, ...starting.map(({ bottom }) => bottom));
  const grouped = starting.some(({ left, right, bottom }) => right > left && bottom === top.line);
  const under = rows[place + 1];
  const subheadings =
    grouped && deepest === top.line && under && !looksLikeData(under) && isUnderGroups(under, starting);
  const bottom = Math.min(subheadings ? under.line : deepest, top.line + 5);
  return rows.slice(place).filter((row) => row.line <= bottom);
}

/** Filled only where the row above has groups. */
function isUnderGroups(row: TableRow, groups: readonly MergedRange[]): boolean {
  return row.cells.every(
    (cell, i) => !isFilled(cell) || groups.some(({ left, right }) => right > left && left <= i + 1 && i < right),
  );
}

function joinedHeadings(block: readonly TableRow[], merged: readonly MergedRange[]): string[] {
  const width = Math.max(...block.map((row) => reach(row, merged)));
  return Array.from({ length: width }, (_, i) => {
    const parts = block.map((row) => clean(cellUnder(row, i + 1, merged, block.length > 1)));
    return parts.filter((part, at) => part !== '' && part !== parts[at - 1]).join(' ');
  });
}

function reach(row: TableRow, merged: readonly MergedRange[]): number {
  const ranges = merged.filter(({ top, left }) => top === row.line && isFilled(row.cells[left - 1]));
  return Math.max(row.cells.length, ...ranges.map(({ right }) => right));
}

/** The text over a column, brought to every column that its cell is merged over when headings have several rows. */
function cellUnder(row: TableRow, column: number, merged: readonly MergedRange[], spread: boolean): string {
  const own = row.cells[column - 1];
  if (isFilled(own) || !spread) return own?.text ?? '';
  const range = merged.find(({ top, left, right }) => top === row.line && left <= column && column <= right);
  return range ? (row.cells[range.left - 1]?.text ?? '') : '';
}

function clean(text: string): string {
  return text.replaceAll(/[\s\u00a0\u00ad\u200b\ufeff]+/g, ' ').trim();
}

/** `1 2 3 4 …` under the headings of printed forms. */
function isColumnNumbers(row: TableRow, width: number): boolean {
  return width >= 3 && row.cells.length === width && row.cells.every(({ text }, i) => text.trim() === String(i + 1));
}

/** Headings are words; numbers and days in a third of the cells mean that the first row is a record already. */
function looksLikeData(row: TableRow): boolean {
  const filled = row.cells.filter(isFilled);
  const values = filled.filter(isValue).length;
  return values > 0 && values * 3 >= filled.length;
}

function isValue({ kind, text }: Cell): boolean {
  return kind === 'number' || kind === 'date' || /^-?\d[\d\s\u00a0.,/-]*%?$/.test(text.trim());
}
