import { describe, expect, it } from '@jest/globals';
import { stageOf, stopOf } from './stage.js';

describe('stageOf', () => {
  it.each([
    ['holds', null, 'holds'],
    ['changes', 30, 'soon'],
    ['changes', 200, 'holds'],
    ['expires', 90, 'soon'],
    ['expires', 91, 'ends'],
    ['begins', 5, 'soon'],
    ['begins', 300, 'begins'],
    ['expired', null, 'expired'],
  ] as const)('%s, %s days left: %s', (standing, daysLeft, stage) => {
    expect(stageOf({ standing, daysLeft })).toBe(stage);
  });
});

describe('stopOf', () => {
  it('goes by the beginning of the code, word by word', () => {
    expect(stopOf('penalty.rate-cap')).toBe('penalty');
    expect(stopOf('key-rate')).toBe('key-rate');
    expect(stopOf('penalty-like')).toBe('other');
  });
});
