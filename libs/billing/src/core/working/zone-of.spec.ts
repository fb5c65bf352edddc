import { describe, expect, it } from '@jest/globals';
import type { Working } from './working.js';
import { zoneOf } from './zone-of.js';

const line = (working: object) => zoneOf(working as Working);

describe('zoneOf', () => {
  it('tells the zone that a meter counts apart', () => {
    expect(line({ formula: 'meter', zone: 'night' })).toBe('night');
    expect(line({ formula: 'meter' })).toBeNull();
  });

  it('tells it of a range of price too, by what the range was reckoned from', () => {
    expect(line({ formula: 'tier', base: { formula: 'average', zone: 'day' } })).toBe('day');
    expect(line({ formula: 'tier', base: { formula: 'norm' } })).toBeNull();
  });
});
