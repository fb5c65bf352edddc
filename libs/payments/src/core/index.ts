export {
  type AllocatedPart,
  type Allocation,
  type AllocationRules,
  allocatePayment,
  type Instruction,
  type PaymentOrder,
  type StepReason,
} from './allocate-payment.js';
export { type Due, inOrder, type Place, placeOf } from './due.js';
export { type ChannelFee, type DatedFee, feeOf } from './fee-of.js';
export { INVOICE_NUMBERS, invoiceNumber, readInvoiceNumber } from './invoice-number.js';
export { maskName } from './mask-name.js';
export { mirrorSplit } from './mirror-split.js';
export { openMonth } from './open-month.js';
export { PAYMENT_STATES, type PaymentState, paymentState } from './payment-state.js';
export { type PurposeClues, readPurpose } from './read-purpose.js';
export { offsetAdvances } from './offset-advances.js';
export { type Split, type SplitItem, splitPayment } from './split-payment.js';
