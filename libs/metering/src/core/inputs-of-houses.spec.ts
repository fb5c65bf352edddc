import { parseDate } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import { inputsOf } from './index.js';

const end = parseDate('2026-11-01');
const meter = (id: string, installed: string, removed: string | null = null) => ({
  id,
  installed: parseDate(installed),
  removed: removed === null ? null : parseDate(removed),
});
const chains = (meters: ReturnType<typeof meter>[]) =>
  inputsOf(meters, end).map(({ meters: chain }) => chain.map(({ id }) => id).join(' → '));

describe('inputs of a house', () => {
  it('stand beside each other', () => {
    expect(chains([meter('1', '2020-01-01'), meter('2', '2020-01-01')])).toEqual(['1', '2']);
  });

  it('go on with the meter that took another’s place', () => {
    expect(chains([meter('2', '2026-10-12'), meter('1', '2020-01-01', '2026-10-12')])).toEqual(['1 → 2']);
  });

  it('of two that are gone give the place of the one longest gone', () => {
    const gone = [meter('1', '2019-01-01', '2026-05-01'), meter('2', '2019-01-01', '2026-03-01')];
    expect(chains([...gone, meter('3', '2026-06-01')])).toEqual(['1', '2 → 3']);
  });

  it('know nothing of a meter that is still to come', () => {
    expect(chains([meter('1', '2020-01-01'), meter('2', '2026-11-01')])).toEqual(['1']);
  });
});
