import type { Decimal, LocalDate } from '@dvor/kernel';
import { parse } from 'csv-parse/sync';
import type { TableEncoding } from '../tables/table.js';
import { decodeInPieces, findEncoding } from '../tables/text-encoding.js';
import { readDate } from '../values/read-date.js';
import { readDecimal } from '../values/read-decimal.js';
import type { SaidResource } from './read-readings-message.js';

/** What a bank calls a register of a meter; several of one number are one meter. */
export interface RegistryReading {
  readonly serial: string;
  readonly resource: SaidResource;
  readonly zone: 'all' | 'day' | 'night' | 'peak' | 'half-peak';
  readonly value: Decimal;
  readonly date: LocalDate;
  readonly verifiedUntil: LocalDate | null;
}

export interface RegistryRow {
  readonly line: number;
  readonly account: string;
  readonly unifiedAccount: string;
  readonly readings: readonly RegistryReading[];
}

export interface RegistryProblem {
  readonly line: number;
  readonly value: string;
  readonly reason:
    | 'file-empty'
    | 'file-too-large'
    | 'account-missing'
    | 'block-cut-off'
    | 'meter-kind-unknown'
    | 'meter-number-missing'
    | 'value-unreadable'
    | 'value-negative'
    | 'date-unreadable'
    | 'register-twice';
}

export interface ReadingsRegistry {
  readonly encoding: TableEncoding;
  readonly rows: readonly RegistryRow[];
  readonly problems: readonly RegistryProblem[];
}

const LARGEST = 32 * 2 ** 20;
/** Account, name of the payer, unified account, code of the address, address. */
const OF_ACCOUNT = 5;
/** Kind, number, name of the meter, next verification, value, its date, a note. */
const OF_METER = 7;
const MOST_METERS = 12;

/**
 * The registry of readings that comes with a bank's registry of payments: a line an account, `;` between fields, up to
 * twelve meters of seven fields each. A meter of which anything is wrong is left out and told; the others stand.
 */
export function readReadingsRegistry(bytes: Uint8Array): ReadingsRegistry {
  const { encoding, mark } = findEncoding(bytes);
  const none = (reason: RegistryProblem['reason'], value: string): ReadingsRegistry => ({
    encoding,
    rows: [],
    problems: [{ line: 1, value, reason }],
  });
  if (bytes.length > LARGEST) return none('file-too-large', `${Math.ceil(bytes.length / 2 ** 20)} MB`);
  const lines = recordsOf([...decodeInPieces(bytes.subarray(mark), encoding)].join(''));
  if (lines.length === 0) return none('file-empty', '');
  const problems: RegistryProblem[] = [];
  const rows = lines.map(({ line, fields }) =>
    rowOf(line, fields, (reason, value) => problems.push({ line, value, reason })),
  );
  return { encoding, rows: rows.filter((row) => row !== null), problems };
}

/** Whether a line is one of such a registry: by the first kind of meter and its place. */
export function looksLikeReadingsRegistry(line: string): boolean {
  const fields = line.split(';');
  return (
    fields.length >= OF_ACCOUNT + OF_METER - 1 &&
    /^[\p{L}\d/-]{3,20}$/u.test(fields[0]!.trim()) &&
    KINDS.has(fields[OF_ACCOUNT]!.trim()) &&
    readDecimal(fields[OF_ACCOUNT + 4]!).ok
  );
}

interface Record {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Quotes are letters like others here; lines that begin with `#` are the bank's own. */
function recordsOf(text: string): Record[] {
  const read = parse(text, {
    ...{ delimiter: ';', quote: null, comment: '#', comment_no_infix: true, relax_column_count: true },
    ...{ skip_empty_lines: true, info: true, trim: true },
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return read.map(({ record, info }) => ({ line: info.lines, fields: record }));
}

type Refuse = (reason: RegistryProblem['reason'], value: string) => void;

function rowOf(line: number, fields: readonly string[], refuse: Refuse): RegistryRow | null {
  const [account = '', , unifiedAccount = ''] = fields;
  if (account === '') {
    refuse('account-missing', fields.join(';').slice(0, 80));
    return null;
  }
  const readings: RegistryReading[] = [];
  for (const block of blocksOf(fields.slice(OF_ACCOUNT), refuse)) {
    const reading = readingOf(block, refuse);
    if (!reading) continue;
    const isTwice = readings.some(({ serial, zone }) => serial === reading.serial && zone === reading.zone);
    if (isTwice) refuse('register-twice', `${reading.serial} ${reading.zone}`);
    else readings.push(reading);
  }
  return { line, account, unifiedAccount, readings };
}

/** Empty blocks stand for meters that the account does not have. The last may lack its note. */
function blocksOf(fields: readonly string[], refuse: Refuse): string[][] {
  const blocks = Array.from({ length: Math.ceil(fields.length / OF_METER) }, (_, i) =>
    fields.slice(i * OF_METER, (i + 1) * OF_METER),
  ).filter((block) => block.some((field) => field !== ''));
  if (blocks.length > MOST_METERS) refuse('block-cut-off', String(blocks.length));
  return blocks.slice(0, MOST_METERS).filter((block) => {
    const isWhole = block.length >= OF_METER - 1;
    if (!isWhole) refuse('block-cut-off', block.join(';'));
    return isWhole;
  });
}

function readingOf(block: readonly string[], refuse: Refuse): RegistryReading | null {
  const [kind, serial, , verified, value, date] = block as [string, string, string, string, string, string];
  const of = KINDS.get(kind);
  if (!of) return refused('meter-kind-unknown', kind);
  if (of === 'without-readings' || value === '') return null;
  if (serial === '') return refused('meter-number-missing', block.join(';'));
  const amount = readDecimal(value);
  if (!amount.ok) return refused('value-unreadable', value);
  if (amount.value.lt('0')) return refused('value-negative', value);
  const day = readDate(date);
  if (!day.ok) return refused('date-unreadable', date);
  const until = readDate(verified);
  return { serial, ...of, value: amount.value, date: day.value, verifiedUntil: until.ok ? until.value : null };

  function refused(reason: RegistryProblem['reason'], told: string): null {
    refuse(reason, told);
    return null;
  }
}

type Kind = Pick<RegistryReading, 'resource' | 'zone'> | 'without-readings';

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['1', { resource: 'gas', zone: 'all' }],
  ['2', { resource: 'electricity', zone: 'all' }],
  ['3', { resource: 'electricity', zone: 'day' }],
  ['4', { resource: 'electricity', zone: 'night' }],
  ['5', { resource: 'electricity', zone: 'peak' }],
  ['6', { resource: 'electricity', zone: 'half-peak' }],
  ['7', { resource: 'electricity', zone: 'night' }],
  ['8', { resource: 'hot-water', zone: 'all' }],
  ['9', { resource: 'cold-water', zone: 'all' }],
  ['10', { resource: 'heating', zone: 'all' }],
  ['11', 'without-readings'], // sewage follows the water
  ['12', 'without-readings'], // watering of a garden
  ['13', 'without-readings'], // waste
]);
