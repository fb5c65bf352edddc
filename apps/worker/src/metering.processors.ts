import { Injectable } from '@nestjs/common';
import type { HouseId, OrganizationId } from '@dvor/kernel';
import { AlertWatch, lookOverMetersJob } from '@dvor/metering';
import { JobRunner } from '@dvor/platform';

/** Meters are looked over for spikes and leaks. */
@Injectable()
export class MeteringProcessors {
  constructor(
    private readonly runner: JobRunner,
    private readonly watch: AlertWatch,
  ) {}

  register(): void {
    this.runner.handle(lookOverMetersJob, async ({ data }) => {
      await this.watch.look(data.organizationId as OrganizationId, data.houseId as HouseId);
    });
  }
}
