import { describe, expect, it } from '@jest/globals';
import { Pace } from './pace.js';

describe('pace', () => {
  let now = 0;
  const paceAt = () => new Pace(() => now);
  const after = (seconds: number) => (now += seconds * 1000);

  it('tells nothing from one look', () => {
    expect(paceAt().measure({ phase: 'calculating', done: 3, total: 10 }, 300)).toEqual({
      perSecond: null,
      secondsLeft: null,
    });
  });

  it('tells accounts a second and the time left by houses', () => {
    const pace = paceAt();
    pace.measure({ phase: 'calculating', done: 0, total: 10 }, 0);
    after(2);
    expect(pace.measure({ phase: 'calculating', done: 4, total: 10 }, 400)).toEqual({ perSecond: 200, secondsLeft: 3 });
  });

  it('forgets what is long ago', () => {
    const pace = paceAt();
    pace.measure({ phase: 'calculating', done: 0, total: 100 }, 0);
    after(100);
    pace.measure({ phase: 'calculating', done: 10, total: 100 }, 1000);
    after(10);
    expect(pace.measure({ phase: 'calculating', done: 60, total: 100 }, 6000)).toEqual({
      perSecond: 500,
      secondsLeft: 8,
    });
  });

  it('begins anew with another phase and ends at nothing left', () => {
    const pace = paceAt();
    pace.measure({ phase: 'calculating', done: 9, total: 10 }, 900);
    after(1);
    expect(pace.measure({ phase: 'closing', done: 1, total: 10 }, 900)).toEqual({ perSecond: null, secondsLeft: null });
    expect(pace.measure({ phase: 'closing', done: 10, total: 10 }, 900)).toEqual({ perSecond: null, secondsLeft: 0 });
  });
});
