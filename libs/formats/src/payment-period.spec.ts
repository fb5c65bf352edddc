import { describe, expect, it } from '@jest/globals';
import { formatPeriod, parsePeriod } from '@dvor/kernel';
import { formatPaymentPeriod, parsePaymentPeriod } from './payment-period.js';

describe('parsePaymentPeriod', () => {
  it.each([
    ['102026', '2026-10'],
    ['10.2026', '2026-10'],
    ['62015', '2015-06'],
    ['0521', '2021-05'],
    ['07.2023', '2023-07'],
    ['202610', '2026-10'],
    ['202012', '2020-12'],
    ['2026-10', '2026-10'],
    ['2021.05', '2021-05'],
    ['2026-10-01', '2026-10'],
    ['январь 2021', '2021-01'],
    ['Май 2026 г.', '2026-05'],
    ['марта 2026', '2026-03'],
  ])('%s is %s', (text, month) => {
    const period = parsePaymentPeriod(text);
    expect(period === null ? null : formatPeriod(period)).toBe(month);
  });

  it.each(['', '132026', '1326', '2613', '2026-13', 'месяц 2026', '10', '1020261', '001026'])(
    '«%s» is no month',
    (text) => {
      expect(parsePaymentPeriod(text)).toBeNull();
    },
  );

  it('reads what Dvor writes', () => {
    expect(formatPaymentPeriod(parsePeriod('2026-01'))).toBe('012026');
    expect(parsePaymentPeriod('012026')).toBe(parsePeriod('2026-01'));
  });
});
