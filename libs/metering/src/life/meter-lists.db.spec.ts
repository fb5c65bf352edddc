import { type Clock, parseDate, type MeterId } from '@dvor/kernel';
import { Database, ExceptionsInbox, openDataSource, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';
import type { HouseTakenIn } from '@dvor/housing';
import {
  createTestDatabase,
  days,
  entered,
  makeOrganization,
  makeStock,
  newHouse,
  type TestDatabase,
} from '@dvor/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type MeterFilter, MeterIntake, MeterLists, VerificationReminders } from '../index.js';

const clock: Clock = { now: () => new Date('2026-11-20T05:00:00Z') };
const lists = new MeterLists();
const reminders = new VerificationReminders(new OrganizationClock(clock), new ExceptionsInbox());
const today = parseDate('2026-11-20');

let test: TestDatabase;
let source: DataSource;
let database: Database;
let tenant: Tenant;
let house: HouseTakenIn;
const meters: Record<string, MeterId> = {};

beforeAll(async () => {
  test = await createTestDatabase();
  source = await openDataSource(test.workerUrl, 4, 'meter lists spec');
  database = new Database(source);
  tenant = await makeOrganization(test);
  house = (await inTenant((tx) => makeStock(tx, [newHouse('3', 1)]))).houses[0]!;
  await test.asOwner(`update organizations set demo_now = '2026-11-20T05:00:00Z'`);
  await test.asOwner('delete from readings');
  await test.asOwner('delete from meter_facts');
  const put = async (name: string, verifiedUntil: string | null, read: string | null) => {
    const [id] = await inTenant((tx) =>
      new MeterIntake().takeIn(
        tx,
        [
          {
            ...{ houseId: house.id, premisesId: house.premises[0]!.id, resource: 'cold-water', serial: name },
            ...{ stands: days('2026-01-01'), initial: ['0'] },
            verifiedUntil: verifiedUntil === null ? null : parseDate(verifiedUntil),
            readings: read === null ? [] : [{ date: parseDate(read), amounts: ['5.25'], source: 'resident' }],
          },
        ],
        entered,
      ),
    );
    meters[name] = id!;
  };
  await put('good', '2030-01-01', '2026-11-18');
  await put('week', '2026-11-25', '2026-08-20');
  await put('month', '2026-12-15', '2026-11-18');
  await put('over', '2026-11-19', null);
  await put('undated', null, '2026-10-20');
});
afterAll(async () => {
  await source?.destroy();
  await test?.drop();
});

describe('lists of meters', () => {
  it.each<[MeterFilter['list'], string[]]>([
    ['all', ['good', 'week', 'month', 'over', 'undated']],
    ['missing', ['week', 'over', 'undated']],
    ['overdue', ['over']],
    ['expiring', ['week', 'month']],
    ['undated', ['undated']],
  ])('%s', async (list, serials) => {
    expect((await all({ list })).map(({ serial }) => serial)).toEqual(serials);
  });

  it('count months without readings, and say from when the norm is charged', async () => {
    expect((await all({ list: 'missing' })).map(({ serial, missed, normFrom }) => [serial, missed, normFrom])).toEqual([
      ['week', 3, '2026-12'],
      ['over', 10, '2026-05'],
      ['undated', 1, '2027-02'],
    ]);
  });

  it('say how a verification stands and what was read last', async () => {
    expect(await all({ list: 'expiring', days: 7 })).toMatchObject([
      { verification: 'soon', daysLeft: 5, lastReading: { date: '2026-08-20', value: '5.25' } },
    ]);
    expect(await all({ list: 'overdue' })).toMatchObject([{ verification: 'over', daysLeft: -1, lastReading: null }]);
  });

  it('are found by a meter or an account, a page at a time', async () => {
    expect(await all({ list: 'all', search: 'WEE' })).toHaveLength(1);
    const [first] = await all({ list: 'all' });
    expect(await all({ list: 'all', search: first!.accountNumbers[0]! })).toHaveLength(5);
    expect(await all({ list: 'all', resource: 'gas' })).toEqual([]);
    const serials: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await inTenant((tx) =>
        lists.list(tx, { list: 'all' }, today, { limit: 2, ...(cursor && { cursor }) }),
      );
      serials.push(...page.items.map(({ serial }) => serial));
      cursor = page.nextCursor ?? undefined;
      more = page.nextCursor !== null;
    }
    expect(serials).toEqual(['good', 'week', 'month', 'over', 'undated']);
  });
});

describe('reminders', () => {
  const inbox = () =>
    test.asOwner<{ kind: string; meters: string }[]>(
      `select kind, details ->> 'meters' as meters from exceptions where kind like 'meters.%' order by id`,
    );
  const events = () =>
    test.asOwner(`select payload from outbox_events where type = 'metering.verification-ending' order by id`);

  it('come once for each of 60, 30 and 7 days, in one row a house, with an event of each meter', async () => {
    expect(await inTenant((tx) => reminders.look(tx))).toBe(2);
    expect(await inTenant((tx) => reminders.look(tx))).toBe(0);
    expect(await inbox()).toEqual([{ kind: 'meters.verification-ending', meters: '2' }]);
    expect(await events()).toEqual([
      { payload: { meterId: meters['week'], verifiedUntil: '2026-11-25', days: 7 } },
      { payload: { meterId: meters['month'], verifiedUntil: '2026-12-15', days: 30 } },
    ]);
  });

  it('come of a new verification anew', async () => {
    await test.asOwner(`update meter_facts set verified_until = '2026-12-01' where meter_id = $1`, [meters['week']]);
    expect(await inTenant((tx) => reminders.look(tx))).toBe(1);
    expect(await events()).toHaveLength(3);
  });
});

function inTenant<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.inTenant(tenant, work);
}

async function all(filter: MeterFilter) {
  return (await inTenant((tx) => lists.list(tx, filter, today, { limit: 100 }))).items;
}
