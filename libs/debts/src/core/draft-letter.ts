import {
  DomainError,
  formatDate,
  formatPeriod,
  type LocalDate,
  Money,
  ordinalOf,
  type Period,
  yearOf,
} from '@dvor/kernel';
import type { PortionPenalty } from '@dvor/penalties/core';
import { fillLine, fillWording, type LetterFields } from './fill-wording.js';
import type { DebtItem, LeftOutItem } from './may-be-sent.js';
import type { LetterKind, Wording } from './wordings.js';

/** All that a letter says, as it is kept for ever: sums as `1500.00`, days as `2026-11-21`, months as `2026-10`. */
export interface LetterContent {
  readonly form: 'letter-1';
  readonly kind: LetterKind;
  readonly number: string;
  readonly dated: string;
  /** The debt is that of this day. */
  readonly asOf: string;
  readonly payBy: string;
  readonly issuer: LetterIssuer;
  readonly account: { readonly number: string; readonly address: string };
  readonly debtor: string;
  readonly title: string;
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  readonly signer: { readonly post: string; readonly name: string };
  readonly principal: string;
  readonly penalty: string;
  readonly total: string;
  readonly months: readonly DebtRow[];
  readonly services: readonly ServiceRow[];
  readonly penalties: PenaltyTable;
  readonly leftOut: readonly { readonly period: string; readonly why: LeftOutItem['why']; readonly sum: string }[];
  readonly payees: readonly LetterPayee[];
}

export interface LetterIssuer {
  readonly name: string;
  readonly inn: string;
  readonly kpp: string | null;
  readonly ogrn: string | null;
  readonly address: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** What is owed for a month; principal + penalty = total. */
export interface DebtRow {
  readonly period: string;
  readonly due: string;
  readonly days: number;
  readonly principal: string;
  readonly penalty: string;
  readonly total: string;
}

export interface ServiceRow {
  readonly service: string;
  readonly principal: string;
  readonly penalty: string;
  readonly total: string;
}

/** The rows come to `accrued`; accrued − settled + brought = what is owed. */
export interface PenaltyTable {
  /** The last day that is in it; `null`: nothing was accrued. */
  readonly through: string | null;
  readonly rows: readonly PenaltyRow[];
  readonly accrued: string;
  /** Paid, or written off. */
  readonly settled: string;
  /** Accrued elsewhere, before the account was ours. */
  readonly brought: string;
}

/** Days of one month's debt that cost the same. */
export interface PenaltyRow {
  readonly period: string;
  readonly debt: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** Ten-thousandths of a percent. */
  readonly rate: number;
  readonly divisor: number;
  readonly free: PortionPenalty['spans'][number]['free'];
  readonly paidOn: string | null;
  readonly sum: string;
}

/** To whom what is paid. */
export interface LetterPayee {
  readonly name: string;
  readonly inn: string;
  readonly kpp: string | null;
  readonly bank: {
    readonly account: string;
    readonly name: string;
    readonly bik: string;
    readonly correspondentAccount: string | null;
  } | null;
  readonly sum: string;
  /** Text of the payment code; `null`: its requisites are not known or don't fit one. */
  readonly code: string | null;
}

/** The whole penalty of a place, as it was last accrued. */
export interface PlaceWorking {
  readonly recipientId: string;
  readonly serviceId: string;
  readonly origin: Period;
  readonly accrued: Money;
  readonly through: LocalDate;
  readonly portions: readonly PortionPenalty[];
}

export interface LetterFacts {
  readonly kind: LetterKind;
  readonly number: string;
  readonly dated: LocalDate;
  readonly asOf: LocalDate;
  readonly payBy: LocalDate;
  readonly issuer: LetterIssuer;
  readonly account: { readonly number: string; readonly address: string };
  readonly debtor: string;
  readonly wording: Wording;
  readonly items: readonly DebtItem[];
  readonly leftOut: readonly LeftOutItem[];
  readonly workings: readonly PlaceWorking[];
  readonly serviceName: (id: string) => string;
  readonly payees: readonly LetterPayee[];
  /** Names of what will be restricted, and in how many days. */
  readonly restriction: { readonly services: readonly string[]; readonly days: number } | null;
}

/**
 * Puts a letter together. Whatever it adds up was added up twice, from the debt's places and from the days of their
 * penalties.
 *
 * @throws DomainError `letter.does-not-add-up`, and those of `fillWording`
 */
export function draftLetter(facts: LetterFacts): LetterContent {
  const { items, wording, dated, asOf, payBy } = facts;
  const principal = Money.sum(items.map((item) => item.principal));
  const penalty = Money.sum(items.map((item) => item.penalty));
  const total = principal.plus(penalty);
  const fields = fieldsOf(facts, { principal, penalty, total });
  const content: LetterContent = {
    form: 'letter-1',
    kind: facts.kind,
    number: facts.number,
    ...{ dated: formatDate(dated), asOf: formatDate(asOf), payBy: formatDate(payBy) },
    ...{ issuer: facts.issuer, account: facts.account, debtor: facts.debtor },
    title: fillLine(wording.title, fields),
    opening: fillWording(wording.opening, fields),
    closing: fillWording(wording.closing, fields),
    signer: { post: wording.signerPost, name: wording.signerName },
    ...{ principal: principal.toString(), penalty: penalty.toString(), total: total.toString() },
    months: monthRows(items, asOf),
    services: serviceRows(items, facts.serviceName),
    penalties: penaltyTable(items, facts.workings),
    leftOut: leftOutRows(facts.leftOut),
    payees: facts.payees,
  };
  assertAddsUp(content);
  return content;
}

/** Places of one month and one day to pay stand in one row. */
export function monthRows(items: readonly DebtItem[], asOf: LocalDate): DebtRow[] {
  return grouped(items, ({ origin, due }) => `${origin} ${due}`).map((places) => ({
    period: formatPeriod(places[0]!.origin),
    due: formatDate(places[0]!.due),
    days: asOf - places[0]!.due,
    ...sumsOf(places),
  }));
}

export function serviceRows(items: readonly DebtItem[], serviceName: (id: string) => string): ServiceRow[] {
  return grouped(items, ({ serviceId }) => serviceId).map((places) => ({
    service: serviceName(places[0]!.serviceId),
    ...sumsOf(places),
  }));
}

/** Days that cost the same stand in one row, whatever services the month's debt is made of. */
export function penaltyTable(items: readonly DebtItem[], workings: readonly PlaceWorking[]): PenaltyTable {
  const known = new Map(workings.map((working) => [keyOf(working), working]));
  const mine = items.filter(({ penalty }) => !penalty.isZero);
  const used = mine.flatMap((item) => known.get(keyOf(item)) ?? []);
  const accrued = Money.sum(used.map((working) => working.accrued));
  const differences = mine.map((item) => (known.get(keyOf(item))?.accrued ?? Money.zero).minus(item.penalty));
  return {
    through: used.length === 0 ? null : formatDate(Math.max(...used.map(({ through }) => through)) as LocalDate),
    rows: penaltyRows(used),
    accrued: accrued.toString(),
    settled: Money.sum(differences.filter((one) => !one.isNegative)).toString(),
    brought: Money.sum(differences.filter((one) => one.isNegative))
      .negated()
      .toString(),
  };
}

function penaltyRows(workings: readonly PlaceWorking[]): PenaltyRow[] {
  const days = workings.flatMap(({ origin, portions }) =>
    portions.flatMap(({ amount, paidOn, spans }) => spans.map((span) => ({ origin, debt: amount, paidOn, span }))),
  );
  const key = ({ origin, paidOn, span }: (typeof days)[number]) =>
    [origin, span.from, span.to, span.rate, span.divisor, span.free, paidOn].join(' ');
  return grouped(days, key)
    .sort(([a], [b]) => a!.origin - b!.origin || a!.span.from - b!.span.from || a!.span.to - b!.span.to)
    .map((same) => {
      const { origin, paidOn, span } = same[0]!;
      return {
        period: formatPeriod(origin),
        debt: Money.sum(same.map(({ debt }) => debt)).toString(),
        ...{ from: formatDate(span.from), to: formatDate(span.to), days: span.days },
        ...{ rate: span.rate, divisor: span.divisor, free: span.free },
        paidOn: paidOn === null ? null : formatDate(paidOn),
        sum: Money.sum(same.map((one) => one.span.amount)).toString(),
      };
    });
}

function leftOutRows(leftOut: readonly LeftOutItem[]): LetterContent['leftOut'] {
  return grouped(leftOut, ({ item, why }) => `${item.origin} ${why}`).map((same) => ({
    period: formatPeriod(same[0]!.item.origin),
    why: same[0]!.why,
    sum: Money.sum(same.flatMap(({ item }) => [item.principal, item.penalty])).toString(),
  }));
}

/** @throws DomainError `letter.does-not-add-up` naming what and by how much */
export function assertAddsUp(
  content: Pick<LetterContent, 'principal' | 'penalty' | 'total' | 'months' | 'services' | 'penalties'> & {
    readonly payees?: LetterContent['payees'];
  },
): void {
  const { principal, penalty, total, months, services, penalties, payees } = content;
  const settled = Money.parse(penalties.accrued).minus(Money.parse(penalties.settled));
  const asked: readonly (readonly [string, Money, string])[] = [
    ['months: principal', added(months, (row) => row.principal), principal],
    ['months: penalty', added(months, (row) => row.penalty), penalty],
    ['months: total', added(months, (row) => row.total), total],
    ['services: principal', added(services, (row) => row.principal), principal],
    ['services: penalty', added(services, (row) => row.penalty), penalty],
    ['days of penalty', added(penalties.rows, (row) => row.sum), penalties.accrued],
    ['penalties', settled.plus(Money.parse(penalties.brought)), penalty],
    ...(payees ? [['payees', added(payees, (row) => row.sum), total] as const] : []),
  ];
  for (const [what, sum, told] of asked)
    if (sum.toString() !== told) throw new DomainError('letter.does-not-add-up', { what, sum: sum.toString(), told });
}

function added<Row>(rows: readonly Row[], sumOf: (row: Row) => string): Money {
  return Money.sum(rows.map((row) => Money.parse(sumOf(row))));
}

function sumsOf(places: readonly DebtItem[]): { principal: string; penalty: string; total: string } {
  const principal = Money.sum(places.map((place) => place.principal));
  const penalty = Money.sum(places.map((place) => place.penalty));
  return {
    ...{ principal: principal.toString(), penalty: penalty.toString() },
    total: principal.plus(penalty).toString(),
  };
}

function fieldsOf(
  { account, debtor, issuer, items, asOf, payBy, restriction }: LetterFacts,
  { principal, penalty, total }: { readonly principal: Money; readonly penalty: Money; readonly total: Money },
): LetterFields {
  return {
    должник: debtor,
    счёт: account.number,
    адрес: account.address,
    долг: roubles(principal),
    пени: roubles(penalty),
    всего: roubles(total),
    'на дату': dayOf(asOf),
    'оплатить до': dayOf(payBy),
    период: monthsText(items.map(({ origin }) => origin)),
    услуги: restriction?.services.join(', ') ?? '',
    'дней на оплату': restriction ? `${restriction.days} дней` : '',
    организация: issuer.name,
  };
}

/** `октябрь 2025 – март 2026`, or the one month. */
export function monthsText(periods: readonly Period[]): string {
  const [first, last] = [Math.min(...periods), Math.max(...periods)] as [Period, Period];
  return first === last ? monthText(first) : `${monthText(first)} – ${monthText(last)}`;
}

function monthText(period: Period): string {
  return `${MONTHS[ordinalOf(period) - 1]} ${yearOf(period)}`;
}

const MONTHS = [
  ...['январь', 'февраль', 'март', 'апрель', 'май', 'июнь'],
  ...['июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
];

/** `12 345,67 руб.`, as letters write it. */
export function roubles(money: Money): string {
  const [whole = '', fraction = ''] = money.toString().split('.');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0')},${fraction}\u00a0руб.`;
}

function dayOf(date: LocalDate): string {
  return formatDate(date).split('-').reverse().join('.');
}

function keyOf({ recipientId, serviceId, origin }: Pick<DebtItem, 'recipientId' | 'serviceId' | 'origin'>): string {
  return `${recipientId} ${serviceId} ${origin}`;
}

/** In the order in which the first of each comes. */
function grouped<T>(rows: readonly T[], key: (row: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const same = found.get(key(row));
    if (same) same.push(row);
    else found.set(key(row), [row]);
  }
  return [...found.values()];
}
