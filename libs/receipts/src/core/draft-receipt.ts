import {
  addMonths,
  decimal,
  lastDay,
  type LocalDate,
  Money,
  ordinalOf,
  type Period,
  periodOfDate,
  yearOf,
} from '@dvor/kernel';
import { collectsItself } from '@dvor/catalogue/core';
import {
  explainDifference,
  type HouseFacts,
  mainCauses,
  type Part,
  type PremisesFacts,
  type Working,
  zoneOf,
} from '@dvor/billing/core';
import type {
  ChargeLine,
  HouseReference,
  Issuer,
  MeterReading,
  MeterRow,
  MonthChange,
  NormRow,
  ReceiptAccount,
  ReceiptBlock,
  ReceiptDraft,
  ReceiptSection,
  Recipient,
  VolumeSource,
} from './receipt-document.js';
import { placeOfRecalculation, recalculated, recalculationOf, recalculationsOf } from './recalculations.js';
import { totalDue } from './check-receipt.js';
import { moneyText } from './money-text.js';
import { monthName } from './month-name.js';
import { type OfferedInstalments, offerNote } from './offer-note.js';
import { mistakeNotes } from './mistake-notes.js';
import { settledNotes } from './settled-notes.js';

/** What is the same on all receipts of a house's month. */
export interface HouseMonth {
  readonly period: Period;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly issuer: Issuer;
  /** Collects for everyone but the capital-repair fund and principals with bank accounts of their own. */
  readonly collector: Recipient;
  readonly services: ReadonlyMap<string, ReceiptService>;
  readonly suppliers: ReadonlyMap<string, Recipient>;
  readonly meters: ReadonlyMap<string, ReceiptMeter>;
  /** What the month was charged from. */
  readonly facts: HouseFacts;
}

export interface ReceiptService {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly section: ReceiptSection;
}

export interface ReceiptMeter {
  readonly serial: string;
  readonly resource: string;
  readonly unit: string;
}

/** What is an account's own. */
export interface AccountMonth {
  readonly account: Pick<ReceiptAccount, 'number' | 'payer' | 'address' | 'area' | 'share'>;
  readonly facts: PremisesFacts;
  readonly lines: readonly BilledLine[];
  /** Of the closed month before; empty on an account's first bill. */
  readonly linesBefore: readonly BilledLine[];
  /** Owed at the month's start. */
  readonly opening: readonly OwnMoney[];
  /** What came until the receipt was issued, in this month and before it: those show the last payment alone. */
  readonly paid: readonly PaidIn[];
  /** Accrued in the month for late payment. */
  readonly penalties: readonly OwnMoney[];
  /** What instalments cost in the month. */
  readonly interest: readonly OwnMoney[];
  /** What of the charges was forgiven in the month. */
  readonly writtenOff: readonly OwnMoney[];
  /** What is paid by instalments after this receipt's day. */
  readonly deferred: readonly OwnMoney[];
  readonly instalments: ReceiptDraft['instalments'];
  /** Rights to instalments that wait for an answer. */
  readonly offers: readonly OfferedInstalments[];
  /** What social protection pays the executor for the month in the payer's stead. */
  readonly subsidy: Money;
}

export interface OwnMoney {
  /** `null`: it stands on the account as a whole. */
  readonly recipientId: string | null;
  readonly serviceId: string | null;
  readonly amount: Money;
}

export interface PaidIn extends OwnMoney {
  /** The month it is booked in. */
  readonly period: Period;
  /** The day it counts from. */
  readonly on: LocalDate;
  /** An advance that was set off: no money came. */
  readonly offset: boolean;
}

export interface BilledLine {
  readonly serviceId: string;
  readonly supplierId: string;
  readonly part: Part;
  readonly volume: string | null;
  readonly amount: Money;
  readonly working: Working;
}

/** Puts an account's month together as the document that the payer gets. */
export function draftReceipt(house: HouseMonth, own: AccountMonth): ReceiptDraft {
  const blocks = blocksOf(house, own);
  const total = totalDue(blocks);
  return {
    form: '43/пр-1',
    number: receiptNumber(own.account.number, house.period),
    period: house.period,
    issuedOn: house.issuedOn,
    dueOn: house.dueOn,
    issuer: house.issuer,
    account: { ...own.account, ...personsOf(house, own), unifiedNumber: null, servicesId: null, gisDocumentId: null },
    blocks,
    total,
    recalculations: recalculationsOf(own.lines, (id) => house.services.get(id)!.name),
    change: changeOf(house, own),
    meters: meterRows(house, own),
    norms: normRows(house, own),
    house: houseReference(house.facts),
    instalments: own.instalments,
    notes: [
      ...own.offers.map(offerNote),
      ...mistakeNotes(own.lines, (id) => house.services.get(id)!.name),
      ...settledNotes(own.lines, (id) => house.services.get(id)!.name),
      ...subsidyNotes(house.period, { subsidy: own.subsidy, total }),
    ],
  };
}

function receiptNumber(account: string, period: Period): string {
  return `${account}-${yearOf(period) % 100}${String(ordinalOf(period)).padStart(2, '0')}`;
}

// ------------------------------------------------------------------------------------------------------- blocks

/**
 * To whom money goes: to the collector; to the fund of capital repair, whose money is never mixed with other money (ЖК
 * РФ, ст. 171, 175); or to a principal for whom the collector is only an agent: `agency/7` by its id.
 */
type Purpose = 'utilities' | 'capital-repair' | `agency/${string}`;

type Place = Omit<OwnMoney, 'amount'>;

/** Those of whom there is anything to tell; principals last, in the order of their services. */
function blocksOf(house: HouseMonth, own: AccountMonth): ReceiptBlock[] {
  const purposeOf = purposesOf(house, own);
  const principals = placesOf(own)
    .map(purposeOf)
    .filter((purpose) => purpose.startsWith('agency/'));
  return [...new Set<Purpose>(['utilities', 'capital-repair', ...principals])]
    .map((purpose) => block(house, own, { purpose, mine: (place) => purposeOf(place) === purpose }))
    .filter((it) => it !== null);
}

/**
 * Money that names no service stays with the fund, or with the principal, that it names. A principal whose account in a
 * bank is not known is collected for by the agent, among all the rest.
 */
function purposesOf({ services, suppliers, collector }: HouseMonth, own: AccountMonth): (place: Place) => Purpose {
  const sectionOf = (serviceId: string | null) => services.get(serviceId ?? '')?.section;
  const isPrincipal = (id: string | null) => {
    const supplier = suppliers.get(id ?? '');
    return (
      supplier !== undefined && collectsItself('agency', { ...supplier, hasBank: supplier.bank !== null }, collector)
    );
  };
  const named = placesOf(own).filter(({ serviceId }) => serviceId !== null);
  const idsOf = (section: ReceiptSection) =>
    new Set(named.filter(({ serviceId }) => sectionOf(serviceId) === section).map(({ recipientId }) => recipientId));
  const [funds, principals] = [idsOf('capital-repair'), idsOf('agency')];
  return ({ serviceId, recipientId }) => {
    const of = (section: ReceiptSection, ids: ReadonlySet<string | null>) =>
      serviceId === null ? recipientId !== null && ids.has(recipientId) : sectionOf(serviceId) === section;
    if (of('capital-repair', funds)) return 'capital-repair';
    return of('agency', principals) && isPrincipal(recipientId) ? `agency/${recipientId}` : 'utilities';
  };
}

function placesOf({ lines, opening, paid, penalties, interest, writtenOff }: AccountMonth): Place[] {
  return [...lines.map(placeOf), ...opening, ...paid, ...penalties, ...interest, ...writtenOff];
}

function placeOf({ supplierId, serviceId }: BilledLine): Place {
  return { recipientId: supplierId, serviceId };
}

/**
 * What was paid is all that came from the month's start until the receipt is issued, so that nobody is asked for money
 * that has come already. The next receipt begins with this month's end and counts what came since once more, there.
 */
function block(
  house: HouseMonth,
  own: AccountMonth,
  { purpose, mine }: { readonly purpose: Purpose; readonly mine: (place: Place) => boolean },
): ReceiptBlock | null {
  const billed = own.lines.filter((line) => mine(placeOf(line)));
  const owed = own.opening.filter(mine);
  const opening = sumOf(owed);
  const came = own.paid.filter(mine);
  const paid = sumOf(came.filter(({ period }) => period >= house.period));
  const late = own.penalties.filter(mine);
  const penalty = sumOf(late);
  const cost = own.interest.filter(mine);
  const interest = sumOf(cost);
  const forgiven = own.writtenOff.filter(mine);
  const writtenOff = sumOf(forgiven);
  const deferred = sumOf(own.deferred.filter(mine));
  if (billed.length === 0 && [opening, paid, penalty, interest, writtenOff, deferred].every((sum) => sum.isZero))
    return null;
  const charged = sumOf(billed);
  const places = [...billed.map(placeOf), ...owed, ...came, ...late, ...cost, ...forgiven];
  return {
    title: titleOf(house, purpose, places),
    recipient: recipientOf(house, purpose, places),
    lines: chargeLines(house, billed),
    opening,
    charged,
    ...{ penalty, interest, writtenOff, deferred },
    paid,
    lastPayment: lastPayment(came),
    due: opening.plus(charged).plus(penalty).plus(interest).minus(writtenOff).minus(paid).minus(deferred),
  };
}

function recipientOf({ suppliers, collector }: HouseMonth, purpose: Purpose, places: readonly Place[]): Recipient {
  if (purpose === 'utilities') return collector;
  const id = places.find(({ recipientId }) => recipientId !== null)?.recipientId;
  return suppliers.get(id ?? '') ?? collector;
}

/** A principal's block is called by its services, as far as their names fit a payment's purpose. */
function titleOf({ services }: HouseMonth, purpose: Purpose, places: readonly Place[]): string {
  if (purpose === 'utilities') return 'Жилищно-коммунальные услуги';
  if (purpose === 'capital-repair') return 'Взнос на капитальный ремонт';
  const names = new Set(places.flatMap(({ serviceId }) => services.get(serviceId ?? '')?.name ?? []));
  const title = [...names].join(', ');
  return title !== '' && title.length <= LONGEST_TITLE ? title : 'Другие услуги';
}

const LONGEST_TITLE = 80;

/** Only what comes to the executor is told of; it lessens what is left to pay once it has come (ЖК РФ, ст. 159). */
function subsidyNotes(
  period: Period,
  { subsidy, total }: { readonly subsidy: Money; readonly total: Money },
): readonly string[] {
  if (subsidy.isZero) return [];
  const left = total.minus(subsidy);
  const rest = left.isNegative || left.isZero ? 'платить не нужно' : `останется заплатить ${moneyText(left)} ₽`;
  return [
    `Субсидия за ${monthName(period)}: ${moneyText(subsidy)} ₽ соцзащита перечисляет исполнителю. Если её ещё нет в строке «Оплачено», вам ${rest}.`,
  ];
}

/** The last day on which more came than was given back. */
function lastPayment(came: readonly PaidIn[]): ReceiptBlock['lastPayment'] {
  const byDay = new Map<LocalDate, Money>();
  for (const { on, amount, offset } of came) if (!offset) byDay.set(on, (byDay.get(on) ?? Money.zero).plus(amount));
  const paid = [...byDay].filter(([, amount]) => amount.compare(Money.zero) > 0);
  const [on, amount] = paid.sort(([a], [b]) => a - b).at(-1) ?? [];
  return on === undefined ? null : { on, amount: amount! };
}

function sumOf(money: readonly { readonly amount: Money }[]): Money {
  return Money.sum(money.map(({ amount }) => amount));
}

/** An excess stands in its own column of the line it was reckoned from. */
function chargeLines(house: HouseMonth, billed: readonly BilledLine[]): ChargeLine[] {
  const lines: ChargeLine[] = [];
  for (const line of billed) {
    const last = lines.at(-1);
    const service = house.services.get(line.serviceId)!;
    if (
      line.working.formula === 'excess' &&
      last &&
      !last.excess &&
      last.service === service.name &&
      last.tariff?.eq(decimal(line.working.rate))
    ) {
      lines[lines.length - 1] = {
        ...last,
        excess: { factor: decimal(line.working.factor), amount: line.amount },
        total: last.total.plus(line.amount),
      };
    } else if (recalculationOf(line.working)) addRecalculation(lines, service, line);
    else if (line.working.formula === 'benefit') lines.splice(0, lines.length, ...letOff(lines, service, line));
    else lines.push(chargeLine(service, line));
  }
  return lines;
}

/** It stands in its column of the service's own line; a fine, or where there is no such line, has one of its own. */
function addRecalculation(lines: ChargeLine[], service: ReceiptService, { amount, working }: BilledLine): void {
  const at = placeOfRecalculation(lines, working, (line) => isOf(line, service));
  if (at >= 0) lines[at] = recalculated(lines[at]!, amount);
  else {
    const name = working.formula === 'fine' ? `${service.name}, штраф исполнителя` : service.name;
    lines.push(recalculated(nothingOf({ ...service, name }), amount));
  }
}

/** A benefit stands in the columns of its service's lines, each as far as its charge goes; the last one takes what is left. */
function letOff(lines: readonly ChargeLine[], service: ReceiptService, { amount }: BilledLine): ChargeLine[] {
  const own = lines.filter((line) => isOf(line, service) && line.charged.compare(Money.zero) > 0);
  let left = amount.negated();
  const rest = lines.map((line) => {
    if (!own.includes(line)) return line;
    const benefit = line === own.at(-1) || left.compare(line.charged) <= 0 ? left : line.charged;
    left = left.minus(benefit);
    return { ...line, benefit: line.benefit.plus(benefit), total: line.total.minus(benefit) };
  });
  return left.isZero ? rest : [...rest, { ...nothingOf(service), benefit: left, total: left.negated() }];
}

function isOf(line: ChargeLine, { name, section }: ReceiptService): boolean {
  return line.section === section && (line.service === name || line.service.startsWith(`${name}, `));
}

function nothingOf({ name, unit, section }: ReceiptService): ChargeLine {
  const [none, zero] = [null, Money.zero];
  return {
    ...{ section, service: name, unit, volume: none, commonVolume: none, volumeBy: none, tariff: none, excess: none },
    ...{ charged: zero, recalculated: zero, benefit: zero, total: zero },
  };
}

function chargeLine(service: ReceiptService, { part, volume, amount, working }: BilledLine): ChargeLine {
  const own = volume === null || part === 'excess' ? null : decimal(volume);
  const excess = working.formula === 'excess' ? { factor: decimal(working.factor), amount } : null;
  return {
    section: service.section,
    service: nameOfLine(service, { part, working }),
    unit: part === 'heat' ? 'Гкал' : service.unit,
    volume: part === 'common' ? null : own,
    commonVolume: part === 'common' ? own : null,
    volumeBy: VOLUME_BY[working.formula] ?? null,
    tariff: working.rate === null ? null : decimal(working.rate),
    charged: excess ? Money.zero : amount,
    excess,
    recalculated: Money.zero,
    benefit: Money.zero,
    total: amount,
  };
}

/** A zone of the meter and a component of hot water have lines of their own. */
function nameOfLine({ name }: ReceiptService, { part, working }: Pick<BilledLine, 'part' | 'working'>): string {
  if (part === 'water' || part === 'heat') return `${name}, ${COMPONENTS[part]}`;
  const zone = zoneOf(working);
  return zone ? `${name}, ${ZONES[zone] ?? zone}` : name;
}

const COMPONENTS = { water: 'вода', heat: 'подогрев' } as const;

const ZONES: Readonly<Record<string, string>> = { day: 'день', night: 'ночь', peak: 'пик', 'half-peak': 'полупик' };

const VOLUME_BY: Readonly<Partial<Record<Working['formula'], VolumeSource>>> = {
  meter: 'meter',
  average: 'average',
  norm: 'norm',
  excess: 'norm',
  given: 'calculation',
  sewage: 'calculation',
  'heat-of-water': 'calculation',
  'heating-norm': 'norm',
  'heating-house': 'calculation',
  formula: 'calculation',
  'waste-person': 'norm',
  'waste-area': 'norm',
};

// -------------------------------------------------------------------------------------------------- what changed

/** The main reasons in the resident's words; a bill that did not change has nothing to tell. */
function changeOf({ period, services }: HouseMonth, { lines, linesBefore }: AccountMonth): MonthChange | null {
  if (linesBefore.length === 0) return null;
  const compared = (billed: readonly BilledLine[]) => billed.map((line) => ({ ...line, service: line.serviceId }));
  const months = { before: addMonths(period, -1), after: period };
  const causes = mainCauses(
    explainDifference(compared(linesBefore), compared(lines), months),
    (service) => services.get(service)?.name ?? '',
  );
  if (causes.length === 0) return null;
  return { before: sumOf(linesBefore), causes: causes.map(({ text, amount }) => ({ text, amount })) };
}

// ------------------------------------------------------------------------------------------------ reference data

function personsOf(house: HouseMonth, { facts }: AccountMonth): Pick<ReceiptAccount, 'persons' | 'personsAreOwners'> {
  const day = lastDay(house.period);
  const livingAt = ({ residents }: PremisesFacts) =>
    (residents ?? []).filter(({ from, to }) => from <= day && (to == null || to > day)).length;
  const registered = livingAt(facts);
  // Owners stand for persons where nobody is registered with any of the accounts that share the premises.
  const elsewhere =
    facts.share != null && house.facts.premises.some((one) => one.flat === facts.flat && livingAt(one) > 0);
  return registered > 0 || elsewhere
    ? { persons: registered, personsAreOwners: false }
    : { persons: facts.owners ?? null, personsAreOwners: true };
}

/** The account's own; where several share the premises, all of them show its meters. */
function meterRows({ meters, period, facts: { flats } }: HouseMonth, { facts }: AccountMonth): MeterRow[] {
  const shared = facts.share == null ? null : flats?.find(({ id }) => id === facts.flat)?.meters;
  return [...(facts.meters ?? []), ...(shared ?? [])].flatMap((meter) => {
    const about = meters.get(meter.id);
    if (!about) return [];
    const sorted = [...meter.readings].sort((a, b) => a.date - b.date);
    const monthOf = ({ date, counts }: Dial) => periodOfDate(counts ?? date);
    const current = sorted.findLast((reading) => monthOf(reading) === period) ?? null;
    const previous = sorted.findLast((reading) => monthOf(reading) < period) ?? null;
    const zones = zonesOf(current ?? previous);
    return zones.map((zone) => {
      const [before, after] = [readingOf(previous, zone), readingOf(current, zone)];
      return {
        ...about,
        zone: zone === null ? null : (ZONES[zone] ?? zone),
        previous: before,
        current: after,
        consumption: before && after && after.value.gte(before.value) ? after.value.minus(before.value) : null,
        verifiedUntil: meter.verifiedUntil ?? null,
      };
    });
  });
}

type Dial = NonNullable<PremisesFacts['meters']>[number]['readings'][number];

function zonesOf(reading: Dial | null): (string | null)[] {
  return reading === null || typeof reading.value === 'string' ? [null] : Object.keys(reading.value);
}

function readingOf(reading: Dial | null, zone: string | null): MeterReading | null {
  if (!reading) return null;
  const text = typeof reading.value === 'string' ? reading.value : zone === null ? undefined : reading.value[zone];
  return text === undefined ? null : { on: reading.date, value: decimal(text) };
}

/** The norms by which this account is or could be charged. */
function normRows({ facts, services }: HouseMonth, own: AccountMonth): NormRow[] {
  const names = new Map([...services.values()].map((service) => [service.code, service]));
  return facts.services.flatMap((rule) => {
    const norm = 'norms' in rule ? rule.norms?.at(-1) : undefined;
    const service = names.get(rule.code);
    if (!norm || !service || (rule.appliesTo && !rule.appliesTo.includes(own.facts.id))) return [];
    return [
      {
        service: service.name,
        value: decimal(norm.value),
        unit: NORM_UNITS[rule.method]?.(service.unit) ?? `${service.unit} на человека`,
      },
    ];
  });
}

/** What a norm is counted by, where it isn't a person and a month. */
const NORM_UNITS: Readonly<Partial<Record<string, (unit: string) => string>>> = {
  heating: (unit) => `${unit} на м²`,
  common: (unit) => `${unit} на м² общего имущества`,
  'waste-person': () => 'м³ на человека в год',
  'waste-area': () => 'м³ на м² в год',
};

function houseReference({ house }: HouseFacts): HouseReference {
  return {
    area: house.area == null ? null : decimal(house.area),
    commonArea: house.commonArea == null ? null : decimal(house.commonArea),
    volumes: [],
  };
}
