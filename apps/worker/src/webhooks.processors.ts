import { Injectable } from '@nestjs/common';
import { deliverWebhookJob, WebhookEngine } from '@dvor/exchange';
import type { OrganizationId } from '@dvor/kernel';
import { JobRunner } from '@dvor/platform';

/** Attempts to deliver webhooks, one a job. */
@Injectable()
export class WebhooksProcessors {
  constructor(
    private readonly runner: JobRunner,
    private readonly engine: WebhookEngine,
  ) {}

  register(): void {
    this.runner.handle(deliverWebhookJob, ({ data }) =>
      this.engine.deliver(data.organizationId as OrganizationId, data.deliveryId, data.turn),
    );
  }
}
