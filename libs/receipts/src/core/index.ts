export { type ReceiptMismatch, receiptMismatches, totalDue } from './check-receipt.js';
export {
  type AccountMonth,
  type BilledLine,
  draftReceipt,
  type HouseMonth,
  type ReceiptMeter,
  type ReceiptService,
} from './draft-receipt.js';
export { figureText, moneyText } from './money-text.js';
export { monthName } from './month-name.js';
export { type OfferedInstalments, offerNote } from './offer-note.js';
export type {
  BankDetails,
  ChargeLine,
  HouseReference,
  HouseVolume,
  InstalmentRow,
  IssuedBlock,
  Issuer,
  MeterReading,
  MeterRow,
  MonthChange,
  NoPaymentQr,
  NormRow,
  PaymentQr,
  RecalculationReason,
  ReceiptAccount,
  ReceiptBlock,
  ReceiptDocument,
  ReceiptDraft,
  ReceiptSection,
  Recipient,
  VolumeSource,
} from './receipt-document.js';
export { type Json, receiptFromJson, receiptToJson } from './receipt-json.js';
