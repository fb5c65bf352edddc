import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, pageOf } from './keyset.js';

const key = fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 3 });

describe('a cursor', () => {
  it('gives back the key it was made of', () => {
    fc.assert(fc.property(key, (parts) => expect(decodeCursor(encodeCursor(parts), parts.length)).toEqual(parts)));
  });

  it('fits into a query of an address as it is', () => {
    fc.assert(fc.property(key, (parts) => expect(encodeCursor(parts)).toMatch(/^[A-Za-z0-9_-]*$/)));
  });

  it.each([
    ['', 1],
    ['garbage', 1],
    ['%00', 1],
    [encodeCursor(['a', 'b']), 1],
    [encodeCursor(['a']), 2],
    [Buffer.from('{"a":1}').toString('base64url'), 1],
    [Buffer.from('[{"a":1}]').toString('base64url'), 1],
    [Buffer.from('[true]').toString('base64url'), 1],
    [Buffer.from('"a"').toString('base64url'), 1],
  ])('is refused when it is none: "%s"', (cursor, parts) => {
    expect(() => decodeCursor(cursor, parts)).toThrow(expect.objectContaining({ code: 'cursor.invalid' }));
  });

  it('is never anything but a key or a refusal, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 3 }), (cursor, parts) => {
        try {
          expect(decodeCursor(cursor, parts)).toHaveLength(parts);
        } catch (error) {
          expect(error).toMatchObject({ code: 'cursor.invalid' });
        }
      }),
    );
  });
});

describe('pages', () => {
  it('show every row once, in order, and end', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: 1, max: 5 }), (numbers, limit) => {
        const all = numbers.sort((a, b) => a - b);
        const seen: number[] = [];
        let cursor: string | null = null;
        do {
          const after: number = cursor === null ? -Infinity : Number(decodeCursor(cursor, 1)[0]);
          const rows = all.filter((row) => row > after).slice(0, limit + 1);
          const page = pageOf(rows, limit, (row) => [row]);
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items);
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(seen).toEqual(all);
      }),
    );
  });
});
