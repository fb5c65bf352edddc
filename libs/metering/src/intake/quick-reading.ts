import type { MeterId, OrganizationId } from '@dvor/kernel';
import type { Database } from '@dvor/platform';

/** A meter as somebody who has not signed in names it. */
export interface QuickMeter {
  readonly organizationId: OrganizationId;
  readonly id: MeterId;
}

/** The one meter of an account and a number, in whatever organisation; `null`: none, or several. */
export async function findQuickMeter(database: Database, account: string, serial: string): Promise<QuickMeter | null> {
  const rows = await database.outsideTenants((tx) =>
    tx.query<QuickMeter[]>(
      'select organization_id as "organizationId", meter_id as id from quick_reading_meters($1, $2)',
      [account, serial],
    ),
  );
  const [only, another] = rows;
  return only && !another ? only : null;
}
