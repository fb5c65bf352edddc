import type { DetailValue } from '@dvor/kernel';
import type { TableEncoding, TableFormat, TableNote } from '@dvor/formats';
import type { ImportKind, ImportSettings } from '../kinds/kind.js';
import type { ColumnMap } from '../reading/field.js';
import type { ToldEncoding } from './open-file.js';

export const IMPORT_STATES = [
  'uploaded',
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A load as those see it who watch over it. */
export interface ImportSummary {
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly fileName: string;
  readonly format: TableFormat;
  readonly sheet: string | null;
  readonly sourceName: string | null;
  /** As the user said; `null`: to be found out. */
  readonly toldEncoding: ToldEncoding | null;
  /** 0: no headings. */
  readonly toldHeadingLine: number | null;
  /** As the file was read; `null` with loads of old. */
  readonly encoding: TableEncoding | null;
  readonly headingLine: number | null;
  readonly headings: readonly string[];
  readonly map: ColumnMap;
  readonly settings: ImportSettings;
  readonly notes: readonly TableNote[];
  /** Rows of the step that is going on: laid down, checked, written. */
  readonly rowsDone: number;
  /** `null` until the file has been read to its end. */
  readonly rowsTotal: number | null;
  readonly totals: ImportTotals | null;
  readonly failure: { readonly code: string; readonly details: Readonly<Record<string, DetailValue>> } | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly checkedAt: Date | null;
  readonly appliedAt: Date | null;
  readonly undoneAt: Date | null;
  /** From then on rows, problems and the file are gone, and no step can be taken. */
  readonly rowsClearedAt: Date | null;
}

/** To compare with what the sender said. Sums are of what could be read, each account or premises once. */
export interface ImportTotals {
  readonly rows: number;
  /** Accounts, premises, people, meters: what the load is of. */
  readonly things: number;
  readonly area: string;
  readonly persons: number;
  readonly amount: string;
  readonly penalty: string;
  readonly verdicts: Readonly<Record<'new' | 'change' | 'same' | 'bad', number>>;
  /** Rows with an error, or with something to look at. */
  readonly withErrors: number;
  readonly withWarnings: number;
}

/** SQL of a summary. */
export const IMPORT_COLUMNS = `
  i.id, i.kind, i.state, i.file_name as "fileName", i.format, i.sheet, i.source_name as "sourceName", i.headings,
  i.told_encoding as "toldEncoding", i.told_heading_line as "toldHeadingLine", i.encoding, i.heading_line as "headingLine",
  i.column_map as map, i.settings, i.notes, i.rows_done as "rowsDone", i.rows_total as "rowsTotal", i.totals, i.failure,
  i.created_at as "createdAt", (select name from users where users.id = i.created_by) as "createdBy",
  i.checked_at as "checkedAt", i.applied_at as "appliedAt", i.undone_at as "undoneAt", i.rows_cleared_at as "rowsClearedAt"`;
