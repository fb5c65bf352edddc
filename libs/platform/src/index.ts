export {
  type Approval,
  APPROVAL_ACTIONS,
  APPROVAL_STATES,
  type ApprovalAction,
  type ApprovalId,
  type ApprovalRule,
  Approvals,
  type ApprovalState,
  type Matter,
  WAIVABLE_ACTIONS,
} from './approvals.js';
export { type AuditEntry, AuditLog, type AuditVerdict } from './audit.js';
export { type Config, ConfigError, parseConfig } from './config.js';
export { copyJson, copyLines, copyRows, type CopyValue } from './database/copy.js';
export { constraintOf, Database, openDataSource, sqlStateOf, type Tenant, type Tx } from './database/database.js';
export { decodeCursor, encodeCursor, KEY, type Page, pageOf, type PageRequest } from './database/keyset.js';
export { keepingPlans, queryPrepared } from './database/query-prepared.js';
export { migrate, type MigrateOptions } from './database/migrate.js';
export { type ExceptionRow, ExceptionsInbox, type NewException } from './exceptions-inbox.js';
export { changesSoFar, type FactChange, type FactSubject, recordChanges } from './facts/fact-changes.js';
export {
  addFact,
  changeFacts,
  factHistory,
  type FactTable,
  type FactValue,
  type FactVersion,
  inForce,
  removeFacts,
} from './facts/fact-table.js';
export { type Recording } from './facts/recording.js';
export { Health, type Readiness } from './health.js';
export {
  addToLogContext,
  createLogger,
  currentApiKeyId,
  currentRequestId,
  type LogContext,
  type Logger,
  withLogContext,
} from './logging.js';
export { sealSecret, openSecret } from './secret-box.js';
export { isAddressRange, isWithin } from './network/address-ranges.js';
export { Metrics } from './metrics.js';
export { OrganizationClock, organizationDay } from './organization-clock.js';
export {
  type EventFollower,
  Outbox,
  type OutboxEvent,
  type Reaction,
  recordedBy,
  type RecordedEvent,
} from './outbox.js';
export { PlatformModule } from './platform.module.js';
export { ProgressChannel } from './progress.js';
export { defineJob, type Job, type JobData, jobId, type QueueName } from './queue/define-job.js';
export { type FlowChild, JobQueue } from './queue/job-queue.js';
export { JobRunner, type RunningJob } from './queue/job-runner.js';
export { openRedis, redisOptions } from './redis.js';
export { SealedTexts } from './sealed-texts.js';
export { type Blobs } from './storage/blobs.js';
export { FileStore, type StoredFile } from './storage/file-store.js';
export { CLOCK, CONFIG, LOGGER, REDIS } from './tokens.js';
