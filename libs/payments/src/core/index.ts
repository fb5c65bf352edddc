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
export { INVOICE_NUMBERS, invoiceNumber, readInvoiceNumber } from './invoice-number.js';
export { maskName } from './mask-name.js';
export { mirrorSplit } from './mirror-split.js';
export { type PurposeClues, readPurpose } from './read-purpose.js';
export { offsetAdvances } from './offset-advances.js';
export { type Split, type SplitItem, splitPayment } from './split-payment.js';
