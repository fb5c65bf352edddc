import { describe, expect, it } from '@jest/globals';
import { formatDate, parseDate, parsePeriod } from '@dvor/kernel';
import { dueDateOf, type LawParameter, lawParameterOn } from './index.js';

const act = { act: 'Жилищный кодекс РФ', clause: 'ст. 155 ч. 1' };
const parameters: LawParameter[] = [
  { code: 'payment-due-day', value: 10, from: parseDate('2005-03-01'), to: parseDate('2026-02-01'), ...act },
  { code: 'payment-due-day', value: 15, from: parseDate('2026-02-01'), to: null, ...act },
  { code: 'rate-cap', value: '9.5', from: parseDate('2025-01-01'), to: parseDate('2027-01-01'), ...act },
];

describe('parameters of law', () => {
  it.each([
    ['2025-12', '2026-01-10'],
    ['2026-01', '2026-02-10'],
    ['2026-02', '2026-03-15'],
    ['2026-10', '2026-11-15'],
  ])('makes %s due on %s: the rule of the charged month counts', (charged, due) => {
    expect(formatDate(dueDateOf(parameters, parsePeriod(charged), { february2026: '15', dayOff: 'stays' }))).toBe(due);
  });

  it.each([
    ['2026-02', '15', '2026-03-16'], // a Sunday
    ['2026-02', '10', '2026-03-10'],
    ['2026-07', '15', '2026-08-17'], // a Saturday
    ['2026-10', '15', '2026-11-16'],
    ['2026-08', '15', '2026-09-15'],
  ] as const)('an organisation may choose: %s, day %s, no days off, is due on %s', (charged, february2026, due) => {
    const choices = { february2026, dayOff: 'next-working-day' } as const;
    expect(formatDate(dueDateOf(parameters, parsePeriod(charged), choices))).toBe(due);
  });

  it('refuses to guess past the end of what is known', () => {
    expect(lawParameterOn(parameters, 'rate-cap', parseDate('2026-12-31')).value).toBe('9.5');
    expect(() => lawParameterOn(parameters, 'rate-cap', parseDate('2027-01-01'))).toThrow(
      expect.objectContaining({ code: 'law.parameter-expired' }),
    );
  });
});
