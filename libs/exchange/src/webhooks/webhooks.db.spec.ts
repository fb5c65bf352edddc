import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UserId } from '@dvor/kernel';
import {
  createLogger,
  Database,
  ExceptionsInbox,
  JobRunner,
  Outbox,
  parseConfig,
  PlatformModule,
  type Tenant,
} from '@dvor/platform';
import {
  createTestDatabase,
  makeOrganization,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
  until,
  workerSettings,
} from '@dvor/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { deliverWebhookJob, ExchangeModule, WebhookEngine, WebhookLog, Webhooks } from '../index.js';
import { signatureOf } from './signature.js';
import type { GivenEndpoint } from './webhooks.js';

interface Taken {
  readonly id: string;
  readonly timestamp: number;
  readonly signature: string;
  readonly body: string;
  readonly data: Readonly<Record<string, string>>;
}

/** A receiver that answers what it is told to and remembers what it got. */
class Receiver {
  readonly taken: Taken[] = [];
  answer: (message: Taken) => number | Promise<number> = () => 204;
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        const message = {
          id: String(request.headers['webhook-id']),
          timestamp: Number(request.headers['webhook-timestamp']),
          signature: String(request.headers['webhook-signature']),
          body,
          data: JSON.parse(body).data,
        };
        receiver.taken.push(message);
        void Promise.resolve(receiver.answer(message)).then((status) => response.writeHead(status).end('answer'));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/dvor`;
  }

  numbers(): string[] {
    return this.taken.map(({ data }) => `${data['houseId']}:${data['runId']}`);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

let test: TestDatabase;
let redis: TestRedis;
let app: INestApplicationContext;
let receiver: Receiver;
let webhooks: Webhooks;
let log: WebhookLog;
let engine: WebhookEngine;
let database: Database;
let ours: Tenant;
let by: UserId;
let moved = 0;
const failed = new EventEmitter();
const nextFailure = () => once(failed, 'failure');

beforeAll(async () => {
  [test, redis, receiver] = await Promise.all([createTestDatabase(), startTestRedis(), Receiver.start()]);
  const platform = PlatformModule.forRoot({
    config: parseConfig({ ...workerSettings(test, redis.url), WEBHOOKS_PRIVATE_NETWORKS: '127.0.0.0/8' }),
    applicationName: 'webhooks spec',
    clock: { now: () => new Date(Date.now() + moved) },
    logger: createLogger({ logLevel: 'silent' }),
  });
  app = await NestFactory.createApplicationContext(
    { module: class WebhooksApp {}, imports: [platform, ExchangeModule] },
    { logger: false },
  );
  [webhooks, log, engine, database] = [
    app.get(Webhooks),
    app.get(WebhookLog),
    app.get(WebhookEngine),
    app.get(Database),
  ];
  app.get(JobRunner).handle(deliverWebhookJob, ({ data }) =>
    engine
      .deliver(data.organizationId as Tenant['organizationId'], data.deliveryId, data.turn)
      .catch((error: unknown) => {
        failed.emit('failure');
        throw error;
      }),
  );
  app.get(JobRunner).start();
  const [user] = await test.asOwner<[{ id: UserId }]>(
    `insert into users (kind, email, name, password_hash) values ('staff', 'a@dvor.test', 'Анна', '-') returning id`,
  );
  by = user.id;
});
afterAll(async () => {
  await app?.close();
  receiver?.stop();
  await Promise.all([test?.drop(), redis?.stop()]);
});
beforeEach(async () => {
  ours = await makeOrganization(test);
});
afterEach(async () => {
  await test.asOwner('delete from webhook_endpoints; delete from outbox_events');
  receiver.taken.length = 0;
  receiver.answer = () => 204;
});

const add = (eventTypes: string[] = [], url = receiver.url): Promise<GivenEndpoint> =>
  webhooks.add(ours, { url, description: '', eventTypes }, by);

/** `houseId:runId` happen, one after another. */
async function happen(...numbers: string[]): Promise<void> {
  await database.inTenant(ours, async (tx) => {
    for (const [houseId, runId] of numbers.map((number) => number.split(':')))
      await app
        .get(Outbox)
        .record(tx, { type: 'receipts.house-printed', payload: { runId: runId!, houseId: houseId! } });
  });
  await app.get(Outbox).dispatch(new Map(), (tx, events) => engine.follow(tx, events));
  await engine.layOnQueue();
}

const HOUR_MS = 3_600_000;
const settled = () =>
  until(async () => {
    const busy = await test.asOwner<object[]>(
      `select 1 from webhook_deliveries where state = 'waiting' and leased_until is not null`,
    );
    return busy.length === 0;
  });

/** So much time passes, and the worker looks again. */
async function pass(ms: number): Promise<void> {
  moved += ms;
  await engine.layOnQueue();
}

const states = async () =>
  (
    await test.asOwner<{ state: string; attempts: number }[]>(
      'select state, attempts from webhook_deliveries order by id',
    )
  ).map(({ state, attempts }) => `${state} ${attempts}`);
const untilTaken = (count: number) => until(() => receiver.taken.length >= count);
const untilStates = (...wanted: string[]) =>
  until(async () => JSON.stringify(await states()) === JSON.stringify(wanted));

describe('an event that was committed', () => {
  it('is delivered, signed, to the endpoints that want it', async () => {
    const { endpoint, secret } = await add(['receipts.printed']);
    await add(['run.closed']);
    await happen('1:7');
    await untilStates('delivered 1');
    const [{ id, timestamp, signature, body, data }] = receiver.taken as [Taken];
    expect(data).toEqual({ runId: '7', houseId: '1' });
    expect(signature).toBe(signatureOf([secret], { id, timestamp, body }));
    expect(Math.abs(timestamp * 1000 - Date.now() - moved)).toBeLessThan(10_000);
    const [delivery] = (await log.list(ours, endpoint.id, {}, { limit: 10 })).items;
    expect(delivery).toMatchObject({ messageId: id, type: 'receipts.printed', objectType: 'house', lastStatus: 204 });
    expect((await log.read(ours, endpoint.id, delivery!.id)).log).toMatchObject([{ status: 204, error: null }]);
  });

  it('is delivered once, though the outbox may show it twice', async () => {
    await add();
    let failing = true;
    await database.inTenant(ours, (tx) =>
      app.get(Outbox).record(tx, { type: 'receipts.house-printed', payload: { runId: '7', houseId: '1' } }),
    );
    const reactions = new Map([
      [
        'receipts.house-printed',
        async () => {
          if (failing) throw new Error('Redis is away');
        },
      ],
    ]);
    const dispatch = () => app.get(Outbox).dispatch(reactions, (tx, events) => engine.follow(tx, events));
    await dispatch();
    failing = false;
    await test.asOwner(`update outbox_events set recorded_at = recorded_at - interval '1 minute'`);
    expect(await dispatch()).toBe(1);
    await engine.layOnQueue();
    await untilStates('delivered 1');
    expect(receiver.taken).toHaveLength(1);
  });

  it('is told to nobody of another organisation', async () => {
    await add();
    const mine = ours;
    ours = await makeOrganization(test, { name: 'Другая' });
    await happen('1:7');
    expect(await states()).toEqual([]);
    await expect(log.list(ours, '1', {}, { limit: 10 })).rejects.toThrow('webhook.not-found');
    ours = mine;
  });
});

describe('a receiver that fails', () => {
  it('gets it again later, under the same id and signed anew, and nothing of the object before it', async () => {
    await add();
    receiver.answer = ({ data }) => (data['runId'] === '1' && receiver.taken.length < 3 ? 500 : 200);
    await happen('1:1', '1:2');
    await untilStates('waiting 1', 'waiting 0');
    await pass(4_000);
    expect(receiver.numbers()).toEqual(['1:1']); // not yet
    await pass(2_000);
    await untilStates('waiting 2', 'waiting 0');
    await pass(35_000);
    await untilStates('delivered 3', 'delivered 1');
    expect(receiver.numbers()).toEqual(['1:1', '1:1', '1:1', '1:2']);
    const [first, second, third] = receiver.taken as [Taken, Taken, Taken];
    expect(new Set([first.id, second.id, third.id]).size).toBe(1);
    expect(third.timestamp).toBeGreaterThan(first.timestamp);
    expect(first.signature).not.toBe(third.signature);
  });

  it('for one object does not hold up the others for longer than its first wait', async () => {
    await add();
    receiver.answer = ({ data }) => (data['houseId'] === '1' ? 422 : 200);
    await happen('1:1');
    await untilStates('waiting 1');
    await happen('1:2', '2:1', '3:1');
    await pass(6_000);
    await untilTaken(4);
    await settled();
    expect(
      receiver
        .numbers()
        .filter((number) => number !== '1:1')
        .sort(),
    ).toEqual(['2:1', '3:1']);
    expect(receiver.numbers()).not.toContain('1:2');
  });

  it('ten times in a row is sent no more, the inbox says so, and by hand all goes on in order', async () => {
    const { endpoint } = await add();
    receiver.answer = () => 503;
    await happen('1:1', '1:2', '2:1');
    let paused = await webhooks.read(ours, endpoint.id);
    for (let days = 0; days < 12 && paused.state === 'active'; days += 1) {
      await settled();
      await pass(15 * HOUR_MS);
      await settled();
      paused = await webhooks.read(ours, endpoint.id);
    }
    expect(paused).toMatchObject({ pauseReason: 'failures', failures: 10, waiting: 3 });
    const [exception] = await database.inTenant(ours, async (tx) => {
      const { items } = await app.get(ExceptionsInbox).list(tx, { state: 'open' }, { limit: 10 });
      return items;
    });
    expect(exception).toMatchObject({
      kind: 'webhooks.endpoint-paused',
      objectId: endpoint.id,
      details: { failures: 10 },
    });
    expect(await test.asOwner(`select payload from outbox_events where type = 'webhooks.endpoint-paused'`)).toEqual([
      { payload: { endpointId: endpoint.id } },
    ]);

    const before = receiver.taken.length;
    await happen('2:2');
    await pass(HOUR_MS);
    expect(receiver.taken.length).toBe(before);
    receiver.answer = () => 200;
    await webhooks.resume(ours, endpoint.id, by);
    await pass(61_000);
    await untilStates('delivered 1', 'delivered 1', 'delivered 1', 'delivered 1');
    const after = receiver.numbers().slice(before);
    expect(after.filter((number) => number.startsWith('1:'))).toEqual(['1:1', '1:2']);
    expect(after.filter((number) => number.startsWith('2:'))).toEqual(['2:1', '2:2']);
    const { items } = await database.inTenant(ours, (tx) =>
      app.get(ExceptionsInbox).list(tx, { state: 'open' }, { limit: 10 }),
    );
    expect(items).toEqual([]);
  });

  it('with one event only is given the others, and that one is given up after a day', async () => {
    const { endpoint } = await add();
    receiver.answer = ({ data }) => (data['houseId'] === '1' ? 400 : 200);
    await happen('1:1');
    for (let others = 1; others < 12 && (await states())[0] !== 'given-up 10'; others += 1) {
      await settled();
      await happen(`2:${others}`);
      await pass(6_000); // the receiver has just failed: the next is sent a little later
      await settled();
      await pass(15 * HOUR_MS);
    }
    const [one, ...others] = await states();
    expect(one).toBe('given-up 10');
    expect(others.length).toBeGreaterThan(3);
    expect(others.filter((state) => state !== 'delivered 1')).toEqual([]);
    expect((await webhooks.read(ours, endpoint.id)).state).toBe('active');
    const { items } = await database.inTenant(ours, (tx) =>
      app.get(ExceptionsInbox).list(tx, { state: 'open' }, { limit: 10 }),
    );
    expect(items).toMatchObject([{ kind: 'webhooks.delivery-given-up', details: { type: 'receipts.printed' } }]);
  });

  it('and says it is gone is left alone at once', async () => {
    const { endpoint } = await add();
    receiver.answer = () => 410;
    await happen('1:1');
    await until(async () => (await webhooks.read(ours, endpoint.id)).pauseReason === 'gone');
    expect(await states()).toEqual(['waiting 1']);
  });
});

describe('a worker that dies', () => {
  it('after the receiver has taken it leaves it to be sent again, under the same id', async () => {
    await add();
    await test.asOwner('revoke insert on webhook_attempts from dvor_app');
    receiver.answer = () => 200;
    const notNoted = nextFailure();
    await happen('1:1');
    await untilTaken(1);
    await notNoted;
    await pass(59_000);
    expect(await states()).toEqual(['waiting 0']); // it might be at work still
    await test.asOwner('grant insert on webhook_attempts to dvor_app');
    await pass(2_000);
    await untilStates('delivered 1');
    expect(receiver.taken.map(({ id }) => id)).toEqual([receiver.taken[0]!.id, receiver.taken[0]!.id]);
  });

  it('before it is sent loses nothing, and its late job does nothing', async () => {
    await add();
    await happen('1:1');
    await untilStates('delivered 1');
    const [{ id, turn }] = await test.asOwner<[{ id: string; turn: number }]>(
      `update webhook_deliveries set state = 'waiting', turn = turn + 1, leased_until = now() + interval '1 minute' returning id, turn`,
    );
    await engine.deliver(ours.organizationId, id, turn - 1);
    expect(receiver.taken).toHaveLength(1);
    moved += 61_000;
    await pass(61_000);
    await until(async () => receiver.taken.length === 2 && (await states())[0] === 'delivered 2');
  });
});

describe('the log', () => {
  it('replays one, and a range in order, under the ids they had', async () => {
    const { endpoint } = await add();
    await happen('1:1', '1:2', '1:3', '2:1');
    await untilStates('delivered 1', 'delivered 1', 'delivered 1', 'delivered 1');
    const { items } = await log.list(ours, endpoint.id, { objectType: 'house', objectId: '1' }, { limit: 2 });
    expect(items).toHaveLength(2);
    await log.replay(ours, endpoint.id, items[0]!.id, by);
    await engine.layOnQueue();
    await untilTaken(5);
    expect(receiver.numbers()[4]).toBe('1:3');
    expect(receiver.taken[4]!.id).toBe(items[0]!.messageId);

    await untilStates('delivered 1', 'delivered 1', 'delivered 1', 'delivered 1');
    expect(await log.replayRange(ours, endpoint.id, { objectId: '1', from: new Date(0) }, by)).toBe(3);
    await engine.layOnQueue();
    await untilTaken(8);
    expect(receiver.numbers().slice(5)).toEqual(['1:1', '1:2', '1:3']);
    expect(await log.replayRange(ours, endpoint.id, { to: new Date(0) }, by)).toBe(0);
    await untilStates('delivered 1', 'delivered 1', 'delivered 1', 'delivered 1');
  });

  it('sends a trial to one endpoint alone, and forgets what is long done with', async () => {
    const [{ endpoint }] = [await add(), await add()];
    const trial = await log.tryOut(ours, endpoint.id, by);
    await engine.layOnQueue();
    await untilStates('delivered 1');
    expect(JSON.parse(receiver.taken[0]!.body)).toMatchObject({
      type: 'webhook.trial',
      data: { endpointId: endpoint.id },
    });
    expect((await log.read(ours, endpoint.id, trial.id)).state).toBe('delivered');
    await log.forget(ours);
    expect(await states()).toHaveLength(1);
    await pass(31 * 86_400_000);
    await log.forget(ours);
    expect(await states()).toEqual([]);
  });
});

describe('a secret', () => {
  it('that is rotated signs beside the new one while the grace lasts', async () => {
    const before = await add();
    const after = await webhooks.rotateSecret(ours, before.endpoint.id, { graceHours: 2, by });
    await happen('1:1');
    await untilTaken(1);
    const [both] = receiver.taken as [Taken];
    expect(both.signature).toBe(signatureOf([after.secret, before.secret], both));
    await untilStates('delivered 1');
    await pass(3 * HOUR_MS);
    await happen('1:2');
    await untilTaken(2);
    expect(receiver.taken[1]!.signature).toBe(signatureOf([after.secret], receiver.taken[1]!));
    const [kept] = await test.asOwner<[{ secret: Buffer }]>('select secret from webhook_endpoints');
    expect(kept.secret.includes(after.secret.slice(6))).toBe(false);
  });
});

describe('an endpoint', () => {
  it('inside, without TLS or with a password is refused', async () => {
    for (const [url, code] of [
      ['http://77.88.8.8/', 'webhook.address-private'],
      ['https://10.0.0.1/', 'webhook.address-private'],
      ['https://[::1]/', 'webhook.address-private'],
      ['https://169.254.169.254/latest/meta-data', 'webhook.address-private'],
      ['ftp://example.com/', 'webhook.address-wrong'],
      ['https://user:word@example.com/', 'webhook.address-wrong'],
      ['дом', 'webhook.address-wrong'],
    ] as const)
      await expect(add([], url)).rejects.toThrow(code);
    await expect(add(['run.opened'])).rejects.toThrow('webhook.event-unknown');
  });
});
