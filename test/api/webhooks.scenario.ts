import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganizationId } from '@dvor/kernel';
import { Database } from '@dvor/platform';
import { makeStock, newHouse, until } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';
import { startWorkerBeside } from './support/worker-beside.js';

const env = { WEBHOOKS_PRIVATE_NETWORKS: '127.0.0.0/8' };

describe('webhooks (API-04)', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let worker: { stop(): Promise<void> };
  let administrator: Client;
  let server: Server;
  let url: string;
  let endpoint: { readonly id: string; readonly version: number };
  const taken: { id: string; type: string }[] = [];

  beforeAll(async () => {
    api = await ApiUnderTest.start({ env });
    organization = await api.setUp();
    await api.staff(organization, 'integrator@dvor.test', 'integrator');
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    administrator = await api.signedIn('administrator@dvor.test');
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { type: string };
        taken.push({ id: String(request.headers['webhook-id']), type: body.type });
        response.writeHead(200).end('спасибо');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dvor`;
    worker = await startWorkerBeside(api, env);
  });
  afterAll(async () => {
    await worker?.stop();
    server?.close();
    await api?.stop();
  });

  const deliveries = async (query = '') =>
    (await administrator.get(`/webhooks/${endpoint.id}/deliveries${query}`)).body.items;

  it('are set up by an administrator, an integrator or a key with the scope, and by nobody else', async () => {
    const { status, body } = await (await api.signedIn('integrator@dvor.test')).post('/webhooks', { url });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { secret: expect.stringMatching(/^whsec_/), endpoint: { url, state: 'active', eventTypes: [] } },
    });
    endpoint = body.endpoint;
    expect(JSON.stringify((await administrator.get('/webhooks')).body)).not.toContain(body.secret.slice(6));
    expect((await (await api.signedIn('accountant@dvor.test')).get('/webhooks')).status).toBe(403);
    const { body: key } = await administrator.post('/api-keys', { name: 'Обмен', scopes: ['webhook.manage'] });
    const program = api.client();
    program.accessToken = key.text;
    expect((await program.get('/webhooks')).body.items).toHaveLength(1);
  });

  it('have a catalogue with the schema of each event', async () => {
    const { items } = (await administrator.get('/webhook-events')).body;
    expect(items).toContainEqual(
      expect.objectContaining({ type: 'run.closed', title: 'Месяц закрыт', objectType: 'run' }),
    );
  });

  it('are tried out, and the log shows what came of it', async () => {
    const { status, body } = await administrator.post(`/webhooks/${endpoint.id}/try-out`);
    expect({ status, state: body.state }).toEqual({ status: 201, state: 'waiting' });
    await until(async () => (await deliveries('?state=delivered')).length === 1);
    expect(taken).toEqual([{ id: body.messageId, type: 'webhook.trial' }]);
    const { body: whole } = await administrator.get(`/webhooks/${endpoint.id}/deliveries/${body.id}`);
    expect(whole).toMatchObject({ state: 'delivered', attempts: 1, log: [{ status: 200, answer: 'спасибо' }] });
  });

  it('tell of what a program has done through the door, and replay it', async () => {
    await api.app.get(Database).inTenant({ organizationId: organization }, (tx) => makeStock(tx, [newHouse('1', 2)]));
    const { body: run } = await administrator.post('/runs', { period: '2026-10' });
    const [ready] = await until(async () => {
      const items = await deliveries(`?objectType=run&objectId=${run.id}&state=delivered`);
      return items.length > 0 && items;
    });
    expect(ready).toMatchObject({ type: 'run.ready', objectType: 'run', objectId: run.id });
    const { body } = await administrator.post(`/webhooks/${endpoint.id}/replay`, { type: 'run.ready' });
    expect(body).toEqual({ replayed: 1 });
    await until(() => taken.filter(({ id }) => id === ready.messageId).length === 2);
    const one = await administrator.post(`/webhooks/${endpoint.id}/deliveries/${ready.id}/replay`);
    expect(one.status).toBe(200);
    await until(() => taken.filter(({ id }) => id === ready.messageId).length === 3);
  });

  it('are paused and resumed by hand', async () => {
    expect((await administrator.post(`/webhooks/${endpoint.id}/pause`)).body.pauseReason).toBe('by-hand');
    expect((await administrator.post(`/webhooks/${endpoint.id}/pause`)).body.code).toBe('webhook.paused');
    expect((await administrator.post(`/webhooks/${endpoint.id}/try-out`)).body.code).toBe('webhook.paused');
    expect((await administrator.post(`/webhooks/${endpoint.id}/resume`)).body.state).toBe('active');
    expect((await administrator.post(`/webhooks/${endpoint.id}/resume`)).body.code).toBe('webhook.not-paused');
  });

  it('are changed by whoever has seen them as they are', async () => {
    const { headers } = await administrator.get(`/webhooks/${endpoint.id}`);
    const change = (etag: string) =>
      administrator.send('put', `/webhooks/${endpoint.id}`, {
        body: { url, eventTypes: ['run.closed'] },
        headers: { 'If-Match': etag },
      });
    expect((await change(headers['etag']!)).body).toMatchObject({ eventTypes: ['run.closed'] });
    expect((await change(headers['etag']!)).body).toMatchObject({ status: 412, code: 'webhook.stale' });
    const rotated = await administrator.post(`/webhooks/${endpoint.id}/rotate-secret`, { graceHours: 1 });
    expect(rotated.body).toMatchObject({ secret: expect.any(String), endpoint: { formerUntil: expect.any(String) } });
  });

  it('never go inside', async () => {
    for (const inside of [
      'https://10.0.0.1/',
      'https://[fd00::1]/x',
      'https://169.254.169.254/',
      'http://192.168.0.1/',
    ])
      expect((await administrator.post('/webhooks', { url: inside })).body).toMatchObject({
        status: 422,
        code: 'webhook.address-private',
      });
    const unknown = await administrator.post('/webhooks', { url, eventTypes: ['run.opened'] });
    expect(unknown.body).toMatchObject({ status: 422, errors: [{ field: 'eventTypes' }] });
  });

  it('are nobody else’s, and go with their log', async () => {
    await api.setUpStranger();
    const stranger = await api.signedIn('stranger@dvor.test');
    for (const path of ['', '/deliveries', '/deliveries/1'])
      expect((await stranger.get(`/webhooks/${endpoint.id}${path}`)).body).toMatchObject({ code: 'webhook.not-found' });
    expect((await stranger.send('delete', `/webhooks/${endpoint.id}`)).status).toBe(404);
    expect((await administrator.send('delete', `/webhooks/${endpoint.id}`)).status).toBe(204);
    expect((await administrator.get(`/webhooks/${endpoint.id}/deliveries`)).status).toBe(404);
    const actions = (await administrator.get(`/audit?objectType=webhook&objectId=${endpoint.id}`)).body.items;
    expect(actions.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['webhook.add', 'webhook.try-out', 'webhook.replay', 'webhook.pause', 'webhook.remove']),
    );
  });
});
