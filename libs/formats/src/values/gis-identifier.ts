import { cyrillicLookAlikes, latinLookAlikes } from './look-alikes.js';
import { collapseBlanks, parsed, type Parsed, unparsed } from './parsed.js';

/** Of ГИС ЖКХ: the unified account (ЕЛС), the identifier of services (ЖКУ), of a payment document (ПД). */
export type GisIdentifierKind = 'unified-account' | 'services' | 'payment-document';

/** `10АБ123456`, `10АБ123456-01`, `10АБ123456-01-6001`. */
const SHAPES: Readonly<Record<GisIdentifierKind, RegExp>> = {
  'unified-account': /^\d{2}[А-Я]{2}\d{6}$/,
  services: /^\d{2}[А-Я]{2}\d{6}-\d{2}$/,
  'payment-document': /^\d{2}[А-Я]{2}\d{6}-\d{2}-\d{4}$/,
};

/** An identifier with its letters Cyrillic, as ГИС ЖКХ writes them, whatever keyboard they were typed on. */
export function readGisIdentifier(text: string, kind: GisIdentifierKind): Parsed<string, 'identifier.unreadable'> {
  const plain = cyrillicLookAlikes(
    collapseBlanks(text)
      .replaceAll(' ', '')
      .replaceAll(/[‐‑–—−]/g, '-')
      .toUpperCase(),
  );
  return SHAPES[kind].test(plain) ? parsed(plain) : unparsed('identifier.unreadable');
}

/**
 * A key for finding an account, a meter, a flat by a number that people type: capitals, no blanks, letters that look
 * the same are the same. Never shown; leading zeros count.
 */
export function identifierKey(text: string): string {
  return latinLookAlikes(
    collapseBlanks(text)
      .replaceAll(' ', '')
      .replaceAll(/[‐‑–—−]/g, '-')
      .toUpperCase(),
  );
}
