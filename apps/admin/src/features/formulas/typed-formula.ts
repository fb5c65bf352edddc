import { numberText, typedNumber, typedText } from '../../lib/basis/typed.js';
import type { Formula, FormulaCase, FormulaUnit, FormulaVersion, NormBase } from './api.js';

/** A formula as it stands in the form. */
export interface TypedFormula {
  readonly name: string;
  readonly code: string;
  readonly text: string;
  readonly unit: FormulaUnit;
  readonly normPer: NormBase;
  readonly act: string;
  readonly clause: string;
  readonly note: string;
  readonly cases: readonly TypedCase[];
}

export interface TypedCase {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly expected: string;
}

/** The draft, or, where there is none, the latest version: the next one begins as it. */
export function typedFormula(formula: Formula | null): TypedFormula {
  const version = formula?.versions[0];
  return {
    name: formula?.name ?? '',
    code: formula?.code ?? '',
    text: version?.text ?? '',
    unit: version?.unit ?? 'm2',
    normPer: version?.normPer ?? 'person',
    act: version?.act ?? '',
    clause: version?.clause ?? '',
    note: version?.note ?? '',
    cases: (version?.cases ?? []).map(typedCase),
  };
}

function typedCase({ name, inputs, expected }: FormulaVersion['cases'][number]): TypedCase {
  const typed = Object.entries(inputs).map(([input, figure]) => [input, numberText(figure)] as const);
  return { name, inputs: Object.fromEntries(typed), expected: numberText(expected) };
}

export function formulaBody({ name, text, unit, normPer, act, clause, note, cases }: TypedFormula) {
  return {
    ...{ name: name.trim(), text: text.trim(), unit, normPer },
    ...{ act: typedText(act), clause: typedText(clause), note: typedText(note) },
    cases: cases.map(caseBody),
  };
}

export function caseBody({ name, inputs, expected }: TypedCase, place: number): FormulaCase {
  const figures = Object.entries(inputs).map(([input, figure]) => [input, typedNumber(figure) ?? ''] as const);
  return {
    name: name.trim() || String(place + 1),
    inputs: Object.fromEntries(figures),
    expected: typedNumber(expected) ?? '',
  };
}

export function isSum(typed: string): boolean {
  return /^\d{1,12}(\.\d{1,2})?$/.test(typedNumber(typed) ?? '');
}
