import { decimal, type LocalDate } from '@dvor/kernel';
import type { From, HouseFacts, ServiceRule, Zones } from './facts.js';
import { holdsOn, onDay, premisesOn } from './like-day.js';

// ПП 354, п. 118: the fee of one month by the norm, whether there is a meter or not, at the tariff of the day
// Two persons, 4.29 m³ each at 42.30 roubles: 2 · 4.29 · 42.30 = 362.93

/**
 * A house's month as it would be if all of it were like one day of it and no premises had a meter: services by volume are
 * then charged by norm and persons. The norm is not raised, nobody is away, nothing is let off or corrected. Of a tariff by
 * zones, which a norm does not know, the dearest price stands: a debtor is not cut off for the program's guess.
 *
 * Norms are of dwellings: premises of other kinds are left out. Services that are divided by the house, or charged by the organisation's own formula, are left out: one debtor has no fee
 * by norm there.
 */
export function normMonth(facts: HouseFacts, day: LocalDate): HouseFacts {
  return {
    house: { id: facts.house.id },
    services: facts.services.filter((rule) => BY_NORM.has(rule.method) && holdsOn(rule, day)).map(ruleOn(day)),
    premises: facts.premises
      .filter((one) => one.kind !== 'nonresidential' && holdsOn(one, day))
      .map((one) => premisesOn(one, day)),
  };
}

const BY_NORM: ReadonlySet<ServiceRule['method']> = new Set([
  ...(['metered', 'social-norm', 'hot-water', 'sewage'] as const),
  ...(['person', 'units', 'flat', 'area'] as const),
]);

function ruleOn(day: LocalDate): (rule: ServiceRule) => ServiceRule {
  return (rule) => {
    const { tariffs, norms } = rule as { readonly tariffs: readonly From[]; readonly norms?: readonly From[] | null };
    return {
      ...rule,
      ...{ from: null, to: null, excess: null },
      tariffs: onDay(tariffs, day).map(dearest),
      norms: onDay(norms ?? [], day),
    } as unknown as ServiceRule; // of one and the same method as before
  };
}

/** Prices by zones, wherever in a tariff they stand, give way to the highest of them. */
function dearest<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(dearest) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, isZones(name, one) ? highest(one) : dearest(one as unknown)]),
  ) as Value;
}

function isZones(name: string, value: unknown): value is Zones {
  return ['rate', 'within', 'above'].includes(name) && typeof value === 'object' && value !== null;
}

function highest(zones: Zones): string {
  return Object.values(zones).reduce((one, other) => (decimal(other).gt(decimal(one)) ? other : one));
}
