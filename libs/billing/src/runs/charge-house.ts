import type { Period } from '@dvor/kernel';
import { chargeBy } from '../core/charge.js';
import {
  type CarriedVolume,
  type ChargeLine,
  evaluate,
  FiguresMissing,
  type HouseCharge,
  type HouseFacts,
  type HouseFigures,
  type Parked,
  type ServiceRule,
} from '../core/index.js';
import type { MethodsOfCharge } from '../core/methods/methods.js';
import { eachLine, methodsFor } from '../core/methods/methods-for.js';
import type { LoadedHouse } from '../load/loaded-house.js';
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
  /** What it divided between its accounts. */
  readonly figures: HouseFigures | null;
  readonly idsOf: (line: ChargeLine) => LineIds;
}

/**
 * Charges a loaded house. Facts that the engine throws on park the house, not its whole chunk.
 *
 * @throws FiguresMissing where only some accounts of the house are asked for, and they need more of it than is known
 */
export function chargeHouse({ facts, book, oneOffs, corrections }: LoadedHouse, period: Period): ChargedHouse {
  const ruleOf = new Map<ChargeLine, ServiceRule>();
  const plain = methodsFor(facts);
  const methods = book.changesSupplier ? noting(plain, ruleOf) : plain;
  const { lines, benefits, parked, carry, figures } = chargedOrParked(methods, facts, period);
  const idsOf = (line: ChargeLine): LineIds => {
    if (line.working.formula === 'one-off') return oneOffs!.get(line.working.act.id)!;
    if (line.working.formula === 'manual' || line.working.formula === 'fine')
      return corrections!.get(line.working.item)!;
    const ids = book.idsOf(line.premises).get(line.service)!;
    const rule = ruleOf.get(line);
    return rule ? { ...ids, supplierId: book.supplierOf(rule) } : ids;
  };
  return { lines, benefits, parked, carry, figures, idsOf };
}

function chargedOrParked(
  methods: MethodsOfCharge,
  facts: HouseFacts,
  period: Period,
): Pick<HouseCharge, 'lines' | 'benefits' | 'carry' | 'figures'> & Pick<ChargedHouse, 'parked'> {
  try {
    const charged = chargeBy(methods, facts, period);
    for (const line of [...charged.lines, ...charged.benefits]) assertFollows(line);
    return charged;
  } catch (error) {
    if (error instanceof FiguresMissing) throw error;
    return {
      lines: [],
      benefits: [],
      carry: [],
      figures: null,
      parked: [{ premises: null, service: null, code: 'engine-fault', details: { message: String(error) } }],
    };
  }
}

/** No line is written that its own working does not come to. */
function assertFollows({ premises, service, part, amount, working }: ChargeLine): void {
  const again = evaluate(working);
  if (!again.equals(amount)) {
    throw new Error(`account ${premises}, ${service} ${part}: charged ${amount}, its working comes to ${again}`);
  }
}

/** A line names its service; where an account gets that from two suppliers in turn, its rule tells whose the line is. */
function noting(methods: MethodsOfCharge, ruleOf: Map<ChargeLine, ServiceRule>): MethodsOfCharge {
  return eachLine(methods, (line, rule) => {
    ruleOf.set(line, rule);
    return line;
  });
}
