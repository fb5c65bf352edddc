import { describe, expect, it } from '@jest/globals';
import { decodePaymentQr } from '@dvor/formats';
import { DomainError, Money } from '@dvor/kernel';
import type { ReceiptDraft } from './core/index.js';
import { issueReceipt } from './issue-receipt.js';
import { samples } from './template/samples.js';

const draft: ReceiptDraft = samples.ordinary();

/** What the first block's code says. */
function codeOf(receipt: ReceiptDraft) {
  const made = issueReceipt(receipt).blocks[0]!.paymentQr;
  return 'payload' in made ? decodePaymentQr(made.payload, 'strict') : made;
}

/** The draft with another name of the first recipient. */
const named = (name: string): ReceiptDraft => ({
  ...draft,
  blocks: draft.blocks.map((block) => ({ ...block, recipient: { ...block.recipient, name } })),
});

describe('issueReceipt', () => {
  it('gives every block that has something to pay a code that reads back', () => {
    expect(codeOf(draft)).toMatchObject({
      ok: true,
      encoding: 'utf-8',
      values: { Sum: '1258307', PersAcc: '1000000001' },
    });
  });

  it('goes over to one-byte letters for a name too long in UTF-8', () => {
    const name =
      'Городское управление жилищно-коммунального хозяйства и благоустройства имени сорокалетия Победы на Оби';
    expect(codeOf(named(name))).toMatchObject({ ok: true, encoding: 'windows-1251', values: { Name: name } });
  });

  it('leaves the code out where even those are too many', () => {
    expect(codeOf(named('Управление '.repeat(20)))).toEqual({ missing: 'requisites-unfit' });
  });

  it('issues nothing that does not add up, and says whose and what', () => {
    const wrong = { ...draft, total: draft.total.plus(Money.parse('0.01')) };
    expect(() => issueReceipt(wrong)).toThrow(DomainError);
    expect(() => issueReceipt(wrong)).toThrow(
      'receipt-does-not-add-up {"receipt":"202610-1000000001","account":"1000000001","mismatches":[{"figure":"total","of":"к оплате","printed":"13433.42","added":"13433.41"}]}',
    );
  });
});
