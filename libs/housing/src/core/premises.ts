/** What a premises is. A room is a part of a communal flat with an account of its own. */
export const PREMISES_KINDS = ['flat', 'room', 'nonresidential', 'parking', 'common'] as const;

export type PremisesKind = (typeof PREMISES_KINDS)[number];

/** What tariffs and norms look at, e.g. `{ stove: 'electric', bath: '1500-1550' }`. */
export type Traits = Readonly<Record<string, string | number | boolean>>;

/** A house's traits are every premises', unless the premises says otherwise; its kind is a trait too. */
export function traitsOfPremises(traits: { house: Traits; kind: PremisesKind; own: Traits }): Traits {
  return { ...traits.house, kind: traits.kind, ...traits.own };
}
