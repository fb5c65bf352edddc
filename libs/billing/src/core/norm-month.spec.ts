import { parseDate, periodOfDate } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import { charge } from './charge.js';
import type { HouseFacts, PremisesFacts, ServiceRule } from './facts.js';
import { normMonth } from './norm-month.js';

const on = parseDate;
const day = on('2026-10-16');
const norms = [{ from: on('2020-01-01'), value: '4.29' }];
const water: ServiceRule = {
  ...{ code: 'cold-water', method: 'metered', norms, excess: [{ from: on('2020-01-01'), factor: '1.5' }] },
  tariffs: [
    { from: on('2020-01-01'), to: on('2026-10-10'), rate: '36.47' },
    { from: on('2026-10-10'), rate: '42.30' },
  ],
};
const sewage: ServiceRule = {
  ...{ code: 'sewage', method: 'sewage', of: ['cold-water'] },
  tariffs: [{ from: on('2020-01-01'), rate: '30.10' }],
};
const power: ServiceRule = {
  ...{ code: 'electricity', method: 'metered', norms: [{ from: on('2020-01-01'), value: '80' }] },
  tariffs: [{ from: on('2020-01-01'), rate: { day: '7.31', night: '4.45' } }],
};
const meter = {
  ...{ id: 'm', service: 'cold-water', installed: on('2018-01-01'), verifiedUntil: on('2030-01-01') },
  readings: [
    { date: on('2026-09-20'), value: '100' },
    { date: on('2026-10-20'), value: '101' },
  ],
};
const flat: PremisesFacts = {
  id: '1',
  area: '50',
  residents: [
    { from: on('2015-01-01') },
    { from: on('2026-10-11'), absences: [{ from: on('2026-10-12'), to: on('2026-10-30') }] },
    { from: on('2015-01-01'), to: on('2026-10-16') },
  ],
  meters: [meter],
};
const houseOf = (services: readonly ServiceRule[], ...premises: PremisesFacts[]): HouseFacts => ({
  house: { id: 'house', meters: [] },
  services,
  premises,
});
const fees = (facts: HouseFacts) =>
  charge(normMonth(facts, day), periodOfDate(day)).lines.map(
    ({ service, part, amount }) => `${service} ${part} ${amount}`,
  );

describe('a month by the norm', () => {
  it('is charged by the norm, tariff and persons of the day for its whole month, whatever a meter shows', () => {
    // two registered on 16 October: 2 · 4.29 · 42.30 = 362.934, and 2 · 4.29 · 30.10 = 258.258
    expect(fees(houseOf([water, sewage], flat))).toEqual(['cold-water individual 362.93', 'sewage individual 258.26']);
    expect(charge(houseOf([water], flat), periodOfDate(day)).lines[0]!.working.formula).toBe('meter');
  });

  it('takes the dearest of the prices by zones, which a norm does not know', () => {
    expect(fees(houseOf([power], flat))).toEqual(['electricity individual 1169.60']); // 2 · 80 · 7.31
  });

  it('leaves out what is not charged by norm, accounts that are closed on the day, and shops', () => {
    const heating = { code: 'heating', method: 'heating', mode: 'season', tariffs: [] } as ServiceRule;
    expect(fees(houseOf([heating, water], { ...flat, to: on('2026-10-16') }))).toEqual([]);
    expect(fees(houseOf([heating, water], { ...flat, kind: 'nonresidential' }))).toEqual([]);
    expect(fees(houseOf([heating, water], flat))).toEqual(['cold-water individual 362.93']);
  });
});
