export { type BenchCase, type BenchOutcome, runBench } from './bench.js';
export { type FormulaUnits, NORM_BASES } from './check-units.js';
export { FormulaFault, type FormulaFaultCode, type Place } from './fault.js';
export { type Formula, type FormulaInput, readFormula } from './read-formula.js';
export { MOST_CHARACTERS } from './split-tokens.js';
export { type FunctionName, VARIABLE_NAMES, type VariableName } from './variables.js';
