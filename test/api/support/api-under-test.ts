import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Organizations, People, type Role } from '@dvor/auth';
import type { AccountId, HouseId, OrganizationId, UserId } from '@dvor/kernel';
import { parseConfig } from '@dvor/platform';
import { createTestDatabase, type TestDatabase } from '@dvor/testing';
import pg from 'pg';
import request from 'supertest';
import type { Limits } from '../../../apps/api/src/door/rate-limits.js';
import { createApi } from '../../../apps/api/src/create-api.js';

export const PASSWORD = 'dvor-demo';

/** The whole API over a database of its own, with a clock that a test may move. */
export class ApiUnderTest {
  private later = 0;

  private constructor(
    readonly app: NestExpressApplication,
    readonly database: TestDatabase,
    private readonly folder: string,
    private readonly moved: { ms: number },
  ) {}

  static async start(options: { limits?: Partial<Limits>; logTo?: string[] } = {}): Promise<ApiUnderTest> {
    const [database, folder] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'dvor-api-'))]);
    const config = parseConfig({
      NODE_ENV: 'test',
      PORT: '0',
      TRUST_PROXY: '1',
      DATABASE_URL: database.apiUrl,
      REDIS_URL: process.env['TEST_REDIS_URL'],
      STORAGE_DIR: folder,
      AUTH_SECRET: 'a secret of thirty-two characters',
      LOG_LEVEL: 'silent',
    });
    const moved = { ms: 0 };
    const clock = { now: () => new Date(Date.now() + moved.ms) };
    const folders = { resident: join(folder, 'resident'), console: join(folder, 'console') };
    const limits = { requests: { points: 100_000, seconds: 60 }, ...options.limits };
    const app = await createApi({ config, clock, limits, folders });
    await app.init();
    return new ApiUnderTest(app, database, folder, moved);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  passMinutes(minutes: number): void {
    this.moved.ms += minutes * 60_000;
  }

  /** A client from an address of its own, so that limits by address don't meet. */
  client(address = `10.${this.next()}.${this.next()}.${this.next()}`): Client {
    return new Client(this.app, address);
  }

  async signedIn(email: string): Promise<Client> {
    const client = this.client();
    await client.signIn(email);
    return client;
  }

  /** The first organisation, by the way a person would make it. */
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
    return organizationId;
  }

  /** Another organisation on the same install, with an administrator `stranger@dvor.test`. */
  async setUpStranger(): Promise<OrganizationId> {
    const [{ id }] = await this.asOwner<[{ id: OrganizationId }]>(
      `insert into organizations (kind, name, short_name, inn, address, time_zone)
       values ('management-company', 'ООО «Чужая»', 'Чужая', '7707083893', 'г. Омск', 'Asia/Omsk') returning id`,
    );
    await this.staff(id, 'stranger@dvor.test', 'administrator');
    return id;
  }

  async staff(organizationId: OrganizationId, email: string, role: Role, houseIds?: readonly HouseId[]): Promise<UserId> {
    return this.app.get(People).addStaff({ organizationId }, { name: email, email, password: PASSWORD, role, ...(houseIds && { houseIds }) }, null);
  }

  async resident(organizationId: OrganizationId, email: string, accountIds: readonly AccountId[]): Promise<UserId> {
    return this.app.get(People).addResident({ organizationId }, { name: email, email, password: PASSWORD, accountIds }, null);
  }

  /** Behind the curtain: as the owner of the database, above all policies. */
  async asOwner<Rows>(sql: string, parameters: unknown[] = []): Promise<Rows> {
    const client = new pg.Client({ connectionString: this.database.ownerUrl });
    await client.connect();
    try {
      return (await client.query(sql, parameters)).rows as Rows;
    } finally {
      await client.end();
    }
  }

  private next(): number {
    this.later += 1;
    return (process.pid * 31 + Date.now() + this.later * 7) % 250;
  }
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A browser: it keeps cookies, and the access token in memory. */
export class Client {
  accessToken: string | null = null;
  readonly agent: ReturnType<typeof request.agent>;

  constructor(
    app: NestExpressApplication,
    private readonly address: string,
  ) {
    this.agent = request.agent(app.getHttpServer());
  }

  send(method: Method, path: string, options: { body?: object; headers?: Record<string, string>; prefix?: string } = {}): request.Test {
    const call = this.agent[method]((options.prefix ?? '/api/v1') + path).set('X-Forwarded-For', this.address);
    if (this.accessToken) call.set('Authorization', `Bearer ${this.accessToken}`);
    if (options.headers) call.set(options.headers);
    return options.body ? call.send(options.body) : call;
  }

  get(path: string, headers: Record<string, string> = {}): request.Test {
    return this.send('get', path, { headers });
  }

  post(path: string, body: object = {}, headers: Record<string, string> = {}): request.Test {
    return this.send('post', path, { body, headers });
  }

  async signIn(email: string, password = PASSWORD): Promise<request.Response> {
    const response = await this.post('/auth/sign-in', { email, password });
    if (response.status === 200) this.accessToken = (response.body as { accessToken: string }).accessToken;
    return response;
  }

  async refresh(): Promise<request.Response> {
    const response = await this.post('/auth/refresh');
    if (response.status === 200) this.accessToken = (response.body as { accessToken: string }).accessToken;
    return response;
  }
}
