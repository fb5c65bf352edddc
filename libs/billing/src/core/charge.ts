import { formatDate, type Period } from '@dvor/kernel';
import { grantBenefits } from './benefits/grant-benefits.js';
import type { CarriedVolume, HouseFacts, HouseFigures, ServiceRule } from './facts.js';
import { figuresOf } from './figures.js';
import { FlatMonth } from './flat-month.js';
import type { ChargeLine, HouseMonth, PremisesCharge } from './line.js';
import { interferencesOf } from './methods/metered-lines.js';
import { type MethodOfCharge, type MethodsOfCharge, STAGES } from './methods/methods.js';
import { chargeManual } from './manual/charge-manual.js';
import { chargeOneOffs } from './one-offs/charge-one-offs.js';
import { methodsFor } from './methods/methods-for.js';
import { PremisesMonth } from './premises-month.js';
import { chargeQuality } from './quality/charge-quality.js';
import { chargedDays } from './rates.js';
import { type Parked, Refusal } from './refusal.js';
import { sharingsOf } from './sharing.js';
import { trueUp } from './true-up.js';
import { clip, commonDays, type Month, monthOf, type Span } from './span.js';

/** Raised with every change that can alter an amount; a replay names it where it differs. */
export const ENGINE_VERSION = '5';

export interface HouseCharge {
  /** All lines of all accounts that could be charged; none where the house is parked. */
  readonly lines: readonly ChargeLine[];
  /** Benefits that social protection pays to their holders: known here, owed by nobody, so no lines of a bill. */
  readonly benefits: readonly ChargeLine[];
  /** What was left without a bill, and why. An account here has no lines at all. */
  readonly parked: readonly Parked[];
  /** Negative common volumes that reduce the months to come, by service (ПП 491, п. 29(2)). */
  readonly carry: readonly CarriedVolume[];
  /** What the house divided between its accounts; null: nothing. */
  readonly figures: HouseFigures | null;
}

/**
 * The bill of one house for one month: a pure function of facts. What can't be computed is parked with its reason,
 * never charged zero: an account alone, or the whole house where the fault is the house's or where the account's volume
 * enters its arithmetic. Throws only on facts that no loader should hand over, such as a decimal that isn't one.
 */
export function charge(facts: HouseFacts, period: Period): HouseCharge {
  return chargeBy(methodsFor(facts), facts, period);
}

/** `charge` with a given table of methods. */
export function chargeBy(methods: MethodsOfCharge, facts: HouseFacts, period: Period): HouseCharge {
  const month = monthOf(period);
  const sharings = sharingsOf(facts.premises, month);
  const premises = facts.premises.map(
    (premises) => new PremisesMonth(premises, month, (premises.flat && sharings.get(premises.flat)) || null),
  );
  const house: HouseMonth = {
    month,
    facts,
    services: facts.services,
    premises,
    flats: flatsOf(facts, premises, month),
    carry: [],
    divided: {},
  };
  const fault = faultOfHouse(methods, facts, month);
  if (fault) return parkedWhole(fault);

  const bills = new Map<string, ChargeLine[]>(facts.premises.map(({ id }) => [id, []]));
  const parked: Parked[] = [];
  const neededWhole = new Set(
    facts.figures ? [] : facts.services.flatMap((rule) => methodOf(methods, rule).subtracts?.(rule) ?? []),
  );
  for (const stage of STAGES) {
    const parkedBefore = new Set(parked.map(({ premises }) => premises));
    for (const rule of facts.services) {
      const method = methodOf(methods, rule);
      if (method.stage !== stage) continue;
      const days = chargedDays(rule, month);
      if (!days) continue;
      const charge = method.prepare(rule, house);
      if (charge instanceof Refusal && (!rule.appliesTo || method.dividesHouse))
        return parkedWhole(parkedHouse(rule, charge));
      for (const premises of chargedPremises(rule, house)) {
        if (parkedBefore.has(premises.id)) continue;
        const refusal = chargePremises(charge, premises, days, bills) ?? unchargedAct(rule, premises);
        if (!refusal) continue;
        if (neededWhole.has(rule.code)) return parkedWhole(parkedHouse(rule, refusal, premises.id));
        parked.push({ premises: premises.id, service: rule.code, code: refusal.code, details: refusal.details });
      }
    }
  }
  const shown = facts.benefitsShown ?? 'compensated';
  const quality = chargeQuality(house, bills);
  for (const line of quality.lines) bills.get(line.premises)!.push(line);
  const oneOffs = chargeOneOffs(house);
  const benefits = grantBenefits(bills, { house, shown });
  for (const line of [...oneOffs.lines, ...(shown === 'net' ? benefits.lines : [])])
    bills.get(line.premises)!.push(line);
  for (const line of chargeManual(house)) bills.get(line.premises)!.push(line);
  parked.push(...quality.parked, ...oneOffs.parked, ...benefits.parked);
  const corrections = trueUp(facts, period, (known, before) => chargeBy(methods, known, before));
  for (const line of corrections.lines) bills.get(line.premises)?.push(line);
  for (const { premises, service, refusal } of corrections.refused) {
    parked.push({ premises, service, code: refusal.code, details: refusal.details });
  }
  const left = new Set(parked.map(({ premises }) => premises));
  for (const premises of left) if (premises !== null) bills.delete(premises);
  return {
    lines: linesOf(bills),
    benefits: shown === 'net' ? [] : benefits.lines.filter(({ premises }) => !left.has(premises)),
    parked,
    carry: house.carry,
    figures: figuresOf(house),
  };
}

/** Without `flat`, which takes its time over every element: a house has thousands of lines. */
function linesOf(bills: ReadonlyMap<string, readonly ChargeLine[]>): ChargeLine[] {
  const lines: ChargeLine[] = [];
  for (const bill of bills.values()) for (const line of bill) lines.push(line);
  return lines;
}

function parkedWhole(parked: Parked): HouseCharge {
  return { lines: [], benefits: [], parked: [parked], carry: [], figures: null };
}

/** The communal flats that rooms name, with their rooms; a flat of which nothing else is known among them. */
function flatsOf(facts: HouseFacts, premises: readonly PremisesMonth[], month: Month): Map<string, FlatMonth> {
  const rooms = new Map<string, PremisesMonth[]>();
  for (const one of premises) {
    const { flat } = one.facts;
    if (flat) rooms.set(flat, [...(rooms.get(flat) ?? []), one]);
  }
  const known = new Map(facts.flats?.map((flat) => [flat.id, flat]));
  return new Map([...rooms].map(([id, own]) => [id, new FlatMonth(known.get(id) ?? { id }, own, month)]));
}

function chargePremises(
  charge: PremisesCharge | Refusal,
  premises: PremisesMonth,
  days: Span,
  bills: ReadonlyMap<string, ChargeLine[]>,
): Refusal | null {
  const charged = premises.open && clip(days, premises.open.from, premises.open.to);
  if (!charged) return null;
  if (charge instanceof Refusal) return charge;
  if (premises.sharing?.fault) return premises.sharing.fault;
  const lines = charge(premises, charged);
  if (lines instanceof Refusal) return lines;
  bills.get(premises.id)!.push(...lines);
  return null;
}

/** An act on interference that no line would ever charge. */
function unchargedAct({ code, method }: ServiceRule, premises: PremisesMonth): Refusal | null {
  if (CHARGING_INTERFERENCE.has(method)) return null;
  const [act] = interferencesOf(premises, code);
  return act ? new Refusal('interference-not-charged', { number: act.number ?? '', date: formatDate(act.act) }) : null;
}

const CHARGING_INTERFERENCE: ReadonlySet<string> = new Set(['metered', 'social-norm', 'hot-water']);

function chargedPremises({ appliesTo }: ServiceRule, { premises }: HouseMonth): readonly PremisesMonth[] {
  if (!appliesTo) return premises;
  const ids = new Set(appliesTo);
  return premises.filter(({ id }) => ids.has(id));
}

/** The table's row for a rule; a rule whose method it lacks has been refused before. */
function methodOf(methods: MethodsOfCharge, rule: ServiceRule): MethodOfCharge {
  return methods[rule.method] as MethodOfCharge;
}

function parkedHouse(rule: ServiceRule, { code, details }: Refusal, premises?: string): Parked {
  return {
    premises: null,
    service: rule.code,
    code,
    details: premises === undefined ? details : { ...details, premises },
  };
}

// ------------------------------------------------------------------------------ faults that no premises can mend

function faultOfHouse(methods: MethodsOfCharge, facts: HouseFacts, month: Month): Parked | null {
  for (const { code, method } of facts.services) {
    if (!Object.hasOwn(methods, method)) {
      return { premises: null, service: code, code: 'unknown-method', details: { method } };
    }
  }
  return premisesTwice(facts, month) ?? serviceTwice(facts, month);
}

/** An account that was closed and opened again stands once for each of its times; on one day it stands once. */
function premisesTwice({ premises }: HouseFacts, month: Month): Parked | null {
  const open = new Map<string, Span[]>();
  for (const { id, from, to } of premises) {
    const days = clip(month, from, to);
    if (!days) continue;
    const before = open.get(id);
    if (!before) open.set(id, [days]);
    else if (before.some((span) => commonDays(span, days) > 0)) {
      return { premises: null, service: null, code: 'premises-twice', details: { id } };
    } else before.push(days);
  }
  return null;
}

/** Two rules of one code may share no premises on any day of the month. */
function serviceTwice({ services, premises }: HouseFacts, month: Month): Parked | null {
  const charged = new Map<string, Map<string, Span[]>>();
  for (const rule of services) {
    const days = chargedDays(rule, month);
    if (!days || services.every((other) => other === rule || other.code !== rule.code)) continue;
    const byPremises = charged.get(rule.code) ?? new Map<string, Span[]>();
    charged.set(rule.code, byPremises);
    for (const id of rule.appliesTo ?? premises.map(({ id }) => id)) {
      const before = byPremises.get(id) ?? [];
      const twice = before.find((span) => commonDays(span, days) > 0);
      if (twice) {
        const date = formatDate(twice.from > days.from ? twice.from : days.from);
        return { premises: null, service: rule.code, code: 'service-twice', details: { premises: id, date } };
      }
      byPremises.set(id, [...before, days]);
    }
  }
  return null;
}
