import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OrganizationId, parseDate, type MeterId } from '@dvor/kernel';
import { ReadingIntake } from '@dvor/metering';
import { Database } from '@dvor/platform';
import { accountNumber, makeStock, newHouse } from '@dvor/testing';
import { ApiUnderTest } from './support/api-under-test.js';
import type { Client } from './support/client.js';

/** The meter of flat 1 showed 100.5 in September and 104 in October 2026; today is the 2nd of November. */
describe('readings (MTR-06, MTR-08, MTR-09)', () => {
  let api: ApiUnderTest;
  let organization: OrganizationId;
  let accountant: Client;
  let cashier: Client;
  let meter: { id: MeterId; serial: string };

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    organization = await api.setUp();
    await api.database.asOwner(`update organizations set demo_now = '2026-11-02T03:00:00Z' where id = $1`, [
      organization,
    ]);
    await inOurs((tx) => makeStock(tx, [newHouse('1')]));
    [meter] = (await api.database.asOwner(
      `select m.id, m.serial from meters m join accounts a on a.premises_id = m.premises_id where a.number = $1`,
      [accountNumber('1', 1)],
    )) as [typeof meter];
    await api.staff(organization, 'accountant@dvor.test', 'accountant');
    await api.staff(organization, 'senior@dvor.test', 'senior-accountant');
    await api.staff(organization, 'cashier@dvor.test', 'cashier');
    accountant = await api.signedIn('accountant@dvor.test');
    cashier = await api.signedIn('cashier@dvor.test');
  });
  afterAll(async () => {
    await api?.stop();
  });

  const inOurs: <T>(work: Parameters<Database['inTenant']>[1]) => Promise<T> = (work) =>
    api.app.get(Database).inTenant({ organizationId: organization }, work) as never;
  const enter = async (...readings: object[]) => (await accountant.post('/readings', { readings })).body;
  const one = async (reading: object) => (await enter(reading)).items[0];
  const doubtful = async (state = 'standing') => (await accountant.get(`/readings/doubtful?state=${state}`)).body.items;

  it('of one request are answered one by one, good ones are taken whatever the others are', async () => {
    const { items, taken, refused } = await enter(
      { meterId: meter.id, date: '2026-11-01', value: '107,5' },
      { account: accountNumber('1', 1), serial: meter.serial.toLowerCase(), date: '2026-11-01', value: '107.5' },
      { account: accountNumber('1', 1), serial: 'нет такого', value: '1' },
      { meterId: meter.id, date: '2026-11-03', value: '108' },
      { meterId: meter.id, value: 'NaN' },
      { meterId: meter.id, value: '1e309' },
      { meterId: meter.id, value: { day: '1', night: '2', peak: '3', a: '4', b: '5' } },
      { meterId: meter.id, value: '-1' },
    );
    expect(items.map((item: { outcome: string; code?: string }) => item.code ?? item.outcome)).toEqual([
      'taken',
      'same',
      'reading.unknown-meter',
      'reading.future',
      'reading.amount',
      'reading.amount',
      'reading.zones',
      'reading.amount',
    ]);
    expect([taken, refused]).toEqual([2, 6]);
    expect(items[0].volume).toBe('3.5');
    expect(items[2].detail).toContain(accountNumber('1', 1));
  });

  it('below the last one are refused in words, and ten times the usual are asked about', async () => {
    const below = await one({ meterId: meter.id, value: '100' });
    expect(below).toMatchObject({ outcome: 'refused', code: 'reading.implausible' });
    expect(below.findings[0].text).toContain('107,5');
    const jump = { meterId: meter.id, value: '140' };
    expect(await one(jump)).toMatchObject({ outcome: 'confirm', findings: [{ rule: 'times-usual' }] });
    expect(await one({ ...jump, confirmed: true })).toMatchObject({ outcome: 'taken' });
    expect(await doubtful()).toMatchObject([{ value: '140', isTaken: true, previous: { value: '107.5' } }]);
  });

  it('that are doubtful are refused, and stay in the log', async () => {
    const [doubt] = await doubtful();
    expect((await accountant.post(`/readings/doubtful/${doubt.id}/refusal`, { note: 'опечатка' })).status).toBe(204);
    expect((await accountant.post(`/readings/doubtful/${doubt.id}/acceptance`, {})).body.code).toBe(
      'reading-doubt.decided',
    );
    expect(await doubtful()).toEqual([]);
    expect(await doubtful('decided')).toMatchObject([{ state: 'refused', note: 'опечатка' }]);
    expect(await one({ meterId: meter.id, value: '109' })).toMatchObject({ outcome: 'taken', volume: '1.5' });
  });

  it('of a bank that are below the last one wait, with an item in the inbox, until they are put right', async () => {
    await inOurs((tx) =>
      api.app
        .get(ReadingIntake)
        .take(
          tx,
          [{ meterId: meter.id, date: parseDate('2026-11-02'), value: '10.9' }],
          { source: 'payment', by: null, reason: 'с платежом' },
          parseDate('2026-11-02'),
        ),
    );
    const inbox = async () => (await accountant.get('/exceptions?kind=readings.doubtful')).body.items;
    expect(await inbox()).toHaveLength(1);
    const [doubt] = await doubtful();
    expect(doubt).toMatchObject({
      source: 'payment',
      isTaken: false,
      volume: null,
      findings: [{ rule: 'below-previous' }],
    });
    const right = `/readings/doubtful/${doubt.id}/correction`;
    expect((await accountant.post(right, { value: '1O9', note: 'по фото' })).body).toMatchObject({
      code: 'reading.amount',
    });
    expect((await accountant.post(`/readings/doubtful/${doubt.id}/photo-request`, {})).status).toBe(204);
    expect((await accountant.post(right, { value: '110', note: 'по фото' })).status).toBe(204);
    expect(await inbox()).toEqual([]);
  });

  it('are treated as the organisation chose, within reason', async () => {
    const senior = await api.signedIn('senior@dvor.test');
    const cell = { source: 'integrator', rule: 'times-usual', action: 'hold' };
    expect((await accountant.send('put', '/reading-policies', { body: cell })).status).toBe(403);
    expect((await senior.send('put', '/reading-policies', { body: cell })).status).toBe(204);
    const { items } = (await accountant.get('/reading-policies')).body;
    expect(items).toContainEqual({ ...cell, usual: 'confirm' });
    const below = { source: 'import', rule: 'below-previous', action: 'accept' };
    expect((await senior.send('put', '/reading-policies', { body: below })).body.code).toBe(
      'reading-policy.below-previous',
    );
  });

  it('are entered at the cash desk too, and decided upon elsewhere', async () => {
    expect((await cashier.post('/readings', { readings: [{ meterId: meter.id, value: '111' }] })).status).toBe(200);
    expect((await cashier.get('/readings/doubtful')).status).toBe(403);
    const many = Array.from({ length: 1001 }, () => ({ meterId: meter.id, value: '1' }));
    expect((await accountant.post('/readings', { readings: many })).status).toBe(422);
  });
});
