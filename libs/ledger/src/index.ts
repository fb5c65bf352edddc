export {
  type AccountRange,
  balanceOf,
  Balances,
  type BillLine,
  type CreditedDue,
  type DueOnDay,
  type MonthBalance,
  type MonthCheck,
  type PaidMoney,
  type PlacedMoney,
  type Receivable,
  type StatementItem,
} from './balances.js';
export * from './core/index.js';
export { type Deferral, deferredOf, Deferrals, type PayableDue } from './deferrals.js';
export { writeOpenPlacesJob } from './jobs.js';
export { type Booking, LAST_CLOSED_MONTH, Ledger, type Posted, type PostingSource } from './ledger.js';
export { LedgerModule } from './ledger.module.js';
export { lockingMoneyOf, lockMoneyOf } from './lock-money.js';
export { OpenPlaces, openPlacesUpTo, reachingBack } from './open-places.js';
