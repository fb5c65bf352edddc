export { AdvanceOffsets } from './advance-offsets.js';
export { type Allocated, type AllocationEvidence, Allocations } from './allocations.js';
export { BILLER_DOORS, BillerDesk, type BillerDoor, type OpenDesk } from './biller-desk.js';
export {
  type Channel,
  type ChannelFee,
  type ChannelSettings,
  type ChannelState,
  feeOf,
  PaymentChannels,
} from './channels.js';
export * from './core/index.js';
export { offsetAdvancesJob } from './jobs.js';
export { type PayersWords } from './payers-words.js';
export { type Doer, type PaymentOperationKind, PaymentOperations } from './payment-operations.js';
export { PaymentsModule } from './payments.module.js';
export { type KnownPayment, type MoneyIn, type NotRegistered, Payments, type Registered } from './payments.js';
