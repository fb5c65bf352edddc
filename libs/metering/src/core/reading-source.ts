/** Who or what a reading came from. */
export const READING_SOURCES = [
  'accountant',
  'resident',
  'quick', // without signing in
  'message', // SMS, messenger, mail
  'integrator', // another program, over REST
  'import', // a file
  'payment', // a bank's request or registry
  'device', // the meter itself
  'act',
] as const;
export type ReadingSource = (typeof READING_SOURCES)[number];

/** What a meter can measure. */
export type MeteredResource = 'cold-water' | 'hot-water' | 'electricity' | 'gas' | 'heating';
