import type { DetailValue } from '@dvor/kernel';

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
