import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Tenant } from '@dvor/platform';
import {
  makeOrganization,
  makeStock,
  newHouse,
  startBilling,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
  until,
  workerSettings,
} from '@dvor/testing';
import { freePort } from '../../scripts/lib/ports.mjs';
import { OwnInstall } from './support/own-install.js';
import { ProgramProcess } from './support/program-process.js';

jest.setTimeout(240_000);

let install: OwnInstall;
let database: TestDatabase;
let redis: TestRedis;
let tenant: Tenant;
let numbers: string[];
let apiPort: number;
let api: ProgramProcess;
let worker: ProgramProcess;

beforeAll(async () => {
  [install, apiPort, redis] = await Promise.all([OwnInstall.make(), freePort(), startTestRedis()]);
  database = install.database;
  tenant = await makeOrganization(database);
  const settling = await startBilling(database, redis.url);
  await settling.database.inTenant(tenant, (tx) => makeStock(tx, [newHouse('1', 10)]));
  await settling.stop();
  numbers = (await database.asOwner<{ number: string }[]>('select number from accounts order by id')).map(
    (one) => one.number,
  );
  await database.asOwner(
    `insert into payment_channels (organization_id, code, preset, protocol, name, state, settings)
     values ($1, 'faults', 'qiwi', 'osmp', 'Терминалы', 'on',
             '{"networks": ["127.0.0.0/8", "::1/128"], "timeZone": "Europe/Moscow", "least": null, "most": null, "recipientId": null,
               "showsPayer": false, "biller": {}, "sealed": {}}')`,
    [tenant.organizationId],
  );
  [api, worker] = await Promise.all([startApi(), startWorker()]);
});

afterAll(async () => {
  await Promise.all([api?.kill(), worker?.kill()]);
  await install?.stop();
  await redis?.stop();
});

describe('payments under way', () => {
  let traffic: Traffic;

  afterEach(() => traffic.stop());

  it('are neither lost nor doubled when the api is killed among them, again and again', async () => {
    traffic = new Traffic('1');
    for (let times = 0; times < 3; times += 1) {
      await traffic.confirmed(20);
      await api.kill();
      api = await startApi();
    }
    await traffic.end();
    await booksHold(traffic);
  });

  it('are told of though the worker is killed while it tells', async () => {
    traffic = new Traffic('2');
    await traffic.confirmed(20);
    await worker.kill();
    await traffic.confirmed(20);
    worker = await startWorker();
    await traffic.end();
    await booksHold(traffic);
    await until(async () => {
      const [row] = await database.asOwner<[{ left: number }]>(
        `select count(*)::int as left from outbox_events where handled_at is null and type = 'payments.registered'`,
      );
      return row.left === 0;
    });
  });

  it('are neither lost nor doubled when PostgreSQL is killed among them', async () => {
    traffic = new Traffic('3');
    await traffic.confirmed(20);
    await install.powerDown();
    await install.powerUp();
    await traffic.confirmed(20);
    await traffic.end();
    await booksHold(traffic);
  });
});

/**
 * Terminals that behave as theirs do: a payment is repeated under its number until it is confirmed, whatever was answered
 * or not answered before, and then once more.
 */
class Traffic {
  /** Our number of each payment, by theirs. */
  readonly answers = new Map<string, Set<string>>();
  private readonly terminals: Promise<void>[];
  private going = true;
  private next = 0;

  constructor(private readonly prefix: string) {
    this.terminals = Array.from({ length: 6 }, () => this.terminal());
  }

  /** Until so many more are confirmed than are now. */
  async confirmed(more: number): Promise<void> {
    const wanted = this.answers.size + more;
    await until(async () => this.answers.size >= wanted, { ms: 60_000 });
  }

  stop(): void {
    this.going = false;
  }

  async end(): Promise<void> {
    this.stop();
    await Promise.all(this.terminals);
  }

  private async terminal(): Promise<void> {
    while (this.going) {
      const transaction = `${this.prefix}${String((this.next += 1)).padStart(6, '0')}`;
      const number = numbers[this.next % numbers.length]!;
      for (let heard = 0; heard < 2;) {
        const ours = await pay(transaction, number);
        if (ours === null) await pause(50);
        else {
          heard += 1;
          this.answers.set(transaction, (this.answers.get(transaction) ?? new Set()).add(ours));
        }
      }
    }
  }
}

/** Our number of the payment; `null` where nobody answered, or was told to ask again. */
async function pay(transaction: string, account: string): Promise<string | null> {
  const query = `command=pay&txn_id=${transaction}&txn_date=20261101120000&account=${account}&sum=7.31`;
  try {
    const text = await (await fetch(`http://127.0.0.1:${apiPort}/pay/osmp/faults?${query}`)).text();
    const result = /<result>(\d+)<\/result>/.exec(text)?.[1];
    if (result === '1' || result === '90') return null;
    if (result !== '0') throw new FatalAnswer(text);
    return /<prv_txn>(\d+)<\/prv_txn>/.exec(text)![1]!;
  } catch (error) {
    if (error instanceof FatalAnswer) throw error;
    return null;
  }
}

class FatalAnswer extends Error {}

/** Each payment that was confirmed stands once, under the one number that was told for it. */
async function booksHold({ answers }: Traffic): Promise<void> {
  for (const ours of answers.values()) expect(ours.size).toBe(1);
  const payments = await database.asOwner<{ id: string; external: string; received: string; credited: string }[]>(
    `select p.id, p.external_id as external,
            (select sum(l.amount) from ledger_postings l where l.entry_id = e.id and l.ledger_account = 'received') as received,
            (select sum(l.amount) from ledger_postings l where l.entry_id = e.id and l.ledger_account = 'receivable') as credited
       from payments p join ledger_entries e on e.organization_id = p.organization_id and e.key = 'payment ' || p.id
      where p.external_id = any ($1)`,
    [[...answers.keys()]],
  );
  expect(new Map(payments.map(({ external, id }) => [external, new Set([id])]))).toEqual(new Map(answers));
  expect(new Set(payments.map(({ received, credited }) => `${received} ${credited}`))).toEqual(new Set(['731 -731']));
  const [sum] = await database.asOwner<[{ payments: string; entries: string }]>(
    `select (select count(*) from payments) as payments, (select count(*) from ledger_entries where kind = 'payment') as entries`,
  );
  expect(sum.entries).toBe(sum.payments);
}

function startApi(): Promise<ProgramProcess> {
  return ProgramProcess.start('api', {
    ...workerSettings(database, redis.url),
    DATABASE_URL: database.apiUrl,
    PORT: String(apiPort),
  });
}

function startWorker(): Promise<ProgramProcess> {
  return ProgramProcess.start('worker', workerSettings(database, redis.url));
}
