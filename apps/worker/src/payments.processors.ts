import { Injectable } from '@nestjs/common';
import { type AccountId, type OrganizationId, parsePeriod } from '@dvor/kernel';
import { AdvanceOffsets, offsetAdvancesJob } from '@dvor/payments';
import { JobRunner } from '@dvor/platform';

/** Advances against a closed month's charges, some accounts a job. */
@Injectable()
export class PaymentsProcessors {
  constructor(
    private readonly runner: JobRunner,
    private readonly offsets: AdvanceOffsets,
  ) {}

  register(): void {
    this.runner.handle(offsetAdvancesJob, ({ data }) =>
      this.offsets.setOff(data.organizationId as OrganizationId, parsePeriod(data.period), {
        from: data.from as AccountId,
        to: data.to as AccountId,
      }),
    );
  }
}
