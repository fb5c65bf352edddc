import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '@dvor/testing';
import pg from 'pg';
import { PROGRAMS } from '../../../scripts/lib/build.mjs';
import { Children } from '../../../scripts/lib/children.mjs';
import { asLogin, ensureDatabase, localDatabaseUrl } from '../../../scripts/lib/databases.mjs';
import { freshLog } from '../../../scripts/lib/log-files.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { lastingSettings } from '../../../scripts/lib/postgres-settings.mjs';
import { initialise, locateCluster, OWNER, startPostgres } from '../../../scripts/lib/postgres.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const PASSWORD = 'only for as long as this test runs';

/** A migrated database on a PostgreSQL of its own that keeps what it has confirmed: it may be killed at any moment. */
export class OwnInstall {
  private pid = 0;

  private constructor(
    private readonly children: Children,
    private readonly cluster: ReturnType<typeof locateCluster>,
    private readonly port: number,
    private readonly log: string,
  ) {}

  static async make(): Promise<OwnInstall> {
    const children = new Children();
    const folder = mkdtempSync(path.join(tmpdir(), 'dvor-faults-'));
    chmodSync(folder, 0o755);
    children.clearAtEnd(folder);
    const log = freshLog(folder, 'postgres');
    const cluster = locateCluster({ root, folder: path.join(folder, 'data') });
    await initialise(cluster, { children, password: PASSWORD, log });
    const install = new OwnInstall(children, cluster, await freePort(), log);
    await install.powerUp();
    await ensureDatabase(install.urlOf('postgres'), 'dvor');
    await children.run({
      name: 'The migration',
      command: process.execPath,
      args: [PROGRAMS.cli, 'migrate'],
      cwd: root,
      env: {
        ...process.env,
        DATABASE_API_PASSWORD: PASSWORD,
        DATABASE_WORKER_PASSWORD: PASSWORD,
        DATABASE_OWNER_URL: install.urlOf('dvor'),
      },
      log: freshLog(folder, 'migrate'),
    });
    return install;
  }

  get database(): TestDatabase {
    const ownerUrl = this.urlOf('dvor');
    return {
      name: 'dvor',
      ownerUrl,
      apiUrl: asLogin(ownerUrl, { user: 'dvor_api', password: PASSWORD }),
      workerUrl: asLogin(ownerUrl, { user: 'dvor_worker', password: PASSWORD }),
      asOwner: async <Rows>(sql: string, parameters: readonly unknown[] = []) => {
        const client = new pg.Client({ connectionString: ownerUrl });
        await client.connect();
        try {
          return (await client.query(sql, [...parameters])).rows as Rows;
        } finally {
          await client.end();
        }
      },
      drop: () => Promise.resolve(), // it goes with its server
    };
  }

  async powerUp(): Promise<void> {
    const settings = () => lastingSettings({ port: this.port });
    const { child } = await startPostgres(this.cluster, { children: this.children, settings, log: this.log });
    this.pid = child.pid;
  }

  /** As a machine does that loses its power. */
  async powerDown(): Promise<void> {
    process.kill(this.pid, 'SIGKILL');
    await pause(300);
  }

  async stop(): Promise<void> {
    await this.children.stopAll();
  }

  private urlOf(database: string): string {
    return localDatabaseUrl({ port: this.port, user: OWNER, password: PASSWORD, database });
  }
}
