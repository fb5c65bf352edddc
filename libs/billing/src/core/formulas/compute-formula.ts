import { type Expression, partsOf, volumeName } from './expression.js';
import type { Place } from './fault.js';
import { Fraction } from './fraction.js';

/** Figures by the names that workings have them under. */
export type FormulaFigures = (name: string) => Fraction;

/** Where a formula divided by zero. */
export class DividedByZero {
  constructor(readonly place: Place) {}
}

/**
 * A formula's value, exact. Only the branch that is chosen is computed, so that `если(прописано > 0 чел; … / прописано;
 * 0 ₽)` divides where it can. The units have been checked before.
 */
export function computeFormula(expression: Expression, figures: FormulaFigures): Fraction | DividedByZero {
  try {
    return figureOf(expression, figures);
  } catch (error) {
    if (error instanceof Stopped) return new DividedByZero(error.place);
    throw error;
  }
}

/** Carries a division by zero out of the depth where it was met; it never leaves this file. */
class Stopped extends Error {
  constructor(readonly place: Place) {
    super('divided by zero');
  }
}

function figureOf(part: Expression, figures: FormulaFigures): Fraction {
  switch (part.kind) {
    case 'number':
      return part.value;
    case 'unit':
      return Fraction.one;
    case 'variable':
      return figures(part.name);
    case 'volume':
      return figures(volumeName(part.service));
    case 'minus':
      return figureOf(part.of, figures).negated();
    case 'binary': {
      const [left, right] = [figureOf(part.left, figures), figureOf(part.right, figures)];
      if (part.sign === '+') return left.plus(right);
      if (part.sign === '-') return left.minus(right);
      if (part.sign === '*') return left.times(right);
      const quotient = left.dividedBy(right);
      if (!quotient) throw new Stopped({ at: part.right.at, length: part.right.length });
      return quotient;
    }
    case 'choice':
      return part.among
        .map((one) => figureOf(one, figures))
        .reduce((best, one) => (one.compare(best) < 0 === (part.of === 'min') ? one : best));
    case 'if':
      return figureOf(holds(part.condition, figures) ? part.then : part.otherwise, figures);
    case 'comparison':
    case 'logic':
      throw new TypeError(`a condition is no figure: ${part.kind}`); // the check of units lets none through
  }
}

function holds(part: Expression, figures: FormulaFigures): boolean {
  if (part.kind === 'logic') {
    if (part.sign === 'and') return holds(part.left, figures) && holds(part.right, figures);
    return holds(part.left, figures) || holds(part.right, figures);
  }
  if (part.kind !== 'comparison') throw new TypeError(`a figure is no condition: ${part.kind}`);
  const order = figureOf(part.left, figures).compare(figureOf(part.right, figures));
  switch (part.sign) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
  }
}

/**
 * The formula without its tariff, where that stands once as a factor of the whole: what is left is a volume in the
 * service's unit. `null`: the formula gives roubles only.
 */
export function volumeExpression(expression: Expression): Expression | null {
  if (expression.kind === 'variable' && expression.name === 'тариф')
    return { kind: 'number', value: Fraction.one, at: expression.at, length: expression.length };
  if (expression.kind !== 'binary' || (expression.sign !== '*' && expression.sign !== '/')) return null;
  const left = volumeExpression(expression.left);
  if (left) return mentionsTariff(expression.right) ? null : { ...expression, left };
  const right = expression.sign === '*' ? volumeExpression(expression.right) : null;
  return right && !mentionsTariff(expression.left) ? { ...expression, right } : null;
}

function mentionsTariff(expression: Expression): boolean {
  for (const part of partsOf(expression)) if (part.kind === 'variable' && part.name === 'тариф') return true;
  return false;
}
