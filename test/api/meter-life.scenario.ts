import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganizationId } from '@dvor/kernel';
import { Database } from '@dvor/platform';
import { makeStock, newHouse, type Stock } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { startWorkerBeside } from './support/worker-beside.js';

/** The meter of flat 1 runs 3 m³ a month, and its verification ended on 25 September. */
describe('the life of a meter (MTR-01, MTR-02, MTR-14)', () => {
  let api: ApiUnderTest;
  let worker: Awaited<ReturnType<typeof startWorkerBeside>>;
  let organization: OrganizationId;
  let stock: Stock;
  let accountant: Client;
  let meter: string;
  let verification: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    stock = await api.app
      .get(Database)
      .inTenant({ organizationId: organization }, (tx) => makeStock(tx, [newHouse('1')]));
    await today('2026-11-02');
    await api.database.asOwner(
      `insert into readings (organization_id, house_id, meter_id, taken_on, amounts, source)
       select organization_id, house_id, id, (date '2026-09-20' - make_interval(months => n))::date, array[100.5 - 3 * n], 'resident'
         from meters, generate_series(1, 7) n where premises_id = $1`,
      [flat(0)],
    );
    await api.database.asOwner(
      `update meter_facts set verified_until = '2026-09-25' where meter_id in (select id from meters where premises_id = $1)`,
      [flat(0)],
    );
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.staff(organization, 'cashier@dvor.test', 'cashier');
    await api.setUpStranger();
    worker = await startWorkerBeside(api);
    accountant = await api.signedIn('accountant@dvor.test');
    meter = (await accountant.get(`/premises/${flat(0)}/meters`)).body.items[0].id;
  });
  afterAll(async () => {
    await worker?.stop();
    await api?.stop();
  });

  const flat = (i: number) => stock.houses[0]!.premises[i]!.id;
  const paper = { number: '12', dated: '2026-10-05', signedBy: ['Иванов И. И.'], reason: 'Акт поверки' };
  const verify = { ...paper, kind: 'verification', shown: '102', verifiedUntil: '2032-10-04' };

  it('is charged by the average once its verification is over', async () => {
    expect((await accountant.get(`/meters/${meter}`)).body).toMatchObject({
      ...{ verification: 'over', verifiedUntil: '2026-09-25', removedOn: null, scale: 3 },
      lastReading: { date: '2026-10-20', value: '104' },
    });
    await close('2026-10');
    const [line] = await waterOf('2026-10');
    expect(line).toMatchObject({ volume: '3' });
    expect(line.explanation.sentence).toContain('В среднем');
    const { readings, estimates } = (await accountant.get(`/meters/${meter}/timeline`)).body;
    expect(estimates).toEqual([{ month: '2026-10', how: 'average', volume: '3', settled: false }]);
    expect(readings).toHaveLength(9);
  });

  it('is refused by name what can’t be', async () => {
    const refusals = [
      [{ shown: '12З' }, 422, 'reading.amount'],
      [{ shown: '1e309' }, 422, 'reading.amount'],
      [{ shown: '99' }, 422, 'reading.implausible'],
      [{ shown: { day: '103', night: '1' } }, 422, 'reading.zones'],
      [{ dated: '2026-11-03' }, 422, 'meter-act.future'],
      [{ verifiedUntil: '2026-10-01' }, 422, 'meter.verified-before'],
      [{ dated: '2010-10-05', lateReason: 'Нашли' }, 422, 'meter-life.before-installation'],
    ] as const;
    for (const [wrong, status, code] of refusals)
      expect((await accountant.post(`/meters/${meter}/life`, { ...verify, ...wrong })).body).toMatchObject({
        status,
        code,
      });
    const { body } = await accountant.post(`/meters/${meter}/life`, { ...verify, verifiedUntil: undefined });
    expect(body.errors).toMatchObject([{ field: 'verifiedUntil' }]);
    expect((await accountant.get(`/meters/${meter}/life`)).body.items).toEqual([]);
  });

  it('is foretold which months an act makes to be calculated again', async () => {
    expect((await accountant.get(`/meters/${meter}/foresight?on=2026-10-05`)).body).toEqual({
      ...{ months: ['2026-10'], tooOldFrom: null, inMonth: '2026-11' },
    });
    expect((await accountant.get(`/meters/${meter}/foresight?on=2026-11-02`)).body.months).toEqual([]);
    expect((await accountant.get(`/meters/${meter}/foresight?on=2020-01-01`)).body.tooOldFrom).toBe('2020-01');
  });

  it('goes on with a verification, by those who may, and what it changes in the past is dirty', async () => {
    const cashier = await api.signedIn('cashier@dvor.test');
    expect((await cashier.post(`/meters/${meter}/life`, verify)).status).toBe(403);
    const stranger = await api.signedIn('stranger@dvor.test');
    expect((await stranger.post(`/meters/${meter}/life`, verify)).status).toBe(404);
    const made = await accountant.post(`/meters/${meter}/life`, verify);
    expect(made.status).toBe(201);
    verification = made.body.id;
    expect((await accountant.get(`/meters/${meter}`)).body).toMatchObject({
      ...{ verification: 'good', verifiedUntil: '2032-10-04' },
    });
    expect((await accountant.get('/past-changes')).body.items).toMatchObject([
      { subject: { type: 'meter', id: meter }, first: '2026-10', facts: ['meter_facts', 'readings'] },
    ]);
    expect((await accountant.get(`/meters/${meter}/life`)).body.items).toMatchObject([
      { of: 'life', kind: 'verification', on: '2026-10-05', value: '102', isLast: true, takenBack: null },
    ]);
  });

  it('goes back by a mirror, and again', async () => {
    const back = { reason: 'Внесён не тот прибор' };
    expect((await accountant.post(`/meter-life-acts/${verification}/mirror`, back)).status).toBe(204);
    expect((await accountant.post(`/meter-life-acts/${verification}/mirror`, back)).body).toMatchObject({
      status: 409,
      code: 'meter-life.taken-back',
    });
    expect((await accountant.get(`/meters/${meter}`)).body).toMatchObject({ verification: 'over' });
    expect((await accountant.post(`/meters/${meter}/life`, verify)).status).toBe(201);
  });

  it('is counted anew in the next run, which posts the difference in its month', async () => {
    await today('2026-12-01');
    await close('2026-11');
    const corrections = (await waterOf('2026-11')).filter(({ part }: { part: string }) => part === 'true-up');
    expect(corrections).toMatchObject([{ amount: '21.15' }]); // 3,5 м³ by the meter for 3 м³ on average
    expect(corrections[0].explanation.sentence).toContain('За октябрь 2026 пересчитали');
  });

  it('ends with a replacement, whose new meter has its own', async () => {
    const next = { serial: 'N-2026-1', shown: '0', verifiedUntil: '2032-11-30' };
    const dated = { ...paper, dated: '2026-12-01', reason: 'Замена', shown: '105' };
    const made = await accountant.post(`/meters/${meter}/replacement`, { ...dated, next });
    expect(made.status).toBe(201);
    expect((await accountant.get(`/meters/${made.body.id}`)).body).toMatchObject({
      ...{ serial: 'N-2026-1', installedOn: '2026-12-01', before: { id: meter } },
    });
    expect((await accountant.get(`/meters/${meter}`)).body).toMatchObject({
      final: '105',
      after: { serial: 'N-2026-1' },
    });
    const five = {
      ...dated,
      resource: 'electricity',
      serial: 'E-5',
      zones: ['day', 'night', 'peak', 'half-peak', 'x'],
    };
    expect((await accountant.post(`/premises/${flat(0)}/meters`, five)).body).toMatchObject({
      status: 422,
      code: 'meter.too-many-zones',
    });
    const twin = { ...dated, resource: 'cold-water', serial: 'N-2026-1' };
    expect((await accountant.post(`/premises/${flat(1)}/meters`, twin)).body).toMatchObject({
      status: 409,
      code: 'meter.serial-stands',
    });
  });

  it('can’t begin where an act says so', async () => {
    const act = { ...paper, resource: 'gas', reason: 'Обследование' };
    const made = await accountant.post(`/premises/${flat(2)}/meter-impossibility`, act);
    expect(made.status).toBe(201);
    expect((await accountant.post(`/premises/${flat(2)}/meter-impossibility`, act)).body.code).toBe(
      'meter-life.impossible-already',
    );
    expect((await accountant.get(`/premises/${flat(2)}/meter-impossibility`)).body.items).toMatchObject([
      { kind: 'impossible', resource: 'gas', on: '2026-10-05', until: null },
    ]);
    const back = { reason: 'Ошибка' };
    expect((await accountant.post(`/meter-impossibility/${made.body.id}/mirror`, back)).status).toBe(204);
  });

  async function today(day: string): Promise<void> {
    await api.database.asOwner('update organizations set demo_now = $2 where id = $1', [
      organization,
      `${day}T03:00:00Z`,
    ]);
  }

  async function close(period: string): Promise<void> {
    const { body } = await accountant.post('/runs', { period });
    await until(body.id, 'review');
    await accountant.post(`/runs/${body.id}/close`, {}, { 'Idempotency-Key': `close-${period}` });
    await until(body.id, 'closed');
  }

  async function until(id: string, state: string): Promise<void> {
    while ((await accountant.get(`/runs/${id}`)).body.state !== state) await pause(50);
  }

  async function waterOf(period: string) {
    const account = stock.houses[0]!.premises[0]!.accountIds[0]!;
    const { body } = await accountant.get(`/accounts/${account}/lines?period=${period}`);
    return body.items.filter(({ service }: { service: { name: string } }) => service.name === 'cold-water');
  }
});
