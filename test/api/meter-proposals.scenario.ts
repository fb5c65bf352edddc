import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountId, MeterId, OrganizationId } from '@dvor/kernel';
import { Database } from '@dvor/platform';
import { makeStock, newHouse, type Stock } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]);
const PDF = Buffer.from('%PDF-1.7');

/** In October 2026 meters of cold water of flats 1 and 2 showed 104 and 105.375; today is the 2nd of November. */
describe('meters that residents propose (MTR-15)', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let stock: Stock;
  let accountant: Client;
  let resident: Client;
  let neighbour: Client;
  let meters: { id: MeterId; serial: string }[];

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.setUpStranger();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z' where id = $1`, [
      organization,
    ]);
    stock = await api.app
      .get(Database)
      .inTenant({ organizationId: organization }, (tx) => makeStock(tx, [newHouse('1')]));
    meters = await api.database.asOwner<{ id: MeterId; serial: string }[]>(
      `select m.id, m.serial from meters m join accounts a on a.premises_id = m.premises_id order by a.number`,
    );
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.staff(organization, 'cashier@dvor.test', 'cashier');
    await api.resident(organization, 'resident@dvor.test', [account(0), account(1)]);
    await api.resident(organization, 'neighbour@dvor.test', [account(2)]);
    accountant = await api.signedIn('accountant@dvor.test');
    resident = await api.signedIn('resident@dvor.test');
    neighbour = await api.signedIn('neighbour@dvor.test');
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
  });

  const account = (flat: number): AccountId => stock.houses[0]!.premises[flat]!.accountIds[0]!;
  const said = {
    ...{ resource: 'cold-water', serial: 'НВ-77/1', digits: '5', scale: '3', shown: '0,5' },
    ...{ installedOn: '2026-10-25', verifiedUntil: '2032-10-24' },
  };
  const propose = (
    fields: Readonly<Record<string, string>>,
    { who = resident, flat = 0, photo = JPEG as Buffer | null } = {},
  ) => {
    const call = who.send('post', `/resident/accounts/${account(flat)}/meter-proposals`).field(fields);
    return photo ? call.attach('photo', photo, { filename: 'счётчик.jpg', contentType: 'image/jpeg' }) : call;
  };
  const own = async (who = resident, flat = 0) =>
    (await who.get(`/resident/accounts/${account(flat)}/meter-proposals`).expect(200)).body.items;
  const queue = async (query = '') => (await accountant.get(`/meter-proposals${query}`).expect(200)).body.items;
  const inbox = async () => (await accountant.get('/exceptions?kind=meters.proposed')).body.items;

  it('are refused by name where they can’t be, and leave nothing', async () => {
    const refusals = [
      [{ zones: 'day;night;peak;half-peak;evening', shown: '1;2;3;4;5' }, 422, 'meter.too-many-zones'],
      [{ zones: 'day;night', shown: '1;2' }, 422, 'meter.zones-of'],
      [{ shown: '12З' }, 422, 'reading.amount'],
      [{ shown: '1e309' }, 422, 'reading.amount'],
      [{ shown: '123456' }, 422, 'reading.digits'],
      [{ installedOn: '2026-11-03' }, 422, 'meter-proposal.future'],
      [{ verifiedUntil: '2026-10-01' }, 422, 'meter.verified-before'],
      [{ replacesId: meters[1]!.id }, 422, 'meter-proposal.replaces'],
      [{ serial: '<script>' }, 422, 'meter.serial'],
      [{ serial: meters[0]!.serial }, 409, 'meter-proposal.stands'],
    ] as const;
    for (const [wrong, status, code] of refusals)
      expect((await propose({ ...said, ...wrong })).body).toMatchObject({ status, code });
    expect((await propose(said, { photo: null })).body.code).toBe('meter-proposal.no-picture');
    expect((await propose(said, { photo: Buffer.from('<script>') })).body.code).toBe('paper.wrong-kind');
    expect((await propose({ ...said, digits: '12' })).body.errors).toMatchObject([{ field: 'digits' }]);
    expect((await propose(said, { who: neighbour })).body.code).toBe('account.not-found');
    expect(await own()).toEqual([]);
    const [{ files }] = await api.database.asOwner<[{ files: number }]>(
      'select count(*)::int as files from stored_files',
    );
    expect(files).toBe(0);
  });

  it('wait once, however often they are sent, and bill nothing', async () => {
    const sent = await Promise.all(Array.from({ length: 5 }, () => propose(said)));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1);
    expect((await propose({ ...said, serial: 'нв 77 1', shown: '1' })).body.code).toBe('meter-proposal.waits');
    expect(await own()).toMatchObject([
      { state: 'open', serial: 'НВ-77/1', value: '0.5', hasPhoto: true, hasPassport: false, answer: null },
    ]);
    expect(await inbox()).toHaveLength(1);
    const premises = stock.houses[0]!.premises[0]!.id;
    expect((await accountant.get(`/premises/${premises}/meters`)).body.items).toHaveLength(1);
  });

  it('stand in the accountant’s queue with what stands there now, and whose number it is too', async () => {
    const twin = { ...said, serial: meters[1]!.serial, installedOn: '2026-10-20' };
    await propose(twin, { who: neighbour, flat: 2 }).expect(201);
    const all = await queue();
    expect(all).toMatchObject([
      { serial: 'НВ-77/1', doubles: [], standing: [{ id: meters[0]!.id, last: { value: '104' } }] },
      { doubles: [{ of: 'meter', id: meters[1]!.id }], standing: [] },
    ]);
    expect(await queue('?doubled=true')).toMatchObject([{ id: all[1].id }]);
    expect(await queue('?search=НВ')).toMatchObject([{ id: all[0].id }]);
    expect(await queue('?resource=gas')).toEqual([]);
    const photo = await accountant.get(`/meter-proposals/${all[0].id}/photo`).expect(200);
    expect(photo.headers['content-type']).toContain('image/jpeg');
    expect((await accountant.get(`/meter-proposals/${all[0].id}/passport`)).body.code).toBe(
      'meter-proposal.no-such-picture',
    );
  });

  it('are seen and decided upon by those alone who may', async () => {
    const [{ id }] = await queue();
    const cashier = await api.signedIn('cashier@dvor.test');
    expect((await cashier.get('/meter-proposals')).status).toBe(403);
    const stranger = await api.signedIn('stranger@dvor.test');
    expect((await stranger.get('/meter-proposals')).body.items).toEqual([]);
    expect((await stranger.get(`/meter-proposals/${id}`)).status).toBe(404);
    expect((await stranger.post(`/meter-proposals/${id}/refusal`, { answer: 'не то' })).status).toBe(404);
    expect((await neighbour.post(`/resident/meter-proposals/${id}/withdrawal`)).status).toBe(404);
    expect((await resident.get(`/meter-proposals/${id}`)).status).toBe(403);
  });

  it('are refused with a reason, which the resident reads', async () => {
    const [, { id }] = await queue();
    expect((await accountant.post(`/meter-proposals/${id}/refusal`, {})).body.errors).toMatchObject([
      { field: 'answer' },
    ]);
    const answer = 'На фото другой номер: пришлите паспорт счётчика';
    await accountant.post(`/meter-proposals/${id}/refusal`, { answer }).expect(204);
    expect(await own(neighbour, 2)).toMatchObject([{ state: 'refused', answer, isNews: true }]);
    expect((await accountant.post(`/meter-proposals/${id}/refusal`, { answer })).body.code).toBe(
      'meter-proposal.decided',
    );
    expect(await inbox()).toHaveLength(1);
  });

  it('are withdrawn while they wait, the second time too', async () => {
    const [{ id }] = await own();
    await resident.post(`/resident/meter-proposals/${id}/withdrawal`).expect(204);
    await resident.post(`/resident/meter-proposals/${id}/withdrawal`).expect(204);
    expect(await own()).toMatchObject([{ id, state: 'withdrawn' }]);
    expect(await inbox()).toEqual([]);
  });

  it('are approved with the act of installation, in the place of the one that stood there', async () => {
    const old = meters[0]!;
    const call = propose({ ...said, replacesId: old.id, final: '104,5' }, { photo: null });
    const { id } = (await call.attach('passport', PDF, { filename: 'паспорт.pdf' }).expect(201)).body;
    expect((await queue())[0]).toMatchObject({ id, replaces: { id: old.id, value: '104.5' }, hasPassport: true });
    const act = { number: '5', dated: '2026-10-26', on: '2026-10-25', signedBy: ['Иванов И. И.'], reason: 'Заявка' };
    const meter = { serial: 'НВ-77/1', digits: 5, scale: 3, shown: '0.5', verifiedUntil: '2032-10-24' };
    const approve = (replaces: object | null, headers = {}) =>
      accountant.post(`/meter-proposals/${id}/approval`, { ...act, ...meter, replaces }, headers);
    expect((await approve({ meterId: meters[1]!.id, shown: '105' })).body.code).toBe('meter-proposal.replaces');
    expect((await approve({ meterId: old.id, shown: '103' })).body.code).toBe('meter-life.below');
    const good = { meterId: old.id, shown: '104.5' };
    const [first, again] = [
      await approve(good, { 'Idempotency-Key': 'a' }),
      await approve(good, { 'Idempotency-Key': 'a' }),
    ];
    expect([first.status, again.body.id]).toEqual([200, first.body.id]);
    expect((await approve(good)).body.code).toBe('meter-proposal.decided');
    expect((await accountant.get(`/meters/${old.id}`)).body).toMatchObject({ removedOn: '2026-10-25', final: '104.5' });
    expect((await accountant.get(`/meters/${first.body.id}`)).body).toMatchObject({
      ...{ serial: 'НВ-77/1', installedOn: '2026-10-25', verifiedUntil: '2032-10-24', initial: '0.5' },
      before: { id: old.id },
    });
    const { items: life } = (await accountant.get(`/meters/${first.body.id}/life`)).body;
    expect(life).toMatchObject([{ kind: 'installation', number: '5', documentId: expect.any(String) }]);
    expect(await own()).toMatchObject([{ id, state: 'approved', isNews: true }, { state: 'withdrawn' }]);
    const mine = (await resident.get(`/resident/accounts/${account(0)}/meters`)).body.items;
    expect(mine).toMatchObject([{ serial: 'НВ-77/1', verification: 'good' }]);
    const { items: trail } = (await (await api.signedIn('administrator@dvor.test')).get('/audit?limit=50')).body;
    expect(trail.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['meter-proposal.add', 'meter-proposal.refused', 'meter-proposal.approved']),
    );
  });

  describe('what a reading would cost (MTR-04)', () => {
    const cost = async (value: string, { meterId = meters[1]!.id, flat = 1 } = {}) =>
      (await resident.post(`/resident/accounts/${account(flat)}/reading-cost`, { meterId, value })).body;

    it('is told before it is sent, about, by service, and writes nothing', async () => {
      expect(await cost('107,5')).toEqual({
        ...{ volume: '2.125', amount: '153.85' },
        services: [
          { name: expect.any(String), amount: '89.89' }, // 2.125 · 42.30
          { name: expect.any(String), amount: '63.96' }, // 2.125 · 30.10
        ],
      });
      const [{ count }] = await api.database.asOwner<[{ count: number }]>(
        `select count(*)::int as count from readings where taken_on > '2026-10-31'`,
      );
      expect(count).toBe(0);
    });

    it('is not told where it can’t be', async () => {
      for (const value of ['12З', ' ', '90', '107.5;1']) expect((await cost(value)).amount).toBeNull();
      expect((await cost('107', { meterId: meters[0]!.id })).code).toBe('meter.not-found');
      expect((await cost('107', { flat: 2 })).code).toBe('account.not-found');
      const over = 'update meter_facts set verified_until = $2 where meter_id = $1';
      await api.database.asOwner(over, [meters[1]!.id, '2026-10-31']);
      expect(await cost('107,5')).toMatchObject({ volume: '2.125', amount: null, services: [] });
      const [meter] = (await resident.get(`/resident/accounts/${account(1)}/meters`)).body.items;
      expect(meter).toMatchObject({ verification: 'over', daysLeft: -2 });
      await api.database.asOwner(over, [meters[1]!.id, '2026-12-01']);
      const [soon] = (await resident.get(`/resident/accounts/${account(1)}/meters`)).body.items;
      expect(soon).toMatchObject({ verification: 'soon', daysLeft: 29 });
    });
  });

  it('has all years of readings on the meter’s page, with photos, and as a workbook (MTR-10)', async () => {
    const sent = await resident
      .send('post', '/resident/readings')
      .field({ meterId: meters[1]!.id, value: '107,5' })
      .attach('photo', JPEG, { filename: 'счётчик.jpg', contentType: 'image/jpeg' })
      .expect(200);
    const timeline = (await accountant.get(`/meters/${meters[1]!.id}/timeline`).expect(200)).body;
    expect(timeline).toMatchObject({
      readings: [
        { id: sent.body.id, value: '107.5', volume: '2.125', source: 'resident', month: '2026-11', hasPhoto: true },
        { value: '105.375', volume: '3.875', month: '2026-10', hasPhoto: false, state: 'counts' },
        { value: '101.5', month: '2026-09' },
      ],
      estimates: [],
    });
    const photo = await accountant.get(`/meters/${meters[1]!.id}/readings/${sent.body.id}/photo`).expect(200);
    expect(photo.headers['content-type']).toContain('image/jpeg');
    const none = await accountant.get(`/meters/${meters[0]!.id}/readings/${sent.body.id}/photo`);
    expect(none.body).toMatchObject({ status: 404, code: 'reading.no-photo' });
    const table = await accountant.get(`/meters/${meters[1]!.id}/timeline.xlsx`).expect(200);
    expect(table.headers['content-type']).toContain('spreadsheetml');
  });
});
