import { describe, expect, it } from '@jest/globals';
import { Money } from '@dvor/kernel';
import { type BillerAnswer, type BillerCall, type BillerDialect, type RefusalReason, refused } from './biller.js';
import { commandHash, sberCommand, sberSigned } from './sber-command.js';

const get = (query: string): BillerCall => ({ method: 'GET', query, body: new Uint8Array() });
const text = (dialect: BillerDialect, answer: BillerAnswer, query: string) =>
  new TextDecoder().decode(dialect.write(answer, dialect.read(get(query))).body);

const CHECK = 'command=check&account=0040012';
const PAY = 'command=pay&txn_date=20261122093015&account=0040012&txn_id=88001&sum=75.00';

const paid: BillerAnswer = {
  kind: 'paid',
  ourId: '271828',
  amount: Money.parse('75'),
  registeredAt: '2026-11-22T09:30:16',
  repeated: false,
};

describe("Sberbank's protocol 2", () => {
  it('is asked in the words of OSMP', () => {
    expect(sberCommand.read(get(PAY))).toMatchObject({
      kind: 'pay',
      account: '0040012',
      transaction: '88001',
      amount: Money.parse('75.00'),
      paidAt: '2026-11-22T09:30:15',
    });
    expect(sberCommand.read(get(CHECK))).toMatchObject({ kind: 'check', transaction: null });
  });

  it('shows the payer by the names that the bank reads', () => {
    const found: BillerAnswer = {
      kind: 'account',
      payer: 'Л** «О»',
      address: 'ул. Лесная, 1',
      balance: Money.parse('75'),
      due: Money.parse('75'),
      shown: [{ name: 'Период', value: 'октябрь 2026' }],
    };
    expect(text(sberCommand, found, CHECK)).toContain(
      '<response><result>0</result><comment>Лицевой счёт найден</comment><fio>Л** «О»</fio>' +
        '<address>ул. Лесная, 1</address><balance>-75.00</balance><rec_sum>75.00</rec_sum><info>Период: октябрь 2026</info>',
    );
    expect(text(sberCommand, { ...found, due: Money.zero }, CHECK)).not.toContain('rec_sum');
  });

  it('confirms a payment and its repeat by 0, with the number under both names', () => {
    const written = text(sberCommand, paid, PAY);
    expect(written).toContain(
      '<osmp_txn_id>88001</osmp_txn_id><ext_id>271828</ext_id><prv_txn>271828</prv_txn>' +
        '<reg_date>20261122093016</reg_date><sum>75.00</sum><result>0</result>',
    );
    expect(text(sberCommand, { ...paid, repeated: true }, PAY)).toBe(written);
  });

  it.each<[RefusalReason, number]>([
    ['temporary', 1],
    ['account-unknown', 5],
    ['account-format', 4],
    ['account-closed', 79],
    ['channel-off', 7],
    ['amount-too-small', 241],
    ['amount-too-large', 242],
    ['credentials', 300],
  ])('%s is result %i', (reason, code) => {
    expect(text(sberCommand, refused(reason), PAY)).toContain(`<result>${code}</result>`);
  });

  it('never says 8, which the bank takes for a payment registered before', () => {
    const reasons: RefusalReason[] = ['channel-off', 'forbidden', 'transaction-conflict', 'unfinished'];
    for (const reason of reasons) expect(text(sberCommand, refused(reason), PAY)).not.toContain('<result>8</result>');
  });

  it('cancels where the contract has it', () => {
    const request = sberCommand.read(get('command=cancel&txn_id=88001'), { cancel: true });
    const cancelled: BillerAnswer = {
      kind: 'cancelled',
      ourId: '271828',
      amount: Money.parse('75'),
      cancelledAt: '2026-11-22T10:00:00',
    };
    expect(new TextDecoder().decode(sberCommand.write(cancelled, request).body)).toContain(
      '<reg_date>20261122100000</reg_date><sum>75.00</sum><result>0</result><comment>Платёж отменён</comment>',
    );
  });
});

describe("Sberbank's protocol 2, signed", () => {
  const secret = 'тихий-двор-17';
  const signed = (query: string) => `${query}&hash=${commandHash([...new URLSearchParams(query)], secret)}`;
  const reasonOf = (query: string, settings = { secret }) => {
    const request = sberSigned.read(get(query), settings);
    return request.kind === 'unreadable' ? request.refusal.reason : request.kind;
  };

  it('reckons the hash over names in their order, the secret last', () => {
    // echo -n 'account=12&command=check&secret=k' | md5sum
    expect(
      commandHash(
        [
          ['command', 'check'],
          ['account', '12'],
          ['hash', 'x'],
        ],
        'k',
      ),
    ).toBe('da83c108128ed8c9d2f0f8313c4e66f6');
  });

  it('takes what is signed, by GET and by POST, and keeps the hash out of what was said', () => {
    expect(reasonOf(signed(CHECK))).toBe('check');
    const request = sberSigned.read({ method: 'POST', query: signed(PAY), body: new Uint8Array() }, { secret });
    expect(request).toMatchObject({ kind: 'pay', amount: Money.parse('75'), fields: {} });
    expect(request.said).not.toHaveProperty('hash');
  });

  it('refuses what was changed on the way, or signed by nobody, or can be signed by nobody', () => {
    expect(reasonOf(signed(PAY).replace('sum=75.00', 'sum=7500'))).toBe('credentials');
    expect(reasonOf(PAY)).toBe('credentials');
    expect(reasonOf(`${PAY}&hash=`)).toBe('credentials');
    expect(reasonOf(signed(PAY), { secret: '' })).toBe('credentials');
    const keyless = sberSigned.read(get(signed(PAY)));
    expect(keyless).toMatchObject({ kind: 'unreadable', refusal: { reason: 'credentials' } });
    expect(text(sberSigned, paid, PAY)).toContain('<result>1</result>');
  });

  it('tells what is wrong with a request only to those who signed it', () => {
    expect(reasonOf('command=pay&account=1')).toBe('credentials');
    expect(reasonOf(signed('command=pay&account=1'))).toBe('transaction-format');
  });
});
