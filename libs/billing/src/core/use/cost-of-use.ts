import { type LocalDate, Money, periodOfDate } from '@dvor/kernel';
import { charge } from '../charge.js';
import type { From, HouseFacts, PremisesFacts, ServiceRule, Zones } from '../facts.js';
import { holdsOn, onDay, premisesOn } from '../like-day.js';
import { lastCountedDay } from '../meters/counted-readings.js';
import { missingReadingsLaw } from '../meters/missing-readings-law.js';

// ПП 354, п. 42, прил. 2, ф. 1: P = V · T, and sewage by the same volume
// 3.5 m³ of cold water at 42.30 and 30.10: 148.05 + 105.35

/** What ran through a meter of an account. */
export interface UseOfMeter {
  readonly account: string;
  readonly meter: string;
  readonly volume: string | Zones;
  readonly day: LocalDate;
}

/**
 * What a volume adds to a month's bill at the tariffs of a day, by service: the month with it less the month without it, all
 * else the same. Nothing is let off, and the house's common property is not looked at: this is a forecast.
 *
 * `null` where it can't be told: the meter does not count on the day, its premises share a bill, or the service is charged
 * otherwise than by what was used.
 */
export function costOfUse(facts: HouseFacts, { account, meter, volume, day }: UseOfMeter): Map<string, Money> | null {
  const premises = facts.premises.find((one) => one.id === account && holdsOn(one, day));
  const service = premises && serviceOf(facts, premises, { meter, day });
  if (!premises || !service || premises.flat) return null;
  const services = rulesOf(facts, service, day);
  const beside = services.flatMap((rule) => (rule.method === 'sewage' ? rule.of.map((code) => [code, '0']) : []));
  const feesOf = (used: string | Zones) => {
    const given = { ...(Object.fromEntries(beside) as Record<string, string>), [service]: used };
    const own = { ...premisesOn(premises, day), given };
    return feesByService({ house: { id: facts.house.id }, services, premises: [own] }, day);
  };
  const [fees, without] = [feesOf(volume), feesOf(nothingOf(volume))];
  if (!fees.has(service) || !without.has(service)) return null;
  const added = [...fees].map(([code, fee]) => [code, fee.minus(without.get(code) ?? fee)] as const);
  return new Map(added.filter(([code, cost]) => code === service || !cost.isZero));
}

const BY_USE: ReadonlySet<ServiceRule['method']> = new Set(['metered', 'social-norm', 'hot-water'] as const);

/** The one service that a meter counts for on a day. */
function serviceOf(
  { services, policy }: HouseFacts,
  { meters }: PremisesFacts,
  { meter: id, day }: Pick<UseOfMeter, 'meter' | 'day'>,
): string | null {
  const [only, another] = (meters ?? []).filter((meter) => {
    const rule = services.find(({ code }) => code === meter.service);
    const law = missingReadingsLaw(rule?.resource ?? meter.service, periodOfDate(day), policy);
    const stands = holdsOn({ from: meter.installed ?? null, to: meter.removed ?? null }, day);
    return meter.id === id && stands && day <= lastCountedDay(meter, law);
  });
  return only && !another ? only.service : null;
}

/** The service itself, and sewage that it runs off to, as they are on the day. */
function rulesOf({ services }: HouseFacts, service: string, day: LocalDate): ServiceRule[] {
  return services
    .filter((rule) =>
      rule.method === 'sewage' ? rule.of.includes(service) : rule.code === service && BY_USE.has(rule.method),
    )
    .filter((rule) => holdsOn(rule, day))
    .map((rule) => {
      const { tariffs, norms } = rule as { readonly tariffs: readonly From[]; readonly norms?: readonly From[] | null };
      const inForce = { tariffs: onDay(tariffs, day), norms: onDay(norms ?? [], day) };
      return { ...rule, from: null, to: null, excess: null, ...inForce } as unknown as ServiceRule; // of the same method
    });
}

function feesByService(facts: HouseFacts, day: LocalDate): Map<string, Money> {
  const fees = new Map<string, Money>();
  for (const { service, amount } of charge(facts, periodOfDate(day)).lines)
    fees.set(service, (fees.get(service) ?? Money.zero).plus(amount));
  return fees;
}

function nothingOf(volume: string | Zones): string | Zones {
  if (typeof volume === 'string') return '0';
  return Object.fromEntries(Object.keys(volume).map((zone) => [zone, '0']));
}
