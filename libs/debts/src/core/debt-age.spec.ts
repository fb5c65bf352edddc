import { addDays, parseDate } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import { debtAge } from './debt-age.js';

const due = parseDate('2026-03-16');
const after = (days: number) => debtAge(due, addDays(due, days));

describe('the age of a debt', () => {
  it('begins on the day after its day to pay', () => {
    expect([after(-10), after(0), after(1)]).toEqual(['not-due', 'not-due', 'to-30']);
  });

  it('passes from one to the next at the end of its last day', () => {
    expect([after(30), after(31), after(60), after(61), after(90), after(91)]).toEqual([
      'to-30',
      'to-60',
      'to-60',
      'to-90',
      'to-90',
      'to-180',
    ]);
    expect([after(180), after(181), after(365), after(366)]).toEqual(['to-180', 'to-365', 'to-365', 'to-3-years']);
  });

  it('is past the limitation on the day after three years, leap day or not', () => {
    expect(debtAge(parseDate('2023-11-10'), parseDate('2026-11-10'))).toBe('to-3-years');
    expect(debtAge(parseDate('2023-11-10'), parseDate('2026-11-11'))).toBe('over-3-years');
    expect(debtAge(parseDate('2024-02-29'), parseDate('2027-03-01'))).toBe('to-3-years');
    expect(debtAge(parseDate('2024-02-29'), parseDate('2027-03-02'))).toBe('over-3-years');
  });
});
