import { describe, expect, it } from '@jest/globals';
import type { MeterTimelineDto } from './meter-timeline.dto.js';
import { timelineRows } from './timeline-table.js';

const reading: MeterTimelineDto['readings'][number] = {
  ...{ id: '1', date: '2026-10-20', value: '104', volume: '3.5', source: 'resident', recordedBy: 'Иванова А.' },
  ...{ recordedAt: new Date('2026-10-20T03:00:00Z'), hasPhoto: true, month: '2026-10', state: 'counts' },
};

describe('the workbook of a meter’s readings', () => {
  it('has readings and estimated months in their order, each marked for what it is', () => {
    const rows = timelineRows(
      { address: 'ул. Юрина, 1, кв. 1', serial: '17' },
      {
        resource: 'cold-water',
        readings: [
          reading,
          { ...reading, value: { day: '1.5', night: '2' }, month: '2026-08', state: 'refused', volume: null },
        ],
        estimates: [{ month: '2026-09', how: 'average', volume: '3', settled: false }],
      },
    );
    expect(rows.map((row) => [row[3], row[5], row[6], row[7], row[11]])).toEqual([
      ['2026-10', '104', { kind: 'number', text: '3.5' }, null, 'учтено'],
      ['2026-09', null, { kind: 'number', text: '3' }, 'по среднему', 'оценка'],
      ['2026-08', '1,5 / 2', null, null, 'не учтено'],
    ]);
    expect(rows[0]!.slice(8, 11)).toEqual(['кабинет жильца', 'Иванова А.', 'есть']);
  });
});
