import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HouseId, type LocalDate, parseDate, type PremisesId } from '@dvor/kernel';
import { createTestDatabase, type TestDatabase } from '@dvor/testing';
import type { DataSource } from 'typeorm';
import { Database, openDataSource, type Tenant, type Tx } from '../database/database.js';
import { addFact, changeFacts, factHistory, type FactTable, inForce, removeFacts } from './fact-table.js';

const PREMISES: FactTable<'house_id' | 'premises_id', 'area' | 'living_area' | 'traits' | 'meter_impossible'> = {
  name: 'premises_facts',
  key: { house_id: 'bigint', premises_id: 'bigint' },
  values: { area: 'numeric', living_area: 'numeric', traits: 'jsonb', meter_impossible: 'text[]' },
  subject: { type: 'premises', column: 'premises_id' },
};
const whole = { traits: {}, meter_impossible: [] };

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let key: { house_id: HouseId; premises_id: PremisesId };

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'facts spec');
  database = new Database(source);
  const [organization] = await test.asOwner<[{ id: Tenant['organizationId'] }]>(
    `insert into organizations (kind, name, short_name, inn, address, time_zone, demo_now)
     values ('management-company', 'УК', 'УК', '2225000000', 'Барнаул', 'Asia/Barnaul', '2026-03-01T03:00:00Z') returning id`,
  );
  ours = { organizationId: organization.id };
  key = await database.inTenant(ours, async (tx) => {
    const [house] = await tx.query<{ id: HouseId }[]>(
      `insert into houses (organization_id, city, street, building, time_zone)
       values (current_organization(), 'г. Барнаул', 'ул. Юрина', '180', 'Asia/Barnaul') returning id`,
    );
    const [premises] = await tx.query<{ id: PremisesId }[]>(
      `insert into premises (organization_id, house_id, kind, number) values (current_organization(), $1, 'flat', '1') returning id`,
      [house!.id],
    );
    return { house_id: house!.id, premises_id: premises!.id };
  });
});
afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

describe('facts of a premises', () => {
  it('are added to days of which nothing is known, and nowhere else', async () => {
    await at('2026-03-01', (tx) =>
      addFact(tx, PREMISES, { key, days: days('2020-01-01'), values: { ...whole, area: '45.30' } }, because('приём')),
    );
    await expect(
      at('2026-03-01', (tx) =>
        addFact(tx, PREMISES, { key, days: days('2026-01-01'), values: { ...whole, area: '50' } }, because('обмер')),
      ),
    ).rejects.toMatchObject({
      code: 'fact.overlap',
      details: { from: '2020-01-01', to: null, reason: 'приём' },
    });
  });

  it('are corrected column by column, and what was believed stays beside', async () => {
    await at('2026-03-05', (tx) =>
      changeFacts(tx, PREMISES, { key, days: days('2025-06-01'), patch: { area: '46.10' } }, because('новый обмер')),
    );
    await at('2026-03-09', (tx) =>
      changeFacts(
        tx,
        PREMISES,
        { key, days: days('2025-01-01', '2026-01-01'), patch: { traits: { stove: 'electric' } } },
        because('плита'),
      ),
    );
    expect(await areaOn('2025-03-01')).toEqual({ area: '45.30', traits: { stove: 'electric' } });
    expect(await areaOn('2025-08-01')).toEqual({ area: '46.10', traits: { stove: 'electric' } });
    expect(await areaOn('2026-08-01')).toEqual({ area: '46.10', traits: {} });
  });

  it('are read as they were known on a day', async () => {
    expect(await areaOn('2025-08-01', '2026-03-02')).toEqual({ area: '45.30', traits: {} });
    expect(await areaOn('2025-08-01', '2026-03-06')).toEqual({ area: '46.10', traits: {} });
    expect(await areaOn('2025-08-01', '2026-03-10')).toEqual({ area: '46.10', traits: { stove: 'electric' } });
    expect(await areaOn('2025-08-01', '2026-02-01')).toBeUndefined();
  });

  it('keep their own ground where a correction only cuts them', async () => {
    const history = await at('2026-03-10', (tx) => factHistory(tx, PREMISES, key));
    expect(
      history.filter(({ supersededAt }) => supersededAt === null).map(({ from, to, reason }) => [from, to, reason]),
    ).toEqual([
      ['2020-01-01', '2025-01-01', 'приём'],
      ['2025-01-01', '2025-06-01', 'плита'],
      ['2025-06-01', '2026-01-01', 'плита'],
      ['2026-01-01', null, 'новый обмер'],
    ]);
    expect(history.filter(({ supersededAt }) => supersededAt !== null)).toHaveLength(3);
  });

  it('end, and what is removed twice is removed once', async () => {
    expect(await remove()).toEqual({ removed: 1 });
    expect(await remove()).toEqual({ removed: 0 });
    expect(await areaOn('2026-08-01')).toBeUndefined();
    await expect(
      at('2026-03-11', (tx) =>
        changeFacts(tx, PREMISES, { key, days: days('2027-01-01'), patch: { area: '1' } }, because('поздно')),
      ),
    ).rejects.toMatchObject({ code: 'fact.none' });
  });

  it('tell billing from which day on something is otherwise', async () => {
    const changes = await at('2026-03-11', (tx) =>
      tx.query(`select subject_type, from_day::text, to_day::text, reason from fact_changes order by id`),
    );
    expect(changes).toEqual([
      { subject_type: 'premises', from_day: '2020-01-01', to_day: null, reason: 'приём' },
      { subject_type: 'premises', from_day: '2025-06-01', to_day: null, reason: 'новый обмер' },
      { subject_type: 'premises', from_day: '2025-01-01', to_day: '2026-01-01', reason: 'плита' },
      { subject_type: 'premises', from_day: '2026-02-01', to_day: null, reason: 'снос' },
    ]);
  });

  it('don’t double when two people say the same at once', async () => {
    const say = () =>
      at('2026-03-12', (tx) =>
        addFact(tx, PREMISES, { key, days: days('2028-01-01'), values: { ...whole, area: '50' } }, because('двое')),
      );
    const told = await Promise.allSettled([say(), say()]);
    expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(told.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: expect.stringMatching(/^fact\.(overlap|changed-meanwhile)$/) },
    });
  });

  function remove() {
    return at('2026-03-11', (tx) => removeFacts(tx, PREMISES, { key, days: days('2026-02-01') }, because('снос')));
  }

  async function areaOn(day: string, known?: string) {
    const [row] = await at('2026-03-31', (tx) =>
      tx.query<{ area: string; traits: object }[]>(
        `select area, traits from premises_facts f where premises_id = $1 and valid @> $2::date and ${inForce('f', '$3')}`,
        [key.premises_id, day, known ?? null],
      ),
    );
    return row;
  }
});

/** On a day by the organisation's own clock. */
async function at<T>(day: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(ours, async (tx) => {
    await tx.query('update organizations set demo_now = $1 where id = current_organization()', [`${day}T03:00:00Z`]);
    return work(tx);
  });
}

function because(reason: string) {
  return { by: null, reason };
}

function days(from: string, to: string | null = null): { from: LocalDate; to: LocalDate | null } {
  return { from: parseDate(from), to: to === null ? null : parseDate(to) };
}
