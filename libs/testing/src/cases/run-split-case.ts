import { Money } from '@dvor/kernel';
import { splitPayment } from '@dvor/payments/core';
import type { RunCase } from './case.js';
import { byShape, CaseFault, listOf, mapOf, oneOf, optional, type Reader, record, text, whole } from './read-fields.js';

const roubles: Reader<Money> = (value, path) => {
  const written = text(value, path);
  if (!/^-?\d{1,16}(\.\d{1,2})?$/.test(written)) throw new CaseFault(path, `"${written}" is not a sum of money`);
  return Money.parse(written);
};

const split = record({
  kind: text,
  title: optional(text),
  basis: optional(text),
  payment: roubles,
  items: listOf(record({ id: text, due: roubles, group: optional(whole) })),
  remainder: optional(text),
  paid: optional(mapOf(roubles)),
  expect: byShape({ scalar: oneOf('error'), map: mapOf(roubles) }),
  advance: optional(roubles),
});

/** Splits the payment of a case over its debts; whatever is not named in `expect` is not looked at, the sum always is. */
export const runSplitCase: RunCase = (body) => {
  const { payment, items, remainder, paid = {}, expect, advance } = split(body, '');
  const ids = items.map(({ id }) => id);
  const fault = payment.isNegative
    ? 'the payment is below zero'
    : faultOf(ids, [...(remainder === undefined ? [] : [remainder]), ...Object.keys(paid)]);
  if (fault) return { differences: expect === 'error' ? [] : [fault] };
  if (expect === 'error') return { differences: ['expected to be refused'] };

  const dues = items.map(({ id, due, group = 1 }) => ({ due: due.minus(paid[id] ?? Money.zero), group }));
  const got = splitPayment(payment, dues, remainder === undefined ? undefined : ids.indexOf(remainder));
  const shareOf = new Map(ids.map((id, i) => [id, got.shares[i]!]));
  const unknown = faultOf(ids, Object.keys(expect));
  if (unknown) throw new CaseFault('expect', unknown);
  return {
    differences: [
      ...Object.entries(expect).flatMap(([id, share]) => difference(id, share, shareOf.get(id)!)),
      ...difference('advance', advance ?? Money.zero, got.advance),
      ...difference('the parts together', payment, Money.sum([...got.shares, got.advance])),
    ],
  };
};

function faultOf(ids: readonly string[], named: readonly string[]): string | null {
  if (new Set(ids).size < ids.length) return 'an id stands twice among the items';
  const stranger = named.find((id) => !ids.includes(id));
  return stranger === undefined ? null : `there is no item "${stranger}"`;
}

function difference(name: string, expected: Money, got: Money): string[] {
  return expected.equals(got) ? [] : [`${name}: expected ${expected}, got ${got}`];
}
