import { describe, expect, it } from '@jest/globals';
import type { LedgerEntry } from './api.js';
import { byYear, historyOf } from './told-history.js';

const entry = (change: Partial<LedgerEntry>): LedgerEntry => ({
  date: '2026-11-02',
  period: '2026-10',
  kind: 'charge',
  text: '',
  amount: '100.10',
  balance: '100.10',
  paymentId: null,
  ...change,
});

describe('the history of an account', () => {
  it('tells a month’s charges as one, with the balance after the last of them', () => {
    const told = historyOf([
      entry({}),
      entry({ amount: '0.20', balance: '100.30' }),
      entry({ kind: 'payment', amount: '-100.30', balance: '0.00' }),
    ]);
    expect(told.map(({ kind, amount, balance }) => [kind, amount, balance])).toEqual([
      ['payment', '-100.30', '0.00'],
      ['charge', '100.30', '100.30'],
    ]);
  });

  it('keeps charges of different months and days apart', () => {
    expect(
      historyOf([entry({}), entry({ period: '2026-11' }), entry({ period: '2026-11', date: '2026-12-02' })]),
    ).toHaveLength(3);
  });

  it('leaves out what moves nothing for the resident', () => {
    expect(historyOf([entry({}), entry({ kind: 'offset', amount: '0.00' })])).toHaveLength(1);
  });

  it('puts entries under the years in which they happened', () => {
    const years = byYear([entry({}), entry({ date: '2026-10-05', kind: 'payment' }), entry({ date: '2025-12-31' })]);
    expect(years.map(([year, entries]) => [year, entries.length])).toEqual([
      ['2026', 2],
      ['2025', 1],
    ]);
  });
});
