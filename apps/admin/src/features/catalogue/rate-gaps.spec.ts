import { describe, expect, it } from '@jest/globals';
import { gapsOf } from './rate-gaps.js';

const version = (validFrom: string, validTo: string | null) => ({ validFrom, validTo });

describe('gapsOf', () => {
  it('finds none where each version follows the other', () => {
    expect(gapsOf([version('2026-07-01', null), version('2025-07-01', '2026-07-01')])).toEqual([]);
  });

  it('tells the days between two versions', () => {
    expect(gapsOf([version('2026-08-01', null), version('2025-07-01', '2026-07-01')])).toEqual([
      { from: '2026-07-01', to: '2026-08-01' },
    ]);
  });

  it('tells when the last one ends and nothing follows', () => {
    expect(gapsOf([version('2026-01-01', '2027-01-01')])).toEqual([{ from: '2027-01-01', to: null }]);
  });

  it('has nothing to say of nothing', () => {
    expect(gapsOf([])).toEqual([]);
  });
});
