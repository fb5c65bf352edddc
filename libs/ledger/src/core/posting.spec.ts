import { type AccountId, Money, parsePeriod } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertBalanced, type Posting } from './posting.js';

function posting(kopecks: bigint): Posting {
  return {
    ledgerAccount: 'receivable',
    accountId: '1' as AccountId,
    recipientId: null,
    serviceId: null,
    origin: parsePeriod('2026-10'),
    kind: 'charge',
    amount: Money.ofKopecks(kopecks),
  };
}

const kopecks = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });

describe('an entry', () => {
  it('balances when what comes to the one goes from the other', () => {
    fc.assert(
      fc.property(fc.array(kopecks, { minLength: 1, maxLength: 30 }), (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0n);
        expect(() => assertBalanced([...parts.map(posting), posting(-total)])).not.toThrow();
      }),
    );
  });

  it('is refused with what is missing, be it a kopeck', () => {
    fc.assert(
      fc.property(
        fc.array(kopecks, { maxLength: 30 }),
        kopecks.filter((slip) => slip !== 0n),
        (parts, slip) => {
          const total = parts.reduce((sum, part) => sum + part, 0n);
          expect(() => assertBalanced([...parts.map(posting), posting(slip - total)])).toThrow(
            expect.objectContaining({
              code: 'ledger.unbalanced',
              details: { difference: Money.ofKopecks(slip).toString() },
            }),
          );
        },
      ),
    );
  });

  it('is refused when there is nothing in it', () => {
    expect(() => assertBalanced([])).toThrow(expect.objectContaining({ code: 'ledger.empty' }));
  });
});
