import { type Readable, Readable as NodeReadable } from 'node:stream';
import { DomainError } from '@dvor/kernel';
import yazl from 'yazl';
import { serialOfDay } from './excel-values.js';
import { columnName } from './find-headings.js';
import { type OutgoingCell, type OutgoingRows, plainCell } from './outgoing-cell.js';

/**
 * A workbook of one sheet, written while its rows come: bold frozen headings, columns as wide as their first rows
 * need, numbers as numbers, days as days, everything else as text.
 *
 * @throws DomainError `table.too-many-rows` past what a sheet holds.
 */
export async function* writeXlsx(
  sheetName: string,
  headings: readonly string[],
  rows: OutgoingRows,
): AsyncGenerator<Uint8Array> {
  const zip = new yazl.ZipFile();
  const sheet = NodeReadable.from(sheetPieces(headings, rows), { objectMode: false });
  const output = zip.outputStream as Readable;
  for (const source of [sheet, zip]) source.on('error', (error: Error) => output.destroy(error));
  for (const [name, text] of fixedParts(sheetName)) zip.addBuffer(Buffer.from(text), name, { mtime: LONG_AGO });
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { mtime: LONG_AGO });
  zip.end();
  try {
    for await (const piece of output) {
      const written = piece as Uint8Array;
      yield written;
    }
  } finally {
    sheet.destroy();
  }
}

/** The same rows make the same bytes. */
const LONG_AGO = new Date(Date.UTC(2000, 0, 1));
const LARGEST_SHEET = 1_048_576;
const PIECE = 65_536;
const MEASURED_ROWS = 100;

/** Widths stand before the rows, so the first rows are held until they are measured. */
async function* sheetPieces(headings: readonly string[], rows: OutgoingRows): AsyncGenerator<Buffer> {
  let first: (readonly OutgoingCell[])[] | null = [];
  let line = 1;
  let text = '';
  const opening = () => {
    const measured = first!;
    first = null;
    line += measured.length;
    return (
      sheetStart([headings, ...measured]) +
      rowXml(1, headings, HEADING) +
      measured.map((row, i) => rowXml(i + 2, row)).join('')
    );
  };
  for await (const row of rows) {
    if (first) {
      first.push(row);
      if (first.length === MEASURED_ROWS) text = opening();
      continue;
    }
    if (++line > LARGEST_SHEET) throw new DomainError('table.too-many-rows', { limit: LARGEST_SHEET - 1 });
    text += rowXml(line, row);
    if (text.length < PIECE) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (first) text = opening();
  yield Buffer.from(`${text}</sheetData></worksheet>`);
}

function sheetStart(rows: readonly (readonly OutgoingCell[])[]): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.min(60, Math.max(8, ...rows.map((row) => plainCell(row[i]).text.length)) + 2),
  );
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<cols>${cols.join('')}</cols><sheetData>`
  );
}

/** Numbers of the styles below. */
const HEADING = 1;
const DAY = 2;
const MOMENT = 3;
const TWO_DECIMALS = 4;
const DIGITS_AS_TEXT = 5;

function rowXml(line: number, row: readonly OutgoingCell[], style = 0): string {
  return `<row r="${line}">${row.map((cell, i) => cellXml(columnName(i + 1) + line, cell, style)).join('')}</row>`;
}

function cellXml(reference: string, cell: OutgoingCell, style: number): string {
  const { kind, text } = plainCell(cell);
  switch (kind) {
    case 'empty':
      return '';
    case 'number':
      return numberXml(reference, text, /\.\d\d$/.test(text) ? TWO_DECIMALS : style);
    case 'boolean':
      return `<c r="${reference}" t="b"><v>${text === 'ИСТИНА' ? 1 : 0}</v></c>`;
    case 'date': {
      const serial = serialOfMoment(text);
      if (serial !== null) return numberXml(reference, serial, text.includes('T') ? MOMENT : DAY);
      return textXml(reference, text, style);
    }
    case 'text':
      return textXml(reference, text, style === 0 && /^[\d.,/ -]+$/.test(text) ? DIGITS_AS_TEXT : style);
  }
}

function numberXml(reference: string, text: string, style: number): string {
  return `<c r="${reference}"${styleXml(style)}><v>${text}</v></c>`;
}

function textXml(reference: string, text: string, style: number): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}" t="inlineStr"${styleXml(style)}><is><t${space}>${excelText(text)}</t></is></c>`;
}

function styleXml(style: number): string {
  return style === 0 ? '' : ` s="${style}"`;
}

function serialOfMoment(text: string): string | null {
  const days = serialOfDay(text);
  if (days === null) return null;
  const [hours, minutes, seconds] = (text.split('T')[1] ?? '0:0:0').split(':').map(Number) as [number, number, number];
  const ofDay = (hours * 3600 + minutes * 60 + seconds) / 86_400;
  return String(days + ofDay);
}

const LONGEST_TEXT = 32_767;

/** What XML can't hold goes as `_x000B_`, and what looks like that already is marked. */
function excelText(text: string): string {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  return escapeXml(
    cut
      .replaceAll(/\p{Cs}/gu, '\ufffd')
      .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
      // eslint-disable-next-line no-control-regex
      .replaceAll(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, (character) => {
        return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
      }),
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `${OFFICE}/spreadsheetml/2006/main`;
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;

function fixedParts(sheetName: string): readonly (readonly [name: string, text: string])[] {
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const override = (part: string, name: string) => `<Override PartName="${part}" ContentType="${type(name)}"/>`;
  const relation = (id: number, name: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${name}" Target="${target}"/>`;
  const relations = (...all: string[]) =>
    `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships">${all.join('')}</Relationships>`;
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${OFFICE}/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        override('/xl/workbook.xml', 'sheet.main') +
        override('/xl/worksheets/sheet1.xml', 'worksheet') +
        `${override('/xl/styles.xml', 'styles')}</Types>`,
    ],
    ['_rels/.rels', relations(relation(1, 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/_rels/workbook.xml.rels',
      relations(relation(1, 'worksheet', 'worksheets/sheet1.xml'), relation(2, 'styles', 'styles.xml')),
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>` +
        `<sheet name="${escapeXml(excelSheetName(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    ['xl/styles.xml', STYLES],
  ];
}

/** Excel opens no book with a sheet whose name is long, empty or has signs of addresses in it. */
function excelSheetName(name: string): string {
  const clean = name
    .replaceAll(/\p{Cs}/gu, '')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\0-\x1f[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim();
  return clean === '' ? 'Лист1' : clean;
}

const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  [14, 22, 2, 49]
    .map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
    .join('') +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
