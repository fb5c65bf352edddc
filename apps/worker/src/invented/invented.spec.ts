import { describe, expect, it } from '@jest/globals';
import { checkCorrespondentAccount, checkInn, checkOgrn, checkSettlementAccount, parsePeriod } from '@dvor/kernel';
import { BARNAUL_SERVICES } from './barnaul-services.js';
import { Dice } from './dice.js';
import { inventHousehold } from './people.js';
import { EVEN_SEASON, inventReadings, onDial } from './readings.js';
import { inventBankAccount, inventFirm } from './requisites.js';

describe('what is invented', () => {
  it('is the same for the same seed and another for another', () => {
    const throws = (seed: string) =>
      Array.from(
        { length: 20 },
        (
          (dice) => () =>
            dice.int(1, 1_000_000)
        )(new Dice(seed)),
      );
    expect(throws('a')).toEqual(throws('a'));
    expect(throws('a')).not.toEqual(throws('b'));
    expect(inventHousehold(new Dice('a').for('flat'), 4)).toEqual(inventHousehold(new Dice('a').for('flat'), 4));
  });

  it('has right check digits', () => {
    for (const n of [1, 42, 999, 9999]) {
      const [firm, { accountNumber, bic, correspondentAccount }] = [inventFirm('ООО', n), inventBankAccount(n)];
      expect([checkInn(firm.inn), checkOgrn(firm.ogrn)]).toEqual(['ok', 'ok']);
      expect(checkSettlementAccount(accountNumber, { bik: bic })).toBe('ok');
      expect(checkCorrespondentAccount(correspondentAccount, { bik: bic })).toBe('ok');
    }
  });

  it('never runs a meter back, and reads it once a month at most', () => {
    const habit = {
      monthly: [3_000],
      day: 20,
      source: 'resident',
      forgets: 30,
      decimals: 3,
      season: EVEN_SEASON,
    } as const;
    const readings = inventReadings(new Dice('meter'), habit, {
      from: parsePeriod('2024-12'),
      to: parsePeriod('2026-10'),
      start: [100_000],
    });
    expect(readings.length).toBeLessThan(23);
    for (const [i, { amounts, date }] of readings.entries()) {
      if (i === 0) continue;
      expect(Number(amounts[0])).toBeGreaterThanOrEqual(Number(readings[i - 1]!.amounts[0]));
      expect(date - readings[i - 1]!.date).toBeGreaterThan(25);
    }
  });

  it.each([
    [12_345, 3, '12.345'],
    [7, 3, '0.007'],
    [70, 1, '7.0'],
    [7, 0, '7'],
  ])('shows %d on a dial of %d decimals as %s', (value, decimals, text) => expect(onDial(value, decimals)).toBe(text));

  it('charges tariffs without a gap from July 2024 on, and zones by their share of the plain rate', () => {
    for (const { tariffs } of Object.values(BARNAUL_SERVICES))
      for (const [i, { from, to, appliesTo }] of tariffs.entries()) {
        const next = tariffs[i + 1];
        if (to !== null) expect(next).toMatchObject({ from: to, appliesTo });
        else if (next) expect(next.from).toBeLessThan(from);
      }
    expect(BARNAUL_SERVICES.electricity.tariffs).toContainEqual(
      expect.objectContaining({ rates: { day: '6.45', night: '3.93' }, to: null }),
    );
  });
});
