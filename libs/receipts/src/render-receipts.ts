import { readFileSync } from 'node:fs';
import { paymentQrBytes, type QrSymbol, qrSvgPath } from '@dvor/formats';
import type { ReceiptDocument } from './core/index.js';
import { templatesIn } from './paper-templates.js';
import { embeddedFonts } from './render-fonts.js';
import { type ReceiptView, receiptView } from './render-receipt-view.js';

/** Receipts as an HTML page with everything inside it, each beginning on a new sheet of A4. */
export function receiptsPage(receipts: readonly ReceiptDocument[]): string {
  const body = receiptsBody(receipts);
  return `<!doctype html><html lang="ru"><head><meta charset="utf-8"><style>${receiptsStyle()}</style></head><body>${body}</body></html>`;
}

/**
 * What stands in the page's body. All texts are escaped.
 *
 * @param close which receipts, counted from 0, are set closer: what runs over a sheet by a little then keeps to it
 */
export function receiptsBody(receipts: readonly ReceiptDocument[], close: ReadonlySet<number> = new Set()): string {
  const symbols = drawSymbols(receipts);
  const views = receipts.map((receipt, index) => ({
    ...receiptView(receipt, symbols),
    anchor: anchorOf(index),
    close: close.has(index),
  }));
  return `<style>${views.map(footer).join('')}</style>${template({ receipts: views })}`;
}

/**
 * The payment codes by their texts, drawn in order of length: the encoder remembers the frame of the last size it drew,
 * and making that takes as long as all the rest.
 */
function drawSymbols(receipts: readonly ReceiptDocument[]): ReadonlyMap<string, QrSymbol> {
  const codes = receipts
    .flatMap(({ blocks }) => blocks.flatMap(({ paymentQr }) => ('payload' in paymentQr ? [paymentQr.payload] : [])))
    .map((payload) => ({ payload, bytes: paymentQrBytes(payload) }))
    .sort((a, b) => a.bytes.length - b.bytes.length);
  return new Map(codes.map(({ payload, bytes }) => [payload, qrSvgPath(bytes)]));
}

/** Below every sheet stands whose it is, so that a second one can't go astray. */
function footer({ anchor, account, month }: ReceiptView & { readonly anchor: string }): string {
  const text = `Лицевой счёт ${account.number}, ${month}`.replaceAll(
    /[^\p{L}\p{N} ,./-]/gu,
    (sign) => `\\${sign.codePointAt(0)!.toString(16)} `,
  );
  return `@page ${anchor}{@bottom-right{content:"${text}"}}`;
}

/** The page's style, fonts included. */
export function receiptsStyle(): string {
  style ??= `${embeddedFonts()}\n${readFileSync(new URL('receipt.css', folder), 'utf8')}`;
  return style;
}

/** The name by which the place of a receipt, counted from 0, can be found in the printed file. */
export function anchorOf(index: number): string {
  return `receipt-${index + 1}`;
}

const folder = new URL('template/', import.meta.url);
const template = templatesIn(folder)('receipt');

let style: string | null = null;
