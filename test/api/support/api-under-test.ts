import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Organizations, People, type Role } from '@dvor/auth';
import type { AccountId, HouseId, OrganizationId, UserId } from '@dvor/kernel';
import { Approvals, Database, type Logger, parseConfig } from '@dvor/platform';
import { createTestDatabase, startTestRedis, type TestDatabase, type TestRedis } from '@dvor/testing';
import { createApi } from '../../../apps/api/src/create-api.js';
import type { Limits } from '../../../apps/api/src/door/rate-limits.js';
import { Client } from './client.js';

export const PASSWORD = 'dvor-demo';

/** The whole API over a database and a Redis of its own, with a clock that a test may move. */
export class ApiUnderTest {
  private clients = 0;

  private constructor(
    readonly app: NestExpressApplication,
    readonly database: TestDatabase,
    readonly redis: TestRedis,
    readonly folder: string,
    private readonly moved: { ms: number },
  ) {}

  static async start({
    limits = {},
    env = {},
    logger,
  }: { limits?: Partial<Limits>; env?: Record<string, string>; logger?: Logger } = {}): Promise<ApiUnderTest> {
    const [database, redis, folder] = await Promise.all([
      createTestDatabase(),
      startTestRedis(),
      mkdtemp(join(tmpdir(), 'dvor-api-')),
    ]);
    const config = parseConfig({
      NODE_ENV: 'test',
      PORT: '0',
      TRUST_PROXY: '1',
      DATABASE_URL: database.apiUrl,
      REDIS_URL: redis.url,
      STORAGE_DIR: join(folder, 'files'),
      AUTH_SECRET: 'a secret of thirty-two characters',
      LOG_LEVEL: 'silent',
      ...env,
    });
    const moved = { ms: 0 };
    const clock = { now: () => new Date(Date.now() + moved.ms) };
    const folders = { resident: join(folder, 'resident'), console: join(folder, 'console') };
    const app = await createApi({
      config,
      clock,
      ...(logger && { logger }),
      folders,
      limits: { requests: { points: 100_000, seconds: 60 }, ...limits },
    });
    await app.listen(0, '127.0.0.1');
    return new ApiUnderTest(app, database, redis, folder, moved);
  }

  /** Where its files lie, for a worker beside it. */
  get storage(): string {
    return join(this.folder, 'files');
  }

  async stop(): Promise<void> {
    await this.app.close();
    await Promise.all([this.database.drop(), this.redis.stop(), rm(this.folder, { recursive: true, force: true })]);
  }

  /** As long as it takes to become ready, or unready; the milliseconds it took. */
  async untilReady(ready = true, withinMs = 20_000): Promise<number> {
    const begun = performance.now();
    while ((await this.client().send('get', '/health/ready', { prefix: '' })).status !== (ready ? 200 : 503)) {
      if (performance.now() - begun > withinMs)
        throw new Error(`not ${ready ? 'ready' : 'unready'} within ${withinMs} ms`);
      await pause(50);
    }
    return performance.now() - begun;
  }

  passMinutes(minutes: number): void {
    this.moved.ms += minutes * 60_000;
  }

  /** A browser at an address of its own, so that limits by address don't meet. */
  client(address = this.newAddress()): Client {
    return new Client(this.app, address);
  }

  async signedIn(email: string): Promise<Client> {
    const client = this.client();
    await client.signIn(email);
    return client;
  }

  /** The first organisation, by the way a person would make it; whoever is alone in it closes months alone. */
  async setUp(): Promise<OrganizationId> {
    const { organizationId } = await this.app.get(Organizations).setUpFirst({
      organization: {
        kind: 'management-company',
        name: 'Общество с ограниченной ответственностью «УК Двор»',
        shortName: 'УК «Двор»',
        inn: '7707083893',
        kpp: '770701001',
        ogrn: '1027700132195',
        address: 'г. Барнаул, пр. Ленина, 1',
        timeZone: 'Asia/Barnaul',
      },
      administrator: { name: 'Анна Серова', email: 'administrator@dvor.test', password: PASSWORD },
    });
    const { app } = this;
    await app
      .get(Database)
      .inTenant({ organizationId }, (tx) =>
        app.get(Approvals).waive(tx, 'run.close', { by: null, reason: 'Администратор работает один', deciders: [] }),
      );
    return organizationId;
  }

  /** Another organisation on the same install, with an administrator `stranger@dvor.test`. */
  async setUpStranger(): Promise<OrganizationId> {
    const [{ id }] = await this.database.asOwner<[{ id: OrganizationId }]>(
      `insert into organizations (kind, name, short_name, inn, address, time_zone)
       values ('management-company', 'ООО «Чужая»', 'Чужая', '7707083893', 'г. Омск', 'Asia/Omsk') returning id`,
    );
    await this.staff(id, 'stranger@dvor.test', 'administrator');
    return id;
  }

  async staff(
    organizationId: OrganizationId,
    email: string,
    role: Role,
    houseIds?: readonly HouseId[],
  ): Promise<UserId> {
    return this.app
      .get(People)
      .addStaff(
        { organizationId },
        { name: email, email, password: PASSWORD, role, ...(houseIds && { houseIds }) },
        null,
      );
  }

  async resident(organizationId: OrganizationId, email: string, accountIds: readonly AccountId[]): Promise<UserId> {
    return this.app
      .get(People)
      .addResident({ organizationId }, { name: email, email, password: PASSWORD, accountIds }, null);
  }

  private newAddress(): string {
    this.clients += 1;
    return `198.51.${Math.floor(this.clients / 250)}.${this.clients % 250}`;
  }
}
