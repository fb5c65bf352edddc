import type { LocalDate, MeterId, Period } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { CountedRuns, WindowRule } from '../core/index.js';

/** The window of a meter's house and resource, and the day it is there. */
export interface MeterWindow {
  readonly today: LocalDate;
  /** `null`: nobody has set any. */
  readonly rule: WindowRule | null;
}

/** Windows of some meters now. A house's own stands before the organisation's, a resource's before that of any. */
export async function loadWindows(tx: Tx, ids: readonly MeterId[]): Promise<Map<MeterId, MeterWindow>> {
  const rows = await tx.query<WindowRow[]>(WINDOWS, [ids]);
  return new Map(rows.map((row) => [row.id, { today: row.today, rule: ruleOf(row) }]));
}

function ruleOf({ entry, opens, closes, outside, isHouseMetered }: WindowRow): WindowRule | null {
  if (entry === null) return null;
  const isOn = entry === 'on' || (entry === 'with-house-meter' && isHouseMetered);
  return { entry: isOn ? 'on' : 'off', opens, closes, outside };
}

/** Months whose bills are made, or are being made of facts that are read already. */
export async function loadCountedRuns(tx: Tx): Promise<CountedRuns> {
  const [row] = await tx.query<{ read: Period | null; closed: Period | null }[]>(RUNS);
  return row!;
}

interface WindowRow extends Omit<WindowRule, 'entry'> {
  readonly id: MeterId;
  readonly today: LocalDate;
  readonly entry: 'on' | 'off' | 'with-house-meter' | null;
  readonly isHouseMetered: boolean;
}

const WINDOWS = `
  select m.id, local.today - date '1970-01-01' as today, w.entry, w.opens, w.closes, w.outside,
         exists (select from meters hm join meter_facts f on f.meter_id = hm.id and f.superseded_at is null and f.valid @> local.today
                  where hm.house_id = m.house_id and hm.premises_id is null and hm.resource = m.resource) as "isHouseMetered"
    from meters m
    join houses h on h.id = m.house_id
   cross join lateral (select (organization_now() at time zone h.time_zone)::date as today) local
    left join lateral (
         select entry, opens, closes, outside from reading_windows w
          where w.place in ('organization', 'house:' || m.house_id) and w.resource in ('any', m.resource)
            and w.superseded_at is null and w.valid @> local.today
          order by w.house_id nulls last, w.resource = 'any' limit 1) w on true
   where m.id = any ($1::bigint[])`;

const MONTH = (date: string) => `(extract(year from ${date}) * 12 + extract(month from ${date}) - 1)::int`;

const RUNS = `
  select (select ${MONTH('max(period)')} from billing_runs where state <> 'cancelled') as read,
         (select ${MONTH('max(period)')} from closed_months) as closed`;
