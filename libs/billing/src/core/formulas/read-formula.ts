import { checkUnits, type FormulaUnits, variableDimension } from './check-units.js';
import { dimensionText, unitDimension } from './dimension.js';
import { type Expression, partsOf, volumeName } from './expression.js';
import { FormulaFault } from './fault.js';
import { parseFormula } from './parse-formula.js';
import type { VariableName } from './variables.js';

/** A formula that was read and whose units come out as roubles. */
export interface Formula {
  readonly expression: Expression;
  readonly inputs: readonly FormulaInput[];
  /** Codes of the services whose volumes it asks for. */
  readonly services: readonly string[];
  readonly uses: (name: VariableName) => boolean;
}

/** A quantity that the formula asks for, once, in the order of the text. */
export interface FormulaInput {
  readonly name: string;
  /** As printed: `м²`, `₽/м²`. */
  readonly unit: string;
}

/** Reads a formula and checks its units; nothing is computed. */
export function readFormula(text: string, units: FormulaUnits): Formula | FormulaFault {
  const expression = parseFormula(text);
  if (expression instanceof FormulaFault) return expression;
  const fault = checkUnits(expression, units);
  if (fault) return fault;
  const inputs = new Map<string, string>();
  const services = new Set<string>();
  for (const part of partsOf(expression)) {
    if (part.kind === 'variable') inputs.set(part.name, dimensionText(variableDimension(part.name, units)));
    if (part.kind !== 'volume') continue;
    services.add(part.service);
    inputs.set(volumeName(part.service), dimensionText(unitDimension(units.volume(part.service)!)));
  }
  return {
    expression,
    inputs: [...inputs].map(([name, unit]) => ({ name, unit })),
    services: [...services],
    uses: (name) => inputs.has(name),
  };
}
