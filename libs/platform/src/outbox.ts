import { Injectable } from '@nestjs/common';
import type { OrganizationId } from '@dvor/kernel';
import { Database, type Tx } from './database/database.js';

/** Something that happened and that others may want to follow up. Payloads are ids only. */
export interface OutboxEvent {
  readonly type: string;
  readonly payload: Readonly<Record<string, string | number>>;
}

export type Reaction = (organizationId: OrganizationId, payload: Readonly<Record<string, string | number>>) => Promise<void>;

const GIVE_UP_AFTER = 20;

@Injectable()
export class Outbox {
  constructor(private readonly database: Database) {}

  /** Written in the transaction of the event itself: it is told if and only if it happened. */
  async record(tx: Tx, event: OutboxEvent): Promise<void> {
    await tx.query('insert into outbox_events (organization_id, type, payload) values (current_organization(), $1, $2)', [
      event.type,
      JSON.stringify(event.payload),
    ]);
  }

  /**
   * Hands pending events of every organisation to their reactions, in order, and returns how many were handled.
   * A reaction may be called twice for one event (a crash in between), so each must change nothing the second time.
   */
  async dispatch(reactions: ReadonlyMap<string, Reaction>): Promise<number> {
    const organizations = await this.database.outsideTenants((tx) =>
      tx.query<{ organizations_with_pending_events: string }[]>('select organizations_with_pending_events()'),
    );
    let handled = 0;
    for (const { organizations_with_pending_events: id } of organizations)
      handled += await this.dispatchOf(id as OrganizationId, reactions);
    return handled;
  }

  private async dispatchOf(organizationId: OrganizationId, reactions: ReadonlyMap<string, Reaction>): Promise<number> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      const events = await tx.query<{ id: string; type: string; payload: Record<string, string | number> }[]>(
        `select id, type, payload from outbox_events where handled_at is null and attempts < $1
          order by id limit 100 for update skip locked`,
        [GIVE_UP_AFTER],
      );
      let handled = 0;
      for (const { id, type, payload } of events) {
        try {
          await reactions.get(type)?.(organizationId, payload);
          await tx.query('update outbox_events set handled_at = now(), attempts = attempts + 1 where id = $1', [id]);
          handled += 1;
        } catch (error) {
          await tx.query('update outbox_events set attempts = attempts + 1, last_error = $2 where id = $1', [id, String(error).slice(0, 500)]);
          break; // what follows may depend on it
        }
      }
      return handled;
    });
  }
}
