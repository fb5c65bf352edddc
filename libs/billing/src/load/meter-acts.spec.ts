import { type MeterId, parseDate, type PremisesId } from '@dvor/kernel';
import type { MeterActInMonth } from '@dvor/metering';
import { describe, expect, it } from '@jest/globals';
import { ActsInMonth } from './meter-acts.js';

const FLAT = '1' as PremisesId;
const day = parseDate;
const codes = (resource: string) => [resource];

function act(number: string, dated: string, more: Partial<MeterActInMonth> = {}): MeterActInMonth {
  return {
    kind: 'access-refused',
    premisesId: FLAT,
    meterId: null,
    resource: 'cold-water',
    number,
    dated: day(dated),
    from: day(dated),
    to: null,
    months: null,
    ...more,
  };
}

const refusals = (...acts: MeterActInMonth[]) => new ActsInMonth(acts).of(FLAT, codes).accessRefused;

describe('acts on refused access', () => {
  it('count as first and second while nobody was let in', () => {
    expect(refusals(act('1', '2026-06-10'), act('2', '2026-07-01'), act('3', '2026-07-20'))).toEqual([
      {
        service: 'cold-water',
        first: day('2026-06-10'),
        second: day('2026-07-01'),
        until: null,
        acts: [
          { number: '1', date: day('2026-06-10') },
          { number: '2', date: day('2026-07-01') },
        ],
      },
    ]);
  });

  it('begin anew after access was given, whichever of them says so', () => {
    const found = refusals(
      act('1', '2026-06-10', { to: day('2026-06-20') }),
      act('2', '2026-06-15'),
      act('3', '2026-07-05'),
    );
    expect(found).toMatchObject([
      { first: day('2026-06-10'), second: day('2026-06-15'), until: day('2026-06-20') },
      { first: day('2026-07-05'), second: null, until: null },
    ]);
  });

  it('of one resource say nothing of another, nor of another flat', () => {
    const acts = new ActsInMonth([act('1', '2026-06-10'), act('2', '2026-07-01', { resource: 'gas' })]);
    expect(acts.of(FLAT, codes).accessRefused).toMatchObject([
      { service: 'cold-water', second: null },
      { service: 'gas', second: null },
    ]);
    expect(acts.of('2' as PremisesId, codes)).toEqual({});
  });
});

describe('an act on a failure', () => {
  it('stands with its meter only', () => {
    const acts = new ActsInMonth([
      act('7', '2026-06-12', { kind: 'meter-failed', meterId: '5' as MeterId, from: day('2026-06-01') }),
    ]);
    expect(acts.failureOf({ id: '5' as MeterId, premisesId: FLAT })).toEqual({
      failed: day('2026-06-01'),
      failedBy: { number: '7', date: day('2026-06-12') },
    });
    expect(acts.failureOf({ id: '6' as MeterId, premisesId: FLAT })).toEqual({});
  });
});
