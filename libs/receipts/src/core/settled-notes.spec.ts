import type { Working } from '@dvor/billing/core';
import { describe, expect, it } from '@jest/globals';
import { settledNotes } from './settled-notes.js';

const metered = (estimated: readonly (readonly [string, string])[]) =>
  ({
    formula: 'meter',
    clause: 'ПП 354, п. 61',
    unit: 'м³',
    rate: '50',
    readings: [],
    estimated,
  }) as unknown as Working;

describe('settledNotes', () => {
  it('names the months that a reading settles, each once', () => {
    const lines = [
      {
        serviceId: '1',
        working: metered([
          ['2026-09', '3'],
          ['2026-08', '3'],
        ]),
      },
      { serviceId: '1', working: metered([['2026-09', '3']]) },
      { serviceId: '2', working: metered([]) },
    ];
    expect(settledNotes(lines, () => 'Холодная вода')).toEqual([
      'Холодная вода: по показанию счётчика пересчитано то, что раньше начислили без показаний, за август 2026, сентябрь 2026. Начисленное тогда вычтено.',
    ]);
  });
});
