export { ExchangeModule } from './exchange.module.js';
export type { FinalAccount, FinalLine, FinalTotals } from './handover/final-balances.js';
export { type FinalAct, FinalActs, type FinalBalances, type NewAct } from './handover/final-acts.js';
export { IMPORT_STATES, type ImportState, type ImportSummary, type ImportTotals } from './imports/import.js';
export { ImportEngine } from './imports/import-engine.js';
export { ImportRetention } from './imports/import-retention.js';
export { importJob, importTopic } from './imports/import-jobs.js';
export {
  type DescribedProblem,
  type FileToSave,
  type ImportDetail,
  Imports,
  type KindOfProblem,
  type NewImport,
  type NewMap,
} from './imports/imports.js';
export { type Reading, TOLD_ENCODINGS, type ToldEncoding } from './imports/open-file.js';
export type { SampleRow } from './imports/sample.js';
export { IMPORT_KINDS, type ImportKind, type ImportSettings } from './kinds/kind.js';
export { PUBLIC_EVENTS, schemaOf, TRIAL_EVENT } from './webhooks/public-events.js';
export {
  DELIVERY_STATES,
  type DeliveryState,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookEndpoint,
} from './webhooks/webhook.js';
export { WebhookEngine } from './webhooks/webhook-engine.js';
export { deliverWebhookJob } from './webhooks/webhook-jobs.js';
export { type DeliveryInFull, WebhookLog } from './webhooks/webhook-log.js';
export { Webhooks } from './webhooks/webhooks.js';
export type { ColumnMap } from './reading/field.js';
export { type CorrectionLine, MOST_CORRECTIONS, readCorrectionTable } from './read-correction-table.js';
