/** What flows through a service: the rules of law that differ by resource follow it. */
export const RESOURCES = ['cold-water', 'hot-water', 'sewage', 'electricity', 'gas', 'heating', 'waste'] as const;
export type Resource = (typeof RESOURCES)[number];

/** The part of the receipt in which a service stands. */
export const SECTIONS = ['housing', 'communal', 'common-property', 'capital-repair', 'agency', 'other'] as const;
export type Section = (typeof SECTIONS)[number];

/** What the volume of a service is counted by: m², a person, an owner, a unit of its own, a flat, a share, a per cent. */
export const BASES = ['area', 'person', 'owner', 'unit', 'flat', 'share', 'percent'] as const;
export type Base = (typeof BASES)[number];

/** Roubles with VAT per unit: `{ rate: '36.47' }`, or by zone of the meter, `{ day: '7.31', night: '4.45' }`. */
export type Rates = Readonly<Record<string, string>>;

/** The base that a unit speaks of: `м²` is counted by area. */
export function baseOfUnit(unit: string): Base {
  return BASE_OF_UNIT[unit] ?? 'unit';
}

const BASE_OF_UNIT: Readonly<Record<string, Base>> = { 'м²': 'area', 'чел.': 'person', 'кв.': 'flat' };
