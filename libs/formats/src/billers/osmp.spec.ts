import { describe, expect, it } from '@jest/globals';
import { Money } from '@dvor/kernel';
import fc from 'fast-check';
import { type BillerAnswer, type BillerCall, type BillerSettings, type RefusalReason, refused } from './biller.js';
import { osmp } from './osmp.js';

const get = (query: string): BillerCall => ({ method: 'GET', query, body: new Uint8Array() });
const read = (query: string, settings?: BillerSettings) => osmp.read(get(query), settings);
const replied = (answer: BillerAnswer, query: string, settings?: BillerSettings) =>
  osmp.write(answer, osmp.read(get(query), settings), settings);
const text = (answer: BillerAnswer, query: string, settings?: BillerSettings) =>
  new TextDecoder(settings?.encoding ?? 'utf-8').decode(replied(answer, query, settings).body);
const reasonOf = (query: string, settings?: BillerSettings) => {
  const request = read(query, settings);
  return request.kind === 'unreadable' ? request.refusal.reason : request.kind;
};

const CHECK = 'command=check&txn_id=700001&account=0040012&sum=150.50';
const PAY = 'command=pay&txn_id=700002&txn_date=20261122093015&account=0040012&sum=150.50';

const found: BillerAnswer = {
  kind: 'account',
  payer: 'К****** Ж*** "Ё" & <О>',
  address: 'ул. Садовая, д. 3, кв. 12',
  balance: Money.parse('1200.00'),
  due: Money.parse('1200.00'),
  shown: [{ name: 'PERIOD', value: 'октябрь 2026' }],
};
const paid = (repeated: boolean): BillerAnswer => ({
  kind: 'paid',
  ourId: '90017',
  amount: Money.parse('150.50'),
  registeredAt: '2026-11-22T09:30:17',
  repeated,
});

describe('reading OSMP', () => {
  it('asks about an account whose leading zeros are its own', () => {
    expect(read(`${CHECK}&prv_id=77&data1=+7900`)).toMatchObject({
      kind: 'check',
      account: '0040012',
      amount: Money.parse('150.50'),
      transaction: '700001',
      service: '77',
      fields: { data1: '7900' },
    });
  });

  it('takes a probe of the road: no number to speak of, no money', () => {
    expect(read('command=check&txn_id=0&account=0040012&sum=0.00')).toMatchObject({ kind: 'check', amount: null });
    expect(read('command=check&txn_id=PROBE&account=0040012&sum=100')).toMatchObject({ transaction: 'PROBE' });
    expect(read('command=check&account=0040012')).toMatchObject({ amount: null, transaction: null });
    expect(read(`command=check&account=7&txn_id=${'5'.repeat(900)}`)).toMatchObject({ transaction: '5'.repeat(64) });
  });

  it('reads a payment with the moment as the terminal tells it', () => {
    expect(read(`${PAY}&period=102026`)).toMatchObject({
      kind: 'pay',
      transaction: '700002',
      paidAt: '2026-11-22T09:30:15',
      period: 2026 * 12 + 9,
    });
    expect(read('command=pay&txn_id=1&account=7&sum=5')).toMatchObject({ paidAt: null, amount: Money.parse('5') });
  });

  it('reads a form in the body as it reads a query', () => {
    const body = new TextEncoder().encode(PAY);
    expect(osmp.read({ method: 'POST', query: '', body })).toEqual(read(PAY));
  });

  it('reads an account in windows-1251 and in UTF-8 alike', () => {
    expect(read('command=check&account=%CB%D1-17')).toMatchObject({ account: 'ЛС-17' });
    expect(read('command=check&account=%D0%9B%D0%A1-17')).toMatchObject({ account: 'ЛС-17' });
  });

  it.each<[string, RefusalReason]>([
    ['', 'unknown-action'],
    ['command=refund&account=1', 'unknown-action'],
    ['command=getInfo&account=1', 'unknown-action'],
    ['command=cancel&txn_id=1', 'unknown-action'],
    ['command=check', 'account-format'],
    ['command=check&account=', 'account-format'],
    ['command=check&account=%3Cscript%3E', 'account-format'],
    [`command=check&account=${'9'.repeat(41)}`, 'account-format'],
    ['command=check&account=1&sum=-5', 'amount-wrong'],
    ['command=check&account=1&account=2', 'request-wrong'],
    [`command=check&account=1&data1=${'9'.repeat(20_000)}`, 'request-wrong'],
    [PAY.replace('700002', ''), 'transaction-format'],
    [PAY.replace('700002', 'A1'), 'transaction-format'],
    [PAY.replace('700002', '1'.repeat(21)), 'transaction-format'],
    [PAY.replace('150.50', '0'), 'amount-too-small'],
    [PAY.replace('&sum=150.50', ''), 'amount-too-small'],
    [PAY.replace('150.50', '150.505'), 'amount-wrong'],
    [PAY.replace('150.50', '1e3'), 'amount-wrong'],
    [PAY.replace('150.50', '1 000'), 'amount-wrong'],
    [PAY.replace('20261122093015', '20260229093015'), 'date-wrong'],
    [PAY.replace('20261122093015', '20261122240000'), 'date-wrong'],
    [PAY.replace('20261122093015', '19991231235959'), 'date-wrong'],
    [PAY.replace('20261122093015', '2026-11-22'), 'date-wrong'],
  ])('%s is refused: %s', (query, reason) => {
    expect(reasonOf(query)).toBe(reason);
  });

  it('takes what the contract adds', () => {
    expect(reasonOf('command=getInfo&account=1', { getInfo: true })).toBe('check');
    expect(read('command=cancel&txn_id=5&cancel_txn_id=700002', { cancel: true })).toMatchObject({
      kind: 'cancel',
      transaction: '700002',
    });
    expect(reasonOf(PAY.replace('700002', 'A1'), { transactions: 'any' })).toBe('pay');
    expect(reasonOf('command=check&account=A1', { accounts: 'digits' })).toBe('account-format');
  });
});

describe('answering OSMP', () => {
  it('shows the payer whose account it is, escaped', () => {
    expect(text(found, CHECK)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<response><osmp_txn_id>700001</osmp_txn_id><result>0</result><comment>OK</comment><fields>' +
        '<field1 name="FIO" type="disp">К****** Ж*** &quot;Ё&quot; &amp; &lt;О&gt;</field1>' +
        '<field2 name="ADDRESS" type="disp">ул. Садовая, д. 3, кв. 12</field2>' +
        '<field3 name="BALANCE" type="disp">-1200.00</field3>' +
        '<field4 name="REC_SUM" type="disp">1200.00</field4>' +
        '<field5 name="PERIOD" type="disp">октябрь 2026</field5></fields></response>\n',
    );
  });

  it('confirms a payment, and a repeat of it with the same words and number', () => {
    const first = text(paid(false), PAY);
    expect(first).toContain(
      '<osmp_txn_id>700002</osmp_txn_id><prv_txn>90017</prv_txn><sum>150.50</sum><result>0</result><comment>OK</comment>',
    );
    expect(text(paid(true), PAY)).toBe(first);
  });

  it.each<[RefusalReason, number]>([
    ['temporary', 1],
    ['account-format', 4],
    ['account-unknown', 5],
    ['forbidden', 7],
    ['channel-off', 8],
    ['account-closed', 79],
    ['unfinished', 90],
    ['amount-too-small', 241],
    ['amount-too-large', 242],
    ['transaction-conflict', 300],
    ['date-wrong', 300],
    ['unknown-action', 300],
  ])('%s is result %i, with status 200', (reason, code) => {
    const reply = replied(refused(reason), PAY);
    expect(reply.status).toBe(200);
    expect(reply.contentType).toBe('text/xml; charset=utf-8');
    expect(text(refused(reason), PAY)).toMatch(new RegExp(`<result>${code}</result><comment>[^<]+</comment>`));
    expect(text(refused(reason), PAY)).not.toContain('prv_txn');
  });

  it('never confirms a payment by the answer to a check', () => {
    expect(text(found, PAY)).toContain('<result>1</result>');
  });

  it('writes windows-1251 for those who read only that, with the rouble sign by its number', () => {
    const reply = replied(refused('forbidden', 'Долг 5 ₽'), PAY, { encoding: 'windows-1251' });
    const written = new TextDecoder('windows-1251').decode(reply.body);
    expect(written).toMatch(/^<\?xml version="1.0" encoding="windows-1251"\?>/);
    expect(written).toContain('<comment>Долг 5 &#8381;</comment>');
  });
});

describe('whatever comes', () => {
  it('reads back every payment that a terminal can write', () => {
    const kopecks = fc.bigInt({ min: 1n, max: 99_999_999_999_999n });
    const digits = (max: number) => fc.stringMatching(new RegExp(`^\\d{1,${max}}$`));
    fc.assert(
      fc.property(digits(30), digits(20), kopecks, (account, transaction, sum) => {
        const amount = Money.ofKopecks(sum);
        const query = new URLSearchParams({ command: 'pay', account, txn_id: transaction, sum: amount.toString() });
        expect(read(query.toString())).toMatchObject({ kind: 'pay', account, transaction, amount });
      }),
    );
  });

  it('never throws, and always answers with a result', () => {
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .dictionary(
          fc.constantFrom('command', 'account', 'txn_id', 'sum', 'txn_date'),
          fc.oneof(fc.string(), fc.constantFrom('pay', 'check', '1')),
        )
        .map((parameters) => new URLSearchParams(parameters).toString()),
    );
    fc.assert(
      fc.property(query, fc.uint8Array(), (asked, body) => {
        const request = osmp.read({ method: 'POST', query: asked, body });
        const answer = request.kind === 'unreadable' ? request.refusal : refused('temporary');
        const written = new TextDecoder('utf-8', { fatal: true }).decode(osmp.write(answer, request).body);
        expect(written).toMatch(/<result>\d+<\/result>/);
      }),
      { numRuns: 200 },
    );
  });
});
