import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AccountId, type HouseId, parseDate, type PremisesId } from '@dvor/kernel';
import { AuditLog, Database, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import {
  createTestDatabase,
  days,
  entered,
  makeOrganization,
  newFlat,
  newHouse,
  type TestDatabase,
} from '@dvor/testing';
import type { DataSource } from 'typeorm';
import { refreshAccountSearch, refreshSearchOfPremises, searchAccounts } from './account-search.js';
import { Accounts } from './accounts.js';
import { HouseIntake } from './house-intake.js';
import type { NewHouse } from './new-house.js';

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let theirs: Tenant;
let yurina: HouseId;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'account search spec');
  database = new Database(source);
  ours = await makeOrganization(test);
  theirs = await makeOrganization(test, { name: 'Чужие' });
  const intake = new HouseIntake(new AuditLog());
  await database.inTenant(ours, async (tx) => {
    const [first] = await intake.takeIn(
      tx,
      [house('ул. Юрина', '5', ['Кравченко Анна Ильинична', 'Мира Павел'])],
      entered,
    );
    yurina = first!.id;
    await intake.takeIn(
      tx,
      [house('ул. Юрина', '50', ['Орлов Пётр Ильич']), house('ул. Мира', '7', ['Юрина Вера Павловна'])],
      entered,
    );
  });
  await database.inTenant(theirs, (tx) => intake.takeIn(tx, [house('ул. Юрина', '5', ['Чужой Иван'])], entered));
});
afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

describe('the search for accounts', () => {
  it.each([
    ['by the number, which comes before those that only begin so', '00050001', ['00050001']],
    ['by the beginning of a number', '0005', ['00050001', '00050002']],
    ['by a number with what people put between digits', '0050-0001', ['00500001', '00050001', '00050002']],
    ['by an address, the whole house number before a part of it', 'юрина 5', ['00050001', '00050002', '00500001']],
    ['by address before name', 'юрина', ['00050001', '00050002', '00500001', '00070001']],
    ['by name', 'кравч', ['00050001']],
    ['with ё for е', 'Петр', ['00500001']],
    ['with a slip in the name', 'юрена 7', ['00070001']],
    ['with a slip in the street, by the flat too', 'юрена кв 2', ['00050002']],
    ['with neighbouring letters swapped', 'юирна 50', ['00500001']],
    ['with two slips in a long name', 'Крафченка', ['00050001']],
    ['typed in the other layout', 'rhfdxtyrj', ['00050001']],
    ['typed in the other layout and with a slip', 'rhfdxtyrf', ['00050001']],
    ['by a phone as it is told', '8 (913) 210-00-00', ['00050001', '00070001', '00500001']],
    ['by part of a phone', '913 2100001', ['00050002']],
    ['a single letter, as the beginning of a word', 'о', ['00500001']],
    ['a sign that stands for anything', '%', []],
    ['what is not there', 'Шишкина 12', []],
  ])('finds %s', async (_, search, numbers) => expect(await numbersOf(ours, search)).toEqual(numbers));

  it('keeps to the house that is asked about', async () =>
    expect(await numbersOf(ours, 'юрина', yurina)).toEqual(['00050001', '00050002']));

  it('keeps to the organisation and to the houses of a member', async () => {
    expect(await numbersOf(theirs, 'юрина')).toEqual(['00050001']);
    expect(await numbersOf(theirs, 'кравченко')).toEqual([]);
    expect(await numbersOf({ ...ours, houseIds: [yurina] }, 'орлов')).toEqual([]);
    expect(await numbersOf({ ...ours, houseIds: [yurina] }, '00500001')).toEqual([]);
  });

  it('gives page after page in one order', async () => {
    const pages: AccountId[][] = [];
    let cursor: string | undefined;
    do {
      const page = await inOurs((tx) => searchAccounts(tx, { search: 'юрина', limit: 1, cursor }));
      pages.push(page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const whole = await inOurs((tx) => searchAccounts(tx, { search: 'юрина', limit: 10 }));
    expect(pages.flat()).toEqual(whole.items);
    expect(pages).toHaveLength(4);
  });

  it('looks through all where the first accounts by number are not enough', async () => {
    await test.asOwner(`
      with flat as (
        insert into premises (organization_id, house_id, kind, number)
        select ${ours.organizationId}, ${yurina}, 'parking', n::text from generate_series(1, 10100) n returning id, number),
      account as (
        insert into accounts (organization_id, house_id, premises_id, number)
        select ${ours.organizationId}, ${yurina}, id, '0000' || number from flat returning id)
      select refresh_account_search(array(select id from account))`);
    await test.asOwner(
      `select refresh_account_search(array(select id from accounts where organization_id = ${ours.organizationId} and number like '0000%'))`,
    );
    expect(await numbersOf(ours, 'орлов')).toEqual(['00500001']);
    expect(await numbersOf(ours, 'рлов')).toEqual(['00500001']);
    expect(await numbersOf(ours, 'м/м 10100')).toEqual(['000010100']);
  });

  it('knows a new name once it is told', async () => {
    await inOurs(async (tx) => {
      await tx.query(
        `update parties set name = 'Орлова-Чайкина Нина', phone = '83852 55-66-77' where name = 'Орлов Пётр Ильич'`,
      );
      const rows = await tx.query<{ id: AccountId }[]>(`select id from accounts where number = '00500001'`);
      await refreshAccountSearch(
        tx,
        rows.map(({ id }) => id),
      );
    });
    expect(await numbersOf(ours, 'чайкина')).toEqual(['00500001']);
    expect(await numbersOf(ours, '55 66 77')).toEqual(['00500001']);
    expect(await numbersOf(ours, '3852556677')).toEqual(['00500001']);
  });
});

describe('the search by meters', () => {
  beforeAll(async () => {
    await inOurs(async (tx) => {
      const flats = await tx.query<{ id: PremisesId }[]>(
        `insert into meters (organization_id, house_id, premises_id, resource, serial)
         select organization_id, house_id, premises_id, 'cold-water', serial
           from (values ('00050002', 'СВ-12/345'), ('00070001', '7-07'), ('00500001', '0099887766'), ('00070001', 'СГВ 12 № 4')) m (number, serial)
           join accounts using (number)
         returning premises_id as id`,
      );
      await refreshSearchOfPremises(
        tx,
        flats.map(({ id }) => id),
      );
    });
  });

  it.each([
    ['as it is written', 'СВ-12/345', ['00050002']],
    ['in Latin letters, together', 'cb12345', ['00050002']],
    ['in Latin letters, with the signs', 'CB-12/345', ['00050002']],
    ['by its digits', '0099887766', ['00500001']],
    ['by its beginning and in the middle', '998877', ['00500001']],
    ['with spaces in it', 'СГВ 12 № 4', ['00070001']],
    ['with spaces, by its beginning, in Latin letters', 'CГB 12', ['00070001']],
    ['with a street beside it', 'мира 707', ['00070001']],
  ])('finds %s', async (_, search, numbers) => expect(await numbersOf(ours, search)).toEqual(numbers));

  it('takes no part of a serial for a house number', async () => expect(await numbersOf(ours, 'мира 12')).toEqual([]));

  it('keeps to the organisation', async () => expect(await numbersOf(theirs, '0099887766')).toEqual([]));
});

async function numbersOf(tenant: Tenant, search: string, houseId?: HouseId): Promise<string[]> {
  return database.inTenant(tenant, async (tx) => {
    const { items } = await new Accounts().list(tx, { on: parseDate('2026-11-01'), search, houseId, limit: 10 });
    return items.map(({ number }) => number);
  });
}

function inOurs<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(ours, work);
}

function house(street: string, building: string, payers: readonly string[]): NewHouse {
  const premises = payers.map((name, i) => {
    const flat = newFlat(building, i + 1);
    const party = { kind: 'person' as const, name, phone: `+7 913 210-00-0${i}` };
    const whole = { ...days('2015-01-01'), party, share: { numerator: 1, denominator: 1 } };
    return {
      ...flat,
      owners: [whole],
      accounts: [{ ...flat.accounts[0]!, residents: [], terms: [{ ...days('2015-01-01'), payer: party }] }],
    };
  });
  return { ...newHouse(building, premises), street };
}
