import type { HouseId, PremisesId } from '@dvor/kernel';

/** A house, one of its entrances, or one of its premises. */
export interface Place {
  readonly entrance?: number | null;
  readonly premisesId?: PremisesId | null;
}

export interface Target extends Place {
  readonly houseId: HouseId;
}

/** A place within a house as one text, as the database keeps it. */
export function placeOf({ entrance, premisesId }: Place): string {
  if (premisesId) return `premises:${premisesId}`;
  return entrance ? `entrance:${entrance}` : 'house';
}
