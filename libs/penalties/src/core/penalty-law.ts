import { type LawParameter, lawParameterOn } from '@dvor/catalogue/core';
import {
  contains,
  cutAtBoundaries,
  dateOf,
  DomainError,
  type Interval,
  type LocalDate,
  parseDecimal,
} from '@dvor/kernel';

/** Whose penalty: of all services (ЖК РФ, ст. 155 ч. 14) or of the contribution to capital repair (ч. 14.1). */
export const PENALTY_RULES = ['housing', 'capital-repair'] as const;
export type PenaltyRule = (typeof PENALTY_RULES)[number];

/** Days on which the same rule of law counts delay; `missing` names the parameter that nobody has given for them. */
export interface RuleSpan extends Interval {
  readonly rule: DelayRule | { readonly missing: string };
}

export interface DelayRule {
  /** Days of delay that cost nothing. */
  readonly freeDays: number;
  /** One such part of the rate for a day of delay. */
  readonly divisor: number;
  /** From which day of delay the part is another; `null`: it never is. */
  readonly raised: { readonly fromDay: number; readonly divisor: number } | null;
  readonly moratorium: Moratorium | null;
}

/** Delay goes on, its days cost nothing: for all debts, or for those alone that arose before its first day. */
export interface Moratorium {
  readonly from: LocalDate;
  readonly covers: 'all' | 'arisen-before';
}

/** Days with one yearly rate, the legal cap applied, in ten-thousandths of a percent: 9.5 % is 95000. */
export interface RateSpan extends Interval {
  readonly rate: number | { readonly missing: string };
}

/** All that the law and the organisation say of penalties, cut into days on which nothing changes. */
export interface PenaltyLaw {
  readonly rules: Readonly<Record<PenaltyRule, readonly RuleSpan[]>>;
  readonly rates: readonly RateSpan[];
}

export interface PenaltyChoices {
  /** The day of delay from which capital repair costs a penalty, where the organisation's fund says otherwise than the law's table. */
  readonly capitalRepairFromDay?: number;
  /** What holds where no act caps the rate any more: nothing (days are refused), the old cap, or no cap at all. */
  readonly uncapped: 'refuse' | '9.5' | 'none';
  /** Rates to be taken as they stand in place of the table and its cap. */
  readonly rates?: readonly (Interval & { readonly percent: string })[];
  /** Moratoria in place of the table's, for debts of any age. */
  readonly moratoria?: readonly Interval[];
}

/**
 * Reads dated parameters of law.
 *
 * @throws DomainError `penalty.law-value` for a row that can't be read
 */
export function penaltyLawOf(parameters: readonly LawParameter[], choices: PenaltyChoices): PenaltyLaw {
  const spansOf = (rule: PenaltyRule) =>
    merged(
      spans([...parameters, ...(choices.moratoria ?? [])]).map((days) => ({
        ...days,
        rule: orMissing(() => delayRule(parameters, rule, { on: days.from, choices })),
      })),
      (a, b) => JSON.stringify(a.rule) === JSON.stringify(b.rule),
    );
  return {
    rules: { housing: spansOf('housing'), 'capital-repair': spansOf('capital-repair') },
    rates: merged(
      spans(choices.rates ?? parameters).map((days) => ({
        ...days,
        rate: orMissing(() => rateOn(parameters, days.from, choices)),
      })),
      (a, b) => JSON.stringify(a.rate) === JSON.stringify(b.rate),
    ),
  };
}

/** The span of a day. Spans touch each other and cover all days. */
export function spanOn<Span extends Interval>(spans: readonly Span[], date: LocalDate): Span {
  let [low, high] = [0, spans.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spans[middle]!.from <= date) low = middle;
    else high = middle - 1;
  }
  return spans[low]!;
}

const BEGINNING = dateOf(1900, 1, 1);

function spans(dated: readonly Interval[]): Interval[] {
  const last = Math.max(BEGINNING, ...dated.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  const within = { from: BEGINNING, to: (last + 1) as LocalDate };
  return cutAtBoundaries(within, dated).map((days, i, all) => (i === all.length - 1 ? { ...days, to: null } : days));
}

function delayRule(
  parameters: readonly LawParameter[],
  rule: PenaltyRule,
  { on, choices }: { readonly on: LocalDate; readonly choices: PenaltyChoices },
): DelayRule {
  const whole = (code: string) => wholeOf(lawParameterOn(parameters, code, on));
  const moratorium = () => moratoriumOn(parameters, on, choices);
  if (rule === 'capital-repair') {
    const chosen = choices.capitalRepairFromDay;
    return {
      freeDays: chosen === undefined ? whole('penalty.capital-repair.free-days') : chosen - 1,
      divisor: whole('penalty.capital-repair.divisor'),
      raised: null,
      moratorium: moratorium(),
    };
  }
  const freeDays = whole('penalty.free-days');
  const raisedFrom = lawParameterOn(parameters, 'penalty.raised-from-day', on);
  return {
    freeDays,
    divisor: whole('penalty.divisor'),
    raised:
      raisedFrom.value === 'none' ? null : { fromDay: wholeOf(raisedFrom), divisor: whole('penalty.raised-divisor') },
    moratorium: moratorium(),
  };
}

function moratoriumOn(
  parameters: readonly LawParameter[],
  on: LocalDate,
  { moratoria }: PenaltyChoices,
): Moratorium | null {
  if (moratoria) {
    const found = moratoria.find((days) => contains(days, on));
    return found ? { from: found.from, covers: 'all' } : null;
  }
  const parameter = lawParameterOn(parameters, 'penalty.moratorium', on);
  const { from, value } = parameter;
  if (value === 'none') return null;
  if (value !== 'all' && value !== 'arisen-before') throw unreadable(parameter);
  return { from, covers: value };
}

/** Percent a year: the key rate (the refinancing rate before 2016), not above the cap of the day. */
function rateOn(parameters: readonly LawParameter[], on: LocalDate, { rates, uncapped }: PenaltyChoices): number {
  if (rates) {
    const found = rates.find((days) => contains(days, on));
    if (!found) throw new Missing('key-rate');
    return tenThousandths(found.percent);
  }
  const cap = capOn(parameters, on, uncapped);
  if (cap?.fixed) return cap.rate;
  const base = baseRateOn(parameters, on);
  return cap ? Math.min(cap.rate, base) : base;
}

function baseRateOn(parameters: readonly LawParameter[], on: LocalDate): number {
  const refinancing = lawParameterOn(parameters, 'refinancing-rate', on);
  return rateOf(refinancing.value === 'key-rate' ? lawParameterOn(parameters, 'key-rate', on) : refinancing);
}

interface Cap {
  readonly rate: number;
  /** It is the rate, whatever the key rate was. */
  readonly fixed: boolean;
}

function capOn(parameters: readonly LawParameter[], on: LocalDate, uncapped: PenaltyChoices['uncapped']): Cap | null {
  const parameter = parameters.find((one) => one.code === 'penalty.rate-cap' && contains(one, on));
  if (!parameter) {
    if (uncapped === 'refuse') throw new Missing('penalty.rate-cap');
    return uncapped === 'none' ? null : { rate: tenThousandths(uncapped), fixed: false };
  }
  if (parameter.value === 'none') return null;
  const [rate = '', fixed] = String(parameter.value).split(' ');
  return { rate: rateOf({ ...parameter, value: rate }), fixed: fixed === 'fixed' };
}

function wholeOf(parameter: LawParameter): number {
  const value = Number(parameter.value);
  if (!Number.isInteger(value) || value < 0) throw unreadable(parameter);
  return value;
}

function rateOf(parameter: LawParameter): number {
  const rate = parseDecimal(String(parameter.value));
  if (!rate || rate.lt('0')) throw unreadable(parameter);
  return tenThousandths(rate.toString());
}

function tenThousandths(percent: string): number {
  const rate = parseDecimal(percent)?.times('10000');
  if (!rate || rate.lt('0') || rate.gt('10000000') || !rate.eq(rate.round(0)))
    throw new DomainError('penalty.law-value', { code: 'key-rate', value: percent });
  return Number(rate.toFixed(0));
}

function unreadable({ code, value }: LawParameter): DomainError {
  return new DomainError('penalty.law-value', { code, value: String(value) });
}

class Missing extends Error {
  constructor(readonly parameter: string) {
    super(`${parameter} is not given`);
  }
}

/** What nobody has given is no fault until a day is reckoned by it. */
function orMissing<T>(read: () => T): T | { readonly missing: string } {
  try {
    return read();
  } catch (error) {
    if (error instanceof Missing) return { missing: error.parameter };
    if (error instanceof DomainError && error.code === 'law.parameter-expired')
      return { missing: String(error.details['code']) };
    throw error;
  }
}

function merged<Span extends Interval>(pieces: readonly Span[], same: (a: Span, b: Span) => boolean): Span[] {
  const found: Span[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last && same(last, piece)) found[found.length - 1] = { ...last, to: piece.to };
    else found.push(piece);
  }
  return found;
}
