import { describe, expect, it } from '@jest/globals';
import { Money } from '@dvor/kernel';
import fc from 'fast-check';
import { XmlFeed } from '../tables/xml-elements.js';
import { type BillerAnswer, type BillerProtocol, type BillerRequest, type BillerSettings, refused } from './biller.js';
import { BILLER_DIALECTS } from './dialects.js';

const SETTINGS: Readonly<Record<BillerProtocol, BillerSettings>> = {
  osmp: { getInfo: true, cancel: true },
  'sber-action': {},
  'sber-command': { cancel: true },
  'sber-signed': { secret: 's' },
  cyberplat: {},
  gorod: { login: 'l', password: 'p' },
  'my-services': {},
};

/** Names and values that some dialect knows, and a few that none does. */
const names = fc.constantFrom(
  ...['command', 'ACTION', 'action', 'method', 'account', 'ACCOUNT', 'number', 'txn_id', 'PAY_ID', 'receipt', 'payid'],
  ...['sum', 'AMOUNT', 'amount', 'summ', 'txn_date', 'PAY_DATE', 'date', 'login', 'password', 'hash', 'period', 'x'],
);
const values = fc.oneof(
  fc.constantFrom('check', 'pay', 'payment', 'status', 'cancel', 'getInfo', '1', '10.50', '0', 'l', 'p', ''),
  fc.constantFrom('20261122093015', '22.11.2026_09:30:15', '2026-11-22T09:30:15', '2026-10'),
  fc.string({ unit: 'binary' }),
);
const query = fc.array(fc.tuple(names, values), { maxLength: 8 }).map((pairs) => new URLSearchParams(pairs).toString());
const calls = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  query: fc.oneof(query, fc.string({ unit: 'binary' })),
  body: fc.oneof(
    fc.uint8Array(),
    query.map((text) => new TextEncoder().encode(text)),
    fc.dictionary(names, values).map((message) => new TextEncoder().encode(JSON.stringify(message))),
  ),
});

const words = fc.string({ unit: 'binary' });
const money = fc.bigInt({ min: -99_999_999n, max: 99_999_999n }).map((kopecks) => Money.ofKopecks(kopecks));
const registered = { ourId: '17', registeredAt: '2026-11-22T09:30:15' };
const answers: fc.Arbitrary<BillerAnswer> = fc.oneof(
  fc.record({
    kind: fc.constant('account' as const),
    payer: fc.option(words),
    address: fc.option(words),
    balance: money,
    due: money,
    shown: fc.array(fc.record({ name: words, value: words }), { maxLength: 3 }),
  }),
  fc
    .record({ kind: fc.constant('paid' as const), amount: money, repeated: fc.boolean() })
    .map((a) => ({ ...a, ...registered })),
  fc.constantFrom<BillerAnswer>(
    { kind: 'status', state: 'cancelled', amount: Money.zero, ...registered },
    { kind: 'cancelled', amount: Money.zero, ourId: '17', cancelledAt: '2026-11-22T09:30:15' },
    { kind: 'services', services: [] },
    { kind: 'schema', service: 'x', fields: [] },
    refused('temporary'),
    refused('forbidden', 'Ы & <ъ> "₽"'),
  ),
);

describe.each(Object.entries(BILLER_DIALECTS) as [BillerProtocol, (typeof BILLER_DIALECTS)[BillerProtocol]][])(
  '%s',
  (protocol, dialect) => {
    const encodings = ['utf-8', 'windows-1251'] as const;

    it('throws at nothing and answers everything with status 200 and a body that can be read', () => {
      fc.assert(
        fc.property(calls, answers, fc.constantFrom(...encodings), (call, answer, encoding) => {
          const settings = { ...SETTINGS[protocol], encoding };
          const request = dialect.read(call, settings);
          const reply = dialect.write(request.kind === 'unreadable' ? request.refusal : answer, request, settings);
          expect(reply.status).toBe(200);
          expect(reply.contentType).toMatch(/charset=/);
          readBack(reply.body, reply.contentType);
        }),
        { numRuns: 150 },
      );
    });

    it('confirms a payment by nothing but the answer to a payment', () => {
      const pay: BillerRequest = {
        kind: 'pay',
        account: '1',
        amount: Money.parse('1'),
        transaction: '5',
        paidAt: null,
        service: null,
        period: null,
        said: { action: 'payment' },
        fields: {},
      };
      fc.assert(
        fc.property(answers, (answer) => {
          const said = new TextDecoder().decode(dialect.write(answer, pay).body);
          const success = /(?:<result>|<CODE>|<code>|<Code>|"code":)[08]\b/.test(said);
          expect(success).toBe(answer.kind === 'paid');
        }),
      );
    });

    it('lets no password or signature into what is logged or handed on', () => {
      const query = 'login=l&password=sesame&hash=sesame&sign=sesame&account=1';
      const body = new TextEncoder().encode('{"password":"sesame","action":"check","account":"1","schema":"1"}');
      const call = { method: 'POST', query, body: protocol === 'my-services' ? body : new Uint8Array() };
      const { said, ...request } = dialect.read(call, SETTINGS[protocol]);
      expect(said).toMatchObject({ account: '1' });
      expect(JSON.stringify([said, 'fields' in request ? request.fields : null])).not.toContain('sesame');
    });
  },
);

function readBack(body: Uint8Array, contentType: string): void {
  const text = new TextDecoder(/charset=(.+)$/.exec(contentType)![1], { fatal: true }).decode(body);
  if (contentType.startsWith('application/json')) return void JSON.parse(text);
  const feed = new XmlFeed({ open: () => {} });
  feed.write(new TextEncoder().encode(text));
  feed.end();
}
