import { describe, expect, it } from '@jest/globals';
import { parseDate } from '@dvor/kernel';
import { meterOfEachPlace } from './index.js';

const october = parseDate('2026-10-01');

describe('the meter of each place', () => {
  it('forgets one that was replaced before the day', () => {
    const meters = [meter('old', '2018-01-01', '2024-05-12'), meter('new', '2024-05-12')];
    expect(names(meters)).toEqual(['new']);
  });

  it('keeps one that was removed and left no other in its place', () => {
    expect(names([meter('old', '2018-01-01', '2024-05-12')])).toEqual(['old']);
  });

  it('keeps one that is replaced only after the day: the days between are its own', () => {
    expect(names([meter('old', '2018-01-01', '2026-09-20'), meter('new', '2026-10-05')])).toEqual(['old', 'new']);
  });

  it('keeps one that was removed on the day itself: its last reading belongs to the month', () => {
    expect(names([meter('old', '2018-01-01', '2026-10-01'), meter('new', '2026-10-01')])).toEqual(['old', 'new']);
  });

  it('counts places where there are two: kitchen and bathroom, of which one stands empty', () => {
    const meters = [
      meter('kitchen', '2018-01-01', '2024-05-12'),
      meter('bathroom', '2018-01-01', '2025-03-01'),
      meter('kitchen again', '2024-06-01'),
    ];
    expect(names(meters)).toEqual(['bathroom', 'kitchen again']);
  });
});

function meter(name: string, installed: string, removed?: string) {
  return { name, installed: parseDate(installed), removed: removed ? parseDate(removed) : null };
}

function names(meters: readonly ReturnType<typeof meter>[]): string[] {
  return meterOfEachPlace(meters, october).map(({ name }) => name);
}
