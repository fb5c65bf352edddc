import { LawParameters } from '@dvor/catalogue';
import { Documents } from '@dvor/housing';
import {
  type AccountId,
  addMonths,
  type DocumentId,
  type HouseId,
  lastDay,
  Money,
  parseDate,
  parsePeriod,
  type ServiceId,
  type SupplierId,
  systemClock,
  type UserId,
} from '@dvor/kernel';
import { Balances, type EntryKind, Ledger, type PostingKind } from '@dvor/ledger';
import {
  Approvals,
  AuditLog,
  Database,
  ExceptionsInbox,
  openDataSource,
  OrganizationClock,
  Outbox,
  type Tenant,
  type Tx,
} from '@dvor/platform';
import { createTestDatabase, makeOrganization, makeStock, newHouse, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { PenaltyAccruals } from '../penalty-accruals.js';
import { type WriteOffId, WriteOffRegister } from './write-off-register.js';
import type { NewWriteOff } from './record-write-off.js';
import { WriteOffs } from './write-offs.js';

const audit = new AuditLog();
const inbox = new ExceptionsInbox();
const ledger = new Ledger();
const balances = new Balances();
const approvals = new Approvals(
  audit,
  inbox,
  new Outbox(null as unknown as Database, { warn: () => undefined } as never),
);
const register = new WriteOffRegister();
const clock = new OrganizationClock(systemClock);
const writeOffs = new WriteOffs(register, ledger, balances, approvals, audit, clock);

let test: TestDatabase;
let source: DataSource;
let database: Database;
let accruals: PenaltyAccruals;
let ours: Tenant;
let houses: readonly HouseId[];
let anna: AccountId;
let boris: AccountId;
let water: ServiceId;
let company: SupplierId;
let paper: DocumentId;
let author: UserId;
let second: UserId;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'write-offs spec');
  database = new Database(source);
  accruals = new PenaltyAccruals(database, ledger, balances, new LawParameters(), inbox, audit);
  author = await makeUser('author');
  second = await makeUser('second');
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  ours = await makeOrganization(test, { now: '2026-05-10T05:00:00Z' });
  const stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 1), newHouse('2', 1)]));
  [anna, boris] = stock.houses.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds)) as [
    AccountId,
    AccountId,
  ];
  ({ water, company } = stock);
  houses = stock.houses.map(({ id }) => id);
  paper = await inOurs((tx) =>
    new Documents(audit).add(tx, { kind: 'decision', dated: parseDate('2026-05-01') }, null),
  );
});

async function makeUser(name: string): Promise<UserId> {
  const [{ id }] = await test.asOwner<[{ id: UserId }]>(
    `insert into users (kind, email, name, password_hash) values ('staff', '${name}@dvor.test', '${name}', '-') returning id`,
  );
  return id;
}

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.inTenant(ours, work);
const at = (day: string) =>
  test.asOwner(`update organizations set demo_now = '${day}T05:00:00Z' where id = ${ours.organizationId}`);

let keys = 0;
async function book(
  month: string,
  roubles: string,
  told: { kind?: EntryKind; account?: AccountId; on?: string; origin?: string; of?: PostingKind } = {},
) {
  const { kind = 'accrual', account = anna, on, origin = month, of = 'charge' } = told;
  const amount = Money.parse(roubles);
  const common = { recipientId: company, serviceId: water, origin: parsePeriod(origin), kind: of };
  const period = parsePeriod(month);
  await inOurs((tx) =>
    ledger.post(tx, {
      ...{ key: `spec-${(keys += 1)}`, kind, period, bookedOn: lastDay(period), by: null, reason: 'spec' },
      ...(on && { valueOn: parseDate(on) }),
      postings: [
        { ...common, ledgerAccount: 'receivable', accountId: account, amount },
        { ...common, ledgerAccount: 'accrued', accountId: null, amount: amount.negated() },
      ],
    }),
  );
}

/** Penalties of a month, as its closing accrues them. */
async function accrue(month: string): Promise<void> {
  const period = parsePeriod(month);
  const { id, chunks } = await accruals.prepare(ours.organizationId, period, `spec-${month}-${(keys += 1)}`);
  for (const chunk of chunks) await accruals.accrueChunk(ours.organizationId, id, chunk);
  await accruals.finish(ours.organizationId, id);
}

const asked = (more: Partial<NewWriteOff> = {}): NewWriteOff => ({
  basis: 'meeting-decision',
  reason: 'Решение собрания',
  documentId: paper,
  accountIds: [anna],
  choice: { of: 'penalties', upTo: null, amount: null },
  found: null,
  ...more,
});
const enter = (more?: Partial<NewWriteOff>) => inOurs((tx) => writeOffs.enter(tx, asked(more), author));
const post = (id: WriteOffId) => inOurs((tx) => writeOffs.post(tx, id, author));
async function approved(id: WriteOffId): Promise<WriteOffId> {
  await inOurs(async (tx) => {
    const word = await approvals.current(tx, { action: 'debt.write-off', object: { type: 'write-off', id } });
    await approvals.decide(tx, word!.id, { by: second, decision: 'approved', note: null });
  });
  return id;
}
const writeOff = async (more?: Partial<NewWriteOff>): Promise<WriteOffId> => {
  const id = await approved(await enter(more));
  await post(id);
  return id;
};
const owes = (account = anna) =>
  inOurs(async (tx) => (await balances.receivables(tx, account)).map(({ kind, amount }) => `${kind} ${amount}`));
const penaltiesPosted = () =>
  inOurs(async (tx) => {
    const [row] = await tx.query<{ sum: string }[]>(
      `select coalesce(sum(p.amount), 0) as sum from ledger_postings p join ledger_entries e on e.id = p.entry_id
        where p.ledger_account = 'receivable' and e.kind = 'penalty'`,
    );
    return Money.ofKopecks(row!.sum).toString();
  });

describe('a write-off', () => {
  it('is posted with a second person’s word, once, and told in the audit log', async () => {
    await book('2025-01', '10000.00');
    await accrue('2026-04');
    const [, penalty] = (await owes()) as [string, string];
    const id = await enter();
    await expect(post(id)).rejects.toMatchObject({ code: 'approval.waiting' });
    const word = await inOurs((tx) =>
      approvals.current(tx, { action: 'debt.write-off', object: { type: 'write-off', id } }),
    );
    await expect(
      inOurs((tx) => approvals.decide(tx, word!.id, { by: author, decision: 'approved', note: null })),
    ).rejects.toMatchObject({ code: 'approval.own' });
    await approved(id);
    await post(id);
    expect(await owes()).toEqual(['charge 10000.00']);
    await expect(post(id)).rejects.toMatchObject({ code: 'write-off.not-waiting' });
    const { state, amount, penalties, number, accounts } = await inOurs((tx) => register.read(tx, id));
    expect({ state, number, accounts, penalty: `penalty ${amount}` }).toEqual({
      state: 'posted',
      number: '1',
      accounts: 1,
      penalty,
    });
    expect(penalties).toEqual(amount);
    const noted = await inOurs((tx) =>
      tx.query<{ action: string }[]>(`select action from audit_entries where object_type = 'write-off' order by id`),
    );
    expect(noted.map(({ action }) => action)).toEqual(['write-off.enter', 'write-off.post']);
  });

  it('of penalties does not bring them back at the next accrual; only what has grown since is posted', async () => {
    await book('2025-01', '10000.00');
    await accrue('2026-04');
    const before = await penaltiesPosted();
    await writeOff();
    await accrue('2026-04');
    expect(await penaltiesPosted()).toBe(before);
    expect(await owes()).toEqual(['charge 10000.00']);
    await accrue('2026-05');
    const grown = Money.parse(await penaltiesPosted()).minus(Money.parse(before));
    expect(await owes()).toEqual(['charge 10000.00', `penalty ${grown}`]);
    expect(grown.kopecks > 0n).toBe(true);
  });

  it('of the principal stops its penalties from that day; taken back, it is as if it had never been', async () => {
    await book('2025-01', '10000.00');
    await book('2025-01', '10000.00', { account: boris });
    const id = await writeOff({ choice: { of: 'principal', upTo: null, amount: null } });
    expect(await owes()).toEqual([]);
    await accrue('2026-05');
    const stopped = await penaltiesPosted();
    await accrue('2026-07');
    const [annas] = (await owes(anna)) as [string];
    await inOurs((tx) => writeOffs.reverse(tx, id, { reason: 'Ошибка', documentId: paper }, author));
    expect(await owes(anna)).toEqual(['charge 10000.00', annas]);
    await accrue('2026-08');
    expect(await owes(anna)).toEqual(await owes(boris));
    expect(stopped).not.toBe(await penaltiesPosted());
    await expect(
      inOurs((tx) => writeOffs.reverse(tx, id, { reason: 'Ещё раз', documentId: paper }, author)),
    ).rejects.toMatchObject({ code: 'write-off.not-posted' });
  });

  it('and its reversal come to nothing, in closed months too', async () => {
    await book('2025-01', '700.00');
    await accrue('2026-04');
    const before = await owes();
    const id = await writeOff({ choice: { of: 'all', upTo: null, amount: Money.parse('705.00') } });
    for (const month of ['2025-01', '2026-04', '2026-05'])
      await inOurs((tx) => balances.snapshot(tx, parsePeriod(month), houses));
    await inOurs((tx) => ledger.closeMonth(tx, parsePeriod('2026-05')));
    await at('2026-06-03');
    await inOurs((tx) => writeOffs.reverse(tx, id, { reason: 'Долг оплачен в суде', documentId: paper }, author));
    expect(await owes()).toEqual(before);
    await inOurs((tx) => balances.snapshot(tx, parsePeriod('2026-06'), houses));
    expect(await inOurs((tx) => balances.unsound(tx))).toEqual([]);
    const posted = await inOurs((tx) =>
      tx.query<{ period: string }[]>(
        `select distinct to_char(period, 'YYYY-MM') as period from ledger_entries where kind = 'write-off' order by 1`,
      ),
    );
    expect(posted.map(({ period }) => period)).toEqual(['2026-05', '2026-06']);
  });

  it('is refused where more is asked for than is owed, and where money came meanwhile', async () => {
    await book('2026-01', '100.00');
    const more = { of: 'principal', upTo: null, amount: Money.parse('100.01') } as const;
    await expect(enter({ choice: more })).rejects.toMatchObject({
      ...{ code: 'write-off.over-balance', details: { asked: '100.01', owed: '100.00' } },
    });
    await expect(enter()).rejects.toMatchObject({ code: 'write-off.nothing' });
    await expect(enter({ documentId: '999' as DocumentId })).rejects.toMatchObject({ code: 'document.not-found' });
    await expect(enter({ accountIds: [anna, boris], choice: more })).rejects.toMatchObject({
      code: 'write-off.one-account',
    });
    const id = await approved(await enter({ choice: { of: 'all', upTo: null, amount: null } }));
    await book('2026-05', '-40.00', { kind: 'payment', origin: '2026-01' });
    await expect(post(id)).rejects.toMatchObject({
      code: 'write-off.balance-changed',
      details: { owed: '60.00', asked: '100.00' },
    });
    await inOurs((tx) => writeOffs.withdraw(tx, id, 'Пришли деньги', author));
    expect((await inOurs((tx) => register.read(tx, id))).state).toBe('withdrawn');
    expect(await owes()).toEqual(['charge 60.00']);
  });

  it('of many accounts is one paper: previewed, posted and taken back as one', async () => {
    await book('2022-01', '100.00');
    await book('2026-01', '10.00');
    await book('2022-02', '200.00', { account: boris });
    const choice = { of: 'all', upTo: addMonths(parsePeriod('2026-05'), -37), amount: null } as const;
    const accountIds = [anna, boris];
    const planned = await inOurs((tx) => writeOffs.preview(tx, { accountIds, choice }));
    expect(
      planned.map(({ accountId, amount, balance, left }) => [accountId, `${amount}`, `${balance}`, `${left}`]),
    ).toEqual([
      [boris, '200.00', '200.00', '0.00'],
      [anna, '100.00', '110.00', '10.00'],
    ]);
    const id = await writeOff({ accountIds, choice, found: { age: 'over-3-years' } });
    expect([await owes(anna), await owes(boris)]).toEqual([['charge 10.00'], []]);
    const { items } = await inOurs((tx) => register.items(tx, id, { limit: 10 }));
    expect(items.map(({ origin, amount, was }) => [origin, `${amount}`, `${was}`])).toEqual([
      ['2022-02', '200.00', '200.00'],
      ['2022-01', '100.00', '100.00'],
    ]);
    expect(
      (await inOurs((tx) => register.list(tx, { accountId: boris }, { limit: 5 }))).items.map((one) => one.id),
    ).toEqual([id]);
    await inOurs((tx) => writeOffs.reverse(tx, id, { reason: 'Ошибка', documentId: paper }, author));
    expect([await owes(anna), await owes(boris)]).toEqual([['charge 100.00', 'charge 10.00'], ['charge 200.00']]);
  });

  it('goes without a second person where the organisation does, on the record', async () => {
    await book('2026-01', '100.00');
    await inOurs((tx) => approvals.waive(tx, 'debt.write-off', { by: author, reason: 'Работаю один', deciders: [] }));
    const id = await enter({ choice: { of: 'all', upTo: null, amount: null } });
    expect((await inOurs((tx) => register.read(tx, id))).state).toBe('posted');
    const word = await inOurs((tx) =>
      approvals.current(tx, { action: 'debt.write-off', object: { type: 'write-off', id } }),
    );
    expect(word).toMatchObject({ state: 'approved', alone: true });
  });
});
