import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganizationId, UserId } from '@dvor/kernel';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

interface Given {
  readonly key: { readonly id: string };
  readonly text: string;
}

describe('an API key (API-02)', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let deputy: UserId;
  let administrator: Client;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    deputy = await api.staff(organization, 'deputy@dvor.test', 'administrator');
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    administrator = await api.signedIn('administrator@dvor.test');
  });
  afterAll(async () => {
    await api.stop();
  });

  const make = async (more: object = {}, by = administrator): Promise<Given> => {
    const { status, body } = await by.post('/api-keys', { name: 'Обмен с 1С', scopes: ['account.read'], ...more });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body as Given;
  };
  const program = ({ text }: { text: string }, address?: string): Client => {
    const client = api.client(address);
    client.accessToken = text;
    return client;
  };
  const keyOf = async (id: string) =>
    (await administrator.get('/api-keys')).body.items.find((key: { id: string }) => key.id === id);

  it('is told once, works, and shows its last use', async () => {
    const given = await make();
    expect(given.text).toMatch(/^dvor_live_[0-9a-f]{16}_[\w-]{43}$/);
    expect(await keyOf(given.key.id)).toMatchObject({ state: 'live', lastUsedAt: null, madeBy: 'Анна Серова' });
    const list = JSON.stringify((await administrator.get('/api-keys')).body);
    expect(list).not.toContain(given.text.split('_').at(-1));

    expect((await program(given, '203.0.113.9').get('/accounts')).status).toBe(200);
    const { stem, lastUsedAt, lastUsedIp } = await keyOf(given.key.id);
    expect(given.text.startsWith(stem)).toBe(true);
    expect(Date.now() - Date.parse(lastUsedAt)).toBeLessThan(60_000);
    expect(lastUsedIp).toBe('203.0.113.9');
    await program(given, '203.0.113.10').get('/accounts');
    expect((await keyOf(given.key.id)).lastUsedIp).toBe('203.0.113.9'); // not written again within the minute
    api.passMinutes(1);
    await program(given, '203.0.113.10').get('/accounts');
    expect((await keyOf(given.key.id)).lastUsedIp).toBe('203.0.113.10');
  });

  it('does nothing outside its scopes, and the attempt is recorded under its name', async () => {
    const given = await make({ name: 'Только счета' });
    const refused = await program(given).get('/runs');
    expect(refused.body).toMatchObject({ status: 403, code: 'auth.key-scope', details: { permission: 'run.read' } });
    const [denied] = (await administrator.get('/audit?action=access.denied')).body.items;
    expect(denied).toMatchObject({
      apiKeyName: 'Только счета',
      details: { apiKey: given.key.id },
      objectId: 'run.read',
    });
    expect((await program(given).get('/auth/me')).body).toMatchObject({ status: 403, code: 'auth.key-not-here' });
    expect((await program(given).get('/resident/accounts')).status).toBe(403);
  });

  it('names itself in the log of what it has changed', async () => {
    const given = await make({ name: 'Реквизиты', scopes: ['organization.read', 'organization.edit'] });
    const { headers } = await program(given).get('/organization');
    const edited = await program(given).send('patch', '/organization', {
      body: { phone: '+7 385 200-00-00' },
      headers: { 'If-Match': headers['etag']! },
    });
    expect(edited.status).toBe(200);
    const [entry] = (await administrator.get('/audit?action=organization.edit')).body.items;
    expect(entry).toMatchObject({ userName: 'Анна Серова', apiKeyName: 'Реквизиты' });
    const [own] = (await administrator.get('/audit?action=key.make')).body.items;
    expect(own).toMatchObject({ apiKeyName: null, objectId: given.key.id });
  });

  it('is never given more than its maker may do, nor the managing of people and keys', async () => {
    for (const scopes of [['key.manage'], ['staff.manage'], ['queue.watch'], ['nonsense'], []])
      expect((await administrator.post('/api-keys', { name: 'x', scopes })).status).toBe(422);
    const accountant = await api.signedIn('accountant@dvor.test');
    expect((await accountant.post('/api-keys', { name: 'x', scopes: ['account.read'] })).status).toBe(403);
    const given = await make({ scopes: ['account.read', 'organization.edit'] });
    expect((await program(given).post('/api-keys', { name: 'x', scopes: ['account.read'] })).body.code).toBe(
      'auth.key-scope',
    );
  });

  it('loses what its maker loses, and stops when they leave until somebody takes it over', async () => {
    const theirs = await make({ scopes: ['account.read', 'audit.read'] }, await api.signedIn('deputy@dvor.test'));
    expect((await program(theirs).get('/audit')).status).toBe(200);
    const member = 'where organization_id = $1 and user_id = $2';
    await api.database.asOwner(`update memberships set role = 'cashier' ${member}`, [organization, deputy]);
    expect((await program(theirs).get('/audit')).body.code).toBe('auth.key-scope');
    expect((await program(theirs).get('/accounts')).status).toBe(200);
    await api.database.asOwner(`delete from memberships ${member}`, [organization, deputy]);
    expect((await program(theirs).get('/accounts')).body).toMatchObject({ status: 401, code: 'auth.key-maker-left' });
    expect((await keyOf(theirs.key.id)).state).toBe('maker-left');
    const { body } = await administrator.post(`/api-keys/${theirs.key.id}/rotate`, { graceHours: 0 });
    expect((await program(body).get('/audit')).status).toBe(200);
    expect((await program(theirs).get('/accounts')).body.code).toBe('auth.key-unknown');
  });

  it('is refused from a foreign address', async () => {
    const given = await make({ addresses: ['203.0.113.0/24', '2001:db8::/32'] });
    expect((await program(given, '203.0.113.77').get('/accounts')).status).toBe(200);
    const refused = await program(given, '198.18.0.1').get('/accounts');
    expect(refused.body).toMatchObject({ status: 403, code: 'auth.key-address', details: { ip: '198.18.0.1' } });
    const wrong = await administrator.post('/api-keys', { name: 'x', scopes: ['account.read'], addresses: ['дом'] });
    expect(wrong.body).toMatchObject({ status: 422, errors: [{ field: 'addresses' }] });
  });

  it('ends with its term, and at once when it is revoked', async () => {
    const soon = new Date(Date.now() + 10 * 60_000).toISOString();
    const given = await make({ expiresAt: soon });
    expect((await program(given).get('/accounts')).status).toBe(200);
    api.passMinutes(15);
    administrator = await api.signedIn('administrator@dvor.test');
    expect((await program(given).get('/accounts')).body).toMatchObject({ status: 401, code: 'auth.key-expired' });
    expect((await keyOf(given.key.id)).state).toBe('expired');
    expect((await administrator.post(`/api-keys/${given.key.id}/rotate`)).body.code).toBe('key.expired');
    expect(
      (await administrator.post('/api-keys', { name: 'x', scopes: ['account.read'], expiresAt: soon })).body.code,
    ).toBe('key.expires-in-the-past');

    const other = await make();
    expect((await administrator.post(`/api-keys/${other.key.id}/revoke`)).body.state).toBe('revoked');
    expect((await program(other).get('/accounts')).body).toMatchObject({ status: 401, code: 'auth.key-revoked' });
    expect((await administrator.post(`/api-keys/${other.key.id}/revoke`)).body.code).toBe('key.revoked');
  });

  it('has two good secrets while the grace of a rotation lasts', async () => {
    const before = await make();
    const rotated = await administrator.post(`/api-keys/${before.key.id}/rotate`, { graceHours: 2 });
    const after = rotated.body as Given;
    expect(after.text).not.toBe(before.text);
    expect([(await program(before).get('/accounts')).status, (await program(after).get('/accounts')).status]).toEqual([
      200, 200,
    ]);
    api.passMinutes(121);
    administrator = await api.signedIn('administrator@dvor.test');
    expect((await program(before).get('/accounts')).body).toMatchObject({ status: 401, code: 'auth.key-unknown' });
    expect((await program(after).get('/accounts')).status).toBe(200);
  });

  it('that is mistyped is nobody’s, and guessing at them is limited by address', async () => {
    const given = await make();
    const mistyped = `${given.text.slice(0, -1)}${given.text.endsWith('A') ? 'B' : 'A'}`;
    expect((await program({ text: mistyped }).get('/accounts')).body).toMatchObject({
      status: 401,
      code: 'auth.key-unknown',
    });
    expect((await program({ text: 'dvor_live_short' }).get('/accounts')).status).toBe(401);
  });

  it('has requests of its own, and over the limit is told when to come again', async () => {
    const [hasty, calm] = [await make({ requestsAMinute: 3 }), await make({ requestsAMinute: 3 })];
    for (let i = 0; i < 3; i += 1) expect((await program(hasty).get('/accounts')).status).toBe(200);
    const refused = await program(hasty).get('/accounts');
    expect(refused.body).toMatchObject({ status: 429, code: 'rate.exceeded' });
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(30);
    expect((await program(calm).get('/accounts')).status).toBe(200);
    expect((await administrator.get('/accounts')).status).toBe(200);
  });

  it('has Idempotency-Keys of its own', async () => {
    const [one, other] = [await make({ scopes: ['run.start'] }), await make({ scopes: ['run.start'] })];
    const start = (client: Client, period: string) => client.post('/runs', { period }, { 'Idempotency-Key': 'same' });
    const first = await start(program(one), '2026-10');
    expect((await start(program(one), '2026-10')).headers['idempotency-replayed']).toBe('true');
    expect((await start(program(one), '2026-09')).body.code).toBe('idempotency.other-request');
    for (const client of [program(other), administrator])
      expect((await start(client, '2026-09')).body.code).not.toBe('idempotency.other-request');
    expect(first.status).toBeLessThan(500);
  });

  it('reaches nothing of another organisation', async () => {
    await api.setUpStranger();
    const stranger = await api.signedIn('stranger@dvor.test');
    const theirs = await make({ scopes: ['account.read', 'organization.read'] }, stranger);
    const ours = await make({ scopes: ['account.read', 'organization.read'] });
    expect((await program(theirs).get('/organization')).body.name).toBe('ООО «Чужая»');
    for (const action of ['rotate', 'revoke'])
      expect((await stranger.post(`/api-keys/${ours.key.id}/${action}`)).body).toMatchObject({
        status: 404,
        code: 'key.not-found',
      });
    expect((await stranger.get('/api-keys')).body.items).toHaveLength(1);
  });
});
