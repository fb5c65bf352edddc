import { formatDate } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import { encodeCyrillic } from '../cyrillic-encodings.js';
import { looksLikeReadingsRegistry, type ReadingsRegistry, readReadingsRegistry } from './read-readings-registry.js';

const HEAD = '1000000001;Иванова А. П.;10АБ123456;77;г. Барнаул, ул. Садовая, 5, кв. 1';

describe('a registry of readings', () => {
  it('is read a line an account, several registers of one number as one meter', () => {
    const text = [
      '#TYPE 1',
      `${HEAD};9;111;ХВС;01.05.2030;123,45;20.10.2026;;3;222;Свет;;1200;20.10.2026;;4;222;Свет;;611.5;20.10.2026;`,
      '',
      `0000002;О"Нил;;78;ул. Садовая, 7;8;333;;;0;20.10.2026;`,
    ].join('\r\n');
    const registry = readReadingsRegistry(windows(text));
    expect(registry.encoding).toBe('windows-1251');
    expect(registry.problems).toEqual([]);
    expect(told(registry)).toEqual([
      '2 1000000001: cold-water all №111 123.45 2026-10-20, electricity day №222 1200 2026-10-20, electricity night №222 611.5 2026-10-20',
      '4 0000002: hot-water all №333 0 2026-10-20',
    ]);
  });

  it('leaves out what is empty or has no readings', () => {
    const text = `${HEAD};9;111;ХВС;;;;;11;1;;;5;20.10.2026;;;;;;;;;8;9;;;5;20.10.2026`;
    expect(told(readReadingsRegistry(Buffer.from(text)))).toEqual(['1 1000000001: hot-water all №9 5 2026-10-20']);
  });

  it.each([
    [';Иванова;;77;адрес;9;111;;;5;20.10.2026;', 'account-missing', ';Иванова;;77;адрес;9;111;;;5;20.10.2026;'],
    [`${HEAD};99;111;;;5;20.10.2026;`, 'meter-kind-unknown', '99'],
    [`${HEAD};9;;ХВС;;5;20.10.2026;`, 'meter-number-missing', '9;;ХВС;;5;20.10.2026;'],
    [`${HEAD};9;111;;;12З;20.10.2026;`, 'value-unreadable', '12З'],
    [`${HEAD};9;111;;;NaN;20.10.2026;`, 'value-unreadable', 'NaN'],
    [`${HEAD};9;111;;;1e309;20.10.2026;`, 'value-unreadable', '1e309'],
    [`${HEAD};9;111;;;-5;20.10.2026;`, 'value-negative', '-5'],
    [`${HEAD};9;111;;;5;31.02.2026;`, 'date-unreadable', '31.02.2026'],
    [`${HEAD};9;111;;;5;20.10.2026;;9;111;;;6;20.10.2026;`, 'register-twice', '111 all'],
    [`${HEAD};9;111;;`, 'block-cut-off', '9;111;;'],
    ['', 'file-empty', ''],
  ])('names the line, the value and the reason: %s', (text, reason, value) => {
    const { problems } = readReadingsRegistry(Buffer.from(text));
    expect(problems).toEqual([{ line: 1, value, reason }]);
  });

  it('refuses forty megabytes unread', () => {
    const { rows, problems } = readReadingsRegistry(new Uint8Array(40 * 2 ** 20).fill(0x31));
    expect([rows, problems]).toEqual([[], [{ line: 1, value: '40 MB', reason: 'file-too-large' }]]);
  });

  it('is known by a line of it', () => {
    expect(looksLikeReadingsRegistry(`${HEAD};9;111;ХВС;;123;20.10.2026;`)).toBe(true);
    expect(looksLikeReadingsRegistry('Лицевой счёт;ФИО;Адрес;a;b;c;d;e;f;g;h;i')).toBe(false);
    expect(looksLikeReadingsRegistry(`${HEAD};1000.50`)).toBe(false);
  });
});

function told({ rows }: ReadingsRegistry): string[] {
  return rows.map(({ line, account, readings }) => {
    const list = readings.map(
      ({ resource, zone, serial, value, date }) =>
        `${resource} ${zone} №${serial} ${String(value)} ${formatDate(date)}`,
    );
    return `${line} ${account}: ${list.join(', ')}`;
  });
}

function windows(text: string): Uint8Array {
  const encoded = encodeCyrillic(text, 'windows-1251');
  if (!encoded.ok) throw new Error(encoded.character);
  return encoded.bytes;
}
