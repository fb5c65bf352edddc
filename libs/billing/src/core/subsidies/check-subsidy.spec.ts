import { describe, expect, it } from '@jest/globals';
import { checkSubsidy } from './check-subsidy.js';

const ONE = { standard: '4661', persons: 1, mostPercent: '22', income: '12500', minimum: '12000' };

describe('the check of a subsidy', () => {
  it('takes the family’s own part off the standard: 4661 − 12500 · 22 % = 1911.00', () => {
    expect(checkSubsidy(ONE).toString()).toBe('1911.00');
  });

  it('lessens the own part where a person has less than the minimum', () => {
    // 22 % · 9000/12000 = 16.5 %; 4661 − 9000 · 16.5 % = 3176.00
    expect(checkSubsidy({ ...ONE, income: '9000' }).toString()).toBe('3176.00');
    // two with 9000 each: 9322 − 18000 · 16.5 % = 6352.00
    expect(checkSubsidy({ ...ONE, persons: 2, income: '18000' }).toString()).toBe('6352.00');
  });

  it('is nothing where the income is enough, and never above what is charged', () => {
    expect(checkSubsidy({ ...ONE, income: '60000' }).toString()).toBe('0.00');
    expect(checkSubsidy({ ...ONE, charged: '1500.50' }).toString()).toBe('1500.50');
  });
});
