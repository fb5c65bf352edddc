import { Injectable } from '@nestjs/common';
import type { OrganizationId, PaymentId } from '@dvor/kernel';
import { PaidReadings } from '@dvor/metering';
import { readingsOfPayment } from '@dvor/payments';
import { Database, defineJob, JobQueue, OrganizationClock } from '@dvor/platform';

/** What a payer said of meters goes from payments, which know nothing of them, to metering. */
export const takePaidReadingsJob = defineJob<{ readonly organizationId: string; readonly paymentId: string }>({
  queue: 'upkeep',
  name: 'take-paid-readings',
  key: ({ organizationId, paymentId }) => `${organizationId}-${paymentId}`,
  attempts: 10,
});

@Injectable()
export class PaymentReadings {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly clock: OrganizationClock,
    private readonly readings: PaidReadings,
  ) {}

  async layOnQueue(organizationId: OrganizationId, paymentId: PaymentId): Promise<void> {
    await this.queue.enqueue(takePaidReadingsJob, { organizationId, paymentId });
  }

  async take(organizationId: OrganizationId, paymentId: PaymentId): Promise<void> {
    await this.database.inTenant({ organizationId }, async (tx) => {
      const paid = await readingsOfPayment(tx, paymentId);
      if (paid) await this.readings.take(tx, paid, await this.clock.today(tx));
    });
  }
}
