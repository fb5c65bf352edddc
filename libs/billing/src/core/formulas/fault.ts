import type { DetailValue } from '@dvor/kernel';

/** What is wrong with a formula; the screens fill their texts from the details. */
export type FormulaFaultCode =
  | 'empty'
  /** More than `most` characters. */
  | 'too-long'
  /** Brackets within brackets, more than `most` of them. */
  | 'too-deep'
  /** A sign that means nothing here. */
  | 'bad-character'
  /** A number with more digits than any tariff has, or with two commas. */
  | 'bad-number'
  | 'open-quote'
  | 'open-bracket'
  /** Neither a quantity, nor a function, nor a unit; `near` is the likeliest of them. */
  | 'unknown-name'
  /** A number, a quantity or a bracket has to stand here. */
  | 'value-expected'
  /** The formula was over, and something follows. */
  | 'operator-expected'
  /** min and max want at least two, если three. */
  | 'argument-count'
  /** объём wants the code of a service in quotation marks. */
  | 'service-expected'
  | 'unknown-service'
  /** A sum, a difference, a comparison or a choice of different units. */
  | 'unit-mismatch'
  /** A comparison stands where a number has to, or the other way round. */
  | 'condition-misplaced'
  | 'condition-expected'
  /** What comes out are not roubles. */
  | 'not-roubles';

/** An ordinary outcome of reading a formula: where it fails, why, and what its mend needs to be told. */
export class FormulaFault {
  constructor(
    readonly code: FormulaFaultCode,
    /** The part of the text at fault: characters from `at`, `length` of them. */
    readonly place: Place,
    readonly details: Readonly<Record<string, DetailValue>> = {},
  ) {}
}

export interface Place {
  readonly at: number;
  readonly length: number;
}
