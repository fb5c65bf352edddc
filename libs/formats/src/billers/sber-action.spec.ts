import { describe, expect, it } from '@jest/globals';
import { Money } from '@dvor/kernel';
import fc from 'fast-check';
import { type BillerAnswer, type BillerCall, type BillerSettings, type RefusalReason, refused } from './biller.js';
import { sberAction } from './sber-action.js';

const get = (query: string): BillerCall => ({ method: 'GET', query, body: new Uint8Array() });
const read = (query: string, settings?: BillerSettings) => sberAction.read(get(query), settings);
const replied = (answer: BillerAnswer, query: string, settings?: BillerSettings) =>
  sberAction.write(answer, sberAction.read(get(query), settings), settings);
const text = (answer: BillerAnswer, query: string, settings?: BillerSettings) =>
  new TextDecoder(settings?.encoding ?? 'utf-8').decode(replied(answer, query, settings).body);
const reasonOf = (query: string, settings?: BillerSettings) => {
  const request = read(query, settings);
  return request.kind === 'unreadable' ? request.refusal.reason : request.kind;
};

const CHECK = 'ACTION=check&ACCOUNT=0040012';
const PAY = 'ACTION=payment&ACCOUNT=0040012&AMOUNT=480.10&PAY_ID=5500170001&PAY_DATE=21.11.2026_23:59:59';

const found: BillerAnswer = {
  kind: 'account',
  payer: "И***** П****, О'К*** <&>",
  address: 'пр. Мира, д. 5, кв. 1',
  balance: Money.parse('480.10'),
  due: Money.parse('480.10'),
  shown: [
    { name: 'Период', value: 'октябрь 2026' },
    { name: 'Получатель', value: 'ООО "Двор"' },
  ],
};
const paid = (repeated: boolean): BillerAnswer => ({
  kind: 'paid',
  ourId: '31415',
  amount: Money.parse('480.10'),
  registeredAt: '2026-11-22T00:00:03',
  repeated,
});

describe("reading Sberbank's protocol 1", () => {
  it('asks about an account, whatever the case of names', () => {
    expect(read(CHECK)).toMatchObject({ kind: 'check', account: '0040012', amount: null, transaction: null });
    expect(read('action=CHECK&account=0040012')).toMatchObject({ kind: 'check', account: '0040012' });
  });

  it('reads a payment by GET and by POST', () => {
    const payment = read(PAY);
    expect(payment).toMatchObject({
      kind: 'pay',
      account: '0040012',
      amount: Money.parse('480.10'),
      transaction: '5500170001',
      paidAt: '2026-11-21T23:59:59',
      period: null,
    });
    expect(sberAction.read({ method: 'POST', query: '', body: new TextEncoder().encode(PAY) })).toEqual(payment);
  });

  it.each<[string, RefusalReason]>([
    ['', 'unknown-action'],
    ['ACTION=pay&ACCOUNT=1', 'unknown-action'],
    ['ACTION=check', 'account-format'],
    [PAY.replace('5500170001', '-5'), 'transaction-format'],
    [PAY.replace('&PAY_ID=5500170001', ''), 'transaction-format'],
    [PAY.replace('&AMOUNT=480.10', ''), 'amount-too-small'],
    [PAY.replace('480.10', '0.00'), 'amount-too-small'],
    [PAY.replace('480.10', 'сто'), 'amount-wrong'],
    [PAY.replace('480.10', '480.101'), 'amount-wrong'],
    [PAY.replace('480.10', '-480.10'), 'amount-wrong'],
    [PAY.replace('&PAY_DATE=21.11.2026_23:59:59', ''), 'date-wrong'],
    [PAY.replace('21.11.2026', '31.11.2026'), 'date-wrong'],
    [PAY.replace('21.11.2026', '21.13.2026'), 'date-wrong'],
    [PAY.replace('21.11.2026', '21.11.0026'), 'date-wrong'],
    [PAY.replace('23:59:59', '23:59:60'), 'date-wrong'],
    [PAY.replace('21.11.2026_23:59:59', '20261121235959'), 'date-wrong'],
    [`${PAY}&AMOUNT=1`, 'request-wrong'],
  ])('%s is refused: %s', (query, reason) => {
    expect(reasonOf(query)).toBe(reason);
  });

  it('refuses letters where accounts are of digits', () => {
    expect(reasonOf('ACTION=check&ACCOUNT=S1', { accounts: 'digits' })).toBe('account-format');
    expect(reasonOf('ACTION=check&ACCOUNT=S1')).toBe('check');
  });
});

describe("answering Sberbank's protocol 1", () => {
  it('tells the account with the debt below zero and the sum to pay', () => {
    expect(text(found, CHECK)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<response><CODE>0</CODE><MESSAGE>Лицевой счёт найден</MESSAGE>' +
        '<FIO>И***** П****, О&apos;К*** &lt;&amp;&gt;</FIO><ADDRESS>пр. Мира, д. 5, кв. 1</ADDRESS>' +
        '<BALANCE>-480.10</BALANCE><REC_SUM>480.10</REC_SUM>' +
        '<INFO>Период: октябрь 2026; Получатель: ООО &quot;Двор&quot;</INFO></response>\n',
    );
  });

  it('writes the debt above zero where the bank shows it so, and no advised sum where nothing is due', () => {
    expect(text(found, CHECK, { debtSign: 'plus' })).toContain('<BALANCE>480.10</BALANCE>');
    const advance: BillerAnswer = { ...found, payer: null, balance: Money.parse('-10'), due: Money.zero, shown: [] };
    const written = text(advance, CHECK);
    expect(written).toContain('<BALANCE>10.00</BALANCE></response>');
    expect(written).not.toMatch(/REC_SUM|FIO|INFO/);
  });

  it('confirms a payment by 0 and its repeat by 8 with what was registered the first time', () => {
    const registered = '<EXT_ID>31415</EXT_ID><REG_DATE>22.11.2026_00:00:03</REG_DATE><AMOUNT>480.10</AMOUNT>';
    expect(text(paid(false), PAY)).toContain(`<CODE>0</CODE><MESSAGE>Платёж принят</MESSAGE>${registered}`);
    expect(text(paid(true), PAY)).toContain(`<CODE>8</CODE><MESSAGE>Платёж уже принят</MESSAGE>${registered}`);
  });

  it.each<[RefusalReason, number, number]>([
    ['temporary', 1, 1],
    ['unfinished', 1, 1],
    ['unknown-action', 2, 2],
    ['account-unknown', 3, 3],
    ['account-format', 4, 4],
    ['account-closed', 5, 5],
    ['transaction-format', 300, 6],
    ['transaction-conflict', 300, 6],
    ['channel-off', 300, 7],
    ['amount-wrong', 300, 9],
    ['amount-too-small', 300, 10],
    ['amount-too-large', 300, 11],
    ['date-wrong', 300, 12],
    ['forbidden', 300, 300],
  ])('%s is CODE %i to a check and %i to a payment', (reason, toCheck, toPayment) => {
    expect(text(refused(reason), CHECK)).toMatch(new RegExp(`<CODE>${toCheck}</CODE><MESSAGE>[^<]+</MESSAGE>`));
    expect(text(refused(reason), PAY)).toMatch(new RegExp(`<CODE>${toPayment}</CODE><MESSAGE>[^<]+</MESSAGE>`));
    expect(replied(refused(reason), PAY).status).toBe(200);
  });

  it('answers in windows-1251 where the contract says so', () => {
    expect(replied(paid(false), PAY, { encoding: 'windows-1251' }).contentType).toBe('text/xml; charset=windows-1251');
    expect(text(paid(false), PAY, { encoding: 'windows-1251' })).toContain('<MESSAGE>Платёж принят</MESSAGE>');
  });

  it('never confirms a payment by the answer to a check', () => {
    expect(text(found, PAY)).toContain('<CODE>1</CODE>');
  });
});

it('never throws, and always answers with a code', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('payment', 'check', '1', '1.10', '01.01.2026_00:00:00'),
  );
  const query = fc
    .dictionary(fc.constantFrom('ACTION', 'ACCOUNT', 'PAY_ID', 'AMOUNT', 'PAY_DATE'), words)
    .map((parameters) => new URLSearchParams(parameters).toString());
  fc.assert(
    fc.property(fc.oneof(query, fc.string()), fc.uint8Array(), (asked, body) => {
      const request = sberAction.read({ method: 'POST', query: asked, body });
      const answer = request.kind === 'unreadable' ? request.refusal : found;
      expect(new TextDecoder().decode(sberAction.write(answer, request).body)).toMatch(/<CODE>\d+<\/CODE>/);
    }),
    { numRuns: 200 },
  );
});
