// @ts-check
/**
 * A million readings through the whole of their road: found out, judged by their history, taken, doubtful ones queued;
 * some five thousand a transaction, two transactions at a time. The floor is a plain COPY of the very rows into a table of the
 * same shape.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { addDays } from '@dvor/kernel';
import { MeteringModule, ReadingIntake } from '@dvor/metering';
import { Database, parseConfig, PlatformModule } from '@dvor/platform';
import { NestFactory } from '@nestjs/core';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { benchCity } from '../../scripts/lib/bench-city.mjs';
import { parentOf, processorMs } from '../../scripts/lib/processor-time.mjs';

const AT_ONCE = 5_000;

/** @param {import('../../scripts/lib/bench-city.mjs').Bench} given */
export async function bench(given) {
  const { values } = parseArgs({
    args: given.args,
    options: {
      rows: { type: 'string', default: '1000000' },
      accounts: { type: 'string', default: '30000' },
      lanes: { type: 'string', default: '2' },
    },
  });
  const { env, owner, tenant } = await benchCity(given, values.accounts);
  const app = await NestFactory.createApplicationContext(
    {
      module: class Bench {},
      imports: [PlatformModule.forRoot({ config: parseConfig(env), applicationName: 'dvor bench' }), MeteringModule],
    },
    { logger: ['error'] },
  );
  const database = app.get(Database);
  const intake = app.get(ReadingIntake);
  const { rows: meters } = await owner.query(
    `select m.id, m.house_id as house, r.day, r.amounts
       from meters m
      cross join lateral (select taken_on - date '1970-01-01' as day, amounts::text[] as amounts from readings
                           where meter_id = m.id order by taken_on desc, id desc limit 1) r
      where m.premises_id is not null order by m.house_id, m.id`,
  );
  const wanted = Number(values.rows);
  const counts = { taken: 0, same: 0, confirm: 0, held: 0, refused: 0 };
  let brought = 0;
  const { rows: backends } = await owner.query('select pg_backend_pid() as pid');
  const postmaster = parentOf(backends[0].pid) ?? 0;
  const postgresBefore = postgresMs();
  const cpu = process.cpuUsage();
  const begun = performance.now();
  // As in life, a file has one reading of each meter, a month after the one before; there are as many files as it takes.
  for (let file = 1; brought < wanted; file += 1) {
    const batches = batchesOf(meters.slice(0, wanted - brought), file);
    await Promise.all(Array.from({ length: Number(values.lanes) }, () => bring(batches)));
  }
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await app.close();
  const copySeconds = await copyFloor(owner, path.join(given.folder, 'readings'), wanted);
  await owner.end();
  return {
    bench: 'readings',
    rows: brought,
    ...counts,
    rowsPerSecond: Math.round(brought / seconds),
    processorMicrosecondsPerRow: {
      intake: Math.round((user + system) / brought),
      postgres: Math.round((1000 * (postgresMs() - postgresBefore)) / brought),
    },
    copySeconds: round(copySeconds),
    copyFloorRatio: round(seconds / copySeconds),
    lanes: Number(values.lanes),
  };

  /** Takes batches, as a lane of an import does, until there are none. @param {Generator<import('@dvor/metering').GivenReading[]>} batches */
  async function bring(batches) {
    for (const batch of batches) {
      const last = /** @type {import('@dvor/kernel').LocalDate} */ (Math.max(...batch.map(({ date }) => date)));
      const outcomes = await database.inTenant(tenant, (tx) =>
        intake.take(tx, batch, { source: 'import', by: null, reason: 'файл показаний' }, last),
      );
      for (const { kind } of outcomes) counts[kind] += 1;
      brought += batch.length;
      if (brought % 100_000 < batch.length) console.log(`  ${brought} readings`);
    }
  }

  function postgresMs() {
    return processorMs(postmaster) ?? NaN;
  }
}

/**
 * One reading of each meter, a batch a time: whole houses, since those who bring readings of one house wait for each other.
 *
 * @param {readonly { id: import('@dvor/kernel').MeterId, house: string, day: import('@dvor/kernel').LocalDate, amounts: string[] }[]} meters
 * @param {number} file
 * @returns {Generator<import('@dvor/metering').GivenReading[]>}
 */
function* batchesOf(meters, file) {
  /** @type {import('@dvor/metering').GivenReading[]} */
  let batch = [];
  for (const [i, { id, house, day, amounts }] of meters.entries()) {
    if (batch.length >= AT_ONCE && house !== meters[i - 1]?.house) {
      yield batch;
      batch = [];
    }
    batch.push({
      meterId: id,
      date: addDays(day, 30 * file),
      value: amounts.map((amount) => (Number(amount) + file * 3.125).toFixed(3)),
    });
  }
  if (batch.length > 0) yield batch;
}

/**
 * @param {import('pg').Client} owner
 * @param {string} file
 * @param {number} rows
 */
async function copyFloor(owner, file, rows) {
  await pipeline(
    owner.query(copyTo(`copy (select * from readings order by id desc limit ${rows}) to stdout`)),
    createWriteStream(file),
  );
  await owner.query('create table floor (like readings including all)');
  await owner.query('checkpoint');
  const begun = performance.now();
  await pipeline(createReadStream(file, { highWaterMark: 256 * 1024 }), owner.query(copyFrom('copy floor from stdin')));
  return (performance.now() - begun) / 1000;
}

/** @param {number} figure */
function round(figure) {
  return Math.round(figure * 100) / 100;
}
