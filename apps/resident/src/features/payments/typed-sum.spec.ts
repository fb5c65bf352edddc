import { describe, expect, it } from '@jest/globals';
import { typedSum } from './typed-sum.js';

describe('a sum as people type it', () => {
  it.each([
    ['1500', '1500.00'],
    ['1 500,5', '1500.50'],
    ['1500.05 ₽', '1500.05'],
    ['007', '7.00'],
    [' 0,01 ', '0.01'],
  ])('%s is %s', (text, sum) => {
    expect(typedSum(text)).toBe(sum);
  });

  it.each(['', '0', '0,00', '-5', '12,345', 'сто', '1e3', '1234567890', '1,2,3'])('"%s" is none', (text) => {
    expect(typedSum(text)).toBeNull();
  });
});
