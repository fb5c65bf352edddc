/** Where "now" comes from. Only the platform and tests make one; nothing else asks the machine for the time. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
