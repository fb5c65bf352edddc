/** What a payment QR may hold, by the names of ГОСТ Р 56042-2014, and the shape of each value. */

/** The block every code begins with, in this order. */
export const MANDATORY_FIELDS = ['Name', 'PersonalAcc', 'BankName', 'BIC', 'CorrespAcc'] as const;

/** Written right after the mandatory block, in the order in which the codes in circulation have them. */
export const LEADING_FIELDS = ['Sum', 'PayeeINN', 'KPP', 'PersAcc', 'PaymPeriod', 'Purpose'] as const;

/** Written after those, in whatever order they are given. */
const FURTHER_FIELDS = [
  'PayerINN',
  'DrawerStatus',
  'CBC',
  'OKTMO',
  'PaytReason',
  'TaxPeriod',
  'DocNo',
  'DocDate',
  'TaxPaytKind',
  'LastName',
  'FirstName',
  'MiddleName',
  'PayerAddress',
  'PersonalAccount',
  'DocIdx',
  'PensAcc',
  'Contract',
  'Flat',
  'Phone',
  'PayerIdType',
  'PayerIdNum',
  'ChildFio',
  'BirthDate',
  'PaymTerm',
  'Category',
  'ServiceName',
  'CounterId',
  'CounterVal',
  'QuittId',
  'QuittDate',
  'InstNum',
  'ClassNum',
  'SpecFio',
  'AddAmount',
  'RuleId',
  'ExecId',
  'RegType',
  'UIN',
  'TechCode',
] as const;

export type MandatoryField = (typeof MANDATORY_FIELDS)[number];
export type PaymentQrField = MandatoryField | (typeof LEADING_FIELDS)[number] | (typeof FURTHER_FIELDS)[number];

/** `Sum` and `AddAmount` are whole kopecks; `PersAcc` is the payer's account with the payee; dates are `dd.MM.yyyy`. */
export type PaymentQrFields = Readonly<Record<MandatoryField, string>> &
  Readonly<Partial<Record<Exclude<PaymentQrField, MandatoryField>, string>>>;

/** The digit after `ST0001`. */
export const ENCODING_DIGITS = { 'windows-1251': '1', 'utf-8': '2', 'koi8-r': '3' } as const;
export type PaymentQrEncoding = keyof typeof ENCODING_DIGITS;

/** The encoding that a code's seventh character names, `null` where the standard has none such. */
export function encodingOfHeader(code: string): PaymentQrEncoding | null {
  const encodings = Object.keys(ENCODING_DIGITS) as PaymentQrEncoding[];
  return encodings.find((encoding) => ENCODING_DIGITS[encoding] === code[6]) ?? null;
}

/** Characters that may stand between the fields, by preference: the first that no value holds is taken. */
export const SEPARATORS = '|#;:^_~{}!$%&()*+,/@';

/** Bytes of the mandatory block with its names and inner separators, header not counted. */
export const MANDATORY_BLOCK_LIMIT = 300;

export interface PaymentQrProblem {
  readonly code:
    | 'header'
    | 'field-missing'
    | 'field-unknown'
    | 'field-shape'
    | 'field-order'
    | 'field-twice'
    | 'text-without-field'
    | 'block-too-long'
    | 'no-separator-left'
    | 'encoding-lacks-character'
    | 'encoding-mislabelled';
  /** The field in question, as the standard writes it; as the code writes it, where the standard has none such. */
  readonly field: string | null;
  /** What stands there instead of what should. */
  readonly value: string | null;
}

/** Whether a value looks as its field's must. Fields without a rule may hold any text. */
export function fits(field: string, value: string): boolean {
  return SHAPES.get(field)?.test(value) ?? true;
}

/** The part of a code that the byte limit is about. */
export function mandatoryBlock(written: readonly (readonly [field: string, value: string])[]): string {
  return written
    .filter(([field]) => (MANDATORY_FIELDS as readonly string[]).includes(field))
    .map(([field, value]) => `${field}=${value}`)
    .join('|');
}

/**
 * The standard's spelling of a field's name, whatever its case in the code, or `null`. Typing errors that whole
 * families of generators spread are understood too: `СВС` in Cyrillic, `Docldx`, `PayerldType` and `Ruleld` with
 * an l for an I, `FitstName`.
 */
export function canonicalName(name: string): PaymentQrField | null {
  const key = name.trim().toLowerCase();
  return CANONICAL.get(MISSPELT.get(key) ?? key) ?? null;
}

const CANONICAL = new Map<string, PaymentQrField>(
  [...MANDATORY_FIELDS, ...LEADING_FIELDS, ...FURTHER_FIELDS].map((field) => [field.toLowerCase(), field]),
);

const MISSPELT = new Map([
  ['свс', 'cbc'],
  ['docldx', 'docidx'],
  ['payerldtype', 'payeridtype'],
  ['payerldnum', 'payeridnum'],
  ['ruleld', 'ruleid'],
  ['fitstname', 'firstname'],
]);

/** What a field's value must look like; one that is not listed may hold any text. */
const SHAPES: ReadonlyMap<string, RegExp> = new Map<PaymentQrField, RegExp>([
  ['Name', upTo(160)],
  ['PersonalAcc', /^\d{20}$/],
  ['BankName', upTo(45)],
  ['BIC', /^\d{9}$/],
  ['CorrespAcc', /^(\d{20}|0)$/], // 0: the bank has none
  ['Sum', /^\d{1,18}$/],
  ['PayeeINN', /^\d{1,12}$/],
  ['KPP', /^([\dA-Z]{9}|0)$/],
  ['Purpose', upTo(210)],
  ['PayerINN', /^\d{1,12}$/],
  ['DrawerStatus', upTo(2)],
  ['CBC', upTo(20)],
  ['OKTMO', /^\d{1,11}$/],
  ['PaytReason', upTo(2)],
  ['TaxPeriod', upTo(10)],
  ['DocNo', upTo(15)],
  ['DocDate', /^(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.\d{4}$/],
  ['TaxPaytKind', upTo(2)],
  ['AddAmount', /^\d{1,18}$/],
  ['TechCode', /^(0[1-9]|1[0-5])$/], // 02: housing and utilities
]);

/** By characters, as the standard counts, not by UTF-16 units. */
function upTo(length: number): RegExp {
  return new RegExp(`^.{1,${length}}$`, 'su');
}
