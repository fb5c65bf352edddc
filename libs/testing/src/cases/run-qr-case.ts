import { decodePaymentQr, encodePaymentQr, type PaymentQrFields } from '@dvor/formats';
import { DomainError } from '@dvor/kernel';
import type { RunCase, Verdict } from './case.js';
import { CaseFault, mapOf, optional, record, text } from './read-fields.js';

const encoding = record({
  kind: text,
  title: optional(text),
  basis: optional(text),
  encode: mapOf(text),
  expect: text,
});

const decoding = record({
  kind: text,
  title: optional(text),
  basis: optional(text),
  decode: text,
  expect: (value, path) => (typeof value === 'string' ? errorOnly(value, path) : mapOf(text)(value, path)),
});

/** Writes or reads the text of a payment code by ГОСТ Р 56042. */
export const runQrCase: RunCase = (body) => ('decode' in body ? decode(body) : encode(body));

function encode(body: Readonly<Record<string, unknown>>): Verdict {
  const { encode: fields, expect } = encoding(body, '');
  const got = encoded(fields);
  return { differences: got === expect ? [] : [`expected ${expect}, got ${got}`] };
}

function encoded(fields: Readonly<Record<string, string>>): string {
  try {
    return encodePaymentQr(fields as PaymentQrFields);
  } catch (error) {
    if (error instanceof DomainError) return 'error';
    throw error;
  }
}

function decode(body: Readonly<Record<string, unknown>>): Verdict {
  const { decode: payload, expect } = decoding(body, '');
  const got = decodePaymentQr(payload);
  if (!got.ok)
    return { differences: expect === 'error' ? [] : [`expected to be read, got ${JSON.stringify(got.problems)}`] };
  if (expect === 'error') return { differences: [`expected to be refused, got ${JSON.stringify(got.values)}`] };
  return {
    differences: Object.entries(expect)
      .filter(([field, value]) => got.values[field] !== value)
      .map(([field, value]) => `${field}: expected ${value}, got ${got.values[field] ?? 'none'}`),
  };
}

function errorOnly(value: string, path: string): 'error' {
  if (value !== 'error') throw new CaseFault(path, 'must be a map of fields or "error"');
  return value;
}
