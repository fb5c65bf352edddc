import { describe, expect, it } from '@jest/globals';
import type { AccountUseDto } from './account-use.dto.js';
import { useRows } from './use-table.js';

const reading = (meterId: string, value: string) => ({
  ...{ meterId, serial: `№ ${meterId}`, zone: null, source: 'resident' as const },
  ...{ recordedAt: null, recordedBy: 'Иванов И. И.', documentId: null },
  from: { date: '2026-09-22', value: '100' },
  to: { date: '2026-10-22', value },
});
const use: AccountUseDto = {
  services: [
    {
      service: { id: '1', code: 'cold-water', name: 'Холодная вода', unit: 'м³' },
      ...{ average: '7', counted: 1, highest: null, lowest: null },
      months: [
        {
          ...{ period: '2026-10', used: '7', billed: '7', how: 'meter', over: 1, amount: '255.29', receiptId: null },
          readings: [reading('5', '103'), reading('6', '104')],
        },
        {
          ...{ period: '2026-11', used: null, billed: '8.58', how: 'norm', over: 1, amount: '312.91' },
          ...{ receiptId: null, readings: [] },
        },
      ],
    },
  ],
};

describe('the table of use', () => {
  const rows = [...useRows(use)];

  it('has a row for each reading, and the sums of a month once', () => {
    expect(rows).toHaveLength(3);
    expect(rows.map((row) => row[7])).toEqual([
      { kind: 'number', text: '255.29' },
      '',
      { kind: 'number', text: '312.91' },
    ]);
    expect(rows.map((row) => row[8])).toEqual(['№ 5', '№ 6', '']);
  });

  it('leaves the use of an estimated month empty and says how it was charged', () => {
    expect(rows[2]!.slice(3, 5)).toEqual(['', 'по нормативу']);
  });

  it('fills each column of each row', () => {
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([16]));
  });
});
