import { type NumberShape, numericCell } from './excel-values.js';
import { type SharedStrings, unescapeExcel } from './shared-strings.js';
import { EMPTY, type Cell, isFilled, type TableRow, textCell, trimmed } from './table.js';
import { XmlFeed } from './xml-elements.js';

export interface SheetSurroundings {
  readonly strings: SharedStrings;
  /** By the number of a cell's style. */
  readonly formats: readonly NumberShape[];
  readonly from1904: boolean;
}

/** The filled rows of a worksheet part, a piece of the part at a time. */
export async function* readSheet(
  pieces: AsyncIterable<Uint8Array>,
  surroundings: SheetSurroundings,
): AsyncGenerator<TableRow> {
  const reader = new SheetReader(surroundings);
  const feed = new XmlFeed(reader);
  for await (const piece of pieces) {
    feed.write(piece);
    yield* reader.take();
    if (reader.ended) return;
  }
  feed.end();
}

const MOST_COLUMNS = 16_384;

class SheetReader {
  ended = false;
  private rows: TableRow[] = [];
  private inRows = false;
  private line = 0;
  private cells: Cell[] = [];
  private column = 0;
  private type = '';
  private style = 0;
  private formula = false;
  private value: string | null = null;
  private inlineText: string | null = null;
  private gathering: 'value' | 'inline' | null = null;
  private phonetic = false;

  constructor(private readonly surroundings: SheetSurroundings) {}

  take(): TableRow[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'sheetData') this.inRows = true;
    if (!this.inRows) return;
    switch (name) {
      case 'row':
        this.line = attributes['r'] === undefined ? this.line + 1 : Number(attributes['r']);
        this.column = 0;
        break;
      case 'c':
        this.column = columnOf(attributes['r']) ?? this.column + 1;
        this.type = attributes['t'] ?? 'n';
        this.style = Number(attributes['s'] ?? 0);
        this.formula = false;
        this.value = null;
        this.inlineText = null;
        break;
      case 'f':
        this.formula = true;
        break;
      case 'v':
        this.value = '';
        this.gathering = 'value';
        break;
      case 'is':
        this.inlineText = '';
        break;
      case 'rPh':
        this.phonetic = true;
        break;
      case 't':
        if (this.inlineText !== null && !this.phonetic) this.gathering = 'inline';
        break;
    }
  }

  text(text: string): void {
    if (this.gathering === 'value') this.value += text;
    else if (this.gathering === 'inline') this.inlineText += text;
  }

  close(name: string): void {
    if (!this.inRows) return;
    switch (name) {
      case 'v':
      case 't':
        this.gathering = null;
        break;
      case 'rPh':
        this.phonetic = false;
        break;
      case 'c':
        this.addCell();
        break;
      case 'row':
        this.addRow();
        break;
      case 'sheetData':
        this.inRows = false;
        this.ended = true;
        break;
    }
  }

  private addCell(): void {
    if (this.column > MOST_COLUMNS) return;
    const cell = this.cell();
    if (!isFilled(cell)) return;
    while (this.cells.length < this.column - 1) this.cells.push(EMPTY);
    this.cells[this.column - 1] = this.formula ? { ...cell, formula: true } : cell;
  }

  private addRow(): void {
    const cells = trimmed(this.cells);
    if (cells.length === 0) return;
    this.rows.push({ line: this.line, cells });
    this.cells = [];
  }

  private cell(): Cell {
    const { type, value } = this;
    if (this.inlineText !== null) return textCell(unescapeExcel(this.inlineText));
    if (value === null || (value === '' && type !== 'str')) {
      return this.formula ? { kind: 'problem', problem: 'formula-without-value', text: '' } : EMPTY;
    }
    switch (type) {
      case 's':
        return this.sharedCell(value);
      case 'str':
      case 'inlineStr':
        return textCell(unescapeExcel(value));
      case 'b':
        return { kind: 'boolean', text: value === '1' || value === 'true' ? 'ИСТИНА' : 'ЛОЖЬ' };
      case 'e':
        return { kind: 'problem', problem: 'error', text: value };
      case 'd':
        return isoCell(value);
      default: {
        const format = this.surroundings.formats[this.style] ?? { shape: 'plain' };
        return numericCell(value, format, this.surroundings.from1904);
      }
    }
  }

  private sharedCell(value: string): Cell {
    const text = this.surroundings.strings.at(Number(value));
    return text === null ? { kind: 'problem', problem: 'unreadable', text: value } : textCell(text);
  }
}

/** `AB12` is 28. */
function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? null : column;
}

function isoCell(value: string): Cell {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(value);
  if (!match) return textCell(value);
  const time = match[2] === undefined || match[2] === '00:00:00' ? '' : `T${match[2]}`;
  return { kind: 'date', text: match[1]! + time };
}
