import {
  FINE_PERCENT,
  formatMinute,
  type HouseFacts,
  type ManualFacts,
  type Part,
  type PremisesFacts,
  type QualityActFacts,
  type ServiceRule,
} from '@dvor/billing/core';
import { formatDate, parseDate, type Period } from '@dvor/kernel';
import {
  anyMap,
  byShape,
  CaseFault,
  day,
  decimalText,
  instant,
  listOf,
  mapOf,
  month,
  oneOf,
  optional,
  type Reader,
  record,
  text,
  whole,
  yesNo,
} from './read-fields.js';

/** A case of kind `accrual`: one house, one month, and what must come out. */
export interface AccrualCase {
  readonly facts: HouseFacts;
  readonly period: Period;
  readonly exact: boolean;
  readonly expect: 'error' | readonly ExpectedLine[];
}

/** The sums of the lines that match the given keys. */
export interface ExpectedLine {
  readonly premises?: string;
  readonly service?: string;
  readonly part: Part;
  readonly amount?: string;
  readonly volume?: string;
}

export function readAccrualCase(body: Readonly<Record<string, unknown>>): AccrualCase {
  const read = accrual(body, '');
  const { services, ...house } = read.house;
  const facts: HouseFacts = {
    house: { id: 'case', ...house },
    services,
    premises: read.premises.map(premisesFacts),
    benefitsShown: read.benefitsShown,
    flats: read.flats,
    carry: read.carry,
    charged: read.charged,
    policy: read.policy,
    ...(read.quality && { quality: read.quality.map(qualityFacts) }),
  };
  for (const [i, { premises, service }] of (read.charged ?? []).entries())
    known(facts, `charged[${i}]`, { premises, service });
  for (const [i, { service }] of (read.carry ?? []).entries()) known(facts, `carry[${i}]`, { service });
  for (const [i, { share, flat }] of read.premises.entries()) {
    if (share !== undefined && flat === undefined)
      throw new CaseFault(`premises[${i}].flat`, 'is missing beside a share');
  }
  for (const [i, { id }] of (read.flats ?? []).entries()) {
    if (!read.premises.some(({ flat }) => flat === id))
      throw new CaseFault(`flats[${i}]`, `no room names flat "${id}"`);
  }
  const expect =
    read.expect === 'error' ? read.expect : read.expect.map((line, i) => expectedLine(line, `expect[${i}]`, facts));
  return { facts, period: read.period, exact: read.exact ?? false, expect };
}

function expectedLine(line: ReadExpectation, path: string, facts: HouseFacts): ExpectedLine {
  if (line.amount === undefined && line.volume === undefined)
    throw new CaseFault(path, 'expects neither amount nor volume');
  known(facts, path, line);
  return { ...line, part: line.part ?? 'individual' };
}

/** What a case names must stand in it. */
function known(facts: HouseFacts, path: string, { premises, service }: { premises?: string; service?: string }): void {
  if (premises !== undefined && !facts.premises.some(({ id }) => id === premises)) {
    throw new CaseFault(`${path}.premises`, `there is no premises "${premises}"`);
  }
  const works = facts.premises.flatMap(({ oneOffs }) => oneOffs ?? []);
  if (
    service !== undefined &&
    ![...facts.services.map(({ code }) => code), ...works.map((work) => work.service)].includes(service)
  ) {
    throw new CaseFault(`${path}.service`, `there is no service "${service}"`);
  }
}

// ------------------------------------------------------------------------------------------------- the services

/** One reader for a map that has the field, another for one that has not. */
function byField<A, B>(field: string, readers: { with: Reader<A>; without: Reader<B> }): Reader<A | B> {
  return (value, path) => (Object.hasOwn(anyMap(value, path), field) ? readers.with : readers.without)(value, path);
}

const decimalOrZones = byShape({ scalar: decimalText, map: mapOf(decimalText) });

const basis = {
  code: text,
  resource: optional(oneOf('cold-water', 'hot-water', 'sewage', 'electricity', 'gas', 'heating', 'waste')),
  method: text,
  unit: optional(oneOf('m2', 'm3', 'kWh', 'Gcal', 'person', 'premises', 'unit')),
  vat: optional(decimalText),
  basis: optional(text),
  from: optional(day),
  to: optional(day),
  appliesTo: optional(listOf(text)),
};
const plainTariffs = listOf(record({ from: day, to: optional(day), rate: decimalText }));
const dated = listOf(record({ from: day, to: optional(day), value: decimalText }));
const rangedTariffs = listOf(
  byField('ranges', {
    with: record({
      from: day,
      to: optional(day),
      ranges: listOf(record({ upTo: optional(decimalText), rate: decimalOrZones })),
    }),
    without: record({ from: day, to: optional(day), rate: decimalOrZones }),
  }),
);
const norms = optional(dated);
const excess = optional(listOf(record({ from: day, to: optional(day), factor: decimalText })));

const readMadeInHouse = record({
  ...basis,
  tariffs: optional(plainTariffs),
  water: optional(decimalText),
  spent: listOf(record({ volume: decimalText, rate: decimalText })),
  norms,
});

/** The rate of the cold water stands alone, or as dated tariffs. */
const madeInHouse: Reader<Omit<ReturnType<typeof readMadeInHouse>, 'water' | 'tariffs'> & { tariffs: Rate[] }> = (
  value,
  path,
) => {
  const { water, tariffs, ...rest } = readMadeInHouse(value, path);
  if (!water && !tariffs) throw new CaseFault(`${path}.water`, 'is missing');
  return { ...rest, tariffs: tariffs ?? [{ from: parseDate('1900-01-01'), rate: water! }] };
};
type Rate = ReturnType<typeof plainTariffs>[number];

const datedFormula = record({
  from: day,
  to: optional(day),
  text,
  version: optional(text),
  normPer: optional(oneOf('person', 'm2', 'premises')),
});
const readByFormula = record({
  ...basis,
  tariffs: optional(plainTariffs),
  norms,
  normPer: optional(oneOf('person', 'm2', 'premises')),
  formula: byShape({ scalar: text, list: listOf(datedFormula) }),
});

/** A formula may do without a tariff. */
const byFormula: Reader<Omit<ReturnType<typeof readByFormula>, 'tariffs'> & { tariffs: Rate[] }> = (value, path) => {
  const { tariffs = [], ...rest } = readByFormula(value, path);
  return { ...rest, tariffs };
};

/** `1/12`: the first of twelve parts; `4-12/12`: all that are left after the third. */
const yearPart: Reader<readonly [after: number, upTo: number, of: number]> = (value, path) => {
  const [, first, last, of] = /^(\d+)(?:-(\d+))?\/(\d+)$/.exec(text(value, path)) ?? [];
  if (!first || !of) throw new CaseFault(path, 'is no part of a year such as 1/12');
  return [Number(first) - 1, Number(last ?? first), Number(of)];
};

/** The fields of each method; a service may have no others. */
const methods = {
  area: record({ ...basis, tariffs: plainTariffs }),
  person: record({ ...basis, tariffs: plainTariffs }),
  flat: record({ ...basis, tariffs: plainTariffs }),
  units: record({ ...basis, tariffs: plainTariffs, norms, months: optional(listOf(whole)) }),
  metered: record({ ...basis, tariffs: rangedTariffs, norms, excess }),
  'social-norm': record({
    ...basis,
    tariffs: listOf(record({ from: day, to: optional(day), within: decimalOrZones, above: decimalOrZones })),
    socialNorm: decimalText,
    norms,
  }),
  'hot-water': record({
    ...basis,
    tariffs: listOf(record({ from: day, to: optional(day), water: decimalText, heat: decimalText })),
    heatPerUnit: optional(byShape({ scalar: decimalText, list: dated })),
    norms,
    excess,
    factorOn: optional(oneOf('water', 'both')),
  }),
  'hot-water-made-in-house': madeInHouse,
  heating: record({
    ...basis,
    tariffs: plainTariffs,
    mode: oneOf('season', 'even'),
    months: optional(decimalText),
    norms,
    lastYear: optional(decimalText),
    shortYear: optional(oneOf('charged-months', 'not-settled')),
    season: optional(listOf(record({ from: day, to: optional(day) }))),
    flatMetersSetAside: optional(text),
  }),
  common: record({
    ...basis,
    tariffs: plainTariffs,
    of: text,
    mode: oneOf('norm', 'average', 'actual'),
    norms,
    average: optional(decimalText),
    capped: optional(yesNo),
    trueUp: optional(decimalText),
    years: optional(
      listOf(
        record({ months: listOf(record({ period: month, fact: decimalText, charged: decimalText })), part: yearPart }),
      ),
    ),
    yearTariffs: optional(plainTariffs),
    meters: optional(listOf(text)),
  }),
  sewage: record({ ...basis, tariffs: plainTariffs, of: listOf(text) }),
  'waste-person': record({ ...basis, tariffs: plainTariffs, norms }),
  'waste-area': record({ ...basis, tariffs: plainTariffs, norms }),
  formula: byFormula,
} satisfies { [M in ServiceRule['method']]: Reader<unknown> };

const service: Reader<ServiceRule> = (value, path) => {
  const method = text(anyMap(value, path)['method'], `${path}.method`);
  if (!Object.hasOwn(methods, method)) throw new CaseFault(`${path}.method`, `unknown method "${method}"`);
  const reader = methods[method as ServiceRule['method']] as Reader<unknown>;
  return reader(value, path) as ServiceRule;
};

// ------------------------------------------------------------------------------------------------- the premises

const reading: Reader<{
  date: ReturnType<typeof day>;
  value: string | Record<string, string>;
  counts?: ReturnType<typeof day> | null;
}> = (value, path) => {
  const zoned = Object.hasOwn(anyMap(value, path), 'values');
  if (!zoned) return record({ date: day, value: decimalText, counts: optional(day) })(value, path);
  const { values, ...rest } = record({ date: day, values: mapOf(decimalText), counts: optional(day) })(value, path);
  return { ...rest, value: values };
};

const meterFields = {
  id: text,
  service: text,
  installed: optional(day),
  removed: optional(day),
  verifiedUntil: optional(day),
  failed: optional(day),
  digits: optional(whole),
  initial: optional(decimalOrZones),
  final: optional(decimalOrZones),
  spread: optional(listOf(month)),
};
const readMeter = record({ ...meterFields, readings: optional(listOf(reading)) });
const meter: Reader<ReturnType<typeof readMeter> & { readings: ReturnType<typeof reading>[] }> = (value, path) => {
  const read = readMeter(value, path);
  return { ...read, readings: read.readings ?? [] };
};

const covered: Reader<number | 'all'> = (value, path) => (value === 'all' ? 'all' : whole(value, path));

const shareText: Reader<string> = (value, path) => {
  const read = text(value, path);
  if (!/^(1|[1-9]\d*\/[1-9]\d*)$/.test(read)) throw new CaseFault(path, `"${read}" is no share such as 1/3`);
  return read;
};

const premises = record({
  id: text,
  kind: optional(oneOf('flat', 'room', 'nonresidential')),
  area: optional(byShape({ scalar: decimalText, list: dated })),
  livingArea: optional(decimalText),
  owners: optional(whole),
  flat: optional(text),
  share: optional(
    byShape({ scalar: shareText, list: listOf(record({ from: day, to: optional(day), value: shareText })) }),
  ),
  units: optional(mapOf(decimalText)),
  lastYear: optional(mapOf(decimalText)),
  from: optional(day),
  to: optional(day),
  residents: optional(
    listOf(
      record({
        from: day,
        to: optional(day),
        temporary: optional(yesNo),
        absences: optional(listOf(record({ from: day, to: optional(day) }))),
      }),
    ),
  ),
  meters: optional(listOf(meter)),
  meterImpossible: optional(listOf(text)),
  accessRefused: optional(listOf(record({ service: text, first: day, second: optional(day), until: optional(day) }))),
  interferences: optional(listOf(record({ service: text, act: day, months: decimalText }))),
  given: optional(mapOf(decimalOrZones)),
  estimated: optional(listOf(record({ service: text, period: month, volume: decimalOrZones, meter: optional(text) }))),
  ownHeating: optional(yesNo),
  corner: optional(yesNo),
  benefits: optional(
    listOf(
      record({
        person: optional(text),
        category: text,
        name: optional(text),
        basis: optional(text),
        percents: listOf(record({ service: text, percent: decimalText, fromAge: optional(whole) })),
        areaNorm: optional(record({ person: decimalText, alone: optional(decimalText) })),
        volumeNorms: optional(mapOf(decimalText)),
        covered: optional(covered),
        born: optional(day),
        from: optional(day),
        to: optional(day),
      }),
    ),
  ),
  manual: optional(
    listOf(
      record({
        service: text,
        part: optional(oneOf('individual', 'common')),
        origin: month,
        number: text,
        date: day,
        amount: optional(decimalText),
        reason: optional(text),
        excess: optional(decimalText),
      }),
    ),
  ),
  oneOffs: optional(
    listOf(
      record({
        service: text,
        number: text,
        date: day,
        name: optional(text),
        quantity: optional(decimalText),
        price: decimalText,
        unit: optional(text),
        prepaid: optional(decimalText),
        reverses: optional(day),
      }),
    ),
  ),
});

type ReadPremises = ReturnType<typeof premises>;

/** What a case may leave out: whose benefit, since when, and what the act is called. */
function premisesFacts({ benefits, oneOffs, manual, ...rest }: ReadPremises): PremisesFacts {
  return {
    ...rest,
    ...(manual && { manual: manual.map(manualFacts) }),
    ...(benefits && {
      benefits: benefits.map(({ person, from, ...benefit }) => ({
        ...benefit,
        person: person ?? 'holder',
        from: from ?? parseDate('1900-01-01'),
      })),
    }),
    ...(oneOffs && {
      oneOffs: oneOffs.map(({ name, ...act }) => ({ ...act, id: act.number, name: name ?? 'Разовая работа' })),
    }),
  };
}

/** What a case may leave out: what the act is called. */
function qualityFacts(
  { number, ...event }: Omit<QualityActFacts, 'act'> & { readonly number?: string },
  i: number,
): QualityActFacts {
  const name = number ?? String(i + 1);
  return { ...event, act: { id: name, number: name, date: formatMinute(event.from).slice(0, 10) } };
}

/** A fine where an excess stands, else a correction by so much. */
function manualFacts(
  { service, part, origin, number, date, amount, reason, excess }: NonNullable<ReadPremises['manual']>[number],
  i: number,
): ManualFacts {
  const document = { id: number, number, date: formatDate(date) };
  const item = { id: String(i), service, part: part ?? 'individual', origin, document } as const;
  if (excess !== undefined) return { ...item, kind: 'fine', excess, percent: FINE_PERCENT };
  if (amount === undefined) throw new CaseFault(`manual[${i}]`, 'has neither amount nor excess');
  return { ...item, kind: 'correction', amount, reason: reason ?? 'Ошибка' };
}

// ---------------------------------------------------------------------------------------------------- the whole

const part = oneOf(
  'interference',
  'individual',
  'water',
  'heat',
  'excess',
  'common',
  'absence',
  'true-up',
  'within',
  'above',
  'benefit',
  'one-off',
  'quality',
  'manual',
  'fine',
);

const expectation = record({
  premises: optional(text),
  service: optional(text),
  part: optional(part),
  amount: optional(decimalText),
  volume: optional(decimalText),
});
type ReadExpectation = ReturnType<typeof expectation>;

const electricSources: Reader<1 | 2> = (value, path) => (oneOf('1', '2')(value, path) === '2' ? 2 : 1);

const accrual = record({
  kind: text,
  title: optional(text),
  basis: optional(text),
  period: month,
  house: record({
    area: optional(decimalText),
    commonArea: optional(decimalText),
    coldRegion: optional(yesNo),
    electricSources: optional(electricSources),
    services: listOf(service),
    meters: optional(
      listOf(
        record({
          id: optional(text),
          service: text,
          since: optional(day),
          volumes: listOf(record({ period: month, volume: decimalText })),
        }),
      ),
    ),
  }),
  premises: listOf(premises),
  flats: optional(listOf(record({ id: text, meters: optional(listOf(meter)) }))),
  carry: optional(listOf(record({ service: text, volume: decimalText }))),
  quality: optional(
    listOf(
      record({
        service: oneOf('cold-water', 'hot-water', 'sewage', 'electricity', 'gas', 'heating', 'waste'),
        type: oneOf('outage', 'temperature', 'pressure', 'composition', 'voltage'),
        from: instant,
        to: optional(instant),
        value: optional(text),
        appliesTo: optional(listOf(text)),
        number: optional(text),
      }),
    ),
  ),
  charged: optional(
    listOf(record({ premises: text, service: text, part: optional(part), period: month, amount: decimalText })),
  ),
  policy: optional(
    record({
      averageOver: optional(oneOf('six-months', 'up-to-twelve')),
      secondRefusal: optional(oneOf('averaged', 'raised')),
      volumes: optional(oneOf('exact', 'as-shown')),
      quality: optional(
        record({
          partHours: optional(oneOf('full-hours', 'exact')),
          hotWater: optional(oneOf('allowed', 'strict')),
          belowForty: optional(oneOf('both', 'cold-tariff')),
        }),
      ),
    }),
  ),
  benefitsShown: optional(oneOf('net', 'compensated')),
  exact: optional(yesNo),
  expect: byShape({ scalar: oneOf('error'), list: listOf(expectation) }),
});
