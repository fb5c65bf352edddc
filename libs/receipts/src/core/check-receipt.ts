import { type Decimal, Money } from '@dvor/kernel';
import type { ReceiptBlock, ReceiptDraft } from './receipt-document.js';

/** A figure of the receipt that is not what its parts come to. */
export interface ReceiptMismatch {
  /** Which figure: `line-total`, `block-charged` … */
  readonly figure:
    | 'line-total'
    | 'block-charged'
    | 'block-due'
    | 'total'
    | 'recalculations'
    | 'change'
    | 'house-volume'
    | 'instalments';
  /** Service, block or meter, as printed. */
  readonly of: string;
  readonly printed: string;
  readonly added: string;
}

/**
 * Adds up everything on the receipt again: the lines, the blocks (whose balances come from the ledger while their
 * lines come from the run), the total, the recalculations with their reasons, the change from last month, the house's
 * volumes. A receipt with a mismatch is not issued (RCP-02). Empty: it adds up. (A meter's consumption may well differ
 * from the difference of its readings: it turned over, or was replaced.)
 */
export function receiptMismatches(receipt: ReceiptDraft): ReceiptMismatch[] {
  return [
    ...receipt.blocks.flatMap(blockMismatches),
    ...unequal('total', 'к оплате', receipt.total, totalDue(receipt.blocks)),
    ...recalculationMismatches(receipt),
    ...changeMismatches(receipt),
    ...receipt.instalments.flatMap(({ number, due, interest, total }) =>
      unequal('instalments', `№ ${number}`, total, due.plus(interest)),
    ),
    ...receipt.house.volumes.flatMap(({ service, total, premises, common }) =>
      total.eq(premises.plus(common)) ? [] : [mismatch('house-volume', service, total, premises.plus(common))],
    ),
  ];
}

/** What there is to pay in all: an advance with one recipient pays no debt to another. */
export function totalDue(blocks: readonly ReceiptBlock[]): Money {
  return Money.sum(blocks.map((block) => block.due).filter((due) => !due.isNegative));
}

function blockMismatches(block: ReceiptBlock): ReceiptMismatch[] {
  return [
    ...block.lines.flatMap(({ service, charged, excess, recalculated, benefit, total }) =>
      unequal(
        'line-total',
        service,
        total,
        charged
          .plus(excess?.amount ?? Money.zero)
          .plus(recalculated)
          .minus(benefit),
      ),
    ),
    ...unequal('block-charged', block.title, block.charged, Money.sum(block.lines.map((line) => line.total))),
    ...unequal(
      'block-due',
      block.title,
      block.due,
      block.opening
        .plus(block.charged)
        .plus(block.penalty)
        .plus(block.interest)
        .minus(block.writtenOff)
        .minus(block.paid)
        .minus(block.deferred),
    ),
  ];
}

function recalculationMismatches({ blocks, recalculations }: ReceiptDraft): ReceiptMismatch[] {
  const printed = Money.sum(blocks.flatMap((block) => block.lines.map((line) => line.recalculated)));
  return unequal('recalculations', 'перерасчёты', printed, Money.sum(recalculations.map(({ amount }) => amount)));
}

function changeMismatches({ blocks, change }: ReceiptDraft): ReceiptMismatch[] {
  if (!change) return [];
  const difference = Money.sum(blocks.map((block) => block.charged)).minus(change.before);
  return unequal('change', 'что изменилось', difference, Money.sum(change.causes.map(({ amount }) => amount)));
}

function unequal(figure: ReceiptMismatch['figure'], of: string, printed: Money, added: Money): ReceiptMismatch[] {
  return printed.equals(added) ? [] : [mismatch(figure, of, printed, added)];
}

function mismatch(
  figure: ReceiptMismatch['figure'],
  of: string,
  printed: Money | Decimal,
  added: Money | Decimal,
): ReceiptMismatch {
  return { figure, of, printed: printed.toString(), added: added.toString() };
}
