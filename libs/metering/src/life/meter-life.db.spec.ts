import { type HouseTakenIn, PremisesLife } from '@dvor/housing';
import { AuditLog, Database, ExceptionsInbox, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import { type DocumentId, type MeterId, parseDate, type PremisesId } from '@dvor/kernel';
import { createTestDatabase, makeOrganization, makeStock, newHouse, type TestDatabase } from '@dvor/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import {
  type LifeActId,
  MeterCards,
  MeterImpossibility,
  MeterIntake,
  MeterLife,
  type NewInstallation,
  type NewLifeAct,
  ReadingIntake,
  ReadingPolicies,
} from '../index.js';

const audit = new AuditLog();
const readings = new ReadingIntake(new ReadingPolicies(audit), new ExceptionsInbox());
const life = new MeterLife(new MeterIntake(), readings, audit);
const cards = new MeterCards();
const impossibility = new MeterImpossibility(new PremisesLife(audit));
const today = parseDate('2026-11-20');
const entered = { by: null, reason: 'Акт слесаря', documentId: null as DocumentId | null, today };

let test: TestDatabase;
let source: DataSource;
let database: Database;
let tenant: Tenant;
let house: HouseTakenIn;
let premises: PremisesId;
let serials = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'meter life spec');
  database = new Database(source);
  tenant = await makeOrganization(test);
  house = (await inTenant((tx) => makeStock(tx, [newHouse('7', 2)]))).houses[0]!;
  premises = house.premises[0]!.id;
});
beforeEach(async () => {
  await test.asOwner('truncate fact_changes');
});
afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

describe('an installation', () => {
  it('makes a meter that stands from its day on with its reading, verification and seals', async () => {
    const { meterId } = await install({ seals: ['00012345'] });
    expect(await card(meterId)).toMatchObject({
      ...{ installedOn: '2026-09-10', removedOn: null, verifiedUntil: '2032-09-09', verification: 'good' },
      ...{ initial: '0.5', seals: ['00012345'], digits: 5, scale: 3, zones: ['all'] },
    });
    expect(await changes()).toEqual([`meter_facts meter ${meterId} 2026-09-10 null`]);
    expect(await told(meterId)).toEqual(['installation 2026-09-10 0.5 last']);
  });

  it('of up to four zones is one of electricity', async () => {
    const zones = ['day', 'night', 'peak', 'half-peak'];
    const { meterId } = await install({ resource: 'electricity', zones, shown: ['1', '2', '3', '4,5'], scale: 1 });
    expect((await card(meterId)).initial).toEqual({ day: '1', night: '2', peak: '3', 'half-peak': '4.5' });
  });

  it.each<[string, Partial<NewInstallation>]>([
    ['meter.too-many-zones', { resource: 'electricity', zones: ['day', 'night', 'peak', 'half-peak', 'all'] }],
    ['meter.zone-unknown', { resource: 'electricity', zones: ['day', 'evening'] }],
    ['meter.zone-twice', { resource: 'electricity', zones: ['day', 'day'] }],
    ['meter.zones-of', { zones: ['day', 'night'] }],
    ['meter.dial', { digits: 10 }],
    ['meter.serial', { serial: '  ' }],
    ['reading.zones', { resource: 'electricity', zones: ['day', 'night'], shown: { day: '1' } }],
    ['reading.amount', { shown: '12З' }],
    ['reading.scale', { shown: '1.2345' }],
    ['meter.verified-before', { verifiedUntil: parseDate('2026-09-09') }],
    ['meter-act.future', { dated: parseDate('2026-11-21') }],
    ['meter-act.days', { on: parseDate('2026-09-12') }],
    ['meter-act.unsigned', { signedBy: [] }],
    ['meter-act.number', { number: ' ' }],
    ['meter-act.too-old', { on: parseDate('2020-09-10') }],
  ])('is refused by name: %s', async (code, part) => {
    await expect(install(part)).rejects.toMatchObject({ code });
    expect(await changes()).toEqual([]);
  });

  it('of a number that stands in the house already is refused with the place', async () => {
    await install({ serial: 'AA-1' });
    await expect(install({ serial: 'aa-1' })).rejects.toMatchObject({
      code: 'meter.serial-stands',
      details: { place: expect.any(String) },
    });
  });

  it('may be of a meter of the house', async () => {
    const { meterId } = await inTenant((tx) => life.install(tx, { houseId: house.id }, installation({}), entered));
    expect((await card(meterId)).premises).toBeNull();
    expect(await changes()).toEqual([`meter_facts house ${house.id} 2026-09-10 null`]);
  });
});

describe('a verification', () => {
  it('restores the meter from its day on, and its reading comes by the road of all readings', async () => {
    const { meterId } = await install({ verifiedUntil: parseDate('2026-09-30') });
    await record(meterId, {
      ...paper('2026-10-15'),
      kind: 'verification',
      shown: '7',
      seals: [],
      ...until('2032-10-14'),
    });
    expect(await card(meterId)).toMatchObject({ verifiedUntil: '2032-10-14', lastReading: { value: '7' } });
    expect(await facts(meterId)).toEqual(['[2026-09-10,2026-10-15) 2026-09-30', '[2026-10-15,) 2032-10-14']);
    expect(await changes()).toEqual([
      `meter_facts meter ${meterId} 2026-09-10 null`,
      `readings meter ${meterId} 2026-10-15 2026-10-16`,
      `meter_facts meter ${meterId} 2026-10-15 null`,
    ]);
  });

  it('taken back leaves what was before it, and its reading counts no more', async () => {
    const { meterId } = await install({ verifiedUntil: parseDate('2026-09-30') });
    const act = await verify(meterId, '2026-10-15');
    await takeBack(act);
    expect(await card(meterId)).toMatchObject({ verifiedUntil: '2026-09-30', verification: 'over', lastReading: null });
    expect(await told(meterId)).toEqual(['verification 2026-10-15 7 back', 'installation 2026-09-10 0.5 last']);
    await expect(takeBack(act)).rejects.toMatchObject({ code: 'meter-life.taken-back' });
  });

  it('with a reading below the last is refused whole', async () => {
    const { meterId } = await install({ shown: '50' });
    await expect(verify(meterId, '2026-10-15')).rejects.toMatchObject({ code: 'reading.implausible' });
    expect(await facts(meterId)).toHaveLength(1);
  });
});

describe('acts', () => {
  it('come in the order of their days', async () => {
    const { meterId } = await install({});
    await verify(meterId, '2026-10-15');
    await expect(
      record(meterId, { ...paper('2026-10-10'), kind: 'sealing', shown: '6', seals: ['1'] }),
    ).rejects.toMatchObject({ code: 'meter-life.order', details: { kind: 'verification', on: '2026-10-15' } });
    await expect(record(meterId, { ...paper('2026-09-01'), kind: 'removal', shown: '6' })).rejects.toMatchObject({
      code: 'meter-life.before-installation',
    });
  });

  it('are taken back from the latest on', async () => {
    const { meterId, actId } = await install({});
    const verification = await verify(meterId, '2026-10-15');
    await record(meterId, { ...paper('2026-10-16'), kind: 'sealing', shown: '7', seals: ['77'] });
    expect((await card(meterId)).seals).toEqual(['77']);
    await expect(takeBack(verification)).rejects.toMatchObject({
      code: 'meter-life.later-act',
      details: { kind: 'sealing', on: '2026-10-16' },
    });
    await expect(takeBack(actId)).rejects.toMatchObject({ code: 'meter-life.later-act' });
  });

  it('on a meter that nobody knows are refused', async () => {
    await expect(verify('999' as MeterId, '2026-10-15')).rejects.toMatchObject({ code: 'meter.not-found' });
    await expect(takeBack('999' as LifeActId)).rejects.toMatchObject({ code: 'meter-life.not-found' });
  });
});

describe('a removal', () => {
  it('ends the meter with its last reading, and is undone by its mirror', async () => {
    const { meterId } = await install({});
    await verify(meterId, '2026-10-15');
    const act = await record(meterId, { ...paper('2026-11-01'), kind: 'removal', shown: '9,25' });
    expect(await card(meterId)).toMatchObject({ removedOn: '2026-11-01', final: '9.25' });
    await expect(verify(meterId, '2026-11-02')).rejects.toMatchObject({ code: 'meter.removed' });
    await takeBack(act);
    expect(await card(meterId)).toMatchObject({ removedOn: null, final: null });
    expect((await changes()).slice(-2)).toEqual([
      `meter_facts meter ${meterId} 2026-11-01 null`,
      `meter_facts meter ${meterId} 2026-11-01 null`,
    ]);
  });

  it('with a reading below the last one, or before it, is refused; a dial may turn over', async () => {
    const { meterId } = await install({ shown: '99990' });
    await expect(record(meterId, { ...paper('2026-11-01'), kind: 'removal', shown: '50000' })).rejects.toMatchObject({
      code: 'meter-life.below',
      details: { last: '99990' },
    });
    await record(meterId, { ...paper('2026-11-01'), kind: 'removal', shown: '4' });
    const { meterId: other } = await install({});
    await inTenant((tx) =>
      readings.take(
        tx,
        [{ meterId: other, date: parseDate('2026-11-10'), value: '3' }],
        { ...entered, source: 'accountant' },
        today,
      ),
    );
    await expect(record(other, { ...paper('2026-11-01'), kind: 'removal', shown: '4' })).rejects.toMatchObject({
      code: 'meter-life.read-after',
      details: { date: '2026-11-10' },
    });
  });
});

describe('a replacement', () => {
  it('removes one and installs another on the same day, and is taken back whole from either end', async () => {
    const { meterId: old } = await install({});
    for (const end of ['old', 'new'] as const) {
      const next = installation({ on: parseDate('2026-11-01'), dated: parseDate('2026-11-01'), shown: '0' });
      const made = await inTenant((tx) => life.replace(tx, old, { shown: '12', next }, entered));
      expect(await card(old)).toMatchObject({ removedOn: '2026-11-01', final: '12', after: { id: made.meterId } });
      expect(await card(made.meterId)).toMatchObject({ installedOn: '2026-11-01', before: { id: old } });
      const [removal] = await inTenant((tx) => cards.life(tx, old));
      await takeBack(end === 'new' ? made.actId : (removal!.id as LifeActId));
      expect(await card(old)).toMatchObject({ removedOn: null, after: null });
      await expect(card(made.meterId)).rejects.toMatchObject({ code: 'meter.not-found' });
    }
  });

  it('is not taken back once the new meter was read', async () => {
    const { meterId: old } = await install({});
    const next = installation({ on: parseDate('2026-11-01'), dated: parseDate('2026-11-01'), shown: '0' });
    const { meterId, actId } = await inTenant((tx) => life.replace(tx, old, { shown: '12', next }, entered));
    await inTenant((tx) =>
      readings.take(
        tx,
        [{ meterId, date: parseDate('2026-11-10'), value: '1' }],
        { ...entered, source: 'resident' },
        today,
      ),
    );
    await expect(takeBack(actId)).rejects.toMatchObject({ code: 'meter-life.has-readings', details: { count: 1 } });
    expect(await card(old)).toMatchObject({ removedOn: '2026-11-01' });
  });
});

describe('that no meter can stand', () => {
  const act = { ...paper('2026-10-01'), resource: 'gas' as const, until: null };
  const impossible = () =>
    test.asOwner<{ days: string; of: string }[]>(
      `select valid::text as days, array_to_string(meter_impossible, ' ') as of from premises_facts
        where premises_id = $1 and superseded_at is null order by valid`,
      [premises],
    );

  it('is a fact of the premises from its day on until it is taken back', async () => {
    const id = await inTenant((tx) => impossibility.add(tx, premises, act, entered));
    expect((await impossible()).at(-1)).toEqual({ days: '[2026-10-01,)', of: 'gas' });
    await expect(inTenant((tx) => impossibility.add(tx, premises, act, entered))).rejects.toMatchObject({
      code: 'meter-life.impossible-already',
    });
    expect(await inTenant((tx) => cards.impossibilities(tx, premises))).toMatchObject([{ id, resource: 'gas' }]);
    await inTenant((tx) => impossibility.takeBack(tx, id, entered));
    expect((await impossible()).map(({ of }) => of)).not.toContain('gas');
  });

  it('is refused where one stands', async () => {
    const { meterId } = await install({ resource: 'gas' });
    const { serial } = await card(meterId);
    await expect(inTenant((tx) => impossibility.add(tx, premises, act, entered))).rejects.toMatchObject({
      code: 'meter-life.stands',
      details: { serial },
    });
  });
});

function inTenant<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(tenant, work);
}

function paper(day: string) {
  return { number: '12', dated: parseDate(day), on: parseDate(day), signedBy: ['Иванов И. И.'] };
}

function until(day: string) {
  return { verifiedUntil: parseDate(day) };
}

function installation(part: Partial<NewInstallation>): NewInstallation {
  return {
    ...paper('2026-09-10'),
    ...{ resource: 'cold-water', serial: `L-${(serials += 1)}`, zones: ['all'], digits: 5, scale: 3 },
    ...{ shown: '0,5', verifiedUntil: parseDate('2032-09-09'), seals: [] },
    ...part,
  };
}

function install(part: Partial<NewInstallation>) {
  return inTenant((tx) => life.install(tx, { premisesId: premises }, installation(part), entered));
}

function record(meterId: MeterId, act: NewLifeAct): Promise<LifeActId> {
  return inTenant((tx) => life.record(tx, meterId, act, entered));
}

function verify(meterId: MeterId, day: string): Promise<LifeActId> {
  return record(meterId, { ...paper(day), kind: 'verification', shown: '7', seals: [], ...until('2032-10-14') });
}

function takeBack(id: LifeActId): Promise<void> {
  return inTenant((tx) => life.takeBack(tx, id, entered));
}

function card(id: MeterId) {
  return inTenant((tx) => cards.card(tx, id, today));
}

async function told(id: MeterId): Promise<string[]> {
  const events = await inTenant((tx) => cards.life(tx, id));
  return events.map(({ kind, on, value, isLast, takenBack }) =>
    [kind, on, String(value), isLast && 'last', takenBack && 'back'].filter(Boolean).join(' '),
  );
}

async function facts(id: MeterId): Promise<string[]> {
  const rows = await test.asOwner<{ days: string }[]>(
    `select valid || ' ' || verified_until as days from meter_facts where meter_id = $1 and superseded_at is null order by valid`,
    [id],
  );
  return rows.map(({ days }) => days);
}

async function changes(): Promise<string[]> {
  const rows = await test.asOwner<{ change: string }[]>(
    `select concat_ws(' ', fact, subject_type, subject_id, from_day, coalesce(to_day::text, 'null')) as change from fact_changes order by id`,
  );
  return rows.map(({ change }) => change);
}
