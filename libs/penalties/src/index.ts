export * from './core/index.js';
export { DueDays } from './due-days.js';
export { accrueChunkJob, finishAccrualJob } from './jobs.js';
export { PenaltiesModule } from './penalties.module.js';
export { PenaltyAccruals } from './penalty-accruals.js';
export { PenaltyLines, type PlacePenalty } from './penalty-lines.js';
