import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganizationId } from '@dvor/kernel';
import { ApiUnderTest } from './support/api-under-test.js';

describe('sessions', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    for (const name of ['anna', 'boris', 'vera', 'galina', 'darya', 'egor'])
      await api.staff(organization, `${name}@dvor.test`, name === 'boris' ? 'operator' : 'accountant');
  });
  afterAll(async () => {
    await api.stop();
  });

  it('gives a new access token for the cookie and turns the cookie over', async () => {
    const client = await api.signedIn('anna@dvor.test');
    const before = client.accessToken;
    api.passMinutes(9);
    const refreshed = await client.refresh();
    expect(refreshed.status).toBe(200);
    expect(client.accessToken).not.toBe(before);
    expect((await client.get('/auth/me')).status).toBe(200);
    expect((await client.refresh()).status).toBe(200);
  });

  it('refuses an access token after ten minutes', async () => {
    const client = await api.signedIn('anna@dvor.test');
    api.passMinutes(9.9);
    expect((await client.get('/auth/me')).status).toBe(200);
    api.passMinutes(0.2);
    expect((await client.get('/auth/me')).body).toMatchObject({ status: 401, code: 'auth.signed-out' });
  });

  it('ends the whole session when an old refresh token is used again, and records it', async () => {
    const thief = await api.signedIn('vera@dvor.test');
    const owner = api.client();
    owner.accessToken = thief.accessToken;
    const stolen = cookieOf(await thief.signIn('vera@dvor.test'));
    expect((await thief.refresh()).status).toBe(200);
    const reused = await owner.post('/auth/refresh', {}, { Cookie: stolen });
    expect(reused.body).toMatchObject({ status: 401, code: 'auth.token-reused' });
    expect((await thief.refresh()).body).toMatchObject({ status: 401, code: 'auth.session-ended' });
    expect((await thief.get('/auth/me')).status).toBe(401);
    const { body } = await (await api.signedIn('administrator@dvor.test')).get('/audit?action=session.token-reused');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ userName: 'vera@dvor.test', objectType: 'session' });
  });

  it('lets only one of two refreshes at once through', async () => {
    const client = api.client();
    const cookie = cookieOf(await client.signIn('egor@dvor.test'));
    const answers = await Promise.all([1, 2].map(() => api.client().post('/auth/refresh', {}, { Cookie: cookie })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('lists devices and ends any of them at once', async () => {
    const laptop = await api.signedIn('galina@dvor.test');
    const phone = api.client('203.0.113.7');
    await phone.signIn('galina@dvor.test');
    const list = await laptop.get('/auth/sessions');
    expect(list.body.items).toHaveLength(2);
    const other = list.body.items.find(({ current }: { current: boolean }) => !current);
    expect(other).toMatchObject({ ip: '203.0.113.7', current: false });
    expect((await laptop.send('delete', `/auth/sessions/${other.id}`)).status).toBe(204);
    expect((await phone.get('/auth/me')).status).toBe(401);
    expect((await phone.refresh()).status).toBe(401);
    expect((await laptop.get('/auth/sessions')).body.items).toHaveLength(1);
  });

  it('shows nobody else’s session', async () => {
    const [one, other] = [await api.signedIn('anna@dvor.test'), await api.signedIn('galina@dvor.test')];
    const mine = (await one.get('/auth/sessions')).body.items.find(({ current }: { current: boolean }) => current);
    expect((await other.send('delete', `/auth/sessions/${mine.id}`)).body).toMatchObject({
      status: 404,
      code: 'auth.session-not-found',
    });
    expect((await one.get('/auth/me')).status).toBe(200);
  });

  it('ends by signing out', async () => {
    const client = await api.signedIn('darya@dvor.test');
    expect((await client.post('/auth/sign-out')).status).toBe(204);
    expect((await client.get('/auth/me')).status).toBe(401);
    expect((await client.refresh()).status).toBe(401);
  });

  it('ends the former session of a browser that signs in anew', async () => {
    const client = await api.signedIn('darya@dvor.test');
    await client.signIn('darya@dvor.test');
    expect((await client.get('/auth/sessions')).body.items).toHaveLength(1);
  });

  it('keeps the console and the cabinet apart in one browser', async () => {
    await api.resident(organization, 'resident@dvor.test', []);
    const client = await api.signedIn('galina@dvor.test');
    const console = client.accessToken;
    await client.signIn('resident@dvor.test');
    expect((await client.post('/auth/refresh', { kind: 'staff' })).body).toMatchObject({
      kind: 'staff',
      user: { email: 'galina@dvor.test' },
    });
    expect((await client.post('/auth/refresh', { kind: 'resident' })).body).toMatchObject({ kind: 'resident' });
    expect((await client.post('/auth/refresh')).body).toMatchObject({ kind: 'resident' }); // the last one
    client.accessToken = console;
    await client.post('/auth/sign-out');
    expect((await client.post('/auth/refresh', { kind: 'staff' })).status).toBe(401);
    expect((await client.post('/auth/refresh')).body).toMatchObject({ kind: 'resident' });
  });

  it('takes a role away at once', async () => {
    const client = await api.signedIn('egor@dvor.test');
    expect((await client.get('/organization')).status).toBe(200);
    await api.database.asOwner(
      `delete from memberships using users u where u.id = user_id and u.email = 'egor@dvor.test'`,
    );
    expect((await client.get('/organization')).status).toBe(401);
  });

  it('moves to another organisation of the same person', async () => {
    const stranger = await api.setUpStranger();
    await api.database.asOwner(
      `insert into memberships (organization_id, user_id, role) select $1, id, 'cashier' from users where email = 'anna@dvor.test'`,
      [stranger],
    );
    const client = await api.signedIn('anna@dvor.test');
    const moved = await client.post('/auth/refresh', { organizationId: stranger });
    expect(moved.body).toMatchObject({ organizationId: stranger });
    client.accessToken = moved.body.accessToken;
    expect((await client.get('/organization')).body).toMatchObject({ id: stranger, name: 'ООО «Чужая»' });
    const refused = await (await api.signedIn('galina@dvor.test')).post('/auth/refresh', { organizationId: stranger });
    expect(refused.body).toMatchObject({ status: 403, code: 'auth.not-a-member' });
  });

  it('refuses what the role does not allow and records it', async () => {
    const accountant = await api.signedIn('galina@dvor.test');
    const refused = await accountant.post('/auth/queue-pass');
    expect(refused.body).toMatchObject({ status: 403, code: 'auth.forbidden', details: { permission: 'queue.watch' } });
    const { body } = await (await api.signedIn('administrator@dvor.test')).get('/audit?action=access.denied');
    expect(body.items[0]).toMatchObject({
      userName: 'galina@dvor.test',
      objectId: 'queue.watch',
      requestId: refused.headers['x-request-id'],
    });
  });
});

function cookieOf(response: { headers: Record<string, unknown> }): string {
  return (response.headers['set-cookie'] as string[]).map((cookie) => cookie.split(';', 1)[0]!).join('; ');
}
