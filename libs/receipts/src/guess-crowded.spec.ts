import { describe, expect, it } from '@jest/globals';
import { guessCrowded, heightAtEase } from './guess-crowded.js';
import { samples } from './template/samples.js';

describe('guessing whether a receipt runs over its sheet', () => {
  it('knows a full month and a third recipient from an ordinary month and a first bill', () => {
    const crowded = [samples.full(), samples.principal(), samples.nothingDue()];
    expect(crowded.map(guessCrowded)).toEqual([true, true, true]);
    expect([samples.ordinary(), samples.firstBill()].map(guessCrowded)).toEqual([false, false]);
  });

  it('sets nothing closer that needs a second sheet anyhow', () => {
    expect(heightAtEase(samples.fortyLines())).toBeGreaterThan(400);
    expect(guessCrowded(samples.fortyLines())).toBe(false);
  });
});
