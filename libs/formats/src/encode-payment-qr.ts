import { DomainError } from '@dvor/kernel';
import { encodeCyrillic } from './cyrillic-encodings.js';
import {
  canonicalName,
  ENCODING_DIGITS,
  encodingOfHeader,
  fits,
  LEADING_FIELDS,
  MANDATORY_BLOCK_LIMIT,
  mandatoryBlock,
  MANDATORY_FIELDS,
  type PaymentQrEncoding,
  type PaymentQrField,
  type PaymentQrFields,
  type PaymentQrProblem,
  SEPARATORS,
} from './payment-qr-fields.js';

/**
 * The text of a payment QR by ГОСТ Р 56042-2014: `ST00012|Name=…|PersonalAcc=…|BankName=…|BIC=…|CorrespAcc=…|Sum=…`.
 *
 * Values are cleaned (`cleanValue`), empty ones left out; an empty `CorrespAcc` is written `0`, the bank has none.
 * UTF-8 unless the acquirer's contract wants another encoding.
 *
 * @throws DomainError `payment-qr-invalid` with `problems`, all of them at once: a missing or misshapen field, a sum
 *   that is not a positive whole number of kopecks, a mandatory block of more than 300 bytes, a character that the
 *   encoding lacks.
 */
export function encodePaymentQr(fields: PaymentQrFields, encoding: PaymentQrEncoding = 'utf-8'): string {
  const problems = paymentQrProblems(fields, encoding);
  if (problems.length > 0) {
    throw new DomainError('payment-qr-invalid', { problems: problems.map((problem) => ({ ...problem })) });
  }
  const written = fieldsAsWritten(fields);
  const separator = freeSeparator(written)!;
  return [`ST0001${ENCODING_DIGITS[encoding]}`, ...written.map(([field, value]) => `${field}=${value}`)].join(
    separator,
  );
}

/**
 * The bytes that the symbol of an encoded text holds, in the encoding that the text's header names; ST00011 and
 * ST00013 must be drawn from these.
 *
 * @throws RangeError where the header names none, or that encoding lacks a character.
 */
export function paymentQrBytes(payload: string): Uint8Array {
  const encoding = encodingOfHeader(payload);
  if (!payload.startsWith('ST0001') || encoding === null) throw new RangeError('not a payment code');
  const encoded = bytesOf(payload, encoding);
  if (!encoded.ok) throw new RangeError(`${encoding} lacks "${encoded.character}"`);
  return encoded.bytes;
}

/** Why these fields make no code; empty when they do. */
export function paymentQrProblems(fields: PaymentQrFields, encoding: PaymentQrEncoding = 'utf-8'): PaymentQrProblem[] {
  const written = fieldsAsWritten(fields);
  const given = new Set(written.map(([field]) => field));
  const missing = MANDATORY_FIELDS.filter((field) => !given.has(field));
  const block = bytesOf(mandatoryBlock(written), encoding);
  return [
    ...missing.map((field) => ({ code: 'field-missing' as const, field, value: null })),
    ...written.flatMap(([field, value]) => fieldProblems(field, value, encoding)),
    ...(block.ok && block.bytes.length > MANDATORY_BLOCK_LIMIT
      ? [{ code: 'block-too-long' as const, field: null, value: String(block.bytes.length) }]
      : []),
    ...(freeSeparator(written) === null ? [{ code: 'no-separator-left' as const, field: null, value: null }] : []),
  ];
}

/**
 * A value as it may stand in a code: no line ends, no-break or invisible spaces, no HTML entities (generators that
 * take texts from web pages leave `&quot;` in names), no blanks around it.
 */
export function cleanValue(value: string): string {
  let text = value;
  for (let before = ''; text !== before;) {
    before = text;
    text = text.replaceAll(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi, characterOfEntity);
  }
  return text
    .replaceAll(/[\p{Cf}\p{Cs}]/gu, '')
    .replaceAll(/ *[\p{Cc}\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+[\p{Cc}\p{Z}]*/gu, ' ')
    .trim();
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', apos: "'", quot: '"', lt: '<', gt: '>', nbsp: ' ', laquo: '«', raquo: '»' },
  ...{ ldquo: '“', rdquo: '”', bdquo: '„', ndash: '–', mdash: '—', shy: '' },
};

function characterOfEntity(entity: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED_ENTITIES[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '' : String.fromCodePoint(code);
}

type Written = readonly (readonly [field: PaymentQrField, value: string])[];

/** Clean values in the order of writing. A field that was not given or is empty has no place. */
function fieldsAsWritten(fields: PaymentQrFields): Written {
  const first: readonly PaymentQrField[] = [...MANDATORY_FIELDS, ...LEADING_FIELDS];
  const rest = (Object.keys(fields) as PaymentQrField[]).filter((field) => !first.includes(field));
  return [...first, ...rest].flatMap((field) => {
    const value = fields[field];
    if (value === undefined || value === null) return [];
    const clean = cleanValue(value);
    if (clean !== '') return [[field, clean] as const];
    return field === 'CorrespAcc' ? [[field, '0'] as const] : [];
  });
}

function fieldProblems(field: PaymentQrField, value: string, encoding: PaymentQrEncoding): PaymentQrProblem[] {
  if (canonicalName(field) !== field) return [{ code: 'field-unknown', field, value }];
  const payable = field !== 'Sum' || !/^0+$/.test(value);
  if (!payable || !fits(field, value)) return [{ code: 'field-shape', field, value }];
  const encoded = bytesOf(value, encoding);
  return encoded.ok ? [] : [{ code: 'encoding-lacks-character', field, value: encoded.character }];
}

function freeSeparator(written: Written): string | null {
  return [...SEPARATORS].find((separator) => written.every(([, value]) => !value.includes(separator))) ?? null;
}

function bytesOf(text: string, encoding: PaymentQrEncoding): ReturnType<typeof encodeCyrillic> {
  if (encoding !== 'utf-8') return encodeCyrillic(text, encoding);
  return { ok: true, bytes: new TextEncoder().encode(text) };
}
