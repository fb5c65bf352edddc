import { count, decimal, type LocalDate, parseDate } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type AlertBounds,
  findLeak,
  findSpike,
  likelyCause,
  type NightTold,
  similarADay,
  type Stretch,
  stretchesOf,
  weekOf,
} from './index.js';
import { meantBy } from './likely-cause.js';

const bounds: AlertBounds = {
  ...{ usualTimes: decimal('3'), similarTimes: decimal('2'), leastMonths: 3, leastDays: 10 },
  leastAMonth: {
    ...{ 'cold-water': decimal('6'), 'hot-water': decimal('6'), electricity: decimal('200') },
    ...{ gas: decimal('30'), heating: decimal('2') },
  },
  similar: { least: 3, area: decimal('0.2'), persons: 1 },
  nights: { running: 3, from: 2, to: 5, litres: decimal('0') },
};

const dial = (...shown: readonly (readonly [string, string])[]) =>
  shown.map(([date, amount]) => ({ date: parseDate(date), amounts: [amount] }));
const steady = dial(
  ...([
    ['2026-06-20', '100'],
    ['2026-07-20', '104'],
    ['2026-08-20', '108'],
    ['2026-09-20', '112'],
  ] as const),
);
const month = (amount: string, similar: string | null = null) => {
  const stretches = stretchesOf([...steady, ...dial(['2026-10-20', amount])], 5);
  const stretch = stretches.at(-1)!;
  const weighed = { resource: 'cold-water', stretch, before: stretches.slice(0, -1) } as const;
  return findSpike({ ...weighed, similarADay: similar === null ? null : decimal(similar) }, bounds);
};
const around = { resource: 'cold-water', verifiedUntil: null, persons: { before: 2, after: 2 } } as const;

describe('a spike', () => {
  it('is a month three times the meter’s own median', () => {
    expect(month('123')).toBeNull();
    expect(month('124')?.aDay.toString()).toBe('0.4');
  });

  it('is none where similar flats use nearly as much: it is the season', () => {
    expect(month('130', '0.4')).toBeNull();
    expect(month('130', '0.2')).not.toBeNull();
  });

  it('is none below what is worth a word, nor between readings of one week', () => {
    const little = stretchesOf(
      dial(['2026-06-20', '1'], ['2026-07-20', '1.5'], ['2026-08-20', '2'], ['2026-09-20', '2.5'], ['2026-10-20', '6']),
      5,
    );
    const weigh = (stretch: Stretch) =>
      findSpike({ resource: 'cold-water', stretch, before: little.slice(0, -1), similarADay: null }, bounds);
    expect(weigh(little.at(-1)!)).toBeNull();
    expect(weigh(stretchesOf(dial(['2026-09-28', '2.5'], ['2026-10-04', '40']), 5)[0]!)).toBeNull();
  });

  it('of a new meter is told by similar flats alone', () => {
    const stretch = stretchesOf(dial(['2026-09-20', '0'], ['2026-10-20', '18']), 5)[0]!;
    const weigh = (similar: string | null) =>
      findSpike(
        { resource: 'cold-water', stretch, before: [], similarADay: similar ? decimal(similar) : null },
        bounds,
      );
    expect([weigh(null), weigh('0.3')]).toEqual([null, null]);
    expect(weigh('0.2')).not.toBeNull();
  });

  it('never depends on where the dial stands, and a larger month is never less of one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 99_000 }),
        (a, b, start) => {
          const weigh = (use: number) => {
            const readings = [0, 4, 8, 12, 12 + use].map((amount, i) => ({
              date: parseDate(`2026-0${i + 5}-20`),
              amounts: [String((start + amount) % 100_000)],
            }));
            const stretches = stretchesOf(readings, 5);
            const stretch = stretches.at(-1)!;
            return (
              findSpike(
                { resource: 'cold-water', stretch, before: stretches.slice(0, -1), similarADay: null },
                bounds,
              ) !== null
            );
          };
          expect(weigh(a)).toBe(a >= 12);
          if (weigh(Math.min(a, b))) expect(weigh(Math.max(a, b))).toBe(true);
        },
      ),
    );
  });
});

describe('what is likely behind a spike', () => {
  it('is a slip of the pen where another point or two figures the other way round make it usual', () => {
    expect(likelyCause(month('1164')!, around)).toBe('digits'); // 116.4
    expect(likelyCause(month('161')!, around)).toBe('digits'); // 116
    expect(likelyCause(month('149')!, around)).toBe('cistern');
  });

  it('is somebody who moved in, a verification that is over, else what leaks', () => {
    expect(likelyCause(month('149')!, { ...around, persons: { before: 2, after: 5 } })).toBe('moved-in');
    expect(likelyCause(month('149')!, { ...around, verifiedUntil: parseDate('2026-09-30') })).toBe('verification-over');
    expect(likelyCause(month('149')!, { ...around, resource: 'electricity' })).toBe('appliance');
  });

  it('is looked for among amounts that differ from what was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999 }), (whole, fraction) => {
        const amount = fraction === 0 ? String(whole) : `${whole}.${fraction}`;
        for (const meant of meantBy(amount)) {
          expect(meant).not.toBe(amount);
          expect([...meant.replace('.', '')].sort().join('')).toBe([...amount.replace('.', '')].sort().join(''));
        }
      }),
    );
  });
});

describe('similar flats', () => {
  const flat = (premisesId: string, area: string, persons: number, aDay: string) => ({
    ...{ premisesId, area: decimal(area), persons, aDay: decimal(aDay) },
  });

  it('are of close area and as many people, and the flat is not like itself', () => {
    const asked = { premisesId: 'a', area: decimal('50'), persons: 2 };
    const others = [
      flat('a', '50', 2, '9'),
      flat('b', '44', 1, '0.1'),
      flat('c', '60', 3, '0.3'),
      flat('d', '52', 2, '0.2'),
    ];
    expect(similarADay(asked, others, bounds.similar)?.toString()).toBe('0.2');
    expect(similarADay(asked, [...others.slice(0, 3), flat('d', '75', 2, '1')], bounds.similar)).toBeNull();
    expect(similarADay(asked, [...others.slice(0, 3), flat('d', '50', 4, '1')], bounds.similar)).toBeNull();
  });
});

const today = parseDate('2026-11-02');
/** Told at 2:00, 3:00, 4:00 and 5:00, with so many litres between. */
const night = (day: number, ...flows: number[]): NightTold[] =>
  [0, ...flows].map((_, i) => ({
    day: (today + day) as LocalDate,
    minute: 120 + i * 60,
    litres: count(1000 + flows.slice(0, i).reduce((sum, flow) => sum + flow, 0)),
  }));

describe('a leak', () => {
  it('is water that never stood still three nights running', () => {
    const leak = findLeak([...night(-2, 9, 8, 8), ...night(-1, 7, 9, 9), ...night(0, 8, 8, 8)], today, bounds.nights);
    expect(leak).toMatchObject({ nights: 3, since: today - 2, last: today });
    expect(leak!.litresAnHour.toString()).toBe('7');
  });

  it('is none where it stood still for an hour, a night was not told, or all that is long ago', () => {
    const leaks = (...nights: NightTold[][]) => findLeak(nights.flat(), today, bounds.nights) !== null;
    expect(leaks(night(-2, 9, 9), night(-1, 9, 0, 9), night(0, 9, 9))).toBe(false);
    expect(leaks(night(-3, 9), night(-2, 9), night(0, 9))).toBe(false);
    expect(leaks(night(-2, 9), night(-1), night(0, 9))).toBe(false);
    expect(leaks(night(-9, 9), night(-8, 9), night(-7, 9))).toBe(false);
    expect(leaks()).toBe(false);
  });

  it('is as long as the nights that run up to the last one', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), (ran) => {
        const told = ran.flatMap((runs, i) => night(i - ran.length + 1, runs ? 5 : 0, runs ? 5 : 0));
        const still = ran.toReversed().indexOf(false);
        const running = still < 0 ? ran.length : still;
        expect(findLeak(told, today, bounds.nights)?.nights ?? 0).toBe(running >= 3 ? running : 0);
      }),
    );
  });
});

it('weeks begin on Mondays', () => {
  expect(weekOf(parseDate('2026-11-02'))).toBe(parseDate('2026-11-02'));
  expect(weekOf(parseDate('2026-11-08'))).toBe(parseDate('2026-11-02'));
  expect(weekOf(parseDate('1969-12-31'))).toBe(parseDate('1969-12-29'));
});
