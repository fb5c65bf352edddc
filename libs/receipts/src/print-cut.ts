import { DomainError, formatPeriod } from '@dvor/kernel';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from 'pdf-lib';
import type { ReceiptDocument } from './core/index.js';
import { monthName } from './core/index.js';
import { anchorOf } from './render-receipts.js';

/** Where a receipt stands in its house's file. */
export interface ReceiptPages {
  /** From 1. */
  readonly firstPage: number;
  readonly pages: number;
}

/** Receipts that were laid out in one go, as the browser wrote them, and where each of them came to stand. */
export interface PrintedBatch {
  readonly printed: PDFDocument;
  readonly receipts: readonly ReceiptDocument[];
  readonly places: readonly ReceiptPages[];
}

/** @throws DomainError `receipt-not-printed` for a receipt that has no page of its own. */
export async function readBatch(pdf: Uint8Array, receipts: readonly ReceiptDocument[]): Promise<PrintedBatch> {
  const printed = await PDFDocument.load(pdf, { updateMetadata: false });
  return { printed, receipts, places: pagesOf(printed, receipts) };
}

/**
 * The receipt's own PDF, cut out of its house's file. The same pages of the same file give the same bytes every time.
 *
 * @throws RangeError for pages that the file does not have.
 */
export async function cutReceipt(file: Uint8Array, { firstPage, pages }: ReceiptPages): Promise<Uint8Array> {
  const house = await PDFDocument.load(file, { updateMetadata: false });
  if (firstPage < 1 || pages < 1 || firstPage + pages - 1 > house.getPageCount()) {
    throw new RangeError(`a file of ${house.getPageCount()} pages has no ${pages} from page ${firstPage} on`);
  }
  const own = await PDFDocument.create({ updateMetadata: false });
  await appendPages(own, house, firstPage - 1, pages);
  describe(own, { title: house.getTitle() ?? '', author: house.getAuthor() ?? '', on: house.getCreationDate()! });
  return own.save({ useObjectStreams: false });
}

/** The house's file made of its batches, and where each receipt stands in it. */
export async function joinBatches(
  batches: readonly PrintedBatch[],
): Promise<{ readonly file: Uint8Array; readonly receipts: readonly ReceiptPages[] }> {
  const file = await PDFDocument.create({ updateMetadata: false });
  const receipts: ReceiptPages[] = [];
  for (const { printed, places } of batches) {
    const before = file.getPageCount();
    for (const { firstPage, pages } of places) receipts.push({ firstPage: before + firstPage, pages });
    await appendPages(file, printed, 0, printed.getPageCount());
  }
  const { period, issuedOn, issuer } = batches[0]!.receipts[0]!;
  describe(file, {
    title: `Квитанция за ${monthName(period)}`,
    author: issuer.name,
    on: new Date(issuedOn * 86_400_000),
  });
  return { file: await file.save({ useObjectStreams: false }), receipts };
}

/** Files of one house, one after another. */
export async function joinFiles(files: readonly Uint8Array[]): Promise<Uint8Array> {
  const whole = await PDFDocument.create({ updateMetadata: false });
  const parts = await Promise.all(files.map((file) => PDFDocument.load(file, { updateMetadata: false })));
  for (const part of parts) await appendPages(whole, part, 0, part.getPageCount());
  const first = parts[0]!;
  describe(whole, { title: first.getTitle() ?? '', author: first.getAuthor() ?? '', on: first.getCreationDate()! });
  return whole.save({ useObjectStreams: false });
}

/**
 * Each receipt begins with a link to itself, of no size: for such the browser notes the page where it came to stand.
 *
 * @throws DomainError `receipt-not-printed` for a receipt that has no page of its own.
 */
function pagesOf(printed: PDFDocument, receipts: readonly ReceiptDocument[]): ReceiptPages[] {
  const places = printed.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const numbers = new Map(printed.getPages().map((page, index) => [page.ref, index + 1]));
  const firsts = receipts.map((_, index) => {
    const place = places?.lookupMaybe(PDFName.of(anchorOf(index)), PDFArray)?.get(0);
    return place instanceof PDFRef ? (numbers.get(place) ?? 0) : 0;
  });
  return receipts.map(({ number, account, period }, index) => {
    const firstPage = firsts[index]!;
    const pages = (firsts[index + 1] ?? numbers.size + 1) - firstPage;
    if (firstPage < 1 || pages < 1 || (index === 0 && firstPage !== 1)) {
      throw new DomainError('receipt-not-printed', {
        receipt: number,
        account: account.number,
        period: formatPeriod(period),
      });
    }
    return { firstPage, pages };
  });
}

async function appendPages(to: PDFDocument, from: PDFDocument, first: number, count: number): Promise<void> {
  const indices = Array.from({ length: count }, (_, index) => first + index);
  for (const page of await to.copyPages(from, indices)) to.addPage(page);
}

/** Nothing of the day, the machine or the browser gets into the file. */
function describe(pdf: PDFDocument, { title, author, on }: { title: string; author: string; on: Date }): void {
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setAuthor(author);
  pdf.setProducer('Dvor');
  pdf.setCreator('Dvor');
  pdf.setCreationDate(on);
  pdf.setModificationDate(on);
  pdf.setLanguage('ru');
}
