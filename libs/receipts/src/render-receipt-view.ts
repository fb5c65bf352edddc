import type { QrSymbol } from '@dvor/formats';
import { addMonths, firstDay, Money, type Period } from '@dvor/kernel';
import {
  type ChargeLine,
  type InstalmentRow,
  type IssuedBlock,
  type MeterReading,
  type MeterRow,
  moneyText,
  monthName,
  type NoPaymentQr,
  type ReceiptAccount,
  type ReceiptDocument,
  type ReceiptSection,
  type Recipient,
  type VolumeSource,
} from './core/index.js';
import {
  changeText,
  dateInWords,
  dateText,
  dayInWords,
  moneyOrBlank,
  moneyOrDash,
  tariffText,
  volumeShown,
  volumeText,
} from './render-figures.js';

/** A receipt as texts for the template, which only places them. All that is optional is left out by `null` or `[]`. */
export type ReceiptView = ReturnType<typeof receiptView>;

export function receiptView(receipt: ReceiptDocument, symbols: ReadonlyMap<string, QrSymbol>) {
  const { blocks, issuer, period } = receipt;
  return {
    number: receipt.number,
    month: monthName(period),
    issuedOn: dateInWords(receipt.issuedOn),
    issuer: {
      ...issuer,
      requisites: joined([requisite('ИНН', issuer.inn), requisite('КПП', issuer.kpp), requisite('ОГРН', issuer.ogrn)]),
      contacts: joined([issuer.phone, issuer.email, issuer.site]),
    },
    account: accountView(receipt.account),
    due: dueView(receipt),
    several: blocks.length > 1,
    blocks: blocks.map((block) => blockView(block, period, symbols)),
    columns: columnsOf(blocks),
    charges: blocks.map((block) => chargesView(block, blocks.length > 1)),
    legend: legendOf(blocks),
    recalculations: receipt.recalculations.map(({ service, period: month, reason, amount }) => ({
      what: `${service} за ${monthName(month)}: ${reason}`,
      amount: changeText(amount),
    })),
    change: receipt.change && {
      before: moneyText(receipt.change.before),
      monthBefore: monthName(addMonths(period, -1)),
      now: moneyText(Money.sum(blocks.map(({ charged }) => charged))),
      causes: receipt.change.causes.map(({ text, amount }) => ({ text, amount: changeText(amount) })),
    },
    meters: receipt.meters.map(meterView),
    instalments: receipt.instalments.map(instalmentView),
    notes: receipt.notes,
    reference: referenceView(receipt),
  };
}

function accountView({ number, payer, address, area, share, persons, personsAreOwners, ...ids }: ReceiptAccount) {
  const counted = persons === null ? null : `${personsAreOwners ? 'собственников' : 'проживает'}: ${persons}`;
  return {
    ...{ number, payer, address },
    facts: joined([`площадь ${volumeText(area)} м²`, share && `доля ${share}`, counted]),
    identifiers: joined([
      requisite('ЕЛС', ids.unifiedNumber),
      requisite('ИЖКУ', ids.servicesId),
      requisite('№ в ГИС ЖКХ', ids.gisDocumentId),
    ]),
  };
}

function dueView({ blocks, total, dueOn }: ReceiptDocument) {
  const advance = Money.sum(blocks.map(({ due }) => due).filter((due) => due.isNegative)).negated();
  return {
    total: moneyText(total),
    day: total.isZero ? null : dayInWords(dueOn),
    advance: total.isZero && !advance.isZero ? moneyText(advance) : null,
  };
}

function blockView(
  { title, paymentQr, recipient, ...block }: IssuedBlock,
  period: Period,
  symbols: ReadonlyMap<string, QrSymbol>,
) {
  const since = dayInWords(firstDay(period));
  const opening = block.opening.isNegative ? `Переплата на ${since}` : `Долг на ${since}`;
  return {
    title,
    recipient: { name: recipient.name, requisites: requisitesView(recipient) },
    qr: 'payload' in paymentQr ? qrView(symbols.get(paymentQr.payload)!) : null,
    noQr: 'payload' in paymentQr ? null : NO_QR[paymentQr.missing],
    sums: [
      { what: opening, sum: moneyOrDash(block.opening) },
      { what: 'Начислено за месяц', sum: moneyOrDash(block.charged) },
      ...(block.penalty.isZero ? [] : [{ what: 'Пени', sum: moneyText(block.penalty) }]),
      ...(block.interest.isZero ? [] : [{ what: 'Проценты за рассрочку', sum: moneyText(block.interest) }]),
      ...(block.writtenOff.isZero ? [] : [{ what: 'Списано', sum: moneyText(block.writtenOff.negated()) }]),
      { what: paidText(block), sum: moneyOrDash(block.paid.negated()) },
      ...(block.deferred.isZero
        ? []
        : [{ what: 'В рассрочке, платить позже', sum: moneyText(block.deferred.negated()) }]),
    ],
    due: block.due.isNegative
      ? { what: 'Переплата', sum: moneyText(block.due.negated()) }
      : { what: 'К оплате', sum: moneyText(block.due) },
  };
}

function requisitesView({ inn, kpp, bank }: Recipient) {
  const taxpayer = { what: kpp ? 'ИНН, КПП' : 'ИНН', value: kpp ? `${inn}, ${kpp}` : inn };
  if (!bank) return [taxpayer];
  return [
    { what: 'Счёт', value: bank.account },
    { what: 'Банк', value: bank.bankName },
    { what: 'БИК', value: bank.bik },
    ...(bank.correspondentAccount === null ? [] : [{ what: 'Корр. счёт', value: bank.correspondentAccount }]),
    taxpayer,
  ];
}

const NO_QR: Readonly<Record<NoPaymentQr, string>> = {
  'nothing-due': 'Платить не нужно',
  'no-bank-details': 'Кода для оплаты нет: получатель не сообщил счёт в банке',
  'requisites-unfit': 'Кода для оплаты нет: заплатите по реквизитам рядом',
};

/** The last payment's sum is told where it is not the whole of what was paid. */
function paidText({ paid, lastPayment: last }: Pick<IssuedBlock, 'paid' | 'lastPayment'>): string {
  if (!last) return 'Оплачено';
  const day = `Оплачено, последний раз ${dateText(last.on)}`;
  return last.amount.equals(paid) ? day : `${day} — ${moneyText(last.amount)}`;
}

function qrView({ modules, path, strokeWidth }: QrSymbol) {
  return { path, strokeWidth, box: `0 0 ${modules} ${modules}` };
}

interface Columns {
  readonly excess: boolean;
  readonly benefit: boolean;
  /** How many there are. */
  readonly all: number;
}

/** The form's rarer columns stand only where a line uses them, so that the others stay wide enough to read. */
function columnsOf(blocks: readonly IssuedBlock[]): Columns {
  const lines = blocks.flatMap((block) => block.lines);
  const excess = lines.some((line) => line.excess !== null);
  const benefit = lines.some((line) => !line.benefit.isZero);
  return { excess, benefit, all: 8 + (excess ? 2 : 0) + (benefit ? 1 : 0) };
}

const SECTIONS: readonly (readonly [ReceiptSection, string])[] = [
  ['housing', 'Содержание жилья'],
  ['common-property', 'Общий двор и подъезд (ОДН)'],
  ['communal', 'Коммунальные услуги'],
  ['capital-repair', 'Капитальный ремонт'],
  ['agency', 'Другие услуги'],
  ['other', 'Разовые работы'],
];

function chargesView({ title, lines, charged }: IssuedBlock, oneOfSeveral: boolean) {
  const sections = SECTIONS.map(([section, name]) => ({
    name,
    lines: lines.filter((line) => line.section === section).map(lineView),
  })).filter((section) => section.lines.length > 0);
  return {
    sections: sections.map((section) => ({ ...section, named: oneOfSeveral || sections.length > 1 })),
    // One line is its own sum.
    sums: lines.length > 1 && {
      what: oneOfSeveral ? `Итого: ${title.charAt(0).toLowerCase()}${title.slice(1)}` : 'Итого за месяц',
      charged: moneyOrDash(Money.sum(lines.map((line) => line.charged))),
      excess: moneyOrBlank(Money.sum(lines.map((line) => line.excess?.amount ?? Money.zero))),
      recalculated: moneyOrBlank(Money.sum(lines.map((line) => line.recalculated))),
      benefit: moneyOrBlank(Money.sum(lines.map((line) => line.benefit.negated()))),
      total: moneyText(charged),
    },
  };
}

function lineView(line: ChargeLine) {
  return {
    service: line.service,
    unit: line.unit,
    volume: volumeShown(line.volume, line.unit),
    commonVolume: volumeShown(line.commonVolume, line.unit),
    by: line.volumeBy && VOLUME_SOURCES[line.volumeBy].letter,
    tariff: tariffText(line.tariff),
    charged: moneyOrDash(line.charged),
    factor: line.excess ? `×${volumeText(line.excess.factor)}` : '',
    excess: line.excess ? moneyOrDash(line.excess.amount) : '',
    recalculated: moneyOrBlank(line.recalculated),
    benefit: moneyOrBlank(line.benefit.negated()),
    total: moneyOrDash(line.total),
  };
}

const VOLUME_SOURCES: Readonly<Record<VolumeSource, { readonly letter: string; readonly meaning: string }>> = {
  meter: { letter: 'п', meaning: 'по показаниям прибора' },
  average: { letter: 'с', meaning: 'по среднему за прошлые месяцы' },
  norm: { letter: 'н', meaning: 'по нормативу' },
  'house-meter': { letter: 'д', meaning: 'по общедомовому прибору' },
  calculation: { letter: 'р', meaning: 'расчётным путём' },
};

function legendOf(blocks: readonly IssuedBlock[]): string {
  const used = new Set(blocks.flatMap((block) => block.lines.map((line) => line.volumeBy)));
  return (Object.keys(VOLUME_SOURCES) as VolumeSource[])
    .filter((source) => used.has(source))
    .map((source) => `${VOLUME_SOURCES[source].letter} — ${VOLUME_SOURCES[source].meaning}`)
    .join(', ');
}

function instalmentView({ number, byRight, debt, left, due, rate, interest, total }: InstalmentRow) {
  return {
    what: `№ ${number} ${byRight ? 'по ПП 354, п. 72' : 'по соглашению'}`,
    ...{ debt: moneyText(debt), left: moneyText(left), due: moneyOrDash(due) },
    rate: rate.eq('0') ? '—' : `${volumeText(rate)} %`,
    ...{ interest: moneyOrDash(interest), total: moneyOrDash(total) },
  };
}

function meterView({ resource, zone, serial, unit, previous, current, consumption, verifiedUntil }: MeterRow) {
  return {
    what: zone ? `${resource}, ${zone}` : resource,
    serial,
    previous: readingText(previous),
    current: readingText(current),
    consumption: consumption === null ? '—' : `${volumeText(consumption)} ${unit}`,
    verifiedUntil: verifiedUntil === null ? '—' : dateText(verifiedUntil),
  };
}

/** `419 на 21.10`: the year stands in the receipt's head. */
function readingText(reading: MeterReading | null): string {
  return reading ? `${volumeText(reading.value)} на ${dateText(reading.on).slice(0, 5)}` : '—';
}

function referenceView({ house, norms }: ReceiptDocument) {
  const areas = joined([
    house.area && `площадь помещений дома ${volumeText(house.area)} м²`,
    house.commonArea && `площадь общего имущества ${volumeText(house.commonArea)} м²`,
  ]);
  const normed = norms.map(({ service, value, unit }) => `${service} ${volumeText(value)} ${unit}`).join(', ');
  const texts = [normed && `Нормативы: ${normed}`, areas].filter(Boolean);
  if (texts.length === 0 && house.volumes.length === 0) return null;
  return {
    texts: texts.map((text) => `${text}.`),
    metered: house.volumes.some(({ previous, current }) => previous || current),
    volumes: house.volumes.map(({ service, unit, previous, current, total, premises, common }) => ({
      ...{ what: `${service}, ${unit}`, previous: volumeText(previous), current: volumeText(current) },
      ...{
        total: volumeShown(total, unit),
        premises: volumeShown(premises, unit),
        common: volumeShown(common, unit),
      },
    })),
  };
}

function requisite(name: string, value: string | null): string | null {
  return value && `${name} ${value}`;
}

/** The texts there are, with middle dots between; the first letter a capital. */
function joined(texts: readonly (string | null)[]): string {
  const text = texts.filter(Boolean).join(' · ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
