import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganizationId } from '@dvor/kernel';
import { Database } from '@dvor/platform';
import { makeStock, newHouse, type Stock } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { startWorkerBeside } from './support/worker-beside.js';

/** Flats 1 and 2 have water meters that run 3 and 2 m³ a month; in flat 3 two persons live without one. */
describe('acts on meters (REC-11)', () => {
  let api: ApiUnderTest;
  let worker: Awaited<ReturnType<typeof startWorkerBeside>>;
  let organization: OrganizationId;
  let stock: Stock;
  let accountant: Client;
  let run: string;
  const acts: Record<string, string> = {};

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z' where id = $1`, [
      organization,
    ]);
    stock = await api.app
      .get(Database)
      .inTenant({ organizationId: organization }, (tx) => makeStock(tx, [newHouse('1')]));
    for (const [i, monthly] of [3, 2].entries())
      await api.database.asOwner(
        `insert into readings (organization_id, house_id, meter_id, taken_on, amounts, source)
         select organization_id, house_id, id, (date '2026-09-20' - make_interval(months => n))::date, array[${100.5 + i} - ${monthly} * n], 'resident'
           from meters, generate_series(1, 7) n where premises_id = $1`,
        [flat(i)],
      );
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.staff(organization, 'cashier@dvor.test', 'cashier');
    await api.setUpStranger();
    worker = await startWorkerBeside(api);
    accountant = await api.signedIn('accountant@dvor.test');
  });
  afterAll(async () => {
    await worker?.stop();
    await api?.stop();
  });

  const flat = (i: number) => stock.houses[0]!.premises[i]!.id;
  const account = (i: number) => stock.houses[0]!.premises[i]!.accountIds[0]!;
  const signed = { signedBy: ['Иванов И. И.', 'Петров П. П.'], reason: 'Проверка счётчиков' };
  const add = (i: number, act: object) => accountant.post(`/premises/${flat(i)}/meter-acts`, { ...signed, ...act });
  const interfered = { kind: 'interference', resource: 'cold-water', number: '14/В', dated: '2026-10-14', months: '3' };

  it('are refused without a date, without signatures and without a number, naming the field', async () => {
    for (const [field, missing] of [
      ['dated', { dated: undefined }],
      ['signedBy', { signedBy: [] }],
      ['signedBy', { signedBy: undefined }],
      ['number', { number: '' }],
      ['kind', { kind: 'theft' }],
    ] as const) {
      const { status, body } = await add(2, { ...interfered, ...missing });
      expect({ status, fields: body.errors?.map((error: { field: string }) => error.field) }).toEqual({
        status: 422,
        fields: [field],
      });
    }
    expect((await add(2, { ...interfered, signedBy: ['  '] })).status).toBe(422);
  });

  it('are refused where what they say can’t be, with the reason', async () => {
    const refusals = [
      [{ months: '3.5' }, 422, 'meter-act.months'],
      [{ months: undefined }, 422, 'meter-act.months'],
      [{ dated: '2026-11-20' }, 422, 'meter-act.future'],
      [{ resource: undefined }, 422, 'meter-act.resource'],
      [{ resource: 'heating' }, 422, 'meter-act.resource'],
      [{ meterId: '999999' }, 404, 'meter.not-found'],
      [{ kind: 'meter-failed' }, 422, 'meter-act.meter-needed'],
      [{ kind: 'access-refused', until: '2026-10-14' }, 422, 'meter-act.days'],
    ] as const;
    for (const [wrong, status, code] of refusals)
      expect((await add(2, { ...interfered, ...wrong })).body).toMatchObject({ status, code });
    expect((await accountant.get(`/premises/${flat(2)}/meter-acts`)).body.items).toEqual([]);
  });

  it('of more than 36 months ago want a reason of their own', async () => {
    const old = { ...interfered, number: '1/С', dated: '2023-10-31' };
    expect((await add(2, old)).body).toMatchObject({ status: 422, code: 'meter-act.too-old' });
    expect((await add(2, { ...old, dated: '2023-11-01', number: '2/С' })).status).toBe(201);
    const late = await add(2, { ...old, lateReason: 'Решение суда от 01.10.2026' });
    expect(late.status).toBe(201);
    const cancellation = { reason: 'Ошибка' };
    expect((await accountant.post(`/meter-acts/${late.body.id}/cancellation`, cancellation)).body).toMatchObject({
      code: 'meter-act.too-old',
    });
    const overridden = { ...cancellation, lateReason: 'Решение отменено' };
    expect((await accountant.post(`/meter-acts/${late.body.id}/cancellation`, overridden)).status).toBe(204);
  });

  it('are entered by those who may edit houses, once', async () => {
    const cashier = await api.signedIn('cashier@dvor.test');
    expect((await cashier.post(`/premises/${flat(2)}/meter-acts`, { ...signed, ...interfered })).status).toBe(403);
    const stranger = await api.signedIn('stranger@dvor.test');
    expect((await stranger.post(`/premises/${flat(2)}/meter-acts`, { ...signed, ...interfered })).status).toBe(404);

    const made = await add(2, interfered);
    expect(made.status).toBe(201);
    acts['interference'] = made.body.id;
    expect((await add(2, interfered)).body).toMatchObject({ status: 409, code: 'meter-act.number-taken' });

    const meters = (await accountant.get(`/premises/${flat(0)}/meters`)).body.items;
    expect(meters).toMatchObject([{ resource: 'cold-water', service: 'Холодная вода', removedOn: null }]);
    const failed = {
      kind: 'meter-failed',
      meterId: meters[0].id,
      number: '7',
      dated: '2026-10-12',
      since: '2026-10-05',
    };
    expect((await add(0, { ...failed, since: '2017-01-01', lateReason: 'давно' })).body).toMatchObject({
      code: 'meter-act.not-standing',
    });
    expect((await add(0, failed)).status).toBe(201);
    const refused = { kind: 'access-refused', resource: 'cold-water', number: '5', dated: '2026-10-08' };
    const { body } = await add(1, refused);
    acts['refusal'] = body.id;

    expect((await accountant.get(`/premises/${flat(2)}/meter-acts`)).body.items).toMatchObject([
      {
        kind: 'interference',
        number: '14/В',
        dated: '2026-10-14',
        months: '3',
        signedBy: signed.signedBy,
        recordedBy: 'accountant@dvor.test',
        corrections: 0,
        cancelled: null,
      },
      { number: '2/С' },
      { number: '1/С', lateReason: 'Решение суда от 01.10.2026', cancelled: { reason: 'Ошибка' } },
    ]);
  });

  it('are what the month is charged by, and each line names its act', async () => {
    run = await calculated();
    const [failed, refused, stolen] = [await waterOf(0), await waterOf(1), await waterOf(2)];
    expect(failed).toMatchObject([{ volume: '3', amount: '126.90' }]);
    expect(failed[0].explanation.sentence).toContain('счётчик вышел из строя, акт № 7 от 12.10.2026');
    expect(refused).toMatchObject([{ volume: '2', amount: '84.60' }]);
    expect(refused[0].explanation.sentence).toContain('к счётчику не пустили, акт № 5 от 08.10.2026');
    const [tenfold] = stolen.filter(({ part }: { part: string }) => part === 'interference');
    expect(tenfold).toMatchObject({ volume: '257.4', amount: '10888.02' });
    expect(tenfold.explanation.sentence).toContain('По акту № 14/В от 14.10.2026 о вмешательстве');
    expect(JSON.stringify(tenfold)).toContain('ПП 354, п. 62');
  });

  it('are corrected and cancelled, what was known before stays, and the month is charged anew', async () => {
    const corrected = { ...signed, number: '14/В', dated: '2026-10-14', months: '1.5', reason: 'Опечатка в акте' };
    expect((await accountant.send('put', `/meter-acts/${acts['interference']}`, { body: corrected })).status).toBe(204);
    expect(
      (await accountant.post(`/meter-acts/${acts['refusal']}/cancellation`, { reason: 'Доступ был' })).status,
    ).toBe(204);
    for (const again of [
      accountant.post(`/meter-acts/${acts['refusal']}/cancellation`, { reason: 'Доступ был' }),
      accountant.send('put', `/meter-acts/${acts['refusal']}`, { body: corrected }),
    ])
      expect((await again).body).toMatchObject({ status: 409, code: 'meter-act.cancelled' });
    expect((await accountant.get(`/premises/${flat(2)}/meter-acts`)).body.items[0]).toMatchObject({
      months: '1.5',
      corrections: 1,
      reason: 'Опечатка в акте',
    });
    const versions = await api.database.asOwner(
      `select months::text, superseded_at is null as stands from meter_act_facts where act_id = $1 order by id`,
      [acts['interference']],
    );
    expect(versions).toEqual([
      { months: '3.00', stands: false },
      { months: '1.50', stands: true },
    ]);
    await accountant.post(`/runs/${run}/cancel`, { reason: 'Акты исправлены' });
    run = await calculated();
    expect((await waterOf(1))[0].explanation.sentence).toContain('По счётчику');
    expect((await waterOf(2)).find(({ part }: { part: string }) => part === 'interference').amount).toBe('5444.01');
  });

  it('of a closed month make it dirty', async () => {
    await accountant.post(`/runs/${run}/close`, {}, { 'Idempotency-Key': 'close' });
    await until(run, 'closed');
    expect((await add(1, { ...interfered, number: '15/В', dated: '2026-10-20' })).status).toBe(201);
    const { body } = await accountant.get('/past-changes');
    expect(body.items).toMatchObject([
      { subject: { type: 'premises', id: flat(1) }, first: '2026-10', last: '2026-10', facts: ['meter_act_facts'] },
    ]);
    const administrator = await api.signedIn('administrator@dvor.test');
    const log = (await administrator.get('/audit?limit=20')).body.items.map(
      (entry: { action: string }) => entry.action,
    );
    expect(log).toEqual(expect.arrayContaining(['meter-act.add', 'meter-act.correct', 'meter-act.cancel']));
  });

  async function calculated(): Promise<string> {
    const { body } = await accountant.post('/runs', { period: '2026-10' });
    await until(body.id, 'review');
    expect((await accountant.get(`/runs/${body.id}`)).body).toMatchObject({ houses: { parked: 0 } });
    return body.id;
  }

  async function until(id: string, state: string): Promise<void> {
    while ((await accountant.get(`/runs/${id}`)).body.state !== state) await pause(50);
  }

  async function waterOf(i: number) {
    const { body } = await accountant.get(`/accounts/${account(i)}/lines?period=2026-10`);
    return body.items.filter(
      ({ service }: { service: { code?: string; name: string } }) => service.name === 'cold-water',
    );
  }
});
