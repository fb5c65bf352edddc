export {
  type OrderParty,
  type PaymentOrder,
  type PaymentOrderFile,
  PURPOSE_LENGTH,
  writePaymentOrders,
} from './bank-exchange/write-payment-orders.js';
export { BILLER_DIALECTS } from './billers/dialects.js';
export {
  type AccountAnswer,
  type BillerAnswer,
  type BillerCall,
  type BillerDialect,
  type BillerProtocol,
  type BillerReply,
  type BillerRequest,
  type BillerSettings,
  type CancelledAnswer,
  type CancelRequest,
  type CheckRequest,
  type PaidAnswer,
  type PayableService,
  type PayRequest,
  type Refusal,
  type RefusalReason,
  refusalWords,
  refused,
  type SchemaAnswer,
  type SchemaField,
  type SchemaRequest,
  type ServicesAnswer,
  type ServicesRequest,
  type StatusAnswer,
  type StatusRequest,
  type UnreadableRequest,
} from './billers/biller.js';
export { type ToldReading, type ToldReadings, toldReadings } from './billers/told-readings.js';
export { wrongFields } from './billers/my-services.js';
export {
  CHANNEL_PRESETS,
  type ChannelKind,
  type ChannelLimits,
  channelPreset,
  type ChannelPreset,
  type ChannelProtocol,
  isBuilt,
} from './billers/presets.js';
export {
  type DecodedPaymentQr,
  decodePaymentQr,
  type PaymentQrReading,
  type PaymentQrValues,
} from './decode-payment-qr.js';
export { cleanValue, encodePaymentQr, paymentQrBytes, paymentQrProblems } from './encode-payment-qr.js';
export { type Inspection, type InspectionProblem, inspectFile } from './inspect/inspect-file.js';
export {
  type Channel,
  type CountedChannel,
  type CountedInterval,
  type IntervalMessage,
  type IntervalProblem,
  type IntervalProblemReason,
  type MeteringPoint,
  type ReadIntervals,
} from './metering/interval-message.js';
export { readIntervalFile, type ReadIntervalsOfFile } from './metering/read-interval-file.js';
export { readIntervalMessage } from './metering/read-interval-message.js';
export {
  type MessageProblem,
  type ReadingsMessage,
  readReadingsMessage,
  type SaidMeter,
  type SaidReading,
  type SaidResource,
  type SaidZone,
} from './metering/read-readings-message.js';
export {
  type ReadingsRegistry,
  readReadingsRegistry,
  type RegistryProblem,
  type RegistryReading,
  type RegistryRow,
} from './metering/read-readings-registry.js';
export { type PaymentCode, writePaymentCode } from './payment-code.js';
export { formatPaymentPeriod, parsePaymentPeriod } from './payment-period.js';
export type { PaymentQrEncoding, PaymentQrField, PaymentQrFields, PaymentQrProblem } from './payment-qr-fields.js';
export { type QrSymbol, qrSvgPath } from './qr-symbol.js';
export { type MailAttachment, type ReadMail, readMail } from './mail/read-mail.js';
export { openTable, type OpenTableOptions } from './tables/open-table.js';
export type { Cell, CellProblem, Table, TableEncoding, TableFormat, TableNote, TableRow } from './tables/table.js';
export { type OutgoingCell, type OutgoingRows } from './tables/outgoing-cell.js';
export { writeCsv } from './tables/write-csv.js';
export { writeXlsx } from './tables/write-xlsx.js';
export { type GisIdentifierKind, identifierKey, readGisIdentifier } from './values/gis-identifier.js';
export type { Parsed } from './values/parsed.js';
export { type DateProblem, type ProbableDates, readDate } from './values/read-date.js';
export { type DecimalProblem, readDecimal } from './values/read-decimal.js';
export { type NameProblem, readPersonName } from './values/read-person-name.js';
export { type PhoneProblem, readPhone } from './values/read-phone.js';
export { type ReadShare, readShare, type ShareProblem } from './values/read-share.js';
export { writeZip } from './write-zip.js';
export { readYesNo } from './values/read-yes-no.js';
