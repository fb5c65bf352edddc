export { costOfUse, type UseOfMeter } from './cost-of-use.js';
export { type RecordMonth, summarizeUse, type UseSummary } from './summarize-use.js';
export { type HowUsed, howUsed, type MonthOfUse, type UseLine, useOfMonths } from './use-of-months.js';
export {
  type FlatOfGap,
  type GapBounds,
  GAP_CAUSES,
  type GapCause,
  type GapCauseKind,
  type GapFlat,
  houseGap,
  type HouseGap,
} from './house-gap.js';
