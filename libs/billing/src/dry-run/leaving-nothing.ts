import type { Database, Tenant, Tx } from '@dvor/platform';

/** What would come of something: it is done, read, and rolled back. */
export async function leavingNothing<T>(database: Database, tenant: Tenant, work: (tx: Tx) => Promise<T>): Promise<T> {
  let answer: { readonly value: T } | undefined;
  try {
    await database.inTenant(
      tenant,
      async (tx) => {
        answer = { value: await work(tx) };
        throw ROLL_BACK;
      },
      'REPEATABLE READ',
    );
  } catch (error) {
    if (error !== ROLL_BACK) throw error;
  }
  return answer!.value;
}

const ROLL_BACK = new Error('a dry run leaves nothing behind');
