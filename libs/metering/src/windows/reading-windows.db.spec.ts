import type { HouseTakenIn } from '@dvor/housing';
import { AuditLog, Database, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import { formatDate, formatPeriod, type MeterId, parseDate, parsePeriod } from '@dvor/kernel';
import {
  createTestDatabase,
  days,
  entered,
  makeOrganization,
  makeStock,
  newHouse,
  type TestDatabase,
} from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { loadMetering, MeterIntake, type NewReadingWindow, ReadingWindows } from '../index.js';

const windows = new ReadingWindows(new AuditLog());

let test: TestDatabase;
let source: DataSource;
let database: Database;
let tenant: Tenant;
let house: HouseTakenIn;
let meter: MeterId;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'reading windows spec');
  database = new Database(source);
  tenant = await makeOrganization(test);
  house = (await inTenant((tx) => makeStock(tx, [newHouse('5', 2)]))).houses[0]!;
  await test.asOwner(`update houses set time_zone = 'Asia/Barnaul'`);
});
beforeEach(async () => {
  await at('2026-11-20T05:00:00Z');
  await test.asOwner('delete from reading_windows');
  await test.asOwner('delete from billing_runs');
  meter = await newMeter();
});
afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

describe('a window', () => {
  it('closes at midnight where the house stands', async () => {
    await set({ opens: 15, closes: 25 });
    await at('2026-11-25T16:59:59Z'); // 23:59:59 in Barnaul
    expect(await answer()).toBe('2026-11 own-month');
    await at('2026-11-25T17:00:00Z');
    expect(await answer()).toBe('2026-12 window 2026-12-01');
    expect(await answer('accountant')).toBe('2026-11 own-month');
  });

  it('of a house stands before that of all, and of a resource before that of any', async () => {
    await set({ opens: 1, closes: 31 });
    await set({ opens: 10, closes: 12, houseId: house.id });
    await set({ opens: 20, closes: 22, outside: 'refuse', houseId: house.id, resource: 'cold-water' });
    await at('2026-11-23T05:00:00Z');
    expect(await answer()).toBe('shut 2026-12-20');
    meter = await newMeter('hot-water');
    expect(await answer()).toBe('2026-12 window 2026-12-01');
    const [own] = await inTenant((tx) => windows.list(tx, { houseId: house.id }));
    expect(own).toMatchObject({ house: null, resource: 'any' });
  });

  it('holds from its day on, and what is taken back gives way to the wider one', async () => {
    await set({ opens: 1, closes: 25 });
    await set({ opens: 1, closes: 10, houseId: house.id, from: parseDate('2026-12-01') });
    await at('2026-11-20T05:00:00Z');
    expect(await answer()).toBe('2026-11 own-month');
    await at('2026-12-11T05:00:00Z');
    expect(await answer()).toBe('2027-01 window 2027-01-01');
    const own = (await inTenant((tx) => windows.list(tx))).find((window) => window.house !== null)!;
    await inTenant((tx) => windows.withdraw(tx, own.id, parseDate('2026-12-12'), on('2026-12-11')));
    await at('2026-12-12T05:00:00Z');
    expect(await answer()).toBe('2026-12 own-month');
  });

  it('may be for metered houses only', async () => {
    await set({ entry: 'with-house-meter', opens: 1, closes: 31 });
    expect(await answer()).toBe('off');
    await newMeter('cold-water', null);
    expect(await answer()).toBe('2026-11 own-month');
  });

  it('is not changed for days that have passed, nor for a month that is calculated', async () => {
    await expect(set({ from: parseDate('2026-11-19') })).rejects.toMatchObject({
      code: 'reading-window.past',
      details: { least: '2026-11-20' },
    });
    await calculated('2026-11-01');
    await expect(set({})).rejects.toMatchObject({ details: { least: '2026-12-01' } });
    await expect(set({ opens: 25, closes: 20 })).rejects.toMatchObject({ code: 'reading-window.days' });
    await expect(set({ houseId: '999' as never })).rejects.toMatchObject({ code: 'house.not-found' });
  });
});

describe('a reading', () => {
  it('that comes after the month is calculated counts for the next', async () => {
    await calculated('2026-11-01');
    expect(await answer()).toBe('2026-12 calculated 2026-12-01');
    expect(await answer('accountant')).toBe('2026-12 calculated');
  });

  it('counts in the bills from the day that its sender was told', async () => {
    const read = (day: string, amount: string, counts: string | null) =>
      test.asOwner(
        `insert into readings (organization_id, house_id, meter_id, taken_on, amounts, source, counts_from)
         values ($1, $2, $3, $4, array[$5::numeric], 'resident', $6)`,
        [tenant.organizationId, house.id, meter, day, amount, counts],
      );
    await read('2026-10-20', '10', null);
    await read('2026-11-20', '15', null);
    await read('2026-11-27', '17', '2026-12-01');
    const readings = async (month: string) => {
      const meters = await inTenant((tx) => loadMetering(tx, [house.id], parsePeriod(month)));
      return meters
        .find(({ id }) => id === meter)!
        .readings.map(({ date, value, counts }) =>
          [formatDate(date), value, counts && formatDate(counts)].filter(Boolean).join(' '),
        );
    };
    expect(await readings('2026-11')).toEqual(['2026-10-20 10', '2026-11-20 15', '2026-11-27 17 2026-12-01']);
    expect((await readings('2026-12')).slice(-2)).toEqual(['2026-11-20 15', '2026-11-27 17 2026-12-01']);
  });
});

function inTenant<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(tenant, work);
}

function on(day: string) {
  return { ...entered, today: parseDate(day) };
}

async function at(moment: string): Promise<void> {
  await test.asOwner('update organizations set demo_now = $1', [moment]);
}

async function calculated(month: string): Promise<void> {
  await test.asOwner(
    `insert into billing_runs (organization_id, period, engine_version, state) values ($1, $2, '1', 'review')`,
    [tenant.organizationId, month],
  );
}

async function set(window: Partial<NewReadingWindow>): Promise<void> {
  const usual = { houseId: null, resource: 'any', entry: 'on', opens: 15, closes: 25, outside: 'next-month' } as const;
  const whole = { ...usual, from: parseDate('2026-11-20'), to: null, ...window };
  await inTenant((tx) => windows.set(tx, whole, on('2026-11-20')));
}

async function answer(source: 'resident' | 'accountant' = 'resident'): Promise<string> {
  const told = (await inTenant((tx) => windows.of(tx, [meter], source))).get(meter)!;
  if (told.kind === 'off') return 'off';
  if (told.kind === 'shut') return `shut ${formatDate(told.window.opensOn)}`;
  return [formatPeriod(told.month), told.because, told.countsFrom && formatDate(told.countsFrom)]
    .filter(Boolean)
    .join(' ');
}

async function newMeter(
  resource: 'cold-water' | 'hot-water' = 'cold-water',
  premisesId: HouseTakenIn['premises'][number]['id'] | null = house.premises[0]!.id,
): Promise<MeterId> {
  const meters = [
    {
      ...{ houseId: house.id, premisesId, resource, serial: `S-${(serials += 1)}` },
      ...{ stands: days('2020-01-01'), initial: ['0'], readings: [] },
    },
  ];
  return (await inTenant((tx) => new MeterIntake().takeIn(tx, meters, entered)))[0]!;
}

let serials = 0;
