import type { Period } from '@dvor/kernel';
import { chargeBy } from '../core/charge.js';
import type { CarriedVolume, ChargeLine, HouseCharge, HouseFacts, Parked, ServiceRule } from '../core/index.js';
import { METHODS, type MethodOfCharge, type MethodsOfCharge } from '../core/methods/methods.js';
import { Refusal } from '../core/refusal.js';
import type { LoadedHouse } from '../load/load-houses.js';
import type { LineIds } from '../load/rule-book.js';

/** A house that the engine could not make head or tail of; its neighbours are billed all the same. */
export interface ParkedByFault extends Omit<Parked, 'code'> {
  readonly code: Parked['code'] | 'engine-fault';
}

/** What a house came to, and under which ids its lines are written. */
export interface ChargedHouse {
  readonly lines: readonly ChargeLine[];
  readonly parked: readonly ParkedByFault[];
  /** Paid by social protection. */
  readonly benefits: readonly ChargeLine[];
  /** Negative common volumes that are left to the next month. */
  readonly carry: readonly CarriedVolume[];
  readonly idsOf: (line: ChargeLine) => LineIds;
}

/** Charges a loaded house. Facts that the engine throws on park the house, not its whole chunk. */
export function chargeHouse({ facts, book, oneOffs }: LoadedHouse, period: Period): ChargedHouse {
  const ruleOf = new Map<ChargeLine, ServiceRule>();
  const methods = book.changesSupplier ? noting(METHODS, ruleOf) : METHODS;
  const { lines, benefits, parked, carry } = chargedOrParked(methods, facts, period);
  const idsOf = (line: ChargeLine): LineIds => {
    if (line.working.formula === 'one-off') return oneOffs!.get(line.working.act.id)!;
    const ids = book.idsOf(line.premises).get(line.service)!;
    const rule = ruleOf.get(line);
    return rule ? { ...ids, supplierId: book.supplierOf(rule) } : ids;
  };
  return { lines, benefits, parked, carry, idsOf };
}

function chargedOrParked(
  methods: MethodsOfCharge,
  facts: HouseFacts,
  period: Period,
): Pick<HouseCharge, 'lines' | 'benefits' | 'carry'> & Pick<ChargedHouse, 'parked'> {
  try {
    return chargeBy(methods, facts, period);
  } catch (error) {
    return {
      lines: [],
      benefits: [],
      carry: [],
      parked: [{ premises: null, service: null, code: 'engine-fault', details: { message: String(error) } }],
    };
  }
}

/** A line names its service; where an account gets that from two suppliers in turn, its rule tells whose the line is. */
function noting(methods: MethodsOfCharge, ruleOf: Map<ChargeLine, ServiceRule>): MethodsOfCharge {
  const noted = Object.entries(methods as Record<string, MethodOfCharge>).map(([name, method]) => {
    const prepare: MethodOfCharge['prepare'] = (rule, house) => {
      const charge = method.prepare(rule, house);
      if (charge instanceof Refusal) return charge;
      return (premises, days) => {
        const lines = charge(premises, days);
        if (!(lines instanceof Refusal)) for (const line of lines) ruleOf.set(line, rule);
        return lines;
      };
    };
    return [name, { ...method, prepare }] as const;
  });
  return Object.fromEntries(noted) as unknown as MethodsOfCharge;
}
