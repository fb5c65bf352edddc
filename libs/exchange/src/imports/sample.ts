import type { Table } from '@dvor/formats';

export interface SampleRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const ROWS = 5;
const ROWS_FROM_TOP = 20;
const LONGEST = 120;

/** The first rows, long texts cut. */
export async function sampleOf(
  table: Pick<Table, 'rows'>,
  { fromTop }: { readonly fromTop: boolean },
): Promise<SampleRow[]> {
  const sample: SampleRow[] = [];
  for await (const { line, cells } of table.rows()) {
    sample.push({ line, cells: cells.map(({ text }) => text.slice(0, LONGEST)) });
    if (sample.length === (fromTop ? ROWS_FROM_TOP : ROWS)) break;
  }
  return sample;
}
