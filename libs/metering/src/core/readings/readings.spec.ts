import { decimal, parseDate } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MeteredResource } from '../reading-source.js';
import { readAmounts } from './check-amounts.js';
import { judgeReading, type MeterHistory } from './judge-reading.js';
import { ranBetween } from './ran-between.js';
import { actionOn, READING_ACTIONS, READING_RULES, usualPolicy } from './reading-policy.js';

const capacity: Record<MeteredResource, ReturnType<typeof decimal>> = {
  'cold-water': decimal('36'),
  'hot-water': decimal('36'),
  electricity: decimal('360'),
  gas: decimal('240'),
  heating: decimal('2'),
};
const bounds = { usualTimes: 10, similarTimes: 5, capacityADay: capacity };
const on = (day: string, ...amounts: string[]) => ({ date: parseDate(day), amounts });

describe('the run of a dial', () => {
  it('goes on, or rolls over', () => {
    expect(ran('10.5', '12')).toBe('1.5');
    expect(ran('99998.5', '2.5')).toBe('4 turned');
    expect(ran('50000', '49999')).toBe('below-previous');
  });

  it('is what was between the amounts, wherever the dial stood', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 24_999 }), (from, volume) => {
        expect(ran(String(from), String((from + volume) % 100_000)).split(' ')[0]).toBe(String(volume));
      }),
    );
  });

  function ran(from: string, to: string): string {
    const run = ranBetween(from, to, 5);
    return run === 'below-previous' ? run : `${run.volume.toString()}${run.turn ? ' turned' : ''}`;
  }
});

describe('the amounts of a reading', () => {
  const dial = {
    zones: ['all'],
    digits: 5,
    scale: 3,
    stands: [{ from: parseDate('2026-01-01'), to: parseDate('2026-10-15') }],
  };
  const read = (amounts: string[], day = '2026-10-10') =>
    readAmounts({ date: parseDate(day), amounts }, dial, parseDate('2026-10-20'));

  it.each([
    ['123', '123'],
    ['00123,450', '123.45'],
    [' 5.1 ', '5.1'],
    ['0', '0'],
    ['12.', '12'],
  ])('reads «%s»', (text, amount) => expect(read([text])).toEqual([amount]));

  it.each([
    ['NaN', 'reading.amount'],
    ['1e309', 'reading.amount'],
    ['-5', 'reading.amount'],
    ['12З', 'reading.amount'],
    ['', 'reading.amount'],
    ['1 2', 'reading.amount'],
    ['123456', 'reading.digits'],
    ['1.2345', 'reading.scale'],
  ])('refuses «%s»: %s', (text, code) => expect(read([text])).toMatchObject({ code }));

  it('refuses another number of zones, the future and days on which the meter does not stand', () => {
    expect(read(['1', '2'])).toMatchObject({ code: 'reading.zones', details: { zones: 1, amounts: 2 } });
    expect(read(['1'], '2026-10-21')).toMatchObject({ code: 'reading.future' });
    expect(read(['1'], '2026-10-16')).toMatchObject({ code: 'reading.outside' });
    expect(read(['1'], '2026-10-15')).toEqual(['1']);
  });
});

describe('a judgement', () => {
  const history: MeterHistory = {
    resource: 'cold-water',
    digits: 5,
    readings: [on('2026-07-20', '100'), on('2026-08-20', '105'), on('2026-09-20', '110')],
    similarADay: decimal('0.2'),
    residents: 2,
    verifiedUntil: parseDate('2027-01-01'),
  };
  const rules = (amount: string, more: Partial<MeterHistory> = {}, day = '2026-10-20') =>
    judgeReading(on(day, amount), { ...history, ...more }, bounds).findings.map(({ rule }) => rule);

  it('finds nothing in what is usual', () => expect(rules('115')).toEqual([]));
  it('does not ask over small volumes', () =>
    expect(rules('119', { readings: [on('2026-09-20', '110')] })).toEqual([]));
  it('sees that it is below the one before', () => expect(rules('109')).toEqual(['below-previous']));
  it('sees that it is above the one after', () => expect(rules('106', {}, '2026-08-01')).toEqual(['below-previous']));
  it('sees ten times the usual', () => expect(rules('161')).toEqual(['times-usual']));
  it('sees what the pipe does not let through', () => expect(rules('1300')).toEqual(['above-capacity']));
  it('sees what similar flats do not use', () =>
    expect(rules('142', { readings: [on('2026-09-20', '110')] })).toEqual(['far-from-similar']));
  it('sees a zero where people live', () => {
    expect(rules('110')).toEqual(['zero-with-residents']);
    expect(rules('110', { residents: 0 })).toEqual([]);
  });
  it('sees that verification is over', () =>
    expect(rules('115', { verifiedUntil: parseDate('2026-10-19') })).toEqual(['verification-expired']));
  it('knows a dial that rolled over', () =>
    expect(rules('3', { readings: [on('2026-09-20', '99998')] })).toEqual(['rolled-over']));
  it('judges zones together and sees one of them go back', () => {
    const zoned = { readings: [on('2026-09-20', '100', '50')], resource: 'electricity' as const };
    expect(judgeReading(on('2026-10-20', '150', '60'), { ...history, ...zoned }, bounds).volume?.toString()).toBe('60');
    expect(judgeReading(on('2026-10-20', '150', '40'), { ...history, ...zoned }, bounds).findings[0]?.rule).toBe(
      'below-previous',
    );
  });
});

describe('what is done about findings', () => {
  it('is the sternest of them, and a confirmation is not asked for twice', () => {
    const policy = usualPolicy('resident');
    expect(actionOn([], policy, { confirmed: false })).toBe('accept');
    expect(actionOn(['verification-expired', 'times-usual'], policy, { confirmed: false })).toBe('confirm');
    expect(actionOn(['times-usual'], policy, { confirmed: true })).toBe('look');
    expect(actionOn(['times-usual', 'below-previous'], policy, { confirmed: true })).toBe('block');
  });

  it('never asks or stops a file', () => {
    for (const source of ['import', 'payment', 'device', 'message'] as const)
      for (const rule of READING_RULES) expect(['confirm', 'block']).not.toContain(usualPolicy(source)[rule]);
    expect(READING_ACTIONS.at(-1)).toBe('block');
  });
});
