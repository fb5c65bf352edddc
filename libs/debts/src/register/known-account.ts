import { type AccountId, DomainError } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

/** @throws DomainError `account.not-found` for one that is not there, or not the reader's to see */
export async function refuseUnknownAccount(tx: Tx, id: AccountId): Promise<void> {
  const [known] = await tx.query<{ id: AccountId }[]>('select id from accounts where id = $1', [id]);
  if (!known) throw new DomainError('account.not-found', { id });
}
