/** What a premises is. A room is a part of a communal flat with an account of its own. */
export type PremisesKind = 'flat' | 'room' | 'nonresidential' | 'parking' | 'common';

/** What tariffs and norms look at, e.g. `{ stove: 'electric', bath: '1500-1550' }`. */
export type Traits = Readonly<Record<string, string | number | boolean>>;
