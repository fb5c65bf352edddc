import { setTimeout as pause } from 'node:timers/promises';
import { type BillingRuns, type RunState, type RunSummary } from '@dvor/billing';
import { formatPeriod, type Period, type RunId, type UserId } from '@dvor/kernel';
import type { Tenant } from '@dvor/platform';

const LOOK_EVERY_MS = 100;

export interface MonthWatch {
  /** Called at every look that finds the run further on. */
  readonly onProgress?: (run: RunSummary) => void;
}

/** Asks for a month's run, unless one has `begun`, and waits until the worker has brought it to review. @throws Error when it fails */
export async function calculateMonth(
  runs: BillingRuns,
  tenant: Tenant,
  asked: { readonly period: Period; readonly by: UserId | null; readonly begun?: RunSummary | undefined },
  watch: MonthWatch = {},
): Promise<RunSummary> {
  const { id } = asked.begun ?? (await runs.request(tenant, asked));
  return waitFor(runs, tenant, id, ['review', 'closing', 'closed'], watch);
}

/** Closes a reviewed run and waits until its postings are made. */
export async function closeMonth(
  runs: BillingRuns,
  tenant: Tenant,
  run: { readonly id: RunId; readonly by: UserId | null },
  watch: MonthWatch = {},
): Promise<RunSummary> {
  if ((await runs.summary(tenant, run.id)).state === 'review') await runs.close(tenant, run.id, run.by);
  return waitFor(runs, tenant, run.id, ['closed'], watch);
}

async function waitFor(
  runs: BillingRuns,
  tenant: Tenant,
  id: RunId,
  wanted: readonly RunState[],
  { onProgress }: MonthWatch,
): Promise<RunSummary> {
  for (let seen = ''; ; await pause(LOOK_EVERY_MS)) {
    const run = await runs.summary(tenant, id);
    const look = JSON.stringify([run.state, run.houses]);
    if (look !== seen) onProgress?.(run);
    seen = look;
    if (wanted.includes(run.state)) return run;
    if (run.failure !== null || run.state === 'cancelled')
      throw new Error(`The run of ${formatPeriod(run.period)}: ${run.failure ?? run.state}`);
  }
}
