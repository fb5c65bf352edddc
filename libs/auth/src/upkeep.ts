import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@dvor/kernel';
import { CLOCK, Database, type Tenant } from '@dvor/platform';

const DAY_MS = 86_400_000;

/** What nobody will ask for again. The worker calls both once a day. */
@Injectable()
export class Upkeep {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Failed sign-ins that lock nobody any more. */
  async forgetFailures(): Promise<void> {
    await this.database.outsideTenants((tx) =>
      tx.query('delete from sign_in_failures where last_at < $1', [this.ago(DAY_MS)]),
    );
  }

  /** Answers kept for repeated requests, once their 24 hours are over. */
  async forgetAnswers(tenant: Tenant): Promise<void> {
    await this.database.inTenant(tenant, (tx) =>
      tx.query('delete from idempotency_keys where created_at < $1', [this.ago(DAY_MS)]),
    );
  }

  private ago(ms: number): Date {
    return new Date(this.clock.now().getTime() - ms);
  }
}
