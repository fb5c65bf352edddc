import { DomainError } from '@dvor/kernel';
import { openTable, type Table, type TableEncoding } from '@dvor/formats';
import type { ImportSettings } from '../kinds/kind.js';
import type { ColumnMap } from '../reading/field.js';
import { headingsHash } from './headings-hash.js';

/** What the user may say a text or DBF is written in. */
export const TOLD_ENCODINGS = ['utf-8', 'windows-1251', 'ibm866', 'koi8-r'] as const satisfies readonly TableEncoding[];
export type ToldEncoding = (typeof TOLD_ENCODINGS)[number];

/** How a file is to be read where what is found out by itself would be wrong; `null`: found out. */
export interface Reading {
  readonly encoding: ToldEncoding | null;
  /** 0: the file has no headings. */
  readonly headingLine: number | null;
}

/** How tables with certain headings were read the last time. */
export interface KnownSource extends Reading {
  readonly name: string;
  readonly map: ColumnMap;
  readonly settings: ImportSettings;
  readonly headings: Buffer;
}

/** @throws DomainError those of `openTable` */
export async function openFile(
  content: Uint8Array,
  { sheet, encoding, headingLine }: Reading & { readonly sheet: string | null },
): Promise<Table> {
  return openTable(content, {
    ...(sheet !== null && { sheet }),
    ...(encoding !== null && { encoding }),
    ...(headingLine !== null && { headingLine }),
  });
}

export const FOUND_OUT: Reading = { encoding: null, headingLine: null };

/**
 * Opens a file as tables of its source were opened: with the source whose headings it has, by itself or when it is read in
 * that source's way. A table without headings looks like any other of its width, so it is taken for known only where its
 * first line would make no headings.
 * @throws DomainError those of `openTable`
 */
export async function openAsKnown(
  content: Uint8Array,
  sheet: string | null,
  sources: readonly KnownSource[],
): Promise<{ readonly table: Table; readonly reading: Reading; readonly source: KnownSource | null }> {
  const plain = await openFile(content, { sheet, ...FOUND_OUT });
  const direct = sources.find((source) => source.headings.equals(headingsHash(plain.headings)));
  if (direct && isFoundOut(direct)) return { table: plain, reading: FOUND_OUT, source: direct };
  const headless = plain.notes.some(({ code }) => code === 'headings-look-like-data');
  for (const { encoding, headingLine } of waysOf(direct ? [direct, ...sources] : sources)) {
    if (headingLine === 0 && !headless) continue;
    const table = await opened(content, { sheet, encoding, headingLine });
    const source = table && sources.find((one) => isWay(one, { encoding, headingLine }) && isOf(one, table));
    if (source) return { table, reading: { encoding, headingLine }, source };
  }
  return { table: plain, reading: FOUND_OUT, source: direct ?? null };
}

/** More ways than that nobody has; each costs the opening of the file. */
const MOST_WAYS = 5;

function waysOf(sources: readonly KnownSource[]): Reading[] {
  const ways: Reading[] = [];
  for (const source of sources)
    if (!isFoundOut(source) && !ways.some((way) => isWay(source, way)))
      ways.push({ encoding: source.encoding, headingLine: source.headingLine });
  return ways.slice(0, MOST_WAYS);
}

function isFoundOut(reading: Reading): boolean {
  return isWay(reading, FOUND_OUT);
}

function isWay(reading: Reading, way: Reading): boolean {
  return reading.encoding === way.encoding && reading.headingLine === way.headingLine;
}

function isOf(source: KnownSource, table: Table): boolean {
  return source.headings.equals(headingsHash(table.headings));
}

/** `null` where the file can't be read so. */
async function opened(content: Uint8Array, asked: Parameters<typeof openFile>[1]): Promise<Table | null> {
  try {
    return await openFile(content, asked);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
