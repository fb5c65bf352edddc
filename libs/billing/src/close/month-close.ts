import { Injectable } from '@nestjs/common';
import { type DetailValue, DomainError, formatPeriod, type HouseId, type RunId, type UserId } from '@dvor/kernel';
import { type Approval, Approvals, Database, type Matter, type Tenant, type Tx } from '@dvor/platform';
import { BillingRuns, whyNotReopened } from '../runs/billing-runs.js';
import { runById, type RunSummary } from '../runs/run-rows.js';
import {
  type CheckCode,
  CLOSE_STEPS,
  type CheckOwner,
  type CloseStep,
  MONTH_CHECKS,
  type MonthCheck,
} from './month-checks.js';

/** `warn`: worth knowing; `red`: it blocks; `skipped`: it would, but two people have answered for it. */
export type CheckState = 'ok' | 'warn' | 'red' | 'skipped';

export interface CheckResult {
  readonly code: CheckCode;
  readonly step: CloseStep;
  readonly owner: CheckOwner;
  readonly state: CheckState;
  readonly skippable: boolean;
  readonly figures: Readonly<Record<string, DetailValue>>;
  /** Asked for or given, for exactly these figures. */
  readonly skip: Approval | null;
  /** While it fails, it goes over to the next month. */
  readonly slips: boolean;
}

export interface Checklist {
  readonly run: RunSummary;
  readonly checks: readonly CheckResult[];
  /** The first step that is not through; `null`: all are. */
  readonly current: CloseStep | null;
  /** No check blocks. */
  readonly mayClose: boolean;
  readonly closing: { readonly required: boolean; readonly approval: Approval | null };
  readonly reopening: {
    readonly possible: boolean;
    /** Why a closed month can't be opened again. */
    readonly refusal: DomainError | null;
    readonly required: boolean;
    readonly approval: Approval | null;
  };
}

/**
 * A month's end as people bring it about: what is looked at before, in the fixed order; what may be skipped, by two
 * people's word; the closing itself, and its undoing. The order and the weights stand in `MONTH_CHECKS`.
 */
@Injectable()
export class MonthClose {
  constructor(
    private readonly database: Database,
    private readonly runs: BillingRuns,
    private readonly approvals: Approvals,
  ) {}

  /** @throws DomainError `run.not-found` */
  async checklist(tenant: Tenant, id: RunId): Promise<Checklist> {
    return this.inWhole(tenant, async (tx) => {
      const run = await known(tx, id);
      const checks = await this.look(tx, run);
      const refusal = run.state === 'closed' ? await whyNotReopened(tx, run) : null;
      const first = CLOSE_STEPS.find((step) => checks.some((check) => check.step === step && check.state === 'red'));
      return {
        run,
        checks,
        current: first ?? null,
        mayClose: run.state === 'review' && first === undefined,
        closing: await this.standing(tx, closing(run)),
        reopening: {
          possible: run.state === 'closed' && refusal === null,
          refusal,
          ...(await this.standing(tx, reopening(run))),
        },
      };
    });
  }

  /** @throws DomainError `run.not-found`, `check.unknown`, `check.not-skippable`, `check.passes` */
  async askToSkip(tenant: Tenant, id: RunId, code: string, ask: { by: UserId; reason: string }): Promise<Approval> {
    return this.inWhole(tenant, async (tx) => {
      const run = await known(tx, id);
      const check = MONTH_CHECKS.find((one) => one.code === code);
      if (!check) throw new DomainError('check.unknown', { check: code });
      if (check.weight !== 'skippable') throw new DomainError('check.not-skippable', { check: code });
      const { ok, figures } = await check.look(tx, run);
      if (ok) throw new DomainError('check.passes', { check: code });
      return this.approvals.request(tx, skipping(run, check.code, figures), ask);
    });
  }

  /** @throws DomainError `run.not-found`, `run.wrong-state` */
  async askToClose(tenant: Tenant, id: RunId, ask: { by: UserId; reason: string }): Promise<Approval> {
    return this.inWhole(tenant, async (tx) => {
      const run = await known(tx, id);
      if (run.state !== 'review') throw new DomainError('run.wrong-state', { state: run.state, wanted: 'closing' });
      return this.approvals.request(tx, closing(run), ask);
    });
  }

  /** @throws DomainError `run.not-found`, `run.wrong-state` */
  async askToReopen(tenant: Tenant, id: RunId, ask: { by: UserId; reason: string }): Promise<Approval> {
    return this.inWhole(tenant, async (tx) => {
      const run = await known(tx, id);
      if (run.state !== 'closed') throw new DomainError('run.wrong-state', { state: run.state, wanted: 'reopening' });
      return this.approvals.request(tx, reopening(run), ask);
    });
  }

  /**
   * @throws DomainError `check.red` naming it, `approval.required`, `approval.waiting`, `approval.refused`, and those of
   *   `BillingRuns.close`
   */
  async close(tenant: Tenant, id: RunId, by: UserId): Promise<RunSummary> {
    return this.runs.close(tenant, id, by, async (tx) => {
      const run = await known(tx, id);
      for (const check of MONTH_CHECKS.filter(({ weight }) => weight !== 'tells')) await this.pass(tx, run, check, by);
      await this.approvals.requireApproved(tx, closing(run), { by, reason: `closing of ${formatPeriod(run.period)}` });
    });
  }

  /** @throws DomainError `approval.required`, `approval.waiting`, `approval.refused`, and those of `BillingRuns.reopen` */
  async reopen(tenant: Tenant, id: RunId, { by, reason }: { by: UserId; reason: string }): Promise<RunSummary> {
    return this.runs.reopen(tenant, id, { by, reason }, async (tx) => {
      await this.approvals.requireApproved(tx, reopening(await known(tx, id)), { by, reason });
    });
  }

  /** Calculates some houses, or all, again. @throws DomainError those of `BillingRuns.retry` */
  async recalculate(tenant: Tenant, id: RunId, by: UserId, houses: 'all' | readonly HouseId[]): Promise<RunSummary> {
    return this.runs.retry(tenant, id, by, houses);
  }

  private async look(tx: Tx, run: RunSummary): Promise<CheckResult[]> {
    const results: CheckResult[] = [];
    for (const check of MONTH_CHECKS) {
      const { code, step, owner, weight, slips = false } = check;
      const { ok, figures } = await check.look(tx, run);
      const skip = !ok && weight === 'skippable' ? await this.wordFor(tx, skipping(run, code, figures)) : null;
      results.push({
        ...{ code, step, owner, figures, skip },
        skippable: weight === 'skippable',
        slips: slips && !ok,
        state: ok ? 'ok' : weight === 'tells' ? 'warn' : skip?.state === 'approved' ? 'skipped' : 'red',
      });
    }
    return results;
  }

  /** A check that fails stops the closing, unless it may be skipped and two people have said so of these figures. */
  private async pass(tx: Tx, run: RunSummary, check: MonthCheck, by: UserId): Promise<void> {
    const { ok, figures } = await check.look(tx, { ...run, state: 'review' });
    if (ok) return;
    const refused = new DomainError('check.red', { check: check.code });
    if (check.weight !== 'skippable') throw refused;
    const matter = skipping(run, check.code, figures);
    if ((await this.wordFor(tx, matter))?.state !== 'approved') throw refused;
    await this.approvals.requireApproved(tx, matter, { by, reason: check.code });
  }

  private async standing(tx: Tx, matter: Matter): Promise<{ required: boolean; approval: Approval | null }> {
    return {
      required: await this.approvals.required(tx, matter.action),
      approval: await this.wordFor(tx, matter),
    };
  }

  /** What was asked about this very content and not used up. */
  private async wordFor(tx: Tx, matter: Matter): Promise<Approval | null> {
    const word = await this.approvals.current(tx, matter);
    return word && word.version === matter.version && word.usedAt === null && word.state !== 'withdrawn' ? word : null;
  }

  /** A month is the whole organisation's, whichever houses its reader looks after. */
  private inWhole<T>({ organizationId }: Tenant, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTenant({ organizationId }, work);
  }
}

function closing(run: RunSummary): Matter & { readonly version: string } {
  return { action: 'run.close', object: objectOf(run), version: run.fingerprint ?? '', details: figuresOf(run) };
}

function reopening(run: RunSummary): Matter & { readonly version: string } {
  return { action: 'run.reopen', object: objectOf(run), version: String(run.closedAt), details: figuresOf(run) };
}

function skipping(
  run: RunSummary,
  code: CheckCode,
  figures: Readonly<Record<string, DetailValue>>,
): Matter & { readonly version: string } {
  return {
    action: 'month.skip-step',
    object: { type: 'run-check', id: `${run.id}:${code}`, label: code },
    version: JSON.stringify(figures),
    details: { period: formatPeriod(run.period), ...figures },
  };
}

function objectOf(run: RunSummary): Matter['object'] {
  return { type: 'run', id: run.id, label: formatPeriod(run.period) };
}

function figuresOf({ amount, accounts, lines, period }: RunSummary): Readonly<Record<string, DetailValue>> {
  return { period: formatPeriod(period), amount: amount.toString(), accounts, lines };
}

async function known(tx: Tx, id: RunId): Promise<RunSummary> {
  const run = await runById(tx, id);
  if (!run) throw new DomainError('run.not-found');
  return run;
}
