import type { LawParameter } from '@dvor/catalogue/core';
import { type LocalDate, parseDateRange, tryParseDate } from '@dvor/kernel';

/**
 * The product's own table of penalties, as the law calendar holds it on the day of installation: cases and previews that
 * know no database reckon by it. A spec compares it with the database row by row.
 */
export const PUBLISHED_PENALTY_LAW: readonly LawParameter[] = [
  ...rows('payment-due-day', [
    ['[2005-03-01,2026-02-01)', 10],
    ['[2026-02-01,)', 15],
  ]),
  ...rows('penalty.free-days', [
    ['[2005-03-01,2016-01-01)', 0],
    ['[2016-01-01,)', 30],
  ]),
  ...rows('penalty.divisor', [
    ['[2005-03-01,2016-01-01)', 300],
    ['[2016-01-01,)', 300],
  ]),
  ...rows('penalty.raised-from-day', [
    ['[2005-03-01,2016-01-01)', 'none'],
    ['[2016-01-01,)', 91],
  ]),
  ...rows('penalty.raised-divisor', [['[2016-01-01,)', 130]]),
  ...rows('penalty.capital-repair.free-days', [['[2018-01-01,)', 30]]),
  ...rows('penalty.capital-repair.divisor', [['[2016-01-01,)', 300]]),
  ...rows('penalty.rate-cap', [
    ['[2005-03-01,2016-01-01)', 'none'],
    ['[2016-01-01,2022-02-28)', 'none'],
    ['[2022-02-28,2022-08-01)', '9.5 fixed'],
    ['[2022-08-01,2023-01-01)', '9.5'],
    ['[2023-01-01,2024-01-01)', '9.5'],
    ['[2024-01-01,2025-01-01)', '9.5'],
    ['[2025-01-01,2027-01-01)', '9.5'],
  ]),
  ...rows('penalty.moratorium', [
    ['[2005-03-01,2016-01-01)', 'none'],
    ['[2016-01-01,2020-04-06)', 'none'],
    ['[2020-04-06,2021-01-01)', 'all'],
    ['[2021-01-01,2022-04-01)', 'none'],
    ['[2022-04-01,2022-10-02)', 'arisen-before'],
    ['[2022-10-02,)', 'none'],
  ]),
  ...rows('refinancing-rate', [
    ['[2012-09-14,2016-01-01)', '8.25'],
    ['[2016-01-01,)', 'key-rate'],
  ]),
  ...keyRates(
    '2013-09-13 5.5 | 2014-03-03 7 | 2014-04-28 7.5 | 2014-07-28 8 | 2014-11-05 9.5 | 2014-12-12 10.5 | 2014-12-16 17 |' +
      '2015-02-02 15 | 2015-03-16 14 | 2015-05-05 12.5 | 2015-06-16 11.5 | 2015-08-03 11 | 2016-06-14 10.5 | 2016-09-19 10 |' +
      '2017-03-27 9.75 | 2017-05-02 9.25 | 2017-06-19 9 | 2017-09-18 8.5 | 2017-10-30 8.25 | 2017-12-18 7.75 |' +
      '2018-02-12 7.5 | 2018-03-26 7.25 | 2018-09-17 7.5 | 2018-12-17 7.75 | 2019-06-17 7.5 | 2019-07-29 7.25 |' +
      '2019-09-09 7 | 2019-10-28 6.5 | 2019-12-16 6.25 | 2020-02-10 6 | 2020-04-27 5.5 | 2020-06-22 4.5 | 2020-07-27 4.25 |' +
      '2021-03-22 4.5 | 2021-04-26 5 | 2021-06-15 5.5 | 2021-07-26 6.5 | 2021-09-13 6.75 | 2021-10-25 7.5 | 2021-12-20 8.5 |' +
      '2022-02-14 9.5 | 2022-02-28 20 | 2022-04-11 17 | 2022-05-04 14 | 2022-05-27 11 | 2022-06-14 9.5 | 2022-07-25 8 |' +
      '2022-09-19 7.5 | 2023-07-24 8.5 | 2023-08-15 12 | 2023-09-18 13 | 2023-10-30 15 | 2023-12-18 16 | 2024-07-29 18 |' +
      '2024-09-16 19 | 2024-10-28 21 | 2025-06-09 20 | 2025-07-28 18 | 2025-09-15 17 | 2025-10-27 16.5 | 2025-12-22 16 |' +
      '2026-02-16 15.5 | 2026-03-23 15 | 2026-04-27 14.5 | 2026-06-22 14.25 | 2026-07-27 14',
  ),
];

/** Codes of the law calendar that penalties are reckoned by. */
export const PENALTY_LAW_CODES: readonly string[] = [...new Set(PUBLISHED_PENALTY_LAW.map(({ code }) => code))];

function rows(code: string, values: readonly (readonly [string, number | string])[]): LawParameter[] {
  return values.map(([days, value]) => ({ code, value, ...parseDateRange(days), act: '', clause: '' }));
}

/** `2026-06-22 14.25 | 2026-07-27 14`: each until the next. */
function keyRates(decided: string): LawParameter[] {
  const list = decided.split('|').map((one) => one.trim().split(' ') as [string, string]);
  const day = (i: number): LocalDate | null => (list[i] ? tryParseDate(list[i][0]) : null);
  return list.map(([, value], i) => ({ code: 'key-rate', value, from: day(i)!, to: day(i + 1), act: '', clause: '' }));
}
