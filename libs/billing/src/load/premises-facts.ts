import { addDays, type Interval, intersect, type PremisesId } from '@dvor/kernel';
import type { ChoicesInMonth, ServiceInMonth } from '@dvor/catalogue';
import type { AccountInMonth } from '@dvor/housing';
import type { MeterInMonth } from '@dvor/metering';
import type {
  BenefitFacts,
  EstimatedVolume,
  ManualFacts,
  MeterFacts,
  OneOffFacts,
  PremisesFacts,
} from '../core/index.js';
import { type ActsInMonth } from './meter-acts.js';
import { livesSince } from './policy.js';
import { without } from './without.js';
import { flatOf, type Part } from './parts-of-accounts.js';

/** One entry per span of days on which the account is open. */
export function premisesFactsOf(
  account: AccountInMonth,
  own: {
    services: readonly ServiceInMonth[];
    parts: readonly Part[];
    meters: readonly MeterInMonth[];
    acts: ActsInMonth;
    estimated: readonly EstimatedVolume[] | undefined;
    settings: ChoicesInMonth['settings'];
    heatOfLastYear: string | undefined;
    /** Of the month. */
    days: Interval;
    benefits: readonly BenefitFacts[] | undefined;
    oneOffs: readonly OneOffFacts[] | undefined;
    manual: readonly ManualFacts[] | undefined;
  },
): PremisesFacts[] {
  const codes = codesOf(own.services);
  const [first] = account.premises;
  const units = unitsOf(account, own.services);
  const facts: Omit<PremisesFacts, 'from' | 'to'> = {
    id: account.id,
    kind: account.kind === 'flat' || account.kind === 'room' ? account.kind : 'nonresidential',
    area: areaOf(account, own.days),
    livingArea: first?.livingArea ?? null,
    ...(account.premises.at(-1)?.ownHeating && { ownHeating: true }),
    ...(account.premises.at(-1)?.traits['corner'] === true && { corner: true }),
    ...(units && { units }),
    ...(own.heatOfLastYear !== undefined && {
      lastYear: Object.fromEntries(codes('heating').map((code) => [code, own.heatOfLastYear!])),
    }),
    owners: account.owners.at(-1)?.value ?? 0,
    residents: account.residents.map(({ from, to, kind, absences }) => ({
      from: livesSince(from, own.settings),
      to,
      ...(kind === 'temporary' && { temporary: true }),
      ...(absences.length > 0 && { absences: absences.map(daysAway) }),
    })),
    meterImpossible: (account.premises.at(-1)?.meterImpossible ?? []).flatMap(codes),
    ...actsOf(account.premisesId, flatOf(account), { acts: own.acts, codes }),
    ...(own.estimated && { estimated: own.estimated }),
    ...(own.benefits && { benefits: own.benefits }),
    ...(own.oneOffs && { oneOffs: own.oneOffs }),
    ...(own.manual && { manual: own.manual }),
  };
  return own.parts.map(({ from, to, flat, share }) => ({
    ...facts,
    from,
    to,
    ...(flat && { flat }),
    ...(share ? { share, meters: [] } : { meters: meterFacts(own.meters, own.services, own.acts) }),
  }));
}

/** One figure where it holds on all days of the account; else with its days, so that those without one are seen. */
function areaOf({ premises, open }: AccountInMonth, month: Interval): PremisesFacts['area'] {
  const [only, second] = premises;
  if (!only) return null;
  const uncovered = open.flatMap((days) => intersect(days, month) ?? []).flatMap((days) => without(days, [only]));
  if (!second && uncovered.length === 0) return only.area;
  return premises.map(({ from, to, area }) => ({ from, to, value: area }));
}

/** The core names the day of coming back itself. */
function daysAway({ from, to }: Interval): Interval {
  return { from, to: to === null ? null : addDays(to, -1) };
}

function unitsOf({ units }: AccountInMonth, services: readonly ServiceInMonth[]): Record<string, string> | null {
  if (units.length === 0) return null;
  const codes = new Map(services.map(({ id, code }) => [id, code]));
  const known = units.flatMap(({ serviceId, units: count }) => {
    const code = codes.get(serviceId);
    return code === undefined ? [] : [[code, count] as const];
  });
  return Object.fromEntries(known);
}

/**
 * Services that are measured by meters of a resource: not those of common property, which only take the resource's name.
 * Accounts that are alike share their list of services, so each list is searched once.
 */
export function codesOf(services: readonly ServiceInMonth[]): (resource: string) => string[] {
  let known = codesByResource.get(services);
  if (!known) codesByResource.set(services, (known = new Map()));
  const codes = known;
  return (resource) => {
    let found = codes.get(resource);
    if (!found) {
      const measured = services.filter((one) => one.resource === resource && one.section !== 'common-property');
      codes.set(resource, (found = measured.map(({ code }) => code)));
    }
    return found;
  };
}

const codesByResource = new WeakMap<readonly ServiceInMonth[], Map<string, string[]>>();

/** Who interfered with the meter of a communal flat is not known: each room's persons answer for it. */
function actsOf(
  premisesId: PremisesId,
  flat: PremisesId | null,
  { acts, codes }: { acts: ActsInMonth; codes: (resource: string) => string[] },
): Pick<PremisesFacts, 'accessRefused' | 'interferences'> {
  const own = acts.of(premisesId, codes);
  const { interferences } = flat && flat !== premisesId ? acts.of(flat, codes) : {};
  return interferences ? { ...own, interferences: [...(own.interferences ?? []), ...interferences] } : own;
}

/** A meter speaks for the services of its resource that are measured. */
export function meterFacts(
  meters: readonly MeterInMonth[],
  services: readonly ServiceInMonth[],
  acts: ActsInMonth,
): MeterFacts[] {
  const codes = codesOf(services);
  return meters.flatMap((meter) =>
    codes(meter.resource).map((code) => ({ ...meterFactsOf(meter, code), ...acts.failureOf(meter) })),
  );
}

function meterFactsOf(meter: MeterInMonth, service: string): MeterFacts {
  return {
    id: meter.id,
    service,
    installed: meter.installed,
    removed: meter.removed,
    verifiedUntil: meter.verifiedUntil,
    digits: meter.digits,
    initial: meter.initial,
    final: meter.final,
    readings: meter.readings,
    ...(meter.spread && { spread: meter.spread }),
  };
}
