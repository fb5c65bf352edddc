export { assertBalanced, type EntryKind, type LedgerAccount, type Posting, type PostingKind } from './posting.js';
