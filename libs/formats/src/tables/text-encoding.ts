import { decodeUtf8 } from '../cyrillic-encodings.js';
import { type TableEncoding } from './table.js';

export interface FoundEncoding {
  readonly encoding: TableEncoding;
  /** Bytes of the mark at the beginning. */
  readonly mark: number;
  /** What a mark claimed that the bytes don't bear out. */
  readonly claimed?: TableEncoding;
}

/** By the bytes: a mark, then valid UTF-8, then the Russian one-byte encoding in which more of it is words. */
export function findEncoding(bytes: Uint8Array): FoundEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return isUtf8(bytes)
      ? { encoding: 'utf-8', mark: 3 }
      : { encoding: findOneByteEncoding(bytes.subarray(3)), mark: 3, claimed: 'utf-8' };
  }
  if (looksUtf16(bytes)) return { encoding: 'utf-16le', mark: 0 };
  return { encoding: isUtf8(bytes) ? 'utf-8' : findOneByteEncoding(bytes), mark: 0 };
}

/**
 * UTF-8, or UTF-8 with a little damage (cut in mid-letter, a pasted byte): letters of two bytes that fit together are
 * hardly ever met by chance, so a few that don't are damage.
 */
export function isUtf8(bytes: Uint8Array): boolean {
  if (decodeUtf8(bytes) !== null) return true;
  let pairs = 0;
  let strays = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const next = bytes[i + 1] ?? 0;
    const paired = (byte === 0xd0 || byte === 0xd1) && next >= 0x80 && next < 0xc0;
    if (paired) {
      pairs++;
      i++;
    } else if (byte !== 0xc2 && byte !== 0xe2 && (byte < 0x80 || byte >= 0xc0)) strays++;
  }
  return pairs > 20 && pairs > strays * 20;
}

/**
 * Capitals of Windows-1251 are frames of cp866, small `а…п` of cp866 are marks and rare letters of Windows-1251: what
 * there is more of decides. The rest is letters in both.
 */
export function findOneByteEncoding(bytes: Uint8Array): 'windows-1251' | 'ibm866' {
  let windows = 0;
  let dos = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    if (byte >= 0xc0 && byte < 0xe0) windows++;
    else if (byte >= 0xf2 && byte !== 0xfc) windows++;
    else if (byte < 0xb0 && !WINDOWS_MARKS.has(byte)) dos++;
  }
  return dos > windows ? 'ibm866' : 'windows-1251';
}

/** Quotes, dashes, no-break space, «, §, ©, Ё, … of Windows-1251, which stand in ordinary texts. */
const WINDOWS_MARKS = new Set([0x84, 0x85, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xa7, 0xa8, 0xa9, 0xab]);

function looksUtf16(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 4096) & ~1;
  let zeros = 0;
  let cyrillic = 0;
  for (let i = 1; i < length; i += 2) {
    if (bytes[i] === 0 && bytes[i - 1] !== 0) zeros++;
    else if (bytes[i] === 4) cyrillic++;
  }
  return length >= 4 && zeros > 0 && zeros + cyrillic > (length / 2) * 0.9;
}

/** The text in pieces, line ends made `\n`. */
export function* decodeInPieces(bytes: Uint8Array, encoding: TableEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let heldReturn = false;
  for (let from = 0; from < bytes.length; from += PIECE) {
    let text = decoder.decode(bytes.subarray(from, from + PIECE), { stream: true });
    if (heldReturn) text = `\r${text}`;
    heldReturn = text.endsWith('\r');
    if (heldReturn) text = text.slice(0, -1);
    if (text !== '') yield text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  }
  const rest = decoder.decode();
  if (heldReturn) yield '\n';
  if (rest !== '') yield rest;
}

const PIECE = 65_536;
