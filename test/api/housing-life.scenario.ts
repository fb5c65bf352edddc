import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganizationId } from '@dvor/kernel';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

/** Two flats, a communal flat and the people in them, all of it entered as an accountant would. */
describe('the life of a house', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let accountant: Client;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await clockAt('2026-03-01');
    accountant = await api.signedIn('accountant@dvor.test');
  });
  afterAll(async () => {
    await api.stop();
  });

  // ---------------------------------------------------------------------------------------- houses and premises

  it('begins with a house, its flats and rooms', async () => {
    ids.house = await made('/houses', {
      city: 'г. Барнаул',
      street: 'ул. Юрина',
      building: '180',
      timeZone: 'Asia/Barnaul',
      fiasId: '0c5b2444-70a0-4932-980c-b4dc0d3f02b5',
      area: '150',
      commonArea: '20',
      entrances: 1,
      ...since('2020-01-01'),
    });
    ids.flat = await made(`/houses/${ids.house}/premises`, flat('1', '45.30'));
    ids.other = await made(`/houses/${ids.house}/premises`, flat('2', '50'));
    ids.room1 = await made(`/houses/${ids.house}/premises`, { ...flat('1', '14'), kind: 'room', parentId: ids.other });
    ids.room2 = await made(`/houses/${ids.house}/premises`, { ...flat('2', '20'), kind: 'room', parentId: ids.other });
    const { body } = await accountant.get(`/houses/${ids.house}`);
    expect(body).toMatchObject({ area: '150.00', areaOfPremises: '95.30', flats: 2, fiasId: expect.any(String) });
  });

  it('is one house however its address is written', async () => {
    const again = await accountant.post('/houses', {
      city: 'Барнаул',
      street: 'Юрина улица',
      building: 'дом 180',
      timeZone: 'Asia/Barnaul',
      ...since('2020-01-01'),
    });
    expect(again.body).toMatchObject({
      status: 409,
      code: 'house.exists',
      details: { value: 'г. Барнаул, ул. Юрина, д. 180' },
    });
  });

  it('has no flat twice, no room outside a flat, no impossible area', async () => {
    const add = (premises: object) => accountant.post(`/houses/${ids.house}/premises`, premises);
    expect((await add(flat('1', '45'))).body).toMatchObject({ status: 409, code: 'premises.exists' });
    expect((await add({ ...flat('9', '45'), kind: 'room' })).body).toMatchObject({
      status: 422,
      code: 'premises.not-a-flat',
    });
    expect((await add(flat('9', '0'))).body).toMatchObject({ status: 422, code: 'premises.area' });
    expect((await add({ ...flat('9', '40'), from: '1026-05-01' })).body).toMatchObject({
      status: 422,
      errors: [{ field: 'from', message: expect.stringContaining('1900') }],
    });
  });

  // -------------------------------------------------------------------------------------------- people and owners

  it('knows people by numbers without a slip of the pen', async () => {
    ids.mother = await person('Ёлкина Мария Петровна', { phone: '+79130000001', snils: '112-233-445 95' });
    ids.father = await person('Ёлкин Пётр Ильич');
    ids.buyer = await person('Новосёлова Анна Олеговна');
    const wrong = await accountant.post('/parties', {
      kind: 'person',
      name: 'Ошибка Пера',
      snils: '112-233-445 96',
      reason: 'паспорт',
    });
    expect(wrong.body).toMatchObject({ status: 422, code: 'requisites.snils' });
    const firm = await accountant.post('/parties', { kind: 'firm', name: 'ООО «Без ИНН»', reason: 'договор' });
    expect(firm.body).toMatchObject({ status: 422, code: 'requisites.inn' });
    const { body } = await accountant.get(`/parties?search=${encodeURIComponent('елкин 0001')}`);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Ёлкина Мария Петровна']);
  });

  it('belongs to owners who own the whole of it', async () => {
    const set = (owners: object[]) =>
      accountant.send('put', `/premises/${ids.flat}/owners`, { body: { owners, ...since('2020-01-01') } });
    expect(
      (
        await set([
          { partyId: ids.mother, share: '1/2' },
          { partyId: ids.father, share: '1/3' },
        ])
      ).body,
    ).toMatchObject({
      status: 422,
      code: 'ownership.not-whole',
      details: { sum: '5/6', missing: '1/6' },
    });
    expect(
      (
        await set([
          { partyId: ids.mother, share: '1/2' },
          { partyId: ids.father, share: '1/2' },
        ])
      ).status,
    ).toBe(204);
    const { body } = await accountant.get(`/premises/${ids.flat}`);
    expect(body.owners.map(({ name, share }: { name: string; share: string }) => [name, share])).toEqual([
      ['Ёлкин Пётр Ильич', '1/2'],
      ['Ёлкина Мария Петровна', '1/2'],
    ]);
  });

  // ------------------------------------------------------------------------------------------------------ accounts

  it('opens accounts with numbers that are never used twice', async () => {
    ids.account = (await opened(ids.flat!, { payerId: ids.mother, number: '1000000001', ...since('2020-01-01') })).id;
    const next = await opened(ids.other!, { payerId: ids.father, ...since('2020-01-01') });
    expect(next.number).toBe('1000000002');
    ids.communal = next.id;
    const again = await accountant.post(`/premises/${ids.flat}/accounts`, {
      payerId: ids.buyer,
      ...since('2026-01-01'),
    });
    expect(again.body).toMatchObject({ status: 409, code: 'account.open-already', details: { number: '1000000001' } });
    const taken = await accountant.post(`/premises/${ids.room1}/accounts`, {
      payerId: ids.buyer,
      number: '1000000001',
      ...since('2026-01-01'),
    });
    expect(taken.body).toMatchObject({ status: 409, code: 'account.number-taken' });
  });

  it('registers people, each in one place at a time', async () => {
    for (const partyId of [ids.mother, ids.father])
      await done(`/accounts/${ids.account}/residents`, { partyId, kind: 'permanent', ...since('2020-01-01') });
    const twice = await accountant.post(`/accounts/${ids.communal}/residents`, {
      partyId: ids.father,
      kind: 'permanent',
      ...since('2026-02-01'),
    });
    expect(twice.body).toMatchObject({
      status: 409,
      code: 'residency.elsewhere',
      details: { account: '1000000001', from: '2020-01-01' },
    });
    expect(twice.body.detail).toContain('1000000001');
  });

  it('takes an absence with its paper, long enough and within the registration', async () => {
    const absence = { partyId: ids.mother, from: '2026-02-01', until: '2026-02-20', appliedOn: '2026-02-25' };
    const record = (change: object) =>
      accountant.post(`/accounts/${ids.account}/absences`, { ...absence, reason: 'командировка', ...change });
    const foresee = (change: object) =>
      accountant.post(`/accounts/${ids.account}/absences/preview`, { ...absence, ...change });
    expect((await record({})).body).toMatchObject({ status: 422, code: 'absence.without-paper' });
    ids.paper = await made('/documents', {
      kind: 'certificate',
      number: '17',
      dated: '2026-02-24',
      issuer: 'ООО «Труд»',
    });
    expect((await record({ documentId: ids.paper, until: '2026-02-07' })).body).toMatchObject({
      code: 'absence.short',
      details: { days: 5, shortest: 6 },
    });
    expect((await record({ documentId: ids.paper, from: '2019-12-01', until: '2019-12-20' })).body).toMatchObject({
      code: 'absence.not-a-resident',
    });
    expect((await record({ documentId: ids.paper, appliedOn: '2026-03-23' })).body).toMatchObject({
      status: 422,
      code: 'absence.late',
      details: { applied: '2026-03-23', until: '2026-03-22', days: 30 },
    });
    expect((await foresee({ appliedOn: '2026-03-23' })).body.code).toBe('absence.late');
    const ahead = { from: '2026-02-01', appliedOn: '2026-01-20' };
    expect((await foresee({ ...ahead, until: '2026-08-02' })).body).toMatchObject({
      status: 422,
      code: 'absence.ahead',
      details: { months: 6, until: '2026-08-01' },
    });
    expect((await foresee({ ...ahead, until: '2026-08-01' })).status).toBe(200);
    expect((await foresee({ ...ahead, until: '2026-08-02', appliedOn: '2026-08-03' })).status).toBe(200);
    expect((await foresee({})).body).toMatchObject({ days: 18, amount: expect.any(String) });
    expect((await accountant.get(`/accounts/${ids.account}`)).body.absences).toEqual([]);
    expect((await record({ documentId: ids.paper, appliedOn: '2026-03-22' })).status).toBe(204);
    expect((await record({ documentId: ids.paper, from: '2026-02-10' })).body).toMatchObject({
      status: 409,
      code: 'fact.overlap',
    });
    const { body } = await accountant.get(`/accounts/${ids.account}`);
    expect(body.absences).toEqual([
      expect.objectContaining({ name: 'Ёлкина Мария Петровна', from: '2026-02-01', until: '2026-02-20' }),
    ]);
  });

  it('is known to the state by identifiers, however they are typed', async () => {
    const identify = (account: string, els: string) =>
      accountant.send('put', `/accounts/${account}/identifiers`, {
        body: { els, izhku: null, reason: 'выписка ГИС ЖКХ' },
      });
    expect((await identify(ids.account!, '10aa123456')).status).toBe(204);
    expect((await accountant.get(`/accounts/${ids.account}`)).body.els).toBe('10АА123456');
    expect((await identify(ids.communal!, '10АА123456')).body).toMatchObject({
      status: 409,
      code: 'account.els-taken',
    });
    expect((await identify(ids.communal!, '10А1234567')).body).toMatchObject({ status: 422, code: 'account.els' });
  });

  it('lists what the state does not know yet', async () => {
    const numbers = async (path: string) => (await accountant.get(path)).body.items.length;
    expect(await numbers('/accounts')).toBe(2);
    expect(await numbers('/accounts?withoutStateIds=true')).toBe(2); // an ЕЛС alone is not enough
    await accountant.send('put', `/accounts/${ids.account}/identifiers`, {
      body: { els: '10АА123456', izhku: '10АА123456-01', reason: 'выписка ГИС ЖКХ' },
    });
    expect(await numbers('/accounts?withoutStateIds=true')).toBe(1);
    expect(await numbers('/houses?withoutStateIds=true')).toBe(0);
  });

  // -------------------------------------------------------------------------------------------------- time travel

  it('is seen as on a day and as it was known on a day', async () => {
    await clockAt('2026-03-10');
    await done(`/premises/${ids.flat}/facts`, { area: '46.10', from: '2025-06-01', reason: 'новый обмер БТИ' });
    await done(`/accounts/${ids.account}/residents/${ids.father}/move-out`, {
      from: '2025-09-01',
      reason: 'снялся с учёта, узнали поздно',
    });
    await clockAt('2026-04-01');

    const seen = async (on: string, known?: string) => {
      const { body } = await accountant.get(
        `/accounts/${ids.account}?on=${on}${known ? `&known=${known}T12:00:00Z` : ''}`,
      );
      return { area: body.premises.area, persons: body.persons, payer: body.payer?.name ?? null };
    };
    const payer = 'Ёлкина Мария Петровна';
    expect(await seen('2026-01-15')).toEqual({ area: '46.10', persons: 1, payer });
    expect(await seen('2026-01-15', '2026-03-05')).toEqual({ area: '45.30', persons: 2, payer });
    expect(await seen('2025-03-15')).toEqual({ area: '45.30', persons: 2, payer });
    // before the first record, of days and of knowledge
    expect(await seen('2026-01-15', '2026-02-01')).toEqual({ area: null, persons: 0, payer: null });

    const { body } = await accountant.get(`/accounts/${ids.account}/timeline`);
    const areas = body.items.filter(({ kind }: { kind: string }) => kind === 'premises');
    expect(
      areas.map(({ from, to, values, supersededAt }: Record<string, unknown>) => [
        from,
        to,
        values,
        supersededAt !== null,
      ]),
    ).toEqual([
      ['2025-06-01', null, { area: '46.10' }, false],
      ['2020-01-01', '2025-06-01', { area: '45.30' }, false],
      ['2020-01-01', null, { area: '45.30' }, true],
    ]);
  });

  it('lists no month as dirty while none has been closed', async () => {
    expect((await accountant.get('/past-changes')).body.items).toEqual([]);
  });

  // --------------------------------------------------------------------------------------- ends and successions

  it('sells a flat: the old account ends, the new owner gets one of their own, the search follows', async () => {
    const { status, body } = await accountant.post(`/accounts/${ids.account}/transfer`, {
      payerId: ids.buyer,
      from: '2026-03-16',
      reason: 'договор купли-продажи',
    });
    expect({ status, number: body.number }).toEqual({ status: 201, number: '1000000003' });
    expect((await accountant.get(`/accounts/${ids.account}`)).body).toMatchObject({
      state: 'closed',
      closedOn: '2026-03-16',
    });
    const found = await accountant.get(`/accounts?search=${encodeURIComponent('новоселова')}`);
    expect(found.body.items.map(({ number }: { number: string }) => number)).toEqual(['1000000003']);
    const timeline = await accountant.get(`/accounts/${body.id}/timeline`);
    expect(timeline.body.items).toContainEqual(
      expect.objectContaining({
        kind: 'succession',
        name: '1000000001',
        values: expect.objectContaining({ kind: 'transfer', direction: 'from' }),
      }),
    );
  });

  it('splits a communal flat into its rooms, and refuses a part without a room of its own', async () => {
    const part = (premisesId: string, payerId: string, weight: string) => ({ premisesId, payerId, weight });
    const split = (parts: object[]) =>
      accountant.post(`/accounts/${ids.communal}/split`, { parts, from: '2026-03-01', reason: 'раздел' });
    expect((await split([part(ids.room1!, ids.father!, '14')])).body).toMatchObject({ code: 'account.split-in-one' });
    expect((await split([part(ids.room1!, ids.father!, '14'), part(ids.room1!, ids.buyer!, '20')])).body).toMatchObject(
      { code: 'account.split-same-premises' },
    );
    const { body } = await split([part(ids.room1!, ids.father!, '14'), part(ids.room2!, ids.buyer!, '20')]);
    expect(body.items.map(({ number }: { number: string }) => number)).toEqual(['1000000004', '1000000005']);
    ids.first = body.items[0].id;
    ids.second = body.items[1].id;
  });

  it('merges them again, and an account closed stays readable', async () => {
    expect(
      (
        await accountant.post(`/accounts/${ids.first}/merge`, {
          accountIds: [ids.first],
          from: '2026-03-20',
          reason: 'ошибка',
        })
      ).body,
    ).toMatchObject({ code: 'account.merge-itself' });
    await done(`/accounts/${ids.first}/merge`, { accountIds: [ids.second], from: '2026-03-20', reason: 'выкуп доли' });
    expect((await accountant.get(`/accounts/${ids.second}`)).body).toMatchObject({ state: 'closed' });
    await done(`/accounts/${ids.second}/reopen`, { payerId: ids.buyer, from: '2026-03-25', reason: 'решение суда' });
    expect((await accountant.get(`/accounts/${ids.second}`)).body).toMatchObject({ state: 'open' });
  });

  it('splits a flat by shares, the people with one of the parts, and merges the shares again', async () => {
    ids.shared = await made(`/houses/${ids.house}/premises`, flat('3', '60'));
    ids.whole = (await opened(ids.shared, { payerId: ids.mother, ...since('2020-01-01') })).id;
    await done(`/accounts/${ids.account}/residents/${ids.mother}/move-out`, { from: '2026-03-01', reason: 'переезд' });
    await done(`/accounts/${ids.whole}/residents`, {
      partyId: ids.mother,
      kind: 'permanent',
      from: '2026-03-01',
      reason: 'переезд',
    });
    const split = (parts: object[], by = 'shares') =>
      accountant.post(`/accounts/${ids.whole}/split`, { by, parts, from: '2026-04-01', reason: 'соглашение' });
    const part = (share: string, payerId: string | undefined, residentIds: string[] = []) => ({
      share,
      payerId,
      residentIds,
    });
    expect((await split([part('1/2', ids.mother, [ids.mother!]), part('1/3', ids.father)])).body).toMatchObject({
      status: 422,
      code: 'account.shares-not-whole',
      detail: expect.stringContaining('часть 1/6 остаётся без плательщика'),
      details: { sum: '5/6', missing: '1/6' },
    });
    expect((await split([part('1/2', ids.mother, [ids.mother!]), part('1/2', undefined)])).body).toMatchObject({
      status: 422,
      errors: [{ field: 'parts.1.payerId' }],
    });
    expect((await split([part('1/2', ids.mother), part('1/2', ids.father)])).body).toMatchObject({
      code: 'account.split-left-out',
      detail: expect.stringContaining('Ёлкина Мария Петровна'),
    });
    expect((await split([part('1/2', ids.mother), part('1/2', ids.father)], 'rooms')).body).toMatchObject({
      code: 'account.split-part',
    });
    const { status, body } = await split([part('2/3', ids.mother, [ids.mother!]), part('1/3', ids.father)]);
    expect(status).toBe(201);
    const [first, second] = body.items as [{ id: string }, { id: string }];
    expect((await accountant.get(`/accounts/${first.id}?on=2026-04-02`)).body).toMatchObject({
      share: '2/3',
      persons: 1,
      area: '60.00',
    });
    expect((await accountant.get(`/premises/${ids.shared}?on=2026-04-02`)).body.accounts).toMatchObject([
      { id: first.id, share: '2/3' },
      { id: second.id, share: '1/3' },
    ]);
    const beside = await accountant.post(`/premises/${ids.shared}/accounts`, {
      payerId: ids.buyer,
      ...since('2026-05-01'),
    });
    expect(beside.body).toMatchObject({ status: 409, code: 'account.open-already' });
    expect(
      (await accountant.post(`/accounts/${first.id}/close`, { from: '2026-05-01', reason: 'ошибка' })).body,
    ).toMatchObject({ code: 'account.shares-not-whole', details: { missing: '2/3' } });
    const change = (shares: object[]) =>
      accountant.send('put', `/premises/${ids.shared}/account-shares`, {
        body: { shares, from: '2026-05-01', reason: 'решение суда' },
      });
    expect((await change([{ accountId: first.id, share: '1/2' }])).body).toMatchObject({
      code: 'account.shares-not-whole',
      details: { sum: '5/6', missing: '1/6', date: '2026-05-01' },
    });
    expect(
      (
        await change([
          { accountId: first.id, share: '1/2' },
          { accountId: second.id, share: '1/2' },
        ])
      ).status,
    ).toBe(204);
    expect((await accountant.get(`/accounts/${first.id}?on=2026-05-02`)).body.share).toBe('1/2');
    await done(`/accounts/${second.id}/merge`, { accountIds: [first.id], from: '2026-06-01', reason: 'выкуп доли' });
    expect((await accountant.get(`/accounts/${second.id}?on=2026-06-02`)).body).toMatchObject({
      share: null,
      persons: 1,
    });
  });

  it('certifies who lived there on a day, with numbers without gaps', async () => {
    const issue = (on: string) => accountant.post(`/accounts/${ids.account}/certificates`, { kind: 'household', on });
    expect((await issue('2025-01-01')).body).toMatchObject({
      number: '2026/1',
      content: { account: '1000000001', people: [{ name: 'Ёлкина Мария Петровна' }, { name: 'Ёлкин Пётр Ильич' }] },
    });
    expect((await issue('2026-02-01')).body).toMatchObject({ number: '2026/2', content: { people: [{}] } });
    expect((await issue('2019-01-01')).body).toMatchObject({ status: 409, code: 'certificate.nobody' });
    expect((await accountant.get(`/accounts/${ids.account}/certificates`)).body.items).toHaveLength(2);
  });

  it('is managed by one agreement at a time, and closed when none holds', async () => {
    const agree = (number: string, from: string, to: string | null) =>
      accountant.post(`/houses/${ids.house}/agreements`, {
        kind: 'management',
        number,
        signedOn: from,
        from,
        to,
        reason: 'протокол собрания',
      });
    expect((await agree('1/УК', '2020-01-01', '2026-06-01')).status).toBe(201);
    expect((await agree('2/УК', '2026-05-01', null)).body).toMatchObject({
      status: 409,
      code: 'agreement.overlap',
      details: { number: '1/УК', to: '2026-06-01' },
    });
    const late = await accountant.post(`/houses/${ids.house}/premises`, { ...flat('7', '30'), from: '2026-07-01' });
    expect(late.body).toMatchObject({ status: 409, code: 'house.closed', details: { until: '2026-05-31' } });
  });

  it('corrects a name only as it was last seen, and remembers the former one', async () => {
    const { headers } = await accountant.get(`/parties/${ids.buyer}`);
    const rename = (etag: string) =>
      accountant.send('patch', `/parties/${ids.buyer}`, {
        body: { name: 'Петрова Анна Олеговна', reason: 'вступила в брак' },
        headers: { 'If-Match': etag },
      });
    const { body } = await rename(headers['etag']!);
    expect(body).toMatchObject({
      name: 'Петрова Анна Олеговна',
      former: [{ was: { name: 'Новосёлова Анна Олеговна' } }],
    });
    expect((await rename(headers['etag']!)).status).toBe(412);
  });

  it('is changed by nobody whose role does not allow it', async () => {
    await api.staff(organization, 'cashier@dvor.test', 'cashier');
    const cashier = await api.signedIn('cashier@dvor.test');
    expect((await cashier.post(`/accounts/${ids.account}/close`, since('2026-03-01'))).status).toBe(403);
    expect((await cashier.get(`/accounts/${ids.account}/timeline`)).status).toBe(200);
  });

  // ------------------------------------------------------------------------------------------------------- helpers

  async function clockAt(day: string): Promise<void> {
    await api.database.asOwner(`update organizations set demo_now = '${day}T03:00:00Z' where id = ${organization}`);
  }

  async function made(path: string, body: object): Promise<string> {
    const answer = await accountant.post(path, body);
    expect({ path, body: answer.body, status: answer.status }).toMatchObject({ path, status: 201 });
    return answer.body.id;
  }

  async function done(path: string, body: object): Promise<void> {
    const answer = await accountant.post(path, body);
    expect({ path, body: answer.body, status: answer.status }).toMatchObject({ path, status: 204 });
  }

  async function opened(premisesId: string, body: object): Promise<{ id: string; number: string }> {
    const answer = await accountant.post(`/premises/${premisesId}/accounts`, body);
    expect({ body: answer.body, status: answer.status }).toMatchObject({ status: 201 });
    return answer.body;
  }

  async function person(name: string, more: object = {}): Promise<string> {
    return made('/parties', { kind: 'person', name, reason: 'паспорт', ...more });
  }
});

function since(from: string) {
  return { from, reason: 'приём дома в управление' };
}

function flat(number: string, area: string) {
  return { kind: 'flat', number, area, ...since('2020-01-01') };
}
