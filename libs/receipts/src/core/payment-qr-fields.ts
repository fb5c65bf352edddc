import { ordinalOf, yearOf } from '@dvor/kernel';
import { monthName } from './month-name.js';
import type { NoPaymentQr, ReceiptBlock, ReceiptDraft } from './receipt-document.js';
import { shortenLegalForm } from './shorten-legal-form.js';

/**
 * What the payment code of a block says, by the names of ГОСТ Р 56042-2014, or why it has none. The payer's name and
 * address stay out: whoever finds the receipt learns no more from the code than a bank needs to find the account.
 */
export function paymentQrFields(
  receipt: ReceiptDraft,
  { title, recipient, due }: ReceiptBlock,
): { readonly fields: ReceiptQrFields } | { readonly missing: NoPaymentQr } {
  if (due.kopecks <= 0n) return { missing: 'nothing-due' };
  if (!recipient.bank) return { missing: 'no-bank-details' };
  const { account, bankName, bik, correspondentAccount } = recipient.bank;
  const { period } = receipt;
  const fields = {
    Name: shortenLegalForm(recipient.name),
    PersonalAcc: account,
    BankName: [...shortenLegalForm(bankName)].slice(0, 45).join(''), // the БИК is what names the bank
    BIC: bik,
    CorrespAcc: correspondentAccount ?? '',
    Sum: due.kopecks.toString(),
    PayeeINN: recipient.inn,
    KPP: recipient.kpp ?? '',
    PersAcc: receipt.account.number,
    PaymPeriod: `${String(ordinalOf(period)).padStart(2, '0')}${yearOf(period)}`,
    Purpose: `${title.replace(/жилищно-коммунальные услуги/iu, 'ЖКУ')} за ${monthName(period)}, ЛС ${receipt.account.number}`,
    UIN: receipt.account.gisDocumentId ?? '',
    TechCode: '02',
  };
  // Some readers take no more than 160 characters, though the standard has 210.
  return [...fields.Purpose].length <= 160 ? { fields } : { missing: 'requisites-unfit' };
}

export type ReceiptQrFields = Readonly<
  Record<
    | 'Name'
    | 'PersonalAcc'
    | 'BankName'
    | 'BIC'
    | 'CorrespAcc'
    | 'Sum'
    | 'PayeeINN'
    | 'KPP'
    | 'PersAcc'
    | 'PaymPeriod'
    | 'Purpose'
    | 'UIN'
    | 'TechCode',
    string
  >
>;
