import {
  decimal,
  type Decimal,
  formatDate,
  formatPeriod,
  type LocalDate,
  Money,
  parseDate,
  parsePeriod,
  type Period,
} from '@dvor/kernel';
import type {
  ChargeLine,
  HouseVolume,
  InstalmentRow,
  IssuedBlock,
  MeterReading,
  MeterRow,
  NormRow,
  PaymentQr,
  RecalculationReason,
  ReceiptDocument,
} from './receipt-document.js';

/** A receipt as it is stored: sums as `"1234.50"`, volumes as decimal strings, days and months in ISO. */
export function receiptToJson(receipt: ReceiptDocument): Json {
  return document.write(receipt);
}

/**
 * The receipt as it was issued.
 *
 * @throws RangeError for a value that can't have been written by `receiptToJson`.
 */
export function receiptFromJson(json: unknown): ReceiptDocument {
  return document.read(json as Json);
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** How a value is written and read; the two are kept together so that no field can be forgotten in one of them. */
interface Codec<T> {
  write(value: T): Json;
  read(json: Json): T;
  /** What is read where the field is missing: it came after the first receipts were issued. None: it may not be. */
  readonly missing?: Json;
}

const asIs = <T extends Json>(): Codec<T> => ({ write: (value) => value, read: (json) => json as T });
const text = asIs<string>();
const money: Codec<Money> = { write: String, read: (json) => Money.parse(json as string) };
const volume: Codec<Decimal> = { write: String, read: (json) => decimal(json as string) };
const date: Codec<LocalDate> = { write: formatDate, read: (json) => parseDate(json as string) };
const month: Codec<Period> = { write: formatPeriod, read: (json) => parsePeriod(json as string) };

function maybe<T>(codec: Codec<T>): Codec<T | null> {
  return {
    write: (value) => (value === null ? null : codec.write(value)),
    read: (json) => (json === null ? null : codec.read(json)),
  };
}

function list<T>(codec: Codec<T>): Codec<readonly T[]> {
  return { write: (values) => values.map(codec.write), read: (json) => (json as Json[]).map(codec.read) };
}

/** The compiler asks for a codec of every field and for no other. */
function record<T extends object>(fields: { readonly [Field in keyof T]-?: Codec<T[Field]> }): Codec<T> {
  const codecs = Object.entries(fields) as [keyof T & string, Codec<unknown>][];
  return {
    write: (value) => Object.fromEntries(codecs.map(([field, codec]) => [field, codec.write(value[field])])),
    read: (json) => {
      const stored = json as { readonly [key: string]: Json };
      return Object.fromEntries(
        codecs.map(([field, codec]) => {
          const value = stored[field] === undefined ? codec.missing : stored[field];
          if (value === undefined) throw new RangeError(`a stored receipt has no ${field}`);
          return [field, codec.read(value)];
        }),
      ) as T;
    },
  };
}

const line = record<ChargeLine>({
  section: asIs(),
  service: text,
  unit: text,
  volume: maybe(volume),
  commonVolume: maybe(volume),
  volumeBy: asIs(),
  tariff: maybe(volume),
  charged: money,
  excess: maybe(record({ factor: volume, amount: money })),
  recalculated: money,
  benefit: money,
  total: money,
});

const block = record<IssuedBlock>({
  title: text,
  recipient: record({
    name: text,
    inn: text,
    kpp: asIs<string | null>(),
    bank: maybe(record({ account: text, bankName: text, bik: text, correspondentAccount: asIs<string | null>() })),
  }),
  lines: list(line),
  opening: money,
  charged: money,
  penalty: money,
  interest: { ...money, missing: '0.00' },
  writtenOff: { ...money, missing: '0.00' },
  deferred: { ...money, missing: '0.00' },
  paid: money,
  lastPayment: maybe(record({ on: date, amount: money })),
  due: money,
  paymentQr: asIs<PaymentQr>(),
});

const reading = record<MeterReading>({ on: date, value: volume });

const meter = record<MeterRow>({
  resource: text,
  serial: text,
  zone: asIs(),
  unit: text,
  previous: maybe(reading),
  current: maybe(reading),
  consumption: maybe(volume),
  verifiedUntil: maybe(date),
});

const houseVolume = record<HouseVolume>({
  service: text,
  unit: text,
  previous: maybe(volume),
  current: maybe(volume),
  total: volume,
  premises: volume,
  common: volume,
});

const document = record<ReceiptDocument>({
  form: asIs(),
  number: text,
  period: month,
  issuedOn: date,
  dueOn: date,
  issuer: record({
    name: text,
    inn: text,
    kpp: asIs<string | null>(),
    ogrn: asIs<string | null>(),
    address: text,
    phone: asIs<string | null>(),
    emergencyPhone: asIs<string | null>(),
    email: asIs<string | null>(),
    site: asIs<string | null>(),
  }),
  account: record({
    number: text,
    payer: text,
    address: text,
    area: volume,
    share: { ...asIs<string | null>(), missing: null },
    persons: asIs<number | null>(),
    personsAreOwners: asIs<boolean>(),
    unifiedNumber: asIs<string | null>(),
    servicesId: asIs<string | null>(),
    gisDocumentId: asIs<string | null>(),
  }),
  blocks: list(block),
  total: money,
  recalculations: list(record<RecalculationReason>({ service: text, period: month, reason: text, amount: money })),
  change: maybe(record({ before: money, causes: list(record({ text, amount: money })) })),
  meters: list(meter),
  norms: list(record<NormRow>({ service: text, value: volume, unit: text })),
  house: record({ area: maybe(volume), commonArea: maybe(volume), volumes: list(houseVolume) }),
  instalments: {
    ...list(
      record<InstalmentRow>({
        number: asIs<number>(),
        byRight: asIs<boolean>(),
        debt: money,
        left: money,
        due: money,
        rate: volume,
        interest: money,
        total: money,
      }),
    ),
    missing: [],
  },
  notes: list(text),
});
