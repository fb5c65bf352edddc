import { writePaymentCode } from '@dvor/formats';
import { monthName, type PaymentQr, type ReceiptBlock, type ReceiptDraft } from './core/index.js';

/** The payment code of a block, or why it has none. */
export function paymentQr(receipt: ReceiptDraft, { title, recipient, due }: ReceiptBlock): PaymentQr {
  const { bank } = recipient;
  if (due.kopecks <= 0n) return { missing: 'nothing-due' };
  if (!bank) return { missing: 'no-bank-details' };
  const { account, period } = receipt;
  const payload = writePaymentCode({
    recipient: { ...recipient, bank },
    sum: due,
    account: account.number,
    period,
    purpose: `${title.replace(/жилищно-коммунальные услуги/iu, 'ЖКУ')} за ${monthName(period)}, ЛС ${account.number}`,
    documentId: account.gisDocumentId,
  });
  return payload === null ? { missing: 'requisites-unfit' } : { payload };
}
