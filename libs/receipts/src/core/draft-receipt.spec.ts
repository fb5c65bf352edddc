import { decimal, Money, parseDate, parsePeriod } from '@dvor/kernel';
import type { HouseFacts } from '@dvor/billing/core';
import { describe, expect, it } from '@jest/globals';
import { receiptMismatches } from './check-receipt.js';
import { type AccountMonth, draftReceipt, type HouseMonth, type OwnMoney, type PaidIn } from './draft-receipt.js';

const september = parsePeriod('2026-09');
const october = parsePeriod('2026-10');
const november = parsePeriod('2026-11');

const company = { name: 'УК', inn: '1', kpp: null, bank: null };
const fund = { name: 'Фонд', inn: '2', kpp: null, bank: null };

const house: HouseMonth = {
  period: october,
  issuedOn: parseDate('2026-11-05'),
  dueOn: parseDate('2026-11-15'),
  issuer: {
    name: 'УК',
    inn: '1',
    kpp: null,
    ogrn: null,
    address: '',
    phone: null,
    email: null,
    emergencyPhone: null,
    site: null,
  },
  collector: company,
  services: new Map([
    ['10', { code: 'upkeep', name: 'Содержание', unit: 'м²', section: 'housing' }],
    ['90', { code: 'capital-repair', name: 'Взнос', unit: 'м²', section: 'capital-repair' }],
  ]),
  suppliers: new Map([
    ['1', company],
    ['6', fund],
  ]),
  meters: new Map(),
  facts: { house: {}, services: [], premises: [] } as unknown as HouseFacts,
};

function receiptOf({ opening = [], paid = [] }: { opening?: OwnMoney[]; paid?: PaidIn[] }) {
  const line = (serviceId: string, supplierId: string, roubles: string): AccountMonth['lines'][number] => ({
    serviceId,
    supplierId,
    part: 'individual',
    volume: null,
    amount: Money.parse(roubles),
    working: { formula: 'area', rate: '1' } as never,
  });
  const receipt = draftReceipt(house, {
    account: { number: '1', payer: '', address: '', area: decimal('50'), share: null },
    facts: { id: 'a' },
    lines: [line('10', '1', '500'), line('90', '6', '100')],
    linesBefore: [],
    opening,
    paid,
    ...{ penalties: [], interest: [], writtenOff: [], deferred: [], instalments: [], offers: [] },
    subsidy: Money.zero,
  });
  expect(receiptMismatches(receipt)).toEqual([]);
  return receipt.blocks.map(({ opening: owed, paid: came, lastPayment, due }) => ({
    opening: owed.toString(),
    paid: came.toString(),
    last: lastPayment && [lastPayment.on, lastPayment.amount.toString()],
    due: due.toString(),
  }));
}

const company500 = { recipientId: '1', serviceId: '10' };
const fund100 = { recipientId: '6', serviceId: '90' };
const came = (place: Omit<OwnMoney, 'amount'>, roubles: string, on: string, more: Partial<PaidIn> = {}): PaidIn => ({
  ...place,
  amount: Money.parse(roubles),
  period: october,
  on: parseDate(on),
  offset: false,
  ...more,
});

describe('money on a receipt', () => {
  it('is what was owed and charged, less what came until it was issued, for each recipient apart', () => {
    const opening = [{ ...company500, amount: Money.parse('200') }];
    const paid = [
      came(company500, '200', '2026-10-12'),
      came(company500, '150', '2026-11-03', { period: november }),
      came(fund100, '100', '2026-11-03', { period: november }),
    ];
    expect(receiptOf({ opening, paid })).toEqual([
      { opening: '200.00', paid: '350.00', last: [parseDate('2026-11-03'), '150.00'], due: '350.00' },
      { opening: '0.00', paid: '100.00', last: [parseDate('2026-11-03'), '100.00'], due: '0.00' },
    ]);
  });

  it('names the last payment though it came before the month, and none that was given back', () => {
    const paid = [
      came(company500, '300', '2026-09-10', { period: september }),
      came(company500, '70', '2026-10-02'),
      came(company500, '-70', '2026-10-02'),
    ];
    expect(receiptOf({ paid })[0]).toEqual({
      opening: '0.00',
      paid: '0.00',
      last: [parseDate('2026-09-10'), '300.00'],
      due: '500.00',
    });
  });

  it('follows an advance on the whole account to the recipient it was set off with', () => {
    const whole = { recipientId: null, serviceId: null };
    const offset = { period: november, offset: true } as const;
    const blocks = receiptOf({
      opening: [{ ...whole, amount: Money.parse('-1000') }],
      paid: [
        came(whole, '-600', '2026-10-31', offset),
        came(company500, '500', '2026-10-31', offset),
        came(fund100, '100', '2026-10-31', offset),
      ],
    });
    expect(blocks).toEqual([
      { opening: '-1000.00', paid: '-100.00', last: null, due: '-400.00' },
      { opening: '0.00', paid: '100.00', last: null, due: '0.00' },
    ]);
  });

  it('of a fund that has a channel of its own stays with the fund though no service is named', () => {
    const blocks = receiptOf({ paid: [came({ recipientId: '6', serviceId: null }, '250', '2026-10-20')] });
    expect(blocks.map(({ due }) => due)).toEqual(['500.00', '-150.00']);
  });
});

describe('what lowers a bill by acts and corrections', () => {
  it('stands in its column of the service, with its reason below, and a fine in a line of its own', () => {
    const line = (working: object, roubles: string): AccountMonth['lines'][number] => ({
      ...{ serviceId: '10', supplierId: '1', part: 'individual', volume: null, amount: Money.parse(roubles) },
      working: working as never,
    });
    const document = { id: '1', number: '7', date: '2026-10-05' };
    const quality = {
      ...{ formula: 'quality', period: '2026-10', service: 'cold-water', fee: '600.00', partHours: 'full-hours' },
      parts: [{ kind: 'outage', clause: '', minutes: 1020, allowedHours: 8, percent: '0.15', perHours: 1 }],
      acts: [['5', '2026-10-11', '1']],
    };
    const receipt = draftReceipt(house, {
      account: { number: '1', payer: '', address: '', area: decimal('50'), share: null },
      facts: { id: 'a' },
      linesBefore: [],
      lines: [
        line({ formula: 'area', rate: '1' }, '600'),
        line(quality, '-8.10'),
        line(
          { formula: 'manual', period: '2026-09', part: 'individual', reason: 'Двойное начисление', document },
          '-200',
        ),
        line(
          { formula: 'fine', period: '2026-09', part: 'individual', excess: '200', percent: '50', document },
          '-100',
        ),
      ],
      ...{
        opening: [],
        paid: [],
        penalties: [],
        interest: [],
        writtenOff: [],
        deferred: [],
        instalments: [],
        offers: [],
        subsidy: Money.zero,
      },
    });
    expect(receiptMismatches(receipt)).toEqual([]);
    const [{ lines }] = receipt.blocks as [(typeof receipt.blocks)[number]];
    expect(
      lines.map(({ service, charged, recalculated, total }) => [
        service,
        ...[charged, recalculated, total].map(String),
      ]),
    ).toEqual([
      ['Содержание', '600.00', '-208.10', '391.90'],
      ['Содержание, штраф исполнителя', '0.00', '-100.00', '-100.00'],
    ]);
    expect(receipt.recalculations.map(({ period, reason }) => [period, reason.replaceAll('\u202f', ' ')])).toEqual([
      [october, 'перерыв 17 ч, допустимо 8 ч; акт № 5'],
      [september, 'Двойное начисление; корректировка № 7'],
      [september, 'штраф исполнителя 50 % от лишних 200,00 ₽; заявление № 7'],
    ]);
  });
});
