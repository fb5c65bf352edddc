import { Money } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AreaWorking } from '../working/working.js';
import { type BookedCorrection, type BookedLine, compareAgain, compareCorrections } from './compare-again.js';

const upkeep: AreaWorking = {
  formula: 'area',
  clause: 'ЖК РФ, ст. 154',
  unit: 'm2',
  rate: '37.20',
  area: [['50', 31]],
  of: 31,
};
const line = (amount: string, more: Partial<BookedLine> = {}): BookedLine => ({
  ...{ premises: '7', service: 'upkeep', part: 'individual', number: 1 },
  ...more,
  amount: Money.parse(amount),
});

describe('a house charged again from its snapshot', () => {
  it('differs in nothing where all kopecks come out', () => {
    expect(compareAgain([line('10.00'), line('5.00', { number: 2 })], [line('5.00'), line('10.00')])).toEqual([]);
  });

  it('names the line that comes to another sum', () => {
    const booked = [line('10.00'), line('5.00', { number: 2 }), line('3.00', { number: 3, service: 'waste' })];
    expect(compareAgain(booked, [line('10.00'), line('5.01'), line('3.00', { service: 'waste' })])).toEqual([
      {
        ...{ premises: '7', service: 'upkeep', part: 'individual', number: 2 },
        ...{ booked: Money.parse('5.00'), again: Money.parse('5.01') },
      },
    ]);
  });

  it('names the line that no longer comes out, and the one that was never booked', () => {
    expect(compareAgain([line('10.00')], [line('10.00', { premises: '8' })])).toMatchObject([
      { premises: '7', number: 1, again: null },
      { premises: '8', number: null, booked: null },
    ]);
  });

  it('takes the lines in any order', () => {
    const lines = fc.array(fc.tuple(fc.constantFrom('7', '8'), fc.constantFrom('1.00', '2.00')), { maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.integer(), (drawn, turn) => {
        const booked = drawn.map(([premises, amount], i) => line(amount, { premises, number: i }));
        const at = booked.length === 0 ? 0 : Math.abs(turn) % booked.length;
        expect(compareAgain(booked, [...booked.slice(at), ...booked.slice(0, at)])).toEqual([]);
      }),
    );
  });
});

describe('a correction evaluated again', () => {
  const correction: BookedCorrection = {
    ...line('310.00', { part: 'true-up', number: 4 }),
    working: {
      ...{ formula: 'true-up', clause: '', unit: 'm2', rate: null, period: '2026-05', part: 'individual' },
      ...{ again: [upkeep], charged: '1550.00' },
    },
  };

  it('stands where the month comes out of one of its snapshots, and the working comes to the amount', () => {
    expect(compareCorrections([correction], [[line('1860.00', { service: 'waste' })], [line('1860.00')]])).toEqual([]);
  });

  it('differs by as much as the month does', () => {
    expect(compareCorrections([correction], [[line('1850.00')]])).toMatchObject([
      { number: 4, part: 'true-up', booked: Money.parse('310.00'), again: Money.parse('300.00') },
    ]);
  });

  it('differs where its working comes to something else', () => {
    const booked = { ...correction, amount: Money.parse('311.00') };
    expect(compareCorrections([booked], [[line('1860.00')]])).toMatchObject([{ again: Money.parse('310.00') }]);
  });
});
