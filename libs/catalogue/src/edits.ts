import { type DetailValue, DomainError } from '@dvor/kernel';
import type { Recording, Tx } from '@dvor/platform';

/** What is left out of a change stays as it is. */
export function withoutUndefined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** For the audit log: of each field that was named, what it was and what it is. */
export function changesOf(before: object, change: object): Record<string, DetailValue> {
  const was = before as Readonly<Record<string, DetailValue | undefined>>;
  return Object.fromEntries(
    Object.entries(withoutUndefined(change)).map(([name, to]) => [
      name,
      { from: was[name] ?? null, to: (to ?? null) as DetailValue },
    ]),
  );
}

/** @throws DomainError `document.not-found` where the paper that is named does not exist */
export async function checkPaper(tx: Tx, { documentId }: Recording): Promise<void> {
  if (!documentId) return;
  const [row] = await tx.query<{ id: string }[]>('select id from documents where id = $1', [documentId]);
  if (!row) throw new DomainError('document.not-found');
}
