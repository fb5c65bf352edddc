import {
  type AccountId,
  addMonths,
  firstDay,
  formatDate,
  type Period,
  periodOfDate,
  type ServiceId,
} from '@dvor/kernel';
import type { ServiceInMonth } from '@dvor/catalogue';
import type { AccountInMonth } from '@dvor/housing';
import type { MeterInMonth } from '@dvor/metering';
import type { Tx } from '@dvor/platform';
import { type EstimatedVolume, estimatedIn, type Working } from '../core/index.js';
import { estimatesKey, type ReplayedMonths } from './replayed-months.js';

/**
 * Volumes charged by average or norm in closed months since a meter's last reading, for accounts whose meter is read
 * again this month. Most accounts have none, so most chunks ask nothing.
 */
export async function loadEstimates(
  tx: Tx,
  about: {
    readonly accounts: readonly AccountInMonth[];
    readonly meters: readonly MeterInMonth[];
    readonly services: readonly ServiceInMonth[];
    readonly month: Period;
    /** What the run that asks has come to in months that it replays. */
    readonly replayed?: ReplayedMonths['estimates'] | undefined;
  },
): Promise<Map<AccountId, EstimatedVolume[]>> {
  const estimates = new Map<AccountId, EstimatedVolume[]>();
  const since = monthOfOldestGap(about.meters, about.month);
  if (since.size === 0) return estimates;
  const sinceOf = new Map(
    about.accounts.flatMap(({ id, premisesId, kind, parentId }) => {
      const gaps = [since.get(premisesId), kind === 'room' ? since.get(parentId) : undefined];
      const known = gaps.filter((gap) => gap !== undefined);
      return known.length === 0 ? [] : [[id, Math.min(...known) as Period] as const];
    }),
  );
  const rows = await tx.query<{ accountId: AccountId; serviceId: ServiceId; period: Period; working: Working }[]>(
    ESTIMATES,
    [
      [...sinceOf.keys()],
      formatDate(firstDay(Math.min(...since.values()) as Period)),
      formatDate(firstDay(about.month)),
    ],
  );
  const codes = new Map(about.services.map((service) => [service.id, service.code]));
  for (const { accountId, serviceId, period, working } of rows) {
    const service = codes.get(serviceId);
    if (service === undefined || period < sinceOf.get(accountId)!) continue;
    if (about.replayed?.has(estimatesKey(accountId, serviceId, period))) continue;
    note(
      accountId,
      estimatedIn(working).map((estimate) => ({ service, period, ...estimate })),
    );
  }
  for (const [key, estimated] of about.replayed ?? []) {
    const [accountId, serviceId, month] = key.split(' ') as [AccountId, ServiceId, string];
    const [service, period] = [codes.get(serviceId), Number(month) as Period];
    const since = sinceOf.get(accountId);
    if (service !== undefined && since !== undefined && period >= since && period < about.month)
      note(
        accountId,
        estimated.map((estimate) => ({ service, period, ...estimate })),
      );
  }
  return estimates;

  function note(accountId: AccountId, found: readonly EstimatedVolume[]): void {
    if (found.length > 0) estimates.set(accountId, [...(estimates.get(accountId) ?? []), ...found]);
  }
}

// A month that was corrected is as its last correction has it.
const ESTIMATES = `
  with fixed as (
    select distinct on (l.account_id, l.service_id, l.origin, l.working ->> 'part')
           l.account_id, l.service_id, l.origin as period, l.working ->> 'part' as part, l.working -> 'again' as again
      from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
     where l.account_id = any ($1) and l.origin >= $2 and l.origin < $3 and l.period > $2 and l.part = 'true-up'
       and l.working ->> 'part' in ('individual', 'water', 'within')
     order by l.account_id, l.service_id, l.origin, l.working ->> 'part', r.period desc)
  select account_id as "accountId", service_id as "serviceId", working,
         (extract(year from period) * 12 + extract(month from period) - 1)::int as period
    from (
      select l.account_id, l.service_id, l.period, l.working, l.line
        from charge_lines l join billing_runs r on r.id = l.run_id and r.state = 'closed'
       where l.account_id = any ($1) and l.period >= $2 and l.period < $3 and l.part in ('individual', 'water', 'within')
         and not exists (select from fixed f where f.account_id = l.account_id and f.service_id = l.service_id
                            and f.period = l.period and f.part = l.part)
      union all
      select f.account_id, f.service_id, f.period, w.value, w.place::smallint
        from fixed f cross join lateral json_array_elements(f.again) with ordinality as w (value, place)) lines
   order by account_id, period, line`;

/** Premises with a meter read this month and not in the month before: the first month after its earlier reading. */
function monthOfOldestGap(meters: readonly MeterInMonth[], month: Period): Map<string | null, Period> {
  const since = new Map<string | null, Period>();
  for (const meter of meters) {
    const read = meter.readings.map(({ date, counts }) => periodOfDate(counts ?? date));
    if (!read.includes(month)) continue;
    const last = Math.max(...read.filter((period) => period < month), periodOfDate(meter.installed) - 1) as Period;
    if (last >= month - 1) continue;
    const known = since.get(meter.premisesId);
    since.set(meter.premisesId, known === undefined ? addMonths(last, 1) : (Math.min(known, last + 1) as Period));
  }
  return since;
}
