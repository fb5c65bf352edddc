import type { NormBase, Unit } from '../facts.js';
import { type Dimension, dimensionText, NUMBER, product, ROUBLES, sameDimension, unitDimension } from './dimension.js';
import type { Expression } from './expression.js';
import { FormulaFault } from './fault.js';
import type { VariableName } from './variables.js';

/** In what the figures of a formula that are not the account's own are measured. */
export interface FormulaUnits {
  /** Roubles per this is the tariff. */
  readonly unit: Unit;
  /** The norm is so many units for each of these. */
  readonly normPer: NormBase;
  /** Unit of another service's volume; `null`: there is no such service. */
  readonly volume: (service: string) => Unit | null;
}

export const NORM_BASES = ['person', 'm2', 'premises'] as const satisfies readonly NormBase[];

/** `null`: every sum and comparison is of like with like, and roubles come out. */
export function checkUnits(formula: Expression, units: FormulaUnits): FormulaFault | null {
  const found = dimensionOf(formula, units);
  if (found instanceof FormulaFault) return found;
  if (found === 'condition') return new FormulaFault('condition-misplaced', placeOf(formula));
  if (sameDimension(found, ROUBLES)) return null;
  return new FormulaFault('not-roubles', placeOf(formula), { unit: dimensionText(found) });
}

type Measured = Dimension | 'condition';

function dimensionOf(part: Expression, units: FormulaUnits): Measured | FormulaFault {
  switch (part.kind) {
    case 'number':
      return NUMBER;
    case 'unit':
      return unitDimension(part.unit);
    case 'variable':
      return variableDimension(part.name, units);
    case 'volume': {
      const unit = units.volume(part.service);
      if (unit) return unitDimension(unit);
      return new FormulaFault('unknown-service', placeOf(part), { service: part.service });
    }
    case 'minus':
      return figureOf(part.of, units);
    case 'binary': {
      const left = figureOf(part.left, units);
      if (left instanceof FormulaFault) return left;
      const right = figureOf(part.right, units);
      if (right instanceof FormulaFault) return right;
      if (part.sign === '*' || part.sign === '/') return product(left, right, part.sign === '*' ? 1 : -1);
      return sameDimension(left, right) ? left : mismatch(part, left, right);
    }
    case 'comparison': {
      const compared = likeOnes(part, [part.left, part.right], units);
      return compared instanceof FormulaFault ? compared : 'condition';
    }
    case 'logic':
      return conditionFault(part.left, units) ?? conditionFault(part.right, units) ?? 'condition';
    case 'choice':
      return likeOnes(part, part.among, units);
    case 'if':
      return conditionFault(part.condition, units) ?? likeOnes(part, [part.then, part.otherwise], units);
  }
}

export function variableDimension(name: VariableName, { unit, normPer }: Omit<FormulaUnits, 'volume'>): Dimension {
  switch (name) {
    case 'площадь':
    case 'жилая площадь':
    case 'площадь дома':
    case 'площадь общего имущества':
      return unitDimension('m2');
    case 'прописано':
    case 'проживающих':
    case 'собственников':
      return unitDimension('person');
    case 'помещений':
      return unitDimension('premises');
    case 'тариф':
      return product(ROUBLES, unitDimension(unit), -1);
    case 'норматив':
      return product(unitDimension(unit), unitDimension(normPer), -1);
    case 'дней':
    case 'дней в месяце':
      return unitDimension('day');
  }
}

/** What is neither a comparison nor made of unlike things. */
function figureOf(part: Expression, units: FormulaUnits): Dimension | FormulaFault {
  const found = dimensionOf(part, units);
  return found === 'condition' ? new FormulaFault('condition-misplaced', placeOf(part)) : found;
}

/** The one unit of several parts. */
function likeOnes(whole: Expression, parts: readonly Expression[], units: FormulaUnits): Dimension | FormulaFault {
  let first: Dimension | null = null;
  for (const part of parts) {
    const found = figureOf(part, units);
    if (found instanceof FormulaFault) return found;
    if (first && !sameDimension(first, found)) return mismatch(whole, first, found);
    first ??= found;
  }
  return first!;
}

function conditionFault(part: Expression, units: FormulaUnits): FormulaFault | null {
  const found = dimensionOf(part, units);
  if (found instanceof FormulaFault) return found;
  return found === 'condition' ? null : new FormulaFault('condition-expected', placeOf(part));
}

function mismatch(part: Expression, left: Dimension, right: Dimension): FormulaFault {
  return new FormulaFault('unit-mismatch', placeOf(part), { left: dimensionText(left), right: dimensionText(right) });
}

function placeOf({ at, length }: Expression) {
  return { at, length };
}
