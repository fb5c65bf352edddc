import { type Money } from '@dvor/kernel';
import type { FormulaUnits } from './check-units.js';
import { computeFormula, DividedByZero } from './compute-formula.js';
import { FormulaFault } from './fault.js';
import { Fraction } from './fraction.js';
import { type Formula, readFormula } from './read-formula.js';

/** Figures of a whole month for which somebody has reckoned the charge by hand. */
export interface BenchCase {
  readonly name: string;
  /** By the names of the formula's inputs: `{ площадь: '52.3', тариф: '31.50' }`. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly expected: Money;
}

/** What a formula makes of a case. `amount` is null where it makes nothing, and `why` says what is wrong. */
export interface BenchOutcome {
  readonly passed: boolean;
  readonly amount: Money | null;
  readonly why: 'fault' | 'no-input' | 'bad-input' | 'division-by-zero' | 'negative-result' | null;
  /** The input that is missing or can't be. */
  readonly input: string | null;
}

/** Holds a formula's text against the cases. */
export function runBench(text: string, units: FormulaUnits, cases: readonly BenchCase[]): BenchOutcome[] {
  const formula = readFormula(text, units);
  return cases.map((one) => (formula instanceof FormulaFault ? failed('fault') : outcomeOf(formula, one)));
}

function outcomeOf(formula: Formula, { inputs, expected }: BenchCase): BenchOutcome {
  for (const { name } of formula.inputs) {
    const figure = Object.hasOwn(inputs, name) ? inputs[name]!.trim() : '';
    if (figure === '') return failed('no-input', name);
    if (!PLAIN.test(figure)) return failed('bad-input', name);
  }
  const value = computeFormula(formula.expression, (name) => Fraction.parse(inputs[name]!.trim().replace(',', '.')));
  if (value instanceof DividedByZero) return failed('division-by-zero');
  if (value.isNegative) return failed('negative-result');
  const amount = value.toMoney();
  return { passed: amount.equals(expected), amount, why: null, input: null };
}

/** A decimal that isn't below zero, or a whole number of them: `25.4/6`. */
const PLAIN = /^\d{1,18}([.,]\d{1,18})?(\/[1-9]\d{0,8})?$/;

function failed(why: NonNullable<BenchOutcome['why']>, input: string | null = null): BenchOutcome {
  return { passed: false, amount: null, why, input };
}
