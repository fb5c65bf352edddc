import { describe, expect, it } from '@jest/globals';
import type { Working } from '@dvor/billing/core';
import { decimal, Money, parseDate, parsePeriod } from '@dvor/kernel';
import { receiptMismatches } from './check-receipt.js';
import { type AccountMonth, type BilledLine, draftReceipt, type HouseMonth } from './draft-receipt.js';
import type { Recipient } from './receipt-document.js';

const bank = { account: '40702810420000004321', bankName: 'Банк', bik: '040173604', correspondentAccount: null };
const firm = (name: string, inn: string, more: Partial<Recipient> = {}): Recipient => ({
  ...{ name, inn, kpp: null, bank },
  ...more,
});
const manager = firm('УК', '1');

const house: HouseMonth = {
  period: parsePeriod('2026-10'),
  issuedOn: parseDate('2026-11-01'),
  dueOn: parseDate('2026-11-15'),
  issuer: {
    ...{ name: 'УК', inn: '1', kpp: null, ogrn: null, address: '', phone: null },
    ...{ emergencyPhone: null, email: null, site: null },
  },
  collector: manager,
  services: new Map([
    ['upkeep', { code: 'upkeep', name: 'Содержание', unit: 'м²', section: 'housing' }],
    ['power', { code: 'power', name: 'Электричество', unit: 'кВт·ч', section: 'communal' }],
    ['intercom', { code: 'intercom', name: 'Домофон', unit: 'кв.', section: 'agency' }],
    ['antenna', { code: 'antenna', name: 'Телеантенна', unit: 'кв.', section: 'agency' }],
    ['repair', { code: 'repair', name: 'Капремонт', unit: 'м²', section: 'capital-repair' }],
  ]),
  suppliers: new Map([
    ['1', manager],
    ['2', firm('Фонд', '2')],
    ['3', firm('Домофон-Обь', '3')],
    ['4', firm('Антенна', '4', { bank: null })],
  ]),
  meters: new Map(),
  facts: { month: parsePeriod('2026-10'), house: {}, premises: [], services: [] } as unknown as HouseMonth['facts'],
};

const line = (serviceId: string, supplierId: string, amount: string, working: object = {}): BilledLine => ({
  ...{ serviceId, supplierId, part: 'individual', volume: '1', amount: Money.parse(amount) },
  working: { formula: 'flat', rate: amount, ...working } as unknown as Working,
});

const account = (more: Partial<AccountMonth>): AccountMonth => ({
  account: { number: '1', payer: '', address: '', area: decimal('50'), share: null },
  facts: { id: '1' },
  ...{
    lines: [],
    linesBefore: [],
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
  ...more,
});

const drafted = (more: Partial<AccountMonth>) => draftReceipt(house, account(more));
const blocksOf = (more: Partial<AccountMonth>) =>
  drafted(more).blocks.map(({ title, recipient, due }) => [title, recipient.name, due.toString()]);

const owed = (serviceId: string, amount: string) => ({ recipientId: '1', serviceId, amount: Money.parse(amount) });

describe('a debt written off', () => {
  it('stands on a line of its own: it is neither a payment nor a penalty', () => {
    const draft = drafted({
      ...{ lines: [line('upkeep', '1', '100')], opening: [owed('upkeep', '900')] },
      ...{ penalties: [owed('upkeep', '3')], writtenOff: [owed('upkeep', '400')] },
    });
    const { penalty, paid, writtenOff, due } = draft.blocks[0]!;
    expect([penalty, paid, writtenOff, due].map(String)).toEqual(['3.00', '0.00', '400.00', '603.00']);
    expect(receiptMismatches(draft)).toEqual([]);
  });
});

describe('instalments on a receipt', () => {
  it('leave only what is due to pay, with their interest on a line of its own', () => {
    const [block] = drafted({
      ...{ lines: [line('upkeep', '1', '100')], opening: [owed('upkeep', '900')] },
      ...{ interest: [owed('upkeep', '5')], deferred: [owed('upkeep', '600')] },
    }).blocks;
    expect([block!.interest, block!.deferred, block!.due].map(String)).toEqual(['5.00', '600.00', '405.00']);
  });

  it('are offered in words that name the sums, the parts and the last day', () => {
    const offer = { service: 'Отопление', period: parsePeriod('2026-10'), parts: 12, rate: null };
    const money = { amount: Money.parse('1000'), before: Money.parse('700'), answerUntil: parseDate('2026-12-01') };
    const [note] = drafted({ lines: [line('upkeep', '1', '100')], offers: [{ ...offer, ...money }] }).notes;
    expect(note!.replaceAll(/\s/g, ' ')).toContain(
      'Отопление: за октябрь 2026 1 000,00 ₽, за октябрь 2025 было 700,00 ₽',
    );
    expect(note).toContain('12 равных платежей без процентов');
    expect(note).toContain('до 01.12.2026');
  });
});

describe('blocks of a receipt', () => {
  it('gives a principal a block with its own bank details, apart from the agent’s', () => {
    const lines = [line('upkeep', '1', '100'), line('intercom', '3', '65'), line('repair', '2', '30')];
    expect(blocksOf({ lines })).toEqual([
      ['Жилищно-коммунальные услуги', 'УК', '100.00'],
      ['Взнос на капитальный ремонт', 'Фонд', '30.00'],
      ['Домофон', 'Домофон-Обь', '65.00'],
    ]);
    expect(receiptMismatches(drafted({ lines }))).toEqual([]);
  });

  it('collects for a principal whose bank is not known, and for an agency service of its own', () => {
    const lines = [line('antenna', '4', '110'), line('intercom', '1', '65')];
    expect(blocksOf({ lines })).toEqual([['Жилищно-коммунальные услуги', 'УК', '175.00']]);
  });

  it('keeps a debt with whom it is owed to, though somebody else does the service by now', () => {
    const opening = [{ recipientId: '3', serviceId: 'intercom', amount: Money.parse('130') }];
    expect(blocksOf({ lines: [line('intercom', '1', '65')], opening })).toEqual([
      ['Жилищно-коммунальные услуги', 'УК', '65.00'],
      ['Домофон', 'Домофон-Обь', '130.00'],
    ]);
  });

  it('keeps money that names no service with the principal that it came for', () => {
    const paid = [
      {
        ...{ recipientId: '3', serviceId: null, amount: Money.parse('65'), offset: false },
        ...{ period: parsePeriod('2026-10'), on: parseDate('2026-10-12') },
      },
    ];
    expect(blocksOf({ lines: [line('upkeep', '1', '100'), line('intercom', '3', '65')], paid })).toEqual([
      ['Жилищно-коммунальные услуги', 'УК', '100.00'],
      ['Домофон', 'Домофон-Обь', '0.00'],
    ]);
  });

  it('tells what social protection pays the executor, and what is left then', () => {
    const [note] = drafted({ lines: [line('upkeep', '1', '2911')], subsidy: Money.parse('1911') }).notes;
    expect(note!.replaceAll('\u00a0', ' ')).toBe(
      'Субсидия за октябрь 2026: 1 911,00 ₽ соцзащита перечисляет исполнителю. Если её ещё нет в строке «Оплачено», вам останется заплатить 1 000,00 ₽.',
    );
    const more = drafted({ lines: [line('upkeep', '1', '1000')], subsidy: Money.parse('1911') });
    expect(more.notes[0]).toContain('платить не нужно');
    expect(more.total.toString()).toBe('1000.00'); // what is owed follows the ledger
    expect(drafted({ lines: [line('upkeep', '1', '1000')] }).notes).toEqual([]);
  });

  it('names zones of the day, of ranges of price too', () => {
    const night = line('power', '1', '10', { zone: 'night' });
    const tier = line('power', '1', '20', { formula: 'tier', base: { formula: 'meter', zone: 'day' } });
    const [block] = drafted({ lines: [tier, night] }).blocks;
    expect(block!.lines.map(({ service }) => service)).toEqual(['Электричество, день', 'Электричество, ночь']);
  });
});

describe('what changed since the last month', () => {
  const upkeep = (rate: string, days: number) =>
    line('upkeep', '1', (Number(rate) * 50).toFixed(2), {
      formula: 'area',
      rate,
      area: [['50', days]],
      of: days,
      unit: 'm2',
    });
  const intercom = line('intercom', '3', '65.00', { formula: 'flat', rate: '65', days: 31, of: 31, unit: 'premises' });

  it('is told by reasons that add up, in words of a payer', () => {
    const receipt = drafted({ linesBefore: [upkeep('31.2', 30)], lines: [upkeep('33.2', 31), intercom] });
    expect(receipt.change?.before.toString()).toBe('1560.00');
    expect(
      receipt.change?.causes.map(({ text, amount }) => [text.replaceAll('\u202f', ' '), amount.toString()]),
    ).toEqual([
      ['Содержание: тариф вырос с 1 октября: 31,20 ₽ → 33,20 ₽ за м²', '100.00'],
      ['Домофон: услугу начали начислять', '65.00'],
    ]);
    expect(receiptMismatches(receipt)).toEqual([]);
  });

  it('is left out on a first bill and on one that did not change', () => {
    expect(drafted({ lines: [upkeep('31.2', 31)] }).change).toBeNull();
    expect(drafted({ linesBefore: [upkeep('31.2', 30)], lines: [upkeep('31.2', 31)] }).change).toBeNull();
  });
});
