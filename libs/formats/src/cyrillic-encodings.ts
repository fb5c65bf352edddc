/** The one-byte encodings that Russian banks and offices still write. */
export type CyrillicEncoding = 'windows-1251' | 'koi8-r';

/** The text's bytes; the first character that the encoding lacks is returned instead of being replaced. */
export function encodeCyrillic(
  text: string,
  encoding: CyrillicEncoding,
): { ok: true; bytes: Uint8Array } | { ok: false; character: string } {
  const table = byteOf(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const byte = table.get(character);
    if (byte === undefined) return { ok: false, character };
    bytes.push(byte);
  }
  return { ok: true, bytes: Uint8Array.from(bytes) };
}

export function decodeCyrillic(bytes: Uint8Array, encoding: CyrillicEncoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** `null` where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The bytes behind a text that somebody read byte by byte as Western European (`ÎÎÎ «Ëó÷»`, `Ð£Ðš`);
 * `null` where the text can't have come about so.
 */
export function bytesBehindMojibake(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const byte = code < 0x100 ? code : byteOf('windows-1252').get(character);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

const tables = new Map<string, ReadonlyMap<string, number>>();

/** Character → byte, turned around from the decoder of the runtime, so that no table is kept by hand. */
function byteOf(encoding: CyrillicEncoding | 'windows-1252'): ReadonlyMap<string, number> {
  let table = tables.get(encoding);
  if (!table) {
    const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    table = new Map([...all].map((character, byte) => [character, byte]));
    tables.set(encoding, table);
  }
  return table;
}
