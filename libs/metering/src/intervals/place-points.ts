import type { NewException, Tx } from '@dvor/platform';
import type { SentDay } from './sent-days.js';

/** Points of sent days by their codes; those that were never heard of are entered, names follow the last file. */
export async function placePoints(tx: Tx, days: readonly SentDay[]): Promise<Map<string, string>> {
  const byCode = new Map(days.map(({ code, name, area }) => [code, { code, name, area }]));
  const points = [...byCode.values()];
  const rows = await tx.query<{ id: string; code: string }[]>(
    `insert into metering_points (organization_id, code, name, area)
     select current_organization(), code, name, area from unnest($1::text[], $2::text[], $3::text[]) as told (code, name, area)
         on conflict (organization_id, code) do update set name = excluded.name, area = excluded.area, told_at = organization_now()
     returning id, code`,
    [points.map(({ code }) => code), points.map(({ name }) => name), points.map(({ area }) => area)],
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** Points that count energy which no meter has: somebody is to say whose it is. */
export async function unmatchedOf(tx: Tx, pointIds: readonly string[]): Promise<NewException[]> {
  const rows = await tx.query<{ id: string; code: string; name: string; from: string }[]>(
    `select p.id, p.code, p.name, min(d.day)::text as "from"
       from metering_points p join interval_days d on d.point_id = p.id and d.channel = '01' and d.withdrawn_at is null
      where p.id = any ($1::bigint[])
        and not exists (select from metering_point_meters l where l.point_id = p.id and l.superseded_at is null)
      group by p.id`,
    [pointIds],
  );
  return rows.map(({ id, code, name, from }) => ({
    kind: 'intervals.unmatched-point',
    dedupeKey: unmatchedKey(id),
    object: { type: 'metering-point', id, label: name || code },
    details: { code, from },
  }));
}

export function unmatchedKey(pointId: string): string {
  return `metering-point-${pointId}`;
}

/** Of a link `l`: its meter `m`, and where that stands. */
export const METER_OF_LINK = `
  join meters m on m.id = l.meter_id join houses h on h.id = m.house_id left join premises f on f.id = m.premises_id`;
export const METER_ADDRESS = `concat_ws(', ', h.street, h.building, nullif('кв. ' || f.number, 'кв. '))`;
