import { Assignments } from '@dvor/catalogue';
import { HouseIntake, type HouseTakenIn } from '@dvor/housing';
import { parseDate, parsePeriod } from '@dvor/kernel';
import { Ledger } from '@dvor/ledger';
import { AuditLog, Database, openDataSource, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import {
  assignmentsOf,
  createTestDatabase,
  entered,
  makeCatalogue,
  makeOrganization,
  newHouse,
  type TestDatabase,
} from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { charge, tryParseMinute } from '../core/index.js';
import { loadHouses } from '../load/load-houses.js';
import { type NewQualityAct, type QualityActId, QualityActs } from './quality-acts.js';
import { QualityEffects } from './quality-effects.js';

const october = parsePeriod('2026-10');
const today = { ...entered, today: parseDate('2026-11-02') };
const at = (text: string) => tryParseMinute(text)!;

let test: TestDatabase;
let source: DataSource;
let database: Database;
let ours: Tenant;
let house: HouseTakenIn;
let other: HouseTakenIn;
const acts = new QualityActs(new AuditLog());

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 2, 'quality spec');
  database = new Database(source);
});

afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

/** Two houses of three flats, two persons a flat: cold water by norm, for there is no meter. */
beforeEach(async () => {
  ours = await makeOrganization(test);
  await test.asOwner(`update organizations set demo_now = '2026-11-02T09:00:00Z' where id = $1`, [ours.organizationId]);
  await inOurs(async (tx) => {
    const catalogue = await makeCatalogue(tx);
    [house, other] = (await new HouseIntake(new AuditLog()).takeIn(
      tx,
      [newHouse('1', 3), newHouse('2', 3)],
      entered,
    )) as [HouseTakenIn, HouseTakenIn];
    for (const { id } of [house, other]) await new Assignments().assign(tx, assignmentsOf(catalogue, id), entered);
  });
});

function inOurs<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(ours, work);
}

function outage(changes: Partial<NewQualityAct> = {}): NewQualityAct {
  return {
    ...{ number: '5', dated: parseDate('2026-10-12'), service: 'cold-water', type: 'outage', value: null },
    ...{ from: at('2026-10-10T08:00'), to: at('2026-10-11T01:00'), complainedAt: null, lateReason: null },
    places: [{ houseId: house.id }],
    ...changes,
  };
}

const add = (act: NewQualityAct) => inOurs((tx) => acts.add(tx, act, today));

async function reductionsOf(taken: HouseTakenIn): Promise<Record<string, string>> {
  const [loaded] = await inOurs((tx) => loadHouses(tx, [taken.id], october));
  const { lines, parked } = charge(loaded!.facts, october);
  expect(parked).toEqual([]);
  const found = lines.filter(({ part }) => part === 'quality');
  return Object.fromEntries(found.map(({ premises, amount }) => [flatOf(taken, premises), amount.toString()]));
}

const flatOf = (taken: HouseTakenIn, account: string) =>
  String(taken.premises.findIndex(({ accountIds }) => accountIds.includes(account as never)) + 1);

const changes = () =>
  inOurs((tx) =>
    tx.query<Record<string, unknown>[]>(
      `select subject_type as type, subject_id::text as id, from_day::text as "from", to_day::text as "to"
         from fact_changes where fact = 'quality_act_facts' order by id, subject_id`,
    ),
  );

describe('acts on quality', () => {
  it('lower the bills of all of a house, and of no other', async () => {
    await add(outage());
    const reduced = await reductionsOf(house);
    expect(Object.keys(reduced)).toEqual(['1', '2', '3']);
    expect(await reductionsOf(other)).toEqual({});
    expect(await changes()).toEqual([{ type: 'house', id: house.id, from: '2026-10-10', to: '2026-10-12' }]);
  });

  it('concern entrances, premises and accounts of several houses, each once', async () => {
    const [first, second] = house.premises;
    await add(
      outage({
        places: [
          { houseId: house.id, premisesIds: [first!.id], accountIds: [first!.accountIds[0]!, second!.accountIds[0]!] },
          { houseId: other.id },
        ],
      }),
    );
    expect(Object.keys(await reductionsOf(house))).toEqual(['1', '2']);
    expect(Object.keys(await reductionsOf(other))).toEqual(['1', '2', '3']);
    expect(await changes()).toHaveLength(3);
  });

  it('that overlap are one break; one that is cancelled leaves the other', async () => {
    const first = await add(outage());
    const alone = await reductionsOf(house);
    const second = await add(outage({ number: '6', from: at('2026-10-10T20:00'), to: at('2026-10-10T23:00') }));
    expect(await reductionsOf(house)).toEqual(alone);
    await inOurs((tx) => acts.cancel(tx, first, { ...entered, reason: 'введён по ошибке' }));
    expect(await reductionsOf(house)).toEqual({});
    const [act] = (await inOurs((tx) => acts.list(tx, { state: 'cancelled' }, { limit: 10 }))).items;
    expect(act).toMatchObject({ id: first, cancelled: { reason: 'введён по ошибке' }, houses: [{ id: house.id }] });
    const standing = await inOurs((tx) => acts.list(tx, { state: 'standing', houseId: house.id }, { limit: 10 }));
    expect(standing.items.map(({ id }) => id)).toEqual([second]);
    await expect(inOurs((tx) => acts.cancel(tx, first, entered))).rejects.toMatchObject({
      code: 'quality-act.cancelled',
    });
  });

  it('are corrected: what was known before stays, both stretches of days are noted', async () => {
    const id = await add(outage({ to: null }));
    await inOurs((tx) => acts.correct(tx, id, outage({ to: at('2026-10-10T18:00') }), today));
    const act = await inOurs((tx) => acts.read(tx, id));
    expect(act).toMatchObject({ from: '2026-10-10T08:00', to: '2026-10-10T18:00', corrections: 1, cancelled: null });
    expect((await changes()).map(({ to }) => to)).toEqual([null, null, '2026-10-11']);
    const versions = await inOurs((tx) => tx.query<unknown[]>('select from quality_act_facts where act_id = $1', [id]));
    expect(versions).toHaveLength(2);
  });

  it.each([
    ['quality-act.number', { number: ' ' }],
    ['quality-act.future', { dated: parseDate('2026-11-03') }],
    ['quality-act.future', { to: at('2026-11-04T00:00') }],
    ['quality-act.minutes', { to: at('2026-10-10T08:00') }],
    ['quality-act.not-of-service', { type: 'temperature', value: '50' }],
    ['quality-act.value', { value: '5' }],
    ['quality-act.value', { service: 'heating', type: 'temperature' }],
    ['quality-act.too-old', { from: at('2023-09-30T00:00'), to: at('2023-09-30T20:00') }],
    ['quality-act.nowhere', { places: [] }],
    ['house.not-found', { places: [{ houseId: '999999999' as never }] }],
  ] as const)('are refused: %s', async (code, wrong) => {
    await expect(add(outage(wrong as Partial<NewQualityAct>))).rejects.toMatchObject({ code });
  });

  it('name no premises of another house, and are entered once', async () => {
    const strange = { houseId: house.id, premisesIds: [other.premises[0]!.id] };
    await expect(add(outage({ places: [{ houseId: house.id, entrances: [9] }, strange] }))).rejects.toMatchObject({
      code: 'house.not-found',
    });
    await expect(
      add(outage({ places: [{ ...strange, premisesIds: [house.premises[0]!.id, other.premises[0]!.id] }] })),
    ).rejects.toMatchObject({ code: 'quality-act.not-of-house' });
    await add(outage());
    await expect(add(outage({ places: [{ houseId: other.id }] }))).rejects.toMatchObject({
      code: 'quality-act.number-taken',
    });
  });
});

describe('what an act takes off', () => {
  const effects = () =>
    new QualityEffects(database, new Ledger(), new OrganizationClock({ now: () => new Date('2026-11-02T09:00:00Z') }));

  it('is told before it is entered, account by account, and stays the same once it is', async () => {
    const draft = await effects().ofDraft(ours, outage());
    expect(draft.accounts).toHaveLength(3);
    expect(draft.accounts[0]).toMatchObject({ period: october, closed: false });
    expect(draft.accounts[0]!.sentence).toContain('8 ч из них допустимы');
    const id = await add(outage());
    const bills = await reductionsOf(house);
    expect(draft.accounts.map(({ amount }) => amount.toString())).toEqual(Object.values(bills));
    const stands = await effects().ofAct(ours, id);
    expect(stands.total.toString()).toBe(draft.total.toString());
    const twice = await effects().ofDraft(ours, outage({ number: '6' }));
    expect(twice).toMatchObject({ accounts: [], parked: 0 }); // it adds nothing to what the first one takes
  });

  it('is nothing within the allowance, and nothing of an act that was cancelled', async () => {
    const short = outage({ to: at('2026-10-10T16:00') });
    expect((await effects().ofDraft(ours, short)).total.isZero).toBe(true);
    const id = await add(outage());
    await inOurs((tx) => acts.cancel(tx, id, entered));
    expect(await effects().ofAct(ours, id)).toMatchObject({ accounts: [] });
    await expect(effects().ofAct(ours, '999999999' as QualityActId)).rejects.toMatchObject({
      code: 'quality-act.not-found',
    });
  });
});
