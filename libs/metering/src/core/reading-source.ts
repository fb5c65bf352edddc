/** Who or what a reading came from. */
export type ReadingSource = 'accountant' | 'resident' | 'import' | 'payment' | 'device' | 'act';

/** What a meter can measure. */
export type MeteredResource = 'cold-water' | 'hot-water' | 'electricity' | 'gas' | 'heating';
