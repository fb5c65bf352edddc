import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { HouseId, OrganizationId } from '@dvor/kernel';
import { parsePeriod } from '@dvor/kernel';
import { loadCatalogue } from '@dvor/catalogue';
import { loadHousing } from '@dvor/housing';
import { loadMetering } from '@dvor/metering';
import { Database, parseConfig, PlatformModule, type Tx } from '@dvor/platform';
import { createTestDatabase, type TestDatabase } from '@dvor/testing';
import { CityModule } from './city.module.js';
import { type CityProgress, SyntheticCity } from './synthetic-city.js';

let test: TestDatabase;
let app: INestApplicationContext;
let first: OrganizationId;
let second: OrganizationId;
const told: CityProgress[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  const config = parseConfig({
    DATABASE_URL: test.workerUrl,
    REDIS_URL: process.env['TEST_REDIS_URL'],
    STORAGE_DIR: tmpdir(),
    AUTH_SECRET: 'only for as long as this test runs',
    LOG_LEVEL: 'silent',
  });
  const root = {
    module: class Root {},
    imports: [PlatformModule.forRoot({ config, applicationName: 'city spec' }), CityModule],
  };
  app = await NestFactory.createApplicationContext(root, { logger: ['error'], abortOnError: false });
  const city = app.get(SyntheticCity);
  first = await city.build({ accounts: 700, organization: 'Первый город', seed: 'spec' }, (done) => told.push(done));
  second = await city.build({ accounts: 700, organization: 'Второй город', seed: 'spec' }, () => {});
});

afterAll(async () => {
  await app?.close();
  await test?.drop();
});

describe('a synthetic city', () => {
  it('has as many accounts as were asked for, in houses of 60 to 300 flats', async () => {
    expect(told.at(-1)).toMatchObject({ accounts: 700 });
    const sizes = await inCity(first, (tx) =>
      tx.query<{ flats: number }[]>('select count(*)::int as flats from premises group by house_id order by house_id'),
    );
    expect(sizes.reduce((sum, { flats }) => sum + flats, 0)).toBe(700);
    for (const { flats } of sizes.slice(0, -1)) expect([flats >= 60, flats <= 300]).toEqual([true, true]);
  });

  it('charges the full set of services, has two or three people a flat and a year of readings', async () => {
    const { housing, catalogue, metering } = await load(first);
    expect(catalogue.services).toHaveLength(17);
    const people = housing.accounts.reduce((sum, { residents }) => sum + residents.length, 0);
    expect(people / 700).toBeGreaterThan(2.1);
    expect(people / 700).toBeLessThan(2.7);
    expect(metering.length).toBeGreaterThan(1_900);
    const [{ readings }] = (await inCity(first, (tx) =>
      tx.query('select count(*)::int as readings from readings'),
    )) as [{ readings: number }];
    expect(readings / metering.length).toBeGreaterThan(12);
    const inputs = metering.filter(({ premisesId }) => premisesId === null);
    expect(new Set(inputs.map(({ resource }) => resource)).size).toBe(4);
  });

  it('is the same city from the same seed, whoever it belongs to', async () => {
    const [one, other] = [await load(first), await load(second)];
    const facts = ({ housing, metering }: typeof one) => [
      housing.accounts.map(({ number, premises, residents, owners }) => ({ number, premises, residents, owners })),
      metering.map(({ resource, installed, readings }) => ({ resource, installed, readings })),
    ];
    expect(facts(other)).toEqual(facts(one));
  });
});

async function load(organizationId: OrganizationId) {
  return inCity(organizationId, async (tx) => {
    const rows = await tx.query<{ id: HouseId }[]>('select id from houses order by id');
    const [ids, month] = [rows.map(({ id }) => id), parsePeriod('2026-10')];
    return {
      housing: await loadHousing(tx, ids, month),
      catalogue: await loadCatalogue(tx, ids, month),
      metering: await loadMetering(tx, ids, month),
    };
  });
}

function inCity<T>(organizationId: OrganizationId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return app.get(Database).inTenant({ organizationId }, work);
}
