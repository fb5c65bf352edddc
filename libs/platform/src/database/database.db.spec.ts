import type { HouseId } from '@dvor/kernel';
import {
  createTestDatabase,
  layCable,
  makeOrganization,
  makeStock,
  newHouse,
  type Stock,
  type TestDatabase,
} from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Database, openDataSource, sqlStateOf, type Tenant, type Tx } from './database.js';

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let theirs: Tenant;
let stock: Stock;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.apiUrl, 4, 'database spec');
  database = new Database(source);
  [ours, theirs] = [await makeOrganization(test), await makeOrganization(test, { name: 'Чужая' })];
  stock = await database.inTenant(ours, (tx) => makeStock(tx, [newHouse('1', 2), newHouse('2', 3)]));
  await database.inTenant(theirs, (tx) => makeStock(tx, [newHouse('1', 4)]));
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

const COUNTS = `select (select count(*) from houses)::int as houses, (select count(*) from accounts)::int as accounts,
                       (select count(*) from meters)::int as meters, (select count(*) from readings)::int as readings,
                       (select count(*) from residencies)::int as residents`;

const counts = async (tx: Tx) => (await tx.query<object[]>(COUNTS))[0];

describe('a transaction of an organisation', () => {
  it('sees its rows and nobody else’s', async () => {
    expect(await database.inTenant(ours, counts)).toMatchObject({ houses: 2, accounts: 5, meters: 4, readings: 8 });
    expect(await database.inTenant(theirs, counts)).toMatchObject({ houses: 1, accounts: 4, meters: 3, readings: 6 });
  });

  it('can neither change nor delete what it does not see, nor write for another', async () => {
    const id = stock.houses[0]!.id;
    await database.inTenant(theirs, (tx) => tx.query(`update houses set city = 'г. Омск' where id = $1`, [id]));
    expect(await test.asOwner('select distinct city from houses')).toEqual([{ city: 'г. Барнаул' }]);
    const planted = database.inTenant(theirs, (tx) =>
      tx.query(`insert into parties (organization_id, kind, name) values ($1, 'person', 'Подставной')`, [
        ours.organizationId,
      ]),
    );
    await expect(planted).rejects.toThrow(/row-level security/);
  });

  it('cannot point at another organisation’s object: foreign keys look past policies', async () => {
    const foreign = database.inTenant(theirs, (tx) =>
      tx.query(
        `insert into premises (organization_id, house_id, kind, number) values (current_organization(), $1, 'flat', '99')`,
        [stock.houses[0]!.id],
      ),
    );
    expect(sqlStateOf(await foreign.catch((error: unknown) => error))).toBe('23503');
  });

  it('is cut to the houses its member looks after', async () => {
    const [first, second] = stock.houses;
    const scoped = (...houseIds: HouseId[]) => database.inTenant({ ...ours, houseIds }, counts);
    expect(await scoped(second!.id)).toEqual({ houses: 1, accounts: 3, meters: 2, readings: 4, residents: 3 });
    expect(await scoped(first!.id, second!.id)).toMatchObject({ houses: 2, accounts: 5 });
    expect(await scoped()).toEqual({ houses: 0, accounts: 0, meters: 0, readings: 0, residents: 0 });
    expect(await database.inTenant({ ...ours, houseIds: null }, counts)).toMatchObject({ houses: 2 });
  });

  it('gains nothing by naming a house of another organisation', async () => {
    expect(await database.inTenant({ ...theirs, houseIds: [stock.houses[0]!.id] }, counts)).toMatchObject({
      houses: 0,
    });
  });

  it('leaves a pooled connection that sees nothing', async () => {
    const single = await openDataSource(test.apiUrl, 1, 'database spec, one connection');
    const one = new Database(single);
    const backend = (tx: Tx) => tx.query<[{ pid: number }]>('select pg_backend_pid() as pid');
    const [inside] = await one.inTenant({ ...ours, houseIds: [stock.houses[0]!.id] }, backend);
    await one.inTenant(ours, async () => Promise.reject(new Error('halfway'))).catch(() => undefined);
    const [outside] = await one.outsideTenants(backend);
    expect(outside).toEqual(inside);
    expect(await one.outsideTenants(counts)).toMatchObject({ houses: 0, accounts: 0 });
    expect(await single.query('select count(*)::int as houses from houses')).toEqual([{ houses: 0 }]);
    expect(await one.inTenant(ours, counts)).toMatchObject({ houses: 2 }); // nor does an old house scope stick
    await single.destroy();
  });

  it('leaves nothing behind when its work fails', async () => {
    const failed = database.inTenant(ours, async (tx) => {
      await tx.query(
        `insert into parties (organization_id, kind, name) values (current_organization(), 'person', 'Недописанный')`,
      );
      throw new Error('halfway');
    });
    await expect(failed).rejects.toThrow('halfway');
    expect(await test.asOwner(`select from parties where name = 'Недописанный'`)).toEqual([]);
  });

  it('sees one state of the books all along, where it asks for that', async () => {
    const count = (tx: Tx) => tx.query<[{ parties: number }]>('select count(*)::int as parties from parties');
    const add = () =>
      database.inTenant(ours, (tx) =>
        tx.query(
          `insert into parties (organization_id, kind, name) values (current_organization(), 'person', 'Новый')`,
        ),
      );
    const seen = await database.inTenant(
      ours,
      async (tx) => {
        const before = await count(tx);
        await add();
        return [before, await count(tx)];
      },
      'REPEATABLE READ',
    );
    expect(seen[1]).toEqual(seen[0]);
  });
});

describe('a transaction that loses a race', () => {
  it('is run again, in a new transaction, after a deadlock', async () => {
    const [first, second] = stock.houses.map(({ id }) => id);
    const attempts: string[] = [];
    const bothHoldOne = barrier(2);
    const rename = (name: string, order: (HouseId | undefined)[]) =>
      database.inTenant(ours, async (tx) => {
        const firstTime = !attempts.includes(name);
        attempts.push(name);
        await tx.query(`update houses set postal_code = coalesce(postal_code, '') || $2 where id = $1`, [
          order[0],
          name,
        ]);
        if (firstTime) await bothHoldOne();
        await tx.query(`update houses set postal_code = coalesce(postal_code, '') || $2 where id = $1`, [
          order[1],
          name,
        ]);
      });
    await Promise.all([rename('a', [first, second]), rename('b', [second, first])]);
    expect(attempts).toHaveLength(3);
    const codes = await test.asOwner<{ postal_code: string }[]>(
      'select postal_code from houses where postal_code is not null',
    );
    expect(codes.map(({ postal_code }) => [...postal_code].sort().join(''))).toEqual(['ab', 'ab']); // once each
  });

  it('is run again after a serialization failure, so that no change is lost', async () => {
    const bothHaveRead = barrier(2);
    const [house] = stock.houses;
    let readings = 0;
    const raise = () =>
      database.inTenant(
        ours,
        async (tx) => {
          const [{ year }] = await tx.query<[{ year: number }]>(
            'select coalesce(year_built, 1900) as year from houses where id = $1',
            [house!.id],
          );
          readings += 1;
          if (readings <= 2) await bothHaveRead();
          await tx.query('update houses set year_built = $2 where id = $1', [house!.id, year + 1]);
        },
        'REPEATABLE READ',
      );
    await Promise.all([raise(), raise()]);
    expect(await test.asOwner('select year_built from houses where id = $1', [house!.id])).toEqual([
      { year_built: 1902 },
    ]);
  });

  it('gives up after the fourth time', async () => {
    let times = 0;
    const hopeless = database.inTenant(ours, async (tx) => {
      times += 1;
      await tx.query(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
    });
    await expect(hopeless).rejects.toThrow('again');
    expect(times).toBe(4);
  });

  it('is not run again for any other error', async () => {
    let times = 0;
    const wrong = database.inTenant(ours, async (tx) => {
      times += 1;
      await tx.query('select 1 / 0');
    });
    expect(sqlStateOf(await wrong.catch((error: unknown) => error))).toBe('22012');
    expect(times).toBe(1);
  });
});

describe('outside the organisations', () => {
  it('tenant tables look empty, and every organisation is known by its id only', async () => {
    expect(await database.outsideTenants(counts)).toMatchObject({ houses: 0, readings: 0 });
    expect(await database.outsideTenants((tx) => tx.query('select from organizations'))).toEqual([]);
    expect(await database.organizationIds()).toEqual([ours.organizationId, theirs.organizationId]);
  });
});

describe('a lost server', () => {
  it('is told of by the ping, and found again by itself', async () => {
    const cable = await layCable(test.apiUrl);
    const far = await openDataSource(cable.url, 2, 'database spec, cable');
    const remote = new Database(far);
    await remote.ping(2_000);
    await cable.cut();
    await expect(remote.ping(2_000)).rejects.toThrow();
    await expect(remote.inTenant(ours, counts)).rejects.toThrow();
    await cable.plugIn();
    await remote.ping(2_000);
    expect(await remote.inTenant(ours, counts)).toMatchObject({ houses: 2 });
    await far.destroy();
    await cable.cut();
  });
});

/** Lets nobody pass until so many have come. */
function barrier(expected: number): () => Promise<void> {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let come = 0;
  return () => {
    come += 1;
    if (come === expected) open();
    return opened;
  };
}
