import { describe, expect, it } from '@jest/globals';
import { estimatedIn } from './estimated-in.js';
import type { AverageOfMeter, Working } from './working.js';

const rated = { clause: '', unit: 'm3', rate: '10' } as const;
const average: AverageOfMeter = {
  meter: 'bath',
  from: ['2025-12-25', '100'],
  to: ['2026-06-25', '118'],
  months: 6,
  days: 31,
  of: 31,
  k: 1,
};

describe('estimatedIn', () => {
  it('takes a line by average or norm whole', () => {
    expect(estimatedIn({ ...rated, formula: 'average', averages: [average] })).toEqual([{ volume: '3' }]);
    expect(estimatedIn({ ...rated, formula: 'norm', norm: [['4.29', 2, 31]], of: 31, why: 'unsent' })).toEqual([
      { volume: '8.58' },
    ]);
  });

  it('takes of a metered line the meters that were averaged, as far as the line’s days go', () => {
    const readings = [{ meter: 'kitchen', from: ['2026-06-25', '1'], to: ['2026-07-25', '3'] }] as const;
    const working: Working = { ...rated, formula: 'meter', readings, averages: [average], share: [15, 30] };
    expect(estimatedIn(working)).toEqual([{ volume: '1.5', meter: 'bath' }]);
    expect(estimatedIn({ ...rated, formula: 'meter', readings })).toEqual([]);
  });

  it('takes of a communal flat’s averaged meter the room’s part', () => {
    const readings = [{ meter: 'kitchen', from: ['2026-06-25', '1'], to: ['2026-07-25', '3'] }] as const;
    const room = {
      persons: [[1, 31]],
      all: [
        [1, 31],
        [2, 31],
      ],
    } as const;
    expect(estimatedIn({ ...rated, formula: 'meter', readings, averages: [average], room })).toEqual([
      { volume: '1', meter: 'bath' },
    ]);
  });

  it('keeps zones apart', () => {
    expect(
      estimatedIn({ ...rated, formula: 'average', zone: 'night', averages: [{ ...average, zone: 'night' }] }),
    ).toEqual([{ volume: { night: '3' } }]);
  });
});
