import type { DocumentId, UserId } from '@dvor/kernel';

/** Who enters facts and on what ground: it stands with every row. */
export interface Recording {
  readonly by: UserId | null;
  readonly reason: string;
  /** The paper that says so. */
  readonly documentId?: DocumentId | null;
}
