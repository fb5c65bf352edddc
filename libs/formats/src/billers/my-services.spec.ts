import { describe, expect, it } from '@jest/globals';
import { Money } from '@dvor/kernel';
import fc from 'fast-check';
import { type BillerAnswer, type BillerSettings, type RefusalReason, refused, type SchemaAnswer } from './biller.js';
import { myServices, wrongFields } from './my-services.js';

const post = (message: unknown, settings?: BillerSettings) =>
  myServices.read({ method: 'POST', query: '', body: new TextEncoder().encode(JSON.stringify(message)) }, settings);
const answered = (answer: BillerAnswer, message: unknown, settings?: BillerSettings): unknown =>
  JSON.parse(new TextDecoder().decode(myServices.write(answer, post(message, settings), settings).body));
const reasonOf = (message: unknown, settings?: BillerSettings) => {
  const request = post(message, settings);
  return request.kind === 'unreadable' ? request.refusal.reason : request.kind;
};

const CHECK = { action: 'check', schema: '1', service: 'housing', account: '0040012' };
const PAYMENT = {
  ...CHECK,
  action: 'payment',
  amount: '480.10',
  payId: '77001',
  payDate: '2026-11-22T09:30:15+03:00',
  period: '2026-10',
  fields: { phone: ' 79130000000 ' },
};

describe('reading an aggregator', () => {
  it('reads a search by address and the wish for a form', () => {
    expect(post({ action: 'services', address: 'Тихий, ул. Садовая, 3' })).toMatchObject({
      kind: 'services',
      address: 'Тихий, ул. Садовая, 3',
    });
    expect(post({ action: 'schema', service: 'housing' })).toMatchObject({ kind: 'schema', service: 'housing' });
  });

  it('reads a check and a payment', () => {
    expect(post(CHECK)).toMatchObject({ kind: 'check', account: '0040012', service: 'housing', amount: null });
    expect(post(PAYMENT)).toMatchObject({
      kind: 'pay',
      account: '0040012',
      amount: Money.parse('480.10'),
      transaction: '77001',
      paidAt: '2026-11-22T09:30:15+03:00',
      period: 2026 * 12 + 9,
      fields: { phone: '79130000000' },
    });
  });

  it.each<[object, RefusalReason]>([
    [{}, 'unknown-action'],
    [{ action: 'services' }, 'request-wrong'],
    [{ action: 'schema' }, 'service-unknown'],
    [{ ...CHECK, account: '' }, 'account-format'],
    [{ ...CHECK, schema: null }, 'schema-outdated'],
    [{ ...CHECK, schema: '0' }, 'schema-outdated'],
    [{ ...PAYMENT, amount: 480.1 }, 'request-wrong'],
    [{ ...PAYMENT, amount: '480.101' }, 'amount-wrong'],
    [{ ...PAYMENT, amount: null }, 'amount-too-small'],
    [{ ...PAYMENT, payId: 'a b' }, 'transaction-format'],
    [{ ...PAYMENT, payDate: '22.11.2026' }, 'date-wrong'],
    [{ ...PAYMENT, period: '2026-13' }, 'field-wrong'],
    [{ ...PAYMENT, fields: [] }, 'request-wrong'],
    [{ ...PAYMENT, fields: { a: { b: 1 } } }, 'request-wrong'],
    [{ ...PAYMENT, comment: 'x'.repeat(70_000) }, 'request-wrong'],
  ])('%j is refused: %s', (message, reason) => {
    expect(reasonOf(message)).toBe(reason);
  });

  it('throws at no bytes whatever', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json().map((json) => new TextEncoder().encode(json)),
          fc.uint8Array(),
        ),
        (body) => {
          const request = myServices.read({ method: 'POST', query: '', body });
          expect(request.kind).toBe('unreadable');
          expect(
            JSON.parse(new TextDecoder().decode(myServices.write(refused('temporary'), request).body)),
          ).toMatchObject({
            code: 1,
          });
        },
      ),
    );
  });
});

describe('answering an aggregator', () => {
  it('tells the account', () => {
    const found: BillerAnswer = {
      kind: 'account',
      payer: 'Г** "Ы"',
      address: 'ул. Садовая, 3',
      balance: Money.parse('480.10'),
      due: Money.parse('480.10'),
      shown: [{ name: 'Период', value: 'октябрь 2026' }],
    };
    expect(answered(found, CHECK)).toEqual({
      code: 0,
      message: 'Лицевой счёт найден',
      fio: 'Г** "Ы"',
      address: 'ул. Садовая, 3',
      balance: '480.10',
      recSum: '480.10',
      info: [{ name: 'Период', value: 'октябрь 2026' }],
    });
    expect(answered(found, PAYMENT)).toMatchObject({ code: 1 });
  });

  it("confirms a payment by 0 and its repeat by 8, Sberbank's way", () => {
    const paid = (repeated: boolean): BillerAnswer => ({
      kind: 'paid',
      ourId: '577',
      amount: Money.parse('480.10'),
      registeredAt: '2026-11-22T09:30:16',
      repeated,
    });
    const registered = { extId: '577', regDate: '2026-11-22T09:30:16', amount: '480.10' };
    expect(answered(paid(false), PAYMENT)).toEqual({ code: 0, message: 'Платёж принят', ...registered });
    expect(answered(paid(true), PAYMENT)).toEqual({ code: 8, message: 'Платёж уже принят', ...registered });
  });

  it.each<[RefusalReason, number]>([
    ['temporary', 1],
    ['account-unknown', 3],
    ['account-closed', 5],
    ['amount-too-large', 11],
    ['field-wrong', 300],
  ])("%s is Sberbank's %i", (reason, code) => {
    expect(answered(refused(reason), PAYMENT)).toMatchObject({ code, reason });
  });

  it('tells who shows an old form which one to fetch', () => {
    const settings = { schemaVersion: '4' };
    const request = post(CHECK, settings);
    expect(request.kind === 'unreadable' && answered(request.refusal, CHECK, settings)).toEqual({
      code: 300,
      reason: 'schema-outdated',
      message: 'Форма платежа устарела: запросите её заново',
      upgrade: { asked: '1', current: '4', fetch: { action: 'schema', service: 'housing' } },
    });
  });

  it('lists services and describes a form, with the version to name later', () => {
    const services = [{ code: 'housing', name: 'Жилищно-коммунальные услуги', recipient: 'ООО «Тихий двор»' }];
    const search = { action: 'services', address: 'Садовая, 3' };
    expect(answered({ kind: 'services', services }, search)).toMatchObject({ code: 0, schema: '1', services });
    expect(answered(FORM, { action: 'schema', service: 'housing' }, { schemaVersion: '4' })).toEqual({
      code: 0,
      message: 'OK',
      service: 'housing',
      schema: '4',
      fields: FORM.fields,
    });
  });
});

const FORM: SchemaAnswer = {
  kind: 'schema',
  service: 'housing',
  fields: [
    { name: 'account', label: 'Лицевой счёт', kind: 'text', required: true },
    { name: 'period', label: 'За какой месяц', kind: 'period', required: false },
    { name: 'cold', label: 'Холодная вода', kind: 'reading', required: false },
    { name: 'extra', label: 'Добровольное страхование', kind: 'sum', required: false },
    { name: 'phone', label: 'Телефон', kind: 'digits', required: false },
  ],
};

describe('wrongFields', () => {
  const wrong = (filled: Record<string, string>) => wrongFields(FORM, filled).map(({ name }) => name);

  it('finds nothing wrong in a form filled in as asked', () => {
    expect(wrong({ account: '0040012' })).toEqual([]);
    expect(wrong({ account: '1', period: '2026-10', cold: '12,345', extra: '10.50', phone: '79130000000' })).toEqual(
      [],
    );
  });

  it('names what is missing and what is misshapen', () => {
    expect(wrong({})).toEqual(['account']);
    expect(wrong({ account: '1', period: '10.2026', cold: '-1', extra: '0', phone: '+7' })).toEqual([
      'period',
      'cold',
      'extra',
      'phone',
    ]);
  });
});
