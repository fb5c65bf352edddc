import { describe, expect, it } from '@jest/globals';
import { Money } from '@dvor/kernel';
import { type BillerAnswer, type BillerCall, type BillerSettings, type RefusalReason, refused } from './biller.js';
import { cyberplat } from './cyberplat.js';

const get = (query: string): BillerCall => ({ method: 'GET', query, body: new Uint8Array() });
const read = (query: string) => cyberplat.read(get(query));
const text = (answer: BillerAnswer, query: string, settings?: BillerSettings) =>
  new TextDecoder(settings?.encoding ?? 'utf-8').decode(
    cyberplat.write(answer, cyberplat.read(get(query)), settings).body,
  );
const reasonOf = (query: string) => {
  const request = read(query);
  return request.kind === 'unreadable' ? request.refusal.reason : request.kind;
};

const CHECK = 'action=check&number=0040012&amount=25.30';
const PAY = 'action=payment&number=0040012&amount=25.30&receipt=410077&date=2026-11-22T09:30:15';
const STATUS = 'action=status&receipt=410077';
const CANCEL = 'action=cancel&receipt=410077';

const paid: BillerAnswer = {
  kind: 'paid',
  ourId: '161803',
  amount: Money.parse('25.30'),
  registeredAt: '2026-11-22T09:30:16.123+07:00',
  repeated: false,
};

describe('reading CyberPlat', () => {
  it('reads all four actions', () => {
    expect(read(CHECK)).toMatchObject({ kind: 'check', account: '0040012', amount: Money.parse('25.30') });
    expect(read(`${PAY}&type=3&additional=7`)).toMatchObject({
      kind: 'pay',
      account: '0040012',
      transaction: '410077',
      paidAt: '2026-11-22T09:30:15',
      service: '3',
      fields: { additional: '7' },
    });
    expect(read(STATUS)).toMatchObject({ kind: 'status', transaction: '410077' });
    expect(read(CANCEL)).toMatchObject({ kind: 'cancel', transaction: '410077' });
  });

  it('keeps the zone where one is told, though the query undid its plus', () => {
    expect(read(`${PAY}+03:00`)).toMatchObject({ paidAt: '2026-11-22T09:30:15+03:00' });
    expect(read(`${PAY}.250Z`)).toMatchObject({ paidAt: '2026-11-22T09:30:15Z' });
    expect(read(`${PAY}%2B0700`)).toMatchObject({ paidAt: '2026-11-22T09:30:15+07:00' });
  });

  it.each<[string, RefusalReason]>([
    ['action=pay', 'unknown-action'],
    ['action=check', 'account-format'],
    [PAY.replace('410077', 'x'), 'transaction-format'],
    ['action=status', 'transaction-format'],
    [PAY.replace('25.30', '25.300'), 'amount-wrong'],
    [PAY.replace('25.30', '0'), 'amount-too-small'],
    [PAY.replace('2026-11-22', '2026-11-32'), 'date-wrong'],
    [PAY.replace('&date=2026-11-22T09:30:15', ''), 'date-wrong'],
  ])('%s is refused: %s', (query, reason) => {
    expect(reasonOf(query)).toBe(reason);
  });
});

describe('answering CyberPlat', () => {
  it('names the payer in the message, the only place for it', () => {
    const found: BillerAnswer = {
      kind: 'account',
      payer: 'Ф** <Щ>',
      address: null,
      balance: Money.zero,
      due: Money.parse('5'),
    };
    expect(text(found, CHECK)).toContain(
      '<response><code>0</code><message>Лицевой счёт найден: Ф** &lt;Щ&gt;. К оплате 5.00</message></response>',
    );
    expect(text({ ...found, payer: null }, CHECK)).toContain('<message>Лицевой счёт найден. К оплате 5.00</message>');
  });

  it('confirms a payment and its repeat by the same authcode', () => {
    const written = text(paid, PAY);
    expect(written).toContain('<code>0</code><authcode>161803</authcode><date>2026-11-22T09:30:16</date>');
    expect(text({ ...paid, repeated: true }, PAY)).toBe(written);
  });

  it('tells what has become of a payment', () => {
    const status = {
      kind: 'status',
      ourId: '161803',
      amount: Money.parse('25.30'),
      registeredAt: '2026-11-22T09:30:16',
    } as const;
    expect(text({ ...status, state: 'paid' }, STATUS)).toContain('<code>0</code><authcode>161803</authcode>');
    expect(text({ ...status, state: 'cancelled' }, STATUS)).toContain('<code>7</code><authcode>161803</authcode>');
    expect(text(refused('transaction-unknown'), STATUS)).toContain('<code>6</code>');
  });

  it('cancels, or says that it is too late', () => {
    const cancelled = {
      kind: 'cancelled',
      ourId: '161803',
      amount: Money.parse('25.30'),
      cancelledAt: '2026-11-22T10:00:00',
    } as const;
    expect(text(cancelled, CANCEL)).toContain(
      '<code>0</code><authcode>161803</authcode><date>2026-11-22T10:00:00</date>',
    );
    expect(text(refused('cancel-impossible'), CANCEL)).toContain('<code>9</code>');
  });

  it.each<[RefusalReason, number]>([
    ['credentials', -4],
    ['temporary', -3],
    ['service-unknown', -2],
    ['request-wrong', -1],
    ['unknown-action', 1],
    ['account-unknown', 2],
    ['account-closed', 2],
    ['amount-wrong', 3],
    ['transaction-conflict', 4],
    ['date-wrong', 5],
    ['transaction-cancelled', 7],
  ])('%s is code %i', (reason, code) => {
    expect(text(refused(reason), PAY)).toMatch(new RegExp(`<code>${code}</code><message>[^<]+</message>`));
  });

  it('asks to be asked again about a status by 8', () => {
    expect(text(refused('temporary'), STATUS)).toContain('<code>8</code>');
    expect(text(refused('temporary'), STATUS, { encoding: 'windows-1251' })).toContain('Повторите запрос позже');
  });

  it('never confirms a payment by a status', () => {
    expect(text({ ...paid, kind: 'status', state: 'paid' }, PAY)).toContain('<code>-3</code>');
  });
});
