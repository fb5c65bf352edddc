import { formatDate, Money, parseDate } from '@dvor/kernel';
import type { FreeReason, PenaltyTerms, PortionPenalty, RateOf } from './accrue-penalty.js';
import type { PenaltyRule } from './penalty-law.js';

/**
 * How a place's penalty came about, as it is kept with the line for ever. Compact: days as text, sums in roubles, rates in
 * ten-thousandths of a percent.
 */
export interface PenaltyWorking {
  readonly formula: 'penalty';
  readonly rule: PenaltyRule;
  readonly rateOf: RateOf;
  readonly paymentDay: 'included' | 'excluded';
  readonly asOf: string;
  readonly parts: readonly WorkingPart[];
}

export interface WorkingPart {
  /** The last day to pay. */
  readonly due: string;
  readonly amount: string;
  readonly paidOn: string | null;
  readonly spans: readonly WorkingSpan[];
}

/** First and last day, rate, divisor, why free, roubles. */
type WorkingSpan = readonly [
  from: string,
  to: string,
  rate: number,
  divisor: number,
  free: FreeReason | null,
  sum: string,
];

/** Parts that were never late are left out. */
export function workingOf(portions: readonly PortionPenalty[], terms: PenaltyTerms): PenaltyWorking {
  const { rule, rateOf, paymentDay, asOf } = terms;
  return {
    formula: 'penalty',
    ...{ rule, rateOf, paymentDay },
    asOf: formatDate(asOf),
    parts: portions
      .filter(({ spans }) => spans.length > 0)
      .map(({ due, amount, paidOn, spans }) => ({
        due: formatDate(due.due),
        amount: amount.toString(),
        paidOn: paidOn === null ? null : formatDate(paidOn),
        spans: spans.map((span) => [
          formatDate(span.from),
          formatDate(span.to),
          span.rate,
          span.divisor,
          span.free,
          span.amount.toString(),
        ]),
      })),
  };
}

/** The working read again: what explains the line and is printed day by day. */
export function portionsOf({ parts }: PenaltyWorking): PortionPenalty[] {
  return parts.map(({ due, amount, paidOn, spans }, i) => {
    const read = spans.map(([from, to, rate, divisor, free, sum]) => ({
      from: parseDate(from),
      to: parseDate(to),
      days: parseDate(to) - parseDate(from) + 1,
      ...{ rate, divisor, free },
      amount: Money.parse(sum),
    }));
    return {
      due: { id: `${i}`, due: parseDate(due), amount: Money.parse(amount) },
      amount: Money.parse(amount),
      paidOn: paidOn === null ? null : parseDate(paidOn),
      penalty: Money.sum(read.map((span) => span.amount)),
      spans: read,
    };
  });
}

/** What a working comes to, reckoned anew from its debts, days, rates and divisors alone: the very figure of its line. */
export function evaluatePenalty({ parts }: PenaltyWorking): Money {
  return Money.sum(parts.map(evaluatePart));
}

/** kopecks · rate · days / (1 000 000 · divisor), added up over one common denominator and rounded once. */
function evaluatePart({ amount, spans }: WorkingPart): Money {
  const { kopecks } = Money.parse(amount);
  const divisors = spans.reduce((all, [, , , divisor]) => all * BigInt(divisor), 1n);
  const over = spans.reduce(
    (sum, [from, to, rate, divisor]) =>
      sum + kopecks * BigInt(rate) * BigInt(parseDate(to) - parseDate(from) + 1) * (divisors / BigInt(divisor)),
    0n,
  );
  const under = 1_000_000n * divisors;
  return Money.ofKopecks((2n * over + under) / (2n * under));
}
