import { describe, expect, it } from '@jest/globals';
import { unbrokenAddress } from './address.js';
import { formatCount, formatShare } from './count.js';
import { formatDay, formatDuration, formatLastDay, formatLongDay, formatMonth } from './dates.js';
import { formatDecimalText } from './decimal-text.js';
import { formatMoney, sumMoney } from './money.js';
import { decimalsShown, formatQuantity, formatVolume, sumQuantities } from './quantity.js';

const NARROW = '\u202f';

describe('money', () => {
  it('sets thousands apart with narrow no-break spaces and kopecks by a comma', () => {
    expect(formatMoney('12345.67', 'ru')).toBe(`12${NARROW}345,67${NARROW}₽`);
    expect(formatMoney('1234567.5', 'ru', { currency: false })).toBe(`1${NARROW}234${NARROW}567,50`);
    expect(formatMoney('999', 'ru', { currency: false })).toBe('999,00');
  });

  it('writes a true minus, and a plus only when asked', () => {
    expect(formatMoney('-0.05', 'ru', { currency: false })).toBe('\u22120,05');
    expect(formatMoney('412.30', 'ru', { signed: true, currency: false })).toBe('+412,30');
    expect(formatMoney('0.00', 'ru', { signed: true, currency: false })).toBe('0,00');
    expect(formatMoney('-0.00', 'ru', { currency: false })).toBe('0,00');
  });

  it('keeps the spaces and changes the decimal mark in English', () => {
    expect(formatMoney('12345.67', 'en')).toBe(`12${NARROW}345.67${NARROW}₽`);
  });

  it('shows sums that a float would spoil', () => {
    expect(formatMoney('9007199254740993.01', 'ru', { currency: false })).toBe(
      ['9', '007', '199', '254', '740', '993,01'].join(NARROW),
    );
    expect(sumMoney(['0.10', '0.20', '-0.30'])).toBe('0.00');
  });
});

describe('volumes', () => {
  it('keeps every decimal that means something', () => {
    expect(formatVolume('5.123000', 'м³', 'ru')).toBe(`5,123${NARROW}м³`);
    expect(formatVolume('0.198575', 'Гкал', 'ru')).toBe(`0,198575${NARROW}Гкал`);
    expect(formatVolume('0.5', 'Гкал', 'en')).toBe(`0.5${NARROW}Gcal`);
    expect(formatQuantity('1.23456', 'м³', 'ru')).toBe('1,23456');
    expect(formatQuantity('2.767741935484', 'м³', 'ru')).toBe('2,767742');
    expect(formatQuantity('0.181040000000', 'Гкал', 'ru')).toBe('0,18104');
  });

  it('shows whole cubic metres as a meter does, and whole persons without decimals', () => {
    expect(formatQuantity('8', 'м³', 'ru')).toBe('8,000');
    expect(formatQuantity('3.000', 'чел.', 'ru')).toBe('3');
    expect(formatQuantity('54.30', 'м²', 'ru')).toBe('54,3');
    expect(formatQuantity('100', 'кВт·ч', 'ru')).toBe('100');
    expect(decimalsShown('0.198575', 'Гкал')).toBe(6);
  });

  it('adds areas exactly', () => {
    expect(sumQuantities(['0.1', '0.2', '5413.70'])).toBe('5414');
  });

  it('shows what is not a number as it came', () => {
    expect(formatDecimalText('—', 'ru')).toBe('—');
  });
});

describe('addresses', () => {
  it('keep a number with its word', () => {
    expect(unbrokenAddress('г. Барнаул, ул. Антона Петрова, д. 14, кв. 1').split(' ')).toEqual([
      'г.\u00a0Барнаул,',
      'ул.\u00a0Антона',
      'Петрова,',
      'д.\u00a014,',
      'кв.\u00a01',
    ]);
  });
});

describe('dates and counts', () => {
  it('writes months, days and long days in the language of the reader', () => {
    expect(formatMonth('2026-10', 'ru')).toBe('октябрь 2026');
    expect(formatMonth('2026-10', 'en')).toBe('October 2026');
    expect(formatDay('2026-11-21', 'ru')).toBe('21.11.2026');
    expect(formatDay('2026-11-01', 'en')).toBe('1 Nov 2026');
    expect(formatLongDay('2026-12-15', 'ru')).toBe('15 декабря');
    expect(formatDay('someday', 'ru')).toBe('someday');
    expect(formatLastDay('2026-10-01', 'ru')).toBe('30.09.2026');
  });

  it('says how long in one or two words', () => {
    expect(formatDuration(12.4, 'ru')).toBe('12 с');
    expect(formatDuration(125, 'ru')).toBe('2 мин');
    expect(formatDuration(7500, 'ru')).toBe('2 ч 5 мин');
    expect(formatDuration(400_000, 'en')).toBe('4 d');
  });

  it('shows 100 % only when all is done', () => {
    expect(formatShare(99_999, 100_000)).toBe(`99${NARROW}%`);
    expect(formatShare(3, 3)).toBe(`100${NARROW}%`);
    expect(formatShare(0, 0)).toBe(`0${NARROW}%`);
    expect(formatCount(12345, 'ru')).toBe(`12${NARROW}345`);
  });
});
