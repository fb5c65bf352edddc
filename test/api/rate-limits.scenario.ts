import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiUnderTest } from './support/api-under-test.js';

describe('rate limits', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start({
      limits: {
        requests: { points: 5, seconds: 60 },
        failuresByAddress: { points: 3, seconds: 60 },
        failuresByEmail: { points: 7, seconds: 60 },
      },
    });
    const organization = await api.setUp();
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
  });
  afterAll(async () => {
    await api.stop();
  });

  it('still stop guesses while Redis is away', async () => {
    await api.redis.kill();
    const address = '203.0.113.60';
    const statuses: number[] = [];
    for (let i = 0; i < 5; i += 1)
      statuses.push((await api.client(address).signIn(`dark${i}@dvor.test`, 'guess')).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    await api.redis.start();
    await api.untilReady();
  });

  it('stop one person and let the others go on', async () => {
    const [hasty, calm] = [await api.signedIn('accountant@dvor.test'), await api.signedIn('administrator@dvor.test')];
    for (let i = 0; i < 5; i += 1) expect((await hasty.get('/auth/me')).status).toBe(200);
    const refused = await hasty.get('/auth/me', { 'Accept-Language': 'en' });
    expect(refused.body).toMatchObject({
      status: 429,
      code: 'rate.exceeded',
      detail: expect.stringMatching(/^Too many requests/),
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
    expect((await calm.get('/auth/me')).status).toBe(200);
  });

  it('stop an address that guesses at many e-mails, and count no success', async () => {
    const address = '203.0.113.50';
    for (let i = 0; i < 2; i += 1) expect((await api.client(address).signIn('accountant@dvor.test')).status).toBe(200);
    for (let i = 0; i < 3; i += 1)
      expect((await api.client(address).signIn(`guess${i}@dvor.test`, 'guess')).status).toBe(401);
    const refused = await api.client(address).signIn('accountant@dvor.test');
    expect(refused.body).toMatchObject({ status: 429, code: 'rate.exceeded' });
    expect((await api.client('203.0.113.51').signIn('accountant@dvor.test')).status).toBe(200);
  });

  it('stop guesses at one e-mail from many addresses', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 9; i += 1) statuses.push((await api.client().signIn('hunted@dvor.test', 'guess')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 423, 423, 429, 429]);
  });
});
