import { formatDate, type MeterId, parseDate } from '@dvor/kernel';
import { identifierKey } from '@dvor/formats';
import {
  findMeters,
  type ForeseenReading,
  type GivenReading,
  type MeteredResource,
  type NamedMeter,
  type ReadingIntake,
} from '@dvor/metering';
import type { Tx } from '@dvor/platform';
import type { Content } from '../reading/field.js';
import type { ProblemCode } from '../reading/problems.js';
import {
  type Judgement,
  type KindOfImport,
  type Load,
  type Made,
  sayTwice,
  type StagedRow,
  type Verdict,
  Verdicts,
} from './kind.js';
import { READ_ON, RESOURCE, SERIAL } from './meters.js';
import { field, NUMBER } from './place-fields.js';

/** Zones of a meter stand in its order. */
const VALUES = ['value1', 'value2', 'value3', 'value4'] as const;

/** Readings of meters that stand already. */
export function readingsImport(intake: ReadingIntake): KindOfImport {
  return {
    kind: 'readings',
    title: 'Показания',
    fields: [
      NUMBER,
      SERIAL,
      RESOURCE,
      field('value1', 'reading', 'Показание', 'Reading', '123,456', [
        'Показание 1',
        'Показания',
        'Текущее показание',
        'Текущие показания',
        'Новое показание',
        'Значение',
        'T1',
        'День',
        'POKAZ',
        'VALUE',
      ]),
      field('value2', 'reading', 'Показание 2', 'Reading 2', '', ['T2', 'Ночь']),
      field('value3', 'reading', 'Показание 3', 'Reading 3', '', ['T3']),
      field('value4', 'reading', 'Показание 4', 'Reading 4', '', ['T4']),
      READ_ON,
    ],
    needed: [['serial', 'number'], ['serial', 'resource'], ['value1']],
    identify: ({ number, serial, resource, readOn = '' }) => {
      const meter = serial ? identifierKey(serial) : number && resource;
      return meter ? { key: [number, meter, readOn].join('|'), place: number ?? meter } : null;
    },
    twice: sayTwice,
    judge: (tx, rows, load) => judgeReadings(tx, rows, load, intake),
  };
}

async function judgeReadings(
  tx: Tx,
  rows: readonly StagedRow[],
  load: Load,
  intake: ReadingIntake,
): Promise<Judgement> {
  const told = new Verdicts(rows);
  const given = await readable(tx, rows, load, told);
  const lines = [...given.keys()];
  const foreseen = await intake.foresee(tx, [...given.values()], 'import', load.today);
  foreseen.forEach((reading, i) => tell(told, lines[i]!, reading));
  return {
    verdicts: told.verdicts,
    problems: told.problems,
    write: (inTx) =>
      write(inTx, new Map([...given].filter(([line]) => told.verdicts.get(line) === 'new')), load, intake),
  };
}

/** Rows that name a meter and say something of it, by their lines. */
async function readable(
  tx: Tx,
  rows: readonly StagedRow[],
  load: Load,
  told: Verdicts,
): Promise<Map<number, GivenReading>> {
  const good = rows.filter(({ line }) => !told.isBad(line));
  const named = await findMeters(
    tx,
    good.map(({ content: { number, serial, resource } }) => ({
      ...{ account: number, serial },
      resource: resource as MeteredResource | undefined,
    })),
    load.today,
  );
  const given = new Map<number, GivenReading>();
  good.forEach(({ line, content }, i) => {
    const meter = named[i]!;
    const missing = missingZone(content);
    if (meter.kind !== 'found') refuseName(told, line, content, meter.kind);
    else if (missing) told.refuse(line, 'value.missing', { field: missing });
    else given.set(line, givenOf(content, meter.id, load));
  });
  return given;
}

function refuseName(
  told: Verdicts,
  line: number,
  { number = '', serial = '' }: Content,
  why: Exclude<NamedMeter['kind'], 'found'>,
): void {
  if (why === 'no-account')
    told.refuse(line, 'account.unknown', { field: 'number', value: number, details: { number } });
  else
    told.refuse(line, why === 'several' ? 'meter.several' : 'meter.unknown', {
      field: 'serial',
      value: serial || null,
    });
}

/** A value between others that is not there. */
function missingZone(content: Content): string | undefined {
  const last = VALUES.findLastIndex((name) => content[name] !== undefined);
  return VALUES.slice(0, last).find((name) => content[name] === undefined);
}

function givenOf(content: Content, meterId: MeterId, { settings, today }: Load): GivenReading {
  const day = content.readOn ?? settings.from;
  return {
    meterId,
    date: day ? parseDate(day) : today,
    value: VALUES.flatMap((name) => content[name] ?? []),
  };
}

const ABOUT_THE_DAY: ReadonlySet<string> = new Set(['reading.future', 'reading.outside']);

function tell(told: Verdicts, line: number, reading: ForeseenReading): void {
  if (reading.kind === 'refused' || reading.kind === 'confirm') refuse(told, line, reading);
  else {
    told.set(line, VERDICTS[reading.kind]);
    if (reading.kind === 'same') return;
    for (const { rule, details } of reading.findings) told.warn(line, `doubt.${rule}`, { field: 'value1', details });
    if (reading.kind === 'held') told.warn(line, 'reading.held', { field: 'value1' });
  }
}

const VERDICTS: Readonly<Record<'taken' | 'look' | 'held' | 'same', Verdict>> = {
  taken: 'new',
  look: 'new',
  held: 'new',
  same: 'same',
};

function refuse(
  told: Verdicts,
  line: number,
  reading: Extract<ForeseenReading, { kind: 'refused' | 'confirm' }>,
): void {
  const field = reading.kind === 'refused' && ABOUT_THE_DAY.has(reading.code) ? 'readOn' : 'value1';
  const findings = reading.findings ?? [];
  if (reading.kind === 'refused' && findings.length === 0)
    told.refuse(line, reading.code satisfies ProblemCode, { field, details: reading.details });
  for (const { rule, details } of findings) told.refuse(line, `doubt.${rule}`, { field, details });
}

async function write(
  tx: Tx,
  given: ReadonlyMap<number, GivenReading>,
  load: Load,
  intake: ReadingIntake,
): Promise<ReadonlyMap<number, Made>> {
  const outcomes = await intake.take(tx, [...given.values()], { source: 'import', ...load.recording }, load.today);
  const made = new Map<number, Made>();
  [...given].forEach(([line, { meterId, date }], i) => {
    const outcome = outcomes[i]!;
    if (outcome.kind === 'taken') made.set(line, { reading: { meter: meterId, on: formatDate(date), id: outcome.id } });
    if (outcome.kind === 'held') made.set(line, { doubt: outcome.doubtId });
  });
  return made;
}
