import { type AccountId, parseDate } from '@dvor/kernel';
import { Database, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import {
  createTestDatabase,
  makeOrganization,
  makeStock,
  newHouse,
  type Stock,
  type TestDatabase,
} from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { NormFees } from './norm-fees.js';

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let stock: Stock;
let accounts: readonly AccountId[];

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 2, 'norm fees spec');
  database = new Database(source);
  ours = await makeOrganization(test);
  stock = await inOurs((tx) => makeStock(tx, [newHouse('1', 4), newHouse('2', 2)]));
  accounts = stock.houses.flatMap(({ premises }) => premises.flatMap(({ accountIds }) => accountIds));
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.inTenant(ours, work);

async function feesOf(which: number, day: string): Promise<Record<string, string>> {
  const fees = await inOurs((tx) => new NormFees().of(tx, [accounts[which]!], parseDate(day)));
  const { water, sewage, power, upkeep } = stock;
  const names = new Map(Object.entries({ water, sewage, power, upkeep }).map(([name, id]) => [id, name]));
  const own = fees.get(accounts[which]!)!;
  return Object.fromEntries([...own].map(([id, { amount }]) => [names.get(id)!, amount.toString()]));
}

describe('a month’s fee by the norm', () => {
  it('is that of each service that is charged by norm, of flats with a meter too', async () => {
    // flat 4 has a water meter and three persons: 3 · 4.29 · 42.30, 3 · 4.29 · 30.10, 3 · 80 · 6.24
    expect(await feesOf(3, '2026-11-02')).toMatchObject({ water: '544.40', sewage: '387.39', power: '1497.60' });
    expect(await feesOf(2, '2026-11-02')).toMatchObject({ water: '362.93', sewage: '258.26', power: '998.40' });
  });

  it('is at the tariffs of the day', async () => {
    expect(await feesOf(3, '2026-09-30')).toMatchObject({ water: '469.37' }); // at 36.47
  });

  it('is told of just the accounts that are asked for, whatever house they are in, and writes nothing', async () => {
    const asked = [accounts[1]!, accounts[5]!];
    const [before] = await test.asOwner<[{ n: string }]>('select count(*) as n from charge_lines');
    const fees = await inOurs((tx) => new NormFees().of(tx, asked, parseDate('2026-11-02')));
    expect([...fees.keys()].sort()).toEqual([...asked].sort());
    expect(await test.asOwner('select count(*) as n from charge_lines')).toEqual([before]);
    const stranger = await makeOrganization(test, { name: 'Другая' });
    const theirs = await database.inTenant(stranger, (tx) => new NormFees().of(tx, asked, parseDate('2026-11-02')));
    expect(theirs.size).toBe(0);
  });
});
