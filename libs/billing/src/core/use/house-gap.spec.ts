import { decimal, sum } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FlatOfGap, type GapBounds, houseGap, type HouseOfGap } from './house-gap.js';

const flat = (account: string, billed: string, more: Partial<FlatOfGap> = {}): FlatOfGap => ({
  ...{ account, how: 'meter', why: null, verificationOver: false, before: [], days: null },
  billed: decimal(billed),
  ...more,
});
const house = (volume: string, flats: FlatOfGap[], more: Partial<HouseOfGap> = {}): HouseOfGap => ({
  ...{ volume: decimal(volume), ownNeeds: null, daysOfMonth: 30, flats },
  ...more,
});
const bounds: GapBounds = { farTimes: decimal('2'), leastMonths: 3 };
const told = (asked: HouseOfGap, more: Partial<GapBounds> = {}) =>
  houseGap(asked, { ...bounds, ...more }).causes.map(({ kind, volume, flats }) => [
    kind,
    volume.toString(),
    flats.map((one) => one.account),
  ]);
const months = (...volumes: string[]) => volumes.map(decimal);

describe('the gap between a house and its flats', () => {
  it('is told by causes, the greatest first and what nothing explains last', () => {
    const flats = [
      flat('read', '6', { days: 30 }),
      flat('silent', '2', { how: 'average', before: months('5', '8', '7') }),
      flat('lapsed', '8.58', { how: 'norm', why: 'lapsed', before: months('9', '9', '9.58') }),
      flat('low', '1', { before: months('6', '6', '6') }),
      flat('late', '3.2', { days: 32 }),
    ];
    expect(told(house('50', flats, { ownNeeds: decimal('4') }))).toEqual([
      ['unread', '5', ['silent']],
      ['outlier', '5', ['low']],
      ['own-needs', '4', []],
      ['expired', '0.42', ['lapsed']],
      ['other-days', '-0.2', ['late', 'read']],
      ['rest', '15', []],
    ]);
  });

  it('finds a month far from its own past where the organisation says that it is', () => {
    const flats = [flat('low', '4', { before: months('6', '6') })];
    const shown = (more: Partial<GapBounds>) => told(house('10', flats), more).map(([kind]) => kind);
    expect(shown({})).toEqual(['rest']);
    expect(shown({ leastMonths: 2 })).toEqual(['rest']);
    expect(shown({ leastMonths: 2, farTimes: decimal('1.4') })).toEqual(['outlier', 'rest']);
  });

  it('takes neighbours’ month for the usual one of a flat without a past', () => {
    const flats = [flat('a', '4'), flat('b', '6'), flat('c', '8.58', { how: 'norm', why: 'no-meter' })];
    expect(told(house('20', flats))).toEqual([
      ['no-meter', '-3.58', ['c']],
      ['rest', '5', []],
    ]);
  });

  it('is made up of its causes to the last digit, with each flat under one of them', () => {
    const figure = fc.integer({ min: -5_000, max: 99_999 }).map((n) => decimal((n / 1000).toFixed(3)));
    const anyFlat = fc.record({
      billed: figure,
      how: fc.constantFrom('meter', 'average', 'norm', 'house', 'given'),
      why: fc.constantFrom(null, 'no-meter', 'unsent', 'lapsed', 'no-history'),
      verificationOver: fc.boolean(),
      before: fc.array(figure, { maxLength: 6 }),
      days: fc.option(fc.integer({ min: 1, max: 70 })),
    });
    const someBounds = fc.record({
      farTimes: fc.integer({ min: 110, max: 900 }).map((n) => decimal((n / 100).toFixed(2))),
      leastMonths: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyFlat, { maxLength: 12 }),
        figure,
        fc.option(figure),
        someBounds,
        (flats, volume, ownNeeds, anyBounds) => {
          const named = flats.map((one, i) => ({ ...one, account: String(i) })) as FlatOfGap[];
          const { gap, causes } = houseGap({ volume, ownNeeds, daysOfMonth: 31, flats: named }, anyBounds);
          expect(sum(causes.map((cause) => cause.volume)).toString()).toBe(gap.toString());
          const placed = causes.flatMap((cause) => cause.flats.map(({ account }) => account));
          expect(new Set(placed).size).toBe(placed.length);
        },
      ),
    );
  });
});
