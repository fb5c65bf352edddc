import type { ReceiptDocument } from './core/index.js';
import { guessCrowded } from './guess-crowded.js';
import { PressRoom } from './press-room.js';
import { joinBatches, type PrintedBatch, readBatch, type ReceiptPages } from './print-cut.js';
import { receiptsBody, receiptsStyle } from './render-receipts.js';

export interface PrintedReceipts {
  /** All of them, one after another, each from a new sheet. */
  readonly file: Uint8Array;
  /** Where each stands in the file, in the order in which they were given. */
  readonly receipts: readonly ReceiptPages[];
}

/** Receipts laid out in one go. More would only take more memory: from thirty on the time for each stays the same. */
const BATCH = 40;

/**
 * Prints receipts by a headless Chromium, which starts with the first of them and stays. Up to `atOnce` batches are
 * laid out at a time, one a core but no more than four; further ones wait, so callers may ask for as many houses at once as they like.
 *
 * The same receipts in the same order give the same bytes on the same version of Chromium.
 */
export class ReceiptPrinter {
  private readonly room: PressRoom;

  constructor({ atOnce }: { readonly atOnce?: number } = {}) {
    this.room = new PressRoom(receiptsStyle, { atOnce });
  }

  /**
   * @throws DomainError `chromium-not-found`; `receipt-not-printed` for a receipt that has no page of its own.
   *   Whatever the browser itself breaks with, once it has done so three times.
   */
  async print(receipts: readonly ReceiptDocument[]): Promise<PrintedReceipts> {
    if (receipts.length === 0) throw new RangeError('no receipts to print');
    const printed = await Promise.all(batchesOf(receipts).map((batch) => this.printBatch(batch)));
    return joinBatches(printed);
  }

  /** Ends the browser. Batches still being printed fail; nothing can be printed any more. */
  async close(): Promise<void> {
    await this.room.close();
  }

  /** Nest's name for it. */
  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  private printBatch(receipts: readonly ReceiptDocument[]): Promise<PrintedBatch> {
    return this.room.inTurn(() => this.onFewestSheets(receipts));
  }

  /**
   * What would run over its sheet is set closer; what then still needs a second one stands at ease on both. So a receipt
   * of many services for three recipients takes one sheet, and nobody gets a second with three lines on it.
   */
  private async onFewestSheets(receipts: readonly ReceiptDocument[]): Promise<PrintedBatch> {
    const guessed = new Set(receipts.flatMap((receipt, index) => (guessCrowded(receipt) ? [index] : [])));
    const first = await this.layOut(receipts, guessed);
    const over = longerThanASheet(first);
    if (over.length === 0) return first;
    const closer = over.filter((index) => !guessed.has(index));
    const atEase = new Set(over.filter((index) => guessed.has(index)));
    const second = await this.layOut(receipts, new Set([...guessed, ...closer].filter((index) => !atEase.has(index))));
    const inVain = new Set(longerThanASheet(second).filter((index) => closer.includes(index)));
    if (inVain.size === 0) return second;
    return this.layOut(
      receipts,
      new Set([...guessed, ...closer].filter((one) => !atEase.has(one) && !inVain.has(one))),
    );
  }

  private layOut(receipts: readonly ReceiptDocument[], close: ReadonlySet<number>): Promise<PrintedBatch> {
    return this.room.print(receiptsBody(receipts, close), receipts.length, (pdf) => readBatch(pdf, receipts));
  }
}

function longerThanASheet({ places }: PrintedBatch): number[] {
  return places.flatMap(({ pages }, index) => (pages > 1 ? [index] : []));
}

/** As even as can be, none larger than a batch. */
function batchesOf(receipts: readonly ReceiptDocument[]): (readonly ReceiptDocument[])[] {
  const count = Math.ceil(receipts.length / BATCH);
  const size = Math.ceil(receipts.length / count);
  return Array.from({ length: count }, (_, index) => receipts.slice(index * size, (index + 1) * size));
}
