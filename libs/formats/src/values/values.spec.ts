import { describe, expect, it } from '@jest/globals';
import { formatDate, parseDate } from '@dvor/kernel';
import fc from 'fast-check';
import { identifierKey, readGisIdentifier } from './gis-identifier.js';
import { type Parsed } from './parsed.js';
import { readDate } from './read-date.js';
import { readDecimal } from './read-decimal.js';
import { readPersonName } from './read-person-name.js';
import { readPhone } from './read-phone.js';
import { readShare } from './read-share.js';
import { readYesNo } from './read-yes-no.js';

describe('readDate', () => {
  const day = (text: string) => told(readDate(text), formatDate);

  it.each([
    ['31.12.2025', '2025-12-31'],
    ['1.2.2025', '2025-02-01'],
    ['31/12/25', '2025-12-31'],
    ['31-12-2025', '2025-12-31'],
    ['2025-12-31', '2025-12-31'],
    ['2025.12.31', '2025-12-31'],
    ['31.12.2025 г.', '2025-12-31'],
    ['31 декабря 2025 г.', '2025-12-31'],
    ['«31» декабря 2025 года', '2025-12-31'],
    ['1 мая 2024', '2024-05-01'],
    ['7 янв. 2024', '2024-01-07'],
    ['31.12.2025 0:00:00', '2025-12-31'],
    ['2025-12-31T09:30:00', '2025-12-31'],
    ['2025-12-31T00:00:00+07:00', '2025-12-31'],
    [' 31.12.2025\u00a0', '2025-12-31'],
    ['46022', '2025-12-31'],
    ['46022.466666', '2025-12-31'],
    ['29.02.2024', '2024-02-29'],
    ['12.03.61', '2061-03-12'],
  ])('reads %s', (text, iso) => expect(day(text)).toBe(iso));

  it.each([
    ['29.02.2025', 'date.impossible'],
    ['31.04.25', 'date.impossible'],
    ['12/31/2025', 'date.impossible'],
    ['00.00.0000', 'date.impossible'],
    ['01.01.1026', 'date.improbable'],
    ['01.01.2125', 'date.improbable'],
    ['2021-12', 'date.no-day'],
    ['12.2021', 'date.no-day'],
    ['декабрь 2021 г.', 'date.no-day'],
    ['2021', 'date.no-day'],
    ['вчера', 'date.unreadable'],
    ['', 'date.unreadable'],
    ['1.2/2025', 'date.unreadable'],
    ['123', 'date.unreadable'],
  ])('does not read %s: %s', (text, problem) => expect(day(text)).toBe(problem));

  it('puts a year of two digits where it is probable: a birthday in the past, a next check in the future', () => {
    const birthdays = { earliest: parseDate('1910-01-01'), latest: parseDate('2026-11-22') };
    expect(told(readDate('12.03.61', birthdays), formatDate)).toBe('1961-03-12');
    expect(told(readDate('12.03.19', birthdays), formatDate)).toBe('2019-03-12');
    expect(told(readDate('12.03.2061', birthdays), formatDate)).toBe('date.improbable');
    expect(told(readDate('29.02.00', { ...birthdays, latest: parseDate('1999-01-01') }), formatDate)).toBe(
      'date.improbable',
    );
  });

  it('gives back any day written in any usual way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const iso = new Date(days * 86_400_000).toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-');
        for (const text of [
          iso,
          `${dayOfMonth}.${month}.${year}`,
          `${Number(dayOfMonth)}/${Number(month)}/${year}`,
          String(days + 25_569),
        ]) {
          expect(day(text)).toBe(iso);
        }
      }),
    );
  });
});

describe('readDecimal', () => {
  const number = (text: string) => told(readDecimal(text), (value) => value.toFixed());

  it.each([
    ['1234.56', '1234.56'],
    ['1234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ['1\u00a0234\u202f567,8', '1234567.8'],
    ["1'234.50", '1234.5'],
    ['1,234,567.89', '1234567.89'],
    ['1.234.567,89', '1234567.89'],
    ['1.234.567', '1234567'],
    ['1,234', '1.234'],
    ['−5', '-5'],
    ['- 5,10', '-5.1'],
    ['(5,00)', '-5'],
    ['+7', '7'],
    ['007', '7'],
    [',5', '0.5'],
    ['5,', '5'],
    ['45,3 м²', '45.3'],
    ['45.3 кв. м', '45.3'],
    ['100 руб.', '100'],
    ['100₽', '100'],
    ['0', '0'],
  ])('reads %s as %s', (text, value) => expect(number(text)).toBe(value));

  it.each([
    ['', 'number.unreadable'],
    ['-', 'number.unreadable'],
    ['12 34', 'number.unreadable'],
    ['1.2.3', 'number.unreadable'],
    ['1,23,456', 'number.unreadable'],
    ['45,3/2', 'number.unreadable'],
    ['5-', 'number.unreadable'],
    ['(5', 'number.unreadable'],
    ['50%', 'number.unreadable'],
    ['кв. 5', 'number.unreadable'],
    ['Infinity', 'number.unreadable'],
    ['4,07E+19', 'number.rounded'],
    ['1234567890123456789', 'number.too-long'],
  ])('does not read «%s»: %s', (text, problem) => expect(number(text)).toBe(problem));

  it('gives back any sum however its thousands are parted', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.constantFrom(' ', '\u00a0', ''),
        (kopecks, gap) => {
          const plain = `${kopecks < 0n ? '-' : ''}${abs(kopecks) / 100n}.${String(abs(kopecks) % 100n).padStart(2, '0')}`;
          const written = plain.replace('.', ',').replaceAll(/(?<=\d)(?=(?:\d{3})+,)/g, gap);
          const read = readDecimal(written);
          expect(read.ok && read.value.toFixed(2)).toBe(plain === '-0.00' ? '0.00' : plain);
        },
      ),
    );
  });
});

describe('readShare', () => {
  const share = (text: string) => told(readShare(text), ({ numerator, denominator }) => `${numerator}/${denominator}`);

  it.each([
    ['1/2', '1/2'],
    ['2/4', '1/2'],
    ['1 / 3 доли', '1/3'],
    ['1/3 доля', '1/3'],
    ['½', '1/2'],
    ['50%', '1/2'],
    ['33,33 %', '3333/10000'],
    ['0,5', '1/2'],
    ['0.25', '1/4'],
    ['1', '1/1'],
    ['100%', '1/1'],
    ['целая', '1/1'],
    ['0', 'share.out-of-range'],
    ['3/2', 'share.out-of-range'],
    ['1/0', 'share.out-of-range'],
    ['-0,5', 'share.out-of-range'],
    ['50', 'share.out-of-range'],
    ['совместная', 'share.joint'],
    ['общая совместная собственность', 'share.joint'],
    ['01.фев', 'share.became-date'],
    ['2026-02-01', 'share.became-date'],
    ['01.02.2026', 'share.became-date'],
    ['половина', 'share.unreadable'],
    ['', 'share.unreadable'],
  ])('reads «%s» as %s', (text, expected) => expect(share(text)).toBe(expected));
});

describe('readPhone', () => {
  it.each([
    ['+7 (913) 123-45-67', '+79131234567'],
    ['8 913 123 45 67', '+79131234567'],
    ['89131234567', '+79131234567'],
    ['79131234567', '+79131234567'],
    ['9131234567', '+79131234567'],
    ['тел. 8-3852-12-34-56', '+73852123456'],
    ['+8 (913) 123-45-67', '+79131234567'],
    ['+49 30 1234567', '+49301234567'],
    ['12-34-56', 'phone.too-short'],
    ['891312345678', 'phone.too-long'],
    ['89131234567, 89231234567', 'phone.several'],
    ['89131234567 89231234567', 'phone.several'],
    ['123-45-67; 123-45-68', 'phone.several'],
    ['нет', 'phone.unreadable'],
    ['8 913 123 45 67 доб. 12', 'phone.unreadable'],
    ['01234567890', 'phone.too-long'],
    ['0123456789', 'phone.unreadable'],
    ['', 'phone.unreadable'],
  ])('reads «%s» as %s', (text, expected) => expect(told(readPhone(text), String)).toBe(expected));
});

describe('readYesNo', () => {
  it.each([
    ['Да', 'true'],
    ['ИСТИНА', 'true'],
    ['1', 'true'],
    ['+', 'true'],
    ['нет ', 'false'],
    ['ЛОЖЬ', 'false'],
    ['—', 'false'],
    ['', 'yes-no.unreadable'],
    ['может быть', 'yes-no.unreadable'],
  ])('reads «%s» as %s', (text, expected) => expect(told(readYesNo(text), String)).toBe(expected));
});

describe('readPersonName', () => {
  it.each([
    ['  Иванов \u00a0 Иван\tИванович ', 'Иванов Иван Иванович'],
    ['ИВАНОВ И. И.', 'ИВАНОВ И. И.'],
    ['Ивaнoв', 'Иванов'],
    ['John Петров', 'John Петров'],
    ['Тётяева Ия-Мария', 'Тётяева Ия-Мария'],
    ['', 'name.empty'],
    ['-', 'name.no-letters'],
    ['123', 'name.no-letters'],
  ])('reads «%s» as «%s»', (text, expected) => expect(told(readPersonName(text), String)).toBe(expected));
});

describe('identifiers of ГИС ЖКХ', () => {
  it.each([
    ['10АБ123456', 'unified-account', '10АБ123456'],
    ['10AB123456', 'unified-account', '10АВ123456'],
    [' 10 аб 123456 ', 'unified-account', '10АБ123456'],
    ['10AA123456–01', 'services', '10АА123456-01'],
    ['10АА123456-01-6001', 'payment-document', '10АА123456-01-6001'],
    ['10АА123456', 'services', 'identifier.unreadable'],
    ['10DF123456', 'unified-account', 'identifier.unreadable'],
    ['', 'unified-account', 'identifier.unreadable'],
  ] as const)('reads «%s» of %s as %s', (text, kind, expected) => {
    expect(told(readGisIdentifier(text, kind), String)).toBe(expected);
  });

  it('finds numbers typed on either keyboard by one key, leading zeros kept', () => {
    expect(identifierKey('лс-00 12в')).toBe(identifierKey('ЛС-0012B'));
    expect(identifierKey('0012')).not.toBe(identifierKey('12'));
  });
});

function told<Value>(result: Parsed<Value, string>, text: (value: Value) => string): string {
  return result.ok ? text(result.value) : result.problem;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
