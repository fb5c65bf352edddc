import { count, Decimal, decimal, formatDate, type LocalDate, Money, parseDate } from '@dvor/kernel';
import { slicesOf, Overlap } from '../dated.js';
import type { Method, Part, ServiceRule } from '../facts.js';
import type { ChargeLine, HouseMonth } from '../line.js';
import type { PremisesMonth } from '../premises-month.js';
import { chargedDays } from '../rates.js';
import { type Parked, Refusal } from '../refusal.js';
import { clip, type Month, type Span } from '../span.js';
import { Volume } from '../volume.js';
import { volumeOf } from '../working/evaluate.js';
import { benefitAmount, percentOf } from './benefit-amount.js';
import type { BenefitFacts, BenefitShown } from './benefit-facts.js';
import type { BenefitPart, BenefitPartShare, BenefitWorking } from './benefit-working.js';

// comp = Σ_services P · k · share; share = min(1, S_norm / S) by area, min(1, n · N / V) by volume; the best one a service
// Alone in 40 m², norm 33 m², 100 %: 33/40 of the contribution

/** What an account is let off: a line a service, and what could not be told. */
export interface Granted {
  readonly lines: ChargeLine[];
  readonly parked: Parked[];
}

/**
 * The benefits of all accounts, after all their lines are made. The fee is what a service's lines come to without
 * excess; of several benefits the best one stands for each service and day, whatever their order.
 */
export function grantBenefits(
  bills: ReadonlyMap<string, readonly ChargeLine[]>,
  { house, shown }: { readonly house: HouseMonth; readonly shown: BenefitShown },
): Granted {
  const granted: Granted = { lines: [], parked: [] };
  for (const [id, own] of accountsWithBenefits(house)) {
    const lines = bills.get(id);
    if (!lines) continue;
    const benefits = own.flatMap(({ facts }) => facts.benefits ?? []).filter(unseen());
    const fault = faultOf(benefits);
    if (fault) {
      granted.parked.push({ premises: id, service: null, code: fault.code, details: fault.details });
      continue;
    }
    for (const service of new Set(lines.map((line) => line.service))) {
      const line = benefitOf({ id, service, lines, own, benefits, house, shown });
      if (line) granted.lines.push(line);
    }
  }
  return granted;
}

/** An account that was closed and opened again stands twice, and is one. */
function accountsWithBenefits({ premises }: HouseMonth): Map<string, PremisesMonth[]> {
  const ids = new Set(premises.filter(({ facts }) => facts.benefits?.length).map(({ id }) => id));
  const accounts = new Map<string, PremisesMonth[]>();
  for (const one of premises) if (ids.has(one.id)) accounts.set(one.id, [...(accounts.get(one.id) ?? []), one]);
  return accounts;
}

function unseen(): (benefit: BenefitFacts) => boolean {
  const seen = new Set<string>();
  return (benefit) => {
    const text = JSON.stringify(benefit);
    return !seen.has(text) && Boolean(seen.add(text));
  };
}

function faultOf(benefits: readonly BenefitFacts[]): Refusal | null {
  for (const { category, from, to, percents, covered, born, areaNorm, volumeNorms } of benefits) {
    if ((to ?? Infinity) <= from) return new Refusal('bad-interval', { benefit: category, from: formatDate(from) });
    for (const { percent, service, fromAge } of percents) {
      const value = decimal(percent);
      if (value.lt('0') || value.gt('100')) return new Refusal('bad-figure', { field: 'percent', value: percent });
      if (fromAge != null && born == null)
        return new Refusal('bad-figure', { field: 'born', benefit: category, service });
    }
    if (covered != null && covered !== 'all' && !(Number.isInteger(covered) && covered >= 1))
      return new Refusal('bad-figure', { field: 'covered', value: String(covered) });
    const norms = [areaNorm?.person, areaNorm?.alone, ...Object.values(volumeNorms ?? {})].filter(
      (norm) => norm != null,
    );
    const below = norms.find((norm) => decimal(norm).lt('0'));
    if (below !== undefined) return new Refusal('bad-figure', { field: 'norm', value: below });
  }
  return null;
}

// ------------------------------------------------------------------------------------------- one service's fee

interface Question {
  readonly id: string;
  readonly service: string;
  readonly lines: readonly ChargeLine[];
  readonly own: readonly PremisesMonth[];
  readonly benefits: readonly BenefitFacts[];
  readonly house: HouseMonth;
  readonly shown: BenefitShown;
}

/** Excess, one-off works and what else is a fault's price are paid in full. */
const IN_FEE: ReadonlySet<Part> = new Set<Part>([
  'individual',
  'water',
  'heat',
  'common',
  'absence',
  'true-up',
  'within',
  'above',
  'quality',
]);
const COUNTED: ReadonlySet<Part> = new Set<Part>(['individual', 'water', 'within', 'above', 'absence']);

function benefitOf(question: Question): ChargeLine | null {
  const { id, service, lines, own, benefits, house, shown } = question;
  const named = benefits.filter(({ percents }) => percents.some((percent) => percent.service === service));
  if (named.length === 0) return null;
  const mine = lines.filter((line) => line.service === service && IN_FEE.has(line.part));
  const fee = Money.sum(mine.map(({ amount }) => amount));
  const rules = house.services.filter(
    ({ code, appliesTo }) => code === service && (!appliesTo || appliesTo.includes(id)),
  );
  const charged = chargedSpans(rules, own, house.month);
  const of = charged.reduce((days, { from, to }) => days + to - from, 0);
  if (fee.isZero || of === 0) return null;
  const basis: Fee = { service, rule: rules[0]!, volume: volumeIn(mine), charged, month: house.month };
  const parts = merged(charged.flatMap((span) => partsIn(span, named, basis)));
  if (parts.length === 0) return null;
  const working: BenefitWorking = {
    formula: 'benefit',
    clause: clauseOf(parts),
    unit: '%',
    rate: null,
    shown,
    fee: fee.toString(),
    of,
    parts: parts.map(({ part }) => part),
  };
  const amount = benefitAmount(working);
  return amount.isZero ? null : { premises: id, service, part: 'benefit', volume: null, amount, working };
}

interface ChargedSpan extends Span {
  readonly premises: PremisesMonth;
}

/** Days that the fee is for, each once. */
function chargedSpans(rules: readonly ServiceRule[], own: readonly PremisesMonth[], month: Month): ChargedSpan[] {
  const spans: ChargedSpan[] = [];
  for (const premises of own) {
    for (const rule of rules) {
      const days = chargedDays(rule, month);
      const open = days && premises.open && clip(days, premises.open.from, premises.open.to);
      if (open) spans.push({ ...open, premises });
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

function volumeIn(lines: readonly ChargeLine[]): Volume {
  return lines
    .filter(({ part, volume }) => COUNTED.has(part) && volume !== null)
    .reduce((sum, line) => sum.plus(exactVolume(line)), Volume.zero);
}

function exactVolume({ working, volume }: ChargeLine): Volume {
  return working.formula === 'formula' ? Volume.of(volume!) : volumeOf(working);
}

// --------------------------------------------------------------------------------------- the best benefit of a day

interface Fee {
  readonly service: string;
  readonly rule: ServiceRule;
  /** All of the fee's. */
  readonly volume: Volume;
  /** Days of the fee. */
  readonly charged: readonly ChargedSpan[];
  readonly month: Month;
}

interface Candidate {
  readonly benefit: BenefitFacts;
  readonly percent: string;
  readonly share: BenefitPartShare | undefined;
  /** k · share. */
  readonly worth: Volume;
}

interface Found {
  readonly part: BenefitPart;
  readonly benefit: BenefitFacts;
}

function partsIn(span: ChargedSpan, benefits: readonly BenefitFacts[], fee: Fee): Found[] {
  return piecesOf(span, benefits, fee.rule).flatMap(({ from, to }): Found[] => {
    const candidates = benefits
      .flatMap((benefit) => candidateOn(from, benefit, { premises: span.premises, fee }))
      .sort(bestFirst);
    const [best, ...others] = candidates;
    if (!best) return [];
    const { benefit, percent, share } = best;
    const beaten = others
      .filter((other) => other.benefit.category !== benefit.category)
      .map((other) => [nameOf(other.benefit), shownPercent(other.worth)] as const);
    const part: BenefitPart = {
      person: benefit.person,
      category: nameOf(benefit),
      percent,
      days: to - from,
      share,
      beaten: beaten.length > 0 ? beaten : undefined,
    };
    return [{ part, benefit }];
  });
}

/** Days on which nothing changes that a share looks at. */
function piecesOf({ from, to, premises }: ChargedSpan, benefits: readonly BenefitFacts[], rule: ServiceRule): Span[] {
  const areas = premises.area();
  const norms = slicesOf(normsOf(rule), { from, to });
  const cuts = new Set<number>([from, to]);
  const spans = [
    ...benefits,
    ...personsOf(premises),
    ...(areas instanceof Refusal ? [] : areas),
    ...(norms instanceof Overlap ? [] : norms),
  ];
  for (const span of spans) for (const day of [span.from, span.to ?? to]) if (day > from && day < to) cuts.add(day);
  for (const { born, percents } of benefits)
    for (const { fromAge } of percents) {
      const day = born == null || fromAge == null ? from : birthday(born, fromAge);
      if (day > from && day < to) cuts.add(day);
    }
  const days = [...cuts].sort((a, b) => a - b) as LocalDate[];
  return days.slice(1).map((end, i) => ({ from: days[i]!, to: end }));
}

function candidateOn(
  day: LocalDate,
  benefit: BenefitFacts,
  { premises, fee }: { premises: PremisesMonth; fee: Fee },
): Candidate[] {
  if (day < benefit.from || day >= (benefit.to ?? Infinity)) return [];
  const percent = percentOn(day, benefit, fee.service);
  if (percent === null || decimal(percent).eq('0')) return [];
  const share = shareOn(day, benefit, premises, fee);
  return [{ benefit, percent, share, worth: percentOf({ percent, share }) }];
}

/** Of the ages that are reached the one that gives most. */
function percentOn(day: LocalDate, { percents, born }: BenefitFacts, service: string): string | null {
  const reached = percents.filter(
    (one) => one.service === service && (one.fromAge == null || birthday(born!, one.fromAge) <= day),
  );
  return reached.reduce<string | null>(
    (most, { percent }) => (most === null || decimal(percent).gt(decimal(most)) ? decimal(percent).toString() : most),
    null,
  );
}

/** The day on which somebody becomes so old; a child of 29 February on 1 March. */
function birthday(born: LocalDate, years: number): LocalDate {
  const [year, month, day] = formatDate(born).split('-') as [string, string, string];
  const then = String(Number(year) + years).padStart(4, '0');
  return month === '02' && day === '29' && !isLeap(Number(then))
    ? parseDate(`${then}-03-01`)
    : parseDate(`${then}-${month}-${day}`);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Most first; of equals the one whose category, then holder, comes first by name, so that their order says nothing. */
function bestFirst(a: Candidate, b: Candidate): number {
  if (b.worth.isLessThan(a.worth)) return -1;
  if (a.worth.isLessThan(b.worth)) return 1;
  return compare(a.benefit.category, b.benefit.category) || compare(a.benefit.person, b.benefit.person);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// ---------------------------------------------------------------------------------------- how much of it is covered

const BY_AREA: ReadonlySet<Method> = new Set<Method>(['area', 'heating', 'common', 'waste-area']);
const BY_VOLUME: ReadonlySet<Method> = new Set<Method>([
  'person',
  'metered',
  'social-norm',
  'hot-water',
  'hot-water-made-in-house',
  'sewage',
  'waste-person',
]);

function shareOn(
  day: LocalDate,
  benefit: BenefitFacts,
  premises: PremisesMonth,
  fee: Fee,
): BenefitPartShare | undefined {
  if (benefit.volumeNorms?.[fee.service] !== undefined) return volumeShare(benefit, fee);
  if (BY_AREA.has(fee.rule.method)) return areaShare(day, benefit, premises);
  return BY_VOLUME.has(fee.rule.method) ? volumeShare(benefit, fee) : undefined;
}

function areaShare(day: LocalDate, benefit: BenefitFacts, premises: PremisesMonth): BenefitPartShare | undefined {
  const { areaNorm } = benefit;
  const areas = premises.area();
  const area = areas instanceof Refusal ? undefined : areas.find((span) => span.from <= day && day < span.to);
  if (!areaNorm || !area) return undefined;
  const registered = registeredOn(day, premises);
  const persons = coveredOf(benefit, registered);
  const norm = registered === 1 ? (areaNorm.alone ?? areaNorm.person) : areaNorm.person;
  const covered = decimal(norm).times(count(persons));
  if (!Volume.of(covered).isLessThan(area.area)) return undefined;
  return { by: 'area', norm, persons, covered: covered.toString(), whole: area.text };
}

/** The norms of all days of the fee against its whole volume; one that isn't above zero is within any norm. */
function volumeShare(
  benefit: BenefitFacts,
  { service, rule, volume, charged, month }: Fee,
): BenefitPartShare | undefined {
  const given = benefit.volumeNorms?.[service];
  const norms = new Map<string, number>();
  let covered = Volume.zero;
  for (const span of charged) {
    for (const { from, to } of piecesOf(span, [], rule)) {
      const norm = given ?? ownNorm(from, rule);
      if (norm === null) return undefined;
      const persons = coveredOf(benefit, registeredOn(from, span.premises));
      const days = to - from;
      covered = covered.plus(Volume.parse(norm).times(count(persons)).share(days, month.days));
      norms.set(`${norm} ${persons}`, (norms.get(`${norm} ${persons}`) ?? 0) + days);
    }
  }
  if (volume.sign <= 0 || !covered.isLessThan(volume)) return undefined;
  return {
    by: 'volume',
    norms: [...norms].map(([key, days]) => [key.split(' ')[0]!, Number(key.split(' ')[1]), days] as const),
    covered: covered.toString(),
    whole: volume.toString(),
  };
}

/** What the service itself counts for a person and month; null: nothing. */
function ownNorm(day: LocalDate, rule: ServiceRule): string | null {
  if (rule.method === 'person') return '1';
  const norm = normsOf(rule).findLast(({ from, to }) => from <= day && day < (to ?? Infinity));
  if (!norm) return null;
  return rule.method === 'waste-person' ? `${norm.value}/${MONTHS_A_YEAR}` : norm.value;
}

const MONTHS_A_YEAR = 12;

function normsOf(rule: ServiceRule) {
  const norms = ('norms' in rule ? rule.norms : null) ?? [];
  return [...norms].sort((a, b) => a.from - b.from);
}

function coveredOf({ covered }: BenefitFacts, registered: number): number {
  return covered === 'all' ? registered : Math.min(covered ?? 1, registered);
}

function registeredOn(day: LocalDate, premises: PremisesMonth): number {
  return personsOf(premises).find((span) => span.from <= day && day < span.to)?.persons ?? 1;
}

/** Where nobody is registered and nobody owns, the holder stands alone. */
function personsOf(premises: PremisesMonth) {
  const { open } = premises;
  if (!open) return [];
  const persons = premises.persons(open);
  return persons instanceof Refusal ? [] : persons.filter((span) => span.persons > 0);
}

// ------------------------------------------------------------------------------------------------------- the working

function merged(found: readonly Found[]): Found[] {
  const parts = new Map<string, Found>();
  for (const { part, benefit } of found) {
    const { days, ...rest } = part;
    const key = JSON.stringify(rest);
    const before = parts.get(key);
    parts.set(key, before ? { benefit, part: { ...part, days: before.part.days + days } } : { benefit, part });
  }
  return [...parts.values()];
}

function clauseOf(parts: readonly Found[]): string {
  return [...new Set(parts.map(({ benefit }) => benefit.basis ?? 'ЖК РФ, ст. 160'))].join('; ');
}

function nameOf({ name, category }: BenefitFacts): string {
  return name ?? category;
}

function shownPercent(worth: Volume): string {
  return worth.toDecimal().round(2, Decimal.roundHalfUp).toString();
}
