import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@dvor/auth';
import type { RunSummary } from '@dvor/billing';
import type { Tenant } from '@dvor/platform';
import { Receipts } from '@dvor/receipts';

/** How far the printing of a month has come. */
@Injectable()
export class Printing {
  constructor(
    private readonly receipts: Receipts,
    private readonly trail: AuditTrail,
  ) {}

  /** `null` until somebody has asked for printing: the books show only what is printed, the audit log who asked. */
  async of(
    tenant: Tenant,
    { id, state }: Pick<RunSummary, 'id' | 'state'>,
  ): Promise<{ total: number; done: number } | null> {
    if (state !== 'closed') return null;
    const houses = await this.receipts.houses(tenant, id);
    const done = houses.reduce((sum, { printed }) => sum + printed, 0);
    if (done === 0 && !(await this.wasAsked(tenant, id))) return null;
    return { total: houses.reduce((sum, { total }) => sum + total, 0), done };
  }

  private async wasAsked(tenant: Tenant, runId: string): Promise<boolean> {
    const { items } = await this.trail.list(
      tenant,
      { action: 'receipts.print', objectType: 'run', objectId: runId },
      { limit: 1 },
    );
    return items.length > 0;
  }
}
