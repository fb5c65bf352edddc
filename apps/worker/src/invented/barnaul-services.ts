import type { NewCoefficient, NewNorm, NewService, NewTariff, Traits } from '@dvor/catalogue';
import { decimal, type Interval, Money, parseDate } from '@dvor/kernel';

/** A service as houses of the invented organisations get it. */
export interface OfferedService {
  readonly service: NewService;
  readonly supplier: SupplierRole;
  readonly method: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly premisesKinds: readonly string[];
  readonly tariffs: readonly Omit<NewTariff, 'serviceId'>[];
  readonly norms: readonly Omit<NewNorm, 'serviceId'>[];
}

export type SupplierRole =
  'manager' | 'water' | 'heat' | 'power' | 'gas' | 'waste' | 'repairs' | 'intercom' | 'guard' | 'antenna';

const DWELLINGS = ['flat', 'room'];
const ALL_PREMISES = ['flat', 'room', 'nonresidential', 'parking'];

/** From which day each column of rates holds. */
const SINCE = ['2024-07-01', '2025-07-01', '2026-01-01', '2026-10-01'].map(parseDate);

const VAT_ROSE_ON = parseDate('2026-01-01');

/** Rates by column, R as reported for the city, I as an illustration until the true figure is known. */
type Columns = readonly [string, string, string, string];

const RATES = {
  'cold-water': ['31.52 R', '35.87 R', '36.47 R', '42.30 I'],
  sewage: ['30.10 I', '34.40 I', '36.90 I', '43.10 I'],
  heat: ['2841.30 R', '3218.46 R', '3273.17 I', '3649.58 I'],
  // For common property hot water has one price: of the water and of 0.062 Gcal to warm it.
  'hot-water-common': ['207.68 I', '235.41 I', '239.41 I', '268.57 I'],
  'electricity, not for living': ['9.12 I', '9.74 I', '10.36 I', '11.18 I'],
  'electricity, gas stove': ['5.66 I', '6.25 I', '6.36 R', '7.07 R'],
  'electricity, electric stove': ['4.61 I', '5.09 I', '5.18 R', '5.61 R'],
  gas: ['98.50 I', '108.20 I', '108.20 I', '119.60 I'],
  // 61.00, 67.87, 62.30 and 130.40 a person, by the norm below.
  waste: ['305.00 I', '339.35 R', '311.50 R', '652.00 R'],
  'capital-repair': ['14.50 I', '14.50 I', '15.66 R', '15.66 R'],
  maintenance: ['26.40 I', '28.90 I', '28.90 I', '31.20 I'],
  council: ['2.10 I', '2.30 I', '2.30 I', '2.50 I'],
  intercom: ['55.00 I', '60.00 I', '60.00 I', '65.00 I'],
  security: ['180.00 I', '195.00 I', '195.00 I', '210.00 I'],
  antenna: ['95.00 I', '105.00 I', '105.00 I', '110.00 I'],
  snow: ['1.10 I', '1.25 I', '1.25 I', '1.40 I'],
} as const satisfies Record<string, Columns>;

/** The approved norm of heat for a m³ of hot water, as an act of the region gives it. */
export const HEAT_OF_WATER: NewCoefficient = {
  houseId: null,
  code: 'conversion.hot-water-heat',
  value: '0.062',
  basis: 'норматив расхода тепла на подогрев воды, по опубликованным сведениям',
  clause: 'п. 42 ПП РФ № 354, ф. 23',
  from: parseDate('2024-07-01'),
  to: null,
};

/** Shops: their rates hold VAT, which is shown. */
const NOT_FOR_LIVING: Traits = { kind: 'nonresidential' };

/** Trait of premises whose electricity meter counts day and night apart. */
export const TWO_ZONES: Traits = { zones: 'two' };
export const ELECTRIC_STOVE: Traits = { stove: 'electric' };

const ELECTRICITY: readonly Omit<NewTariff, 'serviceId'>[] = [
  ...dated(RATES['electricity, gas stove'], {}, oneRate),
  ...dated(RATES['electricity, electric stove'], ELECTRIC_STOVE, oneRate),
  ...dated(RATES['electricity, gas stove'], TWO_ZONES, dayAndNight),
  ...dated(RATES['electricity, electric stove'], { ...ELECTRIC_STOVE, ...TWO_ZONES }, dayAndNight),
  ...withVat(RATES['electricity, not for living']),
];

/** Of common property, whatever a premises' own meter tells apart. */
const ELECTRICITY_COMMON: readonly Omit<NewTariff, 'serviceId'>[] = [
  ...dated(RATES['electricity, gas stove']),
  ...dated(RATES['electricity, electric stove'], ELECTRIC_STOVE),
  ...withVat(RATES['electricity, not for living']),
];

/** In the order of the receipt. */
export const BARNAUL_SERVICES = {
  maintenance: {
    service: {
      code: 'maintenance',
      name: 'Содержание жилого помещения',
      unit: 'м²',
      resource: null,
      section: 'housing',
      position: 10,
    },
    ...offer('manager', 'area', ALL_PREMISES, dated(RATES.maintenance)),
  },
  council: {
    service: {
      code: 'council',
      name: 'Вознаграждение совета дома',
      unit: 'м²',
      resource: null,
      section: 'housing',
      position: 11,
    },
    ...offer('manager', 'area', DWELLINGS, dated(RATES.council)),
  },
  'cold-water': {
    service: {
      code: 'cold-water',
      name: 'Холодное водоснабжение',
      unit: 'м³',
      resource: 'cold-water',
      section: 'communal',
      position: 20,
    },
    ...offer('water', 'metered', [...DWELLINGS, 'nonresidential'], forAll('cold-water'), '4.29'),
  },
  'hot-water': {
    service: {
      code: 'hot-water',
      name: 'Горячее водоснабжение',
      unit: 'м³',
      resource: 'hot-water',
      section: 'communal',
      position: 21,
    },
    ...offer('heat', 'hot-water', DWELLINGS, waterAndHeat(RATES['cold-water'], RATES.heat), '2.92'),
  },
  sewage: {
    service: {
      code: 'sewage',
      name: 'Водоотведение',
      unit: 'м³',
      resource: 'sewage',
      section: 'communal',
      position: 22,
    },
    ...offer('water', 'sewage', [...DWELLINGS, 'nonresidential'], forAll('sewage')),
    settings: { of: ['cold-water', 'hot-water'] },
  },
  electricity: {
    service: {
      code: 'electricity',
      name: 'Электроснабжение',
      unit: 'кВт·ч',
      resource: 'electricity',
      section: 'communal',
      position: 23,
    },
    ...offer('power', 'metered', [...DWELLINGS, 'nonresidential'], ELECTRICITY, '91'),
  },
  gas: {
    service: { code: 'gas', name: 'Газоснабжение', unit: 'чел.', resource: 'gas', section: 'communal', position: 24 },
    ...offer('gas', 'person', DWELLINGS, dated(RATES.gas)),
  },
  waste: {
    service: {
      code: 'waste',
      name: 'Обращение с ТКО',
      unit: 'м³',
      resource: 'waste',
      section: 'communal',
      position: 25,
    },
    ...offer('waste', 'waste-person', DWELLINGS, dated(RATES.waste), '2.4'),
  },
  heating: {
    service: {
      code: 'heating',
      name: 'Отопление',
      unit: 'Гкал',
      resource: 'heating',
      section: 'communal',
      position: 19,
    },
    ...offer('heat', 'heating', ALL_PREMISES, forAll('heat'), '0.0261'),
    settings: { mode: 'season' },
  },
  'cold-water-common': {
    service: {
      code: 'cold-water-common',
      name: 'Холодная вода на общее имущество',
      unit: 'м³',
      resource: 'cold-water',
      section: 'common-property',
      position: 12,
    },
    ...offer('manager', 'common', ALL_PREMISES, forAll('cold-water'), '0.027'),
    settings: { of: ['cold-water'], mode: 'actual' },
  },
  'hot-water-common': {
    service: {
      code: 'hot-water-common',
      name: 'Горячая вода на общее имущество',
      unit: 'м³',
      resource: 'hot-water',
      section: 'common-property',
      position: 13,
    },
    ...offer('manager', 'common', ALL_PREMISES, forAll('hot-water-common'), '0.017'),
    settings: { of: ['hot-water'], mode: 'actual' },
  },
  'sewage-common': {
    service: {
      code: 'sewage-common',
      name: 'Отведение сточных вод общего имущества',
      unit: 'м³',
      resource: 'sewage',
      section: 'common-property',
      position: 14,
    },
    ...offer('manager', 'common', ALL_PREMISES, forAll('sewage'), '0.044'),
    settings: { of: ['sewage'], mode: 'actual' },
  },
  'electricity-common': {
    service: {
      code: 'electricity-common',
      name: 'Электроэнергия на общее имущество',
      unit: 'кВт·ч',
      resource: 'electricity',
      section: 'common-property',
      position: 15,
    },
    ...offer('manager', 'common', ALL_PREMISES, ELECTRICITY_COMMON, '1.9'),
    settings: { of: ['electricity'], mode: 'actual' },
  },
  'capital-repair': {
    service: {
      code: 'capital-repair',
      name: 'Взнос на капитальный ремонт',
      unit: 'м²',
      resource: null,
      section: 'capital-repair',
      position: 30,
    },
    ...offer('repairs', 'area', ALL_PREMISES, dated(RATES['capital-repair'])),
  },
  intercom: {
    service: { ...agency('intercom', 'Домофон'), position: 40 },
    ...offer('intercom', 'flat', ['flat'], dated(RATES.intercom)),
  },
  security: {
    service: { ...agency('security', 'Охрана'), position: 41 },
    ...offer('guard', 'flat', ['flat'], dated(RATES.security)),
  },
  antenna: {
    service: { ...agency('antenna', 'Телеантенна'), position: 42 },
    ...offer('antenna', 'flat', ['flat'], dated(RATES.antenna)),
  },
} as const satisfies Record<string, OfferedService>;

/** What an organisation charges of its own: by a formula that a meeting has adopted, and by acts. */
export const OWN_SERVICES = {
  snow: {
    service: {
      code: 'snow',
      name: 'Механизированная уборка снега',
      unit: 'м²',
      resource: null,
      section: 'housing',
      position: 16,
    },
    ...offer('manager', 'formula', ['flat'], dated(RATES.snow)),
    settings: { formula: 'snow' },
  },
  works: {
    service: { code: 'works', name: 'Разовые работы', unit: 'шт.', resource: null, section: 'other', position: 50 },
    ...offer('manager', 'flat', [], []),
  },
} as const satisfies Record<string, OfferedService>;

export type ServiceCode = keyof typeof BARNAUL_SERVICES;

/** What the payer may decline: a flat has it or not. */
function agency(code: string, name: string) {
  return { code, name, unit: 'кв.', resource: null, section: 'agency', voluntary: true } as const;
}

function offer(
  supplier: SupplierRole,
  method: string,
  premisesKinds: readonly string[],
  tariffs: OfferedService['tariffs'],
  norm?: string,
) {
  const since = { from: parseDate('2012-09-01'), to: null };
  const norms = norm ? [{ ...since, value: norm, basis: 'норматив для показа' }] : [];
  return { supplier, method, premisesKinds, tariffs, norms };
}

/** The same price for everybody; what shops pay holds VAT. */
function forAll(code: 'cold-water' | 'hot-water-common' | 'sewage' | 'heat'): Omit<NewTariff, 'serviceId'>[] {
  return [...dated(RATES[code]), ...withVat(RATES[code])];
}

function withVat(columns: Columns): Omit<NewTariff, 'serviceId'>[] {
  return dated(columns, NOT_FOR_LIVING).map((tariff) => ({
    ...tariff,
    vatRate: tariff.from < VAT_ROSE_ON ? '20' : '22',
  }));
}

/** Hot water of two components. */
function waterAndHeat(water: Columns, heat: Columns): Omit<NewTariff, 'serviceId'>[] {
  const ofHeat = dated(heat);
  return dated(water).map((tariff) => ({
    ...tariff,
    rates: {
      water: tariff.rates['rate']!,
      heat: ofHeat.find(({ from }) => from === tariff.from)!.rates['rate']!,
    },
  }));
}

/** A tariff for each column; a rate that goes on unchanged stays one. */
function dated(
  columns: Columns,
  appliesTo: Traits = {},
  ratesOf: (rate: string) => NewTariff['rates'] = oneRate,
): Omit<NewTariff, 'serviceId'>[] {
  const starts = columns.flatMap((column, i) => (column === columns[i - 1] ? [] : [{ column, from: SINCE[i]! }]));
  return starts.map(({ column, from }, i) => {
    const [rate = '', source] = column.split(' ');
    const days: Interval = { from, to: starts[i + 1]?.from ?? null };
    return {
      ...days,
      appliesTo,
      rates: ratesOf(rate),
      basis: source === 'R' ? 'по опубликованным сведениям о тарифах в Барнауле' : 'условный тариф для показа',
    };
  });
}

function oneRate(rate: string): NewTariff['rates'] {
  return { rate };
}

/** Day 1.15 and night 0.70 of the rate without zones, to the kopeck. */
function dayAndNight(rate: string): NewTariff['rates'] {
  return {
    day: Money.round(decimal(rate).times('1.15')).toString(),
    night: Money.round(decimal(rate).times('0.70')).toString(),
  };
}
