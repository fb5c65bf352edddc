export {
  type CountedRuns,
  type CountsBecause,
  monthOfReading,
  SENT_BY_RESIDENTS,
  WINDOW_ENTRIES,
  WINDOW_OUTSIDE,
  type WindowAnswer,
  windowIn,
  type WindowRule,
} from './month-of-reading.js';
