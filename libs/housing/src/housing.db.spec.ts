import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AccountId, type HouseId, type Interval, type OrganizationId, parseDate, parsePeriod } from '@dvor/kernel';
import { AuditLog, Database, openDataSource, type Tenant } from '@dvor/platform';
import { createTestDatabase, type TestDatabase } from '@dvor/testing';
import type { DataSource } from 'typeorm';
import { Accounts, HouseIntake, Houses, loadHousing, type NewHouse, type NewParty, type NewPremises } from './index.js';

const today = parseDate('2026-11-02');
const recording = { by: null, reason: 'приём дома в управление' };
const houses = new Houses();
const accounts = new Accounts();

const always = days('2015-01-01', null);
const whole = { numerator: 1, denominator: 1 };
const half = { numerator: 1, denominator: 2 };

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let theirs: Tenant;
let houseId: HouseId;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'housing spec');
  database = new Database(source);
  [ours, theirs] = [await organization('Наша'), await organization('Чужая')];
  const intake = new HouseIntake(new AuditLog());
  houseId = await database.inTenant(ours, async (tx) => {
    const [small] = await intake.takeIn(
      tx,
      [smallHouse(), emptyHouse('9'), emptyHouse('10а'), emptyHouse('10')],
      recording,
    );
    return small!.id;
  });
  await database.inTenant(theirs, (tx) => intake.takeIn(tx, [smallHouse()], recording));
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

describe('houses', () => {
  it('lists them by street and number, a page at a time', async () => {
    const first = await inOurs((tx) => houses.list(tx, { on: today, limit: 2 }));
    const second = await inOurs((tx) => houses.list(tx, { on: today, limit: 2, cursor: first.nextCursor! }));
    expect([...first.items, ...second.items].map(({ address }) => address)).toEqual([
      'г. Барнаул, пр-кт Ленина, д. 9',
      'г. Барнаул, пр-кт Ленина, д. 10',
      'г. Барнаул, пр-кт Ленина, д. 10а',
      'г. Барнаул, ул. Фёдорова, д. 5',
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('finds one by words of its address and counts what is in it', async () => {
    const { items } = await inOurs((tx) => houses.list(tx, { on: today, limit: 10, search: 'федорова 5' }));
    expect(items).toMatchObject([
      { flats: 3, accounts: 4, area: '160.50', commonArea: '30.25', yearBuilt: 1967, floors: 5 },
    ]);
  });

  it('takes a search for % as a search for a per cent sign', async () => {
    expect((await inOurs((tx) => houses.list(tx, { on: today, limit: 10, search: '%' }))).items).toEqual([]);
  });

  it('tells what was known of a house and when it changed', async () => {
    const card = await inOurs((tx) => houses.card(tx, houseId, today));
    expect(card.passport.filter(({ attribute }) => attribute === 'area')).toMatchObject([
      { value: '158.50', validFrom: '2015-01-01', validTo: '2026-03-01', supersededAt: null, reason: recording.reason },
      { value: '160.50', validFrom: '2026-03-01', validTo: null },
    ]);
    expect(card.passport.filter(({ attribute }) => attribute === 'trait.stove')).toMatchObject([
      { value: 'gas', validFrom: '2015-01-01', validTo: null },
    ]);
  });

  it('lists premises with the accounts open on the day', async () => {
    const premises = await inOurs((tx) => houses.premises(tx, houseId, today));
    expect(premises.map(({ name, accountNumber }) => [name, accountNumber])).toEqual([
      ['кв. 1', '2000000001'],
      ['кв. 2', null],
      ['кв. 2, ком. 1', '2000000002'],
      ['кв. 2, ком. 2', '2000000003'],
      ['кв. 10', '2000000005'],
    ]);
  });

  it('is not there for another organisation', async () => {
    await expect(database.inTenant(theirs, (tx) => houses.card(tx, houseId, today))).rejects.toMatchObject({
      code: 'house.not-found',
    });
  });
});

describe('accounts', () => {
  it.each([
    ['', ['2000000001', '2000000002', '2000000003', '2000000004', '2000000005']],
    ['петрова', ['2000000001']],
    ['ПЕТРОВА анна', ['2000000001']],
    ['федорова 5 ком', ['2000000002', '2000000003']],
    ['0000004', ['2000000004']],
    ['нет такого', []],
  ])('finds by "%s"', async (search, numbers) => {
    const { items } = await inOurs((tx) => accounts.list(tx, { on: today, limit: 10, search }));
    expect(items.map(({ number }) => number)).toEqual(numbers);
  });

  it.each(['', 'федорова'])('gives pages of "%s" in the order of numbers', async (search) => {
    const first = await inOurs((tx) => accounts.list(tx, { on: today, limit: 3, search, houseId }));
    const second = await inOurs((tx) =>
      accounts.list(tx, { on: today, limit: 3, search, houseId, cursor: first.nextCursor! }),
    );
    expect([...first.items, ...second.items].map(({ number }) => number.at(-1))).toEqual(['1', '2', '3', '4', '5']);
    expect(second.nextCursor).toBeNull();
  });

  it('shows a sold flat as two accounts, the former one as it was on its last day', async () => {
    const { items } = await inOurs((tx) => accounts.list(tx, { on: today, limit: 10, search: '2000000004' }));
    expect(items).toMatchObject([
      {
        state: 'closed',
        payerName: 'Орлов Пётр Ильич',
        persons: 1,
        openedOn: '2015-01-01',
        closedOn: '2026-10-16',
        area: '51.50',
      },
    ]);
    const card = await inOurs((tx) => accounts.card(tx, items[0]!.id, today));
    expect(card.owners).toEqual([
      { partyId: expect.any(String), name: 'Орлов Пётр Ильич', share: '1/1', from: '2015-01-01', to: '2026-10-16' },
    ]);
  });

  it('opens a card with owners, residents and premises', async () => {
    const { items } = await inOurs((tx) => accounts.list(tx, { on: today, limit: 1, search: '2000000001' }));
    expect(await inOurs((tx) => accounts.card(tx, items[0]!.id, today))).toMatchObject({
      address: 'г. Барнаул, ул. Фёдорова, д. 5, кв. 1',
      house: { id: houseId, address: 'г. Барнаул, ул. Фёдорова, д. 5' },
      premises: { kind: 'flat', number: '1', area: '44.30', livingArea: '28.10' },
      payer: { name: 'Петрова Анна Сергеевна' },
      owners: [
        { name: 'Петров Сергей Львович', share: '1/2', from: '2015-01-01', to: null },
        { name: 'Петрова Анна Сергеевна', share: '1/2', from: '2015-01-01', to: null },
      ],
      residents: [
        { name: 'Петрова Анна Сергеевна', kind: 'permanent', from: '2015-01-01', to: null },
        { name: 'Гость Иван Иванович', kind: 'temporary', from: '2026-10-05', to: '2026-10-20' },
      ],
      persons: 1,
    });
  });

  it('are not found by another organisation, nor outside the houses in scope', async () => {
    expect(
      (await database.inTenant(theirs, (tx) => accounts.list(tx, { on: today, limit: 10, search: '2000000001' })))
        .items,
    ).toHaveLength(1);
    const [{ id }] = (await inOurs((tx) => accounts.list(tx, { on: today, limit: 1 }))).items as unknown as [
      { id: AccountId },
    ];
    await expect(database.inTenant(theirs, (tx) => accounts.card(tx, id, today))).rejects.toMatchObject({
      code: 'account.not-found',
    });
    const scoped = { ...ours, houseIds: [] };
    expect(
      (await database.inTenant(scoped, (tx) => accounts.list(tx, { on: today, limit: 10, search: 'федорова' }))).items,
    ).toEqual([]);
  });
});

describe('loading a month', () => {
  it('brings accounts that are open on some day of it, with what touches it', async () => {
    const { houses, accounts } = await inOurs((tx) => loadHousing(tx, [houseId], parsePeriod('2026-10')));
    expect(houses).toMatchObject([
      { id: houseId, facts: [{ from: parseDate('2026-03-01'), to: null, area: '160.50', traits: { stove: 'gas' } }] },
    ]);
    expect(accounts.map(({ number, kind, open }) => [number, kind, open])).toEqual([
      ['2000000001', 'flat', [days('2015-01-01', null)]],
      ['2000000002', 'room', [days('2015-01-01', null)]],
      ['2000000003', 'room', [days('2015-01-01', null)]],
      ['2000000004', 'flat', [days('2015-01-01', '2026-10-16')]],
      ['2000000005', 'flat', [days('2026-10-16', null)]],
    ]);
    const [first, room, , former, present] = accounts;
    expect(first!.residents).toEqual([
      { ...days('2015-01-01', null), kind: 'permanent', absences: [] },
      { ...days('2026-10-05', '2026-10-20'), kind: 'temporary', absences: [] },
    ]);
    expect(first!.premises).toMatchObject([
      { area: '44.30', livingArea: '28.10', traits: {}, meterImpossible: ['cold-water'] },
    ]);
    expect(room!.parentId).not.toBeNull();
    expect(former!.owners).toEqual(present!.owners); // the premises' own: one before the sale, two after
    expect(present!.owners).toEqual([
      { ...days('2026-10-01', '2026-10-16'), value: 1 },
      { ...days('2026-10-16', '2026-11-01'), value: 2 },
    ]);
  });

  it('brings neither an account that opened later nor anything of another organisation', async () => {
    const september = await inOurs((tx) => loadHousing(tx, [houseId], parsePeriod('2026-09')));
    expect(september.accounts.map(({ number }) => number.at(-1))).toEqual(['1', '2', '3', '4']);
    expect(await database.inTenant(theirs, (tx) => loadHousing(tx, [houseId], parsePeriod('2026-10')))).toEqual({
      houses: [],
      accounts: [],
    });
  });
});

describe('taking a house in', () => {
  const intake = new HouseIntake(new AuditLog());
  const takeIn = (house: NewHouse) => inOurs((tx) => intake.takeIn(tx, [house], recording));

  it.each([
    ['a flat without area', [flat('1', { area: '0' })], 'premises.area'],
    ['more living area than area', [flat('1', { area: '40', livingArea: '40.01' })], 'premises.living-area'],
    [
      'two thirds of an owner',
      [flat('1', { owners: [{ ...always, party: person('Первый'), share: { numerator: 2, denominator: 3 } }] })],
      'ownership.not-whole',
    ],
    ['a room of no flat', [{ ...flat('1', {}), kind: 'room', flat: '7' } as NewPremises], 'premises.unknown-flat'],
    ['one flat twice', [flat('1', {}), flat('1', {})], 'premises.twice'],
    [
      'a firm with a mistyped ИНН',
      [
        flat('1', {
          owners: [{ ...always, share: whole, party: { kind: 'firm', name: 'ООО «Ромашка»', inn: '7707083894' } }],
        }),
      ],
      'requisites.inn',
    ],
    ['an account number that is taken', [flat('1', { number: '2000000001' })], 'account.number-taken'],
  ])('refuses %s', async (_, premises, code) => {
    await expect(takeIn({ ...emptyHouse('99'), premises })).rejects.toMatchObject({ code });
  });

  it('refuses a house that is there already', async () => {
    await expect(takeIn(emptyHouse('9'))).rejects.toMatchObject({
      code: 'house.exists',
      details: { value: 'г. Барнаул, пр-кт Ленина, д. 9' },
    });
  });

  it('leaves a note in the audit log', async () => {
    const entries = await inOurs((tx) =>
      tx.query<{ count: string }[]>(`select count(*) from audit_entries where action = 'house.take-in'`),
    );
    expect(entries[0]!.count).toBe('4');
  });
});

function smallHouse(): NewHouse {
  const [anna, sergey, guest, orlov] = [
    'Петрова Анна Сергеевна',
    'Петров Сергей Львович',
    'Гость Иван Иванович',
    'Орлов Пётр Ильич',
  ].map(person) as [NewParty, NewParty, NewParty, NewParty];
  const [she, he] = [person('Ким Лия'), person('Ким Лев')];
  const roomer = person('Жилец Ян');
  const room = (number: string, account: string): NewPremises => ({
    ...flat(number, { number: account, area: '18.20', payer: roomer }),
    kind: 'room',
    flat: '2',
  });
  return {
    city: 'г. Барнаул',
    street: 'ул. Фёдорова',
    building: '5',
    yearBuilt: 1967,
    timeZone: 'Asia/Barnaul',
    facts: [
      {
        ...days('2015-01-01', '2026-03-01'),
        area: '158.50',
        commonArea: '30.25',
        floors: 5,
        entrances: 1,
        traits: { stove: 'gas' },
      },
      {
        ...days('2026-03-01', null),
        area: '160.50',
        commonArea: '30.25',
        floors: 5,
        entrances: 1,
        traits: { stove: 'gas' },
      },
    ],
    premises: [
      {
        ...flat('1', {}),
        facts: [{ ...always, area: '44.30', livingArea: '28.10', meterImpossible: ['cold-water'] }],
        owners: [anna, sergey].map((party) => ({ ...always, party, share: half })),
        accounts: [
          {
            number: '2000000001',
            terms: [{ ...always, payer: anna }],
            residents: [
              { ...always, party: anna, kind: 'permanent' },
              { ...days('2026-10-05', '2026-10-20'), party: guest, kind: 'temporary' },
            ],
          },
        ],
      },
      { ...flat('2', { area: '64.70' }), owners: [], accounts: [] },
      room('1', '2000000002'),
      room('2', '2000000003'),
      {
        ...flat('10', { area: '51.50' }),
        owners: [
          { ...days('2015-01-01', '2026-10-16'), party: orlov, share: whole },
          { ...days('2026-10-16', null), party: she, share: half },
          { ...days('2026-10-16', null), party: he, share: half },
        ],
        accounts: [
          {
            number: '2000000004',
            terms: [{ ...days('2015-01-01', '2026-10-16'), payer: orlov }],
            residents: [{ ...days('2015-01-01', '2026-10-16'), party: orlov, kind: 'permanent' }],
          },
          { number: '2000000005', terms: [{ ...days('2026-10-16', null), payer: she }], residents: [] },
        ],
      },
    ],
  };
}

function emptyHouse(building: string): NewHouse {
  return { city: 'г. Барнаул', street: 'пр-кт Ленина', building, timeZone: 'Asia/Barnaul', facts: [], premises: [] };
}

function flat(
  number: string,
  {
    area = '40.00',
    livingArea,
    owners = [],
    number: account,
    payer = person('Кто-то'),
  }: { area?: string; livingArea?: string; owners?: NewPremises['owners']; number?: string; payer?: NewParty },
): NewPremises {
  const accounts = account === undefined ? [] : [{ number: account, terms: [{ ...always, payer }], residents: [] }];
  return { kind: 'flat', number, facts: [{ ...always, area, livingArea }], owners, accounts };
}

function person(name: string): NewParty {
  return { kind: 'person', name };
}

function days(from: string, to: string | null): Interval {
  return { from: parseDate(from), to: to === null ? null : parseDate(to) };
}

function inOurs<T>(work: Parameters<typeof database.inTenant<T>>[1]): Promise<T> {
  return database.inTenant(ours, work);
}

async function organization(name: string): Promise<Tenant> {
  const owner = await openDataSource(test.ownerUrl, 1, 'housing spec');
  const [{ id }] = await owner.query<[{ id: OrganizationId }]>(
    `insert into organizations (kind, name, short_name, inn, address, time_zone)
     values ('management-company', $1, $1, '2225000000', 'г. Барнаул', 'Asia/Barnaul') returning id`,
    [name],
  );
  await owner.destroy();
  return { organizationId: id };
}
