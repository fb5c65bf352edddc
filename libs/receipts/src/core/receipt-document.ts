import type { Decimal, LocalDate, Money, Period } from '@dvor/kernel';

/**
 * Everything that stands on a receipt (платёжный документ, order of Minstroy 43/пр of 26.01.2018), already decided:
 * whoever lays it out only writes it down. It is stored as it was issued (`receiptToJson`), so that any month can be
 * shown and printed again as it was.
 */
export interface ReceiptDocument<Block extends ReceiptBlock = IssuedBlock> {
  /** Which structure and layout it was issued in. A new order of the ministry gets a new name beside the old one. */
  readonly form: '43/пр-1';
  /** Never reused, even after a cancelled receipt. */
  readonly number: string;
  readonly period: Period;
  readonly issuedOn: LocalDate;
  /** The last day to pay, that day included. */
  readonly dueOn: LocalDate;
  readonly issuer: Issuer;
  readonly account: ReceiptAccount;
  /** One per recipient of money, in order of importance; a debt to one is never set off by an advance with another. */
  readonly blocks: readonly Block[];
  /** What there is to pay in all: the dues of the blocks that are above zero. */
  readonly total: Money;
  readonly recalculations: readonly RecalculationReason[];
  /** `null` on an account's first bill. */
  readonly change: MonthChange | null;
  readonly meters: readonly MeterRow[];
  readonly norms: readonly NormRow[];
  readonly house: HouseReference;
  /** Section 6 of the form: what is paid by instalments. */
  readonly instalments: readonly InstalmentRow[];
  /** What else the resident should know; short, a paragraph each. */
  readonly notes: readonly string[];
}

/** A receipt before it is issued: without its payment codes. */
export type ReceiptDraft = ReceiptDocument<ReceiptBlock>;

export interface Issuer {
  readonly name: string;
  readonly inn: string;
  readonly kpp: string | null;
  readonly ogrn: string | null;
  readonly address: string;
  readonly phone: string | null;
  /** Аварийно-диспетчерская служба. */
  readonly emergencyPhone: string | null;
  readonly email: string | null;
  readonly site: string | null;
}

export interface ReceiptAccount {
  readonly number: string;
  readonly payer: string;
  readonly address: string;
  /** m², total area of the premises. */
  readonly area: Decimal;
  /** `1/3`: what the account bears of the premises; `null`: all of it. */
  readonly share: string | null;
  /** Whom the charges by person counted, `null` where nothing is charged so. */
  readonly persons: number | null;
  /** Registered owners whose number is taken where nobody is registered. */
  readonly personsAreOwners: boolean;
  /** Единый лицевой счёт of ГИС ЖКХ. */
  readonly unifiedNumber: string | null;
  /** Идентификатор жилищно-коммунальных услуг. */
  readonly servicesId: string | null;
  /** The document's own id in ГИС ЖКХ; where there is one, payments carry it as `UIN`. */
  readonly gisDocumentId: string | null;
}

/** What is owed to one recipient, and how it came about: opening + charged + penalty + interest − written off − paid − deferred = due. */
export interface ReceiptBlock {
  /** «Жилищно-коммунальные услуги», «Взнос на капитальный ремонт». */
  readonly title: string;
  readonly recipient: Recipient;
  readonly lines: readonly ChargeLine[];
  /** At the month's start; negative: an advance. */
  readonly opening: Money;
  readonly charged: Money;
  readonly penalty: Money;
  /** On instalments. */
  readonly interest: Money;
  /** Forgiven of charges; below zero where a write-off was undone. */
  readonly writtenOff: Money;
  /** What of it is paid by instalments after this receipt's day. */
  readonly deferred: Money;
  /** From the month's start until the receipt was issued; below zero where more was given back. */
  readonly paid: Money;
  readonly lastPayment: { readonly on: LocalDate; readonly amount: Money } | null;
  /** Negative: an advance for the months to come. */
  readonly due: Money;
}

export interface IssuedBlock extends ReceiptBlock {
  readonly paymentQr: PaymentQr;
}

/** The text of the payment code, or why there is none. */
export type PaymentQr = { readonly payload: string } | { readonly missing: NoPaymentQr };

export type NoPaymentQr =
  /** There is nothing to pay. */
  | 'nothing-due'
  /** The recipient's bank account is not known. */
  | 'no-bank-details'
  /** A name, number or code that the standard refuses, or names too long for its 300 bytes. */
  | 'requisites-unfit';

export interface Recipient {
  readonly name: string;
  readonly inn: string;
  readonly kpp: string | null;
  readonly bank: BankDetails | null;
}

export interface BankDetails {
  readonly account: string;
  readonly bankName: string;
  readonly bik: string;
  /** `null`: the bank has none. */
  readonly correspondentAccount: string | null;
}

/** One service: charged + excess + recalculated − benefit = total. */
export interface ChargeLine {
  readonly section: ReceiptSection;
  readonly service: string;
  readonly unit: string;
  /** Of the premises; `null` where the charge knows no volume of its own. */
  readonly volume: Decimal | null;
  /** The share in what the common property used. */
  readonly commonVolume: Decimal | null;
  readonly volumeBy: VolumeSource | null;
  /** Roubles for a unit; `null` where the line has no single one. */
  readonly tariff: Decimal | null;
  readonly charged: Money;
  /** What the coefficient for a missing meter adds, with the coefficient. */
  readonly excess: { readonly factor: Decimal; readonly amount: Money } | null;
  readonly recalculated: Money;
  /** Положительная сумма льготы, taken off. */
  readonly benefit: Money;
  readonly total: Money;
}

export type ReceiptSection = 'housing' | 'common-property' | 'communal' | 'capital-repair' | 'agency' | 'other';

export type VolumeSource = 'meter' | 'average' | 'norm' | 'house-meter' | 'calculation';

/** Section 5 of the form: what was recalculated, for which month and why. */
export interface RecalculationReason {
  readonly service: string;
  readonly period: Period;
  readonly reason: string;
  readonly amount: Money;
}

/** A plan of instalments beside the bill: its sum, what this receipt asks of it, and its interest. */
export interface InstalmentRow {
  readonly number: number;
  /** By right where a fee has risen (ПП 354, п. 72), or agreed upon. */
  readonly byRight: boolean;
  /** All that was put off. */
  readonly debt: Money;
  /** What is left of it before this receipt is paid. */
  readonly left: Money;
  /** Of it, what is due by this receipt. */
  readonly due: Money;
  /** Percent a year. */
  readonly rate: Decimal;
  /** Asked by this receipt. */
  readonly interest: Money;
  /** Due and interest together. */
  readonly total: Money;
}

/** Why the month's charge differs from the month before; the amounts of the causes add up to the difference. */
export interface MonthChange {
  readonly before: Money;
  readonly causes: readonly { readonly text: string; readonly amount: Money }[];
}

/** One scale of a meter; a two-zone meter has two rows. */
export interface MeterRow {
  readonly resource: string;
  readonly serial: string;
  /** «день», «ночь»; `null` for a meter of one scale. */
  readonly zone: string | null;
  readonly unit: string;
  readonly previous: MeterReading | null;
  readonly current: MeterReading | null;
  readonly consumption: Decimal | null;
  /** The last day on which the verification is good. */
  readonly verifiedUntil: LocalDate | null;
}

export interface MeterReading {
  readonly on: LocalDate;
  readonly value: Decimal;
}

export interface NormRow {
  readonly service: string;
  readonly value: Decimal;
  /** «м³ на человека», «Гкал на м²». */
  readonly unit: string;
}

export interface HouseReference {
  /** m², all premises. */
  readonly area: Decimal | null;
  /** m², common property. */
  readonly commonArea: Decimal | null;
  readonly volumes: readonly HouseVolume[];
}

/** The house's month by one resource: total = premises + common. */
export interface HouseVolume {
  readonly service: string;
  readonly unit: string;
  /** By the house meter, where there is one. */
  readonly previous: Decimal | null;
  readonly current: Decimal | null;
  readonly total: Decimal;
  readonly premises: Decimal;
  readonly common: Decimal;
}
