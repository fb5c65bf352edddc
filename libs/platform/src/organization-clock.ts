import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dateInZone, DomainError, type LocalDate } from '@dvor/kernel';
import type { Tx } from './database/database.js';
import { queryPrepared } from './database/query-prepared.js';
import { CLOCK } from './tokens.js';

/**
 * An organisation's clock in a query that asks other things too: `now`, `today`, and `demo_now` where it has its own.
 * `$n` is the real moment, `OrganizationClock.realNow`.
 */
export function organizationDay(realNow: `$${number}`): string {
  return `select coalesce(demo_now, ${realNow}::timestamptz) as now, demo_now,
                 (coalesce(demo_now, ${realNow}::timestamptz) at time zone time_zone)::date as today
            from organizations where id = current_organization()`;
}

/** "Now" for an organisation: the real time, or a demo organisation's own, which is moved by hand. */
@Injectable()
export class OrganizationClock {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async now(tx: Tx): Promise<Date> {
    return (await this.read(tx)).now;
  }

  /** The day it is where the organisation sits. */
  async today(tx: Tx): Promise<LocalDate> {
    const { now, timeZone } = await this.read(tx);
    return dateInZone(now, timeZone);
  }

  /** The day, and the latest moment that anybody's clock may show: the world's runs on while a demo's stands. */
  async dayAndLatest(tx: Tx): Promise<{ readonly today: LocalDate; readonly latest: Date }> {
    const { now, timeZone } = await this.read(tx);
    const real = this.clock.now();
    return { today: dateInZone(now, timeZone), latest: real > now ? real : now };
  }

  /** The world's, whatever an organisation's own clock shows. */
  realNow(): Date {
    return this.clock.now();
  }

  /** @throws DomainError `clock.not-a-demo`, `clock.backwards` */
  async advance(tx: Tx, to: Date): Promise<void> {
    const { demoNow } = await this.read(tx);
    if (!demoNow) throw new DomainError('clock.not-a-demo');
    if (to <= demoNow) throw new DomainError('clock.backwards', { now: demoNow.toISOString() });
    await tx.query('update organizations set demo_now = $1 where id = current_organization()', [to]);
  }

  /**
   * Work of a demo's past: until it is done the clock shows another moment, to this transaction alone.
   * @throws DomainError `clock.not-a-demo`
   */
  async during<T>(tx: Tx, moment: Date, work: () => Promise<T>): Promise<T> {
    const { demoNow } = await this.read(tx);
    if (!demoNow) throw new DomainError('clock.not-a-demo');
    const turnTo = (to: Date) =>
      tx.query('update organizations set demo_now = $1 where id = current_organization()', [to]);
    await turnTo(moment);
    const done = await work();
    await turnTo(demoNow);
    return done;
  }

  private async read(tx: Tx): Promise<{ now: Date; demoNow: Date | null; timeZone: string }> {
    const [row] = await queryPrepared<{ demo_now: Date | null; time_zone: string }[]>(
      tx,
      'select demo_now, time_zone from organizations where id = current_organization()',
    );
    if (!row) throw new DomainError('organization.not-found');
    return { now: row.demo_now ?? this.clock.now(), demoNow: row.demo_now, timeZone: row.time_zone };
  }
}
