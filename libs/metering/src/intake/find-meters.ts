import { identifierKey } from '@dvor/formats';
import { formatDate, type LocalDate, type MeterId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';

/** How others name a meter: by the number of an account of its premises and its own. */
export interface MeterName {
  readonly account: string;
  readonly serial: string;
}

/** Meters by their names, in the order of these; `null` where there is none, or several that stand on the day. */
export async function findMeters(tx: Tx, names: readonly MeterName[], on: LocalDate): Promise<(MeterId | null)[]> {
  if (names.length === 0) return [];
  const rows = await tx.query<{ id: MeterId; account: string; serial: string; stands: boolean }[]>(
    `select m.id, a.number as account, m.serial,
            exists (select from meter_facts f where f.meter_id = m.id and f.superseded_at is null and f.valid @> $2::date) as stands
       from accounts a join meters m on m.premises_id = a.premises_id
      where a.number = any ($1::text[])`,
    [[...new Set(names.map(({ account }) => account))], formatDate(on)],
  );
  const byName = new Map<string, typeof rows>();
  for (const row of rows) byName.set(keyOf(row), [...(byName.get(keyOf(row)) ?? []), row]);
  return names.map((name) => {
    const found = byName.get(keyOf(name)) ?? [];
    const standing = found.filter(({ stands }) => stands);
    const [only, another] = standing.length > 0 ? standing : found;
    return only && !another ? only.id : null;
  });
}

function keyOf({ account, serial }: MeterName): string {
  return `${account} ${identifierKey(serial)}`;
}
