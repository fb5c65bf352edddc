import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { HouseId, OrganizationId } from '@dvor/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { queryPrepared } from './query-prepared.js';

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
const BIND = `select set_config('dvor.organization_id', $1, true), set_config('dvor.house_scope', $2, true)`;

@Injectable()
export class Database implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Runs `work` in a transaction bound to the tenant by row-level security. A deadlock or a serialization failure runs it again, in a new transaction. */
  async inTenant<T>(tenant: Tenant, work: (tx: Tx) => Promise<T>, isolation: Isolation = 'READ COMMITTED'): Promise<T> {
    return this.retried(isolation, async (tx) => {
      const scope = tenant.houseIds ? `{${tenant.houseIds.join(',')}}` : '';
      await queryPrepared(tx, BIND, [tenant.organizationId, scope]);
      return work(tx);
    });
  }

  /** For what stands above tenants: users, sessions, law parameters. Tenant tables look empty from here. */
  async outsideTenants<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.retried('READ COMMITTED', work);
  }

  /** Every organisation there is, for schedules that visit each in turn. */
  async organizationIds(): Promise<OrganizationId[]> {
    const rows = await this.outsideTenants((tx) =>
      tx.query<{ id: OrganizationId }[]>('select organization_ids() as id'),
    );
    return rows.map((row) => row.id);
  }

  private async retried<T>(isolation: Isolation, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        // What the database does by itself needs no saying: one word less to each of thousands of transactions a second.
        if (isolation === 'READ COMMITTED') return await this.source.transaction(work);
        return await this.source.transaction(isolation, work);
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRIED.has(sqlStateOf(error) ?? '')) throw error;
        await pause(20 * 2 ** attempt * Math.random());
      }
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
