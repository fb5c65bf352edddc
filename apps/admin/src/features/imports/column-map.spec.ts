import { describe, expect, it } from '@jest/globals';
import { columnFields, columnLetter, missingOf, withColumn } from './column-map.js';

describe('a map of columns', () => {
  it('gives a field to one column and takes it from the other', () => {
    expect(withColumn({ number: 0, address: 1 }, 2, 'number')).toEqual({ address: 1, number: 2 });
  });

  it('makes a column something else', () => {
    expect(withColumn({ number: 0, address: 1 }, 1, 'street')).toEqual({ number: 0, street: 1 });
  });

  it('leaves a column out', () => {
    expect(withColumn({ number: 0, address: 1 }, 1, null)).toEqual({ number: 0 });
  });

  it('tells what each column is', () => {
    expect(columnFields({ number: 3, address: 0 }).get(3)).toBe('number');
    expect(columnFields({ number: 3, address: 0 }).get(1)).toBeUndefined();
  });

  it('knows of which groups nothing is read', () => {
    const needed = [['number'], ['address', 'street'], ['payer', 'owner']];
    expect(missingOf(needed, { street: 0, owner: 1 })).toEqual([['number']]);
    expect(missingOf(needed, { street: 0, owner: 1, number: 2 })).toEqual([]);
  });
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [28, 'AC'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is called %s in Excel', (column, letter) => expect(columnLetter(column)).toBe(letter));
