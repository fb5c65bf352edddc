import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_ATTEMPTS, waitAfter } from './attempts.js';
import { guardedLookup, isPublic, mayReach, PrivateAddress } from './guarded-lookup.js';
import { postMessage } from './post-message.js';
import { bodyOf, messageOf, PUBLIC_EVENTS, schemaOf } from './public-events.js';
import { newSigningSecret, signatureOf } from './signature.js';

describe('a signature', () => {
  it('is that of Standard Webhooks: the example of its specification', () => {
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
    expect(signatureOf(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], message)).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('is made by each of two secrets while one takes over from the other', () => {
    const [one, other] = [newSigningSecret(), newSigningSecret()];
    const message = { id: 'msg_1', timestamp: 1, body: '{}' };
    expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(signatureOf([one, other], message).split(' ')).toEqual([
      signatureOf([one], message),
      signatureOf([other], message),
    ]);
  });
});

describe('the waits between attempts', () => {
  const whole = (random: number) =>
    Array.from({ length: MOST_ATTEMPTS - 1 }, (_, i) => waitAfter(i + 1, () => random)).reduce((a, b) => a + b, 0);

  it('grow, and fill a day but never more', () => {
    for (let failures = 2; failures < MOST_ATTEMPTS; failures += 1)
      expect(waitAfter(failures, () => 0)).toBeGreaterThan(waitAfter(failures - 1, () => 1));
    expect(whole(1)).toBeLessThan(24 * 3_600_000);
    expect(whole(0)).toBeGreaterThan(18 * 3_600_000);
    expect(MOST_ATTEMPTS).toBe(10);
  });
});

describe('an address', () => {
  it('inside is known in every dress', () => {
    for (const address of [
      ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
      ...['0.0.0.0', '255.255.255.255', '224.0.0.1', '::1', '::', '::ffff:127.0.0.1', '::ffff:10.0.0.1', 'fd00::1'],
      ...['fe80::1', 'fec0::1', 'ff02::1', '64:ff9b::a00:1', '2002:7f00:1::1', '2001::1', '2001:db8::1', '100::1'],
    ])
      expect({ address, public: isPublic(address) }).toEqual({ address, public: false });
    for (const address of ['1.1.1.1', '77.88.8.8', '172.32.0.1', '2a02:6b8::feed:ff', '::ffff:77.88.8.8'])
      expect({ address, public: isPublic(address) }).toEqual({ address, public: true });
  });

  it('inside is reached only where its network is named, and a public one only over TLS', () => {
    const privateNetworks = ['192.168.10.0/24'];
    expect(mayReach('192.168.10.5', { secure: false, privateNetworks })).toBe(true);
    expect(mayReach('192.168.11.5', { secure: true, privateNetworks })).toBe(false);
    expect(mayReach('77.88.8.8', { secure: true, privateNetworks })).toBe(true);
    expect(mayReach('77.88.8.8', { secure: false, privateNetworks })).toBe(false);
  });

  const lookUp = (answers: string[][]) => {
    const lookup = guardedLookup({ secure: true, privateNetworks: [] }, (_name, _options, done) =>
      done(
        null,
        answers.shift()!.map((address) => ({ address, family: 4 })),
      ),
    );
    return () =>
      new Promise((resolve) => lookup('rebinds.example', { all: true }, (error, address) => resolve(error ?? address)));
  };

  it('is looked at anew at each connection: a name that turns inside is refused', async () => {
    const next = lookUp([['77.88.8.8'], ['127.0.0.1'], ['77.88.8.8', '10.0.0.1'], []]);
    expect(await next()).toEqual([{ address: '77.88.8.8', family: 4 }]);
    for (let i = 0; i < 3; i += 1) expect(await next()).toBeInstanceOf(PrivateAddress);
  });
});

describe('an event', () => {
  it('goes out only when it stands in the catalogue, as texts and nothing else', () => {
    expect(messageOf({ type: 'billing.run-requested', payload: { runId: '7' } })).toBeNull();
    const message = messageOf({
      type: 'payments.registered',
      payload: { paymentId: 7, payerName: 'Иванов' },
    });
    expect(message).toEqual({
      type: 'payment.posted',
      object: { type: 'payment', id: '7' },
      data: { paymentId: '7' },
    });
    expect(bodyOf(message!, new Date(0))).toBe(
      '{"type":"payment.posted","timestamp":"1970-01-01T00:00:00.000Z","data":{"paymentId":"7"}}',
    );
  });

  it('of a payment tells what its receiver needs to find it, and an account only where there is one', () => {
    const waiting = {
      paymentId: '7',
      state: 'waiting',
      amount: '150.50',
      returned: '0.00',
      paidAt: '2026-11-22T09:30:15.000Z',
      channel: 'terminals',
      externalId: '700002',
    };
    const payload = { ...waiting, state: 'posted', accountNumber: '0040012' };
    for (const type of ['payments.registered', 'payments.moved', 'payments.returned'])
      expect(messageOf({ type, payload: { ...payload, payerName: 'Иванов', account: 'кв. 5' } })?.data).toEqual(
        payload,
      );
    expect(messageOf({ type: 'payments.registered', payload: waiting })?.data).toEqual(waiting);
    const schema = schemaOf(PUBLIC_EVENTS.find(({ type }) => type === 'payment.posted')!);
    expect(schema).toMatchObject({
      properties: {
        data: {
          required: ['paymentId', 'state', 'amount', 'returned', 'paidAt', 'channel', 'externalId'],
          properties: { accountNumber: { type: 'string' }, amount: { pattern: '^-?\\d+\\.\\d{2}$' } },
        },
      },
    });
  });

  it('has a name of its own, both languages and a schema that names its fields', () => {
    expect(new Set(PUBLIC_EVENTS.map(({ type }) => type)).size).toBe(PUBLIC_EVENTS.length);
    for (const event of PUBLIC_EVENTS) {
      expect(Object.keys(event.fields)).toContain(event.object.id);
      expect(event.title.ru).toMatch(/[а-я]/);
      expect(JSON.stringify(schemaOf(event))).toContain(`"required":["${Object.keys(event.fields)[0]}"`);
    }
  });
});

describe('a message', () => {
  let server: Server;
  let url: string;
  let seen: string[];
  const local = { privateNetworks: ['127.0.0.0/8', '::1/128'] };
  const post = (path: string, options: Partial<Parameters<typeof postMessage>[2]> = {}) =>
    postMessage(
      url + path,
      { headers: { 'content-type': 'application/json' }, body: '{"a":"я"}' },
      { ...local, ...options },
    );

  beforeAll(async () => {
    seen = [];
    server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers['content-length']}`);
      if (request.url === '/elsewhere') response.writeHead(302, { location: `${url}/inside` }).end();
      else if (request.url === '/endless') {
        response.writeHead(200);
        const more = () => !response.destroyed && response.write('x'.repeat(16_384), () => setImmediate(more));
        more();
      } else if (request.url !== '/silent') response.writeHead(200).end('  принято \0 ');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is answered, and the beginning of the answer kept', async () => {
    expect(await post('/good')).toEqual({ status: 200, error: null, answer: 'принято' });
    expect(seen.at(-1)).toBe('POST /good 10');
  });

  it('follows nobody elsewhere', async () => {
    expect(await post('/elsewhere')).toMatchObject({ status: 302, error: null });
    expect(seen.filter((line) => line.includes('/inside'))).toEqual([]);
  });

  it('waits no longer than it has patience, and reads no endless answer', async () => {
    expect(await post('/silent', { patienceMs: 200 })).toEqual({ status: null, error: 'timeout', answer: null });
    const endless = await post('/endless');
    expect([endless.status, endless.answer!.length]).toEqual([200, 500]);
  });

  it('is not sent inside, by number or by name', async () => {
    const before = seen.length;
    expect((await post('/x', { privateNetworks: [] })).error).toBe('private-address');
    const named = url.replace('127.0.0.1', 'localhost');
    const headers = {};
    expect((await postMessage(named, { headers, body: '' }, { privateNetworks: [] })).error).toBe('private-address');
    for (const address of ['https://[::1]/', 'https://2130706433/', 'https://0x7f.1/', 'https://[::ffff:127.0.0.1]/'])
      expect((await postMessage(address, { headers, body: '' }, { privateNetworks: [] })).error).toBe(
        'private-address',
      );
    expect(seen.length).toBe(before);
  });

  it('says why there was no answer', async () => {
    expect((await postMessage('http://127.0.0.1:1/', { headers: {}, body: '' }, local)).error).toBe('ECONNREFUSED');
  });
});
