import { type HouseId, Money } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AccountEffect, summarizeEffect } from './summarize-effect.js';

const effect = (houseId: string, accountId: string, before: string, after: string): AccountEffect => ({
  houseId: houseId as HouseId,
  accountId,
  before: Money.parse(before),
  after: Money.parse(after),
});

describe('the effect of a change', () => {
  it('is told by house, for the account in the middle and for those that change most', () => {
    const summary = summarizeEffect([
      effect('1', 'a', '100.00', '110.00'),
      effect('1', 'b', '200.00', '230.00'),
      effect('2', 'c', '0.00', '5.00'),
      effect('2', 'd', '50.00', '50.00'),
      effect('2', 'e', '300.00', '260.00'),
    ]);
    expect(JSON.parse(JSON.stringify(summary))).toEqual({
      ...{ before: '650.00', after: '655.00', change: '5.00', changePercent: '0.8' },
      ...{ accounts: 5, affected: 4, medianChange: '5.00', medianChangePercent: null },
      houses: [
        {
          houseId: '1',
          accounts: 2,
          affected: 2,
          before: '300.00',
          after: '340.00',
          change: '40.00',
          changePercent: '13.3',
        },
        {
          houseId: '2',
          accounts: 3,
          affected: 2,
          before: '350.00',
          after: '315.00',
          change: '-35.00',
          changePercent: '-10.0',
        },
      ],
      top: [
        { houseId: '2', accountId: 'e', before: '300.00', after: '260.00', change: '-40.00', changePercent: '-13.3' },
        { houseId: '1', accountId: 'b', before: '200.00', after: '230.00', change: '30.00', changePercent: '15.0' },
        { houseId: '1', accountId: 'a', before: '100.00', after: '110.00', change: '10.00', changePercent: '10.0' },
        { houseId: '2', accountId: 'c', before: '0.00', after: '5.00', change: '5.00', changePercent: null },
      ],
    });
  });

  it('has no median where nothing changes', () => {
    expect(summarizeEffect([effect('1', 'a', '1.00', '1.00')])).toMatchObject({
      affected: 0,
      medianChange: null,
      top: [],
    });
  });

  it('adds up: houses make the whole, whatever the order of accounts, and no more than twenty lead', () => {
    const sums = fc.integer({ min: 0, max: 100_000 });
    const accounts = fc.array(fc.tuple(fc.constantFrom('1', '2', '3'), sums, sums), { maxLength: 40 });
    fc.assert(
      fc.property(accounts, (given) => {
        const effects = given.map(([house, before, after], i) => ({
          houseId: house as HouseId,
          accountId: String(i).padStart(3, '0'),
          before: Money.ofKopecks(BigInt(before)),
          after: Money.ofKopecks(BigInt(after)),
        }));
        const summary = summarizeEffect(effects);
        expect(Money.sum(summary.houses.map(({ change }) => change)).equals(summary.change)).toBe(true);
        expect(summary.houses.reduce((count, { affected }) => count + affected, 0)).toBe(summary.affected);
        expect(summary.top.length).toBe(Math.min(20, summary.affected));
        const reversed = summarizeEffect([...effects].reverse());
        expect(JSON.stringify(reversed.top)).toBe(JSON.stringify(summary.top));
        expect(String(reversed.medianChange)).toBe(String(summary.medianChange));
      }),
    );
  });
});
