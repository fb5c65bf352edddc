import { Injectable } from '@nestjs/common';
import { FeeRises } from '@dvor/billing';
import { formatPeriod, type OrganizationId, type Period } from '@dvor/kernel';
import { Ledger } from '@dvor/ledger';
import { InstalmentOffers } from '@dvor/penalties';
import { Database, JobQueue } from '@dvor/platform';
import { findRightsJob } from '../jobs.js';

/** Finds by itself who has the right to pay a fee by instalments because it has risen (ПП 354, п. 72; PEN-10). */
@Injectable()
export class RightFinder {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly ledger: Ledger,
    private readonly rises: FeeRises,
    private readonly offers: InstalmentOffers,
  ) {}

  async layOnQueue(organizationId: OrganizationId, closed: Period): Promise<void> {
    const undone = await this.database.inTenant({ organizationId }, (tx) => this.ledger.reopenings(tx, closed));
    await this.queue.enqueue(findRightsJob, { organizationId, period: formatPeriod(closed) }, undone);
  }

  /** After a month is closed; doing it twice changes nothing. @returns how many offers are new */
  async find(organizationId: OrganizationId, period: Period): Promise<number> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      const { risePercent } = await this.offers.terms(tx, period);
      return this.offers.offer(tx, period, await this.rises.ofMonth(tx, period, risePercent));
    });
  }

  /** The closing was undone: what was offered and nobody has answered is taken back. */
  async undo(organizationId: OrganizationId, period: Period): Promise<void> {
    await this.database.inTenant({ organizationId }, (tx) => this.offers.offer(tx, period, []));
  }
}
