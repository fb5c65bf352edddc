import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

describe('a write that names itself', () => {
  let api: ApiUnderTest;
  let administrator: Client;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z'`);
    administrator = await api.signedIn('administrator@dvor.test');
  });
  afterAll(async () => {
    await api.stop();
  });

  const moveClock = (to: string, key: string, client = administrator) =>
    client.post('/organization/clock', { to }, { 'Idempotency-Key': key });
  const timesMoved = async () =>
    (await administrator.get('/audit?action=organization.move-clock')).body.items.length as number;

  it('is done once and answered the same, a refusal too', async () => {
    const first = await moveClock('2026-11-03', 'one');
    const again = await moveClock('2026-11-03', 'one');
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([undefined, 'true']);
    expect(await timesMoved()).toBe(1);

    const refused = await moveClock('2026-11-01', 'back');
    const refusedAgain = await moveClock('2026-11-01', 'back');
    expect(refused.body).toMatchObject({ status: 409, code: 'clock.backwards' });
    expect(refusedAgain.body).toEqual(refused.body);
    expect(refusedAgain.headers['content-type']).toContain('application/problem+json');
  });

  it('makes one record of a parallel pair', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => moveClock('2026-11-10', 'pair')));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    for (const { status, body } of answers.filter(({ status }) => status !== 200))
      expect([status, body.code]).toEqual([409, 'idempotency.in-progress']);
    expect(await timesMoved()).toBe(2);
  });

  it('is refused with another body under the same name', async () => {
    const other = await moveClock('2026-11-20', 'one');
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency.other-request' });
  });

  it('waits for the first one that is still in progress', async () => {
    await api.database.asOwner(
      `insert into idempotency_keys (organization_id, user_id, key, request_hash)
       select organization_id, user_id, 'slow', sha256(convert_to(E'POST /api/v1/organization/clock\\n{"to":"2026-11-12"}', 'UTF8')) from memberships`,
    );
    expect((await moveClock('2026-11-12', 'slow')).body).toMatchObject({
      status: 409,
      code: 'idempotency.in-progress',
    });
    api.passMinutes(6); // its process died
    administrator = await api.signedIn('administrator@dvor.test');
    expect((await moveClock('2026-11-12', 'slow')).status).toBe(200);
  });

  it('is a new one after 24 hours', async () => {
    api.passMinutes(24 * 60 + 1);
    administrator = await api.signedIn('administrator@dvor.test');
    const answer = await moveClock('2026-12-01', 'one');
    expect(answer.body).toMatchObject({ today: '2026-12-01' });
    expect(answer.headers['idempotency-replayed']).toBeUndefined();
  });

  it('does not meet the same name of another person', async () => {
    await api.setUpStranger();
    const stranger = await api.signedIn('stranger@dvor.test');
    expect((await moveClock('2026-11-03', 'one', stranger)).body).toMatchObject({
      status: 409,
      code: 'clock.not-a-demo',
    });
  });

  it('needs a name that can be kept', async () => {
    expect((await moveClock('2026-12-05', 'a b')).body).toMatchObject({ status: 400, code: 'idempotency.key-invalid' });
    expect((await moveClock('2026-12-05', 'x'.repeat(256))).status).toBe(400);
  });

  it('is known by the file it brings', async () => {
    const bring = (content: string) =>
      administrator
        .send('post', '/imports', { headers: { 'Idempotency-Key': 'table' } })
        .field('kind', 'houses')
        .attach('file', Buffer.from(content), { filename: 'houses.csv' });
    const first = await bring('Адрес;Этажей\r\nг. Барнаул, ул. Юрина, д. 1;9');
    const again = await bring('Адрес;Этажей\r\nг. Барнаул, ул. Юрина, д. 1;9');
    const other = await bring('Адрес;Этажей\r\nг. Барнаул, ул. Юрина, д. 2;9');
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency.other-request' });
    expect((await administrator.get('/imports')).body.items).toHaveLength(1);
  });

  it('must name itself where money moves', async () => {
    const close = (key: Record<string, string>) => administrator.post('/runs/1/close', {}, key);
    expect((await close({})).body).toMatchObject({ status: 400, code: 'idempotency.key-required' });
    expect((await close({ 'Idempotency-Key': 'close' })).status).toBe(404);
  });

  it('keeps no secret', async () => {
    await api
      .client()
      .post(
        '/auth/sign-in',
        { email: 'administrator@dvor.test', password: 'dvor-demo' },
        { 'Idempotency-Key': 'sign-in' },
      );
    await administrator.post('/auth/refresh', {}, { 'Idempotency-Key': 'refresh' });
    const kept = await api.database.asOwner<{ key: string }[]>(
      `select key from idempotency_keys where key in ('sign-in', 'refresh')`,
    );
    expect(kept).toEqual([]);
  });
});
