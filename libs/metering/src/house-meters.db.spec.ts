import { HouseIntake } from '@dvor/housing';
import { type HouseId, parseDate, parsePeriod } from '@dvor/kernel';
import { AuditLog, Database, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import { createTestDatabase, entered, makeOrganization, newHouse, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { HouseMeters, loadHouseVolumes } from './index.js';

const october = parsePeriod('2026-10');
const month = (period: string) => parsePeriod(period);
const meters = new HouseMeters();

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let houseId: HouseId;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 2, 'house meters spec');
  database = new Database(source);
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

beforeEach(async () => {
  ours = await makeOrganization(test);
  const [house] = await inOurs((tx) => new HouseIntake(new AuditLog()).takeIn(tx, [newHouse('1', 1)], entered));
  houseId = house!.id;
});

function inOurs<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(ours, work);
}

const add = (serial: string, more: Partial<Parameters<HouseMeters['add']>[2]> = {}) =>
  inOurs((tx) =>
    meters.add(tx, houseId, { resource: 'cold-water', serial, installedOn: parseDate('2024-01-10'), ...more }, entered),
  );
const enter = (months: Parameters<HouseMeters['enter']>[2]) =>
  inOurs((tx) => meters.enter(tx, houseId, months, entered));
const load = () => inOurs((tx) => loadHouseVolumes(tx, [houseId], october));

describe('meters of a house', () => {
  it('keep what they counted by months, and a month may be corrected or emptied', async () => {
    const meterId = await add('1');
    await enter([
      { meterId, period: month('2026-09'), volume: '812,5' },
      { meterId, period: october, volume: '790' },
    ]);
    await enter([{ meterId, period: october, volume: '795.25' }]);
    expect(await load()).toEqual([
      {
        id: meterId,
        houseId,
        resource: 'cold-water',
        since: parseDate('2024-01-10'),
        volumes: [
          { period: month('2026-09'), volume: '812.5' },
          { period: october, volume: '795.25' },
        ],
      },
    ]);
    await enter([{ meterId, period: october, volume: '' }]);
    expect((await load())[0]!.volumes).toHaveLength(1);
    const [changed] = await inOurs((tx) =>
      tx.query<{ months: number }[]>(
        `select count(*)::int as months from fact_changes where fact = 'house_meter_volumes' and subject_id = $1`,
        [houseId],
      ),
    );
    expect(changed!.months).toBe(4);
  });

  it('turn a reading into a volume by the last one and the transformers, and refuse one below it', async () => {
    const meterId = await add('2', { resource: 'electricity', ratio: '40', initial: '100' });
    await enter([
      { meterId, period: month('2026-08'), reading: '150.5' },
      { meterId, period: month('2026-09'), reading: '200' },
    ]);
    expect((await load())[0]!.volumes.map(({ volume }) => volume)).toEqual(['2020', '1980']);
    await expect(enter([{ meterId, period: october, reading: '199.9' }])).rejects.toMatchObject({
      code: 'meter.reading-below',
      details: { serial: '2', reading: '199.9000', last: '200', period: '2026-10' },
    });
  });

  it('go on at the same input with the meter that took another’s place', async () => {
    const old = await add('old');
    await inOurs((tx) => meters.remove(tx, old, parseDate('2026-09-12'), entered));
    const next = await add('new', { installedOn: parseDate('2026-09-12') });
    await enter([
      { meterId: old, period: month('2026-08'), volume: '800' },
      { meterId: old, period: month('2026-09'), volume: '300' },
      { meterId: next, period: month('2026-09'), volume: '500.5' },
    ]);
    expect(await load()).toMatchObject([
      {
        id: next,
        volumes: [
          { period: month('2026-08'), volume: '800' },
          { period: month('2026-09'), volume: '800.5' },
        ],
      },
    ]);
    await expect(enter([{ meterId: old, period: october, volume: '1' }])).rejects.toMatchObject({
      code: 'meter.not-standing',
    });
  });

  it('refuse a number that another has, a figure that can’t be, and a verification that ended before', async () => {
    const meterId = await add('1');
    await expect(add('1')).rejects.toMatchObject({ code: 'meter.serial-taken' });
    await expect(add('3', { ratio: '0' })).rejects.toMatchObject({ code: 'meter.ratio' });
    await expect(add('3', { verifiedUntil: parseDate('2024-01-09') })).rejects.toMatchObject({
      code: 'meter.verified-before',
    });
    await expect(enter([{ meterId, period: october, volume: '-1' }])).rejects.toMatchObject({ code: 'meter.volume' });
  });

  it('are nobody else’s', async () => {
    const meterId = await add('1');
    ours = await makeOrganization(test);
    await expect(enter([{ meterId, period: october, volume: '1' }])).rejects.toMatchObject({ code: 'meter.not-found' });
    expect(await load()).toEqual([]);
  });
});
