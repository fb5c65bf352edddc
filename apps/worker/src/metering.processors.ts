import { Injectable } from '@nestjs/common';
import type { HouseId, OrganizationId, PaymentId } from '@dvor/kernel';
import { AlertWatch, lookOverMetersJob } from '@dvor/metering';
import { JobRunner } from '@dvor/platform';
import { PaymentReadings, takePaidReadingsJob } from './paid-readings.js';

/** Meters are looked over for spikes and leaks; readings that came with payments are taken. */
@Injectable()
export class MeteringProcessors {
  constructor(
    private readonly runner: JobRunner,
    private readonly watch: AlertWatch,
    private readonly paid: PaymentReadings,
  ) {}

  register(): void {
    this.runner.handle(lookOverMetersJob, async ({ data }) => {
      await this.watch.look(data.organizationId as OrganizationId, data.houseId as HouseId);
    });
    this.runner.handle(takePaidReadingsJob, ({ data }) =>
      this.paid.take(data.organizationId as OrganizationId, data.paymentId as PaymentId),
    );
  }
}
