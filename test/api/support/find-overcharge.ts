import type { ApiUnderTest } from './api-under-test.js';

/** A run has replayed September and gives 100 roubles back: an area had been entered wrongly. */
export async function findOvercharge(
  { database }: ApiUnderTest,
  { runId, accountId }: { readonly runId: string; readonly accountId: string },
): Promise<void> {
  const working = {
    ...{ formula: 'true-up', clause: 'ПП 354, п. 61', unit: 'm2', rate: null, period: '2026-09', part: 'individual' },
    ...{ again: [], charged: '100.00', why: [['1', 'premises_facts', 'Площадь внесена с опечаткой']] },
  };
  await database.asOwner('select ensure_month(period) from billing_runs where id = $1', [runId]);
  await database.asOwner(
    `insert into billing_run_replayed (organization_id, run_id, house_id, origin, accounts, lines, amount, snapshot, snapshot_hash)
     select r.organization_id, r.id, a.house_id, '2026-09-01', 1, 1, -10000, '', '' from billing_runs r, accounts a
      where r.id = $1 and a.id = $2`,
    [runId, accountId],
  );
  await database.asOwner(
    `insert into charge_lines (organization_id, period, run_id, house_id, account_id, line, service_id, supplier_id, part, amount, working, origin)
     select r.organization_id, r.period, r.id, a.house_id, a.id, 900, s.id, p.id, 'true-up', -10000, $3, '2026-09-01'
       from billing_runs r, accounts a, services s, suppliers p
      where r.id = $1 and a.id = $2 and s.organization_id = r.organization_id and p.organization_id = r.organization_id limit 1`,
    [runId, accountId, JSON.stringify(working)],
  );
}
