import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountId, HouseId, MeterId, OrganizationId } from '@dvor/kernel';
import { AlertWatch, MeterIntake } from '@dvor/metering';
import { Database } from '@dvor/platform';
import { accountNumber, entered, makeStock, newHouse, until, waterMeter } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { startWorkerBeside } from './support/worker-beside.js';

/** Flat 3 uses 4 m³ a month; today is Monday, the 2nd of November 2026. */
describe('spikes and leaks (MTR-16)', () => {
  let api: ApiUnderTest;
  let organizationId: OrganizationId;
  let houseId: HouseId;
  let accountId: AccountId;
  let meterId: MeterId;
  let accountant: Client;
  let resident: Client;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organizationId = await api.setUp();
    await today('2026-11-02');
    const { houses } = await inOurs((tx) => makeStock(tx, [newHouse('1', 8)]));
    const [house] = houses as unknown as { id: HouseId; premises: { id: never; accountIds: AccountId[] }[] }[];
    houseId = house!.id;
    const flat = house!.premises[2]!;
    accountId = flat.accountIds[0]!;
    const read = { '2026-06': '100', '2026-07': '104', '2026-08': '108.2', '2026-09': '112' };
    const meter = waterMeter({ houseId, premisesId: flat.id }, read, { serial: 'ХВ-УМНЫЙ-3' });
    [meterId] = (await inOurs((tx) => new MeterIntake().takeIn(tx, [meter], entered))) as unknown as [MeterId];
    await api.staff(organizationId, 'accountant@dvor.test', 'accountant');
    await api.resident(organizationId, 'resident@dvor.test', [accountId]);
    accountant = await api.signedIn('accountant@dvor.test');
    resident = await api.signedIn('resident@dvor.test');
  });
  afterAll(async () => {
    await api?.stop();
  });

  const inOurs = <T>(work: (tx: never) => Promise<T>): Promise<T> =>
    api.app.get(Database).inTenant({ organizationId }, work as never) as never;
  const today = (day: string): Promise<unknown> =>
    api.database.asOwner(`update organizations set demo_now = $2 where id = $1`, [organizationId, `${day}T03:00:00Z`]);
  const look = () => api.app.get(AlertWatch).look(organizationId, houseId);
  const enter = async (date: string, value: string) =>
    (await accountant.post('/readings', { readings: [{ meterId, date, value, confirmed: true }] })).body.items[0];
  const listed = async (query = '') => (await accountant.get(`/meter-alerts${query}`)).body.items;
  const told = async () => (await resident.get(`/resident/accounts/${accountId}/meter-alerts`)).body.items;
  const openInInbox = async (kind: string) => (await accountant.get(`/exceptions?kind=${kind}`)).body.items;

  it('are looked for by the queue, each house once a day', async () => {
    expect(await listed()).toEqual([]);
    expect(await enter('2026-10-20', '161')).toMatchObject({ outcome: 'taken' });
    expect(await api.app.get(AlertWatch).layOnQueue(organizationId)).toBe(1);
    const worker = await startWorkerBeside(api);
    try {
      await until(async () => ((await listed()).length === 1 ? true : null));
    } finally {
      await worker.stop();
    }
    expect(await api.app.get(AlertWatch).layOnQueue(organizationId)).toBe(0);
  });

  it('tell the accountant what was seen and what is likely behind it', async () => {
    const [alert] = await listed();
    expect(alert).toMatchObject({
      ...{ kind: 'spike', meterId, happenedOn: '2026-10-20', state: 'new', told: true, cause: 'digits' },
      accountNumbers: [accountNumber('1', 3)],
    });
    expect(alert.text).toMatch(/^49 м³ за 30 дн.: намного больше обычного, обычно 4 м³/);
    expect(alert.causeText).toBe('ошибка в цифрах показания');
    expect((await openInInbox('meters.spike'))[0].reason).toContain('49');
    expect(await listed('?kind=leak')).toEqual([]);
    expect(await listed(`?houseId=${houseId}&resource=cold-water&state=new`)).toHaveLength(1);
    const table = await accountant.get('/meter-alerts/table');
    expect([table.status, table.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  });

  it('tell the resident in plain words, with what to do, until they ask for silence', async () => {
    expect(await told()).toMatchObject([
      { meterId, kind: 'spike', advice: expect.stringContaining('Сверьте показание') },
    ]);
    const muted = await resident.post(`/resident/meters/${meterId}/alert-mute`, { days: 30 });
    expect([muted.status, muted.body]).toEqual([200, { until: '2026-12-02' }]);
    expect(await told()).toEqual([]);
    expect(await listed()).toHaveLength(1);
    await resident.post(`/resident/meters/${meterId}/alert-mute`, { days: 0 });
    expect(await told()).toHaveLength(1);
    expect((await resident.post(`/resident/meters/${meterId}/alert-mute`, { days: 400 })).status).toBe(422);
  });

  it('are gone by themselves once the reading is put right, and are told again no sooner than a week later', async () => {
    expect(await enter('2026-10-20', '116')).toMatchObject({ outcome: 'taken' });
    expect(await look()).toBe(0);
    expect(await listed()).toEqual([]);
    expect(await listed('?state=resolved')).toMatchObject([{ resolution: 'gone', decidedBy: null }]);
    expect(await openInInbox('meters.spike')).toEqual([]);
    await enter('2026-10-20', '170');
    expect(await look()).toBe(0);
    await today('2026-11-09');
    expect(await Promise.all([look(), look()])).toEqual(expect.arrayContaining([1, 0]));
    expect(await look()).toBe(0);
  });

  it('are seen to and resolved with a reason, once', async () => {
    const [{ id }] = await listed();
    expect((await accountant.post(`/meter-alerts/${id}/seen`, {})).status).toBe(204);
    expect(await listed('?state=seen')).toHaveLength(1);
    const resolution = { resolution: 'people', note: 'Приехали родственники, по звонку' };
    expect((await accountant.post(`/meter-alerts/${id}/resolution`, { ...resolution, note: '' })).status).toBe(422);
    expect(
      (await accountant.post(`/meter-alerts/${id}/resolution`, { ...resolution, resolution: 'gone' })).status,
    ).toBe(422);
    expect((await accountant.post(`/meter-alerts/${id}/resolution`, resolution)).status).toBe(204);
    expect(await listed('?state=resolved')).toMatchObject([
      { ...resolution, state: 'resolved' },
      { resolution: 'gone' },
    ]);
    const again = await accountant.post(`/meter-alerts/${id}/resolution`, resolution);
    expect([again.status, again.body.code]).toEqual([409, 'meter-alert.resolved']);
    expect((await accountant.post('/meter-alerts/999999/seen', {})).body.code).toBe('meter-alert.not-found');
    expect(await openInInbox('meters.spike')).toEqual([]);
    await today('2026-11-16');
    expect(await look()).toBe(0); // the month was told of
  });

  it('of a leak come from water that runs three nights running', async () => {
    const events = [13, 14, 15, 16].flatMap((day) =>
      [2, 3, 4].map((hour, i) => ({
        ...{ device: 'ХВ-УМНЫЙ-3', at: `2026-11-${day}T0${hour}:05:00+07:00`, unit: 'l' },
        value: String(170_000 + (day - 13) * 200 + i * 8),
      })),
    );
    await accountant.post('/device-events', { events: events.slice(0, 6) });
    expect(await look()).toBe(0);
    await accountant.post('/device-events', { events: events.slice(6) });
    expect(await look()).toBe(1);
    const [leak] = await listed('?kind=leak');
    expect(leak).toMatchObject({ kind: 'leak', cause: 'cistern', happenedOn: '2026-11-16' });
    expect(leak.text).toContain('не меньше 8 л в час, около 5,8 м³ в месяц');
    expect((await told())[0].advice).toContain('бачок');
    expect((await openInInbox('meters.leak'))[0].reason).toContain('ночей подряд');
  });

  it('are not told of a meter that is muted, nor beyond the organisation’s own bounds', async () => {
    const mute = (until: string | null) =>
      accountant.post(`/meters/${meterId}/alert-mute`, { until, reason: 'В квартире ремонт' });
    const past = await mute('2026-11-15');
    expect([past.status, past.body.code]).toEqual([422, 'meter-alert.mute-days']);
    expect((await mute('2026-11-30')).status).toBe(204);
    expect((await listed('?kind=leak'))[0].mutedUntil).toBe('2026-11-30');
    await today('2026-11-23');
    const events = [21, 22, 23].flatMap((day) =>
      [2, 3, 4].map((hour, i) => ({
        ...{ device: 'ХВ-УМНЫЙ-3', at: `2026-11-${day}T0${hour}:05:00+07:00`, unit: 'l' },
        value: String(180_000 + (day - 21) * 200 + i * 8),
      })),
    );
    await accountant.post('/device-events', { events });
    expect(await look()).toBe(0);
    expect((await mute(null)).status).toBe(204);
    await api.database.asOwner(
      `insert into organization_settings (organization_id, code, value, valid, reason)
       values ($1, 'alerts.night-litres', '20', daterange('2026-11-01', null), 'капли не считаем')`,
      [organizationId],
    );
    expect(await look()).toBe(0);
    await api.database.asOwner(`delete from organization_settings where code = 'alerts.night-litres'`);
    expect(await look()).toBe(1);
  });
});
