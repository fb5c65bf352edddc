/** What flows through a service: the rules of law that differ by resource follow it. */
export type Resource = 'cold-water' | 'hot-water' | 'sewage' | 'electricity' | 'gas' | 'heating' | 'waste';

/** The part of the receipt in which a service stands. */
export type Section = 'housing' | 'communal' | 'common-property' | 'capital-repair' | 'agency';

/** Roubles with VAT per unit: `{ rate: '36.47' }`, or by zone of the meter, `{ day: '7.31', night: '4.45' }`. */
export type Rates = Readonly<Record<string, string>>;
