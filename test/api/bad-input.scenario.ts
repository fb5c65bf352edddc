import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Assignments, Norms, Services, Tariffs } from '@dvor/catalogue';
import type { NewPremises } from '@dvor/housing';
import type { OrganizationId } from '@dvor/kernel';
import { Database } from '@dvor/platform';
import { days, entered, makeStock, newFlat, newHouse, type Stock } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { startWorkerBeside } from './support/worker-beside.js';

const ALWAYS = days('2015-01-01');

/** Flats of the second house, each with a fault of its own but for the first. */
const FLATS: readonly NewPremises[] = [
  newFlat('2', 1),
  newFlat('2', 2, { more: { facts: [{ ...days('2026-10-15'), area: '41' }] } }), // no area until the 15th
  newFlat('2', 3, { more: { facts: [{ ...ALWAYS, area: '42', traits: { stove: 'electric', lift: true } }] } }),
  newFlat('2', 4), // gas without a norm that fits
  newFlat('2', 5), // its meter ran back
];
const [, NO_AREA, TWO_TARIFFS, NO_NORM, RAN_BACK] = FLATS.keys();

/**
 * What can't be is refused at the door, or leaves one account or house without a bill and says why: never a bill of
 * zero, never a wrong sum, never the whole run.
 */
describe('bad input', () => {
  let api: ApiUnderTest;
  let worker: Awaited<ReturnType<typeof startWorkerBeside>>;
  let organization: OrganizationId;
  let stock: Stock;
  let accountant: Client;
  let run: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z' where id = $1`, [
      organization,
    ]);
    stock = await api.app.get(Database).inTenant({ organizationId: organization }, async (tx) => {
      const made = await makeStock(tx, [newHouse('1'), newHouse('2', FLATS), newHouse('3', 2)]);
      const services = new Services();
      const [, second, third] = made.houses;
      const gas = { code: 'gas', name: 'Газ', unit: 'м³', resource: 'gas', section: 'communal', position: 60 } as const;
      const gasId = await services.add(tx, gas);
      const common = { name: 'СОИ', unit: 'кВт·ч', resource: 'electricity', position: 70 } as const;
      const commonId = await services.add(tx, { ...common, code: 'electricity-common', section: 'common-property' });
      const rate = { ...days('2020-01-01'), rates: { rate: '7' }, basis: 'решение № 2' };
      await new Tariffs().add(
        tx,
        [
          { ...rate, serviceId: gasId },
          { ...rate, serviceId: commonId },
        ],
        entered,
      );
      const norm = { ...days('2020-01-01'), basis: 'приказ № 2' };
      await new Norms().add(
        tx,
        [
          { ...norm, serviceId: gasId, appliesTo: { stove: 'coal' }, value: '10' },
          { ...norm, serviceId: commonId, value: '0.7' },
        ],
        entered,
      );
      const assigned = { ...days('2020-01-01'), supplierId: made.utility };
      const flat = second!.premises[NO_NORM!]!.id;
      await new Assignments().assign(
        tx,
        [
          { ...assigned, houseId: second!.id, premisesId: flat, serviceId: gasId, method: 'metered' },
          {
            ...assigned,
            houseId: third!.id,
            serviceId: commonId,
            method: 'common',
            settings: { of: 'electricity', mode: 'norm' },
          },
        ],
        entered,
      );
      return made;
    });
    await api.database.asOwner(
      `insert into readings (organization_id, house_id, meter_id, taken_on, amounts, source)
       select organization_id, house_id, id, '2026-10-25', array[50], 'resident' from meters where premises_id = $1`,
      [premises(1, RAN_BACK!)],
    );
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    worker = await startWorkerBeside(api);
    accountant = await api.signedIn('accountant@dvor.test');
  });
  afterAll(async () => {
    await worker?.stop();
    await api?.stop();
  });

  const premises = (house: number, flat: number) => stock.houses[house]!.premises[flat]!.id;
  const account = (house: number, flat: number) => stock.houses[house]!.premises[flat]!.accountIds[0]!;
  const because = { reason: 'Решение № 5' };
  const law = { ...because, act: 'Решение № 5', clause: 'п. 1' };
  const fieldsOf = (body: { errors?: { field: string }[] }) => body.errors?.map(({ field }) => field);

  describe('at the door', () => {
    it('is refused where dates overlap, naming what is there already', async () => {
      const tariff = { ...law, serviceId: stock.upkeep, rates: { rate: '33' }, from: '2026-05-01', to: '2026-08-01' };
      expect((await accountant.post('/tariffs', tariff)).body).toMatchObject({
        status: 409,
        code: 'tariff.overlap',
        detail: expect.stringContaining('01.01.2020'),
      });
      const norm = { ...law, serviceId: stock.water, value: '5', from: '2026-05-01', to: '2026-08-01' };
      expect((await accountant.post('/norms', norm)).body).toMatchObject({ status: 409, code: 'norm.overlap' });
      const managed = { ...because, kind: 'management', number: '1', signedOn: '2020-01-01', from: '2020-01-01' };
      const agreements = `/houses/${stock.houses[0]!.id}/agreements`;
      expect((await accountant.post(agreements, managed)).status).toBe(201);
      expect((await accountant.post(agreements, { ...managed, number: '2', from: '2025-01-01' })).body).toMatchObject({
        status: 409,
        code: 'agreement.overlap',
      });
      const backwards = { ...because, partyId: '1', kind: 'permanent', from: '2026-10-10', to: '2026-10-01' };
      expect((await accountant.post(`/accounts/${account(0, 0)}/residents`, backwards)).body).toMatchObject({
        status: 422,
        code: 'days.backwards',
      });
    });

    it('is refused where a tariff has no unit, no price, or a price that is none', async () => {
      const service = { code: 'guard', name: 'Охрана', section: 'other', position: 90 };
      for (const unit of [undefined, '', '  ']) {
        const { status, body } = await accountant.post('/services', { ...service, unit });
        expect({ status, fields: fieldsOf(body) }).toEqual({ status: 422, fields: ['unit'] });
      }
      const tariff = { ...law, serviceId: stock.upkeep, from: '2027-01-01' };
      expect(fieldsOf((await accountant.post('/tariffs', tariff)).body)).toEqual(['rates']);
      for (const rate of ['-1', 'тридцать', ''])
        expect((await accountant.post('/tariffs', { ...tariff, rates: { rate } })).body).toMatchObject({
          status: 422,
          code: 'tariff.rate',
        });
      expect((await accountant.post('/tariffs', { ...tariff, rates: {} })).status).toBe(422);
    });

    it('is refused where a person would live in two places', async () => {
      const [resident] = await api.database.asOwner<[{ party: string }]>(
        'select party_id as party from residencies where account_id = $1 and superseded_at is null limit 1',
        [account(0, 1)],
      );
      const moved = { ...because, partyId: resident.party, kind: 'permanent', from: '2026-10-01' };
      expect((await accountant.post(`/accounts/${account(2, 0)}/residents`, moved)).body).toMatchObject({
        status: 409,
        code: 'residency.elsewhere',
        detail: expect.stringContaining('счёт 00010002'),
      });
    });

    it('is refused where an act has no date', async () => {
      const act = { ...because, kind: 'interference', resource: 'cold-water', number: '1', signedBy: ['Иванов И. И.'] };
      const { status, body } = await accountant.post(`/premises/${premises(0, 0)}/meter-acts`, { ...act, months: '1' });
      expect({ status, fields: fieldsOf(body) }).toEqual({ status: 422, fields: ['dated'] });
    });

    it('is refused where a house or a flat would have no area', async () => {
      const house = { ...because, from: '2026-10-01', area: '0' };
      expect((await accountant.post(`/houses/${stock.houses[0]!.id}/facts`, house)).body).toMatchObject({
        status: 422,
        code: 'house.area',
      });
      const flat = { ...because, from: '2026-10-01', area: '0' };
      expect((await accountant.post(`/premises/${premises(0, 0)}/facts`, flat)).body).toMatchObject({
        status: 422,
        code: 'premises.area',
      });
    });
  });

  describe('that got in all the same', () => {
    it('leaves just those without a bill whom it concerns, and says why', async () => {
      const lift = { ...law, serviceId: stock.power, rates: { rate: '4' }, from: '2026-10-01' };
      expect((await accountant.post('/tariffs', { ...lift, appliesTo: { lift: true } })).status).toBe(204);
      const { body } = await accountant.post('/runs', { period: '2026-10' });
      run = body.id;
      await until('review');
      const parked = await parkedIn();
      expect(parked).toEqual([
        { house: 1, flat: NO_AREA, code: 'no-area', message: 'Не указана площадь. Введите её.' },
        { house: 1, flat: TWO_TARIFFS, code: 'tariff-overlap', message: expect.stringContaining('два тарифа') },
        { house: 1, flat: NO_NORM, code: 'no-norm', message: expect.stringContaining('ни норматива') },
        { house: 1, flat: RAN_BACK, code: 'reading-below-last', message: expect.stringContaining('20.09.2026') },
        { house: 2, flat: null, code: 'no-common-area', message: expect.stringContaining('общего имущества') },
      ]);
    });

    it('makes no bill of zero and none of a wrong sum', async () => {
      const totals: Record<string, string | null> = {};
      for (const [house, { premises }] of stock.houses.entries())
        for (const flat of premises.keys()) totals[`${house + 1}-${flat + 1}`] = await totalOf(account(house, flat));
      for (const name of ['2-2', '2-3', '2-4', '2-5', '3-1', '3-2']) expect([name, totals[name]]).toEqual([name, null]);
      for (const name of ['1-1', '1-2', '1-3', '2-1']) expect(Number(totals[name])).toBeGreaterThan(1000);
      const { body } = await accountant.get(`/runs/${run}`);
      const sum = Object.values(totals).reduce((kopecks, total) => kopecks + Math.round(Number(total ?? 0) * 100), 0);
      expect(Math.round(Number(body.amount) * 100)).toBe(sum);
    });

    it('holds the closing up until it is mended, and no longer', async () => {
      const close = () => accountant.post(`/runs/${run}/close`, {}, { 'Idempotency-Key': `close-${Math.random()}` });
      expect((await close()).body).toMatchObject({ status: 409, code: 'run.has-parked' });

      const measured = { ...because, from: '2015-01-01', to: '2026-10-15', area: '41' };
      expect((await accountant.post(`/premises/${premises(1, NO_AREA!)}/facts`, measured)).status).toBe(204);
      const passport = { ...because, from: '2015-01-01', area: '100', commonArea: '20' };
      expect((await accountant.post(`/houses/${stock.houses[2]!.id}/facts`, passport)).status).toBe(204);
      await accountant.post(`/runs/${run}/retry`);
      await until('review');
      expect((await parkedIn()).map(({ flat }) => flat)).toEqual([TWO_TARIFFS, NO_NORM, RAN_BACK]);
      expect(Number(await totalOf(account(1, NO_AREA!)))).toBeGreaterThan(1000);
      expect(Number(await totalOf(account(2, 0)))).toBeGreaterThan(1000);
      expect((await close()).body).toMatchObject({ status: 409, code: 'run.has-parked' });
    });
  });

  async function until(state: string): Promise<void> {
    while ((await accountant.get(`/runs/${run}`)).body.state !== state) await pause(50);
  }

  async function parkedIn(): Promise<{ house: number; flat: number | null; code: string; message: string }[]> {
    const { body } = await accountant.get(`/runs/${run}`);
    return (body.parked as { houseId: string; accountId: string | null; code: string; message: string }[])
      .map(({ houseId, accountId, code, message }) => {
        const house = stock.houses.findIndex(({ id }) => id === houseId);
        const flat = stock.houses[house]!.premises.findIndex(({ accountIds }) =>
          accountIds.includes(accountId as never),
        );
        return { house, flat: accountId === null ? null : flat, code, message };
      })
      .sort((a, b) => a.house - b.house || (a.flat ?? -1) - (b.flat ?? -1));
  }

  /** Of October; `null`: no line at all. */
  async function totalOf(id: string): Promise<string | null> {
    const { body } = await accountant.get(`/accounts/${id}/lines?period=2026-10`);
    return body.items.length === 0 ? null : body.total;
  }
});
