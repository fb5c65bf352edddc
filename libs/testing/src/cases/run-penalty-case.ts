import { dueDateOf } from '@dvor/catalogue/core';
import { type LocalDate, Money, type Period } from '@dvor/kernel';
import {
  accruePenalty,
  type PenaltyChoices,
  penaltyLawOf,
  PENALTY_RULES,
  PenaltyRefusal,
  type PortionPenalty,
  PUBLISHED_PENALTY_LAW,
  totalOf,
} from '@dvor/penalties/core';
import type { RunCase } from './case.js';
import {
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
} from './read-fields.js';

const roubles: Reader<Money> = (value, path) => {
  const written = text(value, path);
  if (!/^-?\d{1,16}(\.\d{1,2})?$/.test(written)) throw new CaseFault(path, `"${written}" is not a sum of money`);
  return Money.parse(written);
};

const penalty = record({
  kind: text,
  title: optional(text),
  basis: optional(text),
  rule: optional(oneOf(...PENALTY_RULES)),
  asOf: day,
  debts: listOf(
    record({ id: text, due: optional(day), period: optional(month), amount: roubles, arose: optional(day) }),
  ),
  payments: optional(listOf(record({ date: day, amount: roubles }))),
  rates: optional(listOf(record({ from: day, percent: decimalText }))),
  rateOf: optional(oneOf('payment-day', 'each-day')),
  moratoria: optional(listOf(record({ from: day, to: optional(day) }))),
  paymentDay: optional(oneOf('included', 'excluded')),
  dayOff: optional(oneOf('stays', 'next-working-day')),
  fromDay: optional(whole),
  uncapped: optional(oneOf('refuse', '9.5', 'none')),
  expect: byShape({
    scalar: oneOf('error'),
    map: record({ total: roubles, byDebt: optional(mapOf(roubles)) }),
  }),
});
type ReadCase = ReturnType<typeof penalty>;

/** Reckons the penalty of a case and compares it in all and by debt. Each portion's rows must add up to it. */
export const runPenaltyCase: RunCase = (body) => {
  const read = penalty(body, '');
  const got = reckon(read);
  if (typeof got === 'string') return { differences: read.expect === 'error' ? [] : [got] };
  if (read.expect === 'error') return { differences: [`expected to be refused, got ${totalOf(got)}`] };
  const { total, byDebt = {} } = read.expect;
  return {
    differences: [
      ...difference('total', total, totalOf(got)),
      ...Object.entries(byDebt).flatMap(([id, sum]) => {
        if (!read.debts.some((debt) => debt.id === id))
          throw new CaseFault(`expect.byDebt.${id}`, `there is no debt "${id}"`);
        return difference(id, sum, totalOf(got.filter(({ due }) => due.id === id)));
      }),
      ...got.flatMap(({ due, penalty: sum, spans }) =>
        difference(`rows of ${due.id}`, sum, Money.sum(spans.map(({ amount }) => amount))),
      ),
    ],
  };
};

/** A text: why it is refused. */
function reckon(read: ReadCase): readonly PortionPenalty[] | string {
  const fault = faultOf(read);
  if (fault) return fault;
  const { rule = 'housing', rateOf = 'payment-day', paymentDay = 'included', asOf, payments = [] } = read;
  const dues = read.debts.map(({ id, due, period, amount, arose }, i) => {
    if ((due === undefined) === (period === undefined))
      throw new CaseFault(`debts[${i}]`, 'has either due or period: the last day to pay, or the month that is paid');
    return { id, due: due ?? dueOf(period!, read), amount, ...(arose !== undefined && { arose }) };
  });
  const found = accruePenalty(
    { dues, credits: payments.map(({ date: on, amount }) => ({ on, amount })) },
    { law: penaltyLawOf(PUBLISHED_PENALTY_LAW, choicesOf(read)), rule, rateOf, paymentDay, asOf },
  );
  return found instanceof PenaltyRefusal ? `refused: ${JSON.stringify(found.details)}` : found;
}

function faultOf({ debts, payments = [], rates = [], moratoria = [], fromDay }: ReadCase): string | null {
  if (new Set(debts.map(({ id }) => id)).size < debts.length) return 'an id stands twice among the debts';
  if (debts.some(({ amount }) => amount.isNegative)) return 'a debt is below zero';
  if (payments.some(({ amount }) => amount.isNegative)) return 'a payment is below zero';
  if (rates.some(({ percent }) => percent.startsWith('-'))) return 'a rate is below zero';
  if (new Set(rates.map(({ from }) => from)).size < rates.length) return 'two rates begin on one day';
  if (moratoria.some(({ from, to }) => to !== undefined && to <= from)) return 'a moratorium ends before it begins';
  return fromDay === 0 ? 'delay begins with day 1' : null;
}

function choicesOf({ rates, moratoria, fromDay, uncapped = 'refuse' }: ReadCase): PenaltyChoices {
  const byDay = [...(rates ?? [])].sort((a, b) => a.from - b.from);
  return {
    uncapped,
    ...(rates && { rates: byDay.map(({ from, percent }, i) => ({ from, to: byDay[i + 1]?.from ?? null, percent })) }),
    ...(moratoria && { moratoria: moratoria.map(({ from, to = null }) => ({ from, to })) }),
    ...(fromDay !== undefined && { capitalRepairFromDay: fromDay }),
  };
}

function dueOf(period: Period, { dayOff = 'stays' }: ReadCase): LocalDate {
  return dueDateOf(PUBLISHED_PENALTY_LAW, period, { february2026: '15', dayOff });
}

function difference(name: string, expected: Money, got: Money): string[] {
  return expected.equals(got) ? [] : [`${name}: expected ${expected}, got ${got}`];
}
