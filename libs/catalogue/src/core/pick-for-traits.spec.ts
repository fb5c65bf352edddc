import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Interval, type LocalDate, parseDate } from '@dvor/kernel';
import { type ForTraits, pickForTraits } from './index.js';

describe('picking for traits', () => {
  const common = row({}, '2026-01-01', null);
  const electric = row({ stove: 'electric' }, '2026-01-01', null);

  it('takes the row that names most traits of the premises', () => {
    expect(pickForTraits([common, electric], { stove: 'electric' }, october)).toEqual([
      { ...october, value: electric },
    ]);
    expect(pickForTraits([common, electric], { stove: 'gas' }, october)).toEqual([{ ...october, value: common }]);
    expect(pickForTraits([common, electric], {}, october)).toEqual([{ ...october, value: common }]);
  });

  it('changes over on the day on which one row follows another', () => {
    const [before, after] = [row({}, '2026-01-01', '2026-10-11'), row({}, '2026-10-11', null)];
    expect(pickForTraits([after, before], {}, october)).toEqual([
      { ...days('2026-10-01', '2026-10-11'), value: before },
      { ...days('2026-10-11', '2026-11-01'), value: after },
    ]);
  });

  it('leaves out days that no row covers, and all of them where none matches', () => {
    expect(pickForTraits([row({}, '2026-10-21', null)], {}, october)).toEqual([
      { ...days('2026-10-21', '2026-11-01'), value: row({}, '2026-10-21', null) },
    ]);
    expect(pickForTraits([electric], { stove: 'gas' }, october)).toEqual([]);
  });

  it('refuses to choose between two that match equally well', () => {
    const bath = row({ bath: '1500-1550' }, '2026-10-15', null);
    expect(() => pickForTraits([electric, bath], { stove: 'electric', bath: '1500-1550' }, october)).toThrow(
      expect.objectContaining({
        code: 'catalogue.ambiguous-traits',
        details: expect.objectContaining({ date: '2026-10-15' }),
      }),
    );
    expect(
      pickForTraits(
        [electric, bath, row({ stove: 'electric', bath: '1500-1550' }, '2026-10-15', null)],
        { stove: 'electric', bath: '1500-1550' },
        october,
      ),
    ).toHaveLength(2);
  });

  it('gives each day the same row whatever the order of rows, and never a day twice', () => {
    const traits = fc.record({ stove: fc.constantFrom('gas', 'electric'), lift: fc.boolean() }, { requiredKeys: [] });
    const rows = fc.uniqueArray(fc.tuple(traits, fc.integer({ min: -20, max: 40 }), fc.integer({ min: 1, max: 40 })), {
      selector: ([appliesTo]) => JSON.stringify(Object.entries(appliesTo).sort()),
      maxLength: 6,
    });
    fc.assert(
      fc.property(rows, (tuples) => {
        const given = tuples.map(
          ([appliesTo, start, length]) =>
            ({ appliesTo, from: shifted(start), to: shifted(start + length) }) as ForTraits,
        );
        const choice = (list: ForTraits[]) => {
          try {
            return pickForTraits(list, { stove: 'gas', lift: true }, october);
          } catch (error) {
            return (error as { code: string }).code;
          }
        };
        const picked = choice(given);
        expect(choice([...given].reverse())).toEqual(picked);
        if (typeof picked === 'string') return;
        for (const [i, piece] of picked.entries()) {
          expect(piece.from).toBeGreaterThanOrEqual(i === 0 ? october.from : picked[i - 1]!.to!);
          expect(piece.to).toBeLessThanOrEqual(october.to!);
        }
      }),
    );
  });
});

const october = days('2026-10-01', '2026-11-01');

function row(appliesTo: ForTraits['appliesTo'], from: string, to: string | null): ForTraits {
  return { appliesTo, ...days(from, to) };
}

function days(from: string, to: string | null): Interval {
  return { from: parseDate(from), to: to === null ? null : parseDate(to) };
}

function shifted(by: number): LocalDate {
  return (october.from + by) as LocalDate;
}
