import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganizationId } from '@dvor/kernel';
import { ApiUnderTest, PASSWORD } from './support/api-under-test.js';

describe('signing in', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
  });
  afterAll(async () => {
    await api.stop();
  });

  it('answers with who it is and keeps the refresh token out of reach of scripts', async () => {
    const client = api.client();
    const response = await client.signIn(' Accountant@dvor.test'.trim());
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      expiresIn: 600,
      kind: 'staff',
      user: { email: 'accountant@dvor.test' },
      memberships: [{ organizationId: organization, organizationName: 'УК «Двор»', role: 'accountant' }],
    });
    for (const cookie of response.headers['set-cookie'] as unknown as string[])
      expect(cookie).toMatch(
        /^dvor_refresh_(staff|last)=[^;]+; Path=\/api\/v1\/auth; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
      );
    expect(JSON.stringify(response.body)).not.toMatch(/hash|refresh/i);
    const me = await client.get('/auth/me');
    expect(me.body).toMatchObject({ organizationId: organization, permissions: expect.arrayContaining(['run.close']) });
  });

  it('says the same of a wrong password and of an e-mail that nobody has', async () => {
    const [wrong, unknown] = [
      await api.client().signIn('accountant@dvor.test', 'guess'),
      await api.client().signIn('nobody@dvor.test', 'guess'),
    ];
    for (const { status, body } of [wrong, unknown]) {
      expect(status).toBe(401);
      expect({ ...body, traceId: '' }).toEqual({ ...wrong.body, traceId: '' });
    }
    expect(wrong.body).toMatchObject({ code: 'auth.wrong-credentials', detail: 'Неверная почта или пароль.' });
  });

  it.each(['locked@dvor.test', 'never-was@dvor.test'])(
    'locks %s for a quarter of an hour after five failures',
    async (email) => {
      if (email.startsWith('locked')) await api.staff(organization, email, 'accountant');
      for (let i = 0; i < 5; i += 1) expect((await api.client().signIn(email, 'guess')).status).toBe(401);
      const locked = await api.client().signIn(email);
      expect(locked.status).toBe(423);
      expect(locked.body).toMatchObject({
        code: 'auth.locked',
        detail: expect.stringContaining('15 мин'),
        details: { until: expect.any(String) },
      });
      api.passMinutes(16);
      expect((await api.client().signIn(email)).status).toBe(email.startsWith('locked') ? 200 : 401);
    },
  );

  it('does not let guesses made at once slip past the lock', async () => {
    await api.staff(organization, 'parallel@dvor.test', 'accountant');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => api.client().signIn('parallel@dvor.test', 'guess')),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 423)).toHaveLength(7);
  });

  it('forgets failures once the right password comes', async () => {
    await api.staff(organization, 'forgetful@dvor.test', 'accountant');
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < 4; i += 1) await api.client().signIn('forgetful@dvor.test', 'guess');
      expect((await api.client().signIn('forgetful@dvor.test')).status).toBe(200);
    }
  });

  it('records a lock in the audit log', async () => {
    const administrator = await api.signedIn('administrator@dvor.test');
    const { body } = await administrator.get('/audit?action=user.locked');
    expect(body.items.map(({ userName }: { userName: string }) => userName)).toContain('locked@dvor.test');
  });

  it('tells fields that are missing in the language of the reader', async () => {
    const russian = await api.client().post('/auth/sign-in', { email: 'nobody' });
    expect(russian.status).toBe(422);
    expect(russian.headers['content-type']).toContain('application/problem+json');
    expect(russian.body.errors).toEqual([
      { field: 'email', message: 'Это не адрес почты' },
      { field: 'password', message: 'Заполните поле' },
    ]);
    const english = await api
      .client()
      .post(
        '/auth/sign-in',
        { email: 'a@b.ru', password: PASSWORD, admin: true },
        { 'Accept-Language': 'en-GB,ru;q=0.5' },
      );
    expect(english.body.errors).toEqual([{ field: 'admin', message: 'There is no such field' }]);
  });
});
