import { decimal, Money } from '@dvor/kernel';
import { Overlap, slicesOf } from '../dated.js';
import type { Part, ServiceRule, Tariff } from '../facts.js';
import type { ChargeLine, HouseMonth } from '../line.js';
import type { PremisesMonth } from '../premises-month.js';
import { type Parked, Refusal, type RefusalCode } from '../refusal.js';
import type { Month } from '../span.js';
import { amountOf, Volume } from '../volume.js';
import { minuteOf } from './local-minute.js';
import type { QualityActFacts } from './quality-act-facts.js';
import type { QualityEvent } from './quality-facts.js';
import { isDeviationOf, QUALITY_SERVICES, type QualityService } from './quality-law.js';
import { QualityRefusal } from './quality-refusal.js';
import type { QualityLineWorking } from './quality-working.js';
import { reduceFees } from './reduce-fees.js';
import { clipTime, type TimeSpan } from './time-span.js';

// ПП 354, п. 98, прил. 1: P↓ of a service and month, after all its fees and before benefits; never above the fee
// Cold water off for 17 h of a month, 8 h allowed, fee 600.00: 9 · 0.15 % of it → −8.10

/**
 * What outages and poor quality take off the bills: a line for each account, service and month. The fee is the service's
 * own of the month by Annex 2; of the common property it is not: that is paid for with the house's upkeep (ЖК РФ, ст. 154).
 */
export function chargeQuality(
  house: HouseMonth,
  bills: ReadonlyMap<string, readonly ChargeLine[]>,
): { readonly lines: ChargeLine[]; readonly parked: Parked[] } {
  const charged: { lines: ChargeLine[]; parked: Parked[] } = { lines: [], parked: [] };
  const acts = (house.facts.quality ?? []).filter((act) => clipTime(timeOf(act), minutesOf(house.month)) !== null);
  if (acts.length === 0) return charged;
  for (const [id, own] of byAccount(house)) {
    const mine = acts.filter(({ appliesTo }) => !appliesTo || appliesTo.includes(id));
    for (const service of new Set(mine.map((act) => act.service))) {
      const events = mine.filter((act) => act.service === service);
      for (const rule of rulesOf(service, house, id)) {
        const line = reduced({ rule, service, events, own, house }, bills.get(id) ?? []);
        if (line instanceof Refusal)
          charged.parked.push({ premises: id, service: rule.code, code: line.code, details: line.details });
        else if (line) charged.lines.push(line);
      }
    }
  }
  return charged;
}

/** Whose quality Annex 1 speaks of; null: of this service it says nothing. */
export function qualityServiceOf({ method, resource, code }: ServiceRule): QualityService | null {
  if (method === 'common') return null;
  if (method === 'waste-person' || method === 'waste-area') return 'waste';
  return QUALITY_SERVICES.find((known) => known === (resource ?? code)) ?? null;
}

/** What Annex 2 comes to for the month: not earlier months, and not what interference costs. */
const FEE: ReadonlySet<Part> = new Set<Part>(['individual', 'water', 'heat', 'excess', 'absence', 'within', 'above']);

interface Question {
  readonly rule: ServiceRule;
  readonly service: QualityService;
  readonly events: readonly QualityActFacts[];
  /** The account's days; it stands more than once where it was closed and opened again. */
  readonly own: readonly PremisesMonth[];
  readonly house: HouseMonth;
}

function reduced(question: Question, bill: readonly ChargeLine[]): ChargeLine | Refusal | null {
  const { rule, service, events, own, house } = question;
  const fees = bill.filter((line) => line.service === rule.code && FEE.has(line.part));
  const fee = Money.sum(fees.map(({ amount }) => amount));
  if (fees.length === 0 || fee.compare(Money.zero) <= 0) return null;
  const met = events.map((act) => ({ act, spans: spansOf(act, own) })).filter(({ spans }) => spans.length > 0);
  const coldFee = met.some(({ act }) => isTepid(act)) ? coldFeeOf(question, fees) : null;
  const { house: itself, policy } = house.facts;
  const { settings } = { settings: policy?.quality ?? null };
  const months = reduceFees({
    service,
    fees: [{ period: house.month.period, fee, ...(coldFee && { coldFee }) }],
    events: met.flatMap(({ act, spans }) => spans.map((span) => eventOf(act, span))),
    ...(itself.electricSources != null && { sources: itself.electricSources }),
    corner: own.some(({ facts }) => facts.corner),
    coldRegion: itself.coldRegion ?? false,
    ...(settings && { settings }),
  });
  if (months instanceof QualityRefusal) return refusalOf(months);
  const [{ amount, working }] = months as [(typeof months)[number]];
  if (amount.isZero) return null;
  const told: QualityLineWorking = {
    ...working,
    clause: [...new Set(working.parts.map(({ clause }) => clause))].join('; '),
    unit: '%',
    rate: null,
    vat: rule.vat ?? undefined,
    acts: met.map(({ act: { act } }) => [act.number, act.date, act.id] as const),
  };
  return {
    premises: own[0]!.id,
    service: rule.code,
    part: 'quality',
    volume: null,
    amount: amount.negated(),
    working: told,
  };
}

/** Recorded acts are checked when they are entered; what the law says nothing of can only be an old month. */
function refusalOf({ code, details }: QualityRefusal): Refusal {
  const known: readonly RefusalCode[] = ['law-unknown', 'bad-interval', 'bad-figure'];
  const same = known.find((one) => one === code);
  return same ? new Refusal(same, details) : new Refusal('quality-fault', { ...details, fault: code });
}

// ------------------------------------------------------------------------------------------------ whose and when

function byAccount({ premises }: HouseMonth): Map<string, PremisesMonth[]> {
  const accounts = new Map<string, PremisesMonth[]>();
  for (const one of premises) {
    const own = accounts.get(one.id);
    if (own) own.push(one);
    else accounts.set(one.id, [one]);
  }
  return accounts;
}

/** One rule of each code: a supplier that changed inside the month makes no second reduction. */
function rulesOf(service: QualityService, { services }: HouseMonth, id: string): ServiceRule[] {
  const byCode = new Map<string, ServiceRule>();
  for (const rule of services) {
    if (qualityServiceOf(rule) !== service || (rule.appliesTo && !rule.appliesTo.includes(id))) continue;
    byCode.set(rule.code, rule);
  }
  return [...byCode.values()];
}

function minutesOf({ from, to }: Month): TimeSpan {
  return { from: minuteOf(from), to: minuteOf(to) };
}

function timeOf({ from, to }: QualityActFacts) {
  return { from, to: to ?? null };
}

/** Its minutes on the account's own days of the month: who moved in afterwards went without nothing. */
function spansOf(act: QualityActFacts, own: readonly PremisesMonth[]): TimeSpan[] {
  return own.flatMap(({ open }) => {
    const span = open && clipTime(timeOf(act), { from: minuteOf(open.from), to: minuteOf(open.to) });
    return span ? [span] : [];
  });
}

function eventOf({ type, value }: QualityActFacts, { from, to }: TimeSpan): QualityEvent {
  return { type, from, to, ...(value != null && { value }) };
}

// ----------------------------------------------------------------------------------------- hot water paid as cold

function isTepid({ service, type }: QualityActFacts): boolean {
  return service === 'hot-water' && type === 'temperature' && isDeviationOf(type, service);
}

/**
 * The month's hot water at the tariff of cold: its component of cold water where it has one, else its volume at the
 * account's own rate of cold water; null where there is none.
 */
function coldFeeOf({ house, own }: Question, fees: readonly ChargeLine[]): Money | null {
  const water = fees.filter(({ part }) => part === 'water');
  if (water.length > 0) return Money.sum(water.map(({ amount }) => amount));
  const id = own[0]!.id;
  const cold = rulesOf('cold-water', house, id).find(({ method }) => method === 'metered');
  const rate = cold && averageRate(cold.tariffs as readonly Tariff[], house.month);
  if (!rate) return null;
  const volume = fees.reduce(
    (sum, line) => (line.volume === null ? sum : sum.plus(Volume.of(line.volume))),
    Volume.zero,
  );
  return amountOf(decimal('1'), volume.portionOf(rate, Volume.parse('1')));
}

/** Weighted by the days of the month on which each held; null where prices have zones or ranges, or days have none. */
function averageRate(tariffs: readonly Tariff[], month: Month): Volume | null {
  const slices = slicesOf(tariffs, month);
  if (slices instanceof Overlap) return null;
  let rate = Volume.zero;
  let days = 0;
  for (const { from, to, entry } of slices) {
    if (typeof entry.rate !== 'string') return null;
    rate = rate.plus(Volume.parse(entry.rate).share(to - from, month.days));
    days += to - from;
  }
  return days === month.days ? rate : null;
}
