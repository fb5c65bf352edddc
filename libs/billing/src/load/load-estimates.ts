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
import { correctedLines } from './corrected-lines.js';
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

const ESTIMATES = correctedLines(['individual', 'water', 'within']);

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
