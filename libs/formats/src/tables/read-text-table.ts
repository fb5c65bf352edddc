import { pipeline, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { DomainError } from '@dvor/kernel';
import { CsvError, parse } from 'csv-parse';
import { type Cell, type TableEncoding, type TableRow, textCell, trimmed } from './table.js';
import { decodeInPieces } from './text-encoding.js';

/**
 * The records of a CSV, TSV or semicolon text, one at a time.
 *
 * Quotes inside unquoted text are text (`ООО "Двор"`); rows may differ in length; the apostrophe that `writeCsv` sets
 * before what Excel would take for a formula is taken off again.
 *
 * @throws DomainError `table.open-quote` with the line where a quote opens and never closes.
 */
export async function* readTextTable(
  bytes: Uint8Array,
  encoding: TableEncoding,
  delimiter: string,
): AsyncGenerator<TableRow> {
  let line = 1; // of the record that is being read, even while rows before it wait to be taken
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
    on_record(record: string[], { lines }) {
      const row = { line, cells: trimmed(record.map(cellOf)) };
      line = lines + 1;
      return (isContent(row) ? row : null) as never; // the declared types know of arrays only
    },
  });
  // What goes wrong destroys the parser, and so reaches the loop below.
  pipeline(Readable.from(inTurns(decodeInPieces(bytes, encoding))), parser, () => {});
  try {
    for await (const row of parser as AsyncIterable<TableRow>) yield row;
  } catch (error) {
    throw error instanceof CsvError ? new DomainError('table.open-quote', { line }) : error;
  }
}

/** Lets others have the thread between pieces. */
async function* inTurns(pieces: Iterable<string>): AsyncGenerator<string> {
  for (const piece of pieces) {
    yield piece;
    await setImmediate();
  }
}

/** `sep=;` in the first line is for Excel. */
function isContent({ line, cells }: TableRow): boolean {
  return cells.length > 1 || (cells.length === 1 && !(line === 1 && /^sep=.?$/i.test(cells[0]!.text)));
}

const LONGEST_RECORD = 2_000_000;

function cellOf(text: string): Cell {
  const guarded = text.startsWith("'") && /^'+[=+\-@\t]/.test(text);
  return textCell(guarded ? text.slice(1) : text);
}

/** The separator that divides most lines into the same number of parts; a comma only after all others. */
export function findDelimiter(bytes: Uint8Array, encoding: TableEncoding): string {
  const lines = firstLines(bytes, encoding);
  const hint = /^sep=(.)$/i.exec(lines[0] ?? '');
  if (hint) return hint[1]!;
  let best = ';';
  let bestScore = 0;
  for (const delimiter of [';', '\t', '|', ',']) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(delimiter).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const score = Math.max(0, ...counts.values());
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Without what stands in quotes; records, that is, since a line end in quotes goes with it. */
function firstLines(bytes: Uint8Array, encoding: TableEncoding): string[] {
  const text = [...decodeInPieces(bytes.subarray(0, 65_536), encoding)].join('');
  const lines = text
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return (bytes.length > 65_536 ? lines.slice(0, -1) : lines).slice(0, 100);
}
