import { Money, parsePeriod, type ServiceId } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import { disputedSum, type OwedPart } from './disputed-sum.js';

const [water, heat] = ['1', '2'] as [ServiceId, ServiceId];
const owed = (serviceId: ServiceId, month: string, roubles: string): OwedPart => ({
  serviceId,
  origin: parsePeriod(month),
  amount: Money.parse(roubles),
});
const debt = [owed(water, '2026-01', '100.00'), owed(heat, '2026-01', '50.00'), owed(water, '2026-02', '30.00')];
const of = (parts: readonly OwedPart[], ...disputes: { s?: ServiceId; m?: string; sum?: string }[]) =>
  disputedSum(
    parts,
    disputes.map(({ s, m, sum }) => ({
      serviceId: s ?? null,
      origin: m === undefined ? null : parsePeriod(m),
      amount: sum === undefined ? null : Money.parse(sum),
    })),
  ).toString();

describe('the disputed part of a debt', () => {
  it('is the whole debt where the whole account is disputed', () => expect(of(debt, {})).toBe('180.00'));

  it('is what is owed for the service, the month, or no more than the sum named', () => {
    expect(of(debt, { s: water })).toBe('130.00');
    expect(of(debt, { m: '2026-01' })).toBe('150.00');
    expect(of(debt, { s: water, m: '2026-02' })).toBe('30.00');
    expect(of(debt, { s: water, sum: '40.00' })).toBe('40.00');
    expect(of(debt, { s: heat, sum: '400.00' })).toBe('50.00');
  });

  it('counts nothing twice, whatever order they came in', () => {
    expect(of(debt, { s: water }, { m: '2026-01' })).toBe('180.00');
    expect(of(debt, { m: '2026-01' }, { s: water })).toBe('180.00');
    expect(of(debt, { sum: '100.00' }, { s: heat })).toBe('150.00');
    expect(of(debt, {}, {})).toBe('180.00');
  });

  it('is never more than the debt that is left, nor anything where all is paid', () => {
    expect(of([...debt, owed(heat, '2026-02', '-170.00')], {})).toBe('10.00');
    expect(of([owed(water, '2026-01', '5.00'), owed(heat, '2026-01', '-5.00')], {})).toBe('0.00');
  });
});
