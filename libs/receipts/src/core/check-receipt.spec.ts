import { describe, expect, it } from '@jest/globals';
import { decimal, Money, parsePeriod } from '@dvor/kernel';
import { samples } from '../template/samples.js';
import { receiptMismatches, totalDue } from './check-receipt.js';
import type { ReceiptDraft } from './receipt-document.js';

const receipt: ReceiptDraft = samples.full();
const kopeck = Money.parse('0.01');

/** The receipt with its first block, or that block's first line, altered. */
const withBlock = (change: (block: ReceiptDraft['blocks'][number]) => object): ReceiptDraft => ({
  ...receipt,
  blocks: receipt.blocks.map((block, place) => (place === 0 ? { ...block, ...change(block) } : block)),
});

const figures = (draft: ReceiptDraft) => receiptMismatches(draft).map(({ figure, of }) => `${figure}: ${of}`);

describe('receiptMismatches', () => {
  it('finds nothing in a receipt that adds up', () => {
    expect(figures(receipt)).toEqual([]);
  });

  it('finds a line whose parts come to another sum', () => {
    const off = withBlock(({ lines, charged, due }) => ({
      lines: lines.map((line, place) => (place === 0 ? { ...line, total: line.total.plus(kopeck) } : line)),
      charged: charged.plus(kopeck),
      due: due.plus(kopeck),
    }));
    expect(figures({ ...off, change: null, total: off.total.plus(kopeck) })).toEqual([
      'line-total: Содержание жилого помещения',
    ]);
  });

  it('finds lines that are not what the ledger charged', () => {
    const off = withBlock(({ charged, opening }) => ({
      charged: charged.plus(kopeck),
      opening: opening.minus(kopeck),
    }));
    expect(figures({ ...off, change: null })).toEqual(['block-charged: Жилищно-коммунальные услуги']);
  });

  it('finds a balance that does not follow from the month', () => {
    expect(figures(withBlock(({ paid }) => ({ paid: paid.plus(kopeck) })))).toEqual([
      'block-due: Жилищно-коммунальные услуги',
    ]);
  });

  it('finds a wrong total and says what is printed and what it adds up to', () => {
    expect(receiptMismatches({ ...receipt, total: Money.parse('1') })).toEqual([
      { figure: 'total', of: 'к оплате', printed: '1.00', added: receipt.total.toString() },
    ]);
  });

  it('finds a recalculation without its reason', () => {
    expect(figures({ ...receipt, recalculations: [] })).toEqual(['recalculations: перерасчёты']);
  });

  it('finds causes that do not explain the whole change', () => {
    const causes = receipt.change!.causes.slice(1);
    expect(figures({ ...receipt, change: { ...receipt.change!, causes } })).toEqual(['change: что изменилось']);
  });

  it('finds a house volume that is not premises and common together', () => {
    const volumes = receipt.house.volumes.map((volume) => ({
      ...volume,
      common: volume.common.plus(decimal('0.001')),
    }));
    expect(figures({ ...receipt, house: { ...receipt.house, volumes } })).toHaveLength(3);
  });

  it('lets no advance with one recipient pay a debt to another', () => {
    const [first, second] = receipt.blocks as [ReceiptDraft['blocks'][number], ReceiptDraft['blocks'][number]];
    const advance = { ...first, due: Money.parse('-500') };
    expect(totalDue([advance, second]).toString()).toBe(second.due.toString());
    expect(totalDue([advance]).toString()).toBe('0.00');
  });

  it('checks a first bill, which has no change to explain', () => {
    expect(figures({ ...samples.firstBill(), period: parsePeriod('2026-10') })).toEqual([]);
  });
});
