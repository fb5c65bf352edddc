import type { UserId } from '@dvor/kernel';
import { createTestDatabase, makeOrganization, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { AuditLog } from './audit.js';
import { Database, openDataSource, sqlStateOf, type Tenant, type Tx } from './database/database.js';
import { withLogContext } from './logging.js';

const audit = new AuditLog();

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'audit spec');
  database = new Database(source);
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  ours = await makeOrganization(test); // a chain of its own for each test
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.inTenant(ours, work);
const seal = () => inOurs((tx) => audit.seal(tx));
const verify = () => inOurs((tx) => audit.verify(tx));

function record(...actions: string[]): Promise<void> {
  return inOurs(async (tx) => {
    for (const action of actions)
      await audit.record(tx, {
        userId: '7' as UserId,
        action,
        object: { type: 'run', id: '1' },
        details: { period: '2026-10', note: 'закрыт «вовремя»' },
      });
  });
}

/** As the owner of the database, who is above all policies, may. */
function tamper(sql: string): Promise<unknown> {
  return test.asOwner(sql, [ours.organizationId]);
}

describe('the audit log', () => {
  it('says who did what to which object, in which request', async () => {
    await withLogContext({ requestId: 'request-1' }, () => record('run.close'));
    expect(
      await tamper(
        'select user_id, action, object_type, object_id, details, request_id from audit_entries where organization_id = $1',
      ),
    ).toEqual([
      {
        user_id: '7',
        action: 'run.close',
        object_type: 'run',
        object_id: '1',
        details: { period: '2026-10', note: 'закрыт «вовремя»' },
        request_id: 'request-1',
      },
    ]);
  });

  it('is only added to', async () => {
    await record('run.request');
    for (const sql of [
      'update audit_entries set user_id = null',
      'delete from audit_entries',
      'update audit_seals set entries = 1',
      'delete from audit_seals',
    ])
      expect(sqlStateOf(await inOurs((tx) => tx.query(sql)).catch((error: unknown) => error))).toBe('42501');
  });

  it('holds nothing of what did not happen', async () => {
    const failed = inOurs(async (tx) => {
      await audit.record(tx, { userId: null, action: 'run.close', object: { type: 'run', id: '1' } });
      throw new Error('not closed after all');
    });
    await expect(failed).rejects.toThrow();
    expect(await seal()).toBe(false);
  });
});

describe('the chain of seals', () => {
  beforeEach(async () => {
    const theirs = await makeOrganization(test, { name: 'Другая' });
    const inBetween = () =>
      database.inTenant(theirs, (tx) =>
        audit.record(tx, { userId: null, action: 'else', object: { type: 'run', id: '1' } }),
      );
    await record('run.request');
    await inBetween(); // ids of one organisation have gaps
    await record('run.close');
    await seal();
    await inBetween();
    await record('house.take-in', 'run.cancel');
    await seal();
  });

  it('holds while nothing was touched, and new entries wait for the next seal', async () => {
    expect(await verify()).toEqual({ ok: true, sealed: 2 });
    expect(await seal()).toBe(false);
    await record('run.retry');
    expect(await verify()).toEqual({ ok: true, sealed: 2 });
    expect(await seal()).toBe(true);
    expect(await verify()).toEqual({ ok: true, sealed: 3 });
  });

  it.each([
    ['who', 'set user_id = 8'],
    ['what', `set action = 'run.retry'`],
    ['to which object', `set object_id = '2'`],
    ['when', `set at = at + interval '1 microsecond'`],
    ['the details', `set details = details || '{"period": "2026-09"}'`],
    ['the request', `set request_id = 'another'`],
  ])('shows that %s was changed', async (_what, change) => {
    await tamper(`update audit_entries ${change} where organization_id = $1 and action = 'run.close'`);
    expect(await verify()).toEqual({ ok: false, seal: 1, reason: 'changed' });
  });

  it('shows that an entry is missing', async () => {
    await tamper(`delete from audit_entries where organization_id = $1 and action = 'run.cancel'`);
    expect(await verify()).toEqual({ ok: false, seal: 2, reason: 'missing' });
  });

  it.each([
    ['between two others', 'first_entry', 1],
    ['between two seals', 'last_entry', 2],
  ])('shows that an entry was slipped in %s', async (_where, after, seal) => {
    await tamper(
      `insert into audit_entries (organization_id, id, action, object_type, object_id) overriding system value
       select $1, ${after} + 1, 'run.retry', 'run', '1' from audit_seals where organization_id = $1 and number = 1`,
    );
    expect(await verify()).toEqual({ ok: false, seal, reason: 'missing' });
  });

  it('shows that a seal was made again for a changed entry and the next one linked to it', async () => {
    await tamper(`update audit_entries set user_id = 8 where organization_id = $1 and action = 'run.close'`);
    await test.asOwner(`
      drop table if exists later_entries, later_seals;
      create table later_entries as select * from audit_entries where organization_id = ${ours.organizationId} and action in ('house.take-in', 'run.cancel');
      create table later_seals as select * from audit_seals where organization_id = ${ours.organizationId} and number = 2;
      delete from audit_entries where id in (select id from later_entries);
      delete from audit_seals where organization_id = ${ours.organizationId}`);
    await seal();
    expect(await verify()).toEqual({ ok: true, sealed: 1 }); // a good forgery, as far as it goes
    await test.asOwner(`
      insert into audit_entries overriding system value select * from later_entries;
      update later_seals set previous_hash = (select hash from audit_seals where organization_id = ${ours.organizationId});
      insert into audit_seals select * from later_seals`);
    expect(await verify()).toEqual({ ok: false, seal: 2, reason: 'changed' });
  });

  it('shows that a seal was taken out or linked anew', async () => {
    await tamper(`update audit_seals set previous_hash = sha256('forged') where organization_id = $1 and number = 2`);
    expect(await verify()).toEqual({ ok: false, seal: 2, reason: 'unlinked' });
    await tamper(`delete from audit_seals where organization_id = $1 and number = 1`);
    expect(await verify()).toEqual({ ok: false, seal: 2, reason: 'unlinked' });
  });

  it('holds whatever time zone and date style the server is set to, and when the table gets another column', async () => {
    const verdict = await inOurs(async (tx) => {
      await tx.query(`set local timezone = 'Asia/Barnaul'; set local datestyle = 'German, DMY'`);
      return audit.verify(tx);
    });
    expect(verdict).toEqual({ ok: true, sealed: 2 });
    await test.asOwner('alter table audit_entries add column if not exists device text');
    expect(await verify()).toEqual({ ok: true, sealed: 2 });
  });

  it('of one organisation knows nothing of another', async () => {
    const theirs = await makeOrganization(test, { name: 'Другая' });
    expect(await database.inTenant(theirs, (tx) => audit.verify(tx))).toEqual({ ok: true, sealed: 0 });
  });
});

describe('an entry that is written while others are sealed', () => {
  it('never falls between two seals: sealing waits for its turn', async () => {
    let finish!: () => void;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    let begun!: () => void;
    const recorded = new Promise<void>((resolve) => (begun = resolve));
    const slow = inOurs(async (tx) => {
      await audit.record(tx, { userId: null, action: 'slow', object: { type: 'run', id: '1' } });
      begun();
      await finished;
    });
    await recorded;
    await record('quick'); // a later entry that is committed first
    expect(await seal()).toBe(false);
    finish();
    await slow;
    expect(await seal()).toBe(true);
    expect(await verify()).toEqual({ ok: true, sealed: 1 });
    expect(await tamper('select entries from audit_seals where organization_id = $1')).toEqual([{ entries: 2 }]);
  });

  it('is sealed once by two workers that seal at once', async () => {
    await record('a', 'b', 'c');
    await Promise.all([seal(), seal(), seal()]);
    expect(await verify()).toEqual({ ok: true, sealed: 1 });
  });
});
