import { type DomainError, formatDate, type LocalDate, parseDate } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertMayAct } from './assert-may-act.js';
import { nextRestrictionAct, type RestrictionHistory, rightToRestrict } from './restriction.js';

const terms = { warningDays: 20, reminderDays: 0, suspendAfterDays: 10, restoreDays: 2 };
const history = (more: Partial<RestrictionHistory> = {}): RestrictionHistory => ({
  ...{ canLimit: true, right: rightToRestrict('electricity'), warnedOn: parseDate('2026-11-01') },
  ...{ reminderWritten: false, remindedOn: null, limitedOn: null, suspendedOn: null, clearedOn: null },
  ...more,
});

/** The code that refuses the act, with its day. */
function refusal(known: RestrictionHistory, act: 'limit' | 'suspend', on: string, own = {}): string | null {
  try {
    assertMayAct(nextRestrictionAct(known, { ...terms, ...own }), act, parseDate(on));
    return null;
  } catch (error) {
    const { code, details } = error as DomainError;
    return [code, details['from']].filter(Boolean).join(' ');
  }
}

describe('an act', () => {
  it('is refused before its day, naming the day, and taken on it', () => {
    expect(refusal(history(), 'limit', '2026-11-21')).toBe('restriction.too-early 2026-11-22');
    expect(refusal(history(), 'limit', '2026-11-22')).toBeNull();
    const limited = history({ limitedOn: parseDate('2026-11-22') });
    expect(refusal(limited, 'suspend', '2026-12-02')).toBe('restriction.too-early 2026-12-03');
    expect(refusal(limited, 'suspend', '2026-12-03')).toBeNull();
  });

  it('is refused out of its turn', () => {
    expect(refusal(history({ warnedOn: null }), 'limit', '2027-01-01')).toBe('restriction.not-delivered');
    expect(refusal(history({ reminderWritten: true }), 'limit', '2027-01-01', { reminderDays: 3 })).toBe(
      'restriction.not-delivered',
    );
    expect(refusal(history(), 'suspend', '2027-01-01')).toBe('restriction.limit-first 2026-11-22');
    expect(refusal(history({ canLimit: false }), 'limit', '2027-01-01')).toBe('restriction.cannot-limit 2026-11-22');
    const limited = history({ limitedOn: parseDate('2026-11-22') });
    expect(refusal({ ...limited, right: rightToRestrict('cold-water') }, 'suspend', '2027-01-01')).toBe(
      'restriction.never-suspended',
    );
    expect(refusal({ ...limited, suspendedOn: parseDate('2026-12-03') }, 'suspend', '2027-01-01')).toBe(
      'restriction.suspended',
    );
    expect(refusal({ ...limited, clearedOn: parseDate('2026-11-25') }, 'suspend', '2027-01-01')).toBe(
      'restriction.restore-first',
    );
    expect(refusal(history(), 'limit', '2026-11-25', { reminderDays: 3 })).toBe('restriction.remind-first 2026-11-19');
  });

  it('never comes before the law’s days, whatever was done when', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((n) => (parseDate('2026-01-01') + n) as LocalDate);
    fc.assert(
      fc.property(days, days, days, fc.boolean(), (warnedOn, limitedOn, on, isLimited) => {
        const known = history({ warnedOn, limitedOn: isLimited ? limitedOn : null });
        const act = isLimited ? 'suspend' : 'limit';
        const since = isLimited ? limitedOn : warnedOn;
        const may = refusal(known, act, formatDate(on)) === null;
        expect(may).toBe(on - since > (isLimited ? 10 : 20));
      }),
    );
  });
});
