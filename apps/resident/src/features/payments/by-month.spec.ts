import { describe, expect, it } from '@jest/globals';
import { byMonth } from './by-month.js';

const part = (period: string, amount: string, due: string | null = amount) => ({
  service: { id: '1', name: 'Отопление' },
  recipient: null,
  period,
  kind: 'charge' as const,
  due,
  amount,
  reason: '',
  clause: due === null ? null : 'п. 118',
});

describe('what a payment paid for', () => {
  it('is told by months, the oldest first, and what was paid ahead last', () => {
    const months = byMonth([
      part('2026-10', '300.10'),
      part('2026-11', '5.00', null),
      part('2026-09', '1.00'),
      part('2026-10', '0.20'),
    ]);
    expect(months.map(({ period, ahead, total }) => [period, ahead, total])).toEqual([
      ['2026-09', false, '1.00'],
      ['2026-10', false, '300.30'],
      ['2026-11', true, '5.00'],
    ]);
  });
});
