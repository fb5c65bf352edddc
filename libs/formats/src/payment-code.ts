import { type Money, ordinalOf, type Period, yearOf } from '@dvor/kernel';
import { encodePaymentQr, paymentQrProblems } from './encode-payment-qr.js';
import type { PaymentQrFields } from './payment-qr-fields.js';
import { shortenLegalForm } from './shorten-legal-form.js';

/** Whom, how much, for whom and for what: all that a bank asks for housing and utilities. */
export interface PaymentCode {
  readonly recipient: {
    readonly name: string;
    readonly inn: string;
    readonly kpp: string | null;
    readonly bank: {
      readonly account: string;
      readonly bankName: string;
      readonly bik: string;
      readonly correspondentAccount: string | null;
    };
  };
  /** Above zero. */
  readonly sum: Money;
  /** Number of the payer's account (лицевой счёт). */
  readonly account: string;
  readonly period: Period | null;
  readonly purpose: string;
  /** The document's own id in ГИС ЖКХ. */
  readonly documentId: string | null;
}

/**
 * The text of the code, in UTF-8; names too long for it are tried in one-byte letters. `null`: the standard has no room
 * for these requisites, or some reader would not read the purpose to its end (160 characters, though the standard has 210).
 */
export function writePaymentCode(code: PaymentCode): string | null {
  if ([...code.purpose].length > 160) return null;
  const fields = paymentCodeFields(code);
  const encoding = (['utf-8', 'windows-1251'] as const).find((it) => paymentQrProblems(fields, it).length === 0);
  return encoding ? encodePaymentQr(fields, encoding) : null;
}

/**
 * What a payment code says, by the names of ГОСТ Р 56042-2014. The payer's name and address stay out: whoever finds it
 * learns no more from the code than a bank needs to find the account.
 */
function paymentCodeFields({ recipient, sum, account, period, purpose, documentId }: PaymentCode) {
  const { bank } = recipient;
  return {
    Name: shortenLegalForm(recipient.name),
    PersonalAcc: bank.account,
    BankName: [...shortenLegalForm(bank.bankName)].slice(0, 45).join(''), // the БИК is what names the bank
    BIC: bank.bik,
    CorrespAcc: bank.correspondentAccount ?? '',
    Sum: sum.kopecks.toString(),
    PayeeINN: recipient.inn,
    KPP: recipient.kpp ?? '',
    PersAcc: account,
    PaymPeriod: period === null ? '' : `${String(ordinalOf(period)).padStart(2, '0')}${yearOf(period)}`,
    Purpose: purpose,
    UIN: documentId ?? '',
    TechCode: '02',
  } satisfies PaymentQrFields;
}
