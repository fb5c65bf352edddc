import {
  type AccountId,
  firstDay,
  formatDate,
  Money,
  ordinalOf,
  type Period,
  periodOf,
  type PremisesId,
  type ServiceId,
  yearOf,
} from '@dvor/kernel';
import { type CatalogueInMonth, type ChoicesInMonth, loadTariffsOf, type Tariff } from '@dvor/catalogue';
import type { MeterInMonth } from '@dvor/metering';
import type { Tx } from '@dvor/platform';
import type { ChargedBefore, Part } from '../core/index.js';

/** What even heating looks back at. */
export interface EvenHeating {
  /** Gcal of the previous year by the premises' own meters. */
  readonly lastYear: ReadonlyMap<PremisesId, string>;
  /** What the previous year was charged, in the month that settles it. */
  readonly charged: ReadonlyMap<AccountId, readonly ChargedBefore[]>;
  /** Of the previous year, in the month that settles it. */
  readonly tariffs: readonly Tariff[];
}

const NOTHING: EvenHeating = { lastYear: new Map(), charged: new Map(), tariffs: [] };

/** The month of the first quarter in which the previous year is settled where the assignment names no other. */
const SETTLED_IN = 3;

/** Most houses are heated by the season and need nothing of this: no query then. */
export async function loadEvenHeating(
  tx: Tx,
  about: {
    readonly catalogue: CatalogueInMonth;
    readonly choices: ChoicesInMonth;
    readonly meters: readonly MeterInMonth[];
    readonly month: Period;
  },
): Promise<EvenHeating> {
  const { catalogue, choices, meters, month } = about;
  const even = catalogue.assignments.filter(
    ({ method, settings }) => method === 'heating' && (settings['mode'] ?? choices.settings['heating.mode']) === 'even',
  );
  if (even.length === 0) return NOTHING;
  const year = yearOf(month) - 1;
  const houses = new Set(even.map(({ houseId }) => houseId));
  const measured = meters.filter(
    ({ houseId, premisesId, resource }) => premisesId !== null && resource === 'heating' && houses.has(houseId),
  );
  const settled = even.filter(({ settings }) => Number(settings['settledIn'] ?? SETTLED_IN) === ordinalOf(month));
  const lastYear = measured.length === 0 ? NOTHING.lastYear : await heatOfYear(tx, measured, year);
  if (settled.length === 0) return { ...NOTHING, lastYear };
  const serviceIds = [...new Set(settled.map(({ serviceId }) => serviceId))];
  const days = { from: firstDay(periodOf(year, 1)), to: firstDay(periodOf(year + 1, 1)) };
  return {
    lastYear,
    charged: await chargedIn(tx, settled, { catalogue, year, month }),
    tariffs: await loadTariffsOf(tx, serviceIds, days),
  };
}

/** From the last reading before the year, or the installation inside it, to the last of the year. */
async function heatOfYear(tx: Tx, meters: readonly MeterInMonth[], year: number): Promise<Map<PremisesId, string>> {
  const rows = await tx.query<{ premisesId: PremisesId; volume: string }[]>(HEAT_OF_YEAR, [
    [...new Set(meters.map(({ premisesId }) => premisesId!))],
    formatDate(firstDay(periodOf(year, 1))),
    formatDate(firstDay(periodOf(year + 1, 1))),
  ]);
  return new Map(rows.map(({ premisesId, volume }) => [premisesId, volume]));
}

const HEAT_OF_YEAR = `
  select m.premises_id as "premisesId", trim_scale(sum(ended.amount - begun.amount))::text as volume
    from meters m
    join lateral (select min(lower(valid)) as installed, (array_agg(initial_values order by lower(valid)))[1][1] as initial
                    from meter_facts where meter_id = m.id and superseded_at is null) f on f.installed < $3::date
    left join lateral (select amounts[1] as amount from readings where meter_id = m.id and refused_at is null and taken_on < $2::date
                        order by taken_on desc, id desc limit 1) before on true
    cross join lateral (select case when f.installed >= $2::date then f.initial else before.amount end as amount) begun
    join lateral (select amounts[1] as amount from readings where meter_id = m.id and refused_at is null and taken_on >= $2::date and taken_on < $3::date
                   order by taken_on desc, id desc limit 1) ended on true
   where m.premises_id = any ($1) and m.resource = 'heating'
   group by m.premises_id
  having bool_and(begun.amount is not null) and sum(ended.amount - begun.amount) >= 0`;

/**
 * What the closed months of the year were charged, with what was corrected in them since: a correction belongs to the
 * month that it corrects, not to the one it was posted in. Benefits are no charge.
 */
async function chargedIn(
  tx: Tx,
  settled: CatalogueInMonth['assignments'],
  { catalogue, year, month }: { catalogue: CatalogueInMonth; year: number; month: Period },
): Promise<Map<AccountId, ChargedBefore[]>> {
  const [first, last] = [periodOf(year, 1), periodOf(year, 12)];
  const rows = await tx.query<
    { accountId: AccountId; serviceId: ServiceId; part: Part; period: Period; kopecks: string }[]
  >(CHARGED, [
    [...new Set(settled.map(({ houseId }) => houseId))],
    [...new Set(settled.map(({ serviceId }) => serviceId))],
    formatDate(firstDay(first)),
    formatDate(firstDay(month)),
  ]);
  const codes = new Map(catalogue.services.map(({ id, code }) => [id, code]));
  const charged = new Map<AccountId, ChargedBefore[]>();
  for (const { accountId, serviceId, part, period, kopecks } of rows) {
    if (period < first || period > last) continue;
    const amount = Money.ofKopecks(kopecks).toString();
    const row = { premises: accountId, service: codes.get(serviceId)!, part, period, amount };
    const own = charged.get(accountId);
    if (own) own.push(row);
    else charged.set(accountId, [row]);
  }
  return charged;
}

const CHARGED = `
  select l.account_id as "accountId", l.service_id as "serviceId", o.part, sum(l.amount)::text as kopecks,
         (extract(year from o.period) * 12 + extract(month from o.period) - 1)::int as period
    from charge_lines l
    join billing_runs r on r.id = l.run_id and r.state = 'closed'
   cross join lateral (
     select case when l.part = 'true-up' then l.working ->> 'part' else l.part end as part,
            case when l.part = 'true-up' then (l.working ->> 'period' || '-01')::date else l.period end as period) o
   where l.account_id = any (array(select id from accounts where house_id = any ($1::bigint[])))
     and l.service_id = any ($2) and l.period >= $3 and l.period < $4
     and (l.part not in ('true-up', 'benefit', 'one-off', 'quality', 'manual', 'fine') or (l.part = 'true-up' and l.working ->> 'formula' = 'true-up'))
   group by l.account_id, l.service_id, o.part, o.period
   order by l.account_id, o.period`;
