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
export type { ColumnMap } from './reading/field.js';
