import { Injectable } from '@nestjs/common';
import { ImportEngine, importJob } from '@dvor/exchange';
import type { OrganizationId } from '@dvor/kernel';
import { JobRunner } from '@dvor/platform';

/** Steps of loads: checking, writing, undoing. */
@Injectable()
export class ImportsProcessors {
  constructor(
    private readonly runner: JobRunner,
    private readonly engine: ImportEngine,
  ) {}

  register(): void {
    this.runner.handle(importJob, async ({ data, lastAttempt }) => {
      const organizationId = data.organizationId as OrganizationId;
      try {
        await this.engine.run(organizationId, data.importId);
      } catch (error) {
        if (lastAttempt) await this.engine.giveUp(organizationId, data.importId);
        throw error;
      }
    });
  }
}
