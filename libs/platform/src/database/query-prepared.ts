import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Runs a statement whose plan the connection keeps: for the few that are asked hundreds of times a second, where planning
 * costs more than running. The text must be one of a handful, never put together from values.
 */
export async function queryPrepared<Rows extends readonly unknown[]>(
  tx: EntityManager,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<Rows> {
  const client = (await tx.queryRunner!.connect()) as PoolClient;
  const { rows } = await client.query({ name: nameOf(text), text, values: [...parameters] });
  return rows as unknown as Rows;
}

/**
 * Work that puts the same few questions again and again, month after month: each is planned once, for any values. Only
 * for questions whose rows are found by ids, whatever their number; and what changes rows answers otherwise here than in
 * TypeORM.
 */
export async function keepingPlans<T>(tx: EntityManager, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  await tx.query('set local plan_cache_mode = force_generic_plan');
  const asking = Object.create(tx, {
    query: { value: (text: string, parameters?: readonly unknown[]) => queryPrepared(tx, text, parameters) },
  }) as EntityManager;
  const done = await work(asking);
  await tx.query('set local plan_cache_mode = auto'); // after a failure the whole transaction is rolled back
  return done;
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
}
