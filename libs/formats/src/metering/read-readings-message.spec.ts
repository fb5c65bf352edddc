import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ReadingsMessage, readReadingsMessage, type SaidMeter } from './read-readings-message.js';

describe('a message with readings', () => {
  it.each([
    ['ХВС 123 ГВС 45', 'cold-water 123, hot-water 45'],
    ['гвс 45 хвс 123', 'hot-water 45, cold-water 123'],
    ['хвс123 гвс45', 'cold-water 123, hot-water 45'],
    ['хвс123,4', 'cold-water 123.4'],
    ['хвс1 12 хвс2 15', 'cold-water/1 12, cold-water/2 15'],
    ['ХВС:123,4; ГВС=45.678', 'cold-water 123.4, hot-water 45.678'],
    ['ХВС-123, ГВС-45.', 'cold-water 123, hot-water 45'],
    ['123 хвс 45 гвс', 'hot-water 45, cold-water 123'],
    ['XBC 123', 'cold-water 123'],
    ['hvs 123 gvs 45 svet 300', 'cold-water 123, hot-water 45, electricity 300'],
    ['Холодная вода 12 горячая вода 7', 'cold-water 12, hot-water 7'],
    ['х/в 12 г/в 7', 'cold-water 12, hot-water 7'],
    ['хвс 12 15 гвс 7', 'cold-water 12 15, hot-water 7'],
    ['свет день 1200 ночь 611', 'electricity:day 1200, electricity:night 611'],
    ['Т1 1200 Т2 611,5', 'electricity:1 1200, electricity:2 611.5'],
    ['Эл.энергия пик 10, полупик 20, ночь 30', 'electricity:peak 10, electricity:half-peak 20, electricity:night 30'],
    ['Добрый день! Показания за ноябрь: хвс 12 м3, свет 300 кВт*ч. Спасибо', 'cold-water 12, electricity 300'],
    ['газ 0055', 'gas 55'],
    ['№ 12345678 123,5', '№12345678 123.5'],
    ['счётчик 12345678: 123', '№12345678 123'],
    ['ЛС 1000000001 ХВС 123', '1000000001: cold-water 123'],
    ['1000000001 ХВС 123', '1000000001: cold-water 123'],
    ['#1000000001#778899#123.5', '1000000001: №778899 123.5'],
  ])('reads «%s»', (text, expected) => expect(told(readReadingsMessage(text))).toBe(expected));

  it.each([
    ['', 'message.empty '],
    ['Спасибо!', 'message.empty Спасибо!'],
    ['ХВС', 'message.number-missing хвс'],
    ['ХВС 123 ГВС', 'message.number-missing гвс'],
    ['123', 'message.number-alone 123'],
    ['вода 12', 'message.number-alone 12'],
    ['ХВС 12З', 'message.number-unreadable 12з'],
    ['ХВС 1e309', 'message.number-unreadable 1e309'],
    ['ХВС NaN', 'message.word-unknown nan; message.number-missing хвс'],
    ['ХВС -5', 'message.number-negative -5'],
    ['ХВС 1.23456', 'message.number-unreadable 1.23456'],
    ['ХВС 12 хвс 13', 'message.named-twice хвс'],
    ['ХВС 12 квас 3', 'message.word-unknown квас'],
  ])('does not guess at «%s»', (text, expected) => {
    const { problems } = readReadingsMessage(text);
    expect(problems.map(({ code, said }) => `${code} ${said}`).join('; ')).toBe(expected);
  });

  it('does not read a letter that somebody forwarded', () => {
    expect(readReadingsMessage('хвс 1 '.repeat(200)).problems[0]?.code).toBe('message.too-long');
  });

  it('reads the same whatever the order, the case and the separators', () => {
    const names = ['хвс', 'гвс', 'газ', 'свет'] as const;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
        fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 4, maxLength: 4 }),
        fc.constantFrom(' ', ': ', '=', ' - '),
        fc.constantFrom(' ', ', ', '; ', '\n'),
        fc.boolean(),
        (chosen, values, is, and, capitals) => {
          const text = chosen.map((name, i) => `${name}${is}${values[i]}`).join(and);
          const plain = chosen.map((name, i) => `${name} ${values[i]}`).join(' ');
          expect(told(readReadingsMessage(capitals ? text.toUpperCase() : text))).toBe(
            told(readReadingsMessage(plain)),
          );
          expect(readReadingsMessage(text).readings).toHaveLength(chosen.length);
        },
      ),
    );
  });

  it('says something of any text at all', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (text) => {
        const { readings, problems } = readReadingsMessage(text);
        expect(readings.length + problems.length).toBeGreaterThan(0);
      }),
    );
  });
});

function told({ account, readings, problems }: ReadingsMessage): string {
  if (problems.length > 0) return problems.map(({ code, said }) => `${code} ${said}`).join('; ');
  const list = readings.map(({ meter, values }) => `${named(meter)} ${values.map(String).join(' ')}`).join(', ');
  return account === null ? list : `${account}: ${list}`;
}

function named(meter: SaidMeter): string {
  if ('serial' in meter) return `№${meter.serial}`;
  const { resource, place, zone } = meter;
  return `${resource}${place === null ? '' : `/${place}`}${zone === null ? '' : `:${zone}`}`;
}
