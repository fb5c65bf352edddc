import { describe, expect, it } from '@jest/globals';
import { decimal, Money, parseDate } from '@dvor/kernel';
import {
  changeText,
  dateInWords,
  dateText,
  dayInWords,
  moneyOrBlank,
  moneyOrDash,
  tariffText,
  volumeText,
} from './render-figures.js';
import { moneyText } from './core/index.js';

/** No-break spaces written as plain ones. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('figures on a receipt', () => {
  it('writes money with thousands apart, a comma and a true minus', () => {
    expect(plain(moneyText(Money.parse('12345.67')))).toBe('12 345,67');
    expect(plain(moneyText(Money.parse('-1234567.8')))).toBe('−1 234 567,80');
    expect(moneyText(Money.parse('999'))).toBe('999,00');
    expect(moneyText(Money.parse('12345.67'))).not.toContain(' ');
  });

  it('writes zero as the place asks', () => {
    expect([moneyText, moneyOrDash, moneyOrBlank, changeText].map((write) => write(Money.zero))).toEqual([
      '0,00',
      '—',
      '',
      '0,00',
    ]);
  });

  it('writes a change with its sign', () => {
    expect(changeText(Money.parse('412.3'))).toBe('+412,30');
    expect(changeText(Money.parse('-5'))).toBe('−5,00');
  });

  it('writes volumes as exact as they are and tariffs to the kopeck at least', () => {
    expect(volumeText(decimal('5.123'))).toBe('5,123');
    expect(volumeText(decimal('187.00'))).toBe('187');
    expect(plain(volumeText(decimal('12994.2')))).toBe('12 994,2');
    expect(volumeText(null)).toBe('');
    expect(tariffText(decimal('65'))).toBe('65,00');
    expect(tariffText(decimal('42.3'))).toBe('42,30');
    expect(tariffText(decimal('1.2345'))).toBe('1,2345');
    expect(plain(tariffText(decimal('3649.58')))).toBe('3 649,58');
  });

  it('writes days in figures and in words', () => {
    const day = parseDate('2026-11-05');
    expect(dateText(day)).toBe('05.11.2026');
    expect(plain(dayInWords(day))).toBe('5 ноября');
    expect(plain(dateInWords(day))).toBe('5 ноября 2026');
  });
});
