import { parseDate as on } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import type { HouseFacts, MeterFacts, PremisesFacts, ServiceRule, Zones } from '../facts.js';
import { costOfUse } from './cost-of-use.js';

const day = on('2026-11-02');
const norms = [{ from: on('2020-01-01'), value: '4.29' }];
const water: ServiceRule = {
  ...{ code: 'cold-water', method: 'metered', norms },
  tariffs: [
    { from: on('2020-01-01'), to: on('2026-10-10'), rate: '36.47' },
    { from: on('2026-10-10'), rate: '42.30' },
  ],
};
const sewage: ServiceRule = {
  ...{ code: 'sewage', method: 'sewage', of: ['cold-water'] },
  tariffs: [{ from: on('2020-01-01'), rate: '30.10' }],
};
const hot: ServiceRule = {
  ...{ code: 'hot-water', method: 'hot-water', norms, heatPerUnit: '0.06' },
  tariffs: [{ from: on('2020-01-01'), water: '42.30', heat: '2000' }],
};
const power: ServiceRule = {
  ...{ code: 'electricity', method: 'metered', norms: [{ from: on('2020-01-01'), value: '80' }] },
  tariffs: [{ from: on('2020-01-01'), rate: { day: '7.31', night: '4.45' } }],
};
const meter = (service: string, change: Partial<MeterFacts> = {}): MeterFacts => ({
  ...{ id: 'm', service, installed: on('2018-01-01'), verifiedUntil: on('2030-01-01'), readings: [] },
  ...change,
});
const flat = (...meters: MeterFacts[]): PremisesFacts => ({
  ...{ id: '1', area: '50', residents: [{ from: on('2015-01-01') }], meters },
});
const costs = (services: readonly ServiceRule[], premises: PremisesFacts, volume: string | Zones) => {
  const facts: HouseFacts = { house: { id: 'house' }, services, premises: [premises] };
  const found = costOfUse(facts, { account: '1', meter: 'm', volume, day });
  return found && Object.fromEntries([...found].map(([code, cost]) => [code, cost.toString()]));
};

describe('what a volume costs', () => {
  it('is by the tariff of the day, with the sewage that goes with it', () => {
    expect(costs([water, sewage], flat(meter('cold-water')), '3.5')).toEqual({
      ...{ 'cold-water': '148.05', sewage: '105.35' },
    });
    expect(costs([water, sewage], flat(meter('cold-water')), '0')).toEqual({ 'cold-water': '0.00' });
  });

  it('is by the prices of the zones', () => {
    expect(costs([power], flat(meter('electricity')), { day: '100', night: '10' })).toEqual({ electricity: '775.50' });
  });

  it('of hot water is water and its heat', () => {
    expect(costs([hot], flat(meter('hot-water')), '1')).toEqual({ 'hot-water': '162.30' }); // 42.30 + 0.06 · 2000
  });

  it('leaves other services of the flat alone', () => {
    const both = flat(meter('cold-water'), { ...meter('electricity'), id: 'other' });
    expect(costs([water, power], both, '1')).toEqual({ 'cold-water': '42.30' });
  });

  it.each([
    ['its verification is over', { verifiedUntil: on('2026-10-31') }],
    ['it has failed', { failed: on('2026-10-20') }],
    ['it was removed', { removed: on('2026-10-20') }],
  ])('is not told of a meter that does not count: %s', (_, change) => {
    expect(costs([water], flat(meter('cold-water', change)), '1')).toBeNull();
  });

  it('is not told where the tariff is unknown, the service is charged otherwise, or the premises are shared', () => {
    const later = { ...water, tariffs: [{ from: on('2027-01-01'), rate: '50' }] } as ServiceRule;
    expect(costs([later], flat(meter('cold-water')), '1')).toBeNull();
    expect(costs([sewage], flat(meter('cold-water')), '1')).toBeNull();
    expect(costs([water], { ...flat(meter('cold-water')), flat: 'shared' }, '1')).toBeNull();
    expect(costs([hot, water], flat(meter('gas')), '1')).toBeNull();
  });
});
