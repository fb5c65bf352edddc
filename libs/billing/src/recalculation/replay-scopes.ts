import {
  type AccountId,
  addMonths,
  firstDay,
  type HouseId,
  parseDateRange,
  type Period,
  periodOfDate,
  type RunId,
  type ServiceId,
} from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import type { ChangeCited } from '../core/index.js';

/** What of a house's closed month is replayed. */
export interface HouseScope {
  /** All accounts; services and whether their rates alone changed, or `null` for all services. */
  whole: { services: Map<ServiceId, { ratesOnly: boolean; causes: ChangeCited[] }>; all: ChangeCited[] | null } | null;
  readonly accounts: Map<AccountId, ChangeCited[]>;
}

/** By month, then house: months are replayed in their order, each after those that it follows from. */
export type Scopes = Map<Period, Map<HouseId, HouseScope>>;

export async function replayScopes(tx: Tx, runId: RunId, houseIds: readonly HouseId[]): Promise<Scopes> {
  const rows = await tx.query<ReplayRow[]>(
    `select house_id as "houseId", account_id as "accountId", service_id as "serviceId", rates_only as "ratesOnly",
            months::text as months, changes
       from billing_run_replays where run_id = $1 and house_id = any ($2) order by id`,
    [runId, houseIds],
  );
  return scopesOf(rows, await causesOf(tx, rows));
}

/** What a change concerns, as `findReplays` writes it down. */
export interface ReplayRow {
  readonly houseId: HouseId;
  readonly accountId: AccountId | null;
  readonly serviceId: ServiceId | null;
  readonly ratesOnly: boolean;
  readonly months: string;
  readonly changes: readonly string[];
}

export function scopesOf(rows: readonly ReplayRow[], causes: ReadonlyMap<string, ChangeCited>): Scopes {
  const scopes: Scopes = new Map();
  for (const { houseId, accountId, serviceId, ratesOnly, months, changes } of rows) {
    const { from, to } = parseDateRange(months);
    const own = changes.map((id) => causes.get(id)!);
    for (let month = periodOfDate(from); firstDay(month) < to!; month = addMonths(month, 1)) {
      const scope = scopeOf(scopes, month, houseId);
      if (accountId !== null) scope.accounts.set(accountId, joined(scope.accounts.get(accountId), own));
      else addWhole(scope, { serviceId, ratesOnly, causes: own });
    }
  }
  return scopes;
}

export function scopeOf(scopes: Scopes, month: Period, houseId: HouseId): HouseScope {
  let houses = scopes.get(month);
  if (!houses) scopes.set(month, (houses = new Map()));
  let scope = houses.get(houseId);
  if (!scope) houses.set(houseId, (scope = { whole: null, accounts: new Map() }));
  return scope;
}

export function addWhole(
  scope: HouseScope,
  { serviceId, ratesOnly, causes }: { serviceId: ServiceId | null; ratesOnly: boolean; causes: readonly ChangeCited[] },
): void {
  scope.whole ??= { services: new Map(), all: null };
  if (serviceId === null) {
    scope.whole.all = joined(scope.whole.all ?? undefined, causes);
    return;
  }
  const known = scope.whole.services.get(serviceId);
  scope.whole.services.set(serviceId, {
    ratesOnly: ratesOnly && (known?.ratesOnly ?? true),
    causes: joined(known?.causes, causes),
  });
}

/** Each change once. */
export function joined(known: readonly ChangeCited[] = [], more: readonly ChangeCited[]): ChangeCited[] {
  return [...new Map([...known, ...more].map((cause) => [cause[0], cause])).values()];
}

/** The changes that rows name, by their ids. */
export async function causesOf(tx: Tx, rows: readonly ReplayRow[]): Promise<Map<string, ChangeCited>> {
  const ids = [...new Set(rows.flatMap(({ changes }) => changes))];
  if (ids.length === 0) return new Map();
  const changes = await tx.query<{ id: string; fact: string; reason: string }[]>(
    'select id::text as id, fact, reason from fact_changes where id = any ($1::bigint[])',
    [ids],
  );
  return new Map(changes.map(({ id, fact, reason }) => [id, [id, fact, reason] as const]));
}
