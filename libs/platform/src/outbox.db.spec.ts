import { createTestDatabase, makeOrganization, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Database, openDataSource, type Tenant } from './database/database.js';
import { createLogger } from './logging.js';
import { Outbox, type Reaction, type RecordedEvent } from './outbox.js';

let test: TestDatabase;
let source: DataSource;
let database: Database;
let outbox: Outbox;
let ours: Tenant;
let theirs: Tenant;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 6, 'outbox spec');
  database = new Database(source);
  outbox = new Outbox(database, createLogger({ logLevel: 'silent' }));
  [ours, theirs] = [await makeOrganization(test), await makeOrganization(test, { name: 'Другая' })];
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  await test.asOwner('delete from outbox_events');
});

function record(tenant: Tenant, ...numbers: number[]): Promise<void> {
  return database.inTenant(tenant, async (tx) => {
    for (const number of numbers) await outbox.record(tx, { type: 'spec.happened', payload: { number } });
  });
}

const reacting = (reaction: Reaction) => new Map([['spec.happened', reaction]]);

/** A reaction that notes what it is told. */
function listener(): { told: [string, number][]; reactions: ReadonlyMap<string, Reaction> } {
  const told: [string, number][] = [];
  const reactions = reacting(async (organizationId, { number }) => void told.push([organizationId, Number(number)]));
  return { told, reactions };
}

/** As if so much time had passed. */
function pass(interval: string): Promise<unknown> {
  return test.asOwner(`update outbox_events set recorded_at = recorded_at - interval '${interval}'`);
}

describe('an event', () => {
  it('is told after the commit, to the organisation it happened in, once', async () => {
    const { told, reactions } = listener();
    await record(ours, 1);
    await record(theirs, 2);
    expect(await outbox.dispatch(reactions)).toBe(2);
    expect(told.sort(([, a], [, b]) => a - b)).toEqual([
      [ours.organizationId, 1],
      [theirs.organizationId, 2],
    ]);
    expect(await outbox.dispatch(reactions)).toBe(0);
    expect(told).toHaveLength(2);
  });

  it('is never told of what was rolled back, nor before it is committed', async () => {
    const { told, reactions } = listener();
    const failed = database.inTenant(ours, async (tx) => {
      await outbox.record(tx, { type: 'spec.happened', payload: { number: 1 } });
      await outbox.dispatch(reactions);
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    await outbox.dispatch(reactions);
    expect(told).toEqual([]);
  });

  it('is told in the order of recording', async () => {
    const { told, reactions } = listener();
    await record(ours, ...Array.from({ length: 230 }, (_, i) => i));
    while ((await outbox.dispatch(reactions)) > 0);
    expect(told.map(([, number]) => number)).toEqual(Array.from({ length: 230 }, (_, i) => i));
  });

  it('is told by one worker at a time, so that the order holds among many', async () => {
    const told: number[] = [];
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = reacting(async (_, { number }) => {
      if (number === 1) await held;
      told.push(Number(number));
    });
    await record(ours, 1);
    const first = outbox.dispatch(slow);
    await record(ours, 2);
    await record(theirs, 3);
    expect(await outbox.dispatch(slow)).toBe(1); // another organisation's; ours waits for the first worker
    release();
    await first;
    await outbox.dispatch(slow);
    expect(told).toEqual([3, 1, 2]);
  });

  it('that nobody reacts to is done with', async () => {
    await record(ours, 1);
    expect(await outbox.dispatch(new Map())).toBe(1);
    expect(await test.asOwner('select from outbox_events where handled_at is null')).toEqual([]);
  });
});

describe('who follows events', () => {
  const sees = (seen: string[]) => async (_tx: unknown, events: readonly RecordedEvent[]) => {
    seen.push(events.map(({ payload }) => payload['number']).join(' '));
  };
  const others = (tenant: Tenant, ...numbers: number[]) =>
    database.inTenant(tenant, (tx) =>
      outbox.recordAll(
        tx,
        numbers.map((number) => ({ type: 'spec.noted', payload: { number } })),
      ),
    );

  it('sees them in their order, many together where nobody reacts', async () => {
    const seen: string[] = [];
    const { told, reactions } = listener();
    await others(ours, 1, 2);
    await record(ours, 3, 4);
    await others(ours, 5, 6, 7);
    expect(await outbox.dispatch(reactions, sees(seen))).toBe(7);
    expect(seen).toEqual(['1 2', '3', '4', '5 6 7']);
    expect(told.map(([, number]) => number)).toEqual([3, 4]);
    expect(await test.asOwner('select from outbox_events where handled_at is null or attempts <> 1')).toEqual([]);
  });

  it('sees nothing beyond a reaction that failed until it is made up for', async () => {
    const seen: string[] = [];
    await others(ours, 1);
    await record(ours, 2);
    await others(ours, 3, 4);
    const fails = reacting(async () => {
      throw new Error('Redis is away');
    });
    expect(await outbox.dispatch(fails, sees(seen))).toBe(1);
    expect(await outbox.dispatch(fails, sees(seen))).toBe(0); // not due yet
    await pass('1 minute');
    expect(await outbox.dispatch(listener().reactions, sees(seen))).toBe(3);
    expect(seen).toEqual(['1', '2', '2', '3 4']);
  });
});

describe('a reaction that fails', () => {
  it('holds up what follows in its organisation, and nobody else', async () => {
    const told: number[] = [];
    let mended = false;
    const failing = reacting(async (_, { number }) => {
      if (number === 1 && !mended) throw new Error('Redis is away');
      told.push(Number(number));
    });
    await record(ours, 1, 2);
    await record(theirs, 3);
    expect(await outbox.dispatch(failing)).toBe(1);
    expect(told).toEqual([3]);
    expect(
      await test.asOwner(`select attempts, last_error from outbox_events where payload = '{"number": 1}'`),
    ).toEqual([{ attempts: 1, last_error: 'Error: Redis is away' }]);
    mended = true;
    await pass('1 minute');
    expect(await outbox.dispatch(failing)).toBe(2);
    expect(told).toEqual([3, 1, 2]);
  });

  it('is not tried again at once, nor less often than every few minutes, nor for ever', async () => {
    let tries = 0;
    const hopeless = reacting(async () => {
      tries += 1;
      throw new Error('a bug');
    });
    await record(ours, 1);
    await outbox.dispatch(hopeless);
    await outbox.dispatch(hopeless);
    expect(tries).toBe(1);
    for (let minute = 1; minute <= 10; minute += 1) {
      await pass('1 minute');
      await outbox.dispatch(hopeless);
    }
    expect(tries).toBeGreaterThan(5);
    for (let minute = 1; minute <= 60; minute += 1) {
      await pass('1 minute');
      await outbox.dispatch(hopeless);
      await outbox.dispatch(hopeless);
    }
    const { told, reactions } = listener();
    await record(ours, 2);
    await outbox.dispatch(reactions);
    expect(told).toEqual([[ours.organizationId, 2]]); // given up after all, and what follows goes on
  });

  it('is told again after a crash in the middle, and must not mind', async () => {
    const told: number[] = [];
    await record(ours, 1);
    const dies = reacting(async (_, { number }) => {
      told.push(Number(number));
      await test.asOwner(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`,
      );
    });
    await expect(outbox.dispatch(dies)).rejects.toThrow();
    const { told: again, reactions } = listener();
    await outbox.dispatch(reactions);
    expect([told, again]).toEqual([[1], [[ours.organizationId, 1]]]);
  });
});
