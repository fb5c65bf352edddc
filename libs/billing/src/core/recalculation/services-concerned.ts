import type { ServiceRule } from '../facts.js';
import { partsOf } from '../formulas/expression.js';
import { FormulaFault } from '../formulas/fault.js';
import { parseFormula } from '../formulas/parse-formula.js';

/** Services of a house by their codes. */
export interface ServicesConcerned {
  /** What a change may have moved. */
  readonly compared: ReadonlySet<string>;
  /** Those, and the services whose volumes they are charged by. */
  readonly charged: ReadonlySet<string>;
}

/**
 * Which services a change of the tariff or norm of some may move: those themselves and, where volumes may have changed,
 * all that are charged by their volumes. Hot water made in the house takes the tariffs of what it is made of; where acts
 * on quality are, tepid hot water is paid as cold.
 */
export function servicesConcerned(
  rules: readonly ServiceRule[],
  changed: ReadonlySet<string>,
  { ratesOnly, quality }: { ratesOnly: boolean; quality: boolean },
): ServicesConcerned {
  const compared = new Set(changed);
  const cold = rules.filter((rule) => isOf(rule, 'cold-water')).map(({ code }) => code);
  const asCold = quality && cold.some((code) => changed.has(code));
  for (const rule of rules)
    if (rule.method === 'hot-water-made-in-house' || (asCold && isOf(rule, 'hot-water'))) compared.add(rule.code);
  if (!ratesOnly) grow(compared, rules, (rule) => needs(rule, rules).some((code) => compared.has(code)) && [rule.code]);
  const charged = new Set([...compared, ...(quality ? cold : [])]);
  grow(charged, rules, (rule) => charged.has(rule.code) && needs(rule, rules));
  return { compared, charged };
}

function isOf(rule: ServiceRule, resource: string): boolean {
  return (rule.resource ?? rule.code) === resource && rule.method !== 'common';
}

/** Adds what the rules add, until none adds anything. */
function grow(
  codes: Set<string>,
  rules: readonly ServiceRule[],
  more: (rule: ServiceRule) => readonly string[] | false,
): void {
  for (let size = -1; size !== codes.size;) {
    size = codes.size;
    for (const rule of rules) for (const code of more(rule) || []) codes.add(code);
  }
}

/** Codes of the services whose volumes a service is charged by. */
function needs(rule: ServiceRule, rules: readonly ServiceRule[]): readonly string[] {
  switch (rule.method) {
    case 'sewage':
      return rule.of;
    case 'common':
      return rule.mode === 'norm' ? [] : [rule.of, ...commonBesides(rule.of, rules)];
    case 'formula':
      return servicesOfFormula(rule.formula);
    default:
      return [];
  }
}

/** Sewage of common property is what runs off of the common water; cold water is less what the house heats of it. */
function commonBesides(of: string, rules: readonly ServiceRule[]): string[] {
  const inflows = rules.flatMap((rule) => (rule.code === of && rule.method === 'sewage' ? rule.of : []));
  return rules.flatMap((rule) => {
    if (rule.method === 'common' && inflows.includes(rule.of)) return [rule.code];
    return rule.method === 'hot-water-made-in-house' ? [rule.code] : [];
  });
}

function servicesOfFormula(formula: string | readonly { readonly text: string }[]): string[] {
  const texts = typeof formula === 'string' ? [formula] : formula.map(({ text }) => text);
  return texts.flatMap((text) => {
    const parsed = parseFormula(text);
    if (parsed instanceof FormulaFault) return []; // it is refused, and so nothing is charged by it
    return [...partsOf(parsed)].flatMap((part) => (part.kind === 'volume' ? [part.service] : []));
  });
}
