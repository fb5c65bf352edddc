import type { UserId } from '@dvor/kernel';
import { createTestDatabase, makeOrganization, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type ApprovalAction, Approvals, type Matter } from './approvals.js';
import { AuditLog } from './audit.js';
import { Database, openDataSource, type Tenant, type Tx } from './database/database.js';
import { ExceptionsInbox } from './exceptions-inbox.js';
import { createLogger } from './logging.js';
import { Outbox } from './outbox.js';

let test: TestDatabase;
let source: DataSource;
let database: Database;
let approvals: Approvals;
let ours: Tenant;
let anna: UserId;
let vera: UserId;

const inbox = new ExceptionsInbox();
const deciders = ['senior-accountant'];

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'approvals spec');
  database = new Database(source);
  approvals = new Approvals(new AuditLog(), inbox, new Outbox(database, createLogger({ logLevel: 'silent' })));
  [{ id: anna }, { id: vera }] = await test.asOwner<[{ id: UserId }, { id: UserId }]>(
    `insert into users (kind, email, name, password_hash)
     values ('staff', 'a@dvor.test', 'Анна', '-'), ('staff', 'v@dvor.test', 'Вера', '-') returning id`,
  );
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  ours = await makeOrganization(test);
  await member(anna);
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.inTenant(ours, work);
const member = (user: UserId) =>
  test.asOwner(`insert into memberships (organization_id, user_id, role) values ($1, $2, 'senior-accountant')`, [
    ours.organizationId,
    user,
  ]);
const close = (version = 'one'): Matter => ({
  action: 'run.close',
  object: { type: 'run', id: '7', label: '2026-10' },
  version,
  details: { amount: '100.00' },
});
const ask = (matter = close()) => inOurs((tx) => approvals.request(tx, matter, { by: anna, reason: 'месяц сверен' }));
const act = (matter = close(), by: UserId | null = anna) =>
  inOurs((tx) => approvals.requireApproved(tx, matter, { by, reason: 'месяц сверен' }));
const approve = async (id: string, by = vera) =>
  inOurs((tx) => approvals.decide(tx, id as never, { by, decision: 'approved', note: null }));
const refused = (code: string) => expect.objectContaining({ code });
const waive = (action: ApprovalAction = 'run.close', by: UserId | null = anna) =>
  inOurs((tx) => approvals.waive(tx, action, { by, reason: 'бухгалтер один', deciders }));

describe('a second person’s word', () => {
  it('is needed, waited for, given by another, and serves once', async () => {
    await expect(act()).rejects.toEqual(refused('approval.required'));
    const asked = await ask();
    expect(asked).toMatchObject({ state: 'waiting', askedBy: { name: 'Анна' }, details: { amount: '100.00' } });
    await expect(act()).rejects.toEqual(refused('approval.waiting'));
    await expect(approve(asked.id, anna)).rejects.toEqual(refused('approval.own'));
    expect(await approve(asked.id)).toMatchObject({ state: 'approved', decidedBy: { name: 'Вера' }, alone: false });
    expect(await act()).toMatchObject({ id: asked.id, usedAt: expect.any(Date) });
    await expect(act()).rejects.toEqual(refused('approval.required'));
  });

  it('is asked for once while it waits, and anew when what is asked about has changed', async () => {
    const first = await ask();
    expect((await ask()).id).toBe(first.id);
    const second = await ask(close('two'));
    expect(second.id).not.toBe(first.id);
    expect(await inOurs((tx) => approvals.read(tx, first.id))).toMatchObject({ state: 'withdrawn' });
    await approve(second.id);
    await expect(act(close('three'))).rejects.toEqual(refused('approval.required'));
    expect(await act(close('two'))).toMatchObject({ id: second.id });
  });

  it('may be no, with a reason that whoever asked is told', async () => {
    const { id } = await ask();
    await inOurs((tx) => approvals.decide(tx, id, { by: vera, decision: 'refused', note: 'нет показаний' }));
    await expect(act()).rejects.toMatchObject({ code: 'approval.refused', details: { note: 'нет показаний' } });
    await expect(approve(id)).rejects.toEqual(refused('approval.decided'));
    expect((await ask()).state).toBe('waiting');
  });

  it('is taken back by its author alone', async () => {
    const { id } = await ask();
    await expect(inOurs((tx) => approvals.withdraw(tx, id, { by: vera, note: null }))).rejects.toEqual(
      refused('approval.not-own'),
    );
    expect(await inOurs((tx) => approvals.withdraw(tx, id, { by: anna, note: null }))).toMatchObject({
      state: 'withdrawn',
    });
    await expect(act()).rejects.toEqual(refused('approval.required'));
  });

  it('stands in the inbox while it is waited for', async () => {
    const open = () => inOurs((tx) => inbox.list(tx, { state: 'open' }, { limit: 10 }));
    const { id } = await ask();
    expect((await open()).items).toMatchObject([{ kind: 'approval.waiting', objectId: id }]);
    await approve(id);
    expect((await open()).items).toEqual([]);
  });

  it('is given once when two decide at one moment', async () => {
    const { id } = await ask();
    const outcomes = await Promise.allSettled([approve(id), approve(id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not asked of the program itself, nor of another organisation', async () => {
    expect(await act(close(), null)).toBeNull();
    const { id } = await ask();
    const theirs = await makeOrganization(test, { name: 'Чужая' });
    await expect(database.inTenant(theirs, (tx) => approvals.read(tx, id))).rejects.toEqual(
      refused('approval.not-found'),
    );
  });

  it('is kept by the database too: nobody approves their own', async () => {
    const { id } = await ask();
    await expect(
      test.asOwner(`update approvals set decision = 'approved', decided_at = now(), decided_by = $2 where id = $1`, [
        id,
        anna,
      ]),
    ).rejects.toThrow(/check/);
  });
});

describe('doing without a second person', () => {
  it('is chosen alone by whoever works alone, shown, and marks what is done so', async () => {
    await waive();
    const rules = await inOurs((tx) => approvals.rules(tx));
    expect(rules.find(({ action }) => action === 'run.close')).toMatchObject({ required: false, waivedBy: 'Анна' });
    expect(rules.filter(({ required }) => required).length).toBe(rules.length - 1);
    expect(await act()).toMatchObject({
      state: 'approved',
      alone: true,
      note: 'бухгалтер один',
      decidedBy: { id: anna },
    });
    expect(await act(close('two'))).toMatchObject({ alone: true, version: 'two' });
  });

  it('takes up what was waited for', async () => {
    const { id } = await ask();
    await waive();
    expect(await act()).toMatchObject({ id, alone: true, usedAt: expect.any(Date) });
  });

  it('needs a second person’s word where there is one', async () => {
    await member(vera);
    await expect(waive()).rejects.toEqual(refused('approval.required'));
    const { id } = await inOurs((tx) => approvals.requestWaiver(tx, 'run.close', { by: anna, reason: 'неудобно' }));
    await expect(waive()).rejects.toEqual(refused('approval.waiting'));
    await approve(id);
    await waive();
    expect(await act()).toMatchObject({ alone: true });
    await expect(waive('approval.waive')).rejects.toEqual(refused('approval.not-waivable'));
  });

  it('ends when it is said so', async () => {
    await waive();
    await inOurs((tx) => approvals.restore(tx, 'run.close', { by: anna, reason: 'взяли второго бухгалтера' }));
    await expect(act()).rejects.toEqual(refused('approval.required'));
    const entries = await test.asOwner<{ action: string }[]>(
      `select action from audit_entries where organization_id = $1 order by id`,
      [ours.organizationId],
    );
    expect(entries.map(({ action }) => action)).toEqual(['approval.waive', 'approval.restore']);
  });
});
