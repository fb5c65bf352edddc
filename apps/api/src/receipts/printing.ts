import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@dvor/auth';
import type { RunSummary } from '@dvor/billing';
import type { RunId } from '@dvor/kernel';
import type { Tenant } from '@dvor/platform';
import { Receipts } from '@dvor/receipts';

export interface Printed {
  readonly total: number;
  readonly done: number;
}

type Run = Pick<RunSummary, 'id' | 'state'>;

/** How far the printing of months has come. */
@Injectable()
export class Printing {
  constructor(
    private readonly receipts: Receipts,
    private readonly trail: AuditTrail,
  ) {}

  /** Only of runs whose receipts somebody has asked for: the audit log shows who, the books what is printed since. */
  async ofRuns(tenant: Tenant, runs: readonly Run[]): Promise<ReadonlyMap<RunId, Printed>> {
    const closed = runs.filter(({ state }) => state === 'closed').map(({ id }) => id);
    const asked = await this.trail.objectsWith(tenant, 'receipts.print', { type: 'run', ids: closed });
    const printed = new Map<RunId, Printed>();
    for (const id of closed) if (asked.has(id)) printed.set(id, await this.count(tenant, id));
    return printed;
  }

  /** `null`: nobody has asked for it. */
  async of(tenant: Tenant, run: Run): Promise<Printed | null> {
    return (await this.ofRuns(tenant, [run])).get(run.id) ?? null;
  }

  private async count(tenant: Tenant, id: RunId): Promise<Printed> {
    const houses = await this.receipts.houses(tenant, id);
    return {
      total: houses.reduce((sum, { total }) => sum + total, 0),
      done: houses.reduce((sum, { printed }) => sum + printed, 0),
    };
  }
}
