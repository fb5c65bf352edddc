import type { HouseFacts, ServiceRule } from '../facts.js';
import type { ChargeLine } from '../line.js';
import { Refusal } from '../refusal.js';
import { evaluate, volumeOf } from '../working/evaluate.js';
import { shownDecimals } from '../working/russian-figures.js';
import { METHODS, type MethodOfCharge, type MethodsOfCharge } from './methods.js';

/** The methods by which a house is charged: all alike, but for volumes that the organisation has chosen to round. */
export function methodsFor({ policy }: HouseFacts): MethodsOfCharge {
  return policy?.volumes === 'as-shown' ? eachLine(METHODS, withRoundedVolume) : METHODS;
}

/** The same methods with something done to every line that they make. */
export function eachLine(
  methods: MethodsOfCharge,
  change: (line: ChargeLine, rule: ServiceRule) => ChargeLine,
): MethodsOfCharge {
  const changed = Object.entries(methods as Record<string, MethodOfCharge>).map(([name, method]) => {
    const prepare: MethodOfCharge['prepare'] = (rule, house) => {
      const charge = method.prepare(rule, house);
      if (charge instanceof Refusal) return charge;
      return (premises, days) => {
        const lines = charge(premises, days);
        return lines instanceof Refusal ? lines : lines.map((line) => change(line, rule));
      };
    };
    return [name, { ...method, prepare }] as const;
  });
  return Object.fromEntries(changed) as unknown as MethodsOfCharge;
}

/** Policy, no rule of law: the volume is rounded as it is shown, and the money comes from that. */
function withRoundedVolume(line: ChargeLine): ChargeLine {
  if (line.volume === null || line.working.rate === null || line.working.formula === 'formula') return line;
  const working = { ...line.working, rounded: shownDecimals(line.working.unit) };
  return { ...line, working, volume: volumeOf(working).toDecimal(), amount: evaluate(working) };
}
