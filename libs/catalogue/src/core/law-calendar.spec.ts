import { type LocalDate, parseDate } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import { lawEntryOf, type LawVersion } from './index.js';

const version = (value: string, from: string, to: string | null): LawVersion => ({
  ...{ value, act: 'Закон', clause: 'ст. 1', certainty: 'verified', note: null },
  from: parseDate(from),
  to: to === null ? null : parseDate(to),
});
const standingOn = (versions: LawVersion[], on: string) => {
  const { standing, current, next, daysLeft } = lawEntryOf('key-rate', versions, parseDate(on) as LocalDate);
  return [standing, current?.value ?? null, next?.value ?? null, daysLeft];
};

describe('a parameter of law', () => {
  const old = version('10', '2020-01-01', '2026-02-01');

  it.each<[string, LawVersion[], string, unknown[]]>([
    ['holds', [version('15', '2026-02-01', null)], '2026-03-01', ['holds', '15', null, null]],
    ['changes', [version('15', '2026-02-01', null), old], '2026-01-31', ['changes', '10', '15', 1]],
    ['expires', [old], '2026-01-01', ['expires', '10', null, 31]],
    [
      'expires where days lie between',
      [old, version('15', '2026-03-01', null)],
      '2026-01-31',
      ['expires', '10', '15', 1],
    ],
    ['is expired', [old], '2026-02-01', ['expired', null, null, null]],
    ['begins', [old], '2019-12-31', ['begins', null, '10', 1]],
  ])('%s', (_, versions, on, expected) => {
    expect(standingOn(versions, on)).toEqual(expected);
  });
});
