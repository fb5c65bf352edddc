import { type OutgoingRows, type OutgoingCell, plainCell } from './outgoing-cell.js';

/**
 * A CSV that Russian Excel opens by a double click: UTF-8 with its mark, semicolons, CRLF, decimal commas, days as
 * 31.12.2026. Text that Excel would run as a formula gets an apostrophe in front; `openTable` takes it off.
 */
export async function* writeCsv(headings: readonly string[], rows: OutgoingRows): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = `\uFEFF${record(headings)}`;
  for await (const row of rows) {
    text += record(row);
    if (text.length < PIECE) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

const PIECE = 65_536;

function record(cells: readonly OutgoingCell[]): string {
  return `${cells.map(field).join(';')}\r\n`;
}

function field(cell: OutgoingCell): string {
  const { kind, text } = plainCell(cell);
  switch (kind) {
    case 'number':
      return text.replace('.', ',');
    case 'date':
      return text.replace(/^(\d{4})-(\d{2})-(\d{2})T?/, '$3.$2.$1 ').trimEnd();
    case 'empty':
    case 'text':
    case 'boolean':
      return quoted(isFormulaLike(text) ? `'${text}` : text);
  }
}

/** Apostrophes before it count, so that reading can take exactly one off. */
function isFormulaLike(text: string): boolean {
  return /^'*[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:[.,]\d+)?$/.test(text);
}

function quoted(text: string): string {
  return /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
