import { describe, expect, it } from '@jest/globals';
import { readTypedDate } from './typed-date.js';

describe('readTypedDate', () => {
  it('reads days as people type them', () => {
    expect(readTypedDate('2.12.2026')).toBe('2026-12-02');
    expect(readTypedDate(' 02.12.26 ')).toBe('2026-12-02');
    expect(readTypedDate('02122026')).toBe('2026-12-02');
    expect(readTypedDate('2026-12-02')).toBe('2026-12-02');
  });

  it('refuses what is no day', () => {
    expect(readTypedDate('31.02.2026')).toBeNull();
    expect(readTypedDate('завтра')).toBeNull();
    expect(readTypedDate('')).toBeNull();
  });
});
