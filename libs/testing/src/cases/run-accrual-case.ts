import { charge, type ChargeLine, evaluate, type HouseCharge } from '@dvor/billing/core';
import { Decimal, decimal, Money, sum } from '@dvor/kernel';
import type { RunCase } from './case.js';
import { type ExpectedLine, readAccrualCase } from './read-accrual-case.js';

/** Charges the case's house and compares what came out. Every line must also follow from its working alone. */
export const runAccrualCase: RunCase = (body) => {
  const { facts, period, exact, expect } = readAccrualCase(body);
  const charged = charge(facts, period);
  if (expect === 'error') {
    return {
      differences: charged.parked.length > 0 ? [] : [`expected to be refused, got ${listLines(charged.lines)}`],
    };
  }
  return {
    differences: [
      ...parkedThough(charged, expect, exact),
      ...expect.flatMap((expected) => differences(expected, told(charged))),
      ...(exact ? unexpected(told(charged), expect) : []),
      ...unexplained(told(charged)),
    ],
  };
};

/** Benefits that are compensated are compared like lines, though no bill has them. */
function told({ lines, benefits }: HouseCharge): readonly ChargeLine[] {
  return [...lines, ...benefits];
}

/** Accounts that were refused though the case expects lines of them. */
function parkedThough({ parked }: HouseCharge, expect: readonly ExpectedLine[], exact: boolean): string[] {
  return parked
    .filter(
      ({ premises }) => exact || premises === null || expect.some((line) => (line.premises ?? premises) === premises),
    )
    .map(({ premises, service, code, details }) => {
      const who = premises === null ? 'the house' : `premises ${premises}`;
      return `${who} is parked: ${service ?? ''} ${code} ${JSON.stringify(details)}`;
    });
}

function differences(expected: ExpectedLine, lines: readonly ChargeLine[]): string[] {
  const matching = lines.filter((line) => matches(line, expected));
  const found: string[] = [];
  if (expected.amount !== undefined) {
    const got = Money.sum(matching.map(({ amount }) => amount)).toString();
    const wanted = Money.parse(expected.amount).toString();
    if (got !== wanted) found.push(`${nameOf(expected)}: expected ${wanted}, got ${got}`);
  }
  if (expected.volume !== undefined) {
    const decimals = expected.volume.split('.')[1]?.length ?? 0;
    const got = sum(matching.flatMap(({ volume }) => volume ?? [])).round(decimals, Decimal.roundHalfUp);
    if (!got.eq(decimal(expected.volume))) {
      found.push(`${nameOf(expected)}: expected volume ${expected.volume}, got ${got.toFixed(decimals)}`);
    }
  }
  return found;
}

function unexpected(lines: readonly ChargeLine[], expect: readonly ExpectedLine[]): string[] {
  const strangers = lines.filter((line) => !line.amount.isZero && !expect.some((expected) => matches(line, expected)));
  return strangers.length > 0 ? [`expected no other line, got ${listLines(strangers)}`] : [];
}

function unexplained(lines: readonly ChargeLine[]): string[] {
  return lines.flatMap((line) => {
    const again = evaluate(line.working);
    return again.equals(line.amount) ? [] : [`${nameOf(line)}: charged ${line.amount}, its working gives ${again}`];
  });
}

function matches(line: ChargeLine, { premises, service, part }: ExpectedLine): boolean {
  return (
    line.part === part && line.premises === (premises ?? line.premises) && line.service === (service ?? line.service)
  );
}

function listLines(lines: readonly ChargeLine[]): string {
  return lines.length === 0 ? 'no line' : lines.map((line) => `${nameOf(line)} = ${line.amount}`).join(', ');
}

function nameOf({ premises, service, part }: { premises?: string; service?: string; part: string }): string {
  return [premises, service, part].filter((name) => name !== undefined).join(' ');
}
