// @ts-check
/**
 * Terminals at the door `/pay/osmp/demo`, over HTTP: a check, then a payment of the same account, as many pairs at a time
 * as there are terminals. The accounts owe a month's bill, so that every payment is split; commits are durable.
 */
import { Socket } from 'node:net';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { BillingModule, BillingRuns } from '@dvor/billing';
import { Database, parseConfig, PlatformModule } from '@dvor/platform';
import { NestFactory } from '@nestjs/core';
import { benchCity } from '../../scripts/lib/bench-city.mjs';
import { API_ARGS, WORKER_ARGS } from '../../scripts/lib/build.mjs';
import { asLogin } from '../../scripts/lib/databases.mjs';
import { freshLog } from '../../scripts/lib/log-files.mjs';
import { ownMs, parentOf, processorMs } from '../../scripts/lib/processor-time.mjs';

const PORT = 38_417;
const WARM_UP_SECONDS = 5;

/** @param {import('../../scripts/lib/bench-city.mjs').Bench} given */
export async function bench(given) {
  const { logs, children, args, databaseUrl, logins } = given;
  const { values } = parseArgs({
    args,
    options: {
      accounts: { type: 'string', default: '10000' },
      seconds: { type: 'string', default: '30' },
      terminals: { type: 'string', default: '24' },
    },
  });
  const { env, program, owner, tenant } = await benchCity(given, values.accounts);
  const worker = await billOneMonth();

  await owner.query(CHANNEL, [tenant.organizationId]);
  const { rows } = await owner.query('select number from accounts where organization_id = $1 order by random()', [
    tenant.organizationId,
  ]);
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
  const api = children.start({
    ...program,
    name: 'The api',
    args: API_ARGS,
    env: {
      ...env,
      PORT: String(PORT),
      DATABASE_URL: asLogin(databaseUrl, { user: 'dvor_api', password: logins.DATABASE_API_PASSWORD }),
    },
    log: freshLog(logs, 'bench-api'),
    channel: true,
  });
  await untilReady();

  const terminals = await Promise.all(Array.from({ length: Number(values.terminals) }, () => Terminal.at(PORT)));
  const watched = await whatWorks();
  let transaction = 0;
  /** @type {number[]} */
  const times = [];
  console.log(`${terminals.length} terminals, ${values.seconds} s`);
  const begun = performance.now();
  const measuredFrom = begun + WARM_UP_SECONDS * 1000;
  const until = measuredFrom + Number(values.seconds) * 1000;
  /** @type {ReturnType<typeof taken>} */
  let before = taken(watched);
  const warm = pause(WARM_UP_SECONDS * 1000).then(async () => {
    await owner.query('analyze'); // plans made while there was no payment yet are made anew, as any night does it
    before = taken(watched);
  });
  let pairs = 0;
  await Promise.all([
    warm,
    ...terminals.map(async (terminal) => {
      while (performance.now() < until) {
        const own = (transaction += 1);
        const number = encodeURIComponent(rows[own % rows.length].number);
        const at = performance.now();
        await confirmed(terminal, `command=check&txn_id=${own}&account=${number}&sum=150.00`);
        const between = performance.now();
        await confirmed(terminal, `command=pay&txn_id=${own}&txn_date=20261101120000&account=${number}&sum=150.00`);
        const end = performance.now();
        if (at < measuredFrom || end > until) continue;
        pairs += 1;
        times.push(between - at, end - between);
      }
    }),
  ]);
  const after = taken(watched);
  for (const terminal of terminals) terminal.hangUp();
  const {
    rows: [booked],
  } = await owner.query(BOOKED, [tenant.organizationId]);
  if (Number(booked.off) !== 0 || Number(booked.payments) !== transaction)
    throw new Error(`${transaction} pairs were asked for, the books say ${JSON.stringify(booked)}`);
  await owner.end();
  times.sort((a, b) => a - b);
  return {
    bench: 'pay',
    accounts: rows.length,
    pairs,
    pairsPerSecond: Math.round(pairs / Number(values.seconds)),
    p50Ms: percentile(0.5),
    p99Ms: percentile(0.99),
    postingsPerPayment: Math.round((10 * Number(booked.postings)) / Number(booked.payments)) / 10,
    processorMsPerPair: Object.fromEntries(
      Object.entries(after).map(([name, ms]) => [name, perPair(ms, before[name] ?? null)]),
    ),
    load: Math.round(10 * (loadavg()[0] ?? NaN)) / 10,
  };

  /** Whose processor time is told. */
  async function whatWorks() {
    const { rows: backends } = await owner.query('select pg_backend_pid() as pid');
    return { api: api.pid, postgres: parentOf(backends[0].pid) ?? 0, worker: worker.pid, terminals: process.pid };
  }

  /** @param {number | null} now @param {number | null} earlier */
  function perPair(now, earlier) {
    return now === null || earlier === null ? null : Math.round((100 * (now - earlier)) / pairs) / 100;
  }

  /** @param {number} share */
  function percentile(share) {
    return Math.round(10 * (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN)) / 10;
  }

  async function untilReady() {
    for (let tries = 0; ; tries += 1) {
      const answer = await fetch(`http://127.0.0.1:${PORT}/health/ready`).catch(() => null);
      if (answer?.ok) return;
      if (tries > 600) throw new Error('the api did not become ready');
      await pause(100);
    }
  }

  async function billOneMonth() {
    console.log('A month is billed');
    const worker = children.start({
      ...program,
      name: 'The worker',
      args: WORKER_ARGS,
      log: freshLog(logs, 'bench-worker'),
      channel: true,
    });
    const app = await NestFactory.createApplicationContext(
      {
        module: class Bench {},
        imports: [PlatformModule.forRoot({ config: parseConfig(env), applicationName: 'dvor bench' }), BillingModule],
      },
      { logger: ['error'] },
    );
    const runs = app.get(BillingRuns);
    const period = await app.get(Database).inTenant(tenant, (tx) => runs.workingPeriod(tx));
    const { id } = await runs.request(tenant, { period, by: null });
    const reached = async (/** @type {string} */ state) => {
      for (;;) {
        const run = await runs.summary(tenant, id);
        if (run.state === state) return;
        if (run.failure) throw new Error(`the run failed: ${run.failure}`);
        await pause(100);
      }
    };
    await reached('review');
    await runs.close(tenant, id, null);
    await reached('closed');
    await app.close();
    return worker;
  }
}

/** @param {Record<string, number>} watched @returns {Record<string, number | null>} */
function taken(watched) {
  return Object.fromEntries(
    Object.entries(watched).map(([name, pid]) => [name, name === 'terminals' ? ownMs() : processorMs(pid)]),
  );
}

/** Fails unless the answer's result is 0. @param {Terminal} terminal @param {string} query */
async function confirmed(terminal, query) {
  const text = await terminal.ask(`/pay/osmp/demo?${query}`);
  if (!text.includes('<result>0</result>')) throw new Error(`${query}: ${text}`);
}

/** A line that is kept open and asked one thing at a time: who asks shares the processors with those who answer. */
class Terminal {
  #line = new Socket();
  #heard = '';
  /** @type {{ resolve: (text: string) => void, reject: (error: Error) => void } | null} */
  #asking = null;

  /** @param {number} port @returns {Promise<Terminal>} */
  static at(port) {
    const terminal = new Terminal();
    const line = terminal.#line.setNoDelay().setEncoding('utf8');
    line.on('data', (part) => terminal.#hear(String(part)));
    line.on('close', () => terminal.#asking?.reject(new Error('the line broke')));
    return new Promise((resolve, reject) => {
      line.once('error', reject);
      line.connect(port, '127.0.0.1', () => resolve(terminal));
    });
  }

  /** @param {string} address @returns {Promise<string>} */
  ask(address) {
    return new Promise((resolve, reject) => {
      this.#asking = { resolve, reject };
      this.#line.write(`GET ${address} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
    });
  }

  hangUp() {
    this.#asking = null;
    this.#line.destroy();
  }

  /** All answers of the door end so. @param {string} part */
  #hear(part) {
    this.#heard += part;
    if (!this.#heard.includes('</response>')) return;
    const text = this.#heard;
    this.#heard = '';
    this.#asking?.resolve(text);
  }
}

const CHANNEL = `
  insert into payment_channels (organization_id, code, preset, protocol, name, state, settings)
  values ($1, 'demo', 'qiwi', 'osmp', 'Терминалы', 'on',
          '{"networks": ["127.0.0.0/8"], "timeZone": "Europe/Moscow", "least": null, "most": null, "recipientId": null,
            "showsPayer": true, "biller": {}, "sealed": {}}')`;

/** Every rouble that came stands in the books once. */
const BOOKED = `
  select (select count(*) from payments where organization_id = $1) as payments,
         (select coalesce(sum(amount), 0) from payments where organization_id = $1)
           - (select coalesce(sum(amount), 0) from ledger_postings where organization_id = $1 and ledger_account = 'received') as off,
         (select count(*) from ledger_postings p join ledger_entries e on e.id = p.entry_id where e.organization_id = $1 and e.kind = 'payment') as postings`;
