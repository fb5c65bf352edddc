import { Injectable } from '@nestjs/common';
import type { OrganizationId } from '@dvor/kernel';
import { OpenPlaces, writeOpenPlacesJob } from '@dvor/ledger';
import { JobRunner } from '@dvor/platform';

/** What is written down of the books once a month is closed. */
@Injectable()
export class LedgerProcessors {
  constructor(
    private readonly runner: JobRunner,
    private readonly openPlaces: OpenPlaces,
  ) {}

  register(): void {
    this.runner.handle(writeOpenPlacesJob, ({ data }) => this.openPlaces.write(data.organizationId as OrganizationId));
  }
}
