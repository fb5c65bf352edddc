import { decodeCyrillic, decodeUtf8 } from '../cyrillic-encodings.js';
import type { BillerCall } from './biller.js';

/** Longer than any honest request of these protocols by far. */
const LONGEST = 16_384;
const MOST_PARAMETERS = 100;

/** Names in lower case: the same bank writes `ACTION` in one scenario and `action` in another. */
export type Parameters = ReadonlyMap<string, string>;

/**
 * The parameters of the query and of a form in the body. `null` where they can't be honest: too long, too many, or one
 * name with two values, of which our side and the bank's would each believe another.
 */
export function readParameters({ query, body }: BillerCall): Parameters | null {
  if (query.length + body.length > LONGEST) return null;
  const parameters = new Map<string, string>();
  for (const text of [query, Buffer.from(body).toString('latin1')]) {
    for (const pair of text.replace(/^\?/, '').split('&')) {
      if (pair.trim() === '') continue;
      const equals = pair.indexOf('=');
      const name = decode(equals < 0 ? pair : pair.slice(0, equals)).toLowerCase();
      const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
      if (parameters.has(name) && parameters.get(name) !== value) return null;
      parameters.set(name, value);
    }
    if (parameters.size > MOST_PARAMETERS) return null;
  }
  return parameters;
}

/** Valid UTF-8 is believed, anything else is windows-1251; control characters and outer blanks go. */
function decode(text: string): string {
  const bytes = percentDecoded(text.replaceAll('+', ' '));
  return tidy(decodeUtf8(bytes) ?? decodeCyrillic(bytes, 'windows-1251'));
}

export function tidy(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what is taken off
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\ufeff]+/g, ' ').trim();
}

/** Stray percent signs stand for themselves, characters beyond a byte are written as UTF-8. */
function percentDecoded(text: string): Uint8Array {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length;) {
    const code = /^%([0-9a-f]{2})/i.exec(text.slice(at, at + 3))?.[1];
    if (code !== undefined) {
      bytes.push(Number.parseInt(code, 16));
      at += 3;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at)!);
    const point = character.codePointAt(0)!;
    if (point < 0x100) bytes.push(point);
    else bytes.push(...encoder.encode(character));
    at += character.length;
  }
  return Uint8Array.from(bytes);
}

/** All but the named, as a plain record: `said` without passwords, `fields` without what the dialect knows. */
export function without(parameters: Parameters, names: readonly string[]): Record<string, string> {
  return Object.fromEntries([...parameters].filter(([name]) => !names.includes(name)));
}
