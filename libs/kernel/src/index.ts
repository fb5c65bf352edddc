export { groupBy } from './group-by.js';
export { allocate } from './allocate.js';
export { type Clock, systemClock } from './clock.js';
export { count, Decimal, decimal, median, ONE, parseDecimal, sum, ZERO } from './decimal.js';
export { instantInZone, localTime } from './local-time.js';
export { assertNever, type DetailValue, DomainError } from './domain-error.js';
export type {
  AccountId,
  AgreementId,
  ChannelId,
  DocumentId,
  FileId,
  HouseId,
  Id,
  MeterId,
  OrganizationId,
  PartyId,
  InvoiceId,
  PaymentId,
  PremisesId,
  ReceiptId,
  RunId,
  ServiceId,
  SupplierId,
  UserId,
} from './ids.js';
export {
  contains,
  cutAtBoundaries,
  type Dated,
  daysOf,
  formatDateRange,
  type Interval,
  intersect,
  overlaps,
  parseDateRange,
} from './interval.js';
export {
  addDays,
  dateInZone,
  dateOf,
  dayOfMonth,
  formatDate,
  type LocalDate,
  parseDate,
  tryParseDate,
} from './local-date.js';
export { Money } from './money.js';
export {
  addMonths,
  daysIn,
  firstDay,
  formatPeriod,
  lastDay,
  monthInterval,
  ordinalOf,
  parsePeriod,
  type Period,
  periodOf,
  periodOfDate,
  tryParsePeriod,
  yearOf,
} from './period.js';
export {
  checkBik,
  checkCorrespondentAccount,
  checkInn,
  checkKpp,
  checkOgrn,
  checkOgrnip,
  checkSettlementAccount,
  checkSnils,
} from './requisites.js';
