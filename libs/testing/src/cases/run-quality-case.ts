import {
  type MonthReduction,
  type QualityEventType,
  type QualityFacts,
  QualityRefusal,
  evaluateReduction,
  reduceFees,
} from '@dvor/billing/core';
import { Decimal, decimal, formatPeriod, Money, type Period, tryParsePeriod } from '@dvor/kernel';
import type { RunCase } from './case.js';
import {
  byShape,
  CaseFault,
  decimalText,
  instant,
  listOf,
  mapOf,
  month,
  oneOf,
  optional,
  record,
  text,
  yesNo,
} from './read-fields.js';

const quality = record({
  kind: text,
  title: optional(text),
  basis: optional(text),
  service: text,
  fees: mapOf(decimalText),
  coldFees: optional(mapOf(decimalText)),
  events: listOf(record({ type: text, from: instant, to: optional(instant), value: optional(text) })),
  sources: optional(oneOf('1', '2')),
  corner: optional(yesNo),
  coldRegion: optional(yesNo),
  partHours: optional(oneOf('full-hours', 'exact')),
  hotWater: optional(oneOf('allowed', 'strict')),
  belowForty: optional(oneOf('both', 'cold-tariff')),
  expect: byShape({
    scalar: oneOf('error'),
    list: listOf(record({ period: month, percent: optional(decimalText), amount: optional(decimalText) })),
  }),
});
type ReadCase = ReturnType<typeof quality>;
type Expectation = Exclude<ReadCase['expect'], string>[number];

/** Reduces the case's fees and compares percent and sum, month by month. Each sum must also follow from its working alone. */
export const runQualityCase: RunCase = (body) => {
  const read = quality(body, '');
  const reduced = reduceFees(factsOf(read));
  if (reduced instanceof QualityRefusal) {
    const why = `refused: ${reduced.code} ${JSON.stringify(reduced.details)}`;
    return { differences: read.expect === 'error' ? [] : [why] };
  }
  if (read.expect === 'error') return { differences: [`expected to be refused, got ${listReductions(reduced)}`] };
  return {
    differences: [
      ...read.expect.flatMap((expected, i) => differences(expected, monthOf(expected.period, reduced, i))),
      ...unexplained(reduced),
    ],
  };
};

function factsOf(read: ReadCase): QualityFacts {
  const { service, events, corner = false, coldRegion = false, partHours, hotWater, belowForty } = read;
  const fees = Object.entries(read.fees).map(([period, fee]) => {
    const cold = read.coldFees?.[period];
    const entry = { period: monthNamed(period, 'fees'), fee: roubles(fee, `fees.${period}`) };
    return cold === undefined ? entry : { ...entry, coldFee: roubles(cold, `coldFees.${period}`) };
  });
  for (const period of Object.keys(read.coldFees ?? {})) {
    if (!Object.hasOwn(read.fees, period)) throw new CaseFault(`coldFees.${period}`, 'is no month of fees');
  }
  return {
    service,
    fees,
    events: events.map(({ type, ...event }) => ({ type: type as QualityEventType, ...event })),
    sources: read.sources === '2' ? 2 : 1,
    corner,
    coldRegion,
    settings: {
      ...(partHours && { partHours }),
      ...(hotWater && { hotWater }),
      ...(belowForty && { belowForty }),
    },
  };
}

function monthNamed(written: string, path: string): Period {
  const period = tryParsePeriod(written);
  if (period === null) throw new CaseFault(path, `"${written}" is not a month such as 2026-07`);
  return period;
}

function roubles(written: string, path: string): Money {
  if (!/^-?\d{1,16}(\.\d{1,2})?$/.test(written)) throw new CaseFault(path, `"${written}" is not a sum of money`);
  return Money.parse(written);
}

function monthOf(period: Period, reduced: readonly MonthReduction[], i: number): MonthReduction {
  const found = reduced.find((month) => month.period === period);
  if (!found) throw new CaseFault(`expect[${i}].period`, `there is no fee of ${formatPeriod(period)}`);
  return found;
}

function differences({ period, percent, amount }: Expectation, got: MonthReduction): string[] {
  const name = formatPeriod(period);
  const found: string[] = [];
  if (percent !== undefined && !samePercent(percent, got)) {
    found.push(`${name}: expected ${percent} %, got ${got.percent.toDecimal().toString()} %`);
  }
  if (amount !== undefined && roubles(amount, name).compare(got.amount) !== 0) {
    found.push(`${name}: expected ${amount}, got ${got.amount}`);
  }
  return found;
}

/** Exact; only a percent that doesn't end, such as one day of 31, is compared in the decimals written. */
function samePercent(written: string, { percent }: MonthReduction): boolean {
  const decimals = written.split('.')[1]?.length ?? 0;
  const exact = percent.toDecimal();
  const endless = !exact.round(10, Decimal.roundHalfUp).eq(exact);
  return decimal(written).eq(endless ? exact.round(decimals, Decimal.roundHalfUp) : exact);
}

function unexplained(reduced: readonly MonthReduction[]): string[] {
  return reduced.flatMap(({ period, amount, working }) => {
    const again = evaluateReduction(working).amount;
    return again.equals(amount) ? [] : [`${formatPeriod(period)}: reduced by ${amount}, its working gives ${again}`];
  });
}

function listReductions(reduced: readonly MonthReduction[]): string {
  return reduced.map(({ period, amount }) => `${formatPeriod(period)} = ${amount}`).join(', ') || 'nothing';
}
