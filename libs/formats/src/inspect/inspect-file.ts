import { DomainError, formatDate, sum } from '@dvor/kernel';
import { decodePaymentQr } from '../decode-payment-qr.js';
import { CHANNELS, type IntervalMessage } from '../metering/interval-message.js';
import { isZipOfMessages, readIntervalFile, type ReadIntervalsOfFile } from '../metering/read-interval-file.js';
import { looksLikeReadingsRegistry, readReadingsRegistry } from '../metering/read-readings-registry.js';
import { openTable } from '../tables/open-table.js';
import { decodeInPieces, findEncoding } from '../tables/text-encoding.js';
import type { TableNote } from '../tables/table.js';

/** What a file is, and what is in it. */
export interface Inspection {
  readonly format: 'xml-80020' | 'readings-registry' | 'payment-qr' | 'xlsx' | 'csv' | 'dbf' | 'unknown';
  readonly encoding: string | null;
  readonly totals: Readonly<Record<string, unknown>>;
  readonly rows: number;
  readonly problems: readonly InspectionProblem[];
}

export interface InspectionProblem {
  readonly line: number;
  readonly value: string;
  readonly reason: string;
  /** Of several in an archive. */
  readonly file?: string;
}

/** Recognises a file by its bytes, whatever its name, and reads it to the end. Anything wrong with it is a problem told. */
export async function inspectFile(bytes: Uint8Array): Promise<Inspection> {
  const { encoding, mark } = findEncoding(bytes);
  const [start = ''] = decodeInPieces(bytes.subarray(mark, mark + START), encoding);
  if (INTERVALS.test(start) || (await isZipOfMessages(bytes))) return ofMessages(await readIntervalFile(bytes));
  if (/^ST\d{4}/.test(start)) return ofPaymentQr(bytes, encoding);
  if (start.split(/\r?\n/).some((line) => looksLikeReadingsRegistry(line))) return ofRegistry(bytes);
  return ofTable(bytes);
}

const START = 8_192;
const INTERVALS = /<message\b[^>]*\bclass\s*=\s*["']\s*80020/;

function ofMessages(read: readonly ReadIntervalsOfFile[]): Inspection {
  const messages = latest(read.flatMap(({ message }) => message ?? []));
  const points = messages.flatMap(({ areas }) => areas.flatMap(({ points }) => points));
  const channels = points.flatMap(({ channels }) => channels);
  const intervals = channels.flatMap(({ intervals }) => intervals);
  const energyOf = (code: string) =>
    sum(
      channels
        .filter(({ channel }) => channel === code)
        .flatMap(({ intervals }) => intervals.flatMap(({ value }) => value ?? [])),
    ).toString();
  return {
    format: 'xml-80020',
    encoding: read[0]?.encoding ?? null,
    totals: {
      ...{ messages: messages.length, days: [...new Set(messages.map(({ day }) => formatDate(day)))].sort() },
      ...{ numbers: messages.map(({ number }) => number), points: points.length, channels: channels.length },
      unknown: intervals.filter(({ value }) => value === null).length,
      doubtful: intervals.filter(({ doubtful }) => doubtful).length,
      energy: Object.fromEntries(
        CHANNELS.filter((code) => channels.some(({ channel }) => channel === code)).map((code) => [
          code,
          energyOf(code),
        ]),
      ),
    },
    rows: intervals.length,
    problems: read.flatMap(({ problems, file }) => problems.map((problem) => ({ ...problem, ...(file && { file }) }))),
  };
}

/** A day sent again under a higher number replaces what was sent before. */
function latest(messages: readonly IntervalMessage[]): IntervalMessage[] {
  const byDay = new Map<string, IntervalMessage>();
  for (const message of messages) {
    const key = [formatDate(message.day), message.sender.inn, ...message.areas.map(({ inn }) => inn)].join(' ');
    if (message.number >= (byDay.get(key)?.number ?? 0)) byDay.set(key, message);
  }
  return [...byDay.values()];
}

function ofPaymentQr(bytes: Uint8Array, encoding: string): Inspection {
  const read = decodePaymentQr(bytes);
  const problems = (read.ok ? read.warnings : read.problems).map(({ code, field, value }) => ({
    line: 1,
    value: [field, value].filter((told) => told !== null && told !== undefined).join('='),
    reason: code,
  }));
  const totals = read.ok ? { ...read.values } : {};
  return {
    format: 'payment-qr',
    encoding: read.ok ? read.encoding : encoding,
    totals,
    rows: read.ok ? 1 : 0,
    problems,
  };
}

function ofRegistry(bytes: Uint8Array): Inspection {
  const { encoding, rows, problems } = readReadingsRegistry(bytes);
  const readings = rows.flatMap(({ readings }) => readings);
  return {
    format: 'readings-registry',
    encoding,
    totals: {
      accounts: new Set(rows.map(({ account }) => account)).size,
      meters: new Set(rows.flatMap(({ account, readings }) => readings.map(({ serial }) => `${account} ${serial}`)))
        .size,
      readings: readings.length,
    },
    rows: rows.length,
    problems,
  };
}

async function ofTable(bytes: Uint8Array): Promise<Inspection> {
  try {
    const table = await openTable(bytes);
    const problems = table.notes.filter(({ code }) => DAMAGE.has(code)).map(problemOf);
    let rows = 0;
    for await (const { line, cells } of table.rows()) {
      rows += 1;
      for (const cell of cells)
        if (cell.kind === 'problem') problems.push({ line, value: cell.text, reason: cell.problem });
    }
    const { format, encoding, headings } = table;
    const notes = table.notes.map(({ code }) => code);
    return { format, encoding, totals: { columns: headings.length, headings, notes }, rows, problems };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const value = Object.values(error.details).join(', ');
    return {
      format: 'unknown',
      encoding: null,
      totals: {},
      rows: 0,
      problems: [{ line: 1, value, reason: error.code }],
    };
  }
}

/** What was met and overcome is noted; this could not be. */
const DAMAGE: ReadonlySet<TableNote['code']> = new Set(['letters-lost', 'encoded-twice', 'records-differ']);

function problemOf({ code, ...details }: TableNote): InspectionProblem {
  const { line = 1, ...told } = details as { line?: number };
  return { line, value: Object.values(told).join(', '), reason: code };
}
