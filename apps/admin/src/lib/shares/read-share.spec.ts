import { describe, expect, it } from '@jest/globals';
import { readShare } from './read-share.js';

describe('readShare', () => {
  it('reads shares as people type them', () => {
    expect(readShare('1/3')).toEqual({ numerator: 1, denominator: 3 });
    expect(readShare(' 2 / 3 ')).toEqual({ numerator: 2, denominator: 3 });
    expect(readShare('1')).toEqual({ numerator: 1, denominator: 1 });
  });

  it('refuses what is no part of a whole', () => {
    expect(readShare('')).toBeNull();
    expect(readShare('0/2')).toBeNull();
    expect(readShare('3/2')).toBeNull();
    expect(readShare('1/0')).toBeNull();
    expect(readShare('0,5')).toBeNull();
  });
});
