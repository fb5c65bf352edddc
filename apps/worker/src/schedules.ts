import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Upkeep } from '@dvor/auth';
import { RunEngine } from '@dvor/billing';
import { RestrictionWatch, SettledDebts } from '@dvor/debts';
import { ImportRetention, WebhookEngine, WebhookLog } from '@dvor/exchange';
import type { OrganizationId } from '@dvor/kernel';
import { AlertWatch, VerificationReminders } from '@dvor/metering';
import { SupplierTransfers } from '@dvor/payments';
import { InstalmentOffers, PlanWatch } from '@dvor/penalties';
import { AuditLog, Database, JobQueue, LOGGER, type Logger, Metrics, Outbox } from '@dvor/platform';
import { EventReactions } from './event-reactions.js';

const OUTBOX_EVERY_MS = 300;
const WEBHOOKS_EVERY_MS = 1_000;
const UPKEEP_EVERY_MS = 30_000;
const FORGET_EVERY_MS = 3_600_000;
/** A day is written down within a quarter of an hour after it has settled, whatever the organisation's zone. */
const TRANSFERS_EVERY_MS = 900_000;
/** A late part is told of in the first hour of its day, whatever the organisation's zone. */
const INSTALMENTS_EVERY_MS = 3_600_000;
/** A service is to be given back within two days after its debt is paid. */
const DEBTS_EVERY_MS = 600_000;
/** The end of a verification is reminded of in the first hour of its day, whatever the organisation's zone. */
const METERS_EVERY_MS = 3_600_000;
/** A house is looked over within a minute after readings of it came. */
const ALERTS_EVERY_MS = 60_000;

/** What the worker does by itself: hands out events, seals the audit log, takes up runs that lost their jobs, forgets. */
@Injectable()
export class Schedules implements OnApplicationShutdown {
  private stopped = false;
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly reactions: EventReactions,
    private readonly audit: AuditLog,
    private readonly engine: RunEngine,
    private readonly queue: JobQueue,
    private readonly metrics: Metrics,
    private readonly upkeep: Upkeep,
    private readonly importRetention: ImportRetention,
    private readonly transfers: SupplierTransfers,
    private readonly plans: PlanWatch,
    private readonly offers: InstalmentOffers,
    private readonly restrictions: RestrictionWatch,
    private readonly settled: SettledDebts,
    private readonly verifications: VerificationReminders,
    private readonly alerts: AlertWatch,
    private readonly webhooks: WebhookEngine,
    private readonly webhookLog: WebhookLog,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  start(): void {
    this.every(OUTBOX_EVERY_MS, 'outbox', async () => {
      await this.outbox.dispatch(this.reactions.all, (tx, events) => this.webhooks.follow(tx, events));
    });
    this.every(WEBHOOKS_EVERY_MS, 'webhooks', () => this.webhooks.layOnQueue());
    this.every(UPKEEP_EVERY_MS, 'audit seal', () => this.forEachOrganization((id) => this.sealAudit(id)));
    this.every(UPKEEP_EVERY_MS, 'queue metrics', async () => {
      for (const { queue, state, jobs } of await this.queue.counts())
        this.metrics.queueJobs.set({ queue, state }, jobs);
    });
    this.every(UPKEEP_EVERY_MS, 'lost runs', () => this.forEachOrganization((id) => this.engine.resumeLost(id)));
    this.every(FORGET_EVERY_MS, 'forget failed sign-ins', () => this.upkeep.forgetFailures());
    this.every(FORGET_EVERY_MS, 'forget answers', () =>
      this.forEachOrganization((organizationId) => this.upkeep.forgetAnswers({ organizationId })),
    );
    this.every(FORGET_EVERY_MS, 'forget deliveries', () =>
      this.forEachOrganization((organizationId) => this.webhookLog.forget({ organizationId })),
    );
    this.every(FORGET_EVERY_MS, 'clear old loads', () =>
      this.forEachOrganization(async (organizationId) => {
        const loads = await this.importRetention.clearOld({ organizationId });
        if (loads > 0) this.logger.info({ organizationId, loads }, 'loads over their term were cleared');
      }),
    );
    this.every(TRANSFERS_EVERY_MS, 'prepare transfers', () =>
      this.forEachOrganization(async (organizationId) => {
        const transfers = await this.database.inTenant({ organizationId }, (tx) => this.transfers.prepare(tx));
        if (transfers > 0) this.logger.info({ organizationId, transfers }, 'transfers to recipients were prepared');
      }),
    );
    this.every(INSTALMENTS_EVERY_MS, 'watch instalments', () =>
      this.forEachOrganization(async (organizationId) => {
        const changed = await this.plans.look(organizationId);
        const expired = await this.database.inTenant({ organizationId }, (tx) => this.offers.expire(tx));
        if (changed + expired > 0) this.logger.info({ organizationId, changed, expired }, 'instalments were looked at');
      }),
    );
    this.every(DEBTS_EVERY_MS, 'watch debts', () =>
      this.forEachOrganization(async (organizationId) => {
        const restrictions = await this.restrictions.look(organizationId);
        const settled = await this.settled.look(organizationId);
        if (restrictions + settled > 0)
          this.logger.info({ organizationId, restrictions, settled }, 'the recovery of debts was looked at');
      }),
    );
    this.every(METERS_EVERY_MS, 'remind of verifications', () =>
      this.forEachOrganization(async (organizationId) => {
        const meters = await this.database.inTenant({ organizationId }, (tx) => this.verifications.look(tx));
        if (meters > 0) this.logger.info({ organizationId, meters }, 'verifications that end were reminded of');
      }),
    );
    this.every(ALERTS_EVERY_MS, 'look over meters', () =>
      this.forEachOrganization(async (organizationId) => {
        await this.alerts.layOnQueue(organizationId);
      }),
    );
    void this.once('resume runs', () => this.forEachOrganization((id) => this.engine.resume(id)));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.underWay);
  }

  private async sealAudit(organizationId: OrganizationId): Promise<void> {
    await this.database.inTenant({ organizationId }, (tx) => this.audit.seal(tx));
  }

  private async forEachOrganization(work: (id: OrganizationId) => Promise<void>): Promise<void> {
    const rows = await this.database.organizationIds();
    for (const id of rows) if (!this.stopped) await work(id);
  }

  private every(ms: number, name: string, work: () => Promise<void>): void {
    const again = () => {
      if (this.stopped) return;
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        void this.once(name, work).then(again);
      }, ms);
      this.timers.add(timer);
    };
    again();
  }

  /** A chore that fails is logged and tried at its next turn. */
  private async once(name: string, work: () => Promise<void>): Promise<void> {
    const run = work().catch((error: unknown) => this.logger.warn({ err: error, chore: name }, 'a chore failed'));
    this.underWay.add(run);
    await run;
    this.underWay.delete(run);
  }
}
