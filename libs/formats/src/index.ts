export {
  type DecodedPaymentQr,
  decodePaymentQr,
  type PaymentQrReading,
  type PaymentQrValues,
} from './decode-payment-qr.js';
export { cleanValue, encodePaymentQr, paymentQrBytes, paymentQrProblems } from './encode-payment-qr.js';
export { formatPaymentPeriod, parsePaymentPeriod } from './payment-period.js';
export type { PaymentQrEncoding, PaymentQrField, PaymentQrFields, PaymentQrProblem } from './payment-qr-fields.js';
export { type QrSymbol, qrSvgPath } from './qr-symbol.js';
export { openTable, type OpenTableOptions } from './tables/open-table.js';
export type { Cell, CellProblem, Table, TableEncoding, TableFormat, TableNote, TableRow } from './tables/table.js';
