import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Children } from '../../scripts/lib/children.mjs';
import { asLogin, checkDatabase, ensureDatabase, localDatabaseUrl } from '../../scripts/lib/databases.mjs';
import { freshLog } from '../../scripts/lib/log-files.mjs';
import { checkDataFolder } from '../../scripts/lib/postgres-folder.mjs';
import { lastingSettings, passingSettings } from '../../scripts/lib/postgres-settings.mjs';
import { initialise, locateCluster, OWNER, resetOwnerPassword, startPostgres } from '../../scripts/lib/postgres.mjs';
import { root, scratchFolder } from './scratch.js';

let children: Children;
let template: string;

beforeAll(async () => {
  children = new Children();
  const folder = mkdtempSync(path.join(tmpdir(), 'dvor-start-'));
  chmodSync(folder, 0o755);
  children.clearAtEnd(folder);
  template = path.join(folder, 'postgres');
  const cluster = locateCluster({ root, folder: template });
  await initialise(cluster, { children, password: 'first', log: freshLog(path.dirname(template), 'initdb') });
});
afterAll(() => children.stopAll());

describe('a data folder', () => {
  it('is made whole or not at all', () => {
    expect(checkDataFolder(template)).toBe(true);
    expect(existsSync(`${template}.new`)).toBe(false);
    expect(checkDataFolder(path.join(scratchFolder(), 'postgres'))).toBe(false);
  });

  it.each([
    [
      'is not a whole PostgreSQL folder (PG_VERSION is missing)',
      (folder: string) => rmSync(path.join(folder, 'PG_VERSION')),
    ],
    [
      'was written by PostgreSQL 17, and this Dvor brings PostgreSQL 18',
      (folder: string) => writeFileSync(path.join(folder, 'PG_VERSION'), '17\n'),
    ],
    ['is damaged (pg_wal is missing)', (folder: string) => rmSync(path.join(folder, 'pg_wal'), { recursive: true })],
    ['is damaged (global/pg_control is missing)', (folder: string) => rmSync(path.join(folder, 'global/pg_control'))],
    [
      'is damaged (global/pg_control is cut short)',
      (folder: string) => truncateSync(path.join(folder, 'global/pg_control'), 100),
    ],
  ])('that is broken is told in one line with the mend: it %s', (what, harm) => {
    const folder = copyOfTemplate();
    harm(folder);
    expect(() => checkDataFolder(folder)).toThrow(
      `The data folder ${folder} ${what}. Restore it from a copy, or start anew after: mv ${folder} ${folder}.broken`,
    );
  });

  it('whose damage only PostgreSQL sees is told in one line as well', async () => {
    const folder = copyOfTemplate();
    writeFileSync(path.join(folder, 'global/pg_control'), Buffer.alloc(8192, 7));
    const opening = startPostgres(locateCluster({ root, folder }), {
      children,
      settings: passingSettings,
      log: freshLog(path.dirname(folder), 'postgres'),
    });
    await expect(opening).rejects.toThrow(
      /^The data folder \S+ could not be opened by PostgreSQL \(.+\)\. Restore it from a copy, or start anew after: mv \S+ \S+\.broken$/,
    );
  });

  it('that is a link to nowhere is not made anew in silence', () => {
    const folder = path.join(scratchFolder(), 'postgres');
    symlinkSync('/mnt/not-mounted/postgres', folder);
    expect(() => checkDataFolder(folder)).toThrow('points to a folder that is not there');
  });
});

describe('the server', () => {
  it('starts with the settings for lasting data, speaks Cyrillic and makes a database once', async () => {
    const folder = copyOfTemplate();
    const cluster = locateCluster({ root, folder });
    const { child, port } = await startPostgres(cluster, {
      children,
      settings: lastingSettings,
      log: freshLog(path.dirname(folder), 'postgres'),
    });
    const server = localDatabaseUrl({ port, user: OWNER, password: 'first', database: 'postgres' });
    await ensureDatabase(server, 'dvor');
    await ensureDatabase(server, 'dvor');
    const url = localDatabaseUrl({ port, user: OWNER, password: 'first', database: 'dvor' });
    await checkDatabase(url);
    expect(
      await rows(
        url,
        `SELECT upper('жильё') AS upper, current_setting('server_encoding') AS encoding, current_setting('synchronous_commit') AS sync`,
      ),
    ).toEqual([{ upper: 'ЖИЛЬЁ', encoding: 'UTF8', sync: 'on' }]);
    await expect(checkDatabase(asLogin(url, { user: OWNER, password: 'wrong' }))).rejects.toThrow(
      /^The database 127\.0\.0\.1:\d+\/dvor of DATABASE_URL does not answer: password authentication failed/,
    );
    process.kill(child.pid, 'SIGINT');
    expect(await child.ended).toMatchObject({ code: 0 });
  });

  it('opens again after a power cut that left an unreadable postmaster.pid', async () => {
    const folder = copyOfTemplate();
    writeFileSync(path.join(folder, 'postmaster.pid'), '');
    const { child } = await startPostgres(locateCluster({ root, folder }), {
      children,
      settings: passingSettings,
      log: freshLog(path.dirname(folder), 'postgres'),
    });
    process.kill(child.pid, 'SIGINT');
    await child.ended;
  });

  it('takes a new password when the old one was lost', async () => {
    const folder = copyOfTemplate();
    const cluster = locateCluster({ root, folder });
    resetOwnerPassword(cluster, 'second');
    const { child, port } = await startPostgres(cluster, {
      children,
      settings: passingSettings,
      log: freshLog(path.dirname(folder), 'postgres'),
    });
    expect(
      await rows(localDatabaseUrl({ port, user: OWNER, password: 'second', database: 'postgres' }), 'SELECT 1 AS one'),
    ).toEqual([{ one: 1 }]);
    process.kill(child.pid, 'SIGINT');
    await child.ended;
  });
});

/** Its owner and modes are kept, as a backup would. */
function copyOfTemplate(): string {
  const folder = path.join(scratchFolder(), 'postgres');
  execFileSync('cp', ['-a', template, folder]);
  return folder;
}

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
