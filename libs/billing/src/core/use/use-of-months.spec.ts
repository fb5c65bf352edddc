import { parsePeriod } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Volume } from '../volume.js';
import type { MeterWorking, ReadingPair, SewageWorking, Working } from '../working/working.js';
import { summarizeUse } from './summarize-use.js';
import { type UseLine, useOfMonths } from './use-of-months.js';

const basis = { clause: 'ПП 354, п. 42', unit: 'м³', rate: '36.47' };
const pair = (from: string, was: string, to: string, is: string): ReadingPair => ({
  meter: '7',
  from: [from, was],
  to: [to, is],
});
const metered = (readings: readonly ReadingPair[], more: Partial<MeterWorking> = {}): MeterWorking => ({
  ...basis,
  formula: 'meter',
  readings,
  ...more,
});
const averaged: MeterWorking = {
  ...basis,
  formula: 'average',
  averages: [{ ...pair('2026-01-20', '70', '2026-04-20', '100'), months: 6, days: 1, of: 1, k: 1, limit: 3 }],
};
const byNorm: Working = { ...basis, formula: 'norm', norm: [['4.29', 2, 31]], of: 31, why: 'no-meter' };
const on = (month: string, working: Working, service = 'cold-water'): UseLine => ({
  service,
  period: parsePeriod(month),
  working,
});
const shown = (lines: readonly UseLine[], service = 'cold-water') =>
  useOfMonths(lines)
    .get(service)!
    .map(({ used, billed, how, over }) => [
      how,
      used && used.toDecimal().round(3).toString(),
      billed.toDecimal().round(3).toString(),
      over,
    ]);

describe('what an account used', () => {
  it('is what the meter ran in the month', () => {
    expect(shown([on('2026-10', metered([pair('2026-09-23', '100', '2026-10-22', '104.5')]))])).toEqual([
      ['meter', '4.5', '4.5', 1],
    ]);
  });

  it('of estimated months is spread by days once a reading tells of them', () => {
    const lines = [
      on('2026-04', metered([pair('2026-03-20', '97', '2026-04-20', '100')])),
      on('2026-05', averaged),
      on('2026-06', metered([pair('2026-04-20', '100', '2026-06-20', '106.1')], { estimated: [['2026-05', '5']] })),
    ];
    expect(shown(lines)).toEqual([
      ['meter', '3', '3', 1],
      ['average', '3.1', '5', 2],
      ['meter', '3', '1.1', 2],
    ]);
    expect(shown(lines.slice(0, 2))[1]).toEqual(['average', null, '5', 1]);
  });

  it('does not go back over months that were read', () => {
    const lines = [
      on('2026-05', metered([pair('2026-04-01', '97', '2026-05-01', '100')])),
      on('2026-06', metered([pair('2026-05-01', '100', '2026-06-30', '106')])),
    ];
    expect(shown(lines).map(([, used]) => used)).toEqual(['3', '6']);
  });

  it('by norm is told of by nothing', () => {
    expect(shown([on('2026-10', byNorm)])).toEqual([['norm', null, '8.58', 1]]);
  });

  it('of sewage is what its waters were', () => {
    const sewage: SewageWorking = { ...basis, formula: 'sewage', volumes: [['cold-water', '4.5']] };
    const water = on('2026-10', metered([pair('2026-09-23', '100', '2026-10-22', '104.5')]));
    expect(shown([water, on('2026-10', sewage, 'sewage')], 'sewage')).toEqual([['meter', '4.5', '4.5', 1]]);
    expect(shown([on('2026-10', byNorm), on('2026-10', sewage, 'sewage')], 'sewage')).toEqual([
      ['norm', null, '4.5', 1],
    ]);
  });

  it('adds up to what the dial ran, however many months one reading covers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 99_999 }), (gap, thousandths) => {
        const months = Array.from({ length: gap }, (_, i) => on(`2026-${String(i + 1).padStart(2, '0')}`, averaged));
        const last = `2026-${String(gap + 1).padStart(2, '0')}`;
        const ran = (thousandths / 1000).toFixed(3);
        const uses = useOfMonths([...months, on(last, metered([pair('2025-12-31', '0', `${last}-20`, ran)]))]);
        const used = uses.get('cold-water')!.reduce((sum, month) => sum.plus(month.used!), Volume.zero);
        expect(used.toDecimal().toFixed(3)).toBe(ran);
      }),
    );
  });
});

describe('average, highest and lowest month', () => {
  it('leave estimates out, and of months that share a reading make no record', () => {
    const months = useOfMonths([
      on('2026-01', metered([pair('2025-12-20', '0', '2026-01-20', '4')])),
      on('2026-02', metered([pair('2026-01-20', '4', '2026-02-20', '6')])),
      on('2026-03', averaged),
      on('2026-04', metered([pair('2026-02-20', '6', '2026-04-20', '26')], { estimated: [['2026-03', '5']] })),
      on('2026-05', averaged),
    ]).get('cold-water')!;
    const { average, months: counted, highest, lowest } = summarizeUse(months);
    expect([average?.toFixed(3), counted, highest?.period, lowest?.period]).toEqual([
      ...['6.500', 4],
      ...[parsePeriod('2026-01'), parsePeriod('2026-02')],
    ]);
    expect(summarizeUse(months.slice(4))).toEqual({ average: null, months: 0, highest: null, lowest: null });
  });
});
