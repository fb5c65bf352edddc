import { Injectable } from '@nestjs/common';
import { addDays, formatDate, type OrganizationId } from '@dvor/kernel';
import { Database, ExceptionsInbox, OrganizationClock, Outbox, type Tx } from '@dvor/platform';
import { InstalmentPlans, type Plan } from './instalment-plans.js';

/**
 * Looks at plans every day and tells what the money says of them, once: a part that is late is warned of, a missed one is
 * told, a plan that is paid or broken is over. Money that is told late may bring a plan back.
 */
@Injectable()
export class PlanWatch {
  constructor(
    private readonly database: Database,
    private readonly plans: InstalmentPlans,
    private readonly clock: OrganizationClock,
    private readonly inbox: ExceptionsInbox,
    private readonly outbox: Outbox,
  ) {}

  /** @returns how many plans have changed their state */
  async look(organizationId: OrganizationId): Promise<number> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      const today = await this.clock.today(tx);
      const since = formatDate(addDays(today, -LOOKED_AT_AFTER_END));
      await tx.query(`select 1 from instalment_plans where state = 'active' order by id for update`);
      const plans = await this.plans.load(tx, `(p.state = 'active' or p.state = 'ended' and p.ended_on >= $1::date)`, [
        since,
      ]);
      let changed = 0;
      for (const plan of plans) if (await this.lookAt(tx, plan)) changed += 1;
      return changed;
    });
  }

  private async lookAt(tx: Tx, plan: Plan): Promise<boolean> {
    const { id, number, state } = plan;
    const { parts, doneOn, endedOn, ...found } = plan.progress!;
    const details = { number };
    if (state === 'ended') {
      if (found.state === 'ended' || !(await this.plans.resume(tx, plan))) return false;
      await this.plans.note(tx, id, 'resumed', { details });
      await this.inbox.settle(tx, `instalments-${id}-`, 'the money came in time');
    }
    for (const [i, { state: standing }] of parts.entries())
      if (standing === 'late' || standing === 'missed') await this.tell(tx, plan, { part: i + 1, standing });
    if (found.state === 'done' && doneOn !== null) {
      await this.plans.finish(tx, plan, { state: 'done', on: doneOn, reason: null, by: null });
      await this.plans.note(tx, id, 'done', { details });
      await this.inbox.settle(tx, `instalments-${id}-`, 'the plan is paid');
      return true;
    }
    if (found.state === 'ended' && endedOn !== null) {
      await this.plans.finish(tx, plan, { state: 'ended', on: endedOn, reason: 'missed', by: null });
      await this.plans.note(tx, id, 'ended', { details });
      await this.outbox.record(tx, { type: 'instalments.ended', payload: { planId: id } });
      return true;
    }
    if (found.state === 'kept') await this.inbox.settle(tx, `instalments-${id}-`, 'the late part was paid');
    return state === 'ended';
  }

  /** Once each. */
  private async tell(
    tx: Tx,
    { id, number, account, houseId, progress }: Plan,
    { part, standing }: { readonly part: number; readonly standing: 'late' | 'missed' },
  ): Promise<void> {
    const [known] = await tx.query<unknown[]>(
      'select 1 from instalment_events where plan_id = $1 and part = $2 and kind = $3',
      [id, part, standing],
    );
    if (known) return;
    await this.plans.note(tx, id, standing, { part, details: { number, part } });
    const { dueOn, left } = progress!.parts[part - 1]!;
    await this.inbox.raise(tx, [
      {
        kind: `instalments.${standing}`,
        dedupeKey: `instalments-${id}-${part}-${standing}`,
        object: { type: 'instalment-plan', id, label: account },
        houseId,
        details: { number, part, date: formatDate(dueOn), amount: left.toString() },
      },
    ]);
    await this.outbox.record(tx, {
      type: `instalments.part-${standing}`,
      payload: { planId: id, part, amount: left.toString() },
    });
  }
}

/** Money is told late by days, rarely by months. */
const LOOKED_AT_AFTER_END = 366;
