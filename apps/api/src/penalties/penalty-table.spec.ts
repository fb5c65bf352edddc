import { Money } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import type { AccountPenaltiesDto } from './penalties.dto.js';
import { penaltyRows } from './penalty-table.js';

const days = (from: string, to: string, amount: string, free: 'first-days' | 'instalments' | null = null) => ({
  ...{ from, to, days: 10, rate: free ? '0' : '9.5', divisor: free ? 1 : 300, free, amount },
});
const penalties: AccountPenaltiesDto = {
  accrued: '3.10',
  owed: '3.10',
  items: [
    {
      period: '2026-02',
      service: { id: '1', code: 'heat', name: 'Отопление', unit: 'Гкал' },
      recipient: 'УК «Двор»',
      accruedTo: '2026-06-30',
      accrued: '3.10',
      parts: [
        {
          ...{ dueOn: '2026-03-16', debt: '1000.00', paidOn: null, amount: '3.10', sentence: '' },
          days: [
            days('2026-03-17', '2026-03-26', '0.00', 'first-days'),
            days('2026-03-27', '2026-04-05', '1.05'),
            days('2026-04-06', '2026-04-15', '0.00', 'instalments'),
            days('2026-04-16', '2026-04-25', '2.05'),
          ],
        },
      ],
    },
  ],
};

describe('the table of penalties', () => {
  const rows = [...penaltyRows(penalties)];
  const text = (cell: unknown) => (typeof cell === 'object' && cell !== null ? (cell as { text: string }).text : cell);

  it('has a row for each stretch of days; they add up to the line of the debt, and the lines to all', () => {
    const sums = rows.map((row) => [text(row[0]), text(row.at(-1))]);
    const ofDays = sums.filter(([what]) => what === '2026-02').map(([, sum]) => Money.parse(sum as string));
    expect(Money.sum(ofDays).toString()).toBe('3.10');
    expect(sums.slice(-2)).toEqual([
      ['Итого', '3.10'],
      ['Всего', '3.10'],
    ]);
  });

  it('says why days are free', () => {
    expect(rows.map((row) => text(row[9]))).toEqual([
      'первые дни: без пени',
      '9.5',
      'рассрочка: без пени',
      '9.5',
      '2026-02',
      '',
    ]);
  });
});
