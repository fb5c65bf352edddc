import { setImmediate } from 'node:timers/promises';
import { DomainError } from '@dvor/kernel';
import { EMPTY, type Cell, type TableEncoding, type TableNote, type TableRow, textCell, trimmed } from './table.js';
import { findOneByteEncoding, isUtf8 } from './text-encoding.js';

export interface Dbf {
  readonly fields: readonly string[];
  readonly encoding: TableEncoding;
  readonly notes: readonly TableNote[];
  rows(): AsyncIterable<TableRow>;
}

/** dBase III and IV, FoxBase, FoxPro, Visual FoxPro, with and without memo. */
const VERSIONS = new Set([0x02, 0x03, 0x04, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0x8e, 0xcb, 0xe5, 0xf5, 0xfb]);

export function isDbf(bytes: Uint8Array): boolean {
  if (bytes.length < 33 || !VERSIONS.has(bytes[0]!)) return false;
  const { headerLength, recordLength } = header(bytes);
  const [, , month, day] = bytes;
  const written = month! <= 12 && day! <= 31;
  const described = headerLength >= 65 && (headerLength <= bytes.length || bytes.length < 4096);
  return written && described && recordLength >= 2 && /^[A-Z@+]$/.test(String.fromCharCode(bytes[43] ?? 0));
}

/**
 * A DBF read record by record. Records marked as deleted are left out and counted; a count of records in the header
 * that the file doesn't hold means that it was cut off.
 *
 * @throws DomainError `table.cut-off` where the file ends before its records do, `table.broken` where its fields make none.
 */
export function openDbf(bytes: Uint8Array, told?: TableEncoding): Dbf {
  const { headerLength, recordLength, count } = header(bytes);
  const fields = readFields(bytes, headerLength, recordLength);
  const body = bytes.subarray(headerLength);
  const held = heldRecords(body, recordLength);
  if (held < count) throw new DomainError('table.cut-off', { line: held + 1 });
  const visible = fields.filter(({ hidden }) => !hidden);
  const { encoding, notes } = chooseEncoding(bytes[29]!, textOf(body, visible, recordLength), told);
  const decoder = new TextDecoder(encoding);
  const deleted = countDeleted(body, recordLength, held);
  if (deleted > 0) notes.push({ code: 'deleted-records', count: deleted });
  if (held > count) notes.push({ code: 'records-differ', told: count, found: held });
  return {
    fields: visible.map(({ name }) => decoder.decode(name).trim()),
    encoding,
    notes,
    rows: () => readRecords(body, visible, recordLength, held, decoder),
  };
}

function header(bytes: Uint8Array): { headerLength: number; recordLength: number; count: number } {
  const view = viewOf(bytes);
  return {
    count: view.getUint32(4, true),
    headerLength: view.getUint16(8, true),
    recordLength: view.getUint16(10, true),
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

interface Field {
  readonly name: Uint8Array;
  readonly type: string;
  readonly at: number;
  readonly width: number;
  readonly decimals: number;
  /** A column of FoxPro's own, such as the flags of empty values. */
  readonly hidden: boolean;
}

function readFields(bytes: Uint8Array, headerLength: number, recordLength: number): Field[] {
  const fields: Field[] = [];
  let at = 1;
  for (let from = 32; from + 32 <= headerLength && bytes[from] !== 0x0d && bytes[from] !== 0x00; from += 32) {
    const descriptor = bytes.subarray(from, from + 32);
    if (descriptor.length < 32) throw new DomainError('table.broken');
    const zero = descriptor.indexOf(0);
    const type = String.fromCharCode(descriptor[11]!);
    // Clipper keeps the upper byte of a long text's width where others keep decimals.
    const width = type === 'C' ? descriptor[16]! + 256 * descriptor[17]! : descriptor[16]!;
    fields.push({
      name: descriptor.subarray(0, zero >= 0 && zero < 11 ? zero : 11),
      type,
      at,
      width,
      decimals: descriptor[17]!,
      hidden: type === '0' || (descriptor[18]! & 1) === 1,
    });
    at += width;
  }
  if (fields.length === 0 || at > recordLength) throw new DomainError('table.broken');
  return fields;
}

/** Whole records up to the mark of the end; the mark can't begin a record. */
function heldRecords(body: Uint8Array, recordLength: number): number {
  let held = 0;
  while ((held + 1) * recordLength <= body.length && isRecordMark(body[held * recordLength]!)) held++;
  return held;
}

function isRecordMark(byte: number): boolean {
  return byte === KEPT || byte === DELETED;
}

const KEPT = 0x20;
const DELETED = 0x2a;

function countDeleted(body: Uint8Array, recordLength: number, held: number): number {
  let deleted = 0;
  for (let record = 0; record < held; record++) if (body[record * recordLength] === DELETED) deleted++;
  return deleted;
}

/** Language marks that mean something in Russia; most programs write none. */
const LANGUAGES: Readonly<Record<number, TableEncoding>> = {
  0x26: 'ibm866',
  0x65: 'ibm866',
  0x66: 'ibm866',
  0xc9: 'windows-1251',
};

function chooseEncoding(
  language: number,
  text: Uint8Array,
  told: TableEncoding | undefined,
): { encoding: TableEncoding; notes: TableNote[] } {
  const marked = LANGUAGES[language];
  const plain = text.every((byte) => byte < 0x80);
  if (told !== undefined && !told.startsWith('utf-16') && (told !== 'utf-8' || isUtf8(text))) {
    return { encoding: told, notes: marked && marked !== told ? [differs(marked, told)] : [] };
  }
  if (plain) return { encoding: marked ?? 'ibm866', notes: [] };
  const encoding = isUtf8(text) ? 'utf-8' : findOneByteEncoding(text);
  return { encoding, notes: marked && marked !== encoding ? [differs(marked, encoding)] : [] };
}

function differs(told: TableEncoding, found: TableEncoding): TableNote {
  return { code: 'encoding-differs', told, found };
}

/** The texts of the first records, for judging by. */
function textOf(body: Uint8Array, fields: readonly Field[], recordLength: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const records = Math.min(Math.floor(body.length / recordLength), 2000);
  for (let record = 0; record < records; record++) {
    const from = record * recordLength;
    for (const { type, at, width } of fields) {
      if (type === 'C') parts.push(body.subarray(from + at, from + at + width));
    }
  }
  return Buffer.concat(parts);
}

async function* readRecords(
  body: Uint8Array,
  fields: readonly Field[],
  recordLength: number,
  held: number,
  decoder: TextDecoder,
): AsyncGenerator<TableRow> {
  for (let record = 0; record < held; record++) {
    if (record % 2000 === 1999) await setImmediate(); // others want the thread too
    const bytes = body.subarray(record * recordLength, (record + 1) * recordLength);
    if (bytes[0] === DELETED) continue;
    const cells = trimmed(
      fields.map((field) => cellOf(bytes.subarray(field.at, field.at + field.width), field, decoder)),
    );
    if (cells.length > 0) yield { line: record + 1, cells };
  }
}

function cellOf(bytes: Uint8Array, { type, decimals }: Field, decoder: TextDecoder): Cell {
  switch (type) {
    case 'C':
      return textCell(decoder.decode(bytes).replace(/[\0 ]+$/, ''));
    case 'N':
    case 'F':
      return numberCell(plain(bytes));
    case 'D':
      return dateCell(plain(bytes));
    case 'L':
      return logicalCell(plain(bytes));
    case 'I':
    case '+':
      return { kind: 'number', text: String(viewOf(bytes).getInt32(0, true)) };
    case 'Y':
      return { kind: 'number', text: scaled(viewOf(bytes).getBigInt64(0, true), 4) };
    case 'T':
    case '@':
      return momentCell(viewOf(bytes));
    case 'B':
      if (bytes.length === 8) return { kind: 'number', text: viewOf(bytes).getFloat64(0, true).toFixed(decimals) };
      break;
  }
  // The number of a block in the memo file: four bytes of FoxPro, ten digits elsewhere.
  const text = bytes.length === 4 ? String(viewOf(bytes).getUint32(0, true) || '') : plain(bytes);
  return text === '' || /^0+$/.test(text) ? EMPTY : { kind: 'problem', problem: 'elsewhere', text };
}

function plain(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replaceAll('\0', ' ').trim();
}

function numberCell(text: string): Cell {
  if (text === '') return EMPTY;
  const match = /^([+-]?)(\d*)[.,]?(\d*)$/.exec(text);
  if (!match || match[2]! + match[3]! === '') return { kind: 'problem', problem: 'unreadable', text };
  const sign = match[1] === '-' ? '-' : '';
  return { kind: 'number', text: `${sign}${match[2] || '0'}${match[3] ? `.${match[3]}` : ''}` };
}

function dateCell(text: string): Cell {
  if (text === '' || text === '00000000') return EMPTY;
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return { kind: 'problem', problem: 'unreadable', text };
  const [, year, month, day] = match;
  const iso = `${year}-${month}-${day}`;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Date(time).toISOString().startsWith(iso)
    ? { kind: 'date', text: iso }
    : { kind: 'problem', problem: 'unreadable', text };
}

function logicalCell(text: string): Cell {
  if (/^[TYДty]$/.test(text)) return { kind: 'boolean', text: 'ИСТИНА' };
  if (/^[FNfn]$/.test(text)) return { kind: 'boolean', text: 'ЛОЖЬ' };
  return text === '' || text === '?' ? EMPTY : { kind: 'problem', problem: 'unreadable', text };
}

/** Days of the Julian calendar and milliseconds of the day. */
function momentCell(view: DataView): Cell {
  const days = view.getInt32(0, true);
  if (days === 0) return EMPTY;
  const moment = new Date((days - 2_440_588) * 86_400_000 + Math.round(view.getInt32(4, true) / 1000) * 1000);
  if (Number.isNaN(moment.getTime())) return { kind: 'problem', problem: 'unreadable', text: String(days) };
  return { kind: 'date', text: moment.toISOString().slice(0, 19).replace('T00:00:00', '') };
}

function scaled(value: bigint, decimals: number): string {
  const digits = String(value < 0n ? -value : value).padStart(decimals + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
