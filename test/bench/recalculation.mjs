// @ts-check
/**
 * A norm of the whole synthetic city that was changed twelve months back: the next run replays every account's closed
 * months, which were billed and closed one after the other. The floor is a plain COPY of the very same rows of
 * correction into a table of the same shape.
 *
 * The run bills its own month too; what that month takes without replays is measured first and subtracted.
 *
 * Before that, by how much a month is slowed down in which of five accounts in a hundred somebody had left twelve months
 * ago (`--dirty`, `--dirty-months`). `--part dirty` or `--part norm` measures one of the two.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { BillingModule, BillingRuns, Recalculations } from '@dvor/billing';
import { Norms, OrganizationSettings } from '@dvor/catalogue';
import { addMonths, firstDay, formatDate, formatPeriod } from '@dvor/kernel';
import { Database, parseConfig, PlatformModule } from '@dvor/platform';
import { NestFactory } from '@nestjs/core';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { benchCity } from '../../scripts/lib/bench-city.mjs';
import { WORKER_ARGS } from '../../scripts/lib/build.mjs';
import { freshLog } from '../../scripts/lib/log-files.mjs';
import { parentOf, processorMs } from '../../scripts/lib/processor-time.mjs';

/** @param {import('../../scripts/lib/bench-city.mjs').Bench} given */
export async function bench(given) {
  const { folder, logs, children, args } = given;
  const { values } = parseArgs({
    args,
    options: {
      accounts: { type: 'string', default: '100000' },
      workers: { type: 'string', default: String(availableParallelism()) },
      months: { type: 'string', default: '12' },
      service: { type: 'string', default: 'waste' },
      dirty: { type: 'string', default: '5' },
      'dirty-months': { type: 'string' },
      part: { type: 'string', default: 'both' },
    },
  });
  const { env, program, owner, tenant } = await benchCity(given, values.accounts);
  const workers = Array.from({ length: Number(values.workers) }, (_, i) =>
    children.start({
      ...program,
      name: 'The worker',
      args: WORKER_ARGS,
      log: freshLog(logs, `bench-worker-${i + 1}`),
      channel: true,
    }),
  );
  const app = await NestFactory.createApplicationContext(
    {
      module: class Bench {},
      imports: [PlatformModule.forRoot({ config: parseConfig(env), applicationName: 'dvor bench' }), BillingModule],
    },
    { logger: ['error'] },
  );
  await pause(3_000); // the workers are up and idle

  const { rows: backends } = await owner.query('select pg_backend_pid() as pid');
  const postmaster = parentOf(backends[0].pid) ?? 0;
  const runs = app.get(BillingRuns);
  const database = app.get(Database);
  const open = await database.inTenant(tenant, (tx) => runs.workingPeriod(tx));
  const months = Number(values.months);
  await database.inTenant(tenant, (tx) => leaveOutPenalties(tx, firstDay(addMonths(open, -months))));
  for (let back = months; back > 0; back -= 1) {
    const month = addMonths(open, -back);
    console.log(`  ${formatPeriod(month)} is billed and closed`);
    const { id } = await draftOf(month);
    await runs.close(tenant, id, null);
    await until(id, 'closed');
  }
  await calm(owner);
  await owner.query('vacuum analyze');
  console.log(`  ${formatPeriod(open)} without replays`);
  const plain = await draftOf(open);
  await runs.cancel(tenant, plain.id, null);
  await calm(owner);

  const dirty = values.part === 'norm' ? {} : await slowedDown(Number(values['dirty-months'] ?? months));
  const norm = values.part === 'dirty' ? {} : await normChanged();
  await app.close();
  await owner.end();
  return {
    bench: 'recalculation',
    accounts: plain.accounts,
    months,
    monthAloneSeconds: round(plain.seconds),
    monthAloneProcessorMsPerAccount: {
      worker: round(plain.workerMs / plain.accounts),
      postgres: round(plain.postgresMs / plain.accounts),
    },
    ...dirty,
    ...norm,
    workers: workers.length,
  };

  /** A month in which some accounts are dirty. @param {number} back */
  async function slowedDown(back) {
    console.log(`  ${formatPeriod(open)} with ${values.dirty} accounts of a hundred dirty for ${back} months`);
    await moveOut(owner, { day: formatDate(firstDay(addMonths(open, -back))), percent: Number(values.dirty) });
    const { run, accountMonths } = await replayed();
    await runs.cancel(tenant, run.id, null);
    await calm(owner);
    await moveBackIn(owner);
    return {
      dirtyMonths: back,
      dirtyAccountMonths: accountMonths,
      dirtyProcessorMsPerAccountMonth: costOf(run, accountMonths),
      slowdown: round(run.seconds / plain.seconds),
      processorSlowdown: round((run.workerMs + run.postgresMs) / (plain.workerMs + plain.postgresMs)),
    };
  }

  /** The norm changed for everybody. */
  async function normChanged() {
    console.log(`  ${formatPeriod(open)} with a norm changed ${months} months back`);
    await changeNorm(firstDay(addMonths(open, -months)));
    const { run, accountMonths, corrections } = await replayed();
    const seconds = run.seconds - plain.seconds;
    const copySeconds = await copyFloor(owner, {
      id: run.id,
      period: formatPeriod(open),
      file: path.join(folder, 'corrections'),
    });
    return {
      accountMonths,
      corrections,
      monthWithReplaysSeconds: round(run.seconds),
      accountMonthsPerSecond: Math.round(accountMonths / seconds),
      processorMsPerAccountMonth: costOf(run, accountMonths),
      copySeconds: round(copySeconds),
      copyFloorRatio: round(seconds / copySeconds),
    };
  }

  async function replayed() {
    const run = await draftOf(open);
    const { rows } = await owner.query(
      'select coalesce(sum(accounts), 0)::int as months, coalesce(sum(lines), 0)::int as lines from billing_run_replayed where run_id = $1',
      [run.id],
    );
    return { run, accountMonths: Number(rows[0].months), corrections: Number(rows[0].lines) };
  }

  /** What replays add to the month, by account and month. @param {Awaited<ReturnType<typeof draftOf>>} run @param {number} accountMonths */
  function costOf(run, accountMonths) {
    return {
      worker: round((run.workerMs - plain.workerMs) / accountMonths),
      postgres: round((run.postgresMs - plain.postgresMs) / accountMonths),
    };
  }

  /** @param {import('@dvor/kernel').LocalDate} first */
  async function changeNorm(first) {
    await database.inTenant(tenant, async (tx) => {
      const [norm] = await tx.query(
        `select n.service_id as "serviceId", n.applies_to as "appliesTo", n.value, s.code from norms n join services s on s.id = n.service_id
          where s.code = $1 and n.superseded_at is null order by n.id limit 1`,
        [values.service],
      );
      const value = String(Math.round(Number(norm.value) * 1.1 * 1000) / 1000);
      await new Norms().set(
        tx,
        {
          ...{ serviceId: norm.serviceId, appliesTo: norm.appliesTo, value, from: first, to: null },
          ...{ basis: 'приказ для замера', clause: 'п. 1' },
        },
        { by: null, reason: `норматив с ${formatDate(first)}`, replaces: true },
      );
      const recalculations = app.get(Recalculations);
      for (const { id } of await recalculations.list(tx, 10))
        await recalculations.approve(tx, id, { by: null, beyond: false, reason: null });
    });
  }

  function processorTime() {
    const worker = workers.reduce((total, { pid }) => total + (processorMs(pid) ?? NaN), 0);
    return { worker, postgres: processorMs(postmaster) ?? NaN };
  }

  /** @param {import('@dvor/kernel').Period} period */
  async function draftOf(period) {
    const [begun, before] = [performance.now(), processorTime()];
    const { id } = await runs.request(tenant, { period, by: null });
    const { accounts } = await until(id, 'review');
    const [seconds, after] = [(performance.now() - begun) / 1000, processorTime()];
    return {
      id,
      accounts,
      seconds,
      workerMs: after.worker - before.worker,
      postgresMs: after.postgres - before.postgres,
    };
  }

  /**
   * @param {import('@dvor/kernel').RunId} id
   * @param {string} state
   */
  async function until(id, state) {
    for (let shown = ''; ; await pause(50)) {
      const run = await runs.summary(tenant, id);
      const [done, verb] = run.state === 'closing' ? [run.houses.posted, 'posted'] : [run.houses.done, 'calculated'];
      const half = `${verb} ${Math.floor((2 * done) / run.houses.total) * 50} %`;
      if (half !== shown) console.log(`    ${(shown = half)}`);
      if (run.state === state) return run;
      if (run.failure || run.state === 'failed') throw new Error(`the run failed: ${run.failure}`);
    }
  }
}

/**
 * What follows on closings and cancellings is done: nothing of it falls into what is measured next.
 *
 * @param {import('pg').Client} owner
 */
async function calm(owner) {
  for (let quiet = 0; quiet < 20; await pause(100)) {
    const { rows } = await owner.query(
      `select count(*)::int as busy from pg_stat_activity
        where pid <> pg_backend_pid() and backend_type = 'client backend' and state <> 'idle'`,
    );
    quiet = rows[0].busy === 0 ? quiet + 1 : 0;
  }
}

/**
 * Nobody pays in this city, and penalties on all of its debts have a bench of their own.
 *
 * @param {import('@dvor/platform').Tx} tx
 * @param {import('@dvor/kernel').LocalDate} from
 */
async function leaveOutPenalties(tx, from) {
  const choice = /** @type {const} */ ({ code: 'penalty.accrue', value: false, basis: null, from, to: null });
  await new OrganizationSettings().choose(tx, choice, { by: null, reason: 'для замера' });
}

/**
 * One of the residents of some accounts had left on a day, each by a change of its own.
 *
 * @param {import('pg').Client} owner
 * @param {{ day: string, percent: number }} asked
 */
async function moveOut(owner, { day, percent }) {
  await owner.query('create table gone_of_bench (id bigint)');
  await owner.query(
    `with gone as (
       update residencies r set superseded_at = now()
         from (select max(id) as id from residencies
                where superseded_at is null and lower(valid) < $1::date and upper_inf(valid) and account_id % 100 < $2::int
                group by account_id having count(*) > 1) picked
        where r.id = picked.id returning r.*),
     noted as (insert into gone_of_bench select id from gone),
     kept as (
       insert into residencies (organization_id, house_id, account_id, party_id, kind, valid, reason)
       select organization_id, house_id, account_id, party_id, kind, daterange(lower(valid), $1::date), 'moved out' from gone)
     insert into fact_changes (organization_id, fact, subject_type, subject_id, from_day, to_day, reason, transaction_id)
     select organization_id, 'residencies', 'account', account_id, $1::date, null, 'moved out', -account_id from gone`,
    [day, percent],
  );
}

/** As if nobody had ever moved out. @param {import('pg').Client} owner */
async function moveBackIn(owner) {
  await owner.query(`delete from fact_changes where reason = 'moved out'`);
  await owner.query(`delete from residencies where reason = 'moved out'`);
  await owner.query('update residencies set superseded_at = null where id in (select id from gone_of_bench)');
}

/**
 * @param {import('pg').Client} owner
 * @param {{ id: string, period: string, file: string }} run
 */
async function copyFloor(owner, { id, period, file }) {
  const partition = `charge_lines_${period.replace('-', '_')}`;
  await pipeline(
    owner.query(
      copyTo(
        `copy (select * from ${partition} where run_id = ${id} and origin is not null order by account_id, line) to stdout`,
      ),
    ),
    createWriteStream(file),
  );
  await owner.query(`create table floor (like ${partition} including all)`);
  await owner.query('checkpoint');
  const begun = performance.now();
  await pipeline(createReadStream(file, { highWaterMark: 256 * 1024 }), owner.query(copyFrom('copy floor from stdin')));
  return (performance.now() - begun) / 1000;
}

/** @param {number} figure */
function round(figure) {
  return Math.round(figure * 100) / 100;
}
