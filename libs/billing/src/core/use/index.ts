export { type RecordMonth, summarizeUse, type UseSummary } from './summarize-use.js';
export { type HowUsed, howUsed, type MonthOfUse, type UseLine, useOfMonths } from './use-of-months.js';
