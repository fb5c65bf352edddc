import { contains, cutAtBoundaries, formatDate, type LocalDate, Money } from '@dvor/kernel';
import { type Pause, payOff, type PenaltyCredit, type PenaltyDue, type Portion } from './pay-off.js';
import { type DelayRule, type PenaltyLaw, type PenaltyRule, spanOn } from './penalty-law.js';

/** The rate of the day of payment for the whole delay (unpaid: of the day asked for), or of each day its own. */
export type RateOf = 'payment-day' | 'each-day';

export interface PenaltyTerms {
  readonly law: PenaltyLaw;
  readonly rule: PenaltyRule;
  readonly rateOf: RateOf;
  /** Whether the day of payment is still a day of delay. */
  readonly paymentDay: 'included' | 'excluded';
  /** The last day that is counted; money that comes later is not known yet. */
  readonly asOf: LocalDate;
}

/** Why days of delay cost nothing. */
export type FreeReason = 'first-days' | 'moratorium' | 'instalments';

/** Days of delay with one rate and one part of it. Their sums add up to the portion's. */
export interface PenaltySpan {
  readonly from: LocalDate;
  /** The last day, included. */
  readonly to: LocalDate;
  readonly days: number;
  /** Ten-thousandths of a percent a year; 0 where the days are free. */
  readonly rate: number;
  readonly divisor: number;
  readonly free: FreeReason | null;
  readonly amount: Money;
}

/** The penalty on one part of a due: rounded once. */
export interface PortionPenalty extends Portion {
  readonly penalty: Money;
  readonly spans: readonly PenaltySpan[];
}

/** An ordinary outcome: the law says nothing for a day, so nothing is reckoned. */
export class PenaltyRefusal {
  constructor(
    readonly parameter: string,
    readonly date: LocalDate,
  ) {}

  get details(): { readonly parameter: string; readonly date: string } {
    return { parameter: this.parameter, date: formatDate(this.date) };
  }
}

/**
 * What the law makes of dues that were paid late or not at all, part by part:
 *
 *     penalty = Σ over days of delay: debt · rate / 100 / divisor        (ЖК РФ, ст. 155 ч. 14, 14.1)
 *
 * Day 1 is the day after the last day to pay. 1 000,00 due 15.06.2026, 9.5 %, unpaid on 15.09.2026: 30 days free,
 * 60 at 1/300 and 2 at 1/130 = 19,00 + 1,4615… = 20,46. Penalties themselves are never among the dues.
 */
export function accruePenalty(
  {
    dues,
    credits,
    pauses = [],
  }: {
    readonly dues: readonly PenaltyDue[];
    readonly credits: readonly PenaltyCredit[];
    /** Days of plans of instalments that were kept. */
    readonly pauses?: readonly Pause[];
  },
  terms: PenaltyTerms,
): readonly PortionPenalty[] | PenaltyRefusal {
  const found: PortionPenalty[] = [];
  const known = credits.filter(({ on }) => on <= terms.asOf);
  for (const portion of payOff(dues, known)) {
    const reckoned = ofPortion(portion, pauses, terms);
    if (reckoned instanceof PenaltyRefusal) return reckoned;
    found.push(reckoned);
  }
  return found;
}

export function totalOf(portions: readonly PortionPenalty[]): Money {
  return Money.sum(portions.map(({ penalty }) => penalty));
}

function ofPortion(portion: Portion, pauses: readonly Pause[], terms: PenaltyTerms): PortionPenalty | PenaltyRefusal {
  const { due, paidOn } = portion;
  const end = (paidOn === null ? terms.asOf : terms.paymentDay === 'included' ? paidOn : paidOn - 1) as LocalDate;
  const start = Math.max(due.due + 1, due.since ?? 0) as LocalDate;
  if (start > end || portion.amount.isZero) return { ...portion, penalty: Money.zero, spans: [] };
  const pieces: Piece[] = [];
  for (let from = start; from <= end;) {
    const { rule, to } = spanOn(terms.law.rules[terms.rule], from);
    const until = Math.min(end, to === null ? end : to - 1) as LocalDate;
    if ('missing' in rule) return new PenaltyRefusal(rule.missing, from);
    const priced = piecesOf(due, { rule, from, to: until }, { ...terms, rateDay: paidOn ?? terms.asOf });
    if (priced instanceof PenaltyRefusal) return priced;
    pieces.push(...priced);
    from = (until + 1) as LocalDate;
  }
  const priced = pauses.length === 0 ? pieces : paused(pieces, pausesOf(portion, pauses));
  return { ...portion, ...roundedOnce(portion.amount, joined(priced)) };
}

/** What was not paid within a pause whose days come back has had no pause. */
function pausesOf({ paidOn }: Portion, pauses: readonly Pause[]): Pause[] {
  return pauses.filter(({ to, comesBack }) => !comesBack || (paidOn !== null && (to === null || paidOn < to)));
}

/** Delay goes on within a pause, its days cost nothing. */
function paused(pieces: readonly Piece[], pauses: readonly Pause[]): Piece[] {
  return pieces.flatMap((piece) =>
    cutAtBoundaries({ from: piece.from, to: (piece.to + 1) as LocalDate }, pauses).map(({ from, to }): Piece => {
      const days = { ...piece, from, to: (to! - 1) as LocalDate };
      if (piece.free !== null || !pauses.some((pause) => contains(pause, from))) return days;
      return { ...days, rate: 0, divisor: 1, free: 'instalments' };
    }),
  );
}

type Piece = Omit<PenaltySpan, 'amount' | 'days'>;

interface Ruled {
  readonly rule: DelayRule;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

function piecesOf(
  { due, arose = due }: PenaltyDue,
  { rule, from, to }: Ruled,
  terms: PenaltyTerms & { readonly rateDay: LocalDate },
): Piece[] | PenaltyRefusal {
  const { freeDays, divisor, raised, moratorium } = rule;
  if (moratorium && (moratorium.covers === 'all' || arose < moratorium.from))
    return [{ from, to, rate: 0, divisor: 1, free: 'moratorium' }];
  const firstPriced = Math.max(from, due + freeDays + 1) as LocalDate;
  const firstRaised = (raised ? Math.max(firstPriced, due + raised.fromDay) : to + 1) as LocalDate;
  const pieces: Piece[] = [];
  if (from < firstPriced)
    pieces.push({ from, to: Math.min(to, firstPriced - 1) as LocalDate, rate: 0, divisor: 1, free: 'first-days' });
  for (const part of [
    { from: firstPriced, to: Math.min(to, firstRaised - 1) as LocalDate, divisor },
    { from: firstRaised, to, divisor: raised?.divisor ?? divisor },
  ]) {
    if (part.from > part.to) continue;
    const priced = terms.rateOf === 'each-day' ? byEachDay(part, terms.law) : byRateOf(terms.rateDay, part, terms.law);
    if (priced instanceof PenaltyRefusal) return priced;
    pieces.push(...priced);
  }
  return pieces;
}

type Unpriced = Pick<Piece, 'from' | 'to' | 'divisor'>;

function byRateOf(day: LocalDate, part: Unpriced, { rates }: PenaltyLaw): Piece[] | PenaltyRefusal {
  const { rate } = spanOn(rates, day);
  return typeof rate === 'number' ? [{ ...part, rate, free: null }] : new PenaltyRefusal(rate.missing, day);
}

function byEachDay({ from: first, to: last, divisor }: Unpriced, { rates }: PenaltyLaw): Piece[] | PenaltyRefusal {
  const pieces: Piece[] = [];
  for (let from = first; from <= last;) {
    const { rate, to: end } = spanOn(rates, from);
    if (typeof rate !== 'number') return new PenaltyRefusal(rate.missing, from);
    const to = Math.min(last, end === null ? last : end - 1) as LocalDate;
    pieces.push({ from, to, divisor, rate, free: null });
    from = (to + 1) as LocalDate;
  }
  return pieces;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last && last.rate === piece.rate && last.divisor === piece.divisor && last.free === piece.free)
      found[found.length - 1] = { ...last, to: piece.to };
    else found.push(piece);
  }
  return found;
}

/**
 * Each span's sum is what the exact sum up to its end, rounded, is more than that up to its beginning: so the rows add up
 * to the one rounded figure.
 */
function roundedOnce(debt: Money, pieces: readonly Piece[]): { penalty: Money; spans: PenaltySpan[] } {
  const common = pieces.reduce((all, { divisor }) => leastCommonMultiple(all, divisor), 1);
  const under = PERCENT * BigInt(common);
  let [exact, before] = [0n, 0n];
  const spans = pieces.map((piece): PenaltySpan => {
    const days = piece.to - piece.from + 1;
    exact += debt.kopecks * BigInt(piece.rate * days * (common / piece.divisor));
    const upTo = (2n * exact + under) / (2n * under); // half up: nothing here is below zero
    const amount = Money.ofKopecks(upTo - before);
    before = upTo;
    return { ...piece, days, amount };
  });
  return { penalty: Money.ofKopecks(before), spans };
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** A rate is in ten-thousandths of a hundredth. */
const PERCENT = 1_000_000n;
