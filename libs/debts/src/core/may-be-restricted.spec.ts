import { Money } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endOfRestriction } from './end-of-restriction.js';
import { mayBeRestricted, type ServiceDebt } from './may-be-restricted.js';
import { rightToRestrict } from './restriction.js';

const money = (roubles: string) => Money.parse(roubles);
const power = (more: Partial<ServiceDebt> = {}): ServiceDebt => ({
  ...{ name: 'Электричество', right: rightToRestrict('electricity'), debt: money('1001.00') },
  ...{ normFee: money('500.00'), canLimit: true, goingOn: false },
  ...more,
});
const reasons = (...debts: ServiceDebt[]) => mayBeRestricted(debts, 2).obstacles.map(({ reason }) => reason);

describe('what may be restricted', () => {
  it('is a service whose debt is above two months by the norm, by a kopeck at least', () => {
    expect(mayBeRestricted([power({ debt: money('1000.00') })], 2)).toEqual({
      services: [],
      obstacles: [{ reason: 'below-norms', about: 'Электричество', sum: money('1000.00') }],
    });
    expect(mayBeRestricted([power({ debt: money('1000.01') })], 2).services).toHaveLength(1);
  });

  it('is each service by its own debt: one does not answer for another', () => {
    const water = power({ name: 'Вода', debt: money('10.00') });
    const { services, obstacles } = mayBeRestricted([power(), water], 2);
    expect(services.map(({ name }) => name)).toEqual(['Электричество']);
    expect(obstacles).toEqual([{ reason: 'below-norms', about: 'Вода', sum: money('1000.00') }]);
  });

  it('is never heating, whatever is owed, nor cold water where no less of it can be given', () => {
    expect(reasons(power({ right: rightToRestrict('heating') }))).toEqual(['nothing-to-restrict']);
    expect(reasons(power({ right: rightToRestrict('cold-water'), canLimit: false }))).toEqual(['no-way']);
    expect(reasons(power({ right: rightToRestrict('cold-water') }))).toEqual([]);
    expect(reasons(power({ canLimit: false }))).toEqual([]);
  });

  it('is nothing that is restricted already, or has no fee by the norm', () => {
    expect(reasons(power({ goingOn: true }))).toEqual(['going-on']);
    expect(reasons(power({ normFee: null }))).toEqual(['no-norm-fee']);
    expect(reasons(power({ normFee: Money.zero }))).toEqual(['no-norm-fee']);
  });

  it('grows with the debt and shrinks with the fee, and never both may and may not', () => {
    const kopecks = fc.bigInt({ min: 1n, max: 10_000_000n });
    fc.assert(
      fc.property(kopecks, kopecks, kopecks, (owed, fee, more) => {
        const may = (debt: bigint, normFee: bigint) => {
          const one = power({ debt: Money.ofKopecks(debt), normFee: Money.ofKopecks(normFee) });
          const { services, obstacles } = mayBeRestricted([one], 2);
          expect(services.length + obstacles.length).toBe(1);
          return services.length === 1;
        };
        expect(may(owed, fee)).toBe(owed > 2n * fee);
        if (may(owed, fee)) expect(may(owed + more, fee)).toBe(true);
        if (!may(owed, fee)) expect(may(owed, fee + more)).toBe(false);
      }),
    );
  });
});

describe('the end of a restriction', () => {
  const known = { debt: money('900.00'), normFee: money('500.00'), months: 2, keptPlan: null, restricted: false };

  it('comes before anything was done once the debt is no more than two months by the norm', () => {
    expect(endOfRestriction(known)).toBe('paid');
    expect(endOfRestriction({ ...known, debt: money('1000.01') })).toBeNull();
  });

  it('comes after it only with the whole debt, or with an agreement', () => {
    expect(endOfRestriction({ ...known, restricted: true })).toBeNull();
    expect(endOfRestriction({ ...known, restricted: true, debt: Money.zero })).toBe('paid');
    expect(endOfRestriction({ ...known, restricted: true, keptPlan: '7' })).toBe('plan');
  });
});
