import type { RoughItem } from '@dvor/billing';
import { type Cell, openTable, type TableRow } from '@dvor/formats';
import { DomainError, Money, periodOf, tryParsePeriod, type Period } from '@dvor/kernel';

/** A line of a table of corrections: read, or why it can't be. */
export type CorrectionLine = { readonly line: number } & (
  { readonly rough: RoughItem } | { readonly rough: null; readonly refusal: DomainError }
);

const COLUMNS = {
  account: ['лицевой счёт', 'лицевой счет', 'счёт', 'счет', 'л/с', 'лс'],
  service: ['услуга'],
  origin: ['месяц', 'за месяц', 'период'],
  by: ['изменить на', 'дельта', 'изменение'],
  to: ['должно быть', 'станет'],
  part: ['часть'],
} as const;
type Column = keyof typeof COLUMNS;

export const MOST_CORRECTIONS = 1_000;

/**
 * «Счёт, Услуга, Месяц, Изменить на (или Должно быть), Часть»: corrections of many accounts, as people keep them.
 *
 * @throws DomainError `correction.no-column`, `correction.table-too-long`, and those of `openTable`
 */
export async function readCorrectionTable(content: Uint8Array): Promise<CorrectionLine[]> {
  const table = await openTable(content);
  const places = placesOf(table.headings);
  for (const needed of ['account', 'service', 'origin'] as const)
    if (!places.has(needed)) throw new DomainError('correction.no-column', { column: COLUMNS[needed][0] });
  if (!places.has('by') && !places.has('to')) throw new DomainError('correction.no-column', { column: COLUMNS.by[0] });
  const lines: CorrectionLine[] = [];
  for await (const row of table.rows()) {
    if (lines.length === MOST_CORRECTIONS)
      throw new DomainError('correction.table-too-long', { limit: MOST_CORRECTIONS });
    lines.push(lineOf(row, places));
  }
  return lines;
}

function placesOf(headings: readonly string[]): Map<Column, number> {
  const plain = headings.map((heading) => heading.trim().toLowerCase());
  const places = new Map<Column, number>();
  for (const [column, names] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    const at = plain.findIndex((heading) => names.includes(heading));
    if (at >= 0) places.set(column, at);
  }
  return places;
}

function lineOf({ line, cells }: TableRow, places: ReadonlyMap<Column, number>): CorrectionLine {
  const cellOf = (column: Column): Cell | undefined => cells[places.get(column) ?? -1];
  const textOf = (column: Column) => cellOf(column)?.text.trim() ?? '';
  try {
    const origin = monthOf(cellOf('origin'));
    const change = changeOf(textOf('by'), textOf('to'));
    const part = partOf(textOf('part'));
    return { line, rough: { account: textOf('account'), service: textOf('service'), part, origin, change } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { line, rough: null, refusal: error };
  }
}

/** `2026-10`, `10.2026`, or any day of the month. */
function monthOf(cell: Cell | undefined): Period {
  const text = cell?.text.trim() ?? '';
  const iso = /^(\d{4}-\d{2})(-\d{2})?/.exec(text)?.[1];
  const russian = /^(?:\d{2}\.)?(\d{2})\.(\d{4})$/.exec(text);
  const period = iso ? tryParsePeriod(iso) : russian ? safePeriod(Number(russian[2]), Number(russian[1])) : null;
  if (period === null) throw new DomainError('correction.row-month', { value: text });
  return period;
}

function safePeriod(year: number, month: number): Period | null {
  return month >= 1 && month <= 12 ? periodOf(year, month) : null;
}

function changeOf(by: string, to: string): RoughItem['change'] {
  if ((by === '') === (to === '')) throw new DomainError('correction.row-one-sum');
  return by === '' ? { to: sumOf(to) } : { by: sumOf(by) };
}

function sumOf(text: string): Money {
  const plain = text.replaceAll(/[\s₽]/g, '').replace(',', '.').replace('−', '-');
  if (!/^-?\d{1,10}(\.\d{1,2})?$/.test(plain)) throw new DomainError('correction.row-sum', { value: text });
  return Money.parse(plain);
}

function partOf(text: string): RoughItem['part'] {
  const plain = text.toLowerCase();
  if (plain === '') return null;
  if (plain.startsWith('общ') || plain === 'одн' || plain === 'сои') return 'common';
  if (plain.startsWith('инд')) return 'individual';
  throw new DomainError('correction.row-part', { value: text });
}
