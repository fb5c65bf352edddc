import type { EventEmitter } from 'node:events';
import type { BillerCall } from '@dvor/formats';
import { HouseIntake } from '@dvor/housing';
import { type AccountId, type ChannelId, lastDay, Money, parsePeriod } from '@dvor/kernel';
import { Balances, Deferrals, Ledger } from '@dvor/ledger';
import {
  AuditLog,
  Database,
  ExceptionsInbox,
  type Logger,
  openDataSource,
  OrganizationClock,
  SealedTexts,
  type Tenant,
} from '@dvor/platform';
import { createTestDatabase, entered, makeOrganization, newHouse, type TestDatabase, until } from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Allocations } from './allocations.js';
import { BillerDesk, type OpenDesk } from './biller-desk.js';
import { ChannelTrials } from './channel-trials.js';
import { PaymentChannels } from './channels.js';
import { Invoices } from './invoices.js';
import { Payments } from './payments.js';

jest.setTimeout(30_000);

let test: TestDatabase;
let source: DataSource;
let database: Database;
let desk: BillerDesk;
let channels: PaymentChannels;
let ours: Tenant;
let open: OpenDesk;
let numbers: string[];

const logged: { readonly level: 'warn' | 'error'; readonly line: Record<string, unknown> }[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.apiUrl, 8, 'biller desk spec');
  database = new Database(source);
  const real = { now: () => new Date() };
  const clock = new OrganizationClock(real);
  channels = new PaymentChannels(database, new SealedTexts({ authSecret: 'only for this spec' }));
  const invoices = new Invoices(channels, clock, new AuditLog());
  const payments = new Payments(
    database,
    new Allocations(new Balances(), new Deferrals()),
    invoices,
    new Ledger(),
    new ExceptionsInbox(),
    clock,
  );
  const logger = {
    warn: (line: Record<string, unknown>) => logged.push({ level: 'warn', line }),
    error: (line: Record<string, unknown>) => logged.push({ level: 'error', line }),
  };
  const unused = {} as never;
  desk = new BillerDesk(
    database,
    channels,
    payments,
    invoices,
    unused,
    new ChannelTrials(database, clock),
    unused,
    unused,
    unused,
    clock,
    real,
    logger as unknown as Logger,
  );
  ours = await makeOrganization(test);
  await database.inTenant(ours, (tx) => new HouseIntake(new AuditLog()).takeIn(tx, [newHouse('1', 3)], entered));
  const rows = await test.asOwner<{ number: string }[]>('select number from accounts order by id');
  numbers = rows.map(({ number }) => number);
  open = await openDesk();
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

describe('a terminal’s call', () => {
  it('asks the database once to check an account, and four times to book a payment', async () => {
    await owes(numbers[0]!, '500');
    for (const transaction of ['1', '2']) await answered(pay(transaction, numbers[0]!)); // the month gets its table
    const asked = await asking(() => answered(check(numbers[0]!)));
    expect(asked.map(firstWord)).toEqual(['begin', 'with', 'commit']);
    expect((await asking(() => answered(pay('3', numbers[0]!)))).map(firstWord)).toEqual([
      'begin',
      'with', // what is known, and the account is held
      'select', // up to which month open places are written down
      'with', // what it owes, and what of it is due
      'with', // the payment, its entry and its event
      'commit',
    ]);
    expect((await asking(() => answered(pay('3', numbers[0]!)))).map(firstWord)).toEqual(['begin', 'with', 'commit']);
  });

  it('finds an account by another spelling of its number', async () => {
    const spelled = `${numbers[0]!.slice(0, 4)}-${numbers[0]!.slice(4)}`;
    expect(await answered(check(spelled))).toContain('<result>0</result>');
    expect(resultOf(await answered(pay('4', spelled)))).toBe('0');
    const [row] = await test.asOwner<{ given: string; number: string }[]>(
      `select p.account_given as given, a.number from payments p join accounts a on a.id = p.account_id where p.external_id = '4'`,
    );
    expect(row).toEqual({ given: spelled, number: numbers[0] });
    expect(resultOf(await answered(check('no-such-7')))).toBe('5');
  });

  it('that lasts too long is told to come again, and the repeat gets what was booked meanwhile', async () => {
    const [first, second] = [await held(numbers[1]!), await held(numbers[2]!)];
    const told = await Promise.all([answered(pay('71', numbers[1]!)), answered(pay('72', numbers[2]!))]);
    expect(told.map(resultOf)).toEqual(['1', '1']);
    expect(logged).toEqual([]);

    await second.breakWaiting();
    await first.letGo();
    await until(async () => logged.length === 2);
    const late = { channel: 'slow', asked: 'pay', ms: expect.any(Number) };
    expect(logged).toContainEqual({ level: 'warn', line: { ...late, transaction: '71', came: 'paid' } });
    expect(logged).toContainEqual({
      level: 'error',
      line: { ...late, transaction: '72', toldToRepeat: true, err: expect.any(Error) },
    });
    const [booked] = await booked71();
    const repeats = [await answered(pay('71', numbers[1]!)), await answered(pay('71', numbers[1]!))];
    for (const repeat of repeats) expect(repeat).toContain(`<prv_txn>${booked!.id}</prv_txn>`);
    expect(await booked71()).toEqual([booked]);
    await second.letGo();
    expect(resultOf(await answered(pay('72', numbers[2]!)))).toBe('0'); // nothing was booked of it before
  });
});

// ------------------------------------------------------------------------------------------------------------ steps

const check = (account: string) => `command=check&txn_id=1&account=${account}&sum=10.00`;
const pay = (transaction: string, account: string) =>
  `command=pay&txn_id=${transaction}&txn_date=20261101120000&account=${account}&sum=10.00`;

async function answered(query: string): Promise<string> {
  const call: BillerCall = { method: 'GET', query, body: new Uint8Array() };
  return new TextDecoder().decode((await desk.answer(open, call)).body);
}

async function owes(number: string, roubles: string): Promise<void> {
  const october = parsePeriod('2026-10');
  await database.inTenant(ours, async (tx) => {
    const [{ id }] = await tx.query<[{ id: AccountId }]>('select id from accounts where number = $1', [number]);
    const place = { recipientId: null, serviceId: null, origin: october, kind: 'charge' } as const;
    const amount = Money.parse(roubles);
    await new Ledger().post(tx, {
      ...{
        key: `accrual ${id}`,
        kind: 'accrual',
        period: october,
        bookedOn: lastDay(october),
        reason: 'за октябрь',
        by: null,
      },
      postings: [
        { ...place, ledgerAccount: 'receivable', accountId: id, amount },
        { ...place, ledgerAccount: 'accrued', accountId: null, amount: amount.negated() },
      ],
    });
  });
}

function resultOf(text: string): string | undefined {
  return /<result>(\d+)<\/result>/.exec(text)?.[1];
}

function booked71(): Promise<{ id: string }[]> {
  return test.asOwner(`select id from payments where external_id = '71'`);
}

/** An account whose money somebody else is busy with. */
async function held(number: string): Promise<{ letGo(): Promise<void>; breakWaiting(): Promise<void> }> {
  let letGo!: () => void;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  let holds!: (pid: number) => void;
  const holder = new Promise<number>((resolve) => (holds = resolve));
  const done = database.inTenant(ours, async (tx) => {
    const [row] = await tx.query<[{ pid: number }]>(
      `select pg_backend_pid() as pid, pg_advisory_xact_lock(hashtextextended('money of account ' || id, 0))
         from accounts where number = $1`,
      [number],
    );
    holds(row.pid);
    await gone;
  });
  const pid = await holder;
  return {
    letGo: () => {
      letGo();
      return done;
    },
    breakWaiting: async () => {
      await test.asOwner(
        'select pg_terminate_backend(pid) from pg_stat_activity where $1 = any (pg_blocking_pids(pid))',
        [pid],
      );
    },
  };
}

/** What is said to the database meanwhile. */
async function asking(work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const pool = (source.driver as unknown as { master: EventEmitter }).master;
  const spied = new Set<Spied>();
  const spy = (client: Spied) => {
    if (spied.has(client)) return;
    spied.add(client);
    const query = client.query.bind(client);
    client.query = (asked, ...rest) => {
      texts.push(typeof asked === 'string' ? asked : asked.text);
      return query(asked, ...rest);
    };
  };
  pool.on('acquire', spy);
  await work();
  pool.off('acquire', spy);
  for (const client of spied) delete (client as Partial<Spied>).query;
  return texts;
}

interface Spied {
  query(asked: string | { readonly text: string }, ...rest: unknown[]): unknown;
}

function firstWord(sql: string): string {
  return /\w+/.exec(sql)![0];
}

async function openDesk(): Promise<OpenDesk> {
  const settings = {
    networks: [],
    timeZone: 'Europe/Moscow',
    least: null,
    most: null,
    recipientId: null,
    showsPayer: true,
    biller: {},
    sealed: {},
  };
  return database.inTenant(ours, async (tx) => {
    const [{ id }] = await tx.query<[{ id: ChannelId }]>(
      `insert into payment_channels (organization_id, code, preset, protocol, name, state, settings)
       values (current_organization(), 'slow', 'qiwi', 'osmp', 'Терминалы', 'on', $1) returning id`,
      [JSON.stringify(settings)],
    );
    return { organizationId: ours.organizationId, channel: (await channels.find(tx, id))! };
  });
}
