import type { ExcessFactor } from '@dvor/catalogue';
import { formatDate, parseDate } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import { livesSince, policyOf, withChosenBeginning } from './policy.js';

describe('the organisation’s choices', () => {
  it('say nothing where all is as usual, so that snapshots of most houses stay short', () => {
    expect(policyOf({ 'average.base': 'six-months', 'volume.rounding': 'exact' })).toBeUndefined();
  });

  it('are named where they differ', () => {
    expect(
      policyOf({ 'average.base': 'up-to-twelve', 'excess-factor.second-refusal': true, 'volume.rounding': 'as-shown' }),
    ).toEqual({ averageOver: 'up-to-twelve', secondRefusal: 'raised', volumes: 'as-shown' });
  });

  it('count the day of registration, or not', () => {
    const day = parseDate('2026-07-11');
    expect(formatDate(livesSince(day, {}))).toBe('2026-07-11');
    expect(formatDate(livesSince(day, { 'residency.registration-day': 'does-not' }))).toBe('2026-07-12');
  });

  it.each([
    ['by-days', '2025-12-06'],
    ['from-december', '2025-12-01'],
    ['from-january', '2026-01-01'],
  ])('apply the factor of December 2025 %s', (choice, begins) => {
    const law = (from: string, to: string | null, factor: string): ExcessFactor => ({
      resource: 'cold-water',
      factor,
      from: parseDate(from),
      to: to === null ? null : parseDate(to),
    });
    const own = { ...law('2025-12-06', null, '2'), rank: 'house' as const };
    const chosen = withChosenBeginning([law('2017-01-01', '2025-12-06', '1.5'), law('2025-12-06', null, '3'), own], {
      'excess-factor.december-2025': choice,
    });
    expect(chosen.map(({ from, to }) => [formatDate(from), to === null ? null : formatDate(to)])).toEqual([
      ['2017-01-01', begins],
      [begins, null],
      ['2025-12-06', null], // a house's own factor begins when it says
    ]);
  });
});
