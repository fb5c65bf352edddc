import type { HouseTakenIn } from '@dvor/housing';
import { AuditLog, Database, ExceptionsInbox, openDataSource, type Tenant, type Tx } from '@dvor/platform';
import { type LocalDate, type MeterId, parseDate, parsePeriod, type UserId } from '@dvor/kernel';
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
import {
  DoubtfulReadings,
  MeterIntake,
  type NewReadingWindow,
  ReadingIntake,
  type ReadingOutcome,
  ReadingPolicies,
  ReadingWindows,
} from '../index.js';
import type { ReadingSource } from '../core/index.js';

const today = parseDate('2026-10-25');
const inbox = new ExceptionsInbox();
const policies = new ReadingPolicies(new AuditLog());
const intake = new ReadingIntake(policies, inbox);
const doubtful = new DoubtfulReadings(inbox, new AuditLog());

let test: TestDatabase;
let source: DataSource;
let database: Database;
let tenant: Tenant;
let house: HouseTakenIn;
let meter: MeterId;
let clerk: UserId;

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 8, 'reading intake spec');
  database = new Database(source);
  tenant = await makeOrganization(test);
  [{ id: clerk }] = (await test.asOwner(
    `insert into users (kind, email, name, password_hash) values ('staff', 'clerk@dvor.test', 'Учётчица', 'x') returning id`,
  )) as [{ id: UserId }];
  house = (await inTenant((tx) => makeStock(tx, [newHouse('5')]))).houses[0]!;
});
beforeEach(async () => {
  meter = await newMeter();
});
afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

describe('a reading', () => {
  it('is taken with what ran through the meter', async () => {
    expect(await take('2026-10-20', '123,5')).toMatchObject({ kind: 'taken', volume: '3.5', findings: [] });
    expect(await counting()).toEqual(['2026-10-20 123.5000']);
  });

  it('sent fifty times at once is one', async () => {
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => take('2026-10-20', '123')));
    expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'same')).toHaveLength(49);
    expect(await counting()).toHaveLength(1);
  });

  it('of one day, meter and source gives way to the later one, which may be the first again', async () => {
    for (const amount of ['121', '122', '121', '121']) await take('2026-10-20', amount);
    expect(await log()).toEqual(['121.0000', '122.0000', '121.0000']);
    expect(
      await inTenant((tx) =>
        tx.query("select count(*)::int as n from fact_changes where fact = 'readings' and subject_id = $1", [meter]),
      ),
    ).toEqual([{ n: 3 }]);
  });

  it('is judged after those before it in its batch', async () => {
    const outcomes = await takeAll([
      { date: '2026-10-18', value: '125' },
      { date: '2026-10-19', value: '124' },
      { date: '2026-10-19', value: '126' },
      { date: '2026-10-19', value: '126' },
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['taken', 'refused', 'taken', 'same']);
    expect(outcomes[1]).toMatchObject({
      code: 'reading.implausible',
      findings: [{ rule: 'below-previous', details: { previous: '125' } }],
    });
  });

  it.each([
    [['1', '2'], '2026-10-20', 'reading.zones'],
    [{ all: '1', night: '2' }, '2026-10-20', 'reading.zones'],
    [{ night: '2' }, '2026-10-20', 'reading.zones'],
    ['NaN', '2026-10-20', 'reading.amount'],
    ['1e309', '2026-10-20', 'reading.amount'],
    ['-1', '2026-10-20', 'reading.amount'],
    ['123456', '2026-10-20', 'reading.digits'],
    ['1.23456', '2026-10-20', 'reading.scale'],
    ['123', '2026-10-26', 'reading.future'],
    ['123', '2017-10-26', 'reading.outside'],
  ])('%j of %s is refused by name: %s', async (value, date, code) => {
    expect(await take(date, value as string)).toMatchObject({ kind: 'refused', code });
    expect(await log()).toEqual([]);
  });

  it('that no pipe lets through is refused', async () => {
    await usualUse();
    expect(await take('2026-10-20', '1300')).toMatchObject({
      ...{ kind: 'refused', code: 'reading.implausible' },
      findings: [{ rule: 'above-capacity', details: { volume: '1188', bound: '1080', days: '30' } }],
    });
  });

  it('of a meter that nobody knows, or that is another organisation’s, is refused', async () => {
    const stranger = await makeOrganization(test, { name: 'Чужая' });
    const [outcome] = await database.inTenant(stranger, (tx) =>
      intake.take(
        tx,
        [{ meterId: meter, date: parseDate('2026-10-20'), value: '1' }],
        { ...entered, source: 'accountant' },
        today,
      ),
    );
    expect(outcome).toEqual({ kind: 'refused', code: 'reading.unknown-meter', details: {} });
  });
});

describe('a doubtful reading', () => {
  it('waits for the sender’s word where a screen can ask', async () => {
    await usualUse();
    expect(await take('2026-10-20', '300')).toMatchObject({ kind: 'confirm', findings: [{ rule: 'times-usual' }] });
    expect(await take('2026-10-20', '300', { confirmed: true })).toMatchObject({ kind: 'taken' });
    expect((await standing()).map(({ isTaken }) => isTaken)).toEqual([true]);
  });

  it('is one that the last months make unlikely, whatever the meter’s whole life was', async () => {
    await test.asOwner(`update meter_facts set initial_values = '{0}' where meter_id = $1`, [meter]);
    await takeAll(
      ['06', '07', '08', '09'].map((month, i) => ({ date: `2026-${month}-20`, value: String(1000 + i) })),
      { source: 'act' },
    );
    expect(await take('2026-10-20', '1023')).toMatchObject({
      kind: 'confirm',
      findings: [{ rule: 'times-usual', details: { volume: '20', bound: '0.978' } }],
    });
  });

  it('of a file is taken and looked at, and refusing it takes it out of the bills', async () => {
    await usualUse();
    expect(await take('2026-10-20', '300', { source: 'import' })).toMatchObject({ kind: 'taken' });
    const [doubt] = await standing();
    expect(doubt).toMatchObject({
      value: '300',
      previous: { date: '2026-09-20', value: '112' },
      volume: '188',
      isTaken: true,
    });
    await inTenant((tx) => doubtful.refuse(tx, doubt!.id, { by: clerk, note: 'лишняя цифра' }));
    expect(await counting()).not.toContain('2026-10-20 300.0000');
    expect(await log()).toContain('300.0000');
    expect(await standing()).toEqual([]);
    await expect(inTenant((tx) => doubtful.accept(tx, doubt!.id, clerk))).rejects.toMatchObject({
      code: 'reading-doubt.decided',
    });
  });

  it('that is below the last one is held, and counts once it is accepted or put right', async () => {
    await usualUse();
    expect(await take('2026-10-20', '12', { source: 'payment' })).toMatchObject({ kind: 'held' });
    expect(await counting()).not.toContain('2026-10-20 12.0000');
    const [doubt] = await standing();
    await expect(inTenant((tx) => doubtful.accept(tx, doubt!.id, clerk))).rejects.toMatchObject({
      code: 'reading-doubt.below-previous',
    });
    await inTenant((tx) => doubtful.askPhoto(tx, doubt!.id, clerk));
    await inTenant((tx) => doubtful.fix(tx, doubt!.id, '120', { by: clerk, note: 'по фото', today }));
    expect(await counting()).toContain('2026-10-20 120.0000');
    const items = await inTenant((tx) => doubtful.list(tx, { standing: false }, { limit: 50 }));
    expect(items.items.find(({ id }) => id === doubt!.id)).toMatchObject({
      state: 'fixed',
      decidedBy: 'Учётчица',
      note: 'по фото',
    });
  });

  it('gives way to a later one of its day', async () => {
    await usualUse();
    await take('2026-10-20', '12', { source: 'payment' });
    await take('2026-10-20', '13', { source: 'payment' });
    expect((await standing()).map(({ value }) => value)).toEqual(['13']);
    await take('2026-10-20', '115', { source: 'payment' });
    expect(await standing()).toEqual([]);
    const open = await inTenant((tx) => inbox.list(tx, { state: 'open', kind: 'readings.doubtful' }, { limit: 50 }));
    expect(open.items.filter(({ objectId }) => objectId === meter)).toEqual([]);
  });

  it('that comes again is the same doubt', async () => {
    await usualUse();
    const first = await take('2026-10-20', '12', { source: 'payment' });
    expect(await take('2026-10-20', '12,0', { source: 'payment' })).toEqual(first);
    expect(
      (
        await takeAll(
          ['13', '12'].map((value) => ({ date: '2026-10-20', value })),
          { source: 'payment' },
        )
      ).map((outcome) => 'doubtId' in outcome && outcome.doubtId),
    ).toEqual(Array(2).fill('doubtId' in first && first.doubtId));
    expect(await standing()).toHaveLength(1);
  });

  it('is foreseen without being written', async () => {
    await usualUse();
    const foresee = (value: string) =>
      inTenant((tx) => intake.foresee(tx, [{ meterId: meter, date: parseDate('2026-10-20'), value }], 'import', today));
    expect(await foresee('115')).toMatchObject([{ kind: 'taken', volume: '3' }]);
    expect(await foresee('300')).toMatchObject([{ kind: 'look' }]);
    expect(await foresee('12')).toMatchObject([{ kind: 'held' }]);
    expect(await standing()).toEqual([]);
    expect(await log()).toHaveLength(4);
  });

  it('is treated as the organisation chose', async () => {
    await usualUse();
    await inTenant((tx) => policies.choose(tx, { source: 'import', rule: 'times-usual' }, 'hold', clerk));
    expect(await take('2026-10-20', '300', { source: 'import' })).toMatchObject({ kind: 'held' });
    await inTenant((tx) => policies.choose(tx, { source: 'import', rule: 'times-usual' }, null, clerk));
    expect(await take('2026-10-21', '300', { source: 'import' })).toMatchObject({ kind: 'taken' });
    await expect(
      inTenant((tx) => policies.choose(tx, { source: 'device', rule: 'times-usual' }, 'confirm', clerk)),
    ).rejects.toMatchObject({ code: 'reading-policy.cannot-ask' });
  });
});

describe('a window', () => {
  const set = (window: Partial<NewReadingWindow>) =>
    inTenant((tx) =>
      new ReadingWindows().set(
        tx,
        {
          ...days('2026-10-25'),
          houseId: house.id,
          resource: 'any',
          entry: 'on',
          opens: 1,
          closes: 20,
          outside: 'next-month',
          ...window,
        },
        { ...entered, today },
      ),
    );
  const countsFrom = async () => {
    const [row] = await inTenant((tx) =>
      tx.query<{ day: string | null }[]>(
        'select counts_from::text as day from readings where meter_id = $1 order by id desc limit 1',
        [meter],
      ),
    );
    return row?.day;
  };

  beforeAll(async () => {
    await test.asOwner(`update organizations set demo_now = '2026-10-25T05:00:00Z' where id = $1`, [
      tenant.organizationId,
    ]);
  });

  it('that is over puts a resident’s reading into the next month, and not an accountant’s', async () => {
    await set({});
    expect(await take('2026-10-25', '123', { source: 'resident' })).toMatchObject({
      kind: 'taken',
      month: parsePeriod('2026-11'),
    });
    expect(await countsFrom()).toBe('2026-11-01');
    expect(await take('2026-10-25', '124')).toMatchObject({ kind: 'taken', month: null });
    expect(await countsFrom()).toBeNull();
  });

  it('is kept with what is held back, until it is accepted', async () => {
    await inTenant((tx) => policies.choose(tx, { source: 'message', rule: 'times-usual' }, 'hold', clerk));
    await usualUse();
    await take('2026-10-25', '300', { source: 'message' });
    const [doubt] = await standing();
    await inTenant((tx) => doubtful.accept(tx, doubt!.id, clerk));
    expect(await countsFrom()).toBe('2026-11-01');
    await inTenant((tx) => policies.choose(tx, { source: 'message', rule: 'times-usual' }, null, clerk));
  });

  it('refuses with its days, where the organisation wants so, and what stands already is the same', async () => {
    await take('2026-10-24', '122', { source: 'resident' });
    await set({ outside: 'refuse' });
    expect(await take('2026-10-25', '123', { source: 'resident' })).toEqual({
      kind: 'refused',
      code: 'reading.window-shut',
      details: { opensOn: '2026-11-01', closesOn: '2026-11-20' },
    });
    expect(await take('2026-10-24', '122', { source: 'resident' })).toMatchObject({ kind: 'same' });
    await set({ entry: 'off' });
    expect(await take('2026-10-25', '123', { source: 'quick' })).toMatchObject({ code: 'reading.entry-off' });
  });
});

async function newMeter(): Promise<MeterId> {
  const [id] = await inTenant((tx) =>
    new MeterIntake().takeIn(
      tx,
      [
        {
          ...{ houseId: house.id, premisesId: house.premises[0]!.id, resource: 'cold-water', initial: ['120'] },
          ...{
            serial: `S${serial++}`,
            stands: days('2018-01-01'),
            verifiedUntil: parseDate('2030-01-01'),
            readings: [],
          },
        },
      ],
      entered,
    ),
  );
  return id!;
}

let serial = 1;

/** Three cubic metres a month. */
async function usualUse(): Promise<void> {
  await test.asOwner(`update meter_facts set initial_values = '{100}' where meter_id = $1`, [meter]);
  await takeAll(
    ['06', '07', '08', '09'].map((month, i) => ({ date: `2026-${month}-20`, value: String(103 + 3 * i) })),
    {
      source: 'act',
    },
  );
}

async function take(
  date: string,
  value: string,
  how: { source?: ReadingSource; confirmed?: boolean } = {},
): Promise<ReadingOutcome> {
  return (await takeAll([{ date, value }], how))[0]!;
}

async function takeAll(
  given: readonly { date: string; value: string }[],
  { source = 'accountant', confirmed = false }: { source?: ReadingSource; confirmed?: boolean } = {},
): Promise<ReadingOutcome[]> {
  const readings = given.map(({ date, value }) => ({ meterId: meter, date: parseDate(date), value, confirmed }));
  return inTenant((tx) => intake.take(tx, readings, { ...entered, source }, today as LocalDate));
}

async function standing() {
  const { items } = await inTenant((tx) => doubtful.list(tx, { standing: true }, { limit: 50 }));
  return items.filter(({ meterId }) => meterId === meter);
}

/** What counts, by days. */
async function counting(): Promise<string[]> {
  const rows = await inTenant((tx) =>
    tx.query<{ told: string }[]>(
      `select distinct on (taken_on) taken_on || ' ' || amounts[1] as told from readings
        where meter_id = $1 and refused_at is null order by taken_on, id desc`,
      [meter],
    ),
  );
  return rows.map(({ told }) => told);
}

async function log(): Promise<string[]> {
  const rows = await inTenant((tx) =>
    tx.query<{ amount: string }[]>('select amounts[1]::text as amount from readings where meter_id = $1 order by id', [
      meter,
    ]),
  );
  return rows.map(({ amount }) => amount);
}

function inTenant<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(tenant, work);
}
