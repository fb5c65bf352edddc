import { formatDate } from '@dvor/kernel';
import { createTestDatabase, makeOrganization, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Database, openDataSource, type Tenant } from './database/database.js';
import { OrganizationClock } from './organization-clock.js';

const real = new Date('2027-03-31T20:30:00Z');
const clock = new OrganizationClock({ now: () => real });

let test: TestDatabase;
let source: DataSource;
let database: Database;
let demo: Tenant;
let live: Tenant;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.apiUrl, 2, 'clock spec');
  database = new Database(source);
  demo = await makeOrganization(test, { name: 'Показательная', now: '2026-10-31T18:30:00Z' });
  live = await makeOrganization(test, { name: 'Настоящая', now: null });
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

describe('the clock of an organisation', () => {
  it('is the real one, and its day is the day where the organisation sits', async () => {
    expect(await database.inTenant(live, (tx) => clock.now(tx))).toEqual(real);
    expect(formatDate(await database.inTenant(live, (tx) => clock.today(tx)))).toBe('2027-04-01');
  });

  it('is its own in a demo organisation', async () => {
    expect(formatDate(await database.inTenant(demo, (tx) => clock.today(tx)))).toBe('2026-11-01');
  });

  it('can be moved in a demo organisation only', async () => {
    const later = new Date('2028-01-01T00:00:00Z');
    await expect(database.inTenant(live, (tx) => clock.advance(tx, later))).rejects.toMatchObject({
      code: 'clock.not-a-demo',
    });
    expect(await database.inTenant(live, (tx) => clock.now(tx))).toEqual(real);
  });

  it('goes forward only', async () => {
    const later = new Date('2026-12-05T00:00:00Z');
    await database.inTenant(demo, (tx) => clock.advance(tx, later));
    expect(await database.inTenant(demo, (tx) => clock.now(tx))).toEqual(later);
    for (const back of [later, new Date('2026-11-01T00:00:00Z')])
      await expect(database.inTenant(demo, (tx) => clock.advance(tx, back))).rejects.toMatchObject({
        code: 'clock.backwards',
      });
  });

  it('shows another moment while a demo’s past is worked on, to nobody else', async () => {
    const now = await database.inTenant(demo, (tx) => clock.now(tx));
    const past = new Date('2026-01-15T05:00:00Z');
    const seen = await database.inTenant(demo, (tx) =>
      clock.during(tx, past, async () => [
        await clock.now(tx),
        await database.inTenant(demo, (other) => clock.now(other)),
      ]),
    );
    expect(seen).toEqual([past, now]);
    expect(await database.inTenant(demo, (tx) => clock.now(tx))).toEqual(now);
    await expect(
      database.inTenant(live, (tx) => clock.during(tx, past, () => Promise.resolve())),
    ).rejects.toMatchObject({ code: 'clock.not-a-demo' });
  });

  it('does not stand outside an organisation', async () => {
    await expect(database.outsideTenants((tx) => clock.now(tx))).rejects.toMatchObject({
      code: 'organization.not-found',
    });
  });
});
