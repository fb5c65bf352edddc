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
export function readParameters(call: BillerCall): Parameters | null {
  const pairs = readPairs(call);
  if (pairs === null) return null;
  const parameters = new Map<string, string>();
  for (const [spelled, untidy] of pairs) {
    const name = tidy(spelled).toLowerCase();
    const value = tidy(untidy);
    if (parameters.has(name) && parameters.get(name) !== value) return null;
    parameters.set(name, value);
  }
  return parameters;
}

/** Names and values to the letter, as a signature is reckoned from them. */
export function readPairs({ query, body }: BillerCall): [name: string, value: string][] | null {
  if (query.length + body.length > LONGEST) return null;
  const pairs = [query.replace(/^\?/, ''), Buffer.from(body).toString('latin1')]
    .flatMap((text) => text.split('&'))
    .filter((pair) => pair.trim() !== '');
  if (pairs.length > MOST_PARAMETERS) return null;
  return pairs.map((pair) => {
    const equals = pair.indexOf('=');
    return equals < 0 ? [decode(pair), ''] : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))];
  });
}

/** Valid UTF-8 is believed, anything else is windows-1251. Most values are plain digits and letters. */
function decode(text: string): string {
  if (/^[\w.:-]*$/.test(text)) return text;
  const bytes = percentDecoded(text.replaceAll('+', ' '));
  return decodeUtf8(bytes) ?? decodeCyrillic(bytes, 'windows-1251');
}

/** Without control characters and outer blanks. */
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

/** Never logged and never handed on, whichever dialect they come in. */
const SECRETS: readonly string[] = ['password', 'hash', 'sign'];

/** Without passwords and signatures, and without `known`: what the dialect reads into places of its own. */
export function spoken(parameters: Parameters, known: readonly string[] = []): Record<string, string> {
  return Object.fromEntries([...parameters].filter(([name]) => !SECRETS.includes(name) && !known.includes(name)));
}
