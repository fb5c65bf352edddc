/** What is read from a column, and how its text becomes a value. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** Heading of the template; also a way to recognise the column. */
  readonly title: string;
  readonly english: string;
  /** Other headings under which programs and people keep it. */
  readonly synonyms: readonly string[];
  /** For the template. */
  readonly example: string;
  /** Of a choice: what may stand there, in the words that are met. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
}

export type FieldType =
  | 'text'
  | 'number' // of an account, a premises, a meter: digits and letters
  | 'name'
  | 'area'
  | 'decimal'
  | 'reading' // the figures of a dial, none of them rounded away
  | 'money'
  | 'count'
  | 'day' // of our time
  | 'birthday'
  | 'deadline' // a day that may lie years ahead
  | 'month'
  | 'share'
  | 'phone'
  | 'email'
  | 'inn'
  | 'snils'
  | 'els'
  | 'izhku'
  | 'uuid'
  | 'year'
  | 'choice';

/** What stands in a row by field: canonical texts, `45.30`, `2026-10-31`, `1/3`. What is missing or unreadable is not there. */
export type Content = Readonly<Record<string, string>>;

/** Which column (from 0) a field is read from. */
export type ColumnMap = Readonly<Record<string, number>>;
