import type { HouseFacts, Part, ServiceRule } from '@dvor/billing/core';
import type { Period } from '@dvor/kernel';
import {
  anyMap,
  byShape,
  CaseFault,
  day,
  decimalText,
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
  if (read.flats) throw notBuilt('flats', 'communal flats');
  if (read.carry) throw notBuilt('carry', 'negative common volumes');
  if (read.charged) throw notBuilt('charged', 'corrections of what was charged before');
  const premises = read.premises.map(({ flat, ...facts }, i) => {
    if (flat !== undefined) throw notBuilt(`premises[${i}].flat`, 'communal flats');
    return facts;
  });
  const facts: HouseFacts = {
    house: { id: 'case', area: read.house.area, commonArea: read.house.commonArea, meters: read.house.meters },
    services: read.house.services,
    premises,
  };
  const expect =
    read.expect === 'error' ? read.expect : read.expect.map((line, i) => expectedLine(line, `expect[${i}]`, facts));
  return { facts, period: read.period, exact: read.exact ?? false, expect };
}

function notBuilt(field: string, what: string): CaseFault {
  return new CaseFault(field, `not built yet: ${what}`);
}

function expectedLine(line: ReadExpectation, path: string, facts: HouseFacts): ExpectedLine {
  if (line.amount === undefined && line.volume === undefined)
    throw new CaseFault(path, 'expects neither amount nor volume');
  if (line.premises !== undefined && !facts.premises.some(({ id }) => id === line.premises)) {
    throw new CaseFault(`${path}.premises`, `there is no premises "${line.premises}"`);
  }
  if (line.service !== undefined && !facts.services.some(({ code }) => code === line.service)) {
    throw new CaseFault(`${path}.service`, `there is no service "${line.service}"`);
  }
  return { ...line, part: line.part ?? 'individual' };
}

// ------------------------------------------------------------------------------------------------- the services

const decimalOrZones = byShape({ scalar: decimalText, map: mapOf(decimalText) });

const basis = {
  code: text,
  resource: optional(oneOf('cold-water', 'hot-water', 'sewage', 'electricity', 'gas', 'heating', 'waste')),
  method: text,
  unit: optional(oneOf('m2', 'm3', 'kWh', 'Gcal', 'person', 'premises')),
  basis: optional(text),
  from: optional(day),
  to: optional(day),
  appliesTo: optional(listOf(text)),
};
const plainTariffs = listOf(record({ from: day, to: optional(day), rate: decimalText }));
const zoneTariffs = listOf(record({ from: day, to: optional(day), rate: decimalOrZones }));
const dated = listOf(record({ from: day, to: optional(day), value: decimalText }));
const excess = optional(listOf(record({ from: day, to: optional(day), factor: decimalText })));

/** The fields of each method; a service may have no others. */
const methods = {
  area: record({ ...basis, tariffs: plainTariffs }),
  person: record({ ...basis, tariffs: plainTariffs }),
  flat: record({ ...basis, tariffs: plainTariffs }),
  metered: record({ ...basis, tariffs: zoneTariffs, norms: optional(dated), excess }),
  sewage: record({ ...basis, tariffs: plainTariffs, of: listOf(text) }),
  'waste-person': record({ ...basis, tariffs: plainTariffs, norms: optional(dated) }),
  'waste-area': record({ ...basis, tariffs: plainTariffs, norms: optional(dated) }),
} satisfies { [M in ServiceRule['method']]: Reader<unknown> };

/** Methods of the format that the engine doesn't have yet. */
const AWAITED = ['hot-water', 'hot-water-made-in-house', 'heating', 'common', 'social-norm'];

const service: Reader<ServiceRule> = (value, path) => {
  const method = text(anyMap(value, path)['method'], `${path}.method`);
  if (AWAITED.includes(method)) throw new CaseFault(`${path}.method`, `not built yet: ${method}`);
  if (!Object.hasOwn(methods, method)) throw new CaseFault(`${path}.method`, `unknown method "${method}"`);
  const reader = methods[method as ServiceRule['method']] as Reader<unknown>;
  return reader(value, path) as ServiceRule;
};

// ------------------------------------------------------------------------------------------------- the premises

const reading: Reader<{ date: ReturnType<typeof day>; value: string | Record<string, string> }> = (value, path) => {
  const zoned = Object.hasOwn(anyMap(value, path), 'values');
  if (!zoned) return record({ date: day, value: decimalText })(value, path);
  const { date, values } = record({ date: day, values: mapOf(decimalText) })(value, path);
  return { date, value: values };
};

const meterFields = {
  id: text,
  service: text,
  installed: optional(day),
  removed: optional(day),
  verifiedUntil: optional(day),
  digits: optional(whole),
  initial: optional(decimalOrZones),
  final: optional(decimalOrZones),
};
const readMeter = record({ ...meterFields, readings: optional(listOf(reading)) });
const meter: Reader<ReturnType<typeof readMeter> & { readings: ReturnType<typeof reading>[] }> = (value, path) => {
  const read = readMeter(value, path);
  return { ...read, readings: read.readings ?? [] };
};

const premises = record({
  id: text,
  kind: optional(oneOf('flat', 'room', 'nonresidential')),
  area: optional(byShape({ scalar: decimalText, list: dated })),
  livingArea: optional(decimalText),
  owners: optional(whole),
  flat: optional(text),
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
  given: optional(mapOf(decimalOrZones)),
  estimated: optional(listOf(record({ service: text, period: month, volume: decimalOrZones, meter: optional(text) }))),
  ownHeating: optional(yesNo),
});

// ---------------------------------------------------------------------------------------------------- the whole

const part = oneOf('individual', 'water', 'heat', 'excess', 'common', 'absence', 'true-up', 'within', 'above');

const expectation = record({
  premises: optional(text),
  service: optional(text),
  part: optional(part),
  amount: optional(decimalText),
  volume: optional(decimalText),
});
type ReadExpectation = ReturnType<typeof expectation>;

const accrual = record({
  kind: text,
  title: optional(text),
  basis: optional(text),
  period: month,
  house: record({
    area: optional(decimalText),
    commonArea: optional(decimalText),
    services: listOf(service),
    meters: optional(
      listOf(record({ service: text, volumes: listOf(record({ period: month, volume: decimalText })) })),
    ),
  }),
  premises: listOf(premises),
  flats: optional(listOf(record({ id: text, meters: optional(listOf(meter)) }))),
  carry: optional(listOf(record({ service: text, volume: decimalText }))),
  charged: optional(
    listOf(record({ premises: text, service: text, part: optional(part), period: month, amount: decimalText })),
  ),
  exact: optional(yesNo),
  expect: byShape({ scalar: oneOf('error'), list: listOf(expectation) }),
});
