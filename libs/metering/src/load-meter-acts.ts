import {
  formatDateRange,
  type HouseId,
  type LocalDate,
  type MeterId,
  monthInterval,
  type Period,
  type PremisesId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { MeterActKind } from './core/index.js';

/** An act that a month is charged by. */
export interface MeterActInMonth {
  readonly kind: MeterActKind;
  readonly premisesId: PremisesId;
  readonly meterId: MeterId | null;
  readonly resource: string;
  readonly number: string;
  readonly dated: LocalDate;
  /** Of a failure: the day it failed. Of the others: the day of the act. */
  readonly from: LocalDate;
  /** Access was given; `null`: not yet. */
  readonly to: LocalDate | null;
  /** Of an interference. */
  readonly months: string | null;
}

/**
 * Loads the acts that hold on some day of the month, the earliest first; that access was given ends all refusals of it
 * before. One query, however many houses there are.
 */
export async function loadMeterActs(tx: Tx, houseIds: readonly HouseId[], month: Period): Promise<MeterActInMonth[]> {
  return tx.query<MeterActInMonth[]>(ACTS, [houseIds, formatDateRange(monthInterval(month))]);
}

const ACTS = `
  select a.kind, a.premises_id as "premisesId", a.meter_id as "meterId", a.resource, f.number,
         f.dated - date '1970-01-01' as dated, lower(f.valid) - date '1970-01-01' as "from",
         upper(f.valid) - date '1970-01-01' as "to", trim_scale(f.months)::text as months
    from meter_act_facts f join meter_acts a on a.id = f.act_id
   where f.house_id = any ($1) and f.superseded_at is null and f.valid && $2::daterange
     and not (a.kind = 'access-refused' and exists (
           select from meter_act_facts given join meter_acts other on other.id = given.act_id
            where other.kind = 'access-refused' and other.premises_id = a.premises_id and other.resource = a.resource
              and given.superseded_at is null and given.house_id = f.house_id
              and upper(given.valid) > lower(f.valid) and upper(given.valid) <= lower($2::daterange)))
   order by lower(f.valid), f.dated, f.id`;
