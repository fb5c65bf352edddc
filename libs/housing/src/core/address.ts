import type { PremisesKind } from './premises.js';

/** Where a house stands. City and street carry their own kind of place: `г. Барнаул`, `ул. Юрина`. */
export interface HouseAddress {
  readonly city: string;
  readonly street: string;
  readonly building: string;
}

/** A premises within its house. */
export interface PremisesName {
  readonly kind: PremisesKind;
  readonly number: string;
  /** Number of the communal flat of a room. */
  readonly flat?: string | null;
}

/** `г. Барнаул, ул. Юрина, д. 180`, and with a premises `г. Барнаул, ул. Юрина, д. 180, кв. 15, ком. 2`. */
export function formatAddress({ city, street, building }: HouseAddress, premises?: PremisesName): string {
  const house = `${city}, ${street}, д. ${building}`;
  return premises ? `${house}, ${formatPremises(premises)}` : house;
}

/** `кв. 15`, `кв. 15, ком. 2`, `пом. Н-1`, `м/м 12`. */
export function formatPremises({ kind, number, flat }: PremisesName): string {
  const name = `${PREFIXES[kind]} ${number}`;
  return kind === 'room' && flat ? `${PREFIXES.flat} ${flat}, ${name}` : name;
}

const PREFIXES: Readonly<Record<PremisesKind, string>> = {
  flat: 'кв.',
  room: 'ком.',
  nonresidential: 'пом.',
  parking: 'м/м',
  common: 'общ. пом.',
};
