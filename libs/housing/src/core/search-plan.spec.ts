import { describe, expect, it } from '@jest/globals';
import { nearestWords, planSearch, slipsBetween, switchLayout } from './index.js';

describe('what is looked for', () => {
  it('is a number, whatever parts it and whichever letters look like its own', () => {
    expect(planSearch('10AA-000 123').numberKey).toBe('10аа000123');
    expect(planSearch('Юрина').numberKey).toBeNull();
  });

  it.each(['8 (913) 210-45-67', '+7 913 210 45 67', '9132104567'])('is a phone: %s', (typed) =>
    expect(planSearch(typed).readings[0]).toEqual(['9132104567']),
  );

  it('is not a phone where there are letters', () =>
    expect(planSearch('Юрина 8 9132104567').readings).toEqual([['юрина', '8', '9132104567']]));

  it('is the number of a meter as one word where nothing but signs parts it', () => {
    expect(planSearch('CB-12/345').readings).toEqual([['св12345'], ['cb', '12', '345']]);
    expect(planSearch('Юрина 12').readings).toEqual([['юрина', '12']]);
    expect(planSearch('180/2').readings).toEqual([['1802'], ['180', '2']]);
  });

  it('is put right when the keyboard was left in the other language', () => {
    expect(switchLayout('ghbdtn')).toBe('привет');
    expect(planSearch('.hbyf 180').otherLayout).toEqual(['юрина', '180']);
    expect(planSearch('1234567').otherLayout).toBeNull();
  });
});

describe('words with slips', () => {
  it.each([
    ['юрена', 'юрина', 1],
    ['юирна', 'юрина', 1],
    ['юрна', 'юрина', 1],
    ['юринаа', 'юрина', 1],
    ['крафченка', 'кравченко', 2],
    ['', 'юрина', 5],
  ])('%s is %s with %i', (typed, word, slips) => expect(slipsBetween(typed, word)).toBe(slips));

  it('are as near in one direction as in the other', () =>
    expect(slipsBetween('кравченко', 'крафченка')).toBe(slipsBetween('крафченка', 'кравченко')));

  it('are put right to the nearest, two slips in long words only', () => {
    expect(nearestWords('юрена', ['юрина', 'арена', 'юрена', 'орёл', 'юлина'])).toEqual(['арена', 'юрина']);
    expect(nearestWords('крафченка', ['кравченко', 'савченко'])).toEqual(['кравченко']);
  });
});
