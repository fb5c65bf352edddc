import { describe, expect, it } from '@jest/globals';
import { decimal } from './decimal.js';
import { Money } from './money.js';

describe('Money', () => {
  it('rounds half up, away from zero on both sides', () => {
    expect(Money.round(decimal('12.125')).toString()).toBe('12.13');
    expect(Money.round(decimal('-12.125')).toString()).toBe('-12.13');
    expect(Money.round(decimal('0.004')).toString()).toBe('0.00');
  });
});
