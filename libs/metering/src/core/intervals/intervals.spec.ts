import { addDays, decimal, type LocalDate, parseDate, sum } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  actionOnMonth,
  byZonesOfDay,
  countDays,
  type CountedDay,
  type CountedPart,
  dialAfter,
  outcomeOfDay,
  readHours,
  totalsOfDay,
  zoneClock,
} from './index.js';

const since = parseDate('2026-10-01');
const HOURS = { night: readHours('23:00-07:00'), peak: readHours('07:00-10:00,17:00-21:00') };

const halfHours = (kWh: (i: number) => string | null): CountedPart[] =>
  Array.from({ length: 48 }, (_, i) => [i * 30, i * 30 + 30, kWh(i), false]);
const dayOf = (day: LocalDate, parts: readonly CountedPart[]): [LocalDate, CountedDay] => [
  day,
  { day, ...totalsOfDay(parts), parts },
];

describe('a day of half-hours', () => {
  it('has a total only where each of them is known', () => {
    expect(totalsOfDay(halfHours(() => '1.5'))).toMatchObject({ total: '72', known: '72' });
    expect(totalsOfDay(halfHours((i) => (i === 3 ? null : '1')))).toMatchObject({
      ...{ total: null, known: '47', unknownMinutes: 30, missingMinutes: 0 },
    });
    expect(totalsOfDay(halfHours(() => '1').slice(2))).toMatchObject({ total: null, known: '46', missingMinutes: 60 });
  });

  it('counts what is known and not commercial, and tells it', () => {
    const parts = halfHours(() => '1').map(([from, to, kWh], i): CountedPart => [from, to, kWh, i < 4]);
    expect(totalsOfDay(parts)).toMatchObject({ total: '48', doubtfulMinutes: 120 });
  });

  it('falls apart into zones that add up to it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 48, maxLength: 48 }),
        fc.constantFrom(['day', 'night'], ['peak', 'half-peak', 'night']),
        (watts, zones) => {
          const parts = halfHours((i) => `${watts[i]! / 1000}`);
          const byZone = byZonesOfDay(parts, zoneClock(zones, HOURS)!)!;
          expect(sum([...byZone.values()]).toString()).toBe(totalsOfDay(parts).total);
        },
      ),
    );
  });

  it('gives the night the hours from eleven to seven', () => {
    const byZone = byZonesOfDay(
      halfHours(() => '1'),
      zoneClock(['day', 'night'], HOURS)!,
    )!;
    expect(Object.fromEntries([...byZone].map(([zone, kWh]) => [zone, String(kWh)]))).toEqual({
      day: '32',
      night: '16',
    });
    const three = byZonesOfDay(
      halfHours(() => '1'),
      zoneClock(['peak', 'half-peak', 'night'], HOURS)!,
    )!;
    expect(Object.fromEntries([...three].map(([zone, kWh]) => [zone, String(kWh)]))).toEqual({
      ...{ peak: '14', 'half-peak': '18', night: '16' },
    });
    expect(zoneClock(['a', 'b'], HOURS)).toBeNull();
  });

  it('whose part lies in two zones is in none', () => {
    expect(byZonesOfDay([[360, 480, '5', false]], zoneClock(['day', 'night'], HOURS)!)).toBeNull();
  });
});

describe('a day sent again', () => {
  const version = (number: number, intervals = 'a') => ({ number, intervals });
  it.each([
    ['the first time', version(810), [], 'new'],
    ['under a higher number', version(817, 'b'), [version(810)], 'replaces'],
    ['under a lower number', version(805, 'b'), [version(810), version(817)], 'older'],
    ['the same again', version(810), [version(810), version(817)], 'same'],
    ['under the same number with something else', version(810, 'b'), [version(810)], 'differs'],
  ])('%s', (_, sent, standing, outcome) => expect(outcomeOfDay(sent, standing)).toBe(outcome));
});

describe('days of a month', () => {
  const month = { from: since, to: addDays(since, 31) };
  const all = (but: ReadonlyMap<number, CountedPart[]> = new Map()) =>
    new Map(
      Array.from({ length: 31 }, (_, i) => dayOf(addDays(since, i), but.get(i) ?? halfHours(() => '0.5'))).filter(
        ([, { parts }]) => parts!.length > 0,
      ),
    );
  const linked = [{ from: since, to: null }];
  const of = { linked, zones: ['all'], zoneAt: () => 'all' };

  it('add up where all of them are whole', () => {
    expect(countDays(month, all(), of)).toEqual({ volume: '744', known: '744', gaps: [], doubtfulMinutes: 0 });
  });

  it('have no volume else, and say which days are wanting and why', () => {
    const but = new Map<number, CountedPart[]>([
      [3, []],
      [4, []],
      [9, halfHours((i) => (i === 0 ? null : '0.5'))],
      [10, halfHours(() => '0.5').slice(1)],
    ]);
    const { volume, known, gaps } = countDays(month, all(but), {
      ...of,
      linked: [{ from: addDays(since, 1), to: null }],
    });
    expect([volume, known]).toEqual([null, '671']);
    expect(gaps.map(({ from, to, reason }) => `${from - since + 1}-${to - since} ${reason}`)).toEqual([
      '1-1 not-linked',
      '4-5 not-sent',
      '10-10 unknown',
      '11-11 hours-missing',
    ]);
  });

  it('are told apart by zones', () => {
    const zoneAt = zoneClock(['day', 'night'], HOURS);
    expect(countDays(month, all(), { linked, zones: ['day', 'night'], zoneAt })).toMatchObject({
      volume: { day: '496', night: '248' },
    });
    expect(countDays(month, all(), { linked, zones: ['x', 'y'], zoneAt: null })).toMatchObject({
      ...{ volume: null, gaps: [{ reason: 'zones' }] },
    });
  });
});

describe('a dial', () => {
  it('turns over after its last figure', () => {
    const meter = { zones: ['day', 'night'], digits: 5, scale: 1 };
    expect(dialAfter(['99998.5', '10'], { day: '4', night: '0.26' }, meter)).toEqual({ day: '2.5', night: '10.3' });
  });

  it('never shows less than before but where it turned', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(5_000), (before, more) => {
        const shown = decimal(
          dialAfter([String(before)], String(more), { zones: ['all'], digits: 5, scale: 3 }) as string,
        );
        expect(shown.toString()).toBe(String((before + more) % 100_000));
      }),
    );
  });
});

describe('a month whose days have changed', () => {
  const byDays = { value: '100', byDays: true };
  const typed = { value: '100', byDays: false };
  const usual = { counted: '120', doubtful: false, standing: null, byItself: true, takenBack: false };
  it.each([
    ['goes into the books by itself', {}, 'enter'],
    ['is offered where a person enters', { byItself: false }, 'offer'],
    ['is offered where a part is not commercial', { doubtful: true }, 'offer'],
    ['corrects what days have brought', { standing: byDays }, 'enter'],
    ['does not touch what a person has typed', { standing: typed }, 'differs'],
    ['changes nothing where the books say so already', { counted: '100', standing: typed }, 'same'],
    ['waits until it is whole', { counted: null }, 'wait'],
    ['is told where it is not whole any more', { counted: null, standing: byDays }, 'broken'],
    ['leaves what was typed alone', { counted: null, standing: typed }, 'wait'],
    ['is forgotten with the file that has brought it', { counted: null, standing: byDays, takenBack: true }, 'forget'],
  ])('%s', (_, told, action) => expect(actionOnMonth({ ...usual, ...told })).toBe(action));
});
