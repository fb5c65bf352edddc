import { describe, expect, it } from '@jest/globals';
import { watchAndLook } from './watch-and-look.js';

describe('watchAndLook', () => {
  it('tells the first moment at once, one after a burst of nudges, and ends with the last', async () => {
    const moments: number[] = [];
    let now = 1;
    let nudge = () => {};
    let watched = true;
    const ended = new Promise<void>((resolve) => {
      watchAndLook({
        watch: async (onNudge) => {
          nudge = onNudge;
          return () => (watched = false);
        },
        look: async () => now,
        isLast: (moment) => moment === 9,
        atMostEveryMs: 20,
        atLeastEveryMs: 60_000,
      }).subscribe({ next: (moment) => moments.push(moment), complete: resolve });
    });
    await until(() => moments.length === 1);
    for (now = 2; now < 9; now += 1) nudge();
    await ended;
    expect(moments).toEqual([1, 9]);
    expect(watched).toBe(false);
  });

  it('looks now and then when nobody nudges', async () => {
    let looks = 0;
    const subscription = watchAndLook({
      watch: () => Promise.reject(new Error('away')),
      look: async () => (looks += 1),
      isLast: () => false,
      atMostEveryMs: 5,
      atLeastEveryMs: 10,
    }).subscribe();
    await until(() => looks > 2);
    subscription.unsubscribe();
    const before = looks;
    await pause(30);
    expect(looks).toBe(before);
  });
});

async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await pause(2);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
