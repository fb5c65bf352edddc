import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '@dvor/platform';
import { ApiUnderTest, PASSWORD } from './support/api-under-test.js';

describe('the log', () => {
  let api: ApiUnderTest;
  const lines: string[] = [];
  const destination = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  });

  beforeAll(async () => {
    api = await ApiUnderTest.start({ logger: createLogger({ logLevel: 'trace' }, destination) });
    await api.setUp();
  });
  afterAll(async () => {
    await api.stop();
  });

  it('tells who asked for what by ids, and no name, e-mail, password or token', async () => {
    const client = await api.signedIn('administrator@dvor.test');
    await api.client().signIn('administrator@dvor.test', 'a wrong guess');
    await client.get('/accounts?search=%D0%98%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2');
    await client.get('/houses?cursor=WyJhIiwiYiJd'); // a cursor that the database can't read
    await client.refresh();
    const answer = await client.get('/houses/777');
    const log = lines.join('');
    for (const secret of [
      'Иванов',
      '%D0%98',
      'administrator@dvor.test',
      'Анна',
      PASSWORD,
      'a wrong guess',
      client.accessToken!,
      'dvor_refresh',
    ])
      expect({ secret, told: log.includes(secret) }).toEqual({ secret, told: false });
    const line = lines
      .map((one) => JSON.parse(one) as Record<string, unknown>)
      .find(({ requestId }) => requestId === answer.headers['x-request-id'])!;
    expect(line).toMatchObject({
      level: 'warn',
      msg: 'GET /api/v1/houses/777 404',
      userId: expect.stringMatching(/^\d+$/),
      organizationId: expect.any(String),
      ms: expect.any(Number),
    });
  });

  it('tells the cause of an unexpected failure under the id that the reader was given', async () => {
    const client = await api.signedIn('administrator@dvor.test');
    await api.database.asOwner('alter table services rename to services_away');
    const answer = await client.get('/services');
    await api.database.asOwner('alter table services_away rename to services');
    expect(answer.body).toEqual({
      type: 'urn:dvor:problem:unexpected',
      title: 'Ошибка',
      status: 500,
      detail: expect.stringContaining('номер ошибки'),
      code: 'unexpected',
      traceId: answer.headers['x-request-id'],
    });
    const causes = lines.filter((line) => line.includes(answer.body.traceId) && line.includes('services'));
    expect(causes.join('')).toContain('relation \\"services\\" does not exist');
  });
});
