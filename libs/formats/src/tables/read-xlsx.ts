import { DomainError } from '@dvor/kernel';
import { type NumberShape, shapeOfBuiltIn, shapeOfFormat } from './excel-values.js';
import { type MergedRange } from './find-headings.js';
import { readSheet, type SheetSurroundings } from './read-sheet.js';
import { readSharedStrings, SharedStrings } from './shared-strings.js';
import { type TableRow } from './table.js';
import { readXml } from './xml-elements.js';
import { openZip, type ZipParts } from './zip-parts.js';

export interface Workbook {
  /** Visible ones with cells, in the workbook's order. */
  readonly sheets: readonly string[];
  rows(sheet: string): AsyncIterable<TableRow>;
  mergedRanges(sheet: string): Promise<MergedRange[]>;
}

const SMALL_PART = 32 * 2 ** 20;
const STRINGS_PART = 512 * 2 ** 20;

/** @throws DomainError `table.broken`, `table.encrypted`, `table.too-large`, `table.other-format`. */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const zip = await openZip(bytes);
  const main = await workbookPart(zip);
  const relations = await readRelations(zip, main);
  const { sheets, from1904 } = await readWorkbook(zip, main);
  const parts = new Map<string, string>();
  for (const { name, relation, hidden } of sheets) {
    const target = relations.get(relation);
    if (!hidden && target && /worksheet$/.test(target.type)) parts.set(name, target.part);
  }
  const relatedPart = (type: string) => [...relations.values()].find((relation) => relation.type.endsWith(type))?.part;
  const surroundings: SheetSurroundings = {
    from1904,
    formats: await readFormats(zip, relatedPart('/styles')),
    strings: await readStrings(zip, relatedPart('/sharedStrings')),
  };
  return {
    sheets: [...parts.keys()],
    rows: (sheet) => readSheet(zip.read(parts.get(sheet)!), surroundings),
    mergedRanges: (sheet) => readMergedRanges(zip.read(parts.get(sheet)!)),
  };
}

/** The part that the package calls its document; what else a ZIP may be is told apart by its names. */
async function workbookPart(zip: ZipParts): Promise<string> {
  const relations = zip.has('_rels/.rels') ? await readRelations(zip, '') : new Map<string, Relation>();
  const main = [...relations.values()].find(({ type }) => type.endsWith('/officeDocument'))?.part ?? 'xl/workbook.xml';
  if (zip.has(main) && /workbook[^/]*\.xml$/i.test(main)) return main;
  throw new DomainError('table.other-format', { format: formatOfZip(zip) });
}

function formatOfZip(zip: ZipParts): string {
  const known: readonly (readonly [RegExp, string])[] = [
    [/^xl\/workbook\.bin$/i, 'XLSB'],
    [/^word\//i, 'DOCX'],
    [/^ppt\//i, 'PPTX'],
    [/^content\.xml$/i, 'ODS'],
  ];
  return known.find(([pattern]) => zip.names.some((name) => pattern.test(name)))?.[1] ?? 'ZIP';
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

async function readRelations(zip: ZipParts, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  const relations = new Map<string, Relation>();
  if (!zip.has(name)) return relations;
  await readXml(zip.read(name, SMALL_PART), {
    open(element, { Id, Type, Target, TargetMode }) {
      if (element !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
      relations.set(Id, { type: Type ?? '', part: resolvePart(folder, Target) });
    },
  });
  return relations;
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

async function readWorkbook(zip: ZipParts, part: string): Promise<{ sheets: SheetEntry[]; from1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  await readXml(zip.read(part, SMALL_PART), {
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      const relation = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
      sheets.push({ name: attributes['name'] ?? '', relation, hidden: /hidden/i.test(attributes['state'] ?? '') });
    },
  });
  return { sheets, from1904 };
}

async function readFormats(zip: ZipParts, part: string | undefined): Promise<NumberShape[]> {
  if (part === undefined || !zip.has(part)) return [];
  const custom = new Map<number, NumberShape>();
  const formats: NumberShape[] = [];
  let inCells = false;
  await readXml(zip.read(part, SMALL_PART), {
    open(element, attributes) {
      if (element === 'numFmt')
        custom.set(Number(attributes['numFmtId']), shapeOfFormat(attributes['formatCode'] ?? ''));
      else if (element === 'cellXfs') inCells = true;
      else if (element === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        formats.push(custom.get(id) ?? shapeOfBuiltIn(id));
      }
    },
    close(element) {
      if (element === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

async function readStrings(zip: ZipParts, part: string | undefined): Promise<SharedStrings> {
  if (part === undefined || !zip.has(part)) return new SharedStrings();
  return readSharedStrings(zip.read(part, STRINGS_PART));
}

/** They stand behind the rows, so the part is run through once without being parsed; their names are plain text. */
async function readMergedRanges(pieces: AsyncIterable<Uint8Array>): Promise<MergedRange[]> {
  let tail = '';
  let found = false;
  for await (const piece of pieces) {
    const text = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1');
    tail += text;
    if (!found) {
      const at = tail.indexOf('/sheetData>') >= 0 ? tail.indexOf('/sheetData>') : tail.indexOf('sheetData/>');
      found = at >= 0;
      tail = found ? tail.slice(at) : tail.slice(-16);
    }
    if (tail.length > MERGED_TEXT) break;
  }
  if (!found) return [];
  return [...tail.matchAll(/mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)].map(
    ([, left, top, right, bottom]) => ({
      name: `${left}${top}:${right}${bottom}`,
      top: Number(top),
      bottom: Number(bottom),
      left: columnNumber(left!),
      right: columnNumber(right!),
    }),
  );
}

const MERGED_TEXT = 4 * 2 ** 20;

function columnNumber(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
