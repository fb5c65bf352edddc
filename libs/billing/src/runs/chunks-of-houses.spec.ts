import type { HouseId } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chunksBySize } from './chunks-of-houses.js';

const AT_LEAST = 100;
const AT_MOST = 2_000;

const houses = fc
  .array(fc.integer({ min: 1, max: 900 }), { maxLength: 400 })
  .map((sizes) => sizes.map((accounts, i) => ({ id: String(i + 1) as HouseId, accounts })));

describe('chunks of houses', () => {
  it('hold each house once, in order', () => {
    fc.assert(fc.property(houses, (all) => expect(chunksBySize(all).flat()).toEqual(all.map(({ id }) => id))));
  });

  it('are of a like size: none is empty, and one less house would be too few', () => {
    fc.assert(
      fc.property(houses, (all) => {
        const accountsOf = new Map(all.map(({ id, accounts }) => [id, accounts]));
        const size = (ids: readonly HouseId[]) => ids.reduce((sum, id) => sum + accountsOf.get(id)!, 0);
        const chunks = chunksBySize(all);
        for (const chunk of chunks) {
          expect(chunk.length).toBeGreaterThan(0);
          expect(size(chunk.slice(0, -1))).toBeLessThan(AT_MOST);
        }
        for (const chunk of chunks.slice(0, -1)) expect(size(chunk)).toBeGreaterThanOrEqual(AT_LEAST);
      }),
    );
  });

  it('are two dozen, however large the city, until they would grow too large for the memory', () => {
    const city = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ id: String(i) as HouseId, accounts: 100 }));
    expect(chunksBySize(city(1))).toHaveLength(1);
    expect(chunksBySize(city(18))).toHaveLength(18);
    expect(chunksBySize(city(240))).toHaveLength(24);
    expect(chunksBySize(city(10_000)).length).toBe(500); // a million accounts, 2,000 in each
  });

  it('are none of no houses', () => {
    expect(chunksBySize([])).toEqual([]);
  });
});
