import type { FormulaUnit } from './dimension.js';
import type { Place } from './fault.js';
import type { Fraction } from './fraction.js';
import type { VariableName } from './variables.js';

/** A formula as it was read; every part knows its place in the text. */
export type Expression = Place &
  (
    | { readonly kind: 'number'; readonly value: Fraction }
    | { readonly kind: 'unit'; readonly unit: FormulaUnit }
    | { readonly kind: 'variable'; readonly name: VariableName }
    | { readonly kind: 'volume'; readonly service: string }
    | { readonly kind: 'minus'; readonly of: Expression }
    | { readonly kind: 'binary'; readonly sign: Arithmetic; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'comparison'; readonly sign: Comparison; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'logic'; readonly sign: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'choice'; readonly of: 'min' | 'max'; readonly among: readonly Expression[] }
    | {
        readonly kind: 'if';
        readonly condition: Expression;
        readonly then: Expression;
        readonly otherwise: Expression;
      }
  );

export type Arithmetic = '+' | '-' | '*' | '/';
export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '<>';

/** The parts of an expression, itself first. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  switch (expression.kind) {
    case 'minus':
      yield* partsOf(expression.of);
      break;
    case 'binary':
    case 'comparison':
    case 'logic':
      yield* partsOf(expression.left);
      yield* partsOf(expression.right);
      break;
    case 'choice':
      for (const one of expression.among) yield* partsOf(one);
      break;
    case 'if':
      yield* partsOf(expression.condition);
      yield* partsOf(expression.then);
      yield* partsOf(expression.otherwise);
      break;
    case 'number':
    case 'unit':
    case 'variable':
    case 'volume':
  }
}

/** What a working keeps the volume of a service under. */
export function volumeName(service: string): string {
  return `объём("${service}")`;
}
