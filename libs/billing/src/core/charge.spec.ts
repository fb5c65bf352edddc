import { describe, expect, it } from '@jest/globals';
import { formatDate, ONE, parseDate, parsePeriod } from '@dvor/kernel';
import { charge, chargeBy } from './charge.js';
import type { HouseFacts, PremisesFacts, ServiceRule } from './facts.js';
import { lineOf } from './line.js';
import { type MethodOfCharge, METHODS, type MethodsOfCharge } from './methods/methods.js';
import { Volume } from './volume.js';

const july = parsePeriod('2026-07');
const tariffs = [{ from: parseDate('2026-01-01'), rate: '10' }];
const upkeep: ServiceRule = { code: 'upkeep', method: 'area', tariffs };
const water: ServiceRule = { code: 'cold-water', method: 'metered', tariffs };
const flat: PremisesFacts = { id: '1', area: '50', residents: [{ from: parseDate('2015-01-01') }] };

const houseOf = (services: readonly ServiceRule[], ...premises: PremisesFacts[]): HouseFacts => ({
  house: { id: 'house' },
  services,
  premises,
});

describe('charge', () => {
  it('parks an account with its reason, without a single line, and charges the others', () => {
    const { lines, parked } = charge(
      houseOf([upkeep, water], flat, { ...flat, id: '2', given: { 'cold-water': '4' } }),
      july,
    );
    expect(lines.map(({ premises, service }) => `${premises} ${service}`)).toEqual(['2 upkeep', '2 cold-water']);
    expect(parked).toEqual([
      { premises: '1', service: 'cold-water', code: 'no-norm', details: { date: '2026-07-01' } },
    ]);
  });

  it('names every reason of an account', () => {
    const { parked } = charge(houseOf([upkeep, water], { id: '1' }), july);
    expect(parked.map(({ service, code }) => `${service} ${code}`)).toEqual(['upkeep no-area', 'cold-water no-norm']);
  });

  it('parks the house when the fault is the house’s', () => {
    const untariffed: ServiceRule = { ...upkeep, tariffs: [] };
    expect(charge(houseOf([untariffed], flat), july)).toEqual({
      benefits: [],
      carry: [],
      figures: null,
      lines: [],
      parked: [{ premises: null, service: 'upkeep', code: 'no-tariff', details: { date: '2026-07-01' } }],
    });
  });

  it('parks only those whom a faulty rule applies to, where it does not apply to all', () => {
    const untariffed: ServiceRule = { code: 'lift', method: 'flat', tariffs: [], appliesTo: ['2'] };
    const { lines, parked } = charge(houseOf([upkeep, untariffed], flat, { ...flat, id: '2' }), july);
    expect(lines.map(({ premises }) => premises)).toEqual(['1']);
    expect(parked.map(({ premises }) => premises)).toEqual(['2']);
  });

  it('parks the house for a method that it doesn’t know', () => {
    const strange = { ...upkeep, code: 'heating', method: 'guess' } as unknown as ServiceRule;
    expect(charge(houseOf([upkeep, strange], flat), july)).toEqual({
      benefits: [],
      carry: [],
      figures: null,
      lines: [],
      parked: [{ premises: null, service: 'heating', code: 'unknown-method', details: { method: 'guess' } }],
    });
  });

  it('parks the house when an account’s volume enters the house’s arithmetic and is not known', () => {
    const common = { code: 'water-common', method: 'common', tariffs } as unknown as ServiceRule;
    const methods = {
      ...METHODS,
      common: { stage: 'common', subtracts: () => ['cold-water'], prepare: () => () => [] },
    } as MethodsOfCharge;
    const known: PremisesFacts = { ...flat, id: '2', given: { 'cold-water': '4' } };
    const { lines, parked } = chargeBy(methods, houseOf([common, water], flat, known), july);
    expect(lines).toEqual([]);
    expect(parked).toEqual([
      { premises: null, service: 'cold-water', code: 'no-norm', details: { date: '2026-07-01', premises: '1' } },
    ]);
  });

  it('shows a later stage the volumes of all premises', () => {
    const common = { code: 'water-common', method: 'common', tariffs } as unknown as ServiceRule;
    const seen: string[] = [];
    const divide: MethodOfCharge = {
      stage: 'common',
      prepare: (rule, house) => {
        for (const premises of house.premises) {
          seen.push(
            premises
              .consumed('cold-water')!
              .map(({ volume }) => `${volume}`)
              .join(),
          );
        }
        const working = { formula: 'flat', clause: '', unit: 'm3', rate: '1', days: 31, of: 31 } as const;
        const line = { part: 'common', rate: ONE, volume: Volume.of(ONE), working } as const;
        return (premises) => [lineOf(premises, rule.code, line)];
      },
    };
    const methods = { ...METHODS, common: divide } as MethodsOfCharge;
    const given = (id: string, volume: string): PremisesFacts => ({ id, given: { 'cold-water': volume } });
    const { lines } = chargeBy(methods, houseOf([common, water], given('1', '4'), given('2', '5.5')), july);
    expect(seen).toEqual(['4', '5.5']);
    expect(lines.map(({ premises, service }) => `${premises} ${service}`)).toEqual([
      '1 cold-water',
      '1 water-common',
      '2 cold-water',
      '2 water-common',
    ]);
  });

  it('charges an account that was closed and opened again for each of its times', () => {
    const times: PremisesFacts[] = [
      { ...flat, to: parseDate('2026-07-11') },
      { ...flat, from: parseDate('2026-07-22') },
    ];
    const { lines } = charge(houseOf([upkeep], ...times), july);
    expect(lines.map(({ amount }) => amount.toString())).toEqual(['161.29', '161.29']);
  });

  it('refuses an account that stands twice on one day', () => {
    const { parked } = charge(houseOf([upkeep], flat, flat), july);
    expect(parked).toEqual([{ premises: null, service: null, code: 'premises-twice', details: { id: '1' } }]);
  });

  it('charges nothing to an account that is not open in the month', () => {
    expect(charge(houseOf([upkeep], { ...flat, to: parseDate('2026-07-01') }), july)).toEqual({
      benefits: [],
      carry: [],
      figures: null,
      lines: [],
      parked: [],
    });
  });

  it('spreads a metered volume over the rules that follow one another in the month', () => {
    const before: ServiceRule = { ...water, to: parseDate('2026-07-11') };
    const after: ServiceRule = {
      ...water,
      from: parseDate('2026-07-11'),
      tariffs: [{ from: parseDate('2026-07-01'), rate: '20' }],
    };
    const { lines } = charge(houseOf([before, after], { ...flat, given: { 'cold-water': '31' } }), july);
    expect(lines.map(({ volume, amount }) => `${volume} ${amount}`)).toEqual(['10 100.00', '21 420.00']);
  });

  it('leaves the facts as they were', () => {
    const facts = deepFreeze(houseOf([upkeep, water], { ...flat, given: { 'cold-water': '4' } }));
    expect(() => charge(facts, july)).not.toThrow();
  });

  it('names the day on which norms overlap', () => {
    const norms = [
      { from: parseDate('2020-01-01'), to: parseDate('2026-07-20'), value: '4' },
      { from: parseDate('2026-07-11'), value: '5' },
    ];
    const { parked } = charge(houseOf([{ ...water, norms } as ServiceRule], flat), july);
    expect(parked[0]).toMatchObject({ code: 'norm-overlap', details: { date: formatDate(parseDate('2026-07-11')) } });
  });

  it('refuses figures and intervals that can’t be', () => {
    const codeOf = (service: ServiceRule, premises: PremisesFacts) =>
      charge(houseOf([service], premises), july).parked[0]?.code;
    const from = parseDate('2015-01-01');
    expect(codeOf({ ...upkeep, tariffs: [{ from, rate: '-1' }] }, flat)).toBe('bad-figure');
    expect(codeOf({ ...water, norms: [{ from, value: '-1' }] } as ServiceRule, flat)).toBe('bad-figure');
    expect(codeOf({ ...water, excess: [{ from, factor: '0.5' }] } as ServiceRule, flat)).toBe('bad-figure');
    expect(codeOf(upkeep, { ...flat, area: '-50' })).toBe('no-area');
    expect(
      codeOf({ ...upkeep, method: 'person' }, { ...flat, residents: [{ from, to: parseDate('2014-01-01') }] }),
    ).toBe('bad-interval');
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
