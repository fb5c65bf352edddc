import { Assignments } from '@dvor/catalogue';
import { HouseIntake, type HouseTakenIn } from '@dvor/housing';
import { type MeterId, parseDate, parsePeriod, type Period } from '@dvor/kernel';
import { MeterActs, MeterIntake, type NewMeterAct } from '@dvor/metering';
import { AuditLog, Database, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import {
  assignmentsOf,
  createTestDatabase,
  entered,
  makeCatalogue,
  makeOrganization,
  newHouse,
  type TestDatabase,
  waterMeter,
} from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { charge, type HouseFacts } from '../core/index.js';
import { loadHouses } from './load-houses.js';

const day = parseDate;
const october = parsePeriod('2026-10');
const today = { ...entered, today: day('2026-11-02') };
const READ = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'];

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let house: HouseTakenIn;
let meterId: MeterId;
const acts = new MeterActs(new AuditLog());

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 2, 'acts spec');
  database = new Database(source);
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

/** Three flats; the first has a meter that runs 4 m³ a month and is read in October too. */
beforeEach(async () => {
  ours = await makeOrganization(test);
  await inOurs(async (tx) => {
    const catalogue = await makeCatalogue(tx);
    const [taken] = await new HouseIntake(new AuditLog()).takeIn(tx, [newHouse('1', 3)], entered);
    house = taken!;
    await new Assignments().assign(tx, assignmentsOf(catalogue, house.id), entered);
    const readings = Object.fromEntries([...READ, '2026-10'].map((month, i) => [month, String(10 + 4 * i)]));
    const place = { houseId: house.id, premisesId: house.premises[0]!.id };
    [meterId] = (await new MeterIntake().takeIn(tx, [waterMeter(place, readings)], entered)) as [MeterId];
  });
});

function inOurs<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(ours, work);
}

const add = (flat: number, act: Partial<NewMeterAct> & Pick<NewMeterAct, 'kind' | 'number' | 'dated'>) =>
  inOurs((tx) =>
    acts.add(
      tx,
      house.premises[flat]!.id,
      { meterId: null, resource: 'cold-water', signedBy: ['Иванов И. И.'], ...act },
      today,
    ),
  );

async function load(month: Period = october): Promise<HouseFacts> {
  const [loaded] = await inOurs((tx) => loadHouses(tx, [house.id], month));
  return loaded!.facts;
}

const premisesOf = (facts: HouseFacts, flat: number) =>
  facts.premises.find(({ id }) => id === house.premises[flat]!.accountIds[0])!;

describe('acts on meters, as a month finds them', () => {
  it('are not there where none were entered', async () => {
    for (const premises of (await load()).premises) {
      expect(premises).not.toHaveProperty('accessRefused');
      expect(premises).not.toHaveProperty('interferences');
      for (const meter of premises.meters!) expect(meter).not.toHaveProperty('failed');
    }
  });

  it('on refused access bring the readings an average needs, and say until when', async () => {
    const first = await add(0, { kind: 'access-refused', number: '1', dated: day('2026-09-10') });
    await add(0, { kind: 'access-refused', number: '2', dated: day('2026-10-12') });
    const facts = await load();
    expect(premisesOf(facts, 0).accessRefused).toEqual([
      {
        service: 'cold-water',
        first: day('2026-09-10'),
        second: day('2026-10-12'),
        until: null,
        acts: [
          { number: '1', date: day('2026-09-10') },
          { number: '2', date: day('2026-10-12') },
        ],
      },
    ]);
    const [water] = charge(facts, october).lines.filter(
      ({ premises, service }) => premises === house.premises[0]!.accountIds[0] && service === 'cold-water',
    );
    expect(water).toMatchObject({
      working: {
        formula: 'average',
        averages: [
          {
            months: 6,
            k: 2,
            acts: [
              ['access-refused', '1', '2026-09-10'],
              ['access-refused', '2', '2026-10-12'],
            ],
          },
        ],
      },
    });
    expect(String(water!.volume)).toBe('4');

    const letIn = { number: '1', dated: day('2026-09-10'), signedBy: ['Иванов И. И.'], until: day('2026-10-20') };
    await inOurs((tx) => acts.correct(tx, first, letIn, today));
    const after = await load(parsePeriod('2026-11'));
    expect(premisesOf(after, 0)).not.toHaveProperty('accessRefused');
    expect(premisesOf(await load(), 0).accessRefused).toMatchObject([{ until: day('2026-10-20') }]);
  });

  it('on a failure stand with the meter from the day it failed', async () => {
    await add(0, { kind: 'meter-failed', meterId, number: '7', dated: day('2026-10-12'), since: day('2026-10-05') });
    const facts = await load();
    expect(premisesOf(facts, 0).meters).toMatchObject([
      { id: meterId, failed: day('2026-10-05'), failedBy: { number: '7', date: day('2026-10-12') } },
    ]);
    expect(premisesOf(await load(parsePeriod('2026-09')), 0).meters![0]).not.toHaveProperty('failed');
    const [water] = charge(facts, october).lines.filter(
      ({ premises, service }) => premises === house.premises[0]!.accountIds[0] && service === 'cold-water',
    );
    expect(water).toMatchObject({
      working: { formula: 'average', averages: [{ acts: [['meter-failed', '7', '2026-10-12']] }] },
    });
  });

  it('on interference stand in the month of the act alone, and not once they are cancelled', async () => {
    const act = await add(2, { kind: 'interference', number: '9', dated: day('2026-10-31'), months: '2.5' });
    expect(premisesOf(await load(), 2).interferences).toEqual([
      { service: 'cold-water', act: day('2026-10-31'), number: '9', months: '2.5' },
    ]);
    for (const month of ['2026-09', '2026-11'])
      expect(premisesOf(await load(parsePeriod(month)), 2)).not.toHaveProperty('interferences');
    await inOurs((tx) => acts.cancel(tx, act, null, today));
    expect(premisesOf(await load(), 2)).not.toHaveProperty('interferences');
  });

  it('note the days they make dirty', async () => {
    await add(2, { kind: 'interference', number: '9', dated: day('2026-10-31'), months: '3' });
    await add(0, { kind: 'meter-failed', meterId, number: '7', dated: day('2026-10-12'), since: day('2026-10-05') });
    const changes = await test.asOwner(
      `select subject_type, subject_id, from_day::text, to_day::text from fact_changes
        where organization_id = $1 and fact = 'meter_act_facts' order by id`,
      [ours.organizationId],
    );
    expect(changes).toEqual([
      { subject_type: 'premises', subject_id: house.premises[2]!.id, from_day: '2026-10-31', to_day: '2026-11-01' },
      { subject_type: 'premises', subject_id: house.premises[0]!.id, from_day: '2026-10-05', to_day: null },
    ]);
  });
});
