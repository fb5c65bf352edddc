import { Money, type Period } from '@dvor/kernel';
import { amountOf, Volume } from '../volume.js';
import { evaluate, volumeOf } from '../working/evaluate.js';
import type { Working } from '../working/working.js';
import { zoneOf } from '../working/zone-of.js';
import { type Cause, type ComparedLine, type Reason, REASONS, type ServiceDifference } from './difference.js';
import { commonRate, joinWorkings } from './join-workings.js';
import { stepsBetween } from './substitute.js';
import { tariffChange } from './tariff-change.js';

// 50 m² at 31.00 for 30 days of 30 came to 1550.00; 52 m² at 33.00 for 20 days of 31 to 1107.10:
// tariff 50 · (33 − 31) = +100.00; area (52 − 50) · 33 = +66.00; days 52 · 33 · (20/31 − 1) = −608.90; in all −442.90

/** The months that are compared. */
export interface ComparedMonths {
  readonly before: Period;
  readonly after: Period;
  /** Lines that are alike in both months were left out by the asker: the account itself is neither new nor gone. */
  readonly others?: boolean;
}

/**
 * Why an account's bill differs from another month's, by service: for each the figures of the stored workings are put
 * in place of one another in a fixed order, and what each changed is its reason's part. The parts add up to the
 * difference to the kopeck: what rounding leaves goes with the last reason that has a part, in the order of `REASONS`.
 * Services that are charged alike are left out. The order of the lines means nothing.
 */
export function explainDifference(
  before: readonly ComparedLine[],
  after: readonly ComparedLine[],
  months: ComparedMonths,
): ServiceDifference[] {
  const [was, is] = [byService(before), byService(after)];
  const wholeAccount = !months.others && (before.length === 0 || after.length === 0);
  const services = [...new Set([...was.keys(), ...is.keys()])].sort((a, b) => (a < b ? -1 : 1));
  return services.flatMap((service) => {
    const [old, now] = [was.get(service) ?? [], is.get(service) ?? []];
    const causes = told(causesOf(old, now, { months, wholeAccount }));
    return causes.length === 0 ? [] : [{ service, before: amount(old), after: amount(now), causes }];
  });
}

interface Compared {
  readonly months: ComparedMonths;
  /** The account has no lines at all in one of the months. */
  readonly wholeAccount: boolean;
}

function causesOf(before: readonly ComparedLine[], after: readonly ComparedLine[], compared: Compared): Cause[] {
  const [was, is] = [byReason(before), byReason(after)];
  const apart = [...APART].flatMap((reason) => apartCause(reason, was.get(reason) ?? [], is.get(reason) ?? []));
  return [...apart, ...regularCauses(was.get(null) ?? [], is.get(null) ?? [], compared)];
}

// -------------------------------------------------------------------------- lines that are a reason by themselves

const APART: readonly Reason[] = ['absence', 'benefit', 'quality', 'correction', 'act', 'one-off'];

function byReason(lines: readonly ComparedLine[]): Map<Reason | null, ComparedLine[]> {
  return grouped(lines, reasonOf);
}

/** Null: a charge of its own month, which has figures to compare. */
function reasonOf({ part, origin, working }: ComparedLine): Reason | null {
  if (origin || CORRECTING.has(part) || CORRECTING.has(working.formula)) return 'correction';
  if (part === 'interference') return 'act';
  return APART.find((reason) => reason === part) ?? (working.formula === 'benefit' ? 'benefit' : null);
}

const CORRECTING: ReadonlySet<string> = new Set([
  'true-up',
  'manual',
  'fine',
  'heating-true-up',
  'common-true-up',
  'common-year',
]);

function apartCause(reason: Reason, before: readonly ComparedLine[], after: readonly ComparedLine[]): Cause[] {
  const difference = amount(after).minus(amount(before));
  if (difference.isZero) return [];
  const periods = [...new Set(after.flatMap(periodOf))].sort();
  return [{ reason, amount: difference, ...(periods.length > 0 && { periods }) }];
}

function periodOf({ origin, working }: ComparedLine): string[] {
  if (working.formula === 'true-up') return [working.period];
  return origin ? [origin.slice(0, 'yyyy-mm'.length)] : [];
}

// ------------------------------------------------------------------------------------------ charges of the month

function regularCauses(before: readonly ComparedLine[], after: readonly ComparedLine[], compared: Compared): Cause[] {
  if (before.length === 0 || after.length === 0) {
    const difference = amount(after).minus(amount(before));
    const reason = onlyOnce(before.length === 0 ? after : before, { begun: before.length === 0, compared });
    return before.length + after.length === 0 ? [] : [{ reason, amount: difference }];
  }
  const [was, is] = [grouped(before, keyOf), grouped(after, keyOf)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    if (old && now) return pairCauses(sorted(old), sorted(now), compared.months);
    const [alone, others] = old ? [old, after] : [now!, before];
    return [
      { reason: unpaired(alone, others, old ? before : after), amount: amount(now ?? []).minus(amount(old ?? [])) },
    ];
  });
}

function onlyOnce(lines: readonly ComparedLine[], { begun, compared }: { begun: boolean; compared: Compared }): Reason {
  const heating = lines.some(({ working }) => working.formula.startsWith('heating-'));
  if (heating && !compared.wholeAccount) return 'season';
  return begun ? 'begun' : 'ended';
}

/** What a line of a service stands beside in the other month: its part, its zone of the day, its tier. */
function keyOf({ part, working }: ComparedLine): string {
  const tier = working.formula === 'tier' ? `above ${working.bounds[0] === null ? 'nothing' : 'a bound'}` : '';
  return [part, zoneOf(working) ?? '', tier].join('/');
}

/** A part of a service that stands in one month alone, while other parts of it stand in both. */
function unpaired(
  alone: readonly ComparedLine[],
  others: readonly ComparedLine[],
  beside: readonly ComparedLine[],
): Reason {
  const [{ part, working }] = alone as [ComparedLine];
  if (part === 'excess') return formulasOf(beside) === formulasOf(others) ? 'factor' : 'method';
  const tiers = others.some((line) => line.working.formula === 'tier');
  return working.formula === 'tier' && tiers ? 'volume' : 'method';
}

function formulasOf(lines: readonly ComparedLine[]): string {
  const formulas = lines.filter(({ part }) => part !== 'excess').map(({ working }) => working.formula);
  return [...new Set(formulas)].sort().join();
}

function pairCauses(before: readonly ComparedLine[], after: readonly ComparedLine[], months: ComparedMonths): Cause[] {
  const [was, is] = [amount(before), amount(after)];
  const [workings, others] = [before.map(workingOf), after.map(workingOf)];
  if (was.equals(is) && sameText(workings, others)) return [];
  const [a, b] = [joinWorkings(workings), joinWorkings(others)];
  const causes = a && b ? substituted(a, b) : ratesAndTheRest(workings, others);
  const tariffs = tariffChange(workings, others, months);
  const named = causes.map((cause) => (cause.reason === 'tariff' ? { ...cause, ...tariffs } : cause));
  return withRemainder(summed(named), is.minus(was));
}

/** What each figure changed; one that leads through a division by zero goes with the next. */
function substituted(a: Working, b: Working): Cause[] {
  let last = evaluate(a);
  return stepsBetween(a, b).flatMap(({ reason, working, was, became, unit }) => {
    const next = attempted(() => evaluate(working));
    if (!next) return [];
    const amount = next.minus(last);
    last = next;
    const figures = was !== became && was !== undefined && became !== undefined ? { was, became, unit } : {};
    return amount.isZero ? [] : [{ reason, amount, ...defined(figures) }];
  });
}

/** Lines that can't be put together: what their common rate changed, and all else. */
function ratesAndTheRest(before: readonly Working[], after: readonly Working[]): Cause[] {
  const [was, is] = [commonRate(before), commonRate(after)];
  const ofRate = was && is ? change(was, is, totalVolume(before)) : Money.zero;
  const sum = (workings: readonly Working[]) => Money.sum(workings.map(evaluate));
  const rest = sum(after).minus(sum(before)).minus(ofRate);
  const formulas = (workings: readonly Working[]) => [...new Set(workings.map(({ formula }) => formula))].sort().join();
  const reason = formulas(before) === formulas(after) ? 'volume' : 'method';
  return [{ reason: 'tariff' as const, amount: ofRate }, { reason, amount: rest } as const].filter(
    ({ amount }) => !amount.isZero,
  );
}

function change(was: Volume, is: Volume, volume: Volume): Money {
  return amountOf(is, volume).minus(amountOf(was, volume));
}

function totalVolume(workings: readonly Working[]): Volume {
  return workings.map(volumeOf).reduce((sum, volume) => sum.plus(volume), Volume.zero);
}

function attempted<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

// ------------------------------------------------------------------------------------------------- putting together

function told(causes: readonly Cause[]): Cause[] {
  return summed(causes).filter(({ amount }) => !amount.isZero);
}

/** One cause a reason, in the fixed order; figures that differ are told by none. */
function summed(causes: readonly Cause[]): Cause[] {
  return REASONS.flatMap((reason) => {
    const own = causes.filter((cause) => cause.reason === reason);
    const [first, ...others] = own;
    if (!first) return [];
    if (others.length === 0) return [first];
    const amount = Money.sum(own.map(({ amount }) => amount));
    const { since, periods } = first;
    const alike = others.every((cause) => cause.was === first.was && cause.became === first.became);
    if (alike) return [{ ...first, amount }];
    const sameDay = since !== undefined && others.every((cause) => cause.since === since);
    return [{ reason, amount, ...(sameDay && { since }), ...(periods && { periods }) }];
  });
}

function withRemainder(causes: readonly Cause[], difference: Money): Cause[] {
  const left = difference.minus(Money.sum(causes.map(({ amount }) => amount)));
  if (left.isZero) return [...causes];
  const last = causes.at(-1);
  if (!last) return [{ reason: 'rounding', amount: left }];
  return [...causes.slice(0, -1), { ...last, amount: last.amount.plus(left) }];
}

function defined<T extends object>(figures: T): T {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined)) as T;
}

function byService(lines: readonly ComparedLine[]): Map<string, ComparedLine[]> {
  return grouped(lines, ({ service }) => service);
}

function grouped<K>(lines: readonly ComparedLine[], keyOf: (line: ComparedLine) => K): Map<K, ComparedLine[]> {
  const groups = new Map<K, ComparedLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

/** One order whatever the order of the lines. */
function sorted(lines: readonly ComparedLine[]): readonly ComparedLine[] {
  if (lines.length === 1) return lines;
  const texts = lines.map((line) => ({ line, text: JSON.stringify(line.working) }));
  return texts.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)).map(({ line }) => line);
}

function sameText(a: readonly Working[], b: readonly Working[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}

function workingOf({ working }: ComparedLine): Working {
  return working;
}

function amount(lines: readonly ComparedLine[]): Money {
  return Money.sum(lines.map(({ amount }) => amount));
}
