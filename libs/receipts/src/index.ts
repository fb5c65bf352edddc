export * from './core/index.js';
export { issueReceipt } from './issue-receipt.js';
export { printHouseJob } from './jobs.js';
export { cutReceipt } from './print-cut.js';
export { type PrintedReceipts, ReceiptPrinter } from './print-receipts.js';
export { type PrintedHouse, Receipts, type ReceiptSummary } from './receipts.js';
export { ReceiptsModule } from './receipts.module.js';
