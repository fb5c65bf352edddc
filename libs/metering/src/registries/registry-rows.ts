import { formatDate, type MeterId } from '@dvor/kernel';
import type { Finding } from '../core/index.js';
import type { ReadingOutcome } from '../intake/given-reading.js';
import type { ReadMeter, UnreadPart } from './read-meters.js';

/** A row of `reading_registry_rows` but for its place. */
export interface RowToKeep {
  readonly line: number;
  readonly account: string;
  readonly serial: string;
  readonly resource: string | null;
  readonly value: string;
  readonly taken_on: string | null;
  readonly meter_id: MeterId | null;
  readonly outcome: 'taken' | 'same' | 'held' | 'refused';
  readonly code: string | null;
  readonly details: Readonly<Record<string, string | number>>;
  readonly findings: readonly Finding[];
  readonly reading_id: string | null;
  readonly doubt_id: string | null;
}

export function rowOfReading(meter: ReadMeter, meterId: MeterId | null, outcome: ReadingOutcome): RowToKeep {
  const { line, account, serial, resource, value, date } = meter;
  return {
    ...{ line, account, serial, resource, meter_id: meterId, taken_on: formatDate(date) },
    value: typeof value === 'string' ? value : Object.values(value).join(' / '),
    ...resultOf(outcome),
  };
}

type Result = Pick<RowToKeep, 'outcome' | 'code' | 'details' | 'findings' | 'reading_id' | 'doubt_id'>;
const NOTHING = { code: null, details: {}, findings: [], reading_id: null, doubt_id: null };

function resultOf(outcome: ReadingOutcome): Result {
  switch (outcome.kind) {
    case 'taken':
      return { ...NOTHING, outcome: 'taken', reading_id: outcome.id, findings: outcome.findings };
    case 'same':
      return { ...NOTHING, outcome: 'same', reading_id: outcome.id };
    case 'held':
      return { ...NOTHING, outcome: 'held', doubt_id: outcome.doubtId, findings: outcome.findings };
    case 'confirm': // a bank can't be asked
      return { ...NOTHING, outcome: 'refused', code: 'reading.implausible', findings: outcome.findings };
    case 'refused': {
      const { code, details, findings = [] } = outcome;
      return { ...NOTHING, outcome: 'refused', code, details, findings };
    }
  }
}

export function rowOfUnread({ line, account, value, reason }: UnreadPart): RowToKeep {
  return {
    ...NOTHING,
    ...{ line, account, serial: '', resource: null, value, taken_on: null, meter_id: null },
    ...{ outcome: 'refused', code: reason },
  };
}
