export { byZonesOfDay, type CountedPart, type DayTotals, totalsOfDay } from './counted-part.js';
export {
  countDays,
  type CountedDay,
  type CountedDays,
  type DayGap,
  GAP_REASONS,
  type GapReason,
} from './count-days.js';
export { DAY_OUTCOMES, type DayOutcome, outcomeOfDay, type SentVersion } from './day-outcome.js';
export { dialAfter } from './dial-after.js';
export { actionOnMonth, isSame, MONTH_ACTIONS, type MonthAction, type StandingMonth } from './month-action.js';
export { readHours, zoneClock, type ZoneHours } from './zone-hours.js';
