import { describe, expect, it } from '@jest/globals';
import { formatPeriod, Money, type Period, parsePeriod, periodOf, type ServiceId, type SupplierId } from '@dvor/kernel';
import fc from 'fast-check';
import { type Allocation, type AllocationRules, allocatePayment, type Instruction } from './allocate-payment.js';
import type { Due } from './due.js';

const heat = '1' as ServiceId;
const water = '2' as ServiceId;
const repair = '3' as ServiceId;
const company = '10' as SupplierId;
const fund = '20' as SupplierId;
const recipientOf = new Map([
  [heat, company],
  [water, company],
  [repair, fund],
]);

const due = (serviceId: ServiceId, month: string, amount: string, kind: Due['kind'] = 'charge'): Due => ({
  recipientId: recipientOf.get(serviceId)!,
  serviceId,
  origin: parsePeriod(month),
  kind,
  amount: Money.parse(amount),
});

const november: AllocationRules = {
  order: 'oldest-first',
  month: parsePeriod('2026-11'),
  limitationMonths: 36,
  lastBill: [
    { recipientId: company, serviceId: heat, amount: Money.parse('300') },
    { recipientId: fund, serviceId: repair, amount: Money.parse('100') },
  ],
};

const pay = (sum: string, dues: readonly Due[], rules: Partial<AllocationRules> = {}, said: Instruction = {}) =>
  shown(allocatePayment(Money.parse(sum), dues, { ...november, ...rules }, said));

function shown({ parts }: Allocation): string[] {
  return parts.map(
    ({ to, amount, reason }) => `${to.serviceId} ${formatPeriod(to.origin)} ${to.kind} ${amount} ${reason.by}`,
  );
}

const twoMonths = [
  due(heat, '2026-10', '300'),
  due(repair, '2026-10', '100'),
  due(heat, '2026-09', '200'),
  due(repair, '2026-09', '50'),
];

describe('money without a word from the payer', () => {
  it('pays the oldest month first, and within a month in proportion', () => {
    expect(pay('290', twoMonths)).toEqual([
      '1 2026-09 charge 200.00 month',
      '3 2026-09 charge 50.00 month',
      '1 2026-10 charge 30.00 month',
      '3 2026-10 charge 10.00 month',
    ]);
  });

  it('pays the current month first where the organisation has chosen so, then the oldest', () => {
    expect(pay('425', twoMonths, { order: 'current-first' })).toEqual([
      '1 2026-10 charge 300.00 month',
      '3 2026-10 charge 100.00 month',
      '1 2026-09 charge 20.00 month',
      '3 2026-09 charge 5.00 month',
    ]);
  });

  it('goes to all services in proportion where the organisation has chosen so', () => {
    expect(pay('65', twoMonths, { order: 'by-service' })).toEqual([
      '1 2026-09 charge 20.00 all-services',
      '3 2026-09 charge 5.00 all-services',
      '1 2026-10 charge 30.00 all-services',
      '3 2026-10 charge 10.00 all-services',
    ]);
  });

  it.each(['oldest-first', 'current-first', 'by-service'] as const)(
    'pays what is beyond limitation last, %s',
    (order) => {
      const dues = [due(heat, '2023-10', '10'), due(heat, '2023-11', '20')];
      const [first, second] = pay('25', dues, { order });
      expect(first).toMatch(/^1 2023-11 charge 20.00/);
      expect(second).toBe('1 2023-10 charge 5.00 beyond-limitation');
    },
  );

  it('gives penalties nothing', () => {
    expect(pay('10', [due(heat, '2026-09', '8', 'penalty'), due(heat, '2026-10', '6')])).toEqual([
      '1 2026-10 charge 6.00 month',
      '1 2026-11 charge 3.00 advance',
      '3 2026-11 charge 1.00 advance',
    ]);
  });

  it('fills services of an earlier group first, within a month', () => {
    expect(pay('320', twoMonths.slice(0, 2), { groups: new Map([[heat, 2]]) })).toEqual([
      '1 2026-10 charge 220.00 month',
      '3 2026-10 charge 100.00 month',
    ]);
  });

  it('stands on the account as a whole where nothing has ever been charged', () => {
    expect(pay('10', [], { lastBill: [] })).toEqual(['null 2026-11 charge 10.00 advance']);
  });

  it('goes to the one recipient a channel takes money for, the advance too', () => {
    expect(pay('151', twoMonths, { recipientId: fund })).toEqual([
      '3 2026-09 charge 50.00 month',
      '3 2026-10 charge 100.00 month',
      '3 2026-11 charge 1.00 advance',
    ]);
  });
});

describe('what the payer names', () => {
  it('binds by month: it is paid before older debts', () => {
    expect(pay('408', twoMonths, {}, { period: parsePeriod('2026-10') })).toEqual([
      '1 2026-10 charge 300.00 named-period',
      '3 2026-10 charge 100.00 named-period',
      '1 2026-09 charge 6.40 month',
      '3 2026-09 charge 1.60 month',
    ]);
  });

  it('binds by service: what is more than owed stays with its recipient', () => {
    const services = [{ serviceId: repair, amount: Money.parse('160') }];
    expect(pay('260', twoMonths, {}, { services })).toEqual([
      '3 2026-09 charge 50.00 named-service',
      '3 2026-10 charge 100.00 named-service',
      '3 2026-11 charge 10.00 advance',
      '1 2026-09 charge 100.00 month',
    ]);
  });

  it('pays penalties as far as they are named, the oldest first; what is more goes to charges', () => {
    const dues = [
      due(heat, '2026-10', '100'),
      due(heat, '2026-08', '2', 'penalty'),
      due(heat, '2026-09', '3', 'penalty'),
    ];
    expect(pay('10', dues, {}, { penalties: Money.parse('4') })).toEqual([
      '1 2026-08 penalty 2.00 named-penalties',
      '1 2026-09 penalty 2.00 named-penalties',
      '1 2026-10 charge 6.00 month',
    ]);
    expect(pay('10', dues, {}, { penalties: Money.parse('10') })).toEqual([
      '1 2026-08 penalty 2.00 named-penalties',
      '1 2026-09 penalty 3.00 named-penalties',
      '1 2026-10 charge 5.00 month',
    ]);
  });

  it('cannot be more than what is paid', () => {
    const services = [{ serviceId: repair, amount: Money.parse('11') }];
    expect(() => pay('10', [], {}, { services })).toThrow('more is named than paid');
  });
});

describe('an advance', () => {
  it('is set off against debts of its recipient first, and only of its recipient', () => {
    const dues = [
      due(heat, '2026-08', '-50'),
      due(repair, '2026-09', '30'),
      due(water, '2026-10', '20'),
      due(heat, '2026-10', '40'),
    ];
    const { offsets, parts } = allocatePayment(Money.parse('35'), dues, november);
    expect(offsets.map(({ serviceId, origin, amount }) => `${serviceId} ${formatPeriod(origin)} ${amount}`)).toEqual([
      '1 2026-08 40.00',
      '1 2026-10 -40.00',
      '1 2026-08 10.00',
      '2 2026-10 -10.00',
    ]);
    expect(shown({ offsets, parts })).toEqual(['3 2026-09 charge 30.00 month', '2 2026-10 charge 5.00 month']);
  });
});

describe('what is paid by instalments', () => {
  const plan = (month: string, amount: string, deferred: string, kind: Due['kind'] = 'charge'): Due => ({
    ...due(heat, month, amount, kind),
    ...{ planned: true, deferred: Money.parse(deferred) },
  });

  it('has its due part paid first, then the bills; what is not due yet comes last', () => {
    const owed = [plan('2026-01', '900', '600'), due(heat, '2026-10', '500')];
    expect(pay('400', owed)).toEqual(['1 2026-01 charge 300.00 instalment', '1 2026-10 charge 100.00 month']);
    expect(pay('1100', owed)).toEqual([
      '1 2026-01 charge 300.00 instalment',
      '1 2026-10 charge 500.00 month',
      '1 2026-01 charge 300.00 instalment-ahead',
    ]);
  });

  it('has penalties paid by parts that were agreed, others only when they are named', () => {
    const owed = [plan('2026-01', '90', '60', 'penalty'), due(heat, '2026-09', '40', 'penalty')];
    expect(pay('200', owed).slice(0, 2)).toEqual([
      '1 2026-01 penalty 30.00 instalment',
      '1 2026-01 penalty 60.00 instalment-ahead',
    ]);
  });

  it('keeps what was paid ahead for the bills to come', () => {
    const owed = [plan('2026-01', '900', '900'), due(water, '2026-10', '-100')];
    expect(allocatePayment(Money.zero, owed, november).offsets).toEqual([]);
  });

  it('has its interest paid with the part', () => {
    expect(pay('310', [plan('2026-01', '900', '600'), due(heat, '2026-10', '10', 'interest')])).toEqual([
      '1 2026-01 charge 300.00 instalment',
      '1 2026-10 interest 10.00 instalment',
    ]);
  });
});

describe('whatever is paid, named and owed', () => {
  const month: fc.Arbitrary<Period> = fc.integer({ min: 0, max: 47 }).map((n) => (periodOf(2023, 1) + n) as Period);
  const service = fc.constantFrom(heat, water, repair);
  const sum = (min: number, max: number) => fc.integer({ min, max }).map((kopecks) => Money.ofKopecks(String(kopecks)));
  const dues = fc.uniqueArray(
    fc
      .record({
        serviceId: service,
        origin: month,
        kind: fc.constantFrom('charge', 'penalty'),
        amount: sum(-9_000, 30_000),
        later: fc.option(fc.nat(100)),
      })
      .map(({ later, ...one }): Due => {
        const due = { ...one, recipientId: recipientOf.get(one.serviceId)! } as Due;
        if (later === null || one.amount.kopecks <= 0n) return due;
        return { ...due, planned: true, deferred: Money.ofKopecks((one.amount.kopecks * BigInt(later)) / 100n) };
      }),
    { selector: ({ serviceId, origin, kind }) => `${serviceId} ${origin} ${kind}`, maxLength: 20 },
  );
  const rules = fc.record({
    order: fc.constantFrom('oldest-first', 'current-first', 'by-service'),
    month: fc.constant(parsePeriod('2026-11')),
    limitationMonths: fc.integer({ min: 1, max: 60 }),
    recipientId: fc.option(fc.constantFrom(company, fund)),
    lastBill: fc.constantFrom(november.lastBill, []),
  }) as fc.Arbitrary<AllocationRules>;
  const said = fc.record({
    period: fc.option(month, { nil: undefined }),
    penalties: fc.option(sum(0, 5_000), { nil: undefined }),
    services: fc.array(fc.record({ serviceId: service, amount: sum(0, 5_000) }), { maxLength: 2 }),
  }) as fc.Arbitrary<Instruction>;

  it('money that names nothing leaves no bill unpaid while it pays a part that is not due yet', () => {
    fc.assert(
      fc.property(sum(0, 200_000), dues, rules, (payment, owed, rule) => {
        const { offsets, parts } = allocatePayment(payment, owed, { ...rule, recipientId: null });
        const ahead = parts.filter(({ reason }) => reason.by === 'instalment-ahead');
        for (const one of owed) {
          const here = (to: Pick<Due, 'serviceId' | 'origin' | 'kind'>) =>
            to.serviceId === one.serviceId && to.origin === one.origin && to.kind === one.kind;
          const paidAhead = Money.sum(ahead.filter(({ to }) => here(to)).map(({ amount }) => amount));
          expect(paidAhead.compare(one.deferred ?? Money.zero)).toBeLessThanOrEqual(0);
          if (ahead.length === 0 || one.amount.isNegative || (one.kind === 'penalty' && !one.planned)) continue;
          const paid = Money.sum(
            parts
              .filter(({ to, reason }) => here(to) && !['advance', 'instalment-ahead'].includes(reason.by))
              .map(({ amount }) => amount),
          );
          const setOff = Money.sum(offsets.filter(here).map(({ amount }) => amount));
          expect(one.amount.minus(one.deferred ?? Money.zero).plus(setOff)).toEqual(paid);
        }
      }),
    );
  });

  it('parts add up to the payment, offsets to nothing, and no debt is paid beyond what it was', () => {
    fc.assert(
      fc.property(sum(15_000, 200_000), dues, rules, said, (payment, owed, rule, words) => {
        const { offsets, parts } = allocatePayment(payment, owed, rule, words);
        expect(Money.sum(parts.map(({ amount }) => amount))).toEqual(payment);
        expect(Money.sum(offsets.map(({ amount }) => amount))).toEqual(Money.zero);
        for (const { recipientId, serviceId, origin, kind, amount } of owed) {
          const here = (one: { serviceId: unknown; origin: Period; kind: string }) =>
            one.serviceId === serviceId && one.origin === origin && one.kind === kind;
          const paid = Money.sum(
            parts.filter(({ to, reason }) => here(to) && reason.by !== 'advance').map((p) => p.amount),
          );
          const left = Money.sum([amount, ...offsets.filter(here).map((o) => o.amount), paid.negated()]);
          if (amount.isNegative) expect(left.compare(Money.zero)).toBeLessThanOrEqual(0);
          else expect(left.isNegative).toBe(false);
          if (rule.recipientId && recipientId !== rule.recipientId && !words.services?.length)
            expect(paid).toEqual(Money.zero);
        }
      }),
    );
  });

  it('the order in which dues are told changes nothing', () => {
    fc.assert(
      fc.property(sum(15_000, 100_000), dues, rules, said, (payment, owed, rule, words) => {
        expect(allocatePayment(payment, [...owed].reverse(), rule, words)).toEqual(
          allocatePayment(payment, owed, rule, words),
        );
      }),
    );
  });
});
