export const RESOURCES = ['cold-water', 'hot-water', 'sewage', 'electricity', 'gas', 'heating', 'waste'] as const;

/** What flows through a service: the rules of law that differ by resource follow it. */
export type Resource = (typeof RESOURCES)[number];

export const SECTIONS = ['housing', 'communal', 'common-property', 'capital-repair', 'agency'] as const;

/** The part of the receipt in which a service stands. */
export type Section = (typeof SECTIONS)[number];

/** Roubles with VAT per unit: `{ rate: '36.47' }`, or by zone of the meter, `{ day: '7.31', night: '4.45' }`. */
export type Rates = Readonly<Record<string, string>>;
