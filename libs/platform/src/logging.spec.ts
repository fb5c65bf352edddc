import { Writable } from 'node:stream';
import { DomainError } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import { addToLogContext, createLogger, currentRequestId, withLogContext } from './logging.js';

/** A logger and what it has written. */
function listening(level: 'trace' | 'warn' = 'trace') {
  const written: string[] = [];
  const paper = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk.toString());
      done();
    },
  });
  return {
    logger: createLogger({ logLevel: level }, paper),
    lines: () => written.map((line) => JSON.parse(line)),
    written,
  };
}

const PERSON = 'Иванова Анна Петровна';

describe('the log', () => {
  it('masks what tells who a person is, however it travels', () => {
    const { logger, written } = listening();
    logger.info({ name: PERSON }, 'at the top');
    logger.info(
      { payer: { name: PERSON, email: 'anna@example.ru', phone: '+79130000000', birthDate: '1980-02-03' } },
      'nested',
    );
    logger.info({ request: { payer: { name: PERSON, address: 'ул. Юрина, 1', snils: '112-233-445 95' } } }, 'deeper');
    logger.info({ accounts: [{ payerName: PERSON }, { payerName: PERSON }] }, 'in a list');
    logger.info(
      { body: { accounts: [{ owners: [{ party: { name: PERSON, email: 'anna@example.ru' } }] }] } },
      'in lists of lists',
    );
    const text = written.join('');
    for (const secret of [PERSON, 'anna@', '+7913', '1980', 'Юрина', '112-233']) expect(text).not.toContain(secret);
    expect(text).toContain('•••');
  });

  it('masks secrets, in headers too', () => {
    const { logger, written } = listening();
    logger.info({ req: { headers: { authorization: 'Bearer abc', cookie: 'session=abc', host: 'dvor' } } });
    logger.info({ res: { headers: { 'set-cookie': ['refresh=abc'] } } });
    logger.info({
      user: { password: 'abc', passwordHash: 'abc' },
      tokens: { accessToken: 'abc', refreshToken: 'abc' },
    });
    expect(written.join('')).not.toContain('abc');
    expect(written.join('')).toContain('dvor');
  });

  it('leaves what was logged as it is in memory', () => {
    const { logger } = listening();
    const payer = { name: PERSON };
    logger.info({ payer });
    expect(payer).toEqual({ name: PERSON });
  });

  it('tells of an error its kind, code and place, never the figures it was filled with', () => {
    const { logger, lines, written } = listening();
    logger.error({ err: new DomainError('requisites.inn', { name: PERSON, inn: '770700000000' }) }, 'refused');
    logger.error({ err: Object.assign(new Error('no answer'), { code: 'ECONNREFUSED', parameters: [PERSON] }) });
    expect(written.join('')).not.toContain(PERSON);
    expect(written.join('')).not.toContain('770700000000');
    expect(lines()[0].err).toMatchObject({
      type: 'DomainError',
      message: 'requisites.inn',
      stack: expect.stringContaining('logging.spec'),
    });
    expect(lines()[1].err).toMatchObject({ type: 'Error', message: 'no answer', code: 'ECONNREFUSED' });
  });

  it('carries the ids of its request or job through everything that is awaited', async () => {
    const { logger, lines } = listening();
    await withLogContext({ requestId: 'r-1' }, async () => {
      logger.info('before sign-in');
      await Promise.resolve();
      addToLogContext({ organizationId: '7', userId: '8' });
      await new Promise((resolve) => setImmediate(resolve));
      logger.info('after');
      await withLogContext({ jobId: 'j-1' }, async () => logger.info('inside'));
      expect(currentRequestId()).toBe('r-1');
    });
    logger.info('outside');
    expect(lines()).toMatchObject([
      { requestId: 'r-1', msg: 'before sign-in' },
      { requestId: 'r-1', organizationId: '7', userId: '8', msg: 'after' },
      { requestId: 'r-1', organizationId: '7', userId: '8', jobId: 'j-1', msg: 'inside' },
      { msg: 'outside' },
    ]);
    expect(lines()[3]).not.toHaveProperty('requestId');
    expect(currentRequestId()).toBeUndefined();
  });

  it('keeps two requests at once apart', async () => {
    const { logger, lines } = listening();
    await Promise.all(
      ['r-1', 'r-2'].map((requestId) =>
        withLogContext({ requestId }, async () => {
          await new Promise((resolve) => setImmediate(resolve));
          addToLogContext({ userId: `user of ${requestId}` });
          await new Promise((resolve) => setImmediate(resolve));
          logger.info('done');
        }),
      ),
    );
    expect(lines().map(({ requestId, userId }) => [requestId, userId])).toEqual([
      ['r-1', 'user of r-1'],
      ['r-2', 'user of r-2'],
    ]);
  });

  it('says nothing below its level', () => {
    const { logger, written } = listening('warn');
    logger.info('chatter');
    logger.warn('trouble');
    expect(written).toHaveLength(1);
  });
});
