import { encodePaymentQr, paymentQrProblems } from '@dvor/formats';
import { DomainError } from '@dvor/kernel';
import {
  type PaymentQr,
  paymentQrFields,
  type ReceiptBlock,
  type ReceiptDocument,
  type ReceiptDraft,
  receiptMismatches,
} from './core/index.js';

/**
 * Makes a draft into the document that will be printed and stored: adds everything up once more and gives each block
 * its payment code.
 *
 * @throws DomainError `receipt-does-not-add-up` with the account, the month and the figures that differ.
 */
export function issueReceipt(draft: ReceiptDraft): ReceiptDocument {
  const mismatches = receiptMismatches(draft);
  if (mismatches.length > 0) {
    throw new DomainError('receipt-does-not-add-up', {
      receipt: draft.number,
      account: draft.account.number,
      mismatches: mismatches.map((mismatch) => ({ ...mismatch })),
    });
  }
  return { ...draft, blocks: draft.blocks.map((block) => ({ ...block, paymentQr: paymentQr(draft, block) })) };
}

/** In UTF-8; names too long for it are tried in one-byte letters before the block goes without a code. */
function paymentQr(draft: ReceiptDraft, block: ReceiptBlock): PaymentQr {
  const made = paymentQrFields(draft, block);
  if ('missing' in made) return made;
  const encoding = (['utf-8', 'windows-1251'] as const).find((it) => paymentQrProblems(made.fields, it).length === 0);
  return encoding ? { payload: encodePaymentQr(made.fields, encoding) } : { missing: 'requisites-unfit' };
}
