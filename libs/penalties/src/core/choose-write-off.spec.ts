import { Money, parsePeriod, type ServiceId, type SupplierId } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import { chooseWriteOff, namedWriteOff, type OwedPlace, type WriteOffChoice } from './choose-write-off.js';

const place = (month: string, kind: OwedPlace['kind'], roubles: string, service = '1'): OwedPlace => ({
  recipientId: '1' as SupplierId,
  serviceId: service as ServiceId,
  origin: parsePeriod(month),
  kind,
  amount: Money.parse(roubles),
});
const debt = [
  place('2026-02', 'charge', '300.00'),
  place('2022-01', 'charge', '100.00'),
  place('2022-01', 'penalty', '20.00'),
  place('2026-02', 'penalty', '5.00'),
  place('2025-01', 'charge', '-50.00'),
];
const chosen = (choice: Partial<WriteOffChoice>) =>
  chooseWriteOff(debt, { of: 'all', upTo: null, amount: null, ...choice }).map(
    ({ kind, amount, was }) => `${kind} ${amount} of ${was}`,
  );

describe('choosing what to write off', () => {
  it('takes penalties, dues or both, up to a month', () => {
    expect(chosen({ of: 'penalties' })).toEqual(['penalty 20.00 of 20.00', 'penalty 5.00 of 5.00']);
    expect(chosen({ of: 'principal', upTo: parsePeriod('2023-01') })).toEqual(['charge 100.00 of 100.00']);
    expect(chosen({})).toHaveLength(4); // what is paid ahead is no debt
    expect(chosen({ upTo: parsePeriod('2020-01') })).toEqual([]);
  });

  it('takes a sum from the oldest on', () => {
    expect(chosen({ amount: Money.parse('130.00') })).toEqual([
      'charge 100.00 of 100.00',
      'penalty 20.00 of 20.00',
      'charge 10.00 of 300.00',
    ]);
  });

  it('refuses more than is owed', () => {
    const asked = { of: 'penalties', upTo: null, amount: Money.parse('25.01') } as const;
    expect(() => chooseWriteOff(debt, asked)).toThrow(expect.objectContaining({ code: 'write-off.over-balance' }));
    expect(() => namedWriteOff(debt, [place('2026-02', 'penalty', '5.01')])).toThrow(
      expect.objectContaining({ code: 'write-off.over-balance', details: { asked: '5.01', owed: '5.00' } }),
    );
    expect(() => namedWriteOff(debt, [place('2021-02', 'penalty', '0.01')])).toThrow('write-off.over-balance');
    const twice = [place('2026-02', 'penalty', '1.00'), place('2026-02', 'penalty', '1.00')];
    expect(() => namedWriteOff(debt, twice)).toThrow('write-off.twice');
  });

  it('always comes to the whole that was asked for, whatever the debt', () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 300; round += 1) {
      const owed = Array.from({ length: 1 + random(8) }, (_, i) => ({
        ...place(`20${20 + random(6)}-0${1 + random(9)}`, random(2) === 0 ? 'charge' : 'penalty', '0.00', `${i}`),
        amount: Money.ofKopecks(BigInt(random(50_000) - 10_000)),
      }));
      const of = (['penalties', 'principal', 'all'] as const)[random(3)]!;
      const all = chooseWriteOff(owed, { of, upTo: null, amount: null });
      const most = Money.sum(all.map(({ amount }) => amount));
      const amount = Money.ofKopecks(most.kopecks === 0n ? 0n : BigInt(random(Number(most.kopecks) + 1)));
      const parts = chooseWriteOff(owed, { of, upTo: null, amount });
      expect(Money.sum(parts.map((part) => part.amount))).toEqual(amount);
      for (const part of parts) expect(part.amount.compare(part.was)).toBeLessThanOrEqual(0);
      expect(parts.every((part) => part.amount.kopecks > 0n)).toBe(true);
    }
  });
});
