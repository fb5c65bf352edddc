import { type AccountId, Money, parseDate, type UserId } from '@dvor/kernel';
import { AuditLog, Database, type FileStore, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import { createTestDatabase, makeOrganization, makeStock, newHouse, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { DebtSteps } from './debt-steps.js';

let test: TestDatabase;
let source: DataSource;
let database: Database;
let tenant: Tenant;
let account: AccountId;
let author: UserId;

const steps = new DebtSteps(new AuditLog(), null as unknown as FileStore);
const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.inTenant(tenant, work);
const step = (kind: 'notice' | 'claim' | 'settled', on: string) =>
  inOurs((tx) =>
    steps.add(
      tx,
      { accountId: account, kind, on: parseDate(on), principal: Money.parse('1500.00'), penalty: Money.parse('12.34') },
      author,
    ),
  );
const stage = () => inOurs(async (tx) => (await steps.latest(tx, [account])).get(account)?.stage);

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 2, 'debt steps spec');
  database = new Database(source);
  [{ id: author }] = await test.asOwner<[{ id: UserId }]>(
    `insert into users (kind, email, name, password_hash) values ('staff', 'lawyer@dvor.test', 'Юрист', '-') returning id`,
  );
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  tenant = await makeOrganization(test);
  const stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 1)]));
  account = stock.houses[0]!.premises[0]!.accountIds[0]!;
});

describe('steps of a debt', () => {
  it('say where it stands: the latest of them, in whatever order they were entered', async () => {
    expect(await stage()).toBeUndefined();
    await step('claim', '2026-10-20');
    await step('notice', '2026-09-20');
    expect(await stage()).toBe('claim');
    await step('settled', '2026-10-25');
    expect(await stage()).toBe('none');
  });

  it('are taken back once, with a reason, and stay to be seen', async () => {
    await step('notice', '2026-09-20');
    const wrong = await step('claim', '2026-10-20');
    await inOurs((tx) => steps.takeBack(tx, wrong, 'Письмо не отправляли', author));
    expect(await stage()).toBe('notice');
    const [, claim] = await inOurs((tx) => steps.of(tx, { accountId: account }));
    expect(claim).toMatchObject({ kind: 'claim', on: '2026-10-20', voided: 'Письмо не отправляли', by: 'Юрист' });
    expect(claim!.principal.toString()).toBe('1500.00');
    await expect(inOurs((tx) => steps.takeBack(tx, wrong, 'Ещё раз', author))).rejects.toMatchObject({
      code: 'debt-step.voided',
    });
    await expect(inOurs((tx) => steps.takeBack(tx, '0' as never, 'Ещё раз', author))).rejects.toMatchObject({
      code: 'debt-step.not-found',
    });
  });

  it('are neither changed nor deleted', async () => {
    const id = await step('notice', '2026-09-20');
    for (const sql of ['update debt_steps set on_date = on_date', 'delete from debt_steps'])
      await expect(inOurs((tx) => tx.query(`${sql} where id = $1`, [id]))).rejects.toThrow('permission denied');
  });
});
