import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountId, MeterId, OrganizationId } from '@dvor/kernel';
import { Database } from '@dvor/platform';
import { accountNumber, makeStock, newHouse, type Stock } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]);

/** Meters of flats 1 and 2 showed 100.5 and 100.5 in September, 104 in October 2026; today is the 2nd of November. */
describe('roads for readings', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let stock: Stock;
  let accountant: Client;
  let cashier: Client;
  let resident: Client;
  let stranger: Client;
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
    await api.database.asOwner(`update parties set phone = '8 (913) 210-45-67', email = 'ivanova@dvor.test' where id =
      (select payer_id from account_facts f join accounts a on a.id = f.account_id where a.number = '${accountNumber('1', 1)}')`);
    await api.database.asOwner('select refresh_account_search(array(select id from accounts))');
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.staff(organization, 'cashier@dvor.test', 'cashier');
    await api.resident(organization, 'resident@dvor.test', [account(0)]);
    accountant = await api.signedIn('accountant@dvor.test');
    cashier = await api.signedIn('cashier@dvor.test');
    resident = await api.signedIn('resident@dvor.test');
    stranger = await api.signedIn('stranger@dvor.test');
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
  });

  const account = (flat: number): AccountId => stock.houses[0]!.premises[flat]!.accountIds[0]!;
  const counting = async (meter: { id: MeterId }) => {
    const rows = await api.database.asOwner<{ told: string }[]>(
      `select source || ' ' || trim_scale(amounts[1]) as told from readings
        where meter_id = $1 and refused_at is null and taken_on = '2026-11-02' order by id`,
      [meter.id],
    );
    return rows.map(({ told }) => told);
  };

  describe('a round of a house (MTR-08)', () => {
    const round = async (query = '') =>
      (await cashier.get(`/houses/${stock.houses[0]!.id}/reading-round${query}`).expect(200)).body;

    it('shows each meter with what it showed before and the month it would count for', async () => {
      const { meters: all, total, read, date } = await round();
      expect({ total, read, date }).toEqual({ total: 2, read: 0, date: '2026-11-02' });
      expect(all[0]).toMatchObject({
        ...{ premises: '1', resource: 'cold-water', zones: ['all'], current: null, held: null },
        previous: { date: '2026-10-20', value: '104' },
        counts: { isTaken: true, month: '2026-11' },
      });
    });

    it('leaves out those that are read, where it is asked to', async () => {
      const body = { readings: [{ meterId: meters[1]!.id, value: '106,5' }] };
      const { items } = (await cashier.post('/readings', body)).body;
      expect((await round('?missing=true')).meters.map(({ premises }: { premises: string }) => premises)).toEqual([
        '1',
      ]);
      expect((await round()).meters[1].current).toMatchObject({ value: '106.5', source: 'accountant' });
      const withdrawal = `/meters/${meters[1]!.id}/readings/${items[0].id}/withdrawal`;
      expect((await accountant.post(withdrawal)).body.code).toBe('reading.not-yours');
      expect((await cashier.post(withdrawal)).status).toBe(204);
      expect((await cashier.post(withdrawal)).body.code).toBe('reading.not-found');
      expect(await round()).toMatchObject({ read: 0 });
      expect(await counting(meters[1]!)).toEqual([]);
    });

    it('is of one’s own houses', async () => {
      await stranger.get(`/houses/${stock.houses[0]!.id}/reading-round`).expect(404);
    });
  });

  describe('the cabinet (MTR-04)', () => {
    const send = (fields: Record<string, string>, photo?: Buffer, client = resident) => {
      const call = client.send('post', '/resident/readings');
      for (const [name, value] of Object.entries(fields)) call.field(name, value);
      return photo ? call.attach('photo', photo, { filename: 'счётчик.jpg', contentType: 'image/jpeg' }) : call;
    };
    const meterId = () => meters[0]!.id;

    it('shows one’s own meters', async () => {
      const { items } = (await resident.get(`/resident/accounts/${account(0)}/meters`).expect(200)).body;
      expect(items).toMatchObject([{ id: meterId(), previous: { value: '104' }, counts: { isTaken: true } }]);
      await resident.get(`/resident/accounts/${account(1)}/meters`).expect(404);
    });

    it('asks about what is doubtful, takes it once it is confirmed, with a photo for whoever looks at it', async () => {
      expect((await send({ meterId: meterId(), value: '12З' })).body).toMatchObject({ code: 'reading.amount' });
      const asked = (await send({ meterId: meterId(), value: '144' })).body;
      expect(asked).toMatchObject({ outcome: 'confirm', findings: [{ rule: 'times-usual' }] });
      const taken = (await send({ meterId: meterId(), value: '144', confirmed: 'true' }, JPEG)).body;
      expect(taken).toMatchObject({ outcome: 'taken', volume: '40', month: '2026-11' });
      const [doubt] = (await accountant.get('/readings/doubtful')).body.items;
      expect(doubt).toMatchObject({ value: '144', source: 'resident', hasPhoto: true });
      const photo = await accountant.get(`/readings/doubtful/${doubt.id}/photo`).responseType('blob').expect(200);
      expect(photo.body).toEqual(JPEG);
      const wrong = await send({ meterId: meterId(), value: '145' }, Buffer.from('<html>'));
      expect(wrong.body.code).toBe('paper.wrong-kind');
    });

    it('takes a photo that was asked for with the same reading', async () => {
      const [doubt] = (await accountant.get('/readings/doubtful')).body.items;
      await accountant.post(`/readings/doubtful/${doubt.id}/photo-request`).expect(204);
      expect((await send({ meterId: meterId(), value: '144', confirmed: 'true' }, JPEG)).body.outcome).toBe('same');
      expect((await accountant.get('/readings/doubtful')).body.items).toMatchObject([{ id: doubt.id, state: 'open' }]);
    });

    it('tells the history of one’s own meters alone', async () => {
      const { items } = (await resident.get(`/resident/meters/${meterId()}/readings`).expect(200)).body;
      expect(items[0]).toMatchObject({ date: '2026-11-02', value: '144', source: 'resident', counts: true });
      expect(items).toHaveLength(3);
      await resident.get(`/resident/meters/${meters[1]!.id}/readings`).expect(404);
      expect((await send({ meterId: meters[1]!.id, value: '108' })).status).toBe(404);
    });
  });

  describe('without signing in (MTR-13)', () => {
    const anyone = (address = '203.0.113.77') => api.client(address);
    const named = () => ({ account: accountNumber('1', 2), serial: meters[1]!.serial.toLowerCase() });

    it('a meter is found by its account and number, and tells nothing of whose it is', async () => {
      const { body } = await anyone().post('/quick-readings/meter', named()).expect(200);
      expect(body).toEqual({ resource: 'cold-water', zones: ['all'] });
    });

    it('whatever is wrong of the two, the answer is one', async () => {
      const wrong = [
        { ...named(), serial: 'нет' },
        { ...named(), account: '999' },
        { account: accountNumber('1', 1), serial: meters[1]!.serial },
      ];
      const answers = await Promise.all(
        wrong.map(async (body) => (await anyone('203.0.113.78').post('/quick-readings/meter', body)).body),
      );
      expect(new Set(answers.map(({ status, code, detail }) => `${status} ${code} ${detail}`)).size).toBe(1);
      expect(answers[0].code).toBe('reading.quick-unknown');
    });

    it('a reading is taken, a doubtful one asked about without a figure of the books', async () => {
      const below = await anyone().post('/quick-readings', { ...named(), value: ['90'] });
      expect(below.body.outcome).toBe('refused');
      expect(below.body.text).not.toMatch(/\d/);
      const far = await anyone().post('/quick-readings', { ...named(), value: ['144'] });
      expect(far.body.outcome).toBe('confirm');
      expect(far.body.text).not.toMatch(/\d/);
      const taken = await anyone().post('/quick-readings', { ...named(), value: ['107,5'] });
      expect(taken.body).toEqual({ outcome: 'taken', text: 'Показание принято, зачтётся за ноябрь 2026' });
      expect(await counting(meters[1]!)).toEqual(['quick 107.5']);
    });

    it('guesses are stopped after ten, from one address and at one account', async () => {
      const statuses: number[] = [];
      for (let i = 0; i < 11; i += 1)
        statuses.push(
          (await anyone('203.0.113.79').post('/quick-readings/meter', { account: `9${i}`, serial: '1' })).status,
        );
      expect(statuses).toEqual([...Array(10).fill(422), 429]);
      for (let i = 0; i < 10; i += 1)
        await anyone(`198.51.100.${i}`).post('/quick-readings/meter', { account: '7777', serial: String(i) });
      const next = await anyone('198.51.100.99').post('/quick-readings/meter', { account: '7777', serial: '5' });
      expect(next.body.code).toBe('rate.exceeded');
      expect((await anyone('198.51.100.98').post('/quick-readings/meter', named())).status).toBe(200);
    });
  });

  describe('messages (MTR-11)', () => {
    let nth = 0;
    const write = async (text: string, sender = '+79132104567', more: object = {}) =>
      (
        await accountant.post('/inbound-messages', {
          ...{ channel: 'sms', externalId: `sms-${(nth += 1)}`, sender, text },
          ...more,
        })
      ).body;

    it('of a phone that is known are taken for its account, and answered', async () => {
      const { answer, accountNumber: whose, reply } = await write('Добрый день! хвс 145,5');
      expect({ answer, whose }).toEqual({ answer: 'taken', whose: accountNumber('1', 1) });
      expect(reply).toBe('ХВС 145,5: принято, расход 41,5');
      expect(await counting(meters[0]!)).toContain('message 145.5');
    });

    it('name the account, or come by e-mail', async () => {
      expect(await write(`ЛС ${accountNumber('1', 2)} ХВС 108`, '+79990000000')).toMatchObject({ answer: 'taken' });
      const { reply } = await write(`ЛС ${accountNumber('1', 2)} ХВС 7`, '+79990000000');
      expect(reply).toMatch(/^ХВС 7: проверим. Показание не сходится с прежним/);
      expect(reply).not.toContain('108');
      expect(await write('хвс 145,5', 'Ivanova@dvor.test', { channel: 'email' })).toMatchObject({
        ...{ answer: 'taken', accountNumber: accountNumber('1', 1), reply: 'ХВС 145,5: уже принято' },
      });
    });

    it('of a phone that was linked by a person are taken for its account', async () => {
      const text = 'ХВС 108';
      const { id } = await write(text, '+79994445566');
      const body = { accountId: account(1), reason: 'заявление жильца' };
      const link = () => accountant.post(`/inbound-messages/${id}/sender-link`, body);
      expect((await link()).status).toBe(204);
      expect((await link()).body.detail).toBe(`+79994445566 уже привязан к счёту ${accountNumber('1', 2)}.`);
      expect(await write(text, '8 999 444-55-66')).toMatchObject({
        ...{ answer: 'taken', accountNumber: accountNumber('1', 2) },
      });
      const { items } = (await accountant.get('/inbound-messages?answer=unknown-sender&search=4445566')).body;
      expect(items).toMatchObject([{ id, answer: 'unknown-sender' }]);
      expect((await accountant.get('/inbound-messages?channel=email&search=4445566')).body.items).toEqual([]);
    });

    it('of a stranger learn nothing of the meters that an account has', async () => {
      await api.database.asOwner(
        `with m as (insert into meters (organization_id, house_id, premises_id, resource, serial)
                    select organization_id, house_id, premises_id, 'cold-water', '77001' from meters where id = $1 returning *)
         insert into meter_facts (organization_id, house_id, meter_id, valid, initial_values, reason)
         select organization_id, house_id, id, '[2026-10-01,)', '{1}', 'акт' from m`,
        [meters[1]!.id],
      );
      const own = `ЛС ${accountNumber('1', 2)}`;
      for (const text of [`${own} ХВС 146`, `${own} ГВС 146`, `${own} № 5 146`, `${own} № 77001 1 2`])
        expect((await write(text, '+79990000000')).reply).toBe(
          'Не поняли, о каком счётчике речь. Напишите его номер и показание: № 118273 123,4',
        );
      const taken = await write(`${own} № 77001 3`, '+79990000000');
      expect(taken).toMatchObject({ answer: 'taken', reply: 'ХВС 3: принято' });
    });

    it.each([
      ['ХВС 12З', '+79132104567', 'unread', '«12з» – не показание'],
      ['ГВС 5', '+79132104567', 'unread', 'Такого счётчика у вас нет: ГВС'],
      ['ХВС 146', '+79990000000', 'unknown-sender', 'Допишите лицевой счёт'],
      ['ЛС 99999999 ХВС 146', '+79132104567', 'unknown-account', 'Такого лицевого счёта нет'],
    ])('«%s» of %s: %s', async (text, sender, answer, reply) => {
      const body = await write(text, sender);
      expect(body).toMatchObject({ answer });
      expect(body.reply).toContain(reply);
    });

    it('below the last one are held and answered so; the same message again is the same', async () => {
      const first = await write('хвс 10', '+79132104567', { externalId: 'twice' });
      expect(first.reply).toMatch(/^ХВС 10: проверим/);
      expect(await write('хвс 10', '+79132104567', { externalId: 'twice' })).toEqual(first);
      const { items } = (await accountant.get('/inbound-messages')).body;
      expect(items[0]).toEqual(first);
      expect((await stranger.get('/inbound-messages')).body.items).toEqual([]);
    });
  });

  describe('smart meters (MTR-18)', () => {
    const tell = async (...events: object[]) => (await accountant.post('/device-events', { events })).body.items;
    const event = (at: string, value: string, more: object = {}) => ({
      ...{ device: meters[1]!.serial, at: `2026-11-02T${at}:00+07:00`, value, unit: 'm3' },
      ...more,
    });
    const outcomes = (items: { outcome: string; code?: string }[]) => items.map(({ outcome, code }) => code ?? outcome);

    it('tell each event once; the last of a day is its reading', async () => {
      const items = await tell(event('08:00', '108.5'), event('09:00', '108.7'), event('08:00', '108.5'));
      expect(outcomes(items)).toEqual(['replaced', 'taken', 'same']);
      expect(outcomes(await tell(event('07:00', '108.4'), event('09:30', '108750', { unit: 'l' })))).toEqual([
        'replaced',
        'taken',
      ]);
      expect((await counting(meters[1]!)).filter((told) => told.startsWith('device'))).toEqual([
        'device 108.7',
        'device 108.75',
      ]);
    });

    it('that go back are held, and what can’t be is refused by name', async () => {
      const items = await tell(
        event('09:50', '10'),
        event('09:40', '5', { unit: 'kWh' }),
        event('09:00', 'NaN', { at: '2026-11-01T09:00:00+07:00' }),
        event('09:00', '109', { at: '2026-11-03T09:00:00+07:00' }),
      );
      expect(outcomes(items)).toEqual(['held', 'replaced', 'reading.amount', 'reading.future']);
      expect(outcomes(await tell(event('09:55', '109', { unit: 'kWh' })))).toEqual(['device.unit']);
    });

    it('of a meter with zones wait for the other zones of their moment', async () => {
      await api.database.asOwner(
        `with m as (insert into meters (organization_id, house_id, premises_id, resource, serial, zones, digits, scale)
                    select organization_id, house_id, premises_id, 'electricity', 'НЕВА-7', '{day,night}', 6, 2 from meters where id = $1 returning *)
         insert into meter_facts (organization_id, house_id, meter_id, valid, verified_until, initial_values, reason)
         select organization_id, house_id, id, '[2026-10-01,)', '2040-01-01', '{100,50}', 'акт' from m`,
        [meters[1]!.id],
      );
      const power = (zone: string | null, value: string, hour = '08') => ({
        ...{ device: 'нева 7', at: `2026-11-02T${hour}:00:00+07:00`, value, unit: 'kWh' },
        ...(zone && { zone }),
      });
      const first = await tell(power('day', '150'));
      expect(first).toEqual([{ outcome: 'waiting', detail: 'Ждём зоны: night' }]);
      expect(outcomes(await tell(power('day', '150')))).toEqual(['same']);
      expect(outcomes(await tell(power('night', '70000', '09'), power('peak', '5'), power(null, '5')))).toEqual([
        'waiting',
        'device.zone',
        'device.zone',
      ]);
      expect(outcomes(await tell(power('night', '70')))).toEqual(['taken']);
      const [reading] = await api.database.asOwner<{ told: string }[]>(
        `select trim_scale(amounts[1]) || '/' || trim_scale(amounts[2]) as told from readings r join meters m on m.id = r.meter_id
          where m.serial = 'НЕВА-7'`,
      );
      expect(reading).toEqual({ told: '150/70' });
      const { items } = (await accountant.get('/device-events?device=нева7')).body;
      expect(items.map((one: { zone: string; outcome: string }) => `${one.zone} ${one.outcome}`)).toEqual([
        'night taken',
        'night waiting',
        'null refused',
        'peak refused',
        'day taken',
      ]);
      const back = await tell(power('day', '140', '10'), power('night', '71', '10'));
      expect(outcomes(back)).toEqual(['taken', 'taken']);
      const { items: told } = (await accountant.get('/exceptions?kind=readings.counter-back')).body;
      expect(told).toMatchObject([{ object: { label: '№ НЕВА-7' } }]);
      expect(told[0].reason).toContain('было 150 / 70, стало 140 / 71');
    });

    it('that nobody knows are kept and lie in the inbox, once a device', async () => {
      const strange = { device: 'NB-77', value: '1', unit: 'm3' };
      const at = (hour: string) => ({ ...strange, at: `2026-11-02T${hour}:00:00Z` });
      expect(outcomes(await tell(at('01'), at('02')))).toEqual(['unknown-device', 'unknown-device']);
      expect(outcomes(await tell(at('01')))).toEqual(['same']);
      const { items } = (await accountant.get('/exceptions?kind=readings.unknown-device')).body;
      expect(items).toHaveLength(1);
    });

    it('that nobody knows wait until somebody names the meter, and are taken in then', async () => {
      const { items } = (await accountant.get('/device-events/unknown')).body;
      expect(items).toMatchObject([{ device: 'NB-77', events: 2, value: '1', unit: 'm3' }]);
      const name = (body: object) => accountant.post('/device-events/replay', { reason: 'паспорт прибора', ...body });
      expect((await name({ device: 'NB-77' })).body).toEqual({ counts: { 'unknown-device': 2 } });
      expect((await name({ device: 'NB-78' })).status).toBe(404);
      const meter = (await accountant.get('/meter-lists?search=77001')).body.items[0];
      expect((await name({ device: 'NB-77', meterId: meter.id })).body).toEqual({ counts: { taken: 1, replaced: 1 } });
      expect((await accountant.get('/device-events/unknown')).body.items).toEqual([]);
      expect((await accountant.get('/exceptions?kind=readings.unknown-device')).body.items).toEqual([]);
      const next = { device: 'nb77', at: '2026-11-02T02:30:00Z', value: '3.5', unit: 'm3' };
      expect(outcomes(await tell(next))).toEqual(['taken']);
      expect((await stranger.get('/device-events')).body.items).toEqual([]);
    });
  });
});
