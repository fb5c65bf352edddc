import { DomainError } from '@dvor/kernel';
import { type ReceiptDocument, type ReceiptDraft, receiptMismatches } from './core/index.js';
import { paymentQr } from './payment-qr.js';

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
