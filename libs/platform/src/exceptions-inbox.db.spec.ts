import type { HouseId, UserId } from '@dvor/kernel';
import { createTestDatabase, makeOrganization, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Database, openDataSource, type Tenant, type Tx } from './database/database.js';
import { ExceptionsInbox, type NewException } from './exceptions-inbox.js';

const inbox = new ExceptionsInbox();

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let clerk: UserId;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'inbox spec');
  database = new Database(source);
  [{ id: clerk }] = await test.asOwner<[{ id: UserId }]>(
    `insert into users (kind, email, name, password_hash) values ('staff', 'a@dvor.test', 'Анна', '-') returning id`,
  );
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  ours = await makeOrganization(test);
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.inTenant(ours, work);
const raise = (...exceptions: NewException[]) => inOurs((tx) => inbox.raise(tx, exceptions));

function parked(account: string, more: Partial<NewException> = {}): NewException {
  return {
    kind: 'billing.account-parked',
    dedupeKey: `run-1-${account}`,
    object: { type: 'account', id: account, label: `100000000${account}` },
    details: { code: 'no-tariff', date: '2026-10-01' },
    ...more,
  };
}

async function open(kind?: string) {
  return (await inOurs((tx) => inbox.list(tx, { state: 'open', kind }, { limit: 100 }))).items;
}

describe('the inbox', () => {
  it('shows what happened, to what and why', async () => {
    await raise(parked('1'));
    expect(await open()).toEqual([
      {
        id: expect.any(String),
        kind: 'billing.account-parked',
        details: { code: 'no-tariff', date: '2026-10-01' },
        objectType: 'account',
        objectId: '1',
        objectLabel: '1000000001',
        createdAt: expect.any(Date),
        resolvedAt: null,
        resolution: null,
      },
    ]);
  });

  it('keeps the same trouble as one row, raised twice at once or again later', async () => {
    await raise(parked('1'), parked('1'), parked('2'));
    await raise(parked('1'));
    await Promise.all([raise(parked('3')), raise(parked('3'))]);
    expect((await open()).map(({ objectId }) => objectId)).toEqual(['1', '2', '3']);
  });

  it('takes the same trouble up again once the first was dealt with', async () => {
    await raise(parked('1'));
    const [first] = await open();
    await inOurs((tx) => inbox.resolve(tx, first!.id, { userId: clerk, note: 'тариф введён' }));
    await raise(parked('1'));
    const [second] = await open();
    expect(second!.id).not.toBe(first!.id);
    const { items } = await inOurs((tx) => inbox.list(tx, { state: 'resolved' }, { limit: 100 }));
    expect(items).toMatchObject([{ id: first!.id, resolution: 'тариф введён', resolvedAt: expect.any(Date) }]);
  });

  it('settles what the program itself sees to be mended, and only that', async () => {
    await raise(parked('1'), parked('2', { dedupeKey: 'run-11-2' }), parked('3', { dedupeKey: 'run-1_3' }));
    await inOurs((tx) => inbox.settle(tx, 'run-1-', 'calculated again'));
    expect((await open()).map(({ objectId }) => objectId)).toEqual(['2', '3']);
  });

  it('refuses to resolve twice, also by two at once', async () => {
    await raise(parked('1'));
    const { id } = (await open())[0]!;
    const resolve = () => inOurs((tx) => inbox.resolve(tx, id, { userId: clerk, note: 'готово' }));
    const outcomes = await Promise.allSettled([resolve(), resolve()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(resolve()).rejects.toMatchObject({ code: 'exception.already-resolved' });
  });

  it('does not know another organisation’s rows', async () => {
    await raise(parked('1'));
    const { id } = (await open())[0]!;
    const theirs = await makeOrganization(test, { name: 'Чужая' });
    const resolve = database.inTenant(theirs, (tx) => inbox.resolve(tx, id, { userId: clerk, note: '' }));
    await expect(resolve).rejects.toMatchObject({ code: 'exception.not-found' });
  });

  it('shows a member who looks after one house what concerns that house', async () => {
    await raise(parked('1', { houseId: '1' as HouseId }), parked('2', { houseId: '2' as HouseId }), parked('3'));
    const { items } = await database.inTenant({ ...ours, houseIds: ['2' as HouseId] }, (tx) =>
      inbox.list(tx, { state: 'open' }, { limit: 100 }),
    );
    expect(items.map(({ objectId }) => objectId)).toEqual(['2']);
  });

  it('is read a page at a time, the oldest first, every row once', async () => {
    for (const hundred of [0, 1, 2])
      await raise(...Array.from({ length: 7 }, (_, i) => parked(String(hundred * 100 + i)))); // of one moment each
    await raise(parked('x', { kind: 'billing.house-parked' }));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await inOurs((tx) =>
        inbox.list(tx, { state: 'open', kind: 'billing.account-parked' }, { limit: 5, cursor }),
      );
      seen.push(...page.items.map(({ objectId }) => objectId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && seen.length < 100);
    expect(seen).toEqual([0, 1, 2].flatMap((hundred) => [0, 1, 2, 3, 4, 5, 6].map((i) => String(hundred * 100 + i))));
  });

  it('refuses a cursor that is none of its own', async () => {
    const page = (cursor: string) => inOurs((tx) => inbox.list(tx, { state: 'open' }, { limit: 5, cursor }));
    const made = (...key: (string | number | null)[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
    for (const cursor of ['garbage', made('yesterday', '1'), made('2026-11-01T00:00:00Z', 'first'), made(null, null)])
      await expect(page(cursor)).rejects.toMatchObject({ code: 'cursor.invalid' });
  });
});
