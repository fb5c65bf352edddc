import { HouseIntake } from '@dvor/housing';
import {
  type AccountId,
  type ChannelId,
  formatDate,
  formatPeriod,
  type InvoiceId,
  lastDay,
  Money,
  parseDate,
  parsePeriod,
  type PaymentId,
  type Period,
  type ServiceId,
  type SupplierId,
  type UserId,
} from '@dvor/kernel';
import { Balances, Deferrals, Ledger } from '@dvor/ledger';
import {
  AuditLog,
  Database,
  ExceptionsInbox,
  openDataSource,
  OrganizationClock,
  Outbox,
  SealedTexts,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import { createTestDatabase, entered, makeOrganization, newHouse, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { AdvanceOffsets } from './advance-offsets.js';
import { Allocations } from './allocations.js';
import { type Channel, PaymentChannels } from './channels.js';
import { Invoices } from './invoices.js';
import { PaymentBatches } from './payment-batches.js';
import { PaymentOperations } from './payment-operations.js';
import { PaymentRegister } from './payment-register.js';
import { type MoneyIn, Payments, type Registered } from './payments.js';
import { SupplierTransfers } from './supplier-transfers.js';

const september = parsePeriod('2026-09');
const october = parsePeriod('2026-10');
const water = '20' as ServiceId;
const upkeep = '10' as ServiceId;
const utility = '2' as SupplierId;
const company = '1' as SupplierId;

/** One page that holds all there is here. */
const WHOLE = { limit: 500 };

let test: TestDatabase;
let source: DataSource;
let database: Database;
let payments: Payments;
let invoices: Invoices;
let operations: PaymentOperations;
let offsets: AdvanceOffsets;
let batches: PaymentBatches;
let transfers: SupplierTransfers;
let ours: Tenant;
let anna: AccountId;
let boris: AccountId;
let numbers: Map<AccountId, string>;
let bank: Channel;
let accountant: UserId;

const ledger = new Ledger();
const balances = new Balances();

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.apiUrl, 8, 'payments spec');
  database = new Database(source);
  const clock = new OrganizationClock({ now: () => new Date() });
  const outbox = new Outbox(database, { warn: () => undefined } as never);
  const allocations = new Allocations(balances, new Deferrals());
  invoices = new Invoices(
    new PaymentChannels(database, new SealedTexts({ authSecret: 'x'.repeat(32) })),
    clock,
    new AuditLog(),
  );
  payments = new Payments(database, allocations, invoices, ledger, new ExceptionsInbox(), clock);
  batches = new PaymentBatches(payments, allocations, ledger, outbox, clock);
  transfers = new SupplierTransfers(payments, ledger, clock, new AuditLog());
  offsets = new AdvanceOffsets(
    database,
    { enqueue: laid } as never,
    balances,
    new Deferrals(),
    ledger,
    clock,
    new AuditLog(),
  );
  operations = new PaymentOperations(
    payments,
    allocations,
    ledger,
    new ExceptionsInbox(),
    outbox,
    clock,
    new AuditLog(),
  );
  const [user] = await test.asOwner<[{ id: UserId }]>(
    `insert into users (kind, email, name, password_hash) values ('staff', 'anna@example.com', 'Анна', 'x') returning id`,
  );
  accountant = user.id;
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  ours = await makeOrganization(test);
  const taken = await inOurs((tx) => new HouseIntake(new AuditLog()).takeIn(tx, [newHouse('1', 2)], entered));
  [anna, boris] = taken.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds)) as [
    AccountId,
    AccountId,
  ];
  const rows = await inOurs((tx) => tx.query<{ id: AccountId; number: string }[]>('select id, number from accounts'));
  numbers = new Map(rows.map(({ id, number }) => [id, number]));
  bank = await openChannel('bank');
  for (const period of [september, october])
    await charge(anna, period, [
      [upkeep, company, '300'],
      [water, utility, '100'],
    ]);
});

describe('a search', () => {
  /** Many payments that wait, and one that is looked for. */
  const fill = async () => {
    const { id } = await pay('1.00', { externalId: 'RRN-00-917364' });
    await test.asOwner(
      `insert into payments (organization_id, channel_id, external_id, account_given, account_id, house_id, amount, paid_at, paid_on, booked_on)
       select organization_id, channel_id, md5(n::text), 'кв. ' || n, null, null, 1, paid_at, paid_on, booked_on
         from payments, generate_series(1, 20000) n where id = $1`,
      [id],
    );
    await test.asOwner('analyze payments');
    return id;
  };

  it('finds a part of a number by the index, of the organisation alone', async () => {
    const id = await fill();
    const found = (typed: string) =>
      inOurs((tx) => tx.query<{ id: string }[]>('select search_payments as id from search_payments($1)', [typed]));
    expect(await found('917364')).toEqual([{ id }]);
    expect(await found('rrn')).toEqual([{ id }]);
    expect(await found('RR')).toEqual([{ id }]);
    expect(await found('n-0_-9')).toEqual([]);
    const looks = await inOurs(async (tx) => {
      const before = await wholeLooks(tx);
      await tx.query('select search_payments($1)', ['917364']);
      return (await wholeLooks(tx)) - before;
    });
    expect(looks).toBe(0);
    const others = await makeOrganization(test);
    const strange = await database.inTenant(others, (tx) => tx.query('select search_payments($1)', ['917364']));
    expect(strange).toEqual([]);
    const scoped = await database.inTenant({ ...ours, houseIds: ['0' as never] }, (tx) =>
      tx.query('select search_payments($1)', ['917364']),
    );
    expect(scoped).toEqual([]);
  });

  it('finds payments by the account they stand on, whatever was written on them', async () => {
    const { id } = await pay('1.00', { account: 'кв. 5', whenUnknown: 'wait' });
    expect(await searched(numbers.get(boris)!)).toEqual([]);
    await inOurs((tx) => operations.putOn(tx, id, boris, { by: accountant, reason: 'Описка' }));
    expect(await searched(numbers.get(boris)!)).toEqual([id]);
  });

  /** How often this connection has looked through all payments, as far as it has not told the statistics yet. */
  const wholeLooks = async (tx: Tx) => {
    const [row] = await tx.query<[{ looks: number }]>(
      `select seq_scan::int as looks from pg_stat_xact_user_tables where relname = 'payments'`,
    );
    return row.looks;
  };
  const searched = async (search: string) => {
    const register = new PaymentRegister(ledger);
    return (await inOurs((tx) => register.list(tx, { search }, WHOLE))).items.map(({ id }) => id);
  };
});

describe('a payment', () => {
  it('is split over the oldest month first and stands in the books at once', async () => {
    const { id, accountId, repeated } = await pay('440.00');
    expect([accountId, repeated]).toEqual([anna, false]);
    expect(await owed(anna)).toEqual(['10 2026-10 270.00', '20 2026-10 90.00']);
    expect(await rowOf(id)).toMatchObject({
      allocation: {
        rule: { order: 'oldest-first', limitationMonths: 36, recipientId: null },
        parts: [
          {
            serviceId: upkeep,
            origin: '2026-09',
            due: '300.00',
            amount: '300.00',
            reason: { by: 'month', period: '2026-09' },
          },
          { serviceId: water, origin: '2026-09', due: '100.00', amount: '100.00' },
          { serviceId: upkeep, origin: '2026-10', due: '300.00', amount: '30.00' },
          { serviceId: water, origin: '2026-10', due: '100.00', amount: '10.00' },
        ],
      },
      request: 'as it came',
      answer: `number ${id}`,
    });
    expect(await events()).toEqual([
      {
        type: 'payments.registered',
        payload: {
          paymentId: id,
          state: 'posted',
          accountNumber: numbers.get(anna),
          amount: '440.00',
          returned: '0.00',
          paidAt: '2026-11-02T02:00:00.000Z',
          channel: 'bank',
          externalId: `N-${paid}`,
        },
      },
    ]);
    expect(await books()).toEqual({ received: '440.00' });
  });

  it('keeps the day it was paid on, though its month is closed and it is booked in the next', async () => {
    await inOurs((tx) => ledger.closeMonth(tx, october));
    const { id } = await pay('100', { paidAt: new Date('2026-10-20T05:00:00Z') });
    const [entry] = await inOurs((tx) =>
      tx.query(`select period::text, booked_on::text, value_on::text from ledger_entries where key = $1`, [
        `payment ${id}`,
      ]),
    );
    expect(entry).toEqual({ period: '2026-11-01', booked_on: '2026-11-02', value_on: '2026-10-20' });
  });

  it('named for a month pays that month first', async () => {
    await pay('400', { words: { period: october } });
    expect(await owed(anna)).toEqual(['10 2026-09 300.00', '20 2026-09 100.00']);
  });

  it('beyond all debts is an advance of those who charged last, and is set off against what they charge next', async () => {
    await pay('1200');
    expect(await owed(anna)).toEqual(['10 2026-11 -300.00', '20 2026-11 -100.00']);
    await charge(anna, parsePeriod('2026-11'), [[water, utility, '150']]);
    await pay('10');
    expect(await owed(anna)).toEqual(['10 2026-11 -300.00', '20 2026-11 40.00']);
  });

  it('leaves the channel its fee, which falls on the recipients as the money does', async () => {
    bank = await openChannel('bank-with-fee', { payer: 'organization', percent: '1.5' });
    await pay('400');
    expect(await books()).toEqual({ received: '394.00', 'fee 1': '4.50', 'fee 2': '1.50' });
  });
});

describe('an invoice', () => {
  const make = (amount: string, words: MoneyIn['words'] = {}) =>
    inOurs((tx) => invoices.make(tx, { accountId: anna, amount: Money.parse(amount), words, by: accountant }));
  const stateOf = (id: InvoiceId) => inOurs(async (tx) => (await invoices.find(tx, id)).state);

  it('is paid by its number as its account is, for what it was made out for', async () => {
    const { id, number } = await make('400', { period: october });
    const { accountId, id: paymentId } = await pay('400', { account: `${number.slice(0, 4)} ${number.slice(4)}` });
    expect(accountId).toBe(anna);
    expect(await owed(anna)).toEqual(['10 2026-09 300.00', '20 2026-09 100.00']);
    expect(await inOurs((tx) => invoices.find(tx, id))).toMatchObject({ state: 'paid', paymentId });
  });

  it('paid with another sum pays what the rule says, not what it was made out for', async () => {
    const { id, number } = await make('400', { period: october });
    await pay('100', { account: number });
    expect(await owed(anna)).toEqual([
      '10 2026-09 225.00',
      '10 2026-10 300.00',
      '20 2026-09 75.00',
      '20 2026-10 100.00',
    ]);
    expect(await stateOf(id)).toBe('paid');
  });

  it('asked for twice at once is made out once', async () => {
    const made = await Promise.all([make('250'), make('250'), make('250')]);
    expect(new Set(made.map(({ number }) => number)).size).toBe(1);
    expect((await make('251')).number).not.toBe(made[0]!.number);
  });

  it('that is paid takes a second payment to its account, and keeps the first', async () => {
    const { id, number } = await make('100');
    const first = await pay('100', { account: number });
    const second = await pay('100', { account: number });
    expect(second.accountId).toBe(anna);
    expect(await inOurs((tx) => invoices.find(tx, id))).toMatchObject({ paymentId: first.id });
    expect(await books()).toEqual({ received: '200.00' });
  });

  it('that is cancelled or expired loses no money either', async () => {
    const [cancelled, expired] = [await make('100'), await make('101')];
    await inOurs((tx) => invoices.cancel(tx, cancelled.id, accountant));
    await test.asOwner(`update payment_invoices set last_day = date '2026-01-01' where id = $1`, [expired.id]);
    expect([await stateOf(cancelled.id), await stateOf(expired.id)]).toEqual(['cancelled', 'expired']);
    await expect(inOurs((tx) => invoices.cancel(tx, expired.id, accountant))).rejects.toMatchObject({
      code: 'invoice.not-open',
    });
    expect(await pay('100', { account: cancelled.number })).toMatchObject({ accountId: anna });
    expect(await pay('101', { account: expired.number })).toMatchObject({ accountId: anna });
  });

  it('for nothing, for too much or for a closed account is refused', async () => {
    await expect(make('0')).rejects.toMatchObject({ code: 'payment.amount-zero' });
    await expect(make('500000.01')).rejects.toMatchObject({ code: 'invoice.too-large' });
    await test.asOwner(
      `update account_facts set valid = daterange(lower(valid), date '2026-02-01') where account_id = $1`,
      [anna],
    );
    await expect(make('100')).rejects.toMatchObject({ code: 'payment.account-closed' });
  });

  it('tells what each channel asks of the payer, zero too, and leaves out those that would not take it', async () => {
    for (const [code, settings, percent] of [
      ['plain', {}, null],
      ['with-fee', {}, '2'],
      ['small', { most: '999.99' }, null],
      ['of-a-fund', { recipientId: utility }, null],
    ] as const)
      await test.asOwner(
        `with opened as (
           insert into payment_channels (organization_id, code, preset, protocol, name, state, settings)
           values ($1::bigint, $2::text || '-' || $1::bigint, 'bank', 'osmp', $2, 'on', $3) returning organization_id, id)
         insert into payment_channel_fees (organization_id, channel_id, since, payer, percent, least, reason)
         select organization_id, id, date '2026-01-01', 'payer', $4::numeric, 0, 'договор' from opened where $4::numeric is not null`,
        [ours.organizationId, code, JSON.stringify({ ...bank.settings, ...settings }), percent],
      );
    const ways = await inOurs((tx) => invoices.ways(tx, Money.parse('1000')));
    expect(ways.map(({ channel, fee, total }) => [channel.name, fee.toString(), total.toString()])).toEqual([
      ['plain', '0.00', '1000.00'],
      ['with-fee', '20.00', '1020.00'],
    ]);
  });
});

describe('the same payment again', () => {
  it('gets the first answer and is not booked twice', async () => {
    const first = await pay('100', { externalId: 'A-1' });
    const second = await pay('100', { externalId: 'A-1' });
    expect(second).toEqual({ ...first, repeated: true });
    expect(await books()).toEqual({ received: '100.00' });
  });

  it('is booked once when fifty come at a time', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => pay('100', { externalId: 'A-2' })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await books()).toEqual({ received: '100.00' });
  });

  it('with another sum is refused and put before a person', async () => {
    await pay('100', { externalId: 'A-3' });
    expect(await registered('100.01', { externalId: 'A-3' })).toEqual({
      kind: 'refused',
      reason: 'transaction-conflict',
    });
    expect(await inbox()).toMatchObject([
      { kind: 'payments.conflict', details: { first: '100.00', second: '100.01' } },
    ]);
  });

  it('under another number is another payment', async () => {
    await pay('100', { externalId: 'A-4' });
    await pay('100', { externalId: 'A-5' });
    expect(await books()).toEqual({ received: '200.00' });
  });
});

describe('a payment that is not taken', () => {
  it.each([
    ['of an unknown account', { account: '0000' }, 'account-unknown'],
    ['of tomorrow', { paidAt: new Date(Date.now() + 86_400_000) }, 'date-wrong'],
    ['of which more is named than paid', { words: { penalties: Money.parse('101') } }, 'amount-named'],
  ])('%s', async (_what, more, reason) => {
    expect(await registered('100', more)).toEqual({ kind: 'refused', reason });
    expect(await books()).toEqual({});
  });

  it.each([
    ['0.99', 'amount-too-small'],
    ['15000.01', 'amount-too-large'],
  ])('beyond what the channel takes: %s', async (sum, reason) => {
    bank = { ...bank, settings: { ...bank.settings, least: '1', most: '15000' } };
    expect(await registered(sum)).toEqual({ kind: 'refused', reason });
  });
});

describe('money whose account is not known', () => {
  it('waits in the books and before a person, until it is put on an account', async () => {
    const { id } = await pay('150', { account: 'кв. 5', whenUnknown: 'wait', words: { purpose: 'за воду' } });
    expect(await books()).toEqual({ received: '150.00', unallocated: '-150.00' });
    expect(await inbox()).toMatchObject([
      { kind: 'payments.unmatched', details: { account: 'кв. 5', purpose: 'за воду' } },
    ]);

    await inOurs((tx) => operations.putOn(tx, id, anna, { by: accountant, reason: 'по адресу' }));
    expect(await books()).toEqual({ received: '150.00' });
    expect(await owed(anna)).toEqual([
      '10 2026-09 187.50',
      '10 2026-10 300.00',
      '20 2026-09 62.50',
      '20 2026-10 100.00',
    ]);
    expect(await inbox()).toEqual([]);
  });

  it('takes its fee along', async () => {
    bank = await openChannel('bank-with-fee-too', { payer: 'organization', percent: '2' });
    const { id } = await pay('100', { account: 'кв. 5', whenUnknown: 'wait' });
    expect(await books()).toEqual({ received: '98.00', unallocated: '-100.00', 'fee null': '2.00' });
    await inOurs((tx) => operations.putOn(tx, id, anna, { by: accountant, reason: 'по адресу' }));
    expect(await books()).toEqual({ received: '98.00', 'fee 1': '1.50', 'fee 2': '0.50' });
  });
});

describe('many payments at once', () => {
  it('stand in the books as they would one after another, whatever is not plain among them', async () => {
    const money = (account: string, amount: string, externalId: string, more: Partial<MoneyIn> = {}): MoneyIn => ({
      channel: bank,
      externalId,
      account,
      amount: Money.parse(amount),
      paidAt: new Date('2026-11-02T02:00:00Z'),
      whenUnknown: 'wait',
      ...more,
    });
    bank = await openChannel('bank-of-many', { payer: 'organization', percent: '1' });
    const [a, b] = [numbers.get(anna)!, numbers.get(boris)!];
    await charge(boris, september, [[water, utility, '10']]);
    await pay('50', { account: b, words: { services: [{ serviceId: upkeep, amount: Money.parse('50') }] } });
    const batch = [
      money(a, '440.00', 'B-1', { answer: ({ id }) => `number ${id}` }),
      money(b, '5.00', 'B-2'),
      money(a, '100.00', 'B-3'),
      money('кв. 5', '70.00', 'B-4'),
      money(b, '5.00', 'B-2'),
      money(a, '0', 'B-5'),
    ];
    const answers = await inOurs((tx) => batches.registerAll(tx, batch));
    expect(answers.map((one) => (one.kind === 'refused' ? one.reason : [one.accountId, one.repeated]))).toEqual([
      [anna, false],
      [boris, false],
      [anna, false],
      [null, false],
      [boris, true],
      'amount-too-small',
    ]);
    expect(await owed(anna)).toEqual(['10 2026-10 195.00', '20 2026-10 65.00']);
    expect(await owed(boris)).toEqual(['10 2026-11 -40.00', '20 2026-11 -5.00']);
    expect(await books()).toMatchObject({ unallocated: '-70.00' });
    expect(await inOurs((tx) => balances.unsound(tx))).toEqual([]);
    const [first] = answers as Registered[];
    expect(await rowOf(first!.id)).toMatchObject({
      answer: `number ${first!.id}`,
      allocation: { parts: [{ amount: '300.00' }, { amount: '100.00' }, { amount: '30.00' }, { amount: '10.00' }] },
    });
    expect(await events()).toHaveLength(5);
    expect(
      (await inOurs((tx) => batches.registerAll(tx, batch.slice(0, 3)))).map(
        (one) => 'repeated' in one && one.repeated,
      ),
    ).toEqual([true, true, true]);
  });
});

describe('what was paid ahead, when a month is closed', () => {
  const november = parsePeriod('2026-11');

  it('is set off against its charges, the oldest first, in the month after it and from its last day', async () => {
    await pay('1200', { paidAt: new Date('2026-10-20T05:00:00Z') });
    await charge(anna, november, [
      [upkeep, company, '250'],
      [water, utility, '130'],
    ]);
    await close(october);
    expect(await offsetEntries()).toEqual([]); // charged and paid ahead at the same place: nothing to move
    await charge(anna, parsePeriod('2026-12'), [[upkeep, company, '80']]);
    await close(november);
    expect(await owed(anna)).toEqual(['10 2026-12 30.00', '20 2026-11 30.00']);
    expect(await offsetEntries()).toEqual([
      { key: `offset 2026-11 ${anna}`, period: '2026-12-01', value_on: '2026-11-30', lines: 2 },
    ]);
    await close(november);
    expect(await offsetEntries()).toHaveLength(1);
    expect((await inOurs((tx) => balances.of(tx, [anna]))).get(anna)).toEqual(Money.parse('60'));
  });

  it('stays with its recipient; what stands on the account as a whole goes to whoever is owed', async () => {
    await pay('800', { account: numbers.get(boris)! });
    await charge(boris, november, [[water, utility, '90']]);
    await charge(boris, parsePeriod('2026-12'), [[upkeep, company, '40']]);
    await close(november);
    expect(await owed(boris)).toEqual(['null 2026-11 -670.00']);
    await charge(boris, parsePeriod('2027-01'), [[upkeep, company, '700']]);
    await charge(boris, parsePeriod('2027-02'), [[water, utility, '-100']]);
    await close(parsePeriod('2026-12'));
    expect(await owed(boris)).toEqual(['10 2027-01 30.00', '20 2027-02 -100.00']);
  });

  it('counts from the day it came when that was after the month', async () => {
    await charge(boris, october, [[water, utility, '90']]);
    await pay('50', {
      account: numbers.get(boris)!,
      words: { services: [{ serviceId: upkeep, amount: Money.parse('50') }] },
    });
    await close(october);
    expect(await owed(boris)).toEqual(['20 2026-10 40.00']);
    expect(await offsetEntries()).toMatchObject([{ period: '2026-11-01', value_on: '2026-11-02' }]);
  });

  it('is joined by what was paid as a penalty that was lowered since: to penalties, then to charges', async () => {
    await penalty('60');
    await pay('60', { words: { penalties: Money.parse('60') } });
    await penalty('-50');
    await close(october);
    expect(await owed(anna)).toEqual([
      '10 2026-09 250.00',
      '10 2026-10 300.00',
      '20 2026-09 100.00',
      '20 2026-10 100.00',
    ]);
    const [{ reason, ...entry }, ...more] = await inOurs((tx) =>
      tx.query<[{ reason: string; lines: number }]>(
        `select reason, (select count(*)::int from ledger_postings p where p.entry_id = e.id) as lines
           from ledger_entries e where kind = 'offset'`,
      ),
    );
    expect([reason, entry, more]).toEqual(['Зачёт излишне уплаченных пеней', { lines: 2 }, []]);
    expect((await inOurs((tx) => balances.of(tx, [anna]))).get(anna)).toEqual(Money.parse('750'));
    await close(october);
    expect(await offsetEntries()).toHaveLength(1);
  });

  async function penalty(amount: string): Promise<void> {
    const place = { recipientId: company, serviceId: upkeep, origin: september, kind: 'penalty' as const };
    const sum = Money.parse(amount);
    await inOurs((tx) =>
      ledger.post(tx, {
        ...{ key: `penalty ${amount}`, kind: 'penalty', period: october, bookedOn: lastDay(october), by: null },
        reason: 'Пени',
        postings: [
          { ...place, ledgerAccount: 'receivable' as const, accountId: anna, amount: sum },
          { ...place, ledgerAccount: 'accrued' as const, accountId: null, amount: sum.negated() },
        ],
      }),
    );
  }

  it('is nobody’s job where nobody has paid', async () => {
    laid.mockClear();
    await offsets.layOnQueue(ours.organizationId, october);
    expect(laid).not.toHaveBeenCalled();
  });

  /** The month's last entry, and what follows from it. */
  async function close(period: Period): Promise<void> {
    await inOurs((tx) => ledger.closeMonth(tx, period));
    laid.mockClear();
    await offsets.layOnQueue(ours.organizationId, period);
    for (const [, range] of laid.mock.calls) await offsets.setOff(ours.organizationId, period, range);
  }

  function offsetEntries(): Promise<object[]> {
    return inOurs((tx) =>
      tx.query<object[]>(
        `select e.key, e.period::text, e.value_on::text, count(*)::int as lines from ledger_entries e join ledger_postings p on p.entry_id = e.id
          where e.kind = 'offset' group by e.id order by e.id`,
      ),
    );
  }
});

describe('what recipients are sent', () => {
  let first: SupplierId;
  let second: SupplierId;

  beforeEach(async () => {
    [first, second] = (
      await test.asOwner<{ id: SupplierId }[]>(
        `insert into suppliers (organization_id, name, inn) values ($1, 'А', '7707083893'), ($1, 'Б', '7728168971') returning id`,
        [ours.organizationId],
      )
    ).map(({ id }) => id) as [SupplierId, SupplierId];
    for (const period of [september, october])
      await charge(boris, period, [
        [upkeep, first, '300'],
        [water, second, '100'],
      ]);
  });

  const tomorrow = (day: string) =>
    test.asOwner('update organizations set demo_now = $2 where id = $1', [
      ours.organizationId,
      `${day}T09:00:00+07:00`,
    ]);
  const listed = async () => (await inOurs((tx) => transfers.list(tx, {}, WHOLE))).items;
  const shown = async () =>
    (await listed()).map((one) =>
      [
        one.recipientId === first ? '1' : '2',
        formatDate(one.day).slice(8),
        one.received,
        one.fee,
        one.carried,
        one.amount,
        one.orderNumber,
        one.state,
      ].join(' '),
    );

  it('is what came for them on a day that is over, less what channels kept; its lines add up to it', async () => {
    bank = await openChannel('bank-of-transfers', { payer: 'organization', percent: '1' });
    await pay('400', { account: numbers.get(boris)! });
    await pay('25', { account: 'кв. 5', whenUnknown: 'wait' });
    expect(await inOurs((tx) => transfers.prepare(tx))).toBe(0); // the day is not over
    await tomorrow('2026-11-03');
    expect(await inOurs((tx) => transfers.prepare(tx))).toBe(2);
    expect(await inOurs((tx) => transfers.prepare(tx))).toBe(0);
    expect(await shown()).toEqual([
      '1 02 300.00 3.00 0.00 297.00 1 prepared',
      '2 02 100.00 1.00 0.00 99.00 2 prepared',
    ]);
    for (const { id, received } of await listed()) {
      const { items: lines } = await inOurs((tx) => transfers.registry(tx, id, WHOLE));
      expect(Money.sum(lines.map(({ amount }) => amount))).toEqual(received);
      expect(lines.every(({ account }) => account === numbers.get(boris))).toBe(true);
    }
    expect(await inOurs((tx) => transfers.held(tx))).toEqual({
      unallocated: Money.parse('25'),
      onAccounts: Money.zero,
    });
    await assertAllStands();
  });

  it('is booked as sent once, and closes what was due and what channels kept', async () => {
    bank = await openChannel('bank-of-sending', { payer: 'organization', percent: '1' });
    await pay('400', { account: numbers.get(boris)! });
    await tomorrow('2026-11-03');
    await inOurs((tx) => transfers.prepare(tx));
    const [upkeepDay, waterDay] = await listed();
    const sent = await inOurs((tx) => transfers.send(tx, upkeepDay!.id, accountant));
    expect(sent).toMatchObject({ state: 'sent', sentOn: parseDate('2026-11-03') });
    expect(await inOurs((tx) => transfers.send(tx, upkeepDay!.id, accountant))).toEqual(sent);
    await inOurs((tx) => transfers.send(tx, waterDay!.id, accountant));
    expect(await books()).toEqual({});
    expect(
      await inOurs((tx) => tx.query(`select count(*)::int as n from ledger_entries where kind = 'settlement'`)),
    ).toEqual([{ n: 2 }]);
  });

  it('takes what a day left below zero off the next one, and gives it no order', async () => {
    const { id } = await pay('400', { account: numbers.get(boris)! });
    await tomorrow('2026-11-03');
    await inOurs((tx) => transfers.prepare(tx));
    for (const one of await listed()) await inOurs((tx) => transfers.send(tx, one.id, accountant));
    await inOurs((tx) => operations.refund(tx, id, Money.parse('200'), { by: accountant, reason: 'ошибка' }));
    await tomorrow('2026-11-04');
    await inOurs((tx) => transfers.prepare(tx));
    await pay('280', { account: numbers.get(boris)!, paidAt: new Date('2026-11-04T01:00:00Z') });
    await tomorrow('2026-11-05');
    await inOurs((tx) => transfers.prepare(tx));
    expect(await shown()).toEqual([
      '1 04 210.00 0.00 -150.00 60.00 3 prepared',
      '2 04 70.00 0.00 -50.00 20.00 4 prepared',
      '1 03 -150.00 0.00 0.00 -150.00  carried',
      '2 03 -50.00 0.00 0.00 -50.00  carried',
      '1 02 300.00 0.00 0.00 300.00 1 sent',
      '2 02 100.00 0.00 0.00 100.00 2 sent',
    ]);
    const all = await listed();
    await expect(inOurs((tx) => transfers.send(tx, all[2]!.id, accountant))).rejects.toMatchObject({
      code: 'transfer.nothing-to-send',
    });
    for (const one of all.slice(0, 2)) await inOurs((tx) => transfers.send(tx, one.id, accountant));
    expect(await books()).toEqual({});
    const [due] = await inOurs((tx) =>
      tx.query<[{ paid: string }]>(
        `select sum(p.amount) as paid from ledger_postings p join ledger_entries e on e.id = p.entry_id
          where e.kind = 'settlement' and p.ledger_account = 'accrued'`,
      ),
    );
    expect(Money.ofKopecks(due.paid).toString()).toBe('480.00');
  });

  it('and what is held for want of a recipient are together what channels brought, whatever happens', async () => {
    bank = await openChannel('bank-of-chance', { payer: 'organization', percent: '1.3' });
    const chance = fc.record({
      kopecks: fc.integer({ min: 1, max: 70_000 }),
      whose: fc.constantFrom('boris' as const, 'nobody' as const),
      then: fc.constantFrom('nothing' as const, 'refund' as const, 'move' as const),
    });
    let day = 3;
    await fc.assert(
      fc.asyncProperty(fc.array(chance, { minLength: 1, maxLength: 6 }), async (day1) => {
        for (const { kopecks, whose, then } of day1) {
          const account = whose === 'nobody' ? 'nobody' : numbers.get(boris)!;
          const { id } = await pay(Money.ofKopecks(String(kopecks)).toString(), { account, whenUnknown: 'wait' });
          const doer = { by: accountant, reason: 'проверка' };
          if (then === 'refund') await inOurs((tx) => operations.refund(tx, id, Money.ofKopecks('1'), doer));
          if (then === 'move' && whose === 'nobody') await inOurs((tx) => operations.putOn(tx, id, boris, doer));
        }
        await tomorrow(`2026-11-${String((day += 1)).padStart(2, '0')}`);
        await inOurs((tx) => transfers.prepare(tx));
        await assertAllStands();
      }),
      { numRuns: 8 },
    );
  });

  /** Every rouble that channels brought is to be sent to somebody or held. */
  async function assertAllStands(): Promise<void> {
    const all = await listed();
    const { unallocated, onAccounts } = await inOurs((tx) => transfers.held(tx));
    const [booked] = await inOurs((tx) =>
      tx.query<[{ received: string; fee: string }]>(
        `select coalesce(sum(amount) filter (where ledger_account = 'received'), 0) as received,
                coalesce(sum(amount) filter (where ledger_account = 'fee' and recipient_id is null), 0) as fee
           from ledger_postings p join ledger_entries e on e.id = p.entry_id where e.kind <> 'settlement'`,
      ),
    );
    const toRecipients = Money.sum(all.map(({ received, fee }) => received.minus(fee)));
    expect(toRecipients.plus(unallocated).plus(onAccounts).minus(Money.ofKopecks(booked.fee)).toString()).toBe(
      Money.ofKopecks(booked.received).toString(),
    );
  }
});

describe('a channel', () => {
  it('is found by the door and the code that a bank calls, whoever it belongs to', async () => {
    const channels = new PaymentChannels(database, new SealedTexts({ authSecret: 'x'.repeat(32) }));
    const terminal = await openDoor('osmp', 'found');
    const sberbank = await openDoor('sber-action', 'found');
    expect(await channels.byCode('osmp', 'found')).toMatchObject({ ...ours, channel: { id: terminal } });
    expect(await channels.byCode('sber', 'found')).toMatchObject({ ...ours, channel: { id: sberbank } });
    expect(await channels.byCode('gorod', 'found')).toBeNull();
    // Its other protocols come to the same door: nobody's code there may lead to somebody else's channel.
    await expect(openDoor('sber-command', 'found')).rejects.toThrow(/payment_channels_door/);
    await expect(openDoor('osmp', 'found')).rejects.toThrow(/payment_channels_door/);
  });

  async function openDoor(protocol: string, code: string): Promise<ChannelId> {
    const [row] = await inOurs((tx) =>
      tx.query<[{ id: ChannelId }]>(
        `insert into payment_channels (organization_id, code, preset, protocol, name, settings)
         values (current_organization(), $1, 'terminal', $2, 'Терминал', '{}') returning id`,
        [code, protocol],
      ),
    );
    return row.id;
  }
});

describe('what is done with a payment afterwards', () => {
  const doer = () => ({ by: accountant, reason: 'ошибка плательщика' });

  it('a move leaves the wrong account as it was', async () => {
    const before = await owed(anna);
    const { id } = await pay('123.45');
    await inOurs((tx) => operations.putOn(tx, id, boris, doer()));
    expect(await owed(anna)).toEqual(before);
    expect(await owed(boris)).toEqual(['null 2026-11 -123.45']);
    expect(await books()).toEqual({ received: '123.45' });
  });

  it('a refund mirrors the split in proportion', async () => {
    const { id } = await pay('400');
    await inOurs((tx) => operations.refund(tx, id, Money.parse('100'), doer()));
    expect(await owed(anna)).toEqual([
      '10 2026-09 75.00',
      '10 2026-10 300.00',
      '20 2026-09 25.00',
      '20 2026-10 100.00',
    ]);
    expect(await books()).toEqual({ received: '300.00' });
    await expect(inOurs((tx) => operations.refund(tx, id, Money.parse('300.01'), doer()))).rejects.toMatchObject({
      code: 'payment.refund-over',
      details: { amount: '300.01', stands: '300.00' },
    });
  });

  it('a payment is voided on its day only, with the fee', async () => {
    bank = await openChannel('bank-with-a-third-fee', { payer: 'organization', percent: '1' });
    const before = await owed(anna);
    const { id } = await pay('100');
    await inOurs((tx) => operations.void(tx, id, doer()));
    expect(await owed(anna)).toEqual(before);
    expect(await books()).toEqual({});
    await expect(inOurs((tx) => operations.void(tx, id, doer()))).rejects.toMatchObject({ code: 'payment.returned' });

    const { id: late } = await pay('100');
    await test.asOwner(`update organizations set demo_now = '2026-11-03T03:00:00Z' where id = $1`, [
      ours.organizationId,
    ]);
    await expect(inOurs((tx) => operations.void(tx, late, doer()))).rejects.toMatchObject({
      code: 'payment.void-late',
    });
  });

  it('somebody else’s payment is not there', async () => {
    const { id } = await pay('100');
    const theirs = await makeOrganization(test, { name: 'Чужая' });
    await expect(
      database.inTenant(theirs, (tx) => operations.refund(tx, id, Money.parse('1'), doer())),
    ).rejects.toMatchObject({ code: 'payment.not-found' });
  });
});

describe('whatever befalls payments, in whatever order', () => {
  type Step =
    | {
        readonly do: 'pay';
        readonly number: number;
        readonly kopecks: number;
        readonly whose: 'anna' | 'boris' | 'nobody';
      }
    | { readonly do: 'move' | 'refund' | 'void'; readonly which: number; readonly part: number };
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      do: fc.constant('pay' as const),
      number: fc.integer({ min: 1, max: 6 }),
      kopecks: fc.integer({ min: 1, max: 90_000 }),
      whose: fc.constantFrom('anna' as const, 'boris' as const, 'nobody' as const),
    }),
    fc.record({
      do: fc.constantFrom('move' as const, 'refund' as const, 'void' as const),
      which: fc.nat(5),
      part: fc.integer({ min: 1, max: 100 }),
    }),
  );

  it('the books balance and each rouble stands in one place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const before = (await debtOf(anna)).plus(await debtOf(boris));
        const held = (await standing()).minus(await waiting());
        const kept = new Set<PaymentId>();
        for (const one of steps) await take(one, kept);
        const after = (await debtOf(anna)).plus(await debtOf(boris));
        const heldNow = (await standing()).minus(await waiting());
        expect(before.minus(after).toString()).toBe(heldNow.minus(held).toString());
        const sums = await books();
        const received = Money.sum(
          Object.entries(sums)
            .filter(([name]) => name !== 'unallocated')
            .map(([, sum]) => Money.parse(sum)),
        );
        expect(received.toString()).toBe((await standing()).toString());
        expect(
          Money.parse(sums['unallocated'] ?? '0')
            .negated()
            .toString(),
        ).toBe((await waiting()).toString());
      }),
      { numRuns: 12 },
    );
  });

  async function take(one: Step, kept: Set<PaymentId>): Promise<void> {
    if (one.do === 'pay') {
      const account = one.whose === 'nobody' ? 'nobody' : numbers.get(one.whose === 'anna' ? anna : boris)!;
      const got = await registered(Money.ofKopecks(String(one.kopecks)).toString(), {
        externalId: `P-${one.number}`,
        account,
        whenUnknown: 'wait',
      });
      if (got.kind === 'registered') kept.add(got.id);
      return;
    }
    const id = [...kept][one.which];
    if (!id) return;
    const doer = { by: accountant, reason: 'проверка' };
    const done = inOurs(async (tx) => {
      if (one.do === 'move') await operations.putOn(tx, id, one.part % 2 ? anna : boris, doer);
      else if (one.do === 'void') await operations.void(tx, id, doer);
      else await operations.refund(tx, id, Money.ofKopecks(String(one.part)), doer);
    });
    await done.catch((error: { code?: string }) => expect(error.code).toMatch(/^payment\./));
  }

  const standing = () => sumOf('select coalesce(sum(amount - returned), 0) as sum from payments');
  const waiting = () =>
    sumOf('select coalesce(sum(amount - returned), 0) as sum from payments where account_id is null');

  async function debtOf(account: AccountId): Promise<Money> {
    return (await inOurs((tx) => balances.of(tx, [account]))).get(account)!;
  }
});

// ------------------------------------------------------------------------------------------------------------ steps

const laid = jest.fn<(job: unknown, range: { from: AccountId; to: AccountId }) => Promise<void>>(async () => undefined);

function inOurs<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(ours, work);
}

let paid = 0;

function registered(amount: string, more: Partial<MoneyIn> = {}) {
  return payments.register(ours, {
    channel: bank,
    externalId: `N-${(paid += 1)}`,
    account: numbers.get(anna)!,
    amount: Money.parse(amount),
    paidAt: new Date('2026-11-02T02:00:00Z'),
    request: 'as it came',
    answer: ({ id }) => `number ${id}`,
    whenUnknown: 'refuse',
    ...more,
  });
}

async function pay(amount: string, more: Partial<MoneyIn> = {}): Promise<Registered> {
  const got = await registered(amount, more);
  if (got.kind !== 'registered') throw new Error(got.reason);
  return got;
}

async function openChannel(code: string, fee?: { payer: string; percent: string }): Promise<Channel> {
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
  const [row] = await inOurs((tx) =>
    tx.query<[{ id: ChannelId }]>(
      `insert into payment_channels (organization_id, code, preset, name, settings)
       values (current_organization(), $1, 'bank', 'Банк', $2) returning id`,
      [`${code}-${ours.organizationId}`, JSON.stringify(settings)],
    ),
  );
  const fees = fee
    ? [
        {
          since: lastDay(september),
          payer: fee.payer as 'organization',
          percent: fee.percent,
          least: Money.zero,
          most: null,
        },
      ]
    : [];
  return { id: row.id, code, preset: 'bank', protocol: 'osmp', name: 'Банк', state: 'on', settings, version: 1, fees };
}

async function charge(
  accountId: AccountId,
  period: Period,
  lines: readonly (readonly [ServiceId, SupplierId, string])[],
): Promise<void> {
  await inOurs((tx) =>
    ledger.post(tx, {
      key: `accrual ${accountId} ${period}`,
      kind: 'accrual',
      period,
      bookedOn: lastDay(period),
      reason: `за ${formatPeriod(period)}`,
      by: null,
      postings: lines.flatMap(([serviceId, recipientId, roubles]) => {
        const common = { recipientId, serviceId, origin: period, kind: 'charge' as const };
        const amount = Money.parse(roubles);
        return [
          { ...common, ledgerAccount: 'receivable' as const, accountId, amount },
          { ...common, ledgerAccount: 'accrued' as const, accountId: null, amount: amount.negated() },
        ];
      }),
    }),
  );
}

async function owed(accountId: AccountId): Promise<string[]> {
  const dues = await inOurs((tx) => balances.receivables(tx, accountId));
  return dues.map((due) => `${due.serviceId} ${formatPeriod(due.origin)} ${due.amount}`).sort();
}

/** Where money stands that is not on accounts. */
async function books(): Promise<Record<string, string>> {
  const rows = await inOurs((tx) =>
    tx.query<{ name: string; sum: string }[]>(
      `select ledger_account || case when ledger_account = 'fee' then ' ' || coalesce(recipient_id::text, 'null') else '' end as name, sum(amount) as sum
         from ledger_postings where ledger_account in ('received', 'unallocated', 'fee')
        group by 1 having sum(amount) <> 0 order by 1`,
    ),
  );
  return Object.fromEntries(rows.map(({ name, sum }) => [name, Money.ofKopecks(sum).toString()]));
}

async function sumOf(sql: string): Promise<Money> {
  const [row] = await inOurs((tx) => tx.query<[{ sum: string }]>(sql));
  return Money.ofKopecks(row.sum);
}

async function rowOf(id: PaymentId): Promise<object> {
  const [row] = await inOurs((tx) => tx.query<[object]>('select * from payments where id = $1', [id]));
  return row;
}

function events(): Promise<object[]> {
  return inOurs((tx) =>
    tx.query<object[]>(`select type, payload from outbox_events where type like 'payments.%' order by id`),
  );
}

function inbox(): Promise<object[]> {
  return inOurs((tx) =>
    tx.query<object[]>(
      `select kind, details from exceptions where resolved_at is null and kind like 'payments.%' order by id`,
    ),
  );
}
