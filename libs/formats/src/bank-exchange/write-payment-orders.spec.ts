import { Money, parseDate } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import { decodeCyrillic } from '../cyrillic-encodings.js';
import { type OrderParty, type PaymentOrder, writePaymentOrders } from './write-payment-orders.js';

const company: OrderParty = {
  name: 'ООО «УК „Тихий двор“»',
  inn: '2221000006',
  kpp: '222101001',
  account: '40702810420000004321',
  bankName: 'Алтайский филиал АО «Обской банк»',
  bik: '040173604',
  correspondentAccount: '30101810200000000604',
};
const water: OrderParty = {
  ...company,
  name: 'ООО «Водоканал»\nфилиал',
  inn: '2222000001',
  kpp: null,
  account: '40702810000000000077',
  correspondentAccount: null,
};
const order: PaymentOrder = {
  number: 17,
  date: parseDate('2026-11-02'),
  amount: Money.parse('1234.50'),
  payee: water,
  purpose: 'Платежи населения за 30.10.2026 по реестру № 17 на 1 234,50 ₽',
};
const file = { sender: 'Двор', createdOn: parseDate('2026-11-02'), createdAt: '09:30:00', payer: company };

describe('payment orders for the bank', () => {
  it('are written as the bank’s client takes them', () => {
    const text = decodeCyrillic(writePaymentOrders({ ...file, orders: [order] }), 'windows-1251');
    expect(text.split('\r\n')).toEqual([
      '1CClientBankExchange',
      'ВерсияФормата=1.03',
      'Кодировка=Windows',
      'Отправитель=Двор',
      'Получатель=',
      'ДатаСоздания=02.11.2026',
      'ВремяСоздания=09:30:00',
      'ДатаНачала=02.11.2026',
      'ДатаКонца=02.11.2026',
      'РасчСчет=40702810420000004321',
      'Документ=Платежное поручение',
      'СекцияДокумент=Платежное поручение',
      'Номер=17',
      'Дата=02.11.2026',
      'Сумма=1234.50',
      'ПлательщикСчет=40702810420000004321',
      'Плательщик=ИНН 2221000006 ООО «УК „Тихий двор“»',
      'ПлательщикИНН=2221000006',
      'ПлательщикКПП=222101001',
      'Плательщик1=ООО «УК „Тихий двор“»',
      'ПлательщикРасчСчет=40702810420000004321',
      'ПлательщикБанк1=Алтайский филиал АО «Обской банк»',
      'ПлательщикБИК=040173604',
      'ПлательщикКорсчет=30101810200000000604',
      'ПолучательСчет=40702810000000000077',
      'Получатель=ИНН 2222000001 ООО «Водоканал» филиал',
      'ПолучательИНН=2222000001',
      'ПолучательКПП=',
      'Получатель1=ООО «Водоканал» филиал',
      'ПолучательРасчСчет=40702810000000000077',
      'ПолучательБанк1=Алтайский филиал АО «Обской банк»',
      'ПолучательБИК=040173604',
      'ПолучательКорсчет=',
      'ВидПлатежа=',
      'ВидОплаты=01',
      'Очередность=5',
      'НазначениеПлатежа=Платежи населения за 30.10.2026 по реестру № 17 на 1 234,50 руб.',
      'КонецДокумента',
      'КонецФайла',
      '',
    ]);
  });

  it('with a purpose that no bank takes, or for nothing, are not written', () => {
    const write = (more: Partial<PaymentOrder>) => () =>
      writePaymentOrders({ ...file, orders: [{ ...order, ...more }] });
    expect(write({ purpose: 'я'.repeat(210) })).not.toThrow();
    expect(write({ purpose: 'я'.repeat(211) })).toThrow('longer than 210');
    expect(write({ amount: Money.zero })).toThrow('for nothing');
  });
});
