import { type Cell } from './table.js';

/**
 * What a row to be written is made of: a cell as it was read, or a plain value. Sums and volumes come as
 * `{ kind: 'number', text: '45.30' }`, days as `{ kind: 'date', text: '2026-10-31' }`; a bare `number` is a count.
 */
export type OutgoingCell =
  | Cell
  | { readonly kind: 'number' | 'date'; readonly text: string }
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined;

export type OutgoingRows = AsyncIterable<readonly OutgoingCell[]> | Iterable<readonly OutgoingCell[]>;

export interface PlainCell {
  readonly kind: 'empty' | 'text' | 'number' | 'date' | 'boolean';
  readonly text: string;
}

/** A number that would not come back digit for digit (leading zeros, a percent sign, more than 15 digits) is text. */
export function plainCell(cell: OutgoingCell): PlainCell {
  if (cell === null || cell === undefined || cell === '') return { kind: 'empty', text: '' };
  if (typeof cell === 'string') return { kind: 'text', text: cell };
  if (typeof cell === 'boolean') return { kind: 'boolean', text: cell ? 'ИСТИНА' : 'ЛОЖЬ' };
  if (typeof cell === 'number' || typeof cell === 'bigint') return plainCell({ kind: 'number', text: String(cell) });
  switch (cell.kind) {
    case 'number':
      return { kind: isPlainNumber(cell.text) ? 'number' : 'text', text: cell.text };
    case 'date':
      return { kind: /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?$/.test(cell.text) ? 'date' : 'text', text: cell.text };
    case 'problem':
      return { kind: cell.text === '' ? 'empty' : 'text', text: cell.text };
    case 'empty':
    case 'text':
    case 'boolean':
      return { kind: cell.kind, text: cell.text };
  }
}

function isPlainNumber(text: string): boolean {
  const digits = text.replace(/[-.]/g, '').replace(/^0+/, '');
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) && digits.length <= 15;
}
