import { bytesBehindMojibake, decodeCyrillic, decodeUtf8 } from './cyrillic-encodings.js';
import {
  canonicalName,
  encodingOfHeader,
  fits,
  MANDATORY_BLOCK_LIMIT,
  mandatoryBlock,
  MANDATORY_FIELDS,
  type PaymentQrEncoding,
  type PaymentQrField,
  type PaymentQrProblem,
  SEPARATORS,
} from './payment-qr-fields.js';

/** Values by the standard's names, whatever their case in the code; names the standard lacks stand as written. */
export type PaymentQrValues = Readonly<Partial<Record<PaymentQrField, string>>> & Readonly<Record<string, string>>;

export type DecodedPaymentQr =
  | {
      readonly ok: true;
      readonly values: PaymentQrValues;
      /** What the text was really written in, which the header may have wrong. */
      readonly encoding: PaymentQrEncoding;
      readonly separator: string;
      /** Departures from the standard that this reading overlooked. */
      readonly warnings: readonly PaymentQrProblem[];
    }
  | { readonly ok: false; readonly problems: readonly PaymentQrProblem[] };

/**
 * How much to overlook. `payment` (the default) reads what can be paid: the header, the five mandatory fields and a
 * whole number of kopecks must be right. `strict` forgives nothing: for checking a code before it is printed.
 * `account` forgives everything behind a right header: for finding out whose code it is. A code can be typed by
 * hand, so what it says identifies an account and never authorises anyone.
 */
export type PaymentQrReading = 'strict' | 'payment' | 'account';

/**
 * Reads a payment QR by ГОСТ Р 56042-2014 from its bytes or from the text that a scanner made of them. Never throws.
 *
 * Bytes that are UTF-8 are read so whatever the header claims; text that a scanner misread as Western European is
 * put right. A trailing separator, line feeds and blanks around names and values, any order of fields, names in any
 * case and unknown names are understood; empty values are left out.
 */
export function decodePaymentQr(payload: string | Uint8Array, reading: PaymentQrReading = 'payment'): DecodedPaymentQr {
  const { text, encoding, mislabelled } = readText(payload);
  const header = /^ST0001([123])(.)/su.exec(text);
  const separator = header?.[2] ?? '';
  if (!header || !SEPARATORS.includes(separator)) {
    return { ok: false, problems: [{ code: 'header', field: null, value: text.slice(0, 8) }] };
  }
  const { values, order, problems } = readParts(text.slice(header[0].length).split(separator));
  problems.push(...absences(values, order), ...misshapes(values), ...excess(values, encoding));
  if (mislabelled) problems.push({ code: 'encoding-mislabelled', field: null, value: encoding });
  const grave = problems.filter((problem) => isGrave(problem, reading));
  if (grave.length > 0) return { ok: false, problems: grave };
  return { ok: true, values: Object.fromEntries(values), encoding, separator, warnings: problems };
}

function isGrave({ code, field }: PaymentQrProblem, reading: PaymentQrReading): boolean {
  if (reading === 'strict') return code !== 'field-unknown';
  if (reading === 'account') return false;
  if (code === 'field-shape')
    return field === 'PersonalAcc' || field === 'BIC' || field === 'CorrespAcc' || field === 'Sum';
  return code === 'field-missing' || code === 'field-twice';
}

interface ReadText {
  readonly text: string;
  readonly encoding: PaymentQrEncoding;
  readonly mislabelled: boolean;
}

function readText(payload: string | Uint8Array): ReadText {
  if (typeof payload !== 'string') return readBytes(payload);
  const text = payload.replace(/^\uFEFF/, '').trimStart();
  const claimed = claimedEncoding(text);
  if (/[а-яё]/i.test(text) || !/[^\0-\x7f]/.test(text)) return { text, encoding: claimed, mislabelled: false };
  const bytes = bytesBehindMojibake(text);
  const repaired = bytes && readBytes(bytes);
  // Under UTF-8 a lone é is an é; under Windows-1251 there is none, so it must be an й.
  const plausible = repaired && /[а-яё]/i.test(repaired.text) && (repaired.encoding === 'utf-8' || claimed !== 'utf-8');
  return plausible ? { ...repaired, mislabelled: true } : { text, encoding: claimed, mislabelled: false };
}

/** Cyrillic in a one-byte encoding is practically never valid UTF-8, so valid UTF-8 is believed before the header. */
function readBytes(bytes: Uint8Array): ReadText {
  const ascii = decodeCyrillic(bytes, 'windows-1251');
  const claimed = claimedEncoding(ascii.trimStart());
  if (bytes.every((byte) => byte < 0x80)) return { text: ascii.trimStart(), encoding: claimed, mislabelled: false };
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return { text: utf8.trimStart(), encoding: 'utf-8', mislabelled: claimed !== 'utf-8' };
  const encoding = claimed === 'koi8-r' ? 'koi8-r' : 'windows-1251';
  return { text: decodeCyrillic(bytes, encoding).trimStart(), encoding, mislabelled: claimed === 'utf-8' };
}

function claimedEncoding(text: string): PaymentQrEncoding {
  return encodingOfHeader(text) ?? 'utf-8';
}

interface ReadParts {
  readonly values: Map<string, string>;
  /** Mandatory fields as they came. */
  readonly order: string[];
  readonly problems: PaymentQrProblem[];
}

function readParts(parts: readonly string[]): ReadParts {
  const read: ReadParts = { values: new Map(), order: [], problems: [] };
  for (const part of parts) {
    if (part.trim() === '') continue;
    const equals = part.indexOf('=');
    if (equals < 1) {
      read.problems.push({ code: 'text-without-field', field: null, value: part.trim() });
      continue;
    }
    readField(part.slice(0, equals).trim(), part.slice(equals + 1).trim(), read);
  }
  return read;
}

function readField(name: string, value: string, { values, order, problems }: ReadParts): void {
  const canonical = canonicalName(name);
  const field = canonical ?? name;
  if (canonical === null) problems.push({ code: 'field-unknown', field, value });
  order.push(field);
  if (value === '') return;
  const before = values.get(field);
  if (before !== undefined && before !== value) problems.push({ code: 'field-twice', field, value });
  else values.set(field, value);
}

/** A bank without a correspondent account leaves it empty; its name must be there all the same. */
function absences(values: ReadonlyMap<string, string>, order: readonly string[]): PaymentQrProblem[] {
  const problems: PaymentQrProblem[] = MANDATORY_FIELDS.filter(
    (field) => !values.has(field) && !(field === 'CorrespAcc' && order.includes(field)),
  ).map((field) => ({ code: 'field-missing', field, value: null }));
  const strayed = MANDATORY_FIELDS.find((field, place) => order.includes(field) && order[place] !== field);
  if (strayed) problems.push({ code: 'field-order', field: strayed, value: null });
  return problems;
}

function misshapes(values: ReadonlyMap<string, string>): PaymentQrProblem[] {
  return [...values]
    .filter(([field, value]) => !fits(field, value))
    .map(([field, value]) => ({ code: 'field-shape', field, value }));
}

function excess(values: ReadonlyMap<string, string>, encoding: PaymentQrEncoding): PaymentQrProblem[] {
  const block = mandatoryBlock([...values]);
  const bytes = encoding === 'utf-8' ? new TextEncoder().encode(block).length : block.length;
  return bytes > MANDATORY_BLOCK_LIMIT ? [{ code: 'block-too-long', field: null, value: String(bytes) }] : [];
}
