import { describe, expect, it } from '@jest/globals';
import { Money } from '@dvor/kernel';
import { type BillerAnswer, type BillerCall, type BillerSettings, type RefusalReason, refused } from './biller.js';
import { gorod } from './gorod.js';

const KEY: BillerSettings = { login: 'gorod', password: 'п&роль' };
const get = (query: string): BillerCall => ({ method: 'GET', query, body: new Uint8Array() });
const as = `login=gorod&password=${encodeURIComponent('п&роль')}`;
const read = (query: string, settings: BillerSettings = {}) =>
  gorod.read(get(`${query}&${as}`), { ...KEY, ...settings });
const text = (answer: BillerAnswer, query: string, settings: BillerSettings = {}) =>
  new TextDecoder(settings.encoding ?? 'windows-1251').decode(
    gorod.write(answer, read(query, settings), settings).body,
  );
const reasonOf = (query: string, settings?: BillerSettings) => {
  const request = read(query, settings);
  return request.kind === 'unreadable' ? request.refusal.reason : request.kind;
};

const CHECK = 'method=check&service=310&account=0040012&summ=15050';
const PAY = `${CHECK.replace('check', 'pay')}&payid=99120`;

describe('reading «Город»', () => {
  it('takes the sum in kopecks, and tells no moment', () => {
    expect(read(CHECK)).toMatchObject({
      kind: 'check',
      account: '0040012',
      service: '310',
      amount: Money.parse('150.50'),
    });
    expect(read(PAY)).toMatchObject({ kind: 'pay', transaction: '99120', amount: Money.parse('150.50'), paidAt: null });
  });

  it('takes roubles only where the contract says so', () => {
    expect(reasonOf(PAY.replace('15050', '150.50'))).toBe('amount-wrong');
    expect(read(PAY.replace('15050', '150.50'), { sumIn: 'roubles' })).toMatchObject({ amount: Money.parse('150.50') });
  });

  it('lets nobody in without the login and the password, and keeps the password to itself', () => {
    expect(read(PAY).said).not.toHaveProperty('password');
    const wrong: BillerSettings[] = [{ password: 'другой' }, { login: 'x' }, { password: '' }, { password: undefined }];
    for (const settings of wrong) expect(reasonOf(PAY, settings)).toBe('credentials');
    expect(gorod.read(get(PAY), KEY)).toMatchObject({ kind: 'unreadable', refusal: { reason: 'credentials' } });
  });

  it.each<[string, RefusalReason]>([
    ['method=status', 'unknown-action'],
    ['method=check', 'account-format'],
    [PAY.replace('99120', ''), 'transaction-format'],
    [PAY.replace('15050', '0'), 'amount-too-small'],
    [PAY.replace('15050', '-1'), 'amount-wrong'],
  ])('%s is refused: %s', (query, reason) => {
    expect(reasonOf(query)).toBe(reason);
  });
});

describe('answering «Город»', () => {
  const found: BillerAnswer = {
    kind: 'account',
    payer: 'Ш***** "Ъ"',
    address: 'пр. Ленина, 1',
    balance: Money.parse('-3'),
    due: Money.zero,
  };

  it('shows the account in windows-1251', () => {
    expect(text(found, CHECK)).toBe(
      '<?xml version="1.0" encoding="windows-1251"?>\n' +
        '<Answer><Code>0</Code><Client>Ш***** &quot;Ъ&quot;</Client><Account>0040012</Account><Balance>3.00</Balance>' +
        '<Service>310</Service><Address>пр. Ленина, 1</Address><Description>Ш***** &quot;Ъ&quot;</Description></Answer>\n',
    );
    expect(gorod.write(found, read(CHECK)).contentType).toBe('text/xml; charset=windows-1251');
  });

  it('writes a sign that windows-1251 lacks by its number', () => {
    expect(text({ ...found, shown: [{ name: 'Долг', value: '5 ₽' }] }, CHECK)).toContain(
      '<Description>Долг: 5 &#8381;</Description>',
    );
  });

  it('confirms a payment and its repeat alike', () => {
    const paid = (repeated: boolean): BillerAnswer => ({
      kind: 'paid',
      ourId: '577',
      amount: Money.parse('150.50'),
      registeredAt: '2026-11-22T09:30:16',
      repeated,
    });
    expect(text(paid(false), PAY)).toContain(
      '<Code>0</Code><PlatID>577</PlatID><Status>0</Status><Date>2026/11/22 09:30:16</Date>',
    );
    expect(text(paid(true), PAY)).toBe(text(paid(false), PAY));
  });

  it('refuses by 1 with the reason in words, and by 10 where the fault is ours', () => {
    expect(text(refused('account-unknown'), PAY)).toContain('<Code>1</Code><Message>Лицевой счёт не найден</Message>');
    expect(text(refused('service-unknown'), PAY)).toContain('<Code>1</Code><Message>Услуга не найдена</Message>');
    expect(text(refused('temporary'), PAY)).toContain('<Code>10</Code>');
    expect(text(found, PAY)).toContain('<Code>10</Code>');
  });
});
