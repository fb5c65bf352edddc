import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeZip } from '@dvor/formats';
import { addDays, type HouseId, type MeterId, type OrganizationId, parseDate } from '@dvor/kernel';
import { Database } from '@dvor/platform';
import { makeStock, newHouse } from '@dvor/testing';
import { type InventedPoint, intervalMessage } from '../../apps/worker/src/invented/interval-message.js';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

const CODE = '772000000000101';
const OCTOBER = parseDate('2026-10-01');

interface Month {
  readonly serial: string;
  readonly period: string;
  readonly action: string;
  readonly was: unknown;
  readonly now: unknown;
  readonly gaps: readonly { from: string; to: string; reason: string }[];
}

/** A house whose input of electricity is metered commercially; today is the 2nd of November 2026. */
describe('half-hours of commercial metering (XML 80020)', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let accountant: Client;
  let houseId: HouseId;
  let meterId: MeterId;
  let pointId: string;
  let october: Buffer;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.setUpStranger();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z' where id = $1`, [
      organization,
    ]);
    const stock = await api.app
      .get(Database)
      .inTenant({ organizationId: organization }, (tx) => makeStock(tx, [newHouse('1')]));
    houseId = stock.houses[0]!.id;
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    accountant = await api.signedIn('accountant@dvor.test');
    const meter = { resource: 'electricity', serial: 'ПСЧ-4', ratio: '40', installedOn: '2026-01-10', reason: 'акт' };
    ({ id: meterId } = (await accountant.post(`/houses/${houseId}/meters`, meter).expect(201)).body);
    october = await archive(Array.from({ length: 31 }, (_, i) => ({ number: 800 + i, day: i, kWh: '1.5' })));
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
  });

  const bring = (content: Buffer | string, { preview = false, name = '80020_2225000013.xml' } = {}) =>
    accountant
      .send('post', preview ? '/interval-files/preview' : '/interval-files')
      .attach('file', Buffer.from(content), name);
  const volume = async (period = '2026-10') => {
    const { items } = (await accountant.get(`/houses/${houseId}/meters?from=2026-09&to=2026-10`)).body;
    return items
      .find(({ id }: { id: string }) => id === meterId)
      .volumes.find((one: { period: string }) => one.period === period)?.volume;
  };
  const told = (months: readonly Month[]) =>
    months.map(({ serial, period, action, was, now }) => ({ serial, period, action, was, now }));
  const inbox = async () =>
    (await accountant.get('/exceptions')).body.items.map(({ kind }: { kind: string }) => kind).sort();
  const months = async () =>
    (await accountant.get(`/metering-points/${pointId}/months?channel=01&from=2026-10&to=2026-10`)).body
      .items as Month[];

  it('are tried out first: what would become of them is told, nothing is kept', async () => {
    const { body } = await bring(october, { preview: true, name: 'october.zip' }).expect(200);
    expect(body).toMatchObject({ encoding: 'utf-8', problems: [], effects: [], counts: { new: 31, replaces: 0 } });
    expect(body.points).toEqual([
      expect.objectContaining({
        ...{
          code: CODE,
          name: 'Ввод 1',
          channel: '01',
          from: '2026-10-01',
          to: '2026-10-31',
          known: '2232',
          meter: null,
        },
      }),
    ]);
    expect((await accountant.get('/interval-files')).body.items).toEqual([]);
    expect((await accountant.get('/metering-points')).body.items).toEqual([]);
    expect(await inbox()).toEqual([]);
  });

  it('of a point that nobody knows wait and are told by its name', async () => {
    const { body } = await bring(october, { name: 'october.zip' }).expect(200);
    const again = await bring(october, { name: 'again.zip' }).expect(200);
    expect(again.body.id).toBe(body.id);
    expect(again.body.fileName).toBe('october.zip');
    const { items } = (await accountant.get('/metering-points?state=unmatched')).body;
    expect(items).toMatchObject([{ code: CODE, firstDay: '2026-10-01', lastDay: '2026-10-31', links: [] }]);
    pointId = items[0].id;
    expect(await inbox()).toEqual(['intervals.unmatched-point']);
    expect(await volume()).toBeUndefined();
  });

  it('become a month of the house as soon as somebody says which meter it is', async () => {
    const water = (
      await accountant
        .post(`/houses/${houseId}/meters`, {
          resource: 'cold-water',
          serial: 'ВСХ',
          installedOn: '2026-01-10',
          reason: 'акт',
        })
        .expect(201)
    ).body.id;
    const link = (body: object) => accountant.send('put', `/metering-points/${pointId}/meter`, { body });
    const asked = { channel: '01', from: '2026-01-10', byItself: true, reason: 'акт разграничения' };
    expect((await link({ ...asked, meterId: water })).body).toMatchObject({
      status: 422,
      type: expect.stringContaining('metering-point.not-electricity'),
    });
    const { body } = await link({ ...asked, meterId });
    expect(body.detail).toBeUndefined();
    expect(told(body.items)).toEqual([{ serial: 'ПСЧ-4', period: '2026-10', action: 'enter', was: null, now: '2232' }]);
    expect(await volume()).toBe('2232');
    expect(await inbox()).toEqual([]);
  });

  it('sent again under a higher number replace their day, which recalculates its month', async () => {
    const { body } = await bring(message({ number: 840, day: 4, kWh: '2' })).expect(200);
    expect(body.counts).toEqual({ new: 0, replaces: 1, older: 0, same: 0, differs: 0 });
    expect(told(body.effects)).toEqual([
      { serial: 'ПСЧ-4', period: '2026-10', action: 'enter', was: '2232', now: '2256' },
    ]);
    expect(await volume()).toBe('2256');
    const changes = await api.database.asOwner<{ from: string; reason: string }[]>(
      `select from_day::text as from, reason from fact_changes where fact = 'house_meter_volumes' order by id`,
    );
    expect(changes.map(({ from }) => from)).toEqual(['2026-10-01', '2026-10-01']);
    expect(changes.at(-1)!.reason).toBe('сутки учёта: 80020_2225000013.xml');
  });

  it('under a lower number, or the same with other figures, are kept and change nothing', async () => {
    const older = await bring(message({ number: 835, day: 4, kWh: '9' })).expect(200);
    expect(older.body.counts).toMatchObject({ older: 1, replaces: 0 });
    const other = await bring(message({ number: 840, day: 4, kWh: '8' })).expect(200);
    expect(other.body.counts).toMatchObject({ differs: 1, replaces: 0 });
    const same = await bring(`${message({ number: 840, day: 4, kWh: '2' })}<!-- sent twice -->`).expect(200);
    expect(same.body).toMatchObject({ counts: { same: 1 }, effects: [] });
    expect(await volume()).toBe('2256');
    const { items } = (await accountant.get(`/metering-points/${pointId}/days?channel=01&month=2026-10`)).body;
    expect(items).toHaveLength(31);
    expect(items[4]).toMatchObject({ day: '2026-10-05', number: 840, total: '96' });
    expect(items[4].versions.map((one: { number: number; outcome: string }) => `${one.number} ${one.outcome}`)).toEqual(
      ['840 same', '840 differs', '835 older', '840 replaces', '804 new'],
    );
  });

  it('that are unknown are no zero: the month is not whole any more, and a person is told', async () => {
    const { body } = await bring(message({ number: 841, day: 4, kWh: '2', unknown: [0, 1] })).expect(200);
    expect(body.effects).toMatchObject([
      { action: 'broken', was: '2256', now: null, gaps: [{ from: '2026-10-05', to: '2026-10-05', reason: 'unknown' }] },
    ]);
    expect(await volume()).toBe('2256');
    expect(await inbox()).toEqual(['intervals.month-broken']);
    const refused = await accountant.post(`/meters/${meterId}/counted-months`, {
      period: '2026-10',
      reason: 'по суткам',
    });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('с 05.10.2026 по 05.10.2026')]);
    await undo(body.id);
    expect(await inbox()).toEqual([]);
    expect(await months()).toMatchObject([{ action: 'same', was: '2256', now: '2256' }]);
  });

  it('that are not commercial count, but go in by a person’s word alone', async () => {
    const { body } = await bring(message({ number: 842, day: 4, kWh: '3', doubtful: [7] })).expect(200);
    expect(told(body.effects)).toMatchObject([{ action: 'differs', was: '2256', now: '2304' }]);
    expect(await volume()).toBe('2256');
    expect(await inbox()).toEqual(['intervals.month-differs']);
    const entered = await accountant
      .post(`/meters/${meterId}/counted-months`, { period: '2026-10', reason: 'сверено с сетевой организацией' })
      .expect(200);
    expect(entered.body).toMatchObject({ action: 'enter', now: '2304' });
    expect(await volume()).toBe('2304');
    expect(await inbox()).toEqual([]);
  });

  it('never overwrite what a person has typed', async () => {
    const typed = { reason: 'акт сверки', months: [{ meterId, period: '2026-10', volume: '2000' }] };
    await accountant.send('put', `/houses/${houseId}/meter-volumes`, { body: typed }).expect(204);
    const { body } = await bring(message({ number: 843, day: 4, kWh: '1' })).expect(200);
    expect(told(body.effects)).toMatchObject([{ action: 'differs', was: '2000', now: '2208' }]);
    expect(await volume()).toBe('2000');
  });

  it('are taken back with their file: what was before is in force again', async () => {
    const { items } = (await accountant.get('/interval-files')).body;
    const first = items.at(-1);
    const taken = await undo(first.id);
    expect(taken.withdrawalReason).toBe('не тот месяц');
    expect(taken.effects).toMatchObject([
      { action: 'wait', gaps: [expect.objectContaining({ from: '2026-10-01', to: '2026-10-04' }), expect.anything()] },
    ]);
    const again = await accountant.post(`/interval-files/${first.id}/withdrawal`, { reason: 'ещё раз' });
    expect([again.status, again.body.detail]).toEqual([409, 'Файл «october.zip» уже отозван.']);
    const { body } = await bring(october, { name: 'october.zip' }).expect(200);
    expect(body.counts).toMatchObject({ new: 30, older: 1 });
  });

  it('of a flat become its reading, by the zones of its meter', async () => {
    await api.database.asOwner(
      `with m as (insert into meters (organization_id, house_id, premises_id, resource, serial, zones, digits, scale)
                  select organization_id, house_id, id, 'electricity', 'НЕВА-2', '{day,night}', 6, 2 from premises order by id limit 1 returning *)
       insert into meter_facts (organization_id, house_id, meter_id, valid, verified_until, initial_values, reason)
       select organization_id, house_id, id, '[2026-10-01,)', '2040-01-01', '{100,50}', 'акт' from m`,
    );
    const flat = (await accountant.get('/meter-lists?search=НЕВА-2')).body.items[0];
    const point = (i: number, kWh: string): Sent => ({ number: 900 + i, day: i, kWh, code: '772000000000999' });
    const days = Array.from({ length: 31 }, (_, i) => point(i, '0.25'));
    await bring(await archive(days), { name: 'flat.zip' }).expect(200);
    const { items } = (await accountant.get('/metering-points?search=772000000000999')).body;
    const body = { channel: '01', meterId: flat.id, from: '2026-10-01', byItself: true, reason: 'умный счётчик' };
    const linked = await accountant.send('put', `/metering-points/${items[0].id}/meter`, { body });
    expect(told(linked.body.items)).toEqual([
      { serial: 'НЕВА-2', period: '2026-10', action: 'enter', was: null, now: { day: '348', night: '174' } },
    ]);
    const again = await bring(message({ ...point(30, '0.5'), number: 999 })).expect(200);
    expect(again.body.effects[0].now).toEqual({ day: '356', night: '178' });
    const readings = await api.database.asOwner<{ amounts: string }[]>(
      `select trim_scale(amounts[1]) || '/' || trim_scale(amounts[2]) as amounts from readings
        where meter_id = $1 and taken_on = '2026-10-31' and refused_at is null order by id desc limit 1`,
      [flat.id],
    );
    expect(readings).toEqual([{ amounts: '356/178' }]);
  });

  it.each([
    ['nothing', undefined, 'interval-file.no-file'],
    ['an empty file', '', 'interval-file.nothing-read'],
    ['another class', '<message class="80040" number="1"/>', 'interval-file.not-80020'],
    ['a file that was cut off', message({ number: 1, day: 0, kWh: '1' }).slice(0, 900), 'interval-file.broken'],
    ['an archive that is none', Buffer.from('PK\u0003\u0004broken'), 'interval-file.archive'],
    [
      'a message without points',
      message({ number: 1, day: 0, kWh: '1' }).replace(/<area[^]*<\/area>/, ''),
      'interval-file.nothing-read',
    ],
  ])('are refused by name: %s', async (_, content, code) => {
    const sent = content === undefined ? accountant.post('/interval-files', {}) : bring(content);
    const { body } = await sent;
    expect([body.status, body.type]).toEqual([422, expect.stringContaining(code)]);
  });

  it('are nobody else’s', async () => {
    const stranger = await api.signedIn('stranger@dvor.test');
    expect((await stranger.get('/interval-files')).body.items).toEqual([]);
    expect((await stranger.get(`/metering-points/${pointId}`)).status).toBe(404);
  });

  async function undo(id: string) {
    const { body } = await accountant.post(`/interval-files/${id}/withdrawal`, { reason: 'не тот месяц' }).expect(200);
    return body;
  }
});

interface Sent {
  readonly number: number;
  /** After the 1st of October. */
  readonly day: number;
  /** Of each half-hour. */
  readonly kWh: string;
  readonly code?: string;
  readonly unknown?: readonly number[];
  readonly doubtful?: readonly number[];
}

function message({ number, day, kWh, code = CODE, unknown = [], doubtful = [] }: Sent): string {
  const values = Array.from({ length: 48 }, (_, i) => (unknown.includes(i) ? null : kWh));
  const point: InventedPoint = { code, name: 'Ввод 1', values, doubtful };
  return intervalMessage({ number, day: addDays(OCTOBER, day), points: [point] });
}

async function archive(days: readonly Sent[]): Promise<Buffer> {
  return Buffer.from(
    await writeZip(days.map((day) => ({ name: `80020_${day.number}.xml`, content: Buffer.from(message(day)) }))),
  );
}
