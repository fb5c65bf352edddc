import { describe, expect, it } from '@jest/globals';
import { amountsOf, usedSince, valueOf } from './typed-reading.js';

describe('a reading that is being typed', () => {
  it.each([
    [['100.5'], ['104'], '3.5'],
    [['100.5'], ['104,25'], '3.75'],
    [['100.5'], ['00104'], '3.5'],
    [['99998.5'], ['2,5'], '4'],
    [['100', '50'], ['110', '55,5'], '15.5'],
  ])('%j, then %j: %s', (previous, typed, used) => expect(String(usedSince(previous, typed, 5))).toBe(used));

  it.each([[['12З']], [['']], [['104,']], [['-5']], [['NaN']], [['1e309']]])('%j says nothing yet', (typed) =>
    expect(usedSince(['100'], typed, 5)).toBeNull(),
  );

  it('below the last one is told', () => expect(usedSince(['100'], ['99'], 5)).toBe('below'));

  it('goes by zones and back', () => {
    const zones = ['day', 'night'];
    expect(amountsOf({ night: '2', day: '1' }, zones)).toEqual(['1', '2']);
    expect(valueOf(['1', '2'], zones)).toEqual({ day: '1', night: '2' });
    expect(valueOf(amountsOf('5', ['all']), ['all'])).toBe('5');
  });
});
