import type { LocalDate, Period, ServiceId, SupplierId, UserId } from '@dvor/kernel';
import type { BroughtReading } from '@dvor/metering';
import type { Recording, Tx } from '@dvor/platform';
import type { ColumnMap, Content, Field } from '../reading/field.js';
import type { RowProblem } from '../reading/problems.js';

export const IMPORT_KINDS = [
  'houses',
  'premises',
  'accounts',
  'residents',
  'meters',
  'readings',
  'opening-balances',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What the user says of the whole load. */
export interface ImportSettings {
  /** From which day on what the file says is true, where no column tells. */
  readonly from?: string | undefined;
  /** Of addresses that have no city. */
  readonly city?: string | undefined;
  /** Are houses that are not in the books made? Else their rows are bad. */
  readonly makeHouses?: boolean | undefined;
  /** Opening balances: service and recipient where no column tells. */
  readonly serviceId?: ServiceId | undefined;
  readonly supplierId?: SupplierId | undefined;
}

/** A load that is being checked or written. */
export interface Load {
  readonly id: string;
  readonly settings: ImportSettings;
  readonly from: LocalDate;
  readonly today: LocalDate;
  /** The first month that is open in the ledger. */
  readonly openMonth: Period;
  readonly timeZone: string;
  readonly recording: Recording & { readonly by: UserId | null };
}

export interface StagedRow {
  readonly line: number;
  readonly content: Content;
  readonly key: string | null;
  readonly place: string;
  /** Found bad before it was compared with the books. */
  readonly bad: boolean;
}

export type Verdict = 'new' | 'change' | 'same' | 'bad';

/** What a row added to the books, and what stood there before it changed something: for undoing it. */
export interface Made {
  readonly house?: string;
  readonly premises?: readonly string[];
  readonly account?: string;
  readonly meter?: string;
  readonly parties?: readonly string[];
  /** Whom it registered. */
  readonly residents?: readonly string[];
  /** Premises that were there before and got facts. */
  readonly touched?: string;
  readonly reading?: BroughtReading;
  /** A doubtful reading that is held back. */
  readonly doubt?: string;
  /** A ledger entry's key. */
  readonly entry?: string;
  readonly before?: readonly Before[];
}

export type Before =
  | {
      readonly of: 'premises';
      readonly id: string;
      readonly from: string;
      readonly values: Readonly<Record<string, string | null>>;
    }
  | {
      readonly of: 'house';
      readonly id: string;
      readonly from: string;
      readonly values: Readonly<Record<string, string | number | null>>;
    }
  | { readonly of: 'payer'; readonly id: string; readonly from: string; readonly payerId: string }
  | { readonly of: 'party'; readonly id: string; readonly values: Readonly<Record<string, string | null>> }
  | {
      readonly of: 'residency';
      readonly id: string;
      readonly partyId: string;
      readonly kind: 'permanent' | 'temporary';
      readonly from: string;
      readonly until: string | null;
    }
  | { readonly of: 'ids'; readonly id: string; readonly els: string | null; readonly izhku: string | null };

/** What rows of some places come to beside the books as they are now. */
export interface Judgement {
  readonly verdicts: ReadonlyMap<number, Verdict>;
  readonly problems: readonly RowProblem[];
  /** Writes what is new and changed, in the same transaction; tells what each line made. */
  readonly write: (tx: Tx) => Promise<ReadonlyMap<number, Made>>;
}

/** One kind of load: what its table holds, and what its rows mean. */
export interface KindOfImport {
  readonly kind: ImportKind;
  readonly title: string;
  readonly fields: readonly Field[];
  /** Of each group at least one field must be read from the file. */
  readonly needed: readonly (readonly string[])[];
  /**
   * `key`: rows of the same key are shown to `twice`; `place`: rows that are judged and written together.
   * `null`: the row lacks what it takes.
   */
  readonly identify: (
    content: Content,
    settings: ImportSettings,
  ) => { readonly key: string; readonly place: string } | null;
  /** What is wrong between rows of one key. */
  readonly twice: (rows: readonly StagedRow[]) => RowProblem[];
  /** Rows of whole places. */
  readonly judge: (tx: Tx, rows: readonly StagedRow[], load: Load) => Promise<Judgement>;
}

/** Groups of needed fields of which the map reads none. */
export function missingFields({ needed }: Pick<KindOfImport, 'needed'>, map: ColumnMap): string[][] {
  return needed.filter((group) => !group.some((field) => field in map)).map((group) => [...group]);
}

/** Every line but the first says again what that one says. */
export function sayTwice(rows: readonly StagedRow[]): RowProblem[] {
  const [first, ...others] = [...rows].sort((a, b) => a.line - b.line);
  return others.map(({ line, key }) => ({
    line,
    field: null,
    value: key,
    severity: 'error',
    code: 'row.twice',
    details: { first: first!.line },
  }));
}

/** Collects verdicts and problems; an error makes a row bad whatever else is said of it. */
export class Verdicts {
  readonly verdicts = new Map<number, Verdict>();
  readonly problems: RowProblem[] = [];

  constructor(rows: readonly StagedRow[]) {
    for (const { line, bad } of rows) if (bad) this.verdicts.set(line, 'bad');
  }

  isBad(line: number): boolean {
    return this.verdicts.get(line) === 'bad';
  }

  set(line: number, verdict: Verdict): void {
    if (!this.isBad(line)) this.verdicts.set(line, verdict);
  }

  tell(problem: RowProblem): void {
    this.problems.push(problem);
    if (problem.severity === 'error') this.verdicts.set(problem.line, 'bad');
  }

  refuse(line: number, code: RowProblem['code'], about: Partial<RowProblem> = {}): void {
    this.tell({ line, field: null, value: null, severity: 'error', code, ...about });
  }

  warn(line: number, code: RowProblem['code'], about: Partial<RowProblem> = {}): void {
    this.tell({ line, field: null, value: null, severity: 'warning', code, ...about });
  }
}
