import { describe, expect, it } from '@jest/globals';
import { readCell } from './read-cell.js';

describe('a cell of the grid of house meters', () => {
  it.each([
    ['812,5', { volume: '812.5', reading: null }],
    ['1 020', { volume: '1020', reading: null }],
    ['=1520,4', { volume: null, reading: '1520.4' }],
    ['  ', { volume: null, reading: null }],
    ['-3', null],
    ['=', null],
    ['много', null],
  ])('%p', (text, entered) => expect(readCell(text)).toEqual(entered));
});
