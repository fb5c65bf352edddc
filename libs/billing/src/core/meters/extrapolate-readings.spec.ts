import { describe, expect, it } from '@jest/globals';
import { parseDate, parsePeriod } from '@dvor/kernel';
import type { HouseFacts, MeterFacts } from '../facts.js';
import { extrapolateReadings } from './extrapolate-readings.js';

const september = parsePeriod('2026-09');
const on = (day: string, value: MeterFacts['readings'][number]['value']) => ({ date: parseDate(day), value });

function supposed(readings: MeterFacts['readings'], more: Partial<MeterFacts> = {}): unknown {
  const meter = { id: '7', service: 'cold-water', readings, ...more };
  const facts: HouseFacts = { house: { id: '1' }, services: [], premises: [{ id: 'a', meters: [meter] }] };
  const { facts: extended, meters } = extrapolateReadings(facts, september);
  const last = extended.premises[0]!.meters![0]!.readings.slice(readings.length);
  expect(last.length).toBe(meters);
  return last[0]?.value;
}

describe('extrapolateReadings', () => {
  const july = on('2026-07-21', '90.7');
  const august = on('2026-08-21', '100');

  it('goes on at the pace of the last two readings to the last day of the month', () => {
    expect(supposed([july, august])).toBe('112');
    expect(supposed([august, july])).toBe('112');
    const zones = [on('2026-07-21', { day: '10', night: '5' }), on('2026-08-21', { day: '41', night: '5' })];
    expect(supposed(zones)).toEqual({ day: '81', night: '5' });
  });

  it('leaves a meter alone that is read, new, turned over, removed or failed', () => {
    expect(supposed([july, on('2026-09-02', '101')])).toBeUndefined();
    expect(supposed([august])).toBeUndefined();
    expect(supposed([august, on('2026-08-25', '1')])).toBeUndefined();
    expect(supposed([july, august], { removed: parseDate('2026-09-10') })).toBeUndefined();
    expect(supposed([july, august], { failed: parseDate('2026-09-10') })).toBeUndefined();
  });
});
