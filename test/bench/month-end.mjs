// @ts-check
/**
 * The month-end of a synthetic city: draft from request to review, then closing; and, as the floor, a plain COPY of the
 * very same lines into a table of the same shape. CPU time tells of the work itself, on a machine that others use as well.
 */
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { BillingModule, BillingRuns } from '@dvor/billing';
import { formatPeriod } from '@dvor/kernel';
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
    options: { accounts: { type: 'string', default: '100000' }, workers: { type: 'string', default: '1' } },
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

  const runs = app.get(BillingRuns);
  const period = await app.get(Database).inTenant(tenant, (tx) => runs.workingPeriod(tx));

  const { rows: backends } = await owner.query('select pg_backend_pid() as pid');
  const postmaster = parentOf(backends[0].pid) ?? 0;
  const cpuOfAll = () => ({
    worker: sum(workers.map(({ pid }) => processorMs(pid) ?? NaN)),
    postgres: processorMs(postmaster) ?? NaN,
  });
  const before = cpuOfAll();
  let begun = performance.now();
  const { id } = await runs.request(tenant, { period, by: null });
  const draft = await until('review');
  const draftSeconds = (performance.now() - begun) / 1000;
  const after = cpuOfAll();
  begun = performance.now();
  await runs.close(tenant, id, null);
  await until('closed');
  const closeSeconds = (performance.now() - begun) / 1000;
  const closed = cpuOfAll();
  const peakMemoryMb = Math.round(Math.max(...workers.map(({ pid }) => peakMemory(pid))));
  await app.close();

  const copySeconds = await copyFloor(owner, { id, period: formatPeriod(period), file: path.join(folder, 'lines') });
  await owner.end();
  return {
    bench: 'month-end',
    accounts: draft.accounts,
    lines: draft.lines,
    draftSeconds: round(draftSeconds),
    accountsPerSecond: Math.round(draft.accounts / draftSeconds),
    linesPerSecond: Math.round(draft.lines / draftSeconds),
    workerCpuMsPerAccount: round((after.worker - before.worker) / draft.accounts),
    postgresCpuMsPerAccount: round((after.postgres - before.postgres) / draft.accounts),
    closingCpuMsPerAccount: {
      worker: round((closed.worker - after.worker) / draft.accounts),
      postgres: round((closed.postgres - after.postgres) / draft.accounts),
    },
    closeSeconds: round(closeSeconds),
    copySeconds: round(copySeconds),
    copyFloorRatio: round(draftSeconds / copySeconds),
    peakMemoryMb,
    workers: workers.length,
    parkedHouses: draft.houses.parked,
  };

  /** @param {string} state */
  async function until(state) {
    for (let shown = ''; ; await pause(50)) {
      const run = await runs.summary(tenant, id);
      const [done, verb] = run.state === 'closing' ? [run.houses.posted, 'posted'] : [run.houses.done, 'calculated'];
      const tenth = `${verb} ${Math.floor((10 * done) / run.houses.total) * 10} %`;
      if (tenth !== shown) console.log(`  ${(shown = tenth)}`);
      if (run.state === state) return run;
      if (run.failure || run.state === 'failed') throw new Error(`the run failed: ${run.failure}`);
    }
  }
}

/** MB, highest since its start. @param {number} pid */
function peakMemory(pid) {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** @param {readonly number[]} figures */
function sum(figures) {
  return figures.reduce((total, figure) => total + figure, 0);
}

/**
 * @param {import('pg').Client} owner
 * @param {{ id: string, period: string, file: string }} run
 */
async function copyFloor(owner, { id, period, file }) {
  const partition = `charge_lines_${period.replace('-', '_')}`;
  await pipeline(
    owner.query(copyTo(`copy (select * from ${partition} where run_id = ${id} order by account_id, line) to stdout`)),
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
