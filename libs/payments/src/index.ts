export { AdvanceOffsets } from './advance-offsets.js';
export { type Allocated, type AllocationEvidence, Allocations } from './allocations.js';
export { BillerDesk, type MetersOfAccount, type OpenDesk } from './biller-desk.js';
export { BILLER_DOORS, type BillerDoor } from './biller-doors.js';
export {
  type ChannelChange,
  ChannelDesk,
  type ChannelReadiness,
  type ChannelTrial,
  type NewFee,
  type TrialKind,
  TRIALS,
  waysOf,
} from './channel-desk.js';
export {
  BY_HAND,
  type Channel,
  type ChannelSettings,
  type ChannelState,
  type NewChannel,
  PaymentChannels,
} from './channels.js';
export * from './core/index.js';
export { type InvoiceCode, InvoiceCodes } from './invoice-codes.js';
export { Payees, type PayeeOf, paymentCodeTo } from './payees.js';
export { type Invoice, type InvoiceState, Invoices, type InvoiceWay } from './invoices.js';
export { offsetAdvancesJob } from './jobs.js';
export { MoneyInTransit } from './money-in-transit.js';
export { type PayersWords, type StoredWords } from './payers-words.js';
export { type EnteredMoney, PaymentDesk } from './payment-desk.js';
export { PaymentBatches } from './payment-batches.js';
export { type Doer, type PaymentOperationKind, PaymentOperations } from './payment-operations.js';
export {
  type PaymentCard,
  type PaymentFilter,
  type PaymentOperation,
  PaymentRegister,
  type PaymentRow,
  type PaymentTotals,
  type RecipientPart,
  type SplitPart,
} from './payment-register.js';
export { PaymentSuggestions, type Suggestion, type SuggestionReason } from './payment-suggestions.js';
export { PaymentsModule } from './payments.module.js';
export type { KnownPayment } from './payment-situation.js';
export { type MoneyIn, type NotRegistered, Payments, type Registered } from './payments.js';
export {
  type HeldMoney,
  type SupplierTransfer,
  SupplierTransfers,
  type TransferFilter,
  type TransferLine,
  type TransferState,
  type TransferTotals,
  type WaitingDay,
} from './supplier-transfers.js';
export { type OrderFile, TransferOrders } from './transfer-orders.js';
export { type PaymentWithReadings, readingsOfPayment } from './told-readings.js';
