import {
  type AccountId,
  addMonths,
  firstDay,
  formatDate,
  type HouseId,
  type LocalDate,
  Money,
  type Period,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { type EntryKind, openPlacesUpTo, reachingBack } from '@dvor/ledger';
import type { Tx } from '@dvor/platform';
import type { PenaltyRule, PlaceEvent } from './core/index.js';

/** A place of the ledger that may cost a penalty: its charges and money, and what was accrued on it so far. */
export interface Place {
  readonly houseId: HouseId;
  readonly accountId: AccountId;
  readonly recipientId: SupplierId;
  readonly serviceId: ServiceId;
  readonly origin: Period;
  readonly rule: PenaltyRule;
  readonly events: readonly PlaceEvent[];
  readonly accrued: Money;
}

/**
 * Places of some houses on which anything can have changed: those that are open, and those that were touched in the month
 * `since` or later. Debts of the month `until` and after it cost nothing yet.
 *
 * Who pays from month to month has none but of the last months, and nobody reads what was posted for them in the years
 * before: what is open at the end of an earlier month tells that there is nothing to be found.
 */
export async function loadPlaces(
  tx: Tx,
  houseIds: readonly HouseId[],
  { until, since }: { readonly until: Period; readonly since: Period },
): Promise<Place[]> {
  const month = await openPlacesUpTo(tx, addMonths(since, -2));
  const { back, recent } = await reachingBack(tx, houseIds, { month, since });
  const rows = [
    ...(await placesOf(tx, recent, { until, since, after: month })),
    ...(await placesOf(tx, back, { until, since, after: null })),
  ];
  return rows.map(({ events, accrued, capitalRepair, ...place }) => ({
    ...place,
    rule: capitalRepair ? 'capital-repair' : 'housing',
    events: events.map(([kind, booked, on, amount]) => ({ kind, booked, on, amount: Money.ofKopecks(String(amount)) })),
    accrued: Money.ofKopecks(accrued),
  }));
}

/** @param after of what was posted later, places of later months; `null`: all there are */
async function placesOf(
  tx: Tx,
  accountIds: readonly AccountId[],
  { until, since, after }: { readonly until: Period; readonly since: Period; readonly after: string | null },
): Promise<PlaceRow[]> {
  if (accountIds.length === 0) return [];
  return tx.query<PlaceRow[]>(PLACES, [accountIds, formatDate(firstDay(until)), formatDate(firstDay(since)), after]);
}

interface PlaceRow {
  readonly houseId: HouseId;
  readonly accountId: AccountId;
  readonly recipientId: SupplierId;
  readonly serviceId: ServiceId;
  readonly origin: Period;
  readonly capitalRepair: boolean;
  readonly events: readonly (readonly [EntryKind, Period, LocalDate, number])[];
  readonly accrued: string;
}

const PERIOD = (column: string) => `(extract(year from ${column}) * 12 + extract(month from ${column}) - 1)::int`;

/**
 * The postings are walked through once. Entries are looked up one by one, by their ids: joined, the
 * planner would walk through all the entries there are.
 */
const PLACES = `
  with posting as materialized (
    select p.account_id, p.recipient_id, p.service_id, p.origin, p.kind, p.period, p.entry_id, p.amount
      from ledger_postings p
     where p.ledger_account = 'receivable' and p.origin < $2::date and p.service_id is not null and p.recipient_id is not null
       and p.account_id = any ($1::bigint[])
       and p.period > coalesce($4::date, '-infinity') and p.origin > coalesce($4::date, '-infinity')),
       place as materialized (
    select account_id, recipient_id, service_id, origin
      from posting where kind = 'charge'
     group by 1, 2, 3, 4
    having sum(amount) <> 0 or bool_or(period >= $3::date)),
       event as (
    select account_id, recipient_id, service_id, origin, posting.kind as of, e.kind, e.period, e.on, sum(amount) as amount
      from place
      join posting using (account_id, recipient_id, service_id, origin)
     cross join lateral (select e.kind, e.period, coalesce(e.value_on, e.booked_on) as "on"
                           from ledger_entries e where e.id = posting.entry_id offset 0) e
     where posting.kind = 'charge' or e.kind = 'penalty'
     group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(amount) <> 0)
  select a.house_id as "houseId", event.account_id as "accountId", event.recipient_id as "recipientId",
         event.service_id as "serviceId", ${PERIOD('event.origin')} as origin, s.section = 'capital-repair' as "capitalRepair",
         coalesce(json_agg(json_build_array(event.kind, ${PERIOD('event.period')}, event.on - date '1970-01-01', event.amount)
                           order by event.period, event.on, event.kind) filter (where event.of = 'charge'), '[]') as events,
         coalesce(sum(event.amount) filter (where event.of = 'penalty'), 0) as accrued
    from event join accounts a on a.id = event.account_id join services s on s.id = event.service_id
   group by 1, 2, 3, 4, 5, 6
   order by 2, 5, 3, 4`;
