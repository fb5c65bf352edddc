import { Inject, Injectable } from '@nestjs/common';
import type { OrganizationId } from '@dvor/kernel';
import { Database, type Tx } from './database/database.js';
import { queryPrepared } from './database/query-prepared.js';
import type { Logger } from './logging.js';
import { LOGGER } from './tokens.js';

/** Something that happened and that others may want to follow up. Payloads are ids, and what receivers outside need: never anything of a person. */
export interface OutboxEvent {
  readonly type: string;
  readonly payload: Readonly<Record<string, string | number>>;
}

export type Reaction = (
  organizationId: OrganizationId,
  payload: Readonly<Record<string, string | number>>,
) => Promise<void>;

export interface RecordedEvent extends OutboxEvent {
  readonly id: string;
  readonly recordedAt: Date;
}

/**
 * Sees every event in their order, whether somebody reacts to it or not, in the transaction that ticks it off. It may see
 * one twice (a reaction that failed is tried again), and must change nothing then.
 */
export type EventFollower = (tx: Tx, events: readonly RecordedEvent[]) => Promise<void>;

/** Half an hour of tries: at once, then within seconds, then every quarter of a minute. */
const GIVE_UP_AFTER = 120;
/** Of one organisation at a time. */
const BATCH = 500;
const DUE = `now() >= recorded_at + make_interval(secs => least(0.3 * (power(2, attempts) - 1), 15 * attempts))`;

/** An event in the statement of what it tells of: a part of a `with`, once for each row that another part has `written`. */
export function recordedBy(written: string, event: { readonly type: string; readonly payload: string }): string {
  return `insert into outbox_events (organization_id, type, payload)
          select current_organization(), ${event.type}::text, ${event.payload}::jsonb from ${written}`;
}

@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Written in the transaction of the event itself: it is told if and only if it happened. */
  async record(tx: Tx, event: OutboxEvent): Promise<void> {
    await queryPrepared(
      tx,
      'insert into outbox_events (organization_id, type, payload) values (current_organization(), $1, $2)',
      [event.type, JSON.stringify(event.payload)],
    );
  }

  /** As `record`, many in their order. */
  async recordAll(tx: Tx, events: readonly OutboxEvent[]): Promise<void> {
    await tx.query(
      `insert into outbox_events (organization_id, type, payload)
       select current_organization(), event ->> 'type', event -> 'payload'
         from jsonb_array_elements($1::jsonb) with ordinality as list (event, place) order by place`,
      [JSON.stringify(events)],
    );
  }

  /**
   * Hands pending events of every organisation to their reactions, in order, and returns how many were handled.
   * A reaction may be called twice for one event (a crash in between), so each must change nothing the second time.
   */
  async dispatch(reactions: ReadonlyMap<string, Reaction>, follower?: EventFollower): Promise<number> {
    const organizations = await this.database.outsideTenants((tx) =>
      tx.query<{ organizations_with_pending_events: string }[]>('select organizations_with_pending_events()'),
    );
    let handled = 0;
    for (const { organizations_with_pending_events: id } of organizations)
      handled += await this.dispatchOf(id as OrganizationId, reactions, follower);
    return handled;
  }

  private async dispatchOf(
    organizationId: OrganizationId,
    reactions: ReadonlyMap<string, Reaction>,
    follower?: EventFollower,
  ): Promise<number> {
    return this.database.inTenant({ organizationId }, async (tx) => {
      // By one worker at a time: two would tell what follows before what it depends on.
      const [lock] = await tx.query<{ taken: boolean }[]>(
        `select pg_try_advisory_xact_lock(hashtextextended('outbox', current_organization())) as taken`,
      );
      if (!lock!.taken) return 0;
      const events = await tx.query<PendingEvent[]>(
        `select id, type, payload, recorded_at as "recordedAt", ${DUE} as due from outbox_events
          where handled_at is null and attempts < $1 order by id limit ${BATCH}`,
        [GIVE_UP_AFTER],
      );
      let handled = 0;
      for (const group of inGroups(events, reactions)) {
        const [first] = group as [PendingEvent];
        if (!first.due) break; // what follows may depend on it
        await follower?.(tx, group);
        if (!reactions.has(first.type)) await this.tickOff(tx, group);
        else if (!(await this.tell(tx, organizationId, first, reactions))) break;
        handled += group.length;
      }
      return handled;
    });
  }

  private async tell(
    tx: Tx,
    organizationId: OrganizationId,
    event: PendingEvent,
    reactions: ReadonlyMap<string, Reaction>,
  ): Promise<boolean> {
    const { id, type, payload } = event;
    try {
      await reactions.get(type)?.(organizationId, payload);
    } catch (error) {
      this.logger.warn({ err: error, organizationId, event: id, type }, 'a reaction failed');
      await tx.query('update outbox_events set attempts = attempts + 1, last_error = $2 where id = $1', [
        id,
        String(error).slice(0, 500),
      ]);
      return false;
    }
    await this.tickOff(tx, [event]);
    return true;
  }

  private async tickOff(tx: Tx, events: readonly PendingEvent[]): Promise<void> {
    await queryPrepared(
      tx,
      'update outbox_events set handled_at = now(), attempts = attempts + 1 where id = any ($1)',
      [events.map(({ id }) => id)],
    );
  }
}

interface PendingEvent extends RecordedEvent {
  readonly due: boolean;
}

/** In their order, one by one where somebody reacts; those between are ticked off together. */
function inGroups(events: readonly PendingEvent[], reactions: ReadonlyMap<string, Reaction>): PendingEvent[][] {
  const groups: PendingEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    const apart = !last || reactions.has(event.type) || reactions.has(last[0]!.type) || event.due !== last[0]!.due;
    if (apart) groups.push([event]);
    else last.push(event);
  }
  return groups;
}
