import { DomainError } from '@dvor/kernel';
import { isDbf } from './read-dbf.js';
import { findEncoding } from './text-encoding.js';

/**
 * What the bytes are. A ZIP is taken for XLSX here; opening it shows whether it is.
 *
 * @throws DomainError `table.empty`, `table.encrypted`, `table.old-excel`, `table.other-format`, `table.not-a-table`.
 */
export function recognise(bytes: Uint8Array): 'xlsx' | 'dbf' | 'text' {
  if (bytes.every((byte) => BLANKS.has(byte))) throw new DomainError('table.empty');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'xlsx';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw oleRefusal(bytes);
  if (startsWith(bytes, [0x09, 0x08]) || startsWith(bytes, [0x09, 0x04, 0x06, 0x00]))
    throw new DomainError('table.old-excel');
  const signature = SIGNATURES.find(([start]) => startsWith(bytes, start));
  if (signature) throw new DomainError('table.other-format', { format: signature[1] });
  if (isDbf(bytes)) return 'dbf';
  const { encoding, mark } = findEncoding(bytes);
  if (!encoding.startsWith('utf-16') && isBinary(bytes)) throw new DomainError('table.not-a-table');
  const start = new TextDecoder(encoding).decode(bytes.subarray(mark, mark + 2048)).trimStart();
  const other = OTHER_TEXTS.find(([pattern]) => pattern.test(start));
  if (other) throw new DomainError('table.other-format', { format: other[1] });
  return 'text';
}

/** Zeros too: a file whose download broke off can be all zeros. */
const BLANKS = new Set([0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x20, 0xef, 0xbb, 0xbf, 0xff, 0xfe]);

const SIGNATURES: readonly (readonly [start: readonly number[], format: string])[] = [
  [ascii('%PDF'), 'PDF'],
  [[0x89, ...ascii('PNG')], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [ascii('GIF8'), 'GIF'],
  [[...ascii('II'), 0x2a, 0x00], 'TIFF'],
  [[...ascii('MM'), 0x00, 0x2a], 'TIFF'],
  [ascii('RIFF'), 'WEBP'],
  [ascii('Rar!'), 'RAR'],
  [[...ascii('7z'), 0xbc, 0xaf], '7Z'],
  [[0x1f, 0x8b], 'GZIP'],
  [ascii('SQLite format'), 'SQLite'],
];

const OTHER_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:<!doctype html|<html|<table|<head|<body|<meta|<style|<div)/i, 'HTML'],
  [/^<\?xml[^>]*\?>\s*(?:<!--[^]*?-->\s*)?<html/i, 'HTML'],
  [/^<[?!a-z]/i, 'XML'],
  [/^\{\\rtf/, 'RTF'],
  [/^(?:\{\s*["}]|\[\s*[[{"])/, 'JSON'],
  [/^1CClientBankExchange/, '1CClientBankExchange'],
  [/^MIME-Version:/i, 'MHTML'],
  [/^ID;P/, 'SYLK'],
];

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** The names of the streams in a compound file tell whose it is. */
function oleRefusal(bytes: Uint8Array): DomainError {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return new DomainError('table.encrypted');
  if (has('WordDocument')) return new DomainError('table.other-format', { format: 'DOC' });
  if (has('Workbook') || has('Book')) return new DomainError('table.old-excel');
  return new DomainError('table.not-a-table');
}

/** Text has no control characters but tabs, line and page ends. */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 65_536);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte === 0) return true;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a) controls++;
  }
  return controls * 100 > length;
}
