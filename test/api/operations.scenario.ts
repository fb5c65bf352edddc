import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Cable, createTestDatabase, layCable, type TestDatabase } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

const atRoot = { prefix: '' };

describe('operations', () => {
  let api: ApiUnderTest;
  let operator: Client;
  let accountant: Client;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const organization = await api.setUp();
    await api.staff(organization, 'ops@dvor.test', 'operator');
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.resident(organization, 'resident@dvor.test', []);
    [operator, accountant] = [await api.signedIn('ops@dvor.test'), await api.signedIn('accountant@dvor.test')];
  });
  afterAll(async () => {
    await api.stop();
  });

  it('lives and is ready', async () => {
    const client = api.client();
    expect((await client.send('get', '/health/live', atRoot)).body).toEqual({ live: true });
    expect((await client.send('get', '/health/ready', atRoot)).body).toEqual({
      ready: true,
      database: 'up',
      redis: 'up',
    });
  });

  it('turns red within ten seconds of losing Redis and green again by itself', async () => {
    await api.redis.kill();
    expect(await api.untilReady(false)).toBeLessThan(10_000);
    expect((await api.client().send('get', '/health/ready', atRoot)).body).toMatchObject({
      ready: false,
      database: 'up',
      redis: 'down',
    });
    expect((await operator.get('/auth/me')).status).toBe(200); // who only reads goes on
    await api.redis.start();
    await api.untilReady();
  });

  it('tells its metrics to this machine, to an operator and to nobody else', async () => {
    const plain = await fetch(`${await api.app.getUrl()}/metrics`);
    expect(plain.headers.get('content-type')).toContain('text/plain');
    const text = await plain.text();
    expect(text).toMatch(
      /dvor_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/auth\/me",status="200"\} \d/,
    );
    expect(text).toContain('dvor_queue_jobs{queue="billing",state="waiting"} 0');
    const metrics = (client: Client) => client.send('get', '/metrics', atRoot); // comes through a proxy
    expect((await metrics(api.client())).status).toBe(401);
    expect((await metrics(accountant)).status).toBe(403);
    expect((await metrics(operator)).status).toBe(200);
  });

  it('opens the queues to operators only', async () => {
    const page = await api.client().send('get', '/queues', { ...atRoot, headers: { Accept: 'text/html' } });
    expect([page.status, page.text]).toEqual([401, expect.stringContaining('action="/queues/sign-in"')]);
    expect((await api.client().send('get', '/queues/api/queues', atRoot)).body).toMatchObject({
      code: 'auth.signed-out',
    });
    expect((await accountant.send('get', '/queues', atRoot)).body).toMatchObject({
      status: 403,
      code: 'auth.forbidden',
    });
    expect((await accountant.post('/auth/queue-pass')).status).toBe(403);
    expect((await (await api.signedIn('resident@dvor.test')).send('get', '/queues', atRoot)).status).toBe(403);
    expect((await (await api.signedIn('administrator@dvor.test')).send('get', '/queues', atRoot)).status).toBe(403);
  });

  it('opens the queues by a pass in a cookie, as long as its session lives', async () => {
    const client = await api.signedIn('ops@dvor.test');
    const pass = await client.post('/auth/queue-pass');
    expect([pass.status, String(pass.headers['set-cookie'])]).toEqual([
      204,
      expect.stringMatching(/^dvor_queues=.+; Path=\/queues; .*HttpOnly; SameSite=Strict/),
    ]);
    client.accessToken = null; // as a page that the browser opens
    const board = await client.send('get', '/queues', { ...atRoot, headers: { Accept: 'text/html' } });
    expect([board.status, board.text]).toEqual([200, expect.stringContaining('__UI_CONFIG__')]);
    expect(
      (await client.send('get', '/queues/api/queues', atRoot)).body.queues.map(({ name }: { name: string }) => name),
    ).toEqual(expect.arrayContaining(['billing', 'receipts']));
    await client.post('/auth/sign-out');
    expect((await client.send('get', '/queues/api/queues', atRoot)).status).toBe(401);
  });

  it('lets an operator sign in on the page of the queues itself', async () => {
    const client = api.client();
    const send = (password: string) =>
      client.send('post', '/queues/sign-in', atRoot).type('form').send({ email: 'ops@dvor.test', password });
    const wrong = await send('guess');
    expect([wrong.status, wrong.text]).toEqual([401, expect.stringContaining('Неверная почта или пароль.')]);
    const right = await send('dvor-demo');
    expect([right.status, right.headers['location']]).toEqual([303, '/queues']);
    expect((await client.send('get', '/queues/api/queues', atRoot)).status).toBe(200);
  });

  it('records who turned a queue’s handle', async () => {
    const drained = await operator.send('put', '/queues/api/queues/billing/clean/failed', atRoot);
    expect(drained.status).toBeLessThan(300);
    const { body } = await (await api.signedIn('administrator@dvor.test')).get('/audit?action=queue.change');
    expect(body.items).toEqual([
      expect.objectContaining({
        userName: 'ops@dvor.test',
        objectId: 'billing',
        details: { request: 'PUT /api/queues/billing/clean/failed' },
      }),
    ]);
  });

  it('serves the cabinet and the console, every address of a page and hashed files for good', async () => {
    const client = api.client();
    const get = (path: string) => client.send('get', path, atRoot);
    expect([(await get('/')).status, (await get('/')).text]).toEqual([
      503,
      'The cabinet is not built yet: run "npm run build".',
    ]);
    for (const name of ['resident', 'console']) {
      await mkdir(join(api.folder, name, 'assets'), { recursive: true });
      await writeFile(join(api.folder, name, 'index.html'), `<title>${name}</title>`);
      await writeFile(join(api.folder, name, 'assets', 'main-1a2b.js'), '1');
    }
    expect((await get('/')).text).toContain('resident');
    expect((await get('/receipts/5')).text).toContain('resident');
    expect((await get('/console')).headers['location']).toBe('/console/');
    const page = await get('/console/accounts/7');
    expect([page.text, page.headers['cache-control']]).toEqual([expect.stringContaining('console'), 'no-cache']);
    expect((await get('/console/assets/main-1a2b.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await get('/console/assets/gone-3c4d.js')).status).toBe(404);
    expect((await get('/api/v1/gone')).headers['content-type']).toContain('application/problem+json');
  });

  it('sends headers that keep strangers’ scripts and frames out', async () => {
    const { headers } = await api.client().send('get', '/', atRoot);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['x-powered-by']).toBeUndefined();
    expect((await api.client().get('/setup')).headers['cache-control']).toBe('no-store');
  });

  it('takes a request’s id over from a proxy and gives one where there is none', async () => {
    const given = await api.client().get('/gone', { 'X-Request-Id': 'from-the-proxy-1' });
    expect([given.headers['x-request-id'], given.body.traceId]).toEqual(['from-the-proxy-1', 'from-the-proxy-1']);
    expect((await api.client().get('/gone', { 'X-Request-Id': 'a\tb' })).body.traceId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('reads no body that is too large or not JSON', async () => {
    const send = (body: string) => operator.send('post', '/runs').set('Content-Type', 'application/json').send(body);
    expect((await send('{"period":')).body).toMatchObject({ status: 400, code: 'http.bad-request' });
    expect((await send(JSON.stringify({ period: 'x'.repeat(2_000_000) }))).body).toMatchObject({
      status: 413,
      code: 'http.too-large',
    });
  });
});

describe('a lost database', () => {
  let cable: Cable;
  let database: TestDatabase;
  let api: ApiUnderTest;

  beforeAll(async () => {
    database = await createTestDatabase();
    cable = await layCable(database.apiUrl);
    api = await ApiUnderTest.start({ env: { DATABASE_URL: cable.url } });
  });
  afterAll(async () => {
    await cable.plugIn().catch(() => undefined);
    await api.stop();
    await cable.cut();
    await database.drop();
  });

  it('turns readiness red within ten seconds and green again by itself; refusals give nothing away', async () => {
    await api.untilReady();
    await cable.cut();
    expect(await api.untilReady(false)).toBeLessThan(10_000);
    const refused = await api.client().get('/setup');
    expect(refused.body).toMatchObject({ status: 500, code: 'unexpected', traceId: refused.headers['x-request-id'] });
    expect(JSON.stringify(refused.body)).not.toMatch(/ECONN|127\.0\.0\.1|postgres/i);
    await cable.plugIn();
    await api.untilReady();
    expect((await api.client().get('/setup')).body).toEqual({ empty: true });
  });
});
