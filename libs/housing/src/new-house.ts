import type { Interval, LocalDate } from '@dvor/kernel';
import type { HouseAddress, PremisesKind, Share, Traits } from './core/index.js';

/** A house with all that is in it, as it is taken into the books. Areas are decimal texts, m². */
export interface NewHouse extends HouseAddress {
  readonly postalCode?: string | null;
  readonly yearBuilt?: number | null;
  readonly timeZone: string;
  readonly fiasId?: string | null;
  readonly cadastralNumber?: string | null;
  readonly oktmo?: string | null;
  readonly facts: readonly NewHouseFact[];
  readonly premises: readonly NewPremises[];
}

export interface NewHouseFact extends Interval {
  readonly area?: string | null;
  readonly commonArea?: string | null;
  readonly floors?: number | null;
  readonly entrances?: number | null;
  readonly traits?: Traits;
}

export interface NewPremises {
  readonly kind: PremisesKind;
  readonly number: string;
  /** Number of the communal flat that a room is in. */
  readonly flat?: string | null;
  readonly entrance?: number | null;
  readonly floor?: number | null;
  readonly cadastralNumber?: string | null;
  readonly facts: readonly NewPremisesFact[];
  readonly owners: readonly NewOwnership[];
  readonly accounts: readonly NewAccount[];
}

export interface NewPremisesFact extends Interval {
  readonly area: string;
  readonly livingArea?: string | null;
  readonly heatedArea?: string | null;
  readonly rooms?: number | null;
  readonly traits?: Traits;
  readonly meterImpossible?: readonly string[];
  /** A lawful heat source of its own, or no heaters by the house's project. */
  readonly ownHeating?: boolean;
}

export interface NewOwnership extends Interval {
  readonly party: NewParty;
  readonly share: Share;
}

export interface NewAccount {
  readonly number: string;
  readonly els?: string | null;
  readonly izhku?: string | null;
  /** Days on which it is open, and who pays it then. */
  readonly terms: readonly (Interval & { readonly payer: NewParty })[];
  /** What it bears of the premises; none: all of it. */
  readonly share?: Share | null;
  readonly residents: readonly NewResidency[];
}

export interface NewResidency extends Interval {
  readonly party: NewParty;
  readonly kind: 'permanent' | 'temporary';
}

/** A person or a firm. The same object in several places is the same person. */
export interface NewParty {
  readonly kind: 'person' | 'firm';
  readonly name: string;
  readonly birthDate?: LocalDate | null;
  readonly inn?: string | null;
  readonly snils?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}
