// @ts-check
/**
 * Penalties of a synthetic city with three years of charges and payments behind it: the month's accrual as the worker
 * does it, chunk by chunk, after that of the month before, as in any month. Three accounts of twenty pay late, one has paid
 * half for a year, one nothing for half a year. Processor time tells of the work itself, on a machine that others use too.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { addMonths, parsePeriod } from '@dvor/kernel';
import { OpenPlaces } from '@dvor/ledger';
import { PenaltiesModule, PenaltyAccruals } from '@dvor/penalties';
import { parseConfig, PlatformModule } from '@dvor/platform';
import { NestFactory } from '@nestjs/core';
import { benchCity } from '../../scripts/lib/bench-city.mjs';
import { ownMs, parentOf, processorMs } from '../../scripts/lib/processor-time.mjs';

const MONTHS = 36;
const FIRST_MONTH = '2023-09-01';
const ACCRUED = parsePeriod('2026-09');
/** What is open at the end of these months is written down, as after any closing: the accruals begin with them. */
const WRITTEN = ['2026-05-01', '2026-06-01'];

/** @param {import('../../scripts/lib/bench-city.mjs').Bench} given */
export async function bench(given) {
  const { values } = parseArgs({
    args: given.args,
    options: {
      accounts: { type: 'string', default: '100000' },
      services: { type: 'string', default: '4' },
      parallel: { type: 'string', default: '2' },
    },
  });
  const { env, owner, tenant } = await benchCity(given, values.accounts);
  await owner.query(`set session_replication_role = replica`); // the history is sound by construction
  for (let month = 0; month < MONTHS + 3; month += 1)
    await owner.query('select ensure_month(($1::date + make_interval(months => $2))::date)', [FIRST_MONTH, month]);
  for (let month = 0; month < MONTHS; month += 1) {
    await owner.query(CHARGES, [tenant.organizationId, FIRST_MONTH, month, Number(values.services)]);
    if ((month + 1) % 6 === 0) console.log(`  ${month + 1} of ${MONTHS} months charged`);
  }
  for (let month = 0; month < MONTHS; month += 1) {
    await owner.query(PAYMENTS, [tenant.organizationId, FIRST_MONTH, month]);
    if ((month + 1) % 6 === 0) console.log(`  ${month + 1} of ${MONTHS} months paid`);
  }
  await owner.query(`set session_replication_role = origin`);
  await owner.query('vacuum analyze ledger_entries, ledger_postings');
  const {
    rows: [{ accounts, postings }],
  } = await owner.query(
    `select (select count(*)::int from accounts where organization_id = $1) as accounts,
            (select count(*)::int from ledger_postings where organization_id = $1) as postings`,
    [tenant.organizationId],
  );

  const app = await NestFactory.createApplicationContext(
    {
      module: class Bench {},
      imports: [PlatformModule.forRoot({ config: parseConfig(env), applicationName: 'dvor bench' }), PenaltiesModule],
    },
    { logger: ['error'] },
  );
  for (const month of WRITTEN) {
    await owner.query(CLOSED, [tenant.organizationId, month]);
    await app.get(OpenPlaces).write(tenant.organizationId);
  }
  await owner.query('vacuum analyze open_places');
  const accruals = app.get(PenaltyAccruals);
  /** @param {import('@dvor/kernel').Period} period */
  const accrue = async (period) => {
    const { id, chunks } = await accruals.prepare(tenant.organizationId, period, 'bench');
    const left = [...chunks];
    await Promise.all(
      Array.from({ length: Number(values.parallel) }, async () => {
        for (let chunk = left.shift(); chunk !== undefined; chunk = left.shift())
          await accruals.accrueChunk(tenant.organizationId, id, chunk);
      }),
    );
    if (!(await accruals.finish(tenant.organizationId, id))) throw new Error('the accrual did not end');
    return id;
  };
  await accrue(addMonths(ACCRUED, -1));
  console.log('  the month before is accrued');
  await owner.query('vacuum analyze penalty_lines, ledger_entries');
  const { rows: backends } = await owner.query('select pg_backend_pid() as pid');
  const postgresMs = () => processorMs(parentOf(backends[0].pid) ?? 0) ?? NaN;
  const before = { worker: ownMs(), postgres: postgresMs() };
  const begun = performance.now();
  const id = await accrue(ACCRUED);
  const seconds = (performance.now() - begun) / 1000;
  const after = { worker: ownMs(), postgres: postgresMs() };
  const {
    rows: [{ lines, debtors, amount }],
  } = await owner.query(
    `select count(*)::int as lines, count(distinct account_id)::int as debtors, coalesce(sum(amount), 0) as amount
       from penalty_lines where accrual_id = $1`,
    [id],
  );
  await app.close();
  await owner.end();
  if (lines === 0) throw new Error('nobody owes a penalty: the history is wrong');
  return {
    bench: 'penalties',
    accounts,
    postings,
    seconds: round(seconds),
    accountsPerSecond: Math.round(accounts / seconds),
    debtors,
    lines,
    roubles: String(Number(amount) / 100),
    processorMsPerAccount: {
      worker: round((after.worker - before.worker) / accounts),
      postgres: round((after.postgres - before.postgres) / accounts),
    },
    load: round(loadavg()[0] ?? NaN),
  };
}

/** Each account owes 300 to 1 300 roubles for each service of the month, booked on its last day. */
const CHARGES = `
  with month as (select ($2::date + make_interval(months => $3))::date as period),
       entry as (
         insert into ledger_entries (organization_id, key, kind, period, booked_on, reason, content_hash)
         select $1, 'bench accrual ' || period || ' ' || h.id, 'accrual', period, (period + interval '1 month - 1 day')::date, 'bench', '\\x00'
           from month cross join houses h where h.organization_id = $1
         returning id, period, split_part(key, ' ', 4)::bigint as house_id)
  insert into ledger_postings (organization_id, period, entry_id, ledger_account, account_id, recipient_id, service_id, origin, kind, amount)
  select $1, entry.period, entry.id, 'receivable', a.id, s.recipient_id, s.id, entry.period, 'charge', 30000 + (a.id * 7919 + s.id * 104729) % 100000
    from entry join accounts a on a.house_id = entry.house_id
   cross join (select s.id, (select min(id) from suppliers where organization_id = $1) as recipient_id
                 from services s where s.organization_id = $1 order by s.section = 'capital-repair' desc, s.id limit $4) s`;

/** By the account's last digits: in time, 40 days late, 75 days late, half for a year, nothing for half a year. */
const PAYMENTS = `
  with month as (select ($2::date + make_interval(months => $3))::date as period),
       paid as (
         select a.id as account_id, month.period as origin, (month.period + interval '1 month')::date + day.late as day,
                case when a.id % 20 = 2 and $3 >= 24 then 2 else 1 end as part
           from month cross join accounts a
          cross join lateral (select case when a.id % 20 in (0, 1) then 55 when a.id % 20 = 3 then 90 else 5 + (a.id % 5)::int end as late) day
          where a.organization_id = $1 and not (a.id % 20 = 4 and $3 >= 30)),
       entry as (
         insert into ledger_entries (organization_id, key, kind, period, booked_on, value_on, reason, content_hash)
         select $1, 'bench payment ' || origin || ' ' || account_id, 'payment', date_trunc('month', day)::date, day, day, 'bench', '\\x00'
           from paid where day < '2026-10-01'
         returning id, period, split_part(key, ' ', 4)::bigint as account_id)
  insert into ledger_postings (organization_id, period, entry_id, ledger_account, account_id, recipient_id, service_id, origin, kind, amount)
  select $1, entry.period, entry.id, 'receivable', c.account_id, c.recipient_id, c.service_id, c.origin, 'charge', -c.amount / paid.part
    from entry join paid using (account_id)
    join ledger_postings c on c.account_id = entry.account_id and c.amount > 0
     and c.period = ($2::date + make_interval(months => $3))::date`; // one partition

/** A month that was closed, with the balances that its closing wrote. */
const CLOSED = `
  with closed as (insert into closed_months (organization_id, period) values ($1, $2))
  insert into account_balances (organization_id, period, account_id, opening, charged, paid, closing)
  select $1, $2, account_id, sum(amount), 0, 0, sum(amount) from ledger_postings
   where organization_id = $1 and ledger_account = 'receivable' and period <= $2::date group by account_id`;

/** @param {number} figure */
function round(figure) {
  return Math.round(figure * 100) / 100;
}
