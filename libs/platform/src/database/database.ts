import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { HouseId, OrganizationId } from '@dvor/kernel';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

/** An open transaction. Repositories take it first and required; only a service opens one. */
export type Tx = EntityManager;

/** Whose rows a transaction may see: one organisation, and within it all houses or some. */
export interface Tenant {
  readonly organizationId: OrganizationId;
  readonly houseIds?: readonly HouseId[] | null;
}

/** REPEATABLE READ: every query of the transaction sees the same state of the books. */
export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ';

const RETRIED = new Set(['40001', '40P01']); // serialization failure, deadlock
const ATTEMPTS = 4;

@Injectable()
export class Database implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Runs `work` in a transaction bound to the tenant by row-level security. A deadlock or a serialization failure runs it again, in a new transaction. */
  async inTenant<T>(tenant: Tenant, work: (tx: Tx) => Promise<T>, isolation: Isolation = 'READ COMMITTED'): Promise<T> {
    return this.retried(`begin isolation level ${isolation}; ${bindingTo(tenant)}`, work);
  }

  /** For what stands above tenants: users, sessions, law parameters. Tenant tables look empty from here. */
  async outsideTenants<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.retried('begin', work);
  }

  /** Every organisation there is, for schedules that visit each in turn. */
  async organizationIds(): Promise<OrganizationId[]> {
    const rows = await this.outsideTenants((tx) =>
      tx.query<{ id: OrganizationId }[]>('select organization_ids() as id'),
    );
    return rows.map((row) => row.id);
  }

  private async retried<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.transaction(begin, work);
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRIED.has(sqlStateOf(error) ?? '')) throw error;
        await pause(20 * 2 ** attempt * Math.random());
      }
    }
  }

  /** Opened and bound to its tenant by one word to the server: of thousands of transactions a second each word counts. */
  private async transaction<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await client.query(begin);
      try {
        const done = await work(runner.manager);
        await client.query('commit');
        return done;
      } catch (error) {
        await client.query('rollback').catch(() => undefined); // a broken connection has rolled back by itself
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  /** For readiness: answers within the given time or throws. */
  async ping(timeoutMs: number): Promise<void> {
    await Promise.race([
      this.source.query('select 1'),
      pause(timeoutMs, undefined, { ref: false }).then(() => Promise.reject(new Error('the database does not answer'))),
    ]);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** What row-level security goes by, until the transaction ends. Ids are digits and nothing else: they stand in the text. */
function bindingTo({ organizationId, houseIds }: Tenant): string {
  const strange = [organizationId, ...(houseIds ?? [])].find((id) => !/^\d+$/.test(id));
  if (strange !== undefined) throw new RangeError(`"${strange}" is not an id`);
  const scope = houseIds ? `{${houseIds.join(',')}}` : '';
  return `set local dvor.organization_id = '${organizationId}'; set local dvor.house_scope = '${scope}'`;
}

/** SQLSTATE of a driver's error, where it has one. `23505` is a broken unique constraint. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { driverError?: { code?: unknown } }).driverError?.code ?? (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : undefined;
}

/** Name of the constraint an insert ran into. */
export function constraintOf(error: unknown): string | undefined {
  return (error as { driverError?: { constraint?: string } }).driverError?.constraint;
}

export async function openDataSource(url: string, connections: number, applicationName: string): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    applicationName,
    poolSize: connections,
    connectTimeoutMS: 20_000, // also the wait for a free connection of the pool
    entities: [],
    synchronize: false,
    logging: false,
    extra: { statement_timeout: 0, keepAlive: true },
  });
  return source.initialize();
}
