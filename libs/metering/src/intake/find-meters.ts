import { formatDate, type LocalDate, type MeterId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { MeteredResource } from '../core/index.js';

/**
 * How others name a meter: by the number of an account of its premises with its own number or with what it measures, or
 * by its own number alone.
 */
export interface MeterName {
  readonly account?: string | undefined;
  readonly serial?: string | undefined;
  readonly resource?: MeteredResource | undefined;
}

/** Whom a name means: one meter, or why none. */
export type NamedMeter =
  | { readonly kind: 'found'; readonly id: MeterId; readonly zones: readonly string[] }
  | { readonly kind: 'no-account' | 'no-meter' | 'several' };

/** Meters by their names, in the order of these. Of several the one that stands on the day is meant. */
export async function findMeters(tx: Tx, names: readonly MeterName[], on: LocalDate): Promise<NamedMeter[]> {
  if (names.length === 0) return [];
  const rows = await tx.query<FoundRow[]>(FOUND, [
    names.map(({ account }) => account ?? null),
    names.map(({ serial }) => serial ?? null),
    names.map(({ resource }) => resource ?? null),
    formatDate(on),
  ]);
  const byPlace = new Map<number, FoundRow[]>();
  for (const row of rows) byPlace.set(row.place, [...(byPlace.get(row.place) ?? []), row]);
  return names.map((_, i) => meantOf(byPlace.get(i + 1) ?? []));
}

interface FoundRow {
  readonly place: number;
  /** `null`: the account is there, and no such meter. */
  readonly id: MeterId | null;
  readonly zones: readonly string[];
  readonly stands: boolean;
}

function meantOf(rows: readonly FoundRow[]): NamedMeter {
  if (rows.length === 0) return { kind: 'no-account' };
  const meters = rows.filter(({ id }) => id !== null);
  const standing = meters.filter(({ stands }) => stands);
  const [only, another] = standing.length > 0 ? standing : meters;
  if (!only) return { kind: 'no-meter' };
  return another ? { kind: 'several' } : { kind: 'found', id: only.id!, zones: only.zones };
}

const FOUND = `
  with name as materialized (
    select place, account, nullif(identifier_key(serial), '') as key, resource
      from unnest($1::text[], $2::text[], $3::text[]) with ordinality as n (account, serial, resource, place)),
       found as (
    select name.place, m.id, m.zones
      from name
      join accounts a on a.number = name.account
      left join meters m on m.premises_id = a.premises_id and (name.key is null or m.serial_key = name.key)
                        and (name.resource is null or m.resource = name.resource)
                        and (name.key is not null or name.resource is not null)
     union all
    select name.place, m.id, m.zones
      from name left join meters m on m.serial_key = name.key and (name.resource is null or m.resource = name.resource)
     where name.account is null)
  select place::int, id, zones,
         exists (select from meter_facts f where f.meter_id = found.id and f.superseded_at is null and f.valid @> $4::date) as stands
    from found`;
