import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HouseId, OrganizationId } from '@dvor/kernel';
import { Database } from '@dvor/platform';
import { makeStock, newHouse, type Stock } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

const BIC = '040173604';
const FIAS = '6f1e1a0e-8a3e-4d0c-9a53-0e6a3c1f0b11';
const because = { reason: 'Решение № 7 от 01.11.2026' };
const law = { act: 'Решение комитета по тарифам № 7', clause: 'п. 1' };

describe('the catalogue', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let stock: Stock;
  let anna: Client;
  let boris: Client;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z'`);
    stock = await api.app
      .get(Database)
      .inTenant({ organizationId: organization }, (tx) => makeStock(tx, [newHouse('1', 6), newHouse('2', 3)]));
    anna = await api.signedIn('administrator@dvor.test');
    await api.staff(organization, 'cashier@dvor.test', 'cashier');
  });
  afterAll(async () => {
    await api.stop();
  });

  const patch = (client: Client, path: string, body: object, etag: string) =>
    client.send('patch', path, { body, headers: { 'If-Match': etag } });
  const itemsOf = async (path: string) => (await anna.get(path)).body.items;

  describe('services', () => {
    const intercom = { code: 'intercom', name: 'Домофон', unit: 'кв.', section: 'agency', position: 90 };

    it('are added with a base and codes of ГИС ЖКХ, and never twice under one code', async () => {
      const { status, body } = await anna.post('/services', { ...intercom, gisCodes: { '1': '7' } });
      expect({ status, body }).toMatchObject({
        status: 201,
        body: { code: 'intercom', base: 'flat', gisCodes: { '1': '7' }, archived: false, version: 1 },
      });
      expect((await anna.post('/services', intercom)).body).toMatchObject({ status: 409, code: 'service.code-taken' });
    });

    it('tell what is wrong with them, field by field', async () => {
      const { body } = await anna.post('/services', {
        ...intercom,
        code: 'Домофон',
        section: 'x',
        position: -1,
        gisCodes: [1],
      });
      expect(body).toMatchObject({ status: 422, code: 'validation' });
      expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
        'code',
        'section',
        'position',
        'gisCodes',
      ]);
    });

    it('are edited only as they were last seen, and their code never', async () => {
      const [{ id }] = await itemsOf('/services?search=домоф');
      const edited = await patch(anna, `/services/${id}`, { name: 'Домофон и дверь', base: 'share' }, '"1"');
      expect(edited.body).toMatchObject({ code: 'intercom', name: 'Домофон и дверь', base: 'share', version: 2 });
      expect(edited.headers['etag']).toBe('"2"');
      expect((await patch(anna, `/services/${id}`, { name: 'X' }, '"1"')).body).toMatchObject({
        status: 412,
        code: 'service.stale',
      });
      expect((await patch(anna, `/services/${id}`, { code: 'x' }, '"2"')).body).toMatchObject({ status: 422 });
      const { body } = await anna.get('/audit?action=service.edit');
      expect(body.items[0].details).toEqual({
        name: { from: 'Домофон', to: 'Домофон и дверь' },
        base: { from: 'flat', to: 'share' },
      });
    });

    it('are archived when nobody gets them, else it is told where they are given', async () => {
      expect((await anna.post(`/services/${stock.water}/archive`)).body).toMatchObject({
        status: 409,
        code: 'service.in-use',
        detail: expect.stringContaining('ул. Юрина, 1; г. Барнаул, ул. Юрина, 2'),
      });
      const [{ id }] = await itemsOf('/services?search=intercom');
      expect((await anna.post(`/services/${id}/archive`)).body).toMatchObject({ archived: true });
      expect((await itemsOf('/services?archived=true')).map(({ code }: { code: string }) => code)).toEqual([
        'intercom',
      ]);
      expect((await itemsOf('/services?archived=false')).length).toBe(5);
      expect(
        (await anna.post('/tariffs', { ...because, ...law, serviceId: id, rates: { rate: '60' }, from: '2026-01-01' }))
          .body,
      ).toMatchObject({
        status: 409,
        code: 'service.archived',
      });
      expect((await anna.post(`/services/${id}/unarchive`)).body).toMatchObject({ archived: false });
    });

    it('are not for a cashier', async () => {
      const cashier = await api.signedIn('cashier@dvor.test');
      expect((await cashier.post('/services', intercom)).status).toBe(403);
    });
  });

  describe('suppliers', () => {
    const account = settlementAccountFor(BIC, 1);
    const details = { accountNumber: account, bic: BIC, bankName: 'Банк', from: '2026-11-01', ...because };
    let id: string;

    it('are added and edited with right check digits only', async () => {
      const wrong = await anna.post('/suppliers', { name: 'Теплосеть', inn: '7707083892', kpp: '1', ogrn: '1' });
      expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual(['inn', 'kpp', 'ogrn']);
      const { body, headers } = await anna.post('/suppliers', { name: 'Теплосеть', inn: '7736050003' });
      expect(body).toMatchObject({ name: 'Теплосеть', version: 1, bankDetails: null });
      expect(headers['etag']).toBe('"1"');
      id = body.id;
      expect((await patch(anna, `/suppliers/${id}`, { phone: '+7' }, '"1"')).body).toMatchObject({
        phone: '+7',
        version: 2,
      });
      expect((await patch(anna, `/suppliers/${id}`, { phone: null }, '"1"')).body.code).toBe('supplier.stale');
      expect((await patch(anna, `/suppliers/${id}`, { inn: '7707083893' }, '"2"')).body.code).toBe('supplier.exists');
    });

    it('may have their bank details changed without a second person where there is none, and it is on the record', async () => {
      const off = { value: false, from: '2026-11-01', reason: 'Работаю одна' };
      expect((await anna.post('/organization-settings/bank-details.second-person', off)).status).toBe(204);
      const { body: change } = await anna.post(`/suppliers/${id}/bank-changes`, { ...details, from: '2026-10-01' });
      expect((await anna.post(`/bank-changes/${change.id}/confirm`)).body).toMatchObject({
        state: 'confirmed',
        own: true,
      });
      const { body } = await anna.get('/audit?action=supplier.confirm-bank-change');
      expect(body.items[0].details).toMatchObject({ withoutSecondPerson: true });
      expect((await anna.get('/audit?action=setting.choose')).body.items[0].details).toMatchObject({ value: false });
    });

    it('need a second person as soon as there is one', async () => {
      await api.staff(organization, 'boris@dvor.test', 'accountant');
      boris = await api.signedIn('boris@dvor.test');
      const off = { value: false, from: '2026-11-01', reason: 'Всё равно одна' };
      expect((await anna.post('/organization-settings/bank-details.second-person', off)).body.code).toBe(
        'setting.second-person',
      );
      const wrong = await boris.post(`/suppliers/${id}/bank-changes`, {
        ...details,
        accountNumber: account.replace(/.$/, (d) => String((Number(d) + 1) % 10)),
      });
      expect(wrong.body).toMatchObject({ status: 422, code: 'requisites.settlement-account' });
      const other = settlementAccountFor(BIC, 2);
      const { status, body: change } = await anna.post(`/suppliers/${id}/bank-changes`, {
        ...details,
        accountNumber: other,
      });
      expect({ status, change }).toMatchObject({ status: 201, change: { state: 'pending', own: true } });
      expect((await anna.post(`/suppliers/${id}/bank-changes`, details)).body.code).toBe('bank-change.pending');
      expect((await anna.post(`/bank-changes/${change.id}/confirm`)).body).toMatchObject({
        status: 403,
        code: 'bank-change.own',
      });
      expect((await anna.get(`/suppliers/${id}`)).body.bankAccount).toBe(account);
      expect((await boris.get('/bank-changes?state=pending')).body.items).toMatchObject([
        { id: change.id, own: false },
      ]);

      expect((await boris.post(`/bank-changes/${change.id}/confirm`)).body).toMatchObject({ state: 'confirmed' });
      expect((await anna.get(`/suppliers/${id}`)).body.bankAccount).toBe(other);
      expect((await boris.post(`/bank-changes/${change.id}/confirm`)).body.code).toBe('bank-change.decided');
      const history = await itemsOf(`/suppliers/${id}/bank-details`);
      expect(history.filter(({ supersededAt }: { supersededAt: unknown }) => supersededAt === null)).toMatchObject([
        { accountNumber: account, validFrom: '2026-10-01', validTo: '2026-11-01' },
        { accountNumber: other, validFrom: '2026-11-01', validTo: null },
      ]);
      const events = await api.database.asOwner(
        `select payload from outbox_events where type = 'supplier.bank-details-changed' order by id desc limit 1`,
      );
      expect(events).toEqual([{ payload: { supplierId: id, changeId: change.id } }]);
    });

    it('keep their bank details when a request is rejected, with the reason', async () => {
      const { body: change } = await anna.post(`/suppliers/${id}/bank-changes`, details);
      expect((await boris.post(`/bank-changes/${change.id}/reject`, {})).status).toBe(422);
      expect(
        (await boris.post(`/bank-changes/${change.id}/reject`, { reason: 'Не подтвердили по телефону' })).body,
      ).toMatchObject({
        state: 'rejected',
        decisionNote: 'Не подтвердили по телефону',
      });
      expect((await anna.get(`/suppliers/${id}`)).body.bankAccount).not.toBe(account);
    });
  });

  describe('tariffs', () => {
    const tariff = (more: object) => ({
      ...because,
      ...law,
      serviceId: stock.water,
      rates: { rate: '50.00' },
      from: '2027-01-01',
      ...more,
    });

    it.each([
      [{ from: '1026-01-01' }, 'validation'],
      [{ from: '2027-02-30' }, 'validation'],
      [{ to: '2026-12-31' }, 'days.backwards'],
      [{ rates: { rate: '-5' } }, 'tariff.rate'],
      [{ rates: { day: '5' } }, 'tariff.zones'],
      [{ rates: {} }, 'tariff.zones'],
      [{ ranges: [{ upTo: null, rates: { rate: '1' } }] }, 'tariff.ranges'],
      [{ vatRate: '101' }, 'tariff.vat'],
      [{ act: '' }, 'validation'],
      [{ clause: '  ' }, 'rate.no-law'],
      [{ appliesTo: { stove: { a: 1 } } }, 'validation'],
      [{ price: '1' }, 'validation'],
    ])('refuse %j', async (more, code) => {
      expect((await anna.post('/tariffs', tariff(more))).body).toMatchObject({ status: 422, code });
    });

    it('name the neighbour that they would overlap, and take over from it when told so', async () => {
      const refused = await anna.post('/tariffs', tariff({}));
      expect(refused.body).toMatchObject({
        status: 409,
        code: 'tariff.overlap',
        detail: expect.stringContaining('01.10.2026'),
      });
      expect((await anna.post('/tariffs', tariff({ replaces: true, vatRate: '22' }))).status).toBe(204);
      expect(await itemsOf(`/tariffs?serviceId=${stock.water}`)).toMatchObject([
        { validFrom: '2027-01-01', validTo: null, rate: '50.00', source: law.act, clause: 'п. 1', vatRate: '22' },
        { validFrom: '2026-10-01', validTo: '2027-01-01', rate: '42.30' },
        { validFrom: '2020-01-01', validTo: '2026-10-01', rate: '36.47' },
      ]);
      const history = await itemsOf(`/tariffs?serviceId=${stock.water}&history=true`);
      expect(history.filter(({ supersededAt }: { supersededAt: unknown }) => supersededAt)).toMatchObject([
        { validFrom: '2026-10-01', validTo: null, rate: '42.30' },
      ]);
      expect(await itemsOf(`/tariffs?serviceId=${stock.water}&known=2026-11-01T00:00:00Z`)).toEqual([]);
      expect(await itemsOf(`/tariffs?serviceId=${stock.water}&on=2026-12-31`)).toMatchObject([{ rate: '42.30' }]);
      const changes = await api.database.asOwner(
        `select from fact_changes where fact = 'tariffs' and subject_id = $1 and from_day = '2027-01-01'`,
        [stock.water],
      );
      expect(changes.length).toBeGreaterThan(0);
    });

    it('leave no gap between them unless it is meant', async () => {
      const [{ id }] = await itemsOf(`/tariffs?serviceId=${stock.water}`);
      expect((await anna.post(`/tariffs/${id}/close`, { ...because, from: '2026-12-31' })).body.code).toBe(
        'tariff.close-day',
      );
      expect((await anna.post(`/tariffs/${id}/close`, { ...because, from: '2027-03-01' })).status).toBe(204);
      expect((await anna.post('/tariffs', tariff({ from: '2027-04-01' }))).body).toMatchObject({
        status: 409,
        code: 'tariff.gap',
        detail: expect.stringContaining('01.03.2027'),
      });
      expect((await anna.post('/tariffs', tariff({ from: '2027-03-01' }))).status).toBe(204);
    });

    it('are close to norms in all of this', async () => {
      const norm = { ...because, ...law, serviceId: stock.water, value: '4.5', from: '2027-01-01' };
      expect((await anna.post('/norms', norm)).body.code).toBe('norm.overlap');
      expect((await anna.post('/norms', { ...norm, replaces: true })).status).toBe(204);
      const [latest] = await itemsOf(`/norms?serviceId=${stock.water}&on=2027-01-01`);
      expect(latest).toMatchObject({ value: '4.5', validFrom: '2027-01-01' });
      expect((await anna.post('/norms', { ...norm, value: '4,5 м³' })).body).toMatchObject({ status: 422 });
    });
  });

  describe('drafts', () => {
    it('are seen by no run, show their effect, and are approved with an act', async () => {
      const draft = { kind: 'tariff', serviceId: stock.upkeep, rates: { rate: '40.00' }, from: '2027-07-01' };
      const { status, body } = await anna.post('/rate-drafts', draft);
      expect({ status, body }).toMatchObject({ status: 201, body: { state: 'draft', act: null, version: 1 } });
      expect(await itemsOf(`/tariffs?serviceId=${stock.upkeep}`)).toHaveLength(1);

      const before = await rowCounts();
      const { body: effect } = await anna.post('/rate-effect', { draftId: body.id });
      expect(await rowCounts()).toEqual(before);
      expect(effect).toMatchObject({ month: '2026-11', accounts: 9, affected: 9, parked: 0 });
      expect(effect.houses).toHaveLength(2);
      expect(effect.top).toHaveLength(9);
      // The greatest flat: 40 + 6 · 1.3 = 47.80 m², (40.00 − 31.20) · 47.80 = 420.64
      expect(effect.top[0]).toMatchObject({ number: '00010006', change: '420.64' });
      expect((await anna.post('/rate-effect', {})).body.code).toBe('effect.question');

      expect((await anna.post(`/rate-drafts/${body.id}/approve`, because)).body.code).toBe('rate.no-law');
      const words = await anna.send('put', `/rate-drafts/${body.id}`, {
        body: { ...draft, ...law },
        headers: { 'If-Match': '"1"' },
      });
      expect(words.body).toMatchObject({ version: 2, clause: 'п. 1' });
      expect((await anna.post(`/rate-drafts/${body.id}/approve`, because)).body.code).toBe('tariff.overlap');
      expect((await anna.post(`/rate-drafts/${body.id}/approve`, { ...because, replaces: true })).body).toMatchObject({
        state: 'approved',
      });
      expect(await itemsOf(`/tariffs?serviceId=${stock.upkeep}`)).toMatchObject([
        { rate: '40.00', validFrom: '2027-07-01' },
        { rate: '31.20' },
      ]);
      expect((await anna.post(`/rate-drafts/${body.id}/discard`)).body.code).toBe('draft.decided');
    });

    it('need a figure', async () => {
      const draft = { kind: 'norm', serviceId: stock.water, rates: { rate: '40.00' }, from: '2027-07-01' };
      expect((await anna.post('/rate-drafts', draft)).body).toMatchObject({ status: 422, code: 'draft.figure' });
    });

    async function rowCounts(): Promise<unknown> {
      const tables = await api.database.asOwner<{ name: string }[]>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
            and relname not in ('sessions', 'idempotency_keys') order by relname`,
      );
      return api.database.asOwner(
        tables.map(({ name }) => `select '${name}' as name, count(*) as rows from ${name}`).join(' union all '),
      );
    }
  });

  describe('assignments', () => {
    let heating: string;
    const wish = (more: object = {}) => ({
      serviceId: heating,
      supplierId: stock.utility,
      method: 'area',
      from: '2026-12-01',
      targets: stock.houses.map(({ id }) => ({ houseId: id })),
      ...more,
    });

    beforeAll(async () => {
      const service = {
        code: 'heating',
        name: 'Отопление',
        unit: 'Гкал',
        resource: 'heating',
        section: 'communal',
        position: 60,
      };
      heating = (await anna.post('/services', service)).body.id;
    });

    it.each([
      [{ method: 'by-magic' }, 422, 'assignment.method', 'area, person, flat, units, metered'],
      [{ method: 'sewage' }, 422, 'assignment.settings', 'of'],
      [{ method: 'sewage', settings: { of: ['no-such'] } }, 422, 'assignment.settings', 'of'],
      [{ settings: { of: ['cold-water'] } }, 422, 'assignment.settings', 'of'],
      [{ supplierId: '999999' }, 404, 'supplier.not-found', 'поставщика'],
      [{ targets: [{ houseId: '999999' }] }, 404, 'house.not-found', 'дома'],
      [{ targets: [] }, 422, 'validation', ''],
      [{ from: '1026-12-01' }, 422, 'validation', ''],
    ])('refuse %j', async (more, status, code, told) => {
      const { body } = await anna.post('/assignments/preview', wish(more));
      expect(body).toMatchObject({ status, code });
      expect(body.detail ?? '').toContain(told);
    });

    it('refuse premises and entrances of other houses', async () => {
      const [one, two] = stock.houses;
      const foreign = { houseId: one!.id, premisesId: two!.premises[0]!.id };
      expect((await anna.post('/assignments/preview', wish({ targets: [foreign] }))).body.code).toBe(
        'assignment.premises',
      );
      const nowhere = { houseId: one!.id, entrance: 7 };
      expect((await anna.post('/assignments/preview', wish({ targets: [nowhere] }))).body.code).toBe(
        'assignment.entrance',
      );
      const twice = { houseId: one!.id };
      expect((await anna.post('/assignments/preview', wish({ targets: [twice, twice] }))).body.code).toBe(
        'assignment.twice',
      );
    });

    it('are previewed without a change, and made only as they were previewed', async () => {
      const { body: plan } = await anna.post('/assignments/preview', wish());
      expect(plan).toMatchObject({ create: 2, same: 0, conflicts: 0 });
      expect(await itemsOf(`/assignments?serviceId=${heating}`)).toEqual([]);
      const [first] = wish().targets;
      const { body: one } = await anna.post('/assignments/preview', wish({ targets: [first] }));
      expect(
        (await anna.post('/assignments', { ...wish({ targets: [first] }), fingerprint: one.fingerprint, ...because }))
          .status,
      ).toBe(200);
      expect(
        (await anna.post('/assignments', { ...wish(), fingerprint: plan.fingerprint, ...because })).body,
      ).toMatchObject({
        status: 412,
        code: 'assignment.plan-stale',
      });
      const { body: again } = await anna.post('/assignments/preview', wish());
      expect(again).toMatchObject({ create: 1, same: 1, conflicts: 0 });
      expect(
        (await anna.post('/assignments', { ...wish(), fingerprint: again.fingerprint, ...because })).body,
      ).toMatchObject({ create: 1 });
      expect(await itemsOf(`/assignments?serviceId=${heating}`)).toHaveLength(2);
    });

    it('name the neighbour where a service is given already', async () => {
      const { body: plan } = await anna.post('/assignments/preview', wish({ from: '2027-06-01' }));
      expect(plan).toMatchObject({ create: 0, conflicts: 2 });
      expect(plan.targets[0]).toMatchObject({
        outcome: 'overlap',
        neighbour: { supplier: { id: stock.utility }, method: 'area', validFrom: '2026-12-01', validTo: null },
      });
      const order = { ...wish({ from: '2027-06-01' }), fingerprint: plan.fingerprint, ...because };
      expect((await anna.post('/assignments', order)).body).toMatchObject({
        status: 409,
        code: 'assignment.conflicts',
      });
      expect((await anna.post('/assignments', { ...order, skipConflicts: true })).body).toMatchObject({ create: 0 });
    });

    it('are ended, corrected and begun for one premises', async () => {
      const [{ id, house }] = await itemsOf(`/assignments?serviceId=${heating}`);
      expect(
        (await anna.send('patch', `/assignments/${id}`, { body: { ...because, method: 'by-magic' } })).body.code,
      ).toBe('assignment.method');
      expect(
        (
          await anna.send('patch', `/assignments/${id}`, {
            body: { ...because, from: '2027-01-01', supplierId: stock.company },
          })
        ).status,
      ).toBe(204);
      const rows = await itemsOf(`/assignments?serviceId=${heating}&houseId=${house.id}`);
      expect(rows).toMatchObject([
        { validFrom: '2026-12-01', validTo: '2027-01-01', supplier: { id: stock.utility } },
        { validFrom: '2027-01-01', validTo: null, supplier: { id: stock.company } },
      ]);
      expect((await anna.post(`/assignments/${rows[1].id}/end`, { ...because, from: '2026-12-31' })).body.code).toBe(
        'assignment.day-outside',
      );
      expect((await anna.post(`/assignments/${rows[1].id}/end`, { ...because, from: '2027-05-01' })).status).toBe(204);
      const own = stock.houses.find((one) => one.id === house.id)!.premises[0]!.id;
      const mine = wish({ targets: [{ houseId: house.id, premisesId: own }], method: 'flat' });
      const { body: plan } = await anna.post('/assignments/preview', mine);
      expect(plan).toMatchObject({ create: 1 });
      expect((await anna.post('/assignments', { ...mine, fingerprint: plan.fingerprint, ...because })).status).toBe(
        200,
      );
      const card = await itemsOf(`/assignments?serviceId=${heating}&houseId=${house.id}&on=2026-12-15`);
      expect(
        card.map(({ premises, method }: { premises: unknown; method: string }) => [premises !== null, method]),
      ).toEqual([
        [false, 'area'],
        [true, 'flat'],
      ]);
    });

    it('are one biller’s on a day, also where two organisations have the same house; a gap is told', async () => {
      const stranger = await api.setUpStranger();
      const tenant = { organizationId: stranger };
      const theirs = await api.app.get(Database).inTenant(tenant, (tx) => makeStock(tx, [newHouse('1', 1)]));
      const theirClient = await api.signedIn('stranger@dvor.test');
      const [ourHouse, theirHouse] = [stock.houses[0]!.id, theirs.houses[0]!.id];
      // Ours hand the house over on 1 December; theirs began too early.
      await endAll(theirClient, theirHouse, '2020-01-01');
      await setFias(ourHouse);
      await setFias(theirHouse);
      const begin = {
        serviceId: theirs.water,
        supplierId: theirs.utility,
        method: 'metered',
        targets: [{ houseId: theirHouse }],
      };
      const { body: early } = await theirClient.post('/assignments/preview', { ...begin, from: '2026-12-01' });
      expect(early.targets[0]).toMatchObject({ outcome: 'elsewhere', neighbour: null });
      expect(JSON.stringify(early)).not.toContain('Горсети');
      const forced = { ...begin, from: '2026-12-01', fingerprint: early.fingerprint, ...because };
      expect((await theirClient.post('/assignments', forced)).body.code).toBe('assignment.conflicts');

      await endAll(anna, ourHouse, '2026-12-01');
      const { body: late } = await theirClient.post('/assignments/preview', { ...begin, from: '2026-12-10' });
      expect(late.targets[0]).toMatchObject({ outcome: 'create', gap: { from: '2026-12-01', to: '2026-12-10' } });
      const { body: plan } = await theirClient.post('/assignments/preview', { ...begin, from: '2026-12-01' });
      expect(plan.targets[0]).toMatchObject({ outcome: 'create', gap: null });
      expect(
        (
          await theirClient.post('/assignments', {
            ...begin,
            from: '2026-12-01',
            fingerprint: plan.fingerprint,
            ...because,
          })
        ).status,
      ).toBe(200);
      const back = {
        serviceId: stock.water,
        supplierId: stock.utility,
        method: 'metered',
        targets: [{ houseId: ourHouse }],
        from: '2027-01-01',
      };
      expect((await anna.post('/assignments/preview', back)).body.targets[0].outcome).toBe('elsewhere');
    });

    async function endAll(client: Client, houseId: HouseId, from: string): Promise<void> {
      for (const { id, validFrom } of (await client.get(`/assignments?houseId=${houseId}`)).body.items) {
        const { status } = await client.post(`/assignments/${id}/end`, {
          ...because,
          from: validFrom > from ? validFrom : from,
        });
        expect([204, 422]).toContain(status);
      }
    }

    async function setFias(houseId: HouseId): Promise<void> {
      await api.database.asOwner('update houses set fias_id = $2 where id = $1', [houseId, FIAS]);
    }
  });

  describe('the law', () => {
    it('has a calendar: what holds, what follows, what runs out', async () => {
      const { body } = await anna.get('/law-calendar');
      const entry = (code: string) => body.items.find((one: { code: string }) => one.code === code);
      expect(entry('payment-due-day')).toMatchObject({ standing: 'holds', current: { value: '15' }, daysLeft: null });
      expect(entry('penalty.rate-cap')).toMatchObject({
        standing: 'expires',
        daysLeft: 60,
        current: { value: '9.5' },
        next: null,
      });
      expect(entry('vat.simplified-free-income-million')).toMatchObject({
        standing: 'changes',
        next: { value: '15', validFrom: '2027-01-01' },
      });
      expect(entry('key-rate').current).toMatchObject({ value: '14', certainty: 'disputed' });
      expect(body.items.every((one: { title: string; code: string }) => one.title !== one.code)).toBe(true);
      expect(body).toMatchObject({ expired: 0, soon: 2 });
      const { body: later } = await anna.get('/law-calendar?on=2027-01-01');
      expect(later.items[0]).toMatchObject({ code: 'penalty.rate-cap', standing: 'expired', current: null });
    });

    it('leaves choices, each from a day on', async () => {
      const choose = (code: string, body: object) => anna.post(`/organization-settings/${code}`, body);
      const choice = { value: 'each-day', from: '2027-01-01', basis: 'Приказ № 3', ...because };
      expect((await choose('penalty.rate-day', { ...choice, value: 'never' })).body).toMatchObject({
        status: 422,
        code: 'setting.value',
      });
      expect((await choose('no.such', choice)).body).toMatchObject({ status: 404, code: 'setting.unknown' });
      expect((await choose('penalty.rate-day', { ...choice, from: '1026-01-01' })).status).toBe(422);
      expect((await choose('penalty.rate-day', choice)).status).toBe(204);
      const settings = await itemsOf('/organization-settings');
      expect(settings.find(({ code }: { code: string }) => code === 'penalty.rate-day')).toMatchObject({
        value: 'payment-day',
        byDefault: true,
        chosen: [{ value: 'each-day', validFrom: '2027-01-01', basis: 'Приказ № 3' }],
      });
    });

    it('gives way to a house’s own coefficient, and the bills follow', async () => {
      const coefficient = { ...because, ...law, code: 'excess-factor.cold-water', value: '1.5', from: '2026-11-01' };
      expect((await anna.post('/coefficients', { ...coefficient, value: '0.5' })).body).toMatchObject({
        status: 422,
        code: 'coefficient.value',
      });
      expect((await anna.post('/coefficients', { ...coefficient, code: 'x' })).body).toMatchObject({
        status: 422,
        code: 'coefficient.unknown',
      });
      const question = { excessFactor: { resource: 'cold-water', factor: '4' }, houseIds: [stock.houses[1]!.id] };
      const { body: before } = await anna.post('/rate-effect', question);
      expect(before.affected).toBeGreaterThan(0);
      expect((await anna.post('/coefficients', { ...coefficient, houseId: stock.houses[1]!.id })).status).toBe(204);
      expect((await anna.post('/rate-effect', question)).body).toMatchObject({ affected: 0, change: '0.00' });
      const [row] = await itemsOf('/coefficients?on=2026-11-02');
      expect(row).toMatchObject({ value: '1.5', house: { id: stock.houses[1]!.id }, act: law.act, clause: 'п. 1' });
      expect((await anna.post(`/coefficients/${row.id}/close`, { ...because, from: '2026-11-01' })).status).toBe(204);
      expect(await itemsOf('/coefficients')).toEqual([]);
    });
  });
});

/** An account with a right key for the bank. */
function settlementAccountFor(bic: string, number: number): string {
  const digits = (account: string) => [...(bic.slice(-3) + account)].map(Number);
  const tail = String(number).padStart(11, '0');
  return Array.from({ length: 10 }, (_, key) => `40702810${key}${tail}`).find(
    (account) => digits(account).reduce((sum, digit, i) => sum + digit * [7, 1, 3][i % 3]!, 0) % 10 === 0,
  )!;
}
