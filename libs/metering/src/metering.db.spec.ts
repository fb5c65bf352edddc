import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AccountId,
  formatDate,
  type HouseId,
  type Interval,
  type MeterId,
  type OrganizationId,
  parseDate,
  parsePeriod,
  type PremisesId,
} from '@dvor/kernel';
import { AuditLog, Database, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import { HouseIntake, type NewPremises, searchAccounts } from '@dvor/housing';
import { createTestDatabase, type TestDatabase } from '@dvor/testing';
import type { DataSource } from 'typeorm';
import { loadMetering, MeterIntake, Meters, type NewMeter, type NewReading } from './index.js';

const recording = { by: null, reason: 'приём дома в управление' };
const meters = new Meters();
const intake = new MeterIntake();

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let theirs: Tenant;
let houseId: HouseId;
let flats: readonly { readonly id: PremisesId; readonly accountIds: readonly AccountId[] }[];
const idOf = new Map<string, MeterId>();

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'metering spec');
  database = new Database(source);
  [ours, theirs] = [await organization('Наша'), await organization('Чужая')];
  await inOurs(async (tx) => {
    const house = {
      city: 'г. Барнаул',
      street: 'ул. Юрина',
      building: '1',
      timeZone: 'Asia/Barnaul',
      facts: [],
      premises: ['1', '2', '3'].map(flat),
    };
    const [taken] = await new HouseIntake(new AuditLog()).takeIn(tx, [house], recording);
    ({ id: houseId, premises: flats } = taken!);
    const given: NewMeter[] = [
      water('regular', { readings: monthly('2025-09', 14) }),
      water('missed September', { readings: monthly('2025-09', 12).concat(reading('2026-10-20', '99')) }),
      water('silent for years', { readings: monthly('2023-01', 6) }),
      water('expired', { readings: monthly('2025-09', 14), verifiedUntil: parseDate('2026-08-31') }),
      water('replaced', { readings: monthly('2025-09', 12), stands: days('2018-01-01', '2026-08-25'), final: ['50'] }),
      water('replacement', {
        stands: days('2026-08-25', null),
        readings: [reading('2026-09-20', '3'), reading('2026-10-20', '6')],
      }),
      {
        ...water('two zones', { readings: [] }),
        resource: 'electricity',
        zones: ['day', 'night'],
        initial: ['0.5', '0'],
        readings: [{ ...reading('2026-10-20', '1200.50'), amounts: ['1200.50', '611'] }],
      },
      water('sold flat', {
        premisesId: flats[1]!.id,
        readings: monthly('2025-09', 14).concat(reading('2026-10-16', '70')),
      }),
      { ...water('house', { readings: [] }), premisesId: null, resource: 'heating' },
      {
        ...water('twice a day', { readings: [reading('2026-09-20', '10'), reading('2026-10-20', '20')] }),
        premisesId: flats[2]!.id,
      },
    ];
    const ids = await intake.takeIn(tx, given, recording);
    given.forEach(({ serial }, i) => idOf.set(serial, ids[i]!));
    await tx.query(
      `insert into readings (organization_id, house_id, meter_id, taken_on, amounts, source)
       values (current_organization(), $1, $2, '2026-10-20', '{21}', 'accountant'), (current_organization(), $1, $2, '2026-09-25', '{12}', 'resident')`,
      [houseId, idOf.get('twice a day')],
    );
  });
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

describe('loading a month', () => {
  it('brings two readings where they are the whole story', async () => {
    expect(datesOf(await load('regular'))).toEqual(['2026-09-20', '2026-10-20']);
  });

  it('brings the year before for a meter that missed a month', async () => {
    const dates = datesOf(await load('missed September'));
    expect([dates.at(0), dates.at(-2), dates.at(-1)]).toEqual(['2025-09-20', '2026-08-20', '2026-10-20']);
    expect(dates).toHaveLength(13);
  });

  it('finds the last reading however old it is', async () => {
    expect(datesOf(await load('silent for years'))).toEqual([
      '2023-01-20',
      '2023-02-20',
      '2023-03-20',
      '2023-04-20',
      '2023-05-20',
      '2023-06-20',
    ]);
  });

  it('brings what an expired meter showed while it was good', async () => {
    const meter = await load('expired');
    expect(formatDate(meter!.verifiedUntil!)).toBe('2026-08-31');
    expect(datesOf(meter)).toContain('2026-03-20');
  });

  it('leaves a replaced meter out once the month of its last reading is over', async () => {
    expect(await load('replaced')).toBeUndefined();
    expect(await load('replaced', '2026-08')).toMatchObject({ removed: parseDate('2026-08-25'), final: '50' });
    expect(await load('replacement')).toMatchObject({
      installed: parseDate('2026-08-25'),
      removed: null,
      initial: '0',
    });
    expect(await load('replacement', '2026-07')).toBeUndefined();
  });

  it('puts amounts under their zones, without needless zeros', async () => {
    expect(await load('two zones')).toMatchObject({
      initial: { day: '0.5', night: '0' },
      readings: [{ value: { day: '1200.5', night: '611' } }],
    });
  });

  it('brings all readings of the month, and history, where the flat changed hands in it', async () => {
    const dates = datesOf(await load('sold flat'));
    expect(dates.slice(-3)).toEqual(['2026-09-20', '2026-10-16', '2026-10-20']);
    expect(dates.length).toBeGreaterThan(12);
    expect(datesOf(await load('sold flat', '2026-11'))).not.toContain('2026-10-16');
  });

  it('takes the last recorded of one day and the last of each month before', async () => {
    expect((await load('twice a day'))!.readings).toEqual([
      { date: parseDate('2026-09-25'), value: '12' },
      { date: parseDate('2026-10-20'), value: '21' },
    ]);
  });

  it('brings meters of the house itself, and none to another organisation', async () => {
    expect(await load('house')).toMatchObject({ premisesId: null, readings: [] });
    expect(await database.inTenant(theirs, (tx) => loadMetering(tx, [houseId], parsePeriod('2026-10')))).toEqual([]);
  });
});

describe('meters of an account', () => {
  const today = parseDate('2026-11-02');

  it('stand with their last reading, removed ones last', async () => {
    const list = await inOurs((tx) => meters.ofAccount(tx, flats[0]!.accountIds[0]!, today));
    expect(list.at(-1)).toMatchObject({ serial: 'replaced', removedOn: '2026-08-25' });
    expect(list.find(({ serial }) => serial === 'regular')).toMatchObject({
      resource: 'cold-water',
      installedOn: '2018-01-01',
      verifiedUntil: '2030-01-01',
      lastReading: { date: '2026-10-20', value: '43.125' },
    });
    expect(list.find(({ serial }) => serial === 'two zones')!.lastReading!.value).toEqual({
      day: '1200.5',
      night: '611',
    });
  });

  it('are as they were on an earlier day', async () => {
    const list = await inOurs((tx) => meters.ofAccount(tx, flats[0]!.accountIds[0]!, parseDate('2026-08-24')));
    expect(list.map(({ serial }) => serial)).not.toContain('replacement');
    expect(list.find(({ serial }) => serial === 'regular')!.lastReading!.date).toBe('2026-08-20');
  });

  it('tell all their readings, a page at a time', async () => {
    const id = idOf.get('regular')!;
    const first = await inOurs((tx) => meters.readings(tx, id, { limit: 10 }));
    const second = await inOurs((tx) => meters.readings(tx, id, { limit: 10, cursor: first.nextCursor! }));
    expect(first.items[0]).toMatchObject({ date: '2026-10-20', value: '43.125', source: 'resident' });
    expect([...first.items, ...second.items].map(({ date }) => date)).toEqual(
      [...monthly('2025-09', 14)].reverse().map(({ date }) => formatDate(date)),
    );
    expect(second.nextCursor).toBeNull();
    await expect(database.inTenant(theirs, (tx) => meters.readings(tx, id, { limit: 10 }))).rejects.toMatchObject({
      code: 'meter.not-found',
    });
  });

  it('of the house stand apart', async () => {
    expect((await inOurs((tx) => meters.ofHouse(tx, houseId, today))).map(({ serial }) => serial)).toEqual(['house']);
  });
});

describe('taking meters in', () => {
  it('refuses amounts that do not fit the zones or are none, and readings from when it did not stand', async () => {
    await expect(
      inOurs((tx) => intake.takeIn(tx, [{ ...water('x', { readings: [] }), zones: ['day', 'night'] }], recording)),
    ).rejects.toMatchObject({ code: 'meter.zones' });
    const mistyped = water('x', { readings: [reading('2026-10-20', '1,5')] });
    await expect(inOurs((tx) => intake.takeIn(tx, [mistyped], recording))).rejects.toMatchObject({
      code: 'meter.amount',
    });
    const early = water('x', { readings: [reading('2017-12-31', '1')] });
    await expect(inOurs((tx) => intake.takeIn(tx, [early], recording))).rejects.toMatchObject({
      code: 'meter.reading-outside',
    });
  });
});

it('lets accounts be found by the meters that are taken in', async () => {
  const { items } = await inOurs(async (tx) => {
    await intake.takeIn(tx, [{ ...water('BK-7415', { readings: [] }), premisesId: flats[2]!.id }], recording);
    return searchAccounts(tx, { search: 'вк7415', limit: 10 });
  });
  expect(items).toEqual(flats[2]!.accountIds);
});

function water(serial: string, more: (Partial<NewMeter> & Pick<NewMeter, 'readings'>) | Partial<NewMeter>): NewMeter {
  const base = {
    houseId,
    premisesId: flats[0]!.id,
    resource: 'cold-water' as const,
    stands: days('2018-01-01', null),
    initial: ['0'],
  };
  return { ...base, verifiedUntil: parseDate('2030-01-01'), readings: [], serial, ...more };
}

/** On the 20th of so many months, 3.125 a month from 2.5 on. */
function monthly(from: string, months: number): NewReading[] {
  const first = parsePeriod(from);
  return Array.from({ length: months }, (_, i) => {
    const month = first + i;
    const date = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-20`;
    return reading(date, String(2.5 + i * 3.125));
  });
}

function reading(date: string, amount: string): NewReading {
  return { date: parseDate(date), amounts: [amount], source: 'resident' };
}

async function load(serial: string, month = '2026-10') {
  const loaded = await inOurs((tx) => loadMetering(tx, [houseId], parsePeriod(month)));
  return loaded.find(({ id }) => id === idOf.get(serial));
}

function datesOf(meter: { readings: readonly { date: NewReading['date'] }[] } | undefined): string[] {
  return meter!.readings.map(({ date }) => formatDate(date));
}

function flat(number: string): NewPremises {
  const payer = { kind: 'person', name: `Житель ${number}` } as const;
  const terms =
    number === '2' ? [{ ...days('2015-01-01', '2026-10-16'), payer }] : [{ ...days('2015-01-01', null), payer }];
  const accounts = [{ number: `300000000${number}`, terms, residents: [] }];
  return { kind: 'flat', number, facts: [{ ...days('2015-01-01', null), area: '40' }], owners: [], accounts };
}

function days(from: string, to: string | null): Interval {
  return { from: parseDate(from), to: to === null ? null : parseDate(to) };
}

function inOurs<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(ours, work);
}

async function organization(name: string): Promise<Tenant> {
  const owner = await openDataSource(test.ownerUrl, 1, 'metering spec');
  const [{ id }] = await owner.query<[{ id: OrganizationId }]>(
    `insert into organizations (kind, name, short_name, inn, address, time_zone)
     values ('management-company', $1, $1, '2225000000', 'г. Барнаул', 'Asia/Barnaul') returning id`,
    [name],
  );
  await owner.destroy();
  return { organizationId: id };
}
