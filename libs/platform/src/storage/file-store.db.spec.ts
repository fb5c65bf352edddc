import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileId } from '@dvor/kernel';
import { createTestDatabase, makeOrganization, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Database, openDataSource, sqlStateOf, type Tenant } from '../database/database.js';
import { type Blobs, openBlobs } from './blobs.js';
import { FileStore } from './file-store.js';

const receipts = {
  name: 'Квитанции, ул. Юрина, 1.pdf',
  mediaType: 'application/pdf',
  content: Buffer.from('%PDF-1.7 …'),
};

let test: TestDatabase;
let source: DataSource;
let database: Database;
let directory: string;
let blobs: Blobs;
let files: FileStore;
let ours: Tenant;
let theirs: Tenant;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 2, 'file store spec');
  database = new Database(source);
  directory = await mkdtemp(join(tmpdir(), 'dvor-files-'));
  blobs = openBlobs({ kind: 'folder', directory });
  files = new FileStore(blobs);
  [ours, theirs] = [await makeOrganization(test), await makeOrganization(test, { name: 'Чужая' })];
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
  await rm(directory, { recursive: true, force: true });
});

const save = (tenant: Tenant, file = receipts) => database.inTenant(tenant, (tx) => files.save(tx, file));
const read = (tenant: Tenant, id: FileId) => database.inTenant(tenant, (tx) => files.read(tx, id));

describe('a stored file', () => {
  it('is read as it was saved, with its name', async () => {
    const id = await save(ours);
    expect(await read(ours, id)).toMatchObject({ id, ...receipts, bytes: receipts.content.length });
  });

  it('lies in its organisation’s folder, apart from another file of the same bytes', async () => {
    const [one, two] = [await read(ours, await save(ours)), await read(ours, await save(ours))];
    expect(one.storageKey).not.toBe(two.storageKey);
    expect(one.storageKey).toMatch(new RegExp(`^${ours.organizationId}/`));
  });

  it('is not there for another organisation', async () => {
    await expect(read(theirs, await save(ours))).rejects.toMatchObject({ code: 'file.not-found' });
  });

  it('that was damaged in the store is found, not handed out', async () => {
    const id = await save(ours);
    const { storageKey } = await read(ours, id);
    await writeFile(join(directory, storageKey), '%PDF-1.7 .');
    await expect(read(ours, id)).rejects.toMatchObject({ code: 'file.damaged', details: { file: receipts.name } });
  });

  it('is never named where the bytes were not kept', async () => {
    const full: Blobs = {
      put: () => Promise.reject(new Error('the disk is full')),
      get: (key) => blobs.get(key),
      remove: (key) => blobs.remove(key),
    };
    const before = await test.asOwner('select from stored_files');
    await expect(database.inTenant(ours, (tx) => new FileStore(full).save(tx, receipts))).rejects.toThrow(
      'the disk is full',
    );
    expect(await test.asOwner('select from stored_files')).toHaveLength(before.length);
  });

  it('leaves bytes that nobody names, at worst, when what it belongs to is rolled back', async () => {
    const failed = database.inTenant(theirs, async (tx) => {
      await files.save(tx, receipts);
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    expect(await test.asOwner('select from stored_files where organization_id = $1', [theirs.organizationId])).toEqual(
      [],
    );
    expect(await readdir(join(directory, theirs.organizationId))).toHaveLength(1);
  });

  it('is gone for good once erased, as often as it is asked for', async () => {
    const id = await save(ours);
    const { storageKey } = await read(ours, id);
    for (let turn = 0; turn < 2; turn += 1) await database.inTenant(ours, (tx) => files.erase(tx, id));
    await expect(read(ours, id)).rejects.toMatchObject({ code: 'file.not-found' });
    await expect(blobs.get(storageKey)).rejects.toMatchObject({ code: 'ENOENT' });
    const kept = await test.asOwner('select name, erased_at from stored_files where id = $1', [id]);
    expect(kept).toEqual([{ name: receipts.name, erased_at: expect.any(Date) }]);
  });

  it('of another organisation is not erased', async () => {
    const id = await save(ours);
    await expect(database.inTenant(theirs, (tx) => files.erase(tx, id))).rejects.toMatchObject({
      code: 'file.not-found',
    });
    expect(await read(ours, id)).toMatchObject({ id });
  });

  it('is never changed afterwards', async () => {
    await save(ours);
    for (const sql of [`update stored_files set name = 'x'`, 'delete from stored_files'])
      expect(sqlStateOf(await database.inTenant(ours, (tx) => tx.query(sql)).catch((error: unknown) => error))).toBe(
        '42501',
      );
  });
});
