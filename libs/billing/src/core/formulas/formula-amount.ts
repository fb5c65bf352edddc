import { type Decimal, type Money } from '@dvor/kernel';
import type { FormulaWorking } from '../working/working.js';
import { computeFormula, DividedByZero, type FormulaFigures, volumeExpression } from './compute-formula.js';
import type { Expression } from './expression.js';
import { FormulaFault } from './fault.js';
import { Fraction } from './fraction.js';
import { parseFormula } from './parse-formula.js';

// P = Σ(f(inputs of the span) · days) / of, rounded once
// (52.3 м² · 31.50 · 10 + 60 м² · 31.50 · 21) / 31 = 1811.7967… → 1811.80

/** What a working's spans come to. @throws RangeError on a working that no charge has made */
export function formulaAmount(working: Pick<FormulaWorking, 'text' | 'inputs' | 'parts' | 'of'>): Money {
  return weighed(expressionOf(working.text), working).toMoney();
}

/** The volume that the tariff is multiplied by; null where the formula gives roubles only. */
export function formulaVolume(working: Pick<FormulaWorking, 'text' | 'inputs' | 'parts' | 'of'>): Decimal | null {
  const volume = volumeExpression(expressionOf(working.text));
  return volume && weighed(volume, working).toDecimal();
}

/** What one span would come to in a whole month. */
export function spanFigure(
  text: string,
  inputs: FormulaWorking['inputs'],
  figures: FormulaWorking['parts'][number]['figures'],
): Fraction {
  return figureOf(expressionOf(text), inputs, figures);
}

function weighed(
  expression: Expression,
  { inputs, parts, of }: Pick<FormulaWorking, 'inputs' | 'parts' | 'of'>,
): Fraction {
  const sum = parts.reduce(
    (total, { days, figures }) => total.plus(figureOf(expression, inputs, figures).times(Fraction.of(days))),
    Fraction.zero,
  );
  return sum.times(Fraction.reduced(1n, BigInt(of)));
}

function figureOf(expression: Expression, inputs: FormulaWorking['inputs'], figures: readonly string[]): Fraction {
  const found = computeFormula(expression, figuresOf(inputs, figures));
  if (found instanceof DividedByZero) throw new RangeError(`the formula divides by zero at ${found.place.at}`);
  return found;
}

/** Figures in the order of the inputs, by their names. */
export function figuresOf(inputs: FormulaWorking['inputs'], figures: readonly string[]): FormulaFigures {
  return (name) => {
    const figure = figures[inputs.findIndex(([input]) => input === name)];
    if (figure === undefined) throw new RangeError(`the formula has no figure for ${name}`);
    return Fraction.parse(figure);
  };
}

function expressionOf(text: string): Expression {
  const expression = parseFormula(text);
  if (expression instanceof FormulaFault) throw new RangeError(`the formula can't be read: ${expression.code}`);
  return expression;
}
