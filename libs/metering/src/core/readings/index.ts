export { type Dial, readAmounts, type Unreadable, type UnreadableCode } from './check-amounts.js';
export {
  type DialReading,
  type Finding,
  isWorthComparing,
  judgeReading,
  type Judgement,
  type MeterHistory,
  type ReadingBounds,
  usualADay,
} from './judge-reading.js';
export { type DialRun, ranBetween } from './ran-between.js';
export {
  actionOn,
  ASKED_SOURCES,
  READING_ACTIONS,
  READING_RULES,
  type ReadingAction,
  type ReadingPolicy,
  type ReadingRule,
  usualPolicy,
} from './reading-policy.js';
export { amountsOf, ranByZone, usedSince, valueOf } from './typed-reading.js';
