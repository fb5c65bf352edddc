import { DomainError } from '@dvor/kernel';

/** One page of a long list and the cursor to the next; `null` on the last page. */
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The sort key of the last row seen, as an opaque text for the outside. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** What a part of a key must look like, so that a forged cursor is refused before the database stumbles over it. */
export const KEY = { id: /^\d{1,18}$/, instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/ } as const;

/** @throws DomainError `cursor.invalid` when the text is not a cursor of so many parts, or of parts of such looks */
export function decodeCursor(cursor: string, parts: number | readonly RegExp[]): (string | number | null)[] {
  const looks = typeof parts === 'number' ? Array.from({ length: parts }, () => null) : parts;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === looks.length && key.every((part, i) => isPart(part, looks[i]!)))
      return key as (string | number | null)[];
  } catch {
    // falls through to the one refusal below
  }
  throw new DomainError('cursor.invalid');
}

function isPart(part: unknown, look: RegExp | null): boolean {
  if (look) return typeof part === 'string' && look.test(part);
  return part === null || ['string', 'number'].includes(typeof part);
}

/** Cuts rows that were asked for with `limit + 1` into a page. */
export function pageOf<T>(rows: T[], limit: number, keyOf: (row: T) => readonly (string | number | null)[]): Page<T> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? encodeCursor(keyOf(items.at(-1)!)) : null };
}
