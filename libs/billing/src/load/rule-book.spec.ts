import type { CatalogueInMonth, ChoicesInMonth } from '@dvor/catalogue';
import type { AccountInMonth } from '@dvor/housing';
import {
  contains,
  type HouseId,
  type Interval,
  type LocalDate,
  monthInterval,
  parseDate,
  parsePeriod,
  type SupplierId,
} from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Tariff } from '../core/index.js';
import { RuleBook } from './rule-book.js';
import { without } from './without.js';

const october = parsePeriod('2026-10');

function days(from: string, to: string | null = null): Interval {
  return { from: parseDate(from), to: to === null ? null : parseDate(to) };
}

describe('without', () => {
  const day = fc.integer({ min: 0, max: 40 });
  const interval = fc
    .record({ from: day, length: fc.option(fc.integer({ min: 1, max: 20 })) })
    .map(({ from, length }) => ({
      from: from as LocalDate,
      to: length === null ? null : ((from + length) as LocalDate),
    }));

  it('leaves exactly the days that nothing takes, each once', () => {
    fc.assert(
      fc.property(interval, fc.array(interval, { maxLength: 5 }), (whole, taken) => {
        const left = without(whole, taken);
        const wrong = Array.from({ length: 72 }, (_, i) => (i - 1) as LocalDate).filter((date) => {
          const free = contains(whole, date) && !taken.some((cut) => contains(cut, date));
          return left.filter((piece) => contains(piece, date)).length !== (free ? 1 : 0);
        });
        expect(wrong).toEqual([]);
        expect(left.every(({ from, to }) => to === null || from < to)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the rules of a house', () => {
  const always = days('2020-01-01');
  const assignment = {
    ...always,
    houseId: '1',
    premisesId: null,
    premisesKinds: ['flat', 'room'],
    serviceId: '40',
    supplierId: '5',
    method: 'metered',
    settings: {},
  };
  const catalogue = {
    services: [
      {
        id: '40',
        code: 'electricity',
        name: '',
        unit: 'кВт·ч',
        resource: 'electricity',
        section: 'communal',
        position: 4,
      },
    ],
    assignments: [assignment],
    tariffs: [
      { id: '1', serviceId: '40', appliesTo: {}, rates: { rate: '6.24' }, ...always },
      { id: '2', serviceId: '40', appliesTo: { stove: 'electric' }, rates: { day: '4.80', night: '3.10' }, ...always },
    ],
    norms: [{ id: '3', serviceId: '40', appliesTo: {}, value: '80', ...always }],
    excessFactors: [
      { resource: 'electricity', factor: '1.5', ...always },
      { resource: 'cold-water', factor: '3', ...always },
    ],
  } as unknown as CatalogueInMonth;

  function account(id: string, more: Partial<AccountInMonth> = {}): AccountInMonth {
    return {
      id,
      number: id,
      houseId: '1',
      premisesId: `p${id}`,
      kind: 'flat',
      parentId: null,
      open: [always],
      premises: [{ ...always, area: '40', livingArea: null, traits: {}, meterImpossible: [], ownHeating: false }],
      owners: [],
      residents: [],
      units: [],
      ...more,
    } as unknown as AccountInMonth;
  }

  function book(
    more: Partial<CatalogueInMonth> = {},
    facts = [{ ...always, area: null, commonArea: null, traits: { stove: 'gas' } }],
  ) {
    const given = { ...catalogue, ...more };
    return new RuleBook({
      house: { id: '1' as HouseId, facts },
      month: october,
      assignments: given.assignments,
      catalogue: given,
    });
  }

  const traits = (value: Record<string, string>, on: Interval = always) =>
    ({
      ...on,
      area: '40',
      livingArea: null,
      traits: value,
      meterImpossible: [],
      ownHeating: false,
    }) as AccountInMonth['premises'][number];

  it('are shared by accounts that are alike', () => {
    const rules = book();
    for (const id of ['1', '2', '3']) rules.enter(account(id));
    const { from, to } = monthInterval(october);
    expect(rules.rules()).toEqual([
      {
        code: 'electricity',
        method: 'metered',
        resource: 'electricity',
        unit: 'kWh',
        from: always.from,
        to: null,
        appliesTo: ['1', '2', '3'],
        tariffs: [{ from, to, rate: '6.24' }],
        norms: [{ from, to, value: '80' }],
        excess: [{ from: always.from, to: null, factor: '1.5' }],
      },
    ]);
  });

  it('are parted by what tariffs look at; the premises’ own trait goes before the house’s', () => {
    const rules = book();
    rules.enter(account('1'));
    rules.enter(account('2', { premises: [traits({ stove: 'electric' })] }));
    expect(rules.rules().map(({ appliesTo, tariffs }) => [appliesTo, (tariffs[0] as Tariff).rate])).toEqual([
      [['1'], '6.24'],
      [['2'], { day: '4.80', night: '3.10' }],
    ]);
  });

  it('change on the day on which a trait does', () => {
    const rules = book();
    const [gas, electric] = [days('2020-01-01', '2026-10-11'), days('2026-10-11')];
    rules.enter(account('1', { premises: [traits({}, gas), traits({ stove: 'electric' }, electric)] }));
    const [rule] = rules.rules();
    expect(rule!.tariffs).toEqual([
      { from: parseDate('2026-10-01'), to: parseDate('2026-10-11'), rate: '6.24' },
      { from: parseDate('2026-10-11'), to: parseDate('2026-11-01'), rate: { day: '4.80', night: '3.10' } },
    ]);
  });

  it('are shared by accounts that differ in what no rule looks at', () => {
    const rules = book();
    rules.enter(account('1'));
    rules.enter(
      account('2', { premises: [traits({}, days('2024-05-05', '2026-10-20')), traits({}, days('2026-10-20'))] }),
    );
    expect(rules.rules().map(({ appliesTo }) => appliesTo)).toEqual([['1', '2']]);
  });

  it('leave out premises of another kind', () => {
    const rules = book();
    expect(rules.enter(account('1', { kind: 'parking' }))).toEqual([]);
    expect(rules.rules()).toEqual([]);
  });

  it('hold on the days on which nothing is known of the house or the premises', () => {
    const rules = book({}, []);
    rules.enter(account('1', { premises: [] }));
    expect(rules.rules()[0]!.tariffs).toMatchObject([{ rate: '6.24' }]);
  });

  it('let a rule of one’s own stand in place of the house’s on its days, supplier and all', () => {
    const own = { ...assignment, premisesId: 'p2', supplierId: '6', ...days('2026-10-11', '2026-10-21') };
    const rules = book({ assignments: [assignment, own] as never });
    rules.enter(account('1'));
    rules.enter(account('2'));
    const spans = rules.rules().map((rule) => [rule.appliesTo, rule.from, rule.to, rules.supplierOf(rule)]);
    const [begin, end] = [parseDate('2026-10-11'), parseDate('2026-10-21')];
    expect(spans).toEqual([
      [['1'], always.from, null, '5'],
      [['2'], begin, end, '6'],
      [['2'], always.from, begin, '5'],
      [['2'], end, null, '5'],
    ]);
    expect(rules.changesSupplier).toBe(true);
  });

  it('hand both over where two tariffs fit equally well: which of them holds is not for a program to choose', () => {
    const both = [
      { id: '1', serviceId: '40', appliesTo: { stove: 'gas' }, rates: { rate: '6.24' }, ...always },
      { id: '2', serviceId: '40', appliesTo: { kind: 'flat' }, rates: { rate: '5.00' }, ...always },
    ];
    const rules = book({ tariffs: both as never });
    rules.enter(account('1'));
    expect(rules.rules()[0]!.tariffs.map((tariff) => (tariff as Tariff).rate)).toEqual(['6.24', '5.00']);
  });

  it('hand over those two alone, from the day they meet, where one begins later: it does not follow the other', () => {
    const rows = [
      { id: '0', serviceId: '40', appliesTo: {}, rates: { rate: '7.00' }, ...always },
      { id: '1', serviceId: '40', appliesTo: { stove: 'gas' }, rates: { rate: '6.24' }, ...always },
      { id: '2', serviceId: '40', appliesTo: { kind: 'flat' }, rates: { rate: '5.00' }, ...days('2026-10-11') },
    ];
    const rules = book({ tariffs: rows as never });
    rules.enter(account('1'));
    const [from, to] = [parseDate('2026-10-11'), parseDate('2026-11-01')];
    expect(rules.rules()[0]!.tariffs).toEqual([
      { from, to, rate: '6.24' },
      { from, to, rate: '5.00' },
    ]);
  });

  it('of an entrance stand in place of the house’s, and the premises’ own in place of both', () => {
    const entrance = { ...assignment, supplierId: '6', entrancePremises: ['p1', 'p2'], ...days('2026-10-11') };
    const own = { ...assignment, supplierId: '7', premisesId: 'p2', ...days('2026-10-21') };
    const rules = book({ assignments: [assignment, entrance, own] as unknown as CatalogueInMonth['assignments'] });
    for (const id of ['1', '2', '3']) rules.enter(account(id));
    const spans = rules
      .rules()
      .flatMap((rule) => rule.appliesTo!.map((id) => [id, rules.supplierOf(rule), rule.from, rule.to] as const))
      .sort(([a, , from], [b, , other]) => a.localeCompare(b) || Number(from) - Number(other));
    const [tenth, twentieth] = [parseDate('2026-10-11'), parseDate('2026-10-21')];
    expect(spans).toEqual([
      ['1', '5', always.from, tenth],
      ['1', '6', tenth, null],
      ['2', '5', always.from, tenth],
      ['2', '6', tenth, twentieth],
      ['2', '7', twentieth, null],
      ['3', '5', always.from, null],
    ]);
  });

  it('take a house’s own factor before the organisation’s, and that before the law’s', () => {
    const of = (rank: string, factor: string, on: Interval, houseId: string | null = null) => ({
      ...{ resource: 'electricity', rank, factor, houseId },
      ...on,
    });
    const rules = book({
      excessFactors: [
        of('law', '1.5', always),
        of('organization', '2', days('2026-10-06')),
        of('house', '1', days('2026-10-11', '2026-10-21'), '1'),
        of('house', '9', days('2026-10-01'), '2'),
      ] as unknown as CatalogueInMonth['excessFactors'],
    });
    rules.enter(account('1'));
    expect((rules.rules()[0] as unknown as { excess: object[] }).excess).toEqual([
      { ...days('2020-01-01', '2026-10-06'), factor: '1.5' },
      { ...days('2026-10-06', '2026-10-11'), factor: '2' },
      { ...days('2026-10-11', '2026-10-21'), factor: '1' },
      { ...days('2026-10-21'), factor: '2' },
    ]);
  });

  const ranges = [
    { upTo: '100', rates: { rate: '6.24' } },
    { upTo: null, rates: { rate: '9.00' } },
  ];
  const ranged = [{ id: '1', serviceId: '40', appliesTo: {}, rates: { rate: '6.24' }, ranges, ...always }];
  const ruleBy = (
    method: string,
    {
      settings = {},
      choices,
      ...more
    }: Partial<CatalogueInMonth> & { settings?: object; choices?: ChoicesInMonth } = {},
  ) => {
    const given = {
      ...catalogue,
      ...more,
      assignments: [{ ...assignment, method, settings }],
    } as unknown as CatalogueInMonth;
    const rules = new RuleBook({
      house: { id: '1' as HouseId, facts: [] },
      month: october,
      assignments: given.assignments,
      catalogue: given,
      ...(choices && { choices }),
    });
    rules.enter(account('1'));
    return rules.rules()[0]! as unknown as Record<string, unknown>;
  };
  const within = monthInterval(october);

  it('charge what is metered by price ranges, and nothing else by the first of them', () => {
    const tariffs = ranged as unknown as CatalogueInMonth['tariffs'];
    expect(ruleBy('metered', { tariffs })['tariffs']).toEqual([
      {
        ...within,
        ranges: [
          { upTo: '100', rate: '6.24' },
          { upTo: null, rate: '9.00' },
        ],
      },
    ]);
    expect(ruleBy('area', { tariffs })['tariffs']).toEqual([]);
  });

  it('take a social norm from the assignment, else from the bound of the first range', () => {
    const tariffs = ranged as unknown as CatalogueInMonth['tariffs'];
    const rule = ruleBy('social-norm', { tariffs });
    expect([rule['socialNorm'], rule['tariffs']]).toEqual(['100', [{ ...within, within: '6.24', above: '9.00' }]]);
    expect(ruleBy('social-norm', { tariffs, settings: { socialNorm: '96' } })['socialNorm']).toBe('96');
  });

  const choices: ChoicesInMonth = {
    coefficients: [
      { code: 'conversion.hot-water-heat', houseId: null, value: '0.062', ...always },
      { code: 'conversion.hot-water-heat', houseId: '1' as HouseId, value: '0.0611', ...days('2026-10-11') },
      { code: 'conversion.hot-water-heat', houseId: '2' as HouseId, value: '0.07', ...always },
    ],
    settings: { 'heating.mode': 'even', 'excess-factor.hot-water-on': 'both' },
    seasons: [
      { houseId: null, whose: 'law', ...days('2026-10-01', '2027-05-01') },
      { houseId: null, whose: 'organization', ...days('2026-10-05', '2027-05-01') },
      { houseId: '2' as HouseId, whose: 'house', ...days('2026-09-20', '2027-05-01') },
    ],
    vatExempt: [],
  };

  it('heat water by the house’s own norm of heat, on its days, and by the organisation’s on the others', () => {
    const tariffs = [
      { id: '1', serviceId: '40', appliesTo: {}, rates: { water: '42.30', heat: '3649.58' }, ...always },
    ] as unknown as CatalogueInMonth['tariffs'];
    expect(ruleBy('hot-water', { tariffs, choices })).toMatchObject({
      tariffs: [{ ...within, water: '42.30', heat: '3649.58' }],
      heatPerUnit: [
        { ...days('2020-01-01', '2026-10-11'), value: '0.062' },
        { ...days('2026-10-11'), value: '0.0611' },
      ],
      factorOn: 'both',
    });
  });

  it('heat as the region chose where the assignment says nothing, in the season that was declared', () => {
    expect(ruleBy('heating', { choices })).toMatchObject({
      mode: 'even',
      season: [days('2026-10-05', '2027-05-01')],
    });
    expect(ruleBy('heating', { choices, settings: { mode: 'season' } })).toMatchObject({ mode: 'season' });
  });

  it('show the VAT that the rates hold, unless the recipient pays none', () => {
    const tariffs = [
      { id: '1', serviceId: '40', appliesTo: {}, rates: { rate: '6.24' }, vatRate: '22', ...always },
    ] as unknown as CatalogueInMonth['tariffs'];
    expect(ruleBy('metered', { tariffs, choices })['vat']).toBe('22');
    const exempt = { ...choices, vatExempt: [{ ...always, value: '5' as SupplierId }] };
    expect(ruleBy('metered', { tariffs, choices: exempt })['vat']).toBeUndefined();
  });
});
