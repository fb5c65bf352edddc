import { RESOURCES } from '@dvor/catalogue/core';
import { addDays, type LocalDate, parseDate } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  mayActOn,
  nextRestrictionAct,
  type RestrictionHistory,
  type RestrictionTerms,
  rightToRestrict,
} from './restriction.js';

const terms: RestrictionTerms = { warningDays: 20, reminderDays: 0, suspendAfterDays: 10, restoreDays: 2 };
const history = (more: Partial<RestrictionHistory> = {}): RestrictionHistory => ({
  ...{ canLimit: true, right: { limit: true, suspend: true }, warnedOn: parseDate('2026-11-01') },
  ...{ reminderWritten: false, remindedOn: null, limitedOn: null, suspendedOn: null, clearedOn: null },
  ...more,
});
const next = (more: Partial<RestrictionHistory> = {}, own: Partial<RestrictionTerms> = {}) =>
  nextRestrictionAct(history(more), { ...terms, ...own });
const day = parseDate;

describe('what may be restricted', () => {
  it('never heating or waste; cold water is limited and never cut off; nothing that is not communal', () => {
    expect(RESOURCES.filter((one) => !rightToRestrict(one).limit)).toEqual(['heating', 'waste']);
    expect(RESOURCES.filter((one) => !rightToRestrict(one).suspend)).toEqual(['cold-water', 'heating', 'waste']);
    expect(rightToRestrict(null)).toEqual({ limit: false, suspend: false });
  });
});

describe('the next act', () => {
  it('is to see that the warning came: no term runs before', () => {
    expect(next({ warnedOn: null })).toEqual({ act: 'deliver-warning', from: null, until: null });
  });

  it('is to limit, on the day after twenty days, the day of delivery not counted', () => {
    expect(next()).toEqual({ act: 'limit', from: day('2026-11-22'), until: null });
    expect([mayActOn(next(), day('2026-11-21')), mayActOn(next(), day('2026-11-22'))]).toEqual([false, true]);
  });

  it('is to suspend at once where the service cannot be limited', () => {
    expect(next({ canLimit: false })).toEqual({ act: 'suspend', from: day('2026-11-22'), until: null });
  });

  it('is a second warning where the organisation keeps it, and its own days after it', () => {
    expect(next({}, { reminderDays: 3 })).toEqual({ act: 'remind', from: day('2026-11-19'), until: null });
    expect(next({ reminderWritten: true }, { reminderDays: 3 }).act).toBe('deliver-reminder');
    expect(next({ reminderWritten: true, remindedOn: day('2026-11-19') }, { reminderDays: 3 }).from).toBe(
      day('2026-11-23'),
    );
    expect(next({ remindedOn: day('2026-11-25') }, { reminderDays: 3 }).from).toBe(day('2026-11-29'));
  });

  it('is to suspend, the day after ten days of limiting; cold water stays limited', () => {
    const limitedOn = day('2026-11-22');
    expect(next({ limitedOn })).toEqual({ act: 'suspend', from: day('2026-12-03'), until: null });
    const water = { limit: true, suspend: false };
    expect(next({ limitedOn, right: water }).act).toBe('stays-limited');
    expect(next({ limitedOn, suspendedOn: day('2026-12-03') }).act).toBe('wait');
  });

  it('is to give back within two days once it is paid, or to stop what has only been threatened', () => {
    const clearedOn = day('2026-12-05');
    const back = { act: 'restore', from: clearedOn, until: day('2026-12-07') };
    expect(next({ limitedOn: day('2026-11-22'), clearedOn })).toEqual(back);
    expect(next({ suspendedOn: day('2026-12-03'), clearedOn })).toEqual(back);
    expect(next({ clearedOn })).toEqual({ act: 'stop', from: clearedOn, until: null });
  });

  it('never restricts within the days of the warning, nor anyone whose reason fell away', () => {
    const days = fc.integer({ min: 20_000, max: 20_100 }).map((n) => n as LocalDate);
    fc.assert(
      fc.property(
        days,
        fc.option(days, { nil: null }),
        fc.option(days, { nil: null }),
        fc.integer({ min: 0, max: 10 }),
        fc.boolean(),
        (warnedOn, remindedOn, clearedOn, reminderDays, canLimit) => {
          const act = next({ warnedOn, remindedOn, clearedOn, canLimit }, { reminderDays });
          const restricts = act.act === 'limit' || act.act === 'suspend';
          if (clearedOn !== null) expect(restricts).toBe(false);
          if (!restricts) return;
          expect(act.from).toBeGreaterThan(addDays(warnedOn, 20));
          if (reminderDays > 0) expect(act.from).toBeGreaterThan(addDays(remindedOn!, reminderDays));
        },
      ),
    );
  });
});
