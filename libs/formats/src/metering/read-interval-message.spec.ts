import { formatDate } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeCyrillic } from '../cyrillic-encodings.js';
import { readIntervalMessage } from './read-interval-message.js';

describe('a day of metering points', () => {
  it('is read with its sender, areas, points, channels and intervals', () => {
    const { encoding, message, problems } = readIntervalMessage(windows(dayOf({ values: Array(48).fill('1,5') })));
    expect(problems).toEqual([]);
    expect(encoding).toBe('windows-1251');
    expect(message).toMatchObject({ number: 810, sender: { inn: '5000000009', name: 'АО «Сбыт»  Север' } });
    expect(formatDate(message!.day)).toBe('2026-10-20');
    const [point] = message!.areas[0]!.points;
    expect(point).toMatchObject({ code: '772000000000101', name: 'Ввод 1, дом 5' });
    expect(point!.channels[0]!.intervals.at(-1)).toMatchObject({ start: 1410, end: 1440 });
    expect(String(point!.channels[0]!.total)).toBe('72');
  });

  it('is read in any order of its elements, by hours as well, with a comment before the root', () => {
    const text = `<?xml version="1.0"?><!-- made by hand --><message number="7" version="2" class="80020">
      <area><measuringpoint name="a" code="1"><measuringchannel code="1">${periods(24, Array(24).fill('2'))}</measuringchannel></measuringpoint><inn>77</inn></area>
      <sender><name>x</name><inn>50</inn></sender><datetime><day>20261020</day></datetime></message>`;
    const { message, problems } = readIntervalMessage(Buffer.from(text));
    expect(problems).toEqual([]);
    expect(String(message!.areas[0]!.points[0]!.channels[0]!.total)).toBe('48');
    expect(message!.areas[0]!.inn).toBe('77');
  });

  it('does not take an unknown value for zero', () => {
    const values = Array<string>(48).fill('1');
    const { message, problems } = readIntervalMessage(windows(dayOf({ values, doubtful: { 3: '', 5: '4' } })));
    const [channel] = message!.areas[0]!.points[0]!.channels;
    expect(problems).toEqual([]);
    expect(channel!.intervals[3]).toMatchObject({ value: null, doubtful: true });
    expect(String(channel!.intervals[5]!.value)).toBe('4');
    expect(channel!.total).toBeNull();
  });

  it.each([
    ['', 'value-missing', ''],
    ['1e309', 'value-unreadable', '1e309'],
    ['NaN', 'value-unreadable', 'NaN'],
    ['12З', 'value-unreadable', '12З'],
    ['-1', 'value-negative', '-1'],
  ])('names the line of a value «%s»: %s', (text, reason, value) => {
    const values = Array<string>(48).fill('1');
    values[2] = text;
    const { message, problems } = readIntervalMessage(windows(dayOf({ values })));
    expect(problems).toEqual([{ line: 11, value, reason }]);
    expect(message!.areas[0]!.points[0]!.channels[0]!.total).toBeNull();
  });

  it('tells of hours that are missing or stand twice', () => {
    const gap = dayOf({ values: Array<string>(48).fill('1') }).replace(/\n<period start="0100".*/, '');
    expect(readIntervalMessage(windows(gap)).problems).toEqual([
      { line: 8, value: '772000000000101/01: 0.5 h', reason: 'intervals-missing' },
    ]);
    const twice = dayOf({ values: Array<string>(48).fill('1') }).replace(
      'start="0100" end="0130"',
      'start="0030" end="0130"',
    );
    expect(readIntervalMessage(windows(twice)).problems.map(({ reason }) => reason)).toEqual([
      'interval-twice',
      'intervals-missing',
    ]);
  });

  it.each([
    ['nothing', '', 'file-empty'],
    ['another kind of message', '<message class="80040" number="1"/>', 'class-other'],
    ['another document', '<Файл/>', 'class-other'],
    ['no day', '<message class="80020" number="1"/>', 'day-unreadable'],
    [
      'a day that is none',
      '<message class="80020" number="1"><datetime><day>20260230</day></datetime></message>',
      'day-unreadable',
    ],
    ['no number', '<message class="80020"><datetime><day>20261020</day></datetime></message>', 'number-unreadable'],
    ['a document type', '<!DOCTYPE m [<!ENTITY a "b">]><message class="80020" number="1"/>', 'xml-broken'],
  ])('refuses %s', (_, text, reason) => {
    const { message, problems } = readIntervalMessage(Buffer.from(text));
    expect(message).toBeNull();
    expect(problems[0]!.reason).toBe(reason);
  });

  it('takes nothing of a file that was cut off, wherever', () => {
    const whole = windows(dayOf({ values: Array(48).fill('1') }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 12 }), (length) => {
        const { message, problems } = readIntervalMessage(whole.subarray(0, length));
        expect(message).toBeNull();
        expect(problems).toHaveLength(1);
      }),
    );
  });

  it('refuses a file of forty megabytes unread', () => {
    expect(readIntervalMessage(new Uint8Array(40 * 2 ** 20)).problems).toEqual([
      { line: 1, value: '40 MB', reason: 'file-too-large' },
    ]);
  });
});

function dayOf({ values, doubtful = {} }: { values: readonly string[]; doubtful?: Record<number, string> }): string {
  return `<?xml version="1.0"?>
<message class="80020" version="2" number="810">
<datetime><timestamp>20261021003000</timestamp><daylightsavingtime>0</daylightsavingtime><day>20261020</day></datetime>
<sender><inn>5000000009</inn><name>АО «Сбыт»  Север</name></sender>
<area timezone="1">
<inn>7700000001</inn><name>Двор</name>
<measuringpoint code="772000000000101" name="Ввод 1, дом 5">
<measuringchannel code="01" desc="А+">${periods(48, values, doubtful)}
</measuringchannel></measuringpoint>
</area>
</message>
`;
}

function periods(count: number, values: readonly string[], doubtful: Record<number, string> = {}): string {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`;
  const length = 1440 / count;
  return values
    .map((value, i) => {
      const told = i in doubtful ? `<value status="1">${doubtful[i]}</value>` : `<value>${value}</value>`;
      return `\n<period start="${clock(i * length)}" end="${clock((i + 1) * length)}">${told}</period>`;
    })
    .join('');
}

function windows(text: string): Uint8Array {
  const encoded = encodeCyrillic(text, 'windows-1251');
  if (!encoded.ok) throw new Error(encoded.character);
  return encoded.bytes;
}
