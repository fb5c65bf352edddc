import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { startWorkerBeside } from './support/worker-beside.js';

let api: ApiUnderTest;
let worker: Awaited<ReturnType<typeof startWorkerBeside>>;
let accountant: Client;
let stranger: Client;
let id: string;

const FILE = [
  'Лицевой счет;Адрес;Кв.;Площадь;ФИО;Прописано',
  '5001;г. Барнаул, ул. Юрина, д. 180;1;45,30;Иванова Анна Петровна;2',
  '5002;г. Барнаул, ул. Юрина, д. 180;2;61,20;Фёдоров Пётр Ильич;1',
  '5003;г. Барнаул, ул. Юрина, д. 180;3;0;Орлова Вера Павловна;1',
].join('\r\n');

beforeAll(async () => {
  api = await ApiUnderTest.start();
  worker = await startWorkerBeside(api);
  const organizationId = await api.setUp();
  await api.setUpStranger();
  await api.staff(organizationId, 'accountant@dvor.test', 'accountant');
  await api.staff(organizationId, 'cashier@dvor.test', 'cashier');
  accountant = await api.signedIn('accountant@dvor.test');
  stranger = await api.signedIn('stranger@dvor.test');
}, 60_000);
afterAll(async () => {
  await worker?.stop();
  await api?.stop();
});

describe('a load of a table (INT-09)', () => {
  it('begins with an empty table to fill in', async () => {
    const template = await accountant.get('/imports/templates/accounts').responseType('blob').expect(200);
    expect(template.headers['content-disposition']).toContain(encodeURIComponent('Лицевые счета – образец.xlsx'));
    expect((template.body as Buffer).subarray(0, 2).toString()).toBe('PK');
    await accountant.get('/imports/templates/anything').expect(404);
  });

  it('is refused without a file, of another kind, or too large, in words', async () => {
    const nothing = await accountant.send('post', '/imports').field('kind', 'accounts').expect(422);
    expect(nothing.body).toMatchObject({ code: 'import.no-file' });
    const strange = await upload(accountant, FILE, 'anything').expect(422);
    expect(strange.body.errors[0].field).toBe('kind');
    const large = await upload(accountant, Buffer.alloc(40 * 1024 * 1024 + 1, 'a')).expect(413);
    expect(large.body.detail).toMatch(/велик/);
    const picture = await upload(accountant, Buffer.from('%PDF-1.7')).expect(422);
    expect(picture.body.detail).toMatch(/PDF/);
  });

  it('recognises the columns of what is brought', async () => {
    const uploaded = await upload(accountant, FILE).expect(201);
    id = uploaded.body.id;
    expect(uploaded.body).toMatchObject({
      state: 'uploaded',
      fileName: 'счета.csv',
      map: { number: 0, address: 1, flat: 2, area: 3, payer: 4, persons: 5 },
      missing: [],
    });
    expect(uploaded.body.fields).toContainEqual({ name: 'number', title: 'Лицевой счёт' });
  });

  it('is read anew in another way, and back', async () => {
    const reading = { encoding: 'ibm866', headingLine: 2 };
    const spoilt = await accountant.send('put', `/imports/${id}/reading`, { body: reading }).expect(200);
    expect(spoilt.body).toMatchObject({
      toldEncoding: 'ibm866',
      toldHeadingLine: 2,
      encoding: 'ibm866',
      headingLine: 2,
    });
    const top = await accountant.get(`/imports/${id}/sample?fromTop=true`).expect(200);
    expect(top.body.items[0]).toMatchObject({ line: 1 });
    const wrong = { body: { encoding: 'utf-7', headingLine: -1 } };
    const refused = await accountant.send('put', `/imports/${id}/reading`, wrong).expect(422);
    expect(refused.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'encoding',
      'headingLine',
    ]);
    const body = { encoding: null, headingLine: null };
    const again = await accountant.send('put', `/imports/${id}/reading`, { body }).expect(200);
    expect(again.body).toMatchObject({ encoding: 'utf-8', headingLine: 1, map: { number: 0, address: 1 } });
  });

  it('is mapped by hand where it must be', async () => {
    const { map } = (await accountant.get(`/imports/${id}`)).body;
    const wrong = { map: { ...map, phone: 0 }, settings: {} };
    expect((await accountant.send('put', `/imports/${id}/map`, { body: wrong }).expect(422)).body.code).toBe(
      'import.map',
    );
    const body = { map, settings: { makeHouses: true, from: '2026-10-01' }, sourceName: 'Квартплата' };
    const mapped = await accountant.send('put', `/imports/${id}/map`, { body }).expect(200);
    expect(mapped.body).toMatchObject({ sourceName: 'Квартплата', settings: { makeHouses: true, from: '2026-10-01' } });
  });

  it('is tried out before anything is written', async () => {
    await accountant.post(`/imports/${id}/check`).expect(202);
    const checked = await stateOf('checked');
    expect(checked.totals).toMatchObject({
      rows: 3,
      area: '106.50',
      persons: 4,
      verdicts: { new: 2, change: 0, same: 0, bad: 1 },
    });
    const { body } = await accountant.get(`/imports/${id}/problems`).expect(200);
    expect(body.items).toEqual([
      {
        line: 4,
        column: 'Площадь',
        value: '0.00',
        severity: 'error',
        code: 'area.zero',
        reason: 'Площадь 0.00 невозможна.',
        mend: 'Впишите площадь больше нуля по техпаспорту.',
      },
    ]);
    const english = await accountant.get(`/imports/${id}/problems`, { 'Accept-Language': 'en' });
    expect(english.body.items[0].reason).toBe('The area 0.00 is impossible.');
    expect((await accountant.get('/accounts')).body.items).toEqual([]);
  });

  it('brings the good rows into the books and the bad ones back', async () => {
    await accountant.post(`/imports/${id}/apply`).expect(202);
    await stateOf('applied');
    const { body } = await accountant.get('/accounts?search=юрена 180');
    expect(body.items.map(({ number }: { number: string }) => number)).toEqual(['5001', '5002']);
    const file = await accountant.get(`/imports/${id}/bad-rows`).responseType('blob').expect(200);
    expect((file.body as Buffer).toString('utf8')).toContain('Площадь: Площадь 0.00 невозможна.');
    const progress = await accountant.get(`/imports/${id}/progress`).expect(200);
    expect(progress.text).toContain('"state":"applied"');
  });

  it('needs nothing the next time, and changes nothing', async () => {
    const again = await upload(accountant, FILE).expect(201);
    expect(again.body).toMatchObject({ sourceName: 'Квартплата', settings: { makeHouses: true } });
    await accountant.post(`/imports/${again.body.id}/check`).expect(202);
    const checked = await stateOf('checked', again.body.id);
    expect(checked.totals.verdicts).toEqual({ new: 0, change: 0, same: 2, bad: 1 });
    expect((await accountant.get('/imports?kind=accounts')).body.items).toHaveLength(2);
  });

  it('goes back, and is undone once only', async () => {
    await accountant.post(`/imports/${id}/undo`).expect(202);
    await stateOf('undone');
    expect((await accountant.get('/accounts')).body.items).toEqual([]);
    expect((await accountant.post(`/imports/${id}/undo`).expect(409)).body.code).toBe('import.wrong-state');
    const log = await (await api.signedIn('administrator@dvor.test')).get('/audit?limit=50');
    const actions = log.body.items.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(expect.arrayContaining(['import.upload', 'import.map', 'import.applied', 'import.undone']));
  });

  it('is nobody else’s business', async () => {
    await stranger.get(`/imports/${id}`).expect(404);
    await stranger.post(`/imports/${id}/check`).expect(404);
    const cashier = await api.signedIn('cashier@dvor.test');
    await cashier.get('/imports').expect(403);
  });
});

function upload(client: Client, content: string | Buffer, kind = 'accounts') {
  return client
    .send('post', '/imports')
    .field('kind', kind)
    .attach('file', Buffer.from(content), { filename: 'счета.csv', contentType: 'text/csv' });
}

async function stateOf(state: string, of = id) {
  let body: { state: string; failure: unknown; totals: Record<string, unknown> } = null as never;
  await until(async () => {
    ({ body } = await accountant.get(`/imports/${of}`));
    expect(body.failure).toBeNull();
    return body.state === state;
  });
  return body;
}
