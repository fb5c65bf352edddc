import { formatDateRange, type HouseId, monthInterval, type Period, type PremisesId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { QualityActFacts } from '../core/index.js';

/** What an act says of a house, or of some of its premises. */
export interface QualityActInMonth {
  readonly houseId: HouseId;
  /** `null`: all of the house. */
  readonly premises: readonly PremisesId[] | null;
  readonly facts: Omit<QualityActFacts, 'appliesTo'>;
}

/** Acts that speak of some minute of the month, by house and act. One query, however many houses there are. */
export async function loadQuality(tx: Tx, houseIds: readonly HouseId[], month: Period): Promise<QualityActInMonth[]> {
  return tx.query<QualityActInMonth[]>(ACTS, [houseIds, formatDateRange(monthInterval(month))]);
}

/** As the core takes it: by accounts. An act on a communal flat concerns its rooms. */
export function qualityFactsOf(
  acts: readonly QualityActInMonth[],
  accounts: readonly { readonly id: string; readonly premisesId: PremisesId; readonly parentId: PremisesId | null }[],
): QualityActFacts[] {
  return acts.flatMap(({ premises, facts }): QualityActFacts[] => {
    if (premises === null) return [facts];
    const places = new Set(premises);
    const met = accounts.filter(
      ({ premisesId, parentId }) => places.has(premisesId) || (parentId !== null && places.has(parentId)),
    );
    return met.length === 0 ? [] : [{ ...facts, appliesTo: met.map(({ id }) => id) }];
  });
}

const ACTS = `
  select f.house_id as "houseId",
         case when bool_or(f.premises_id is null) then null else json_agg(f.premises_id::text order by f.premises_id) end as premises,
         jsonb_build_object(
           'act', jsonb_build_object('id', f.act_id::text, 'number', f.number, 'date', f.dated),
           'service', f.service, 'type', f.type,
           'from', (extract(epoch from f.from_at) / 60)::bigint, 'to', (extract(epoch from f.to_at) / 60)::bigint,
           'value', trim_scale(f.value)::text) as facts
    from quality_act_facts f
   where f.house_id = any ($1) and f.superseded_at is null and f.valid && $2::daterange
   group by f.house_id, f.act_id, f.number, f.dated, f.service, f.type, f.from_at, f.to_at, f.value
   order by f.house_id, f.from_at, f.act_id`;
